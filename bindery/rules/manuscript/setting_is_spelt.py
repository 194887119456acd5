"""Keys above a chapter's text are spelt as they are read.

## Why

A key with a wrong letter is in no edition: the running head has the long title, or the language is
the publication's. A chapter that says it is a draft should not be published unseen.

## Hvorfor

Nøklene over teksten i et kapittel er skrevet slik de blir lest. En nøkkel med en feil bokstav er
ikke med i noen utgave: Toppteksten får den lange tittelen, eller språket blir publikasjonens. Et
kapittel som sier at det er et utkast, bør ikke gis ut uten at noen ser det.

## Fails

Lines 2 and 3:

```markdown
---
shorttitel: Kort
draft: true
---

# Alle funnene
```

## Passes

```markdown
---
short-title: Kort
draft: false
---

# Alle funnene
```

## Clauses

- WCAG 2.2: 2.4.2 Page Titled (A)
"""

from collections.abc import Iterator

from bindery.manuscript.front_matter import nearest
from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._told import marks_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MISSPELT = Text(
    nb="«{key}» er en ukjent nøkkel. Det som står der, er ikke med i noen utgave.",
    en="“{key}” is not a known key. What it says is in no edition.",
)
DID_YOU_MEAN = Text(
    nb="Skriv «{key}» hvis det er det du mener.", en="Write “{key}” if that is what you mean."
)
DRAFT = Text(
    nb="Kapittelet sier at det er et utkast, men det er med i alle utgavene.",
    en="The chapter says that it is a draft, but it is in every edition.",
)
DELETE = Text(
    nb="Slett «draft: true» når kapittelet er ferdig, eller fjern kapittelet fra leserekkefølgen.",
    en="Delete “draft: true” when the chapter is done, or remove it from the reading order.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Keys that are nearly one that is read, and chapters that are drafts."""
    for mark in marks_of(manuscript, RULE.name):
        said = (DRAFT, DELETE)
        if mark.kind == "key":
            said = (MISSPELT.filled(key=mark.words), DID_YOU_MEAN.filled(key=nearest(mark.words)))
        yield Finding(RULE.name, RULE.severity, mark.location, *said)


RULE = Rule("setting-is-spelt", Severity.WARNING, find, CHAPTERS)
