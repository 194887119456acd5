"""English words are in the dictionary, or in the publication's own word list.

## Why

Screen readers read a misspelt word as another one, searches do not find it, and people who read
with difficulty stumble over it. British and American spelling are both accepted. Write a name, or a
word that is not in the dictionary, on a line of its own in `manuscript/words.txt`.

## Hvorfor

Engelske ord står i ordboka eller i publikasjonens egen ordliste. Skjermlesere leser et feilskrevet
ord som et annet, søk finner det ikke, og lesere som strever med å lese, snubler i det. Både britisk
og amerikansk rettskriving blir godtatt. Skriv et navn, eller et ord som ikke står i ordboka, på en
egen linje i `manuscript/words.txt`.

## Fails

Lines 3 and 3:

```markdown
# Funn

Han sa [we will definately recieve them]{lang=en} og lo.
```

## Passes

```markdown
# Funn

Han sa [the council’s colourful neighbors were realising a well-organized webinarette]{lang=en}.
```

```text words.txt
webinarette
```

## Clauses

- WCAG 2.2: 3.1.3 Unusual Words (AAA)
- Hunspell's dictionaries for British and American English, the book's list after them.
"""

from collections.abc import Iterator
from dataclasses import replace

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import prose_in
from bindery.rules.manuscript._unknown_words import unknown_words
from bindery.tools import hunspell, inventory
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, Unit

_UNIT = Unit(
    nb=("engelsk tekststykke", "engelske tekststykker"),
    en=("piece of English text", "pieces of English text"),
)
_EXTENT = replace(prose_in(hunspell.ENGLISH, unit=_UNIT), unknown=lambda _: frozenset())
"""No other language counts as unknown: the rule is about English only."""


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Words in neither the dictionary nor the book's list, each once, at its first place."""
    return unknown_words(manuscript, hunspell.ENGLISH, RULE.name)


def missing() -> Text | None:
    """What has to be installed for the rule, or ``None``."""
    return inventory.missing(hunspell.TOOL, hunspell.ENGLISH_TOOL)


RULE = Rule("english-words-are-in-the-dictionary", Severity.INFO, find, _EXTENT, missing=missing)
