"""The data above a chapter's text can be read.

## Why

A chapter's title, authors, language and short title are at its top, between two lines of three
hyphens. What cannot be read there is in no edition.

## Hvorfor

Opplysningene over teksten i et kapittel kan leses. Tittelen, forfatterne, språket og den korte
tittelen står øverst, mellom to linjer med tre bindestreker. Det som ikke kan leses der, er ikke med
i noen utgave.

## Fails

Line 3:

```markdown
---
short-title: Kort
short-title: [a
---

# Funn
```

## Passes

```markdown
---
short-title: Kort
---

# Alle funnene
```

## Clauses

- WCAG 2.2: 2.4.2 Page Titled (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._told import marks_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGES = {
    "not-closed": Text(
        nb="Opplysningene øverst i kapittelet er aldri avsluttet. De begynner ved linjen med tre"
        " bindestreker.",
        en="The chapter's front matter is never closed. It begins at the line of three hyphens.",
    ),
    "not-keys": Text(
        nb="Opplysningene øverst i kapittelet er ikke nøkler med verdier.",
        en="The chapter's front matter is not made of keys and values.",
    ),
    "not-yaml": Text(
        nb="Opplysningene øverst i kapittelet kan ikke leses.",
        en="The chapter's front matter cannot be read.",
    ),
    "not-text": Text(
        nb="Verdien øverst i kapittelet er ikke en tekst.",
        en="The value in the chapter's front matter is not a text.",
    ),
    "alias": Text(
        nb="«*{words}» viser til en annen linje. Det er ikke mulig i opplysningene øverst i et"
        " kapittel.",
        en="“*{words}” refers to another line. That is not possible in a chapter's front matter.",
    ),
    "twice": Text(nb="«{words}» står to ganger.", en="Duplicate key: “{words}”."),
    "too-deep": Text(
        nb="Lister eller tabeller ligger inni hverandre i for mange nivåer.",
        en="Lists or tables are nested in too many levels.",
    ),
}
HINT = Text(
    nb="Skriv «short-title: Kort tittel» mellom to linjer med tre bindestreker.",
    en="Write “short-title: A short title” between two lines of three hyphens.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """What cannot be read above the text of each chapter."""
    for mark in marks_of(manuscript, RULE.name):
        message = MESSAGES[mark.kind].filled(words=mark.words)
        yield Finding(RULE.name, RULE.severity, mark.location, message, HINT)


RULE = Rule("front-matter-is-valid", Severity.ERROR, find, CHAPTERS, makes_draft=True)
