"""Nothing is left for a template to fill in.

## Why

Site generators replace marks such as a name in two pairs of braces when they make the page. Here
nobody does, so readers get the mark itself: it is printed, and read aloud sign by sign.

## Hvorfor

Det står ikke igjen noe som en mal skal fylle ut. Programmer som lager nettsteder, bytter ut merker
som et navn i doble krøllparenteser når de lager siden. Her gjør ingen det, så leserne får selve
merket. Det blir trykt, og lest opp tegn for tegn.

## Fails

Lines 3 and 3:

```markdown
# Funn

{{ site.name }} er {% if x %}.
```

## Passes

```markdown
# Funn

Skriv `{{ site.name }}` i malen.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._told import marks_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Ingen fyller ut «{mark}». Leserne får merket slik det er skrevet.",
    en="Nobody fills in “{mark}”. Readers get the mark as it is written.",
)
HINT = Text(
    nb="Skriv det som skal stå her. Hvis det er kode, skriv den mellom ` og `.",
    en="Write what should be here. If it is code, write it between ` and `.",
)
_LONGEST = 40


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Each mark that a template would replace."""
    for mark in marks_of(manuscript, RULE.name):
        words = " ".join(mark.words.split())
        shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"
        yield Finding(RULE.name, RULE.severity, mark.location, MESSAGE.filled(mark=shown), HINT)


RULE = Rule("template-is-filled", Severity.ERROR, find, CHAPTERS)
