"""No invisible character changes the text direction.

## Why

A control character for direction makes text appear in another order than it is read aloud, copied
and searched. Such characters come with pasted text.

## Hvorfor

Ingen usynlige tegn snur tekstretningen. Et styretegn for retning gjør at teksten vises i en annen
rekkefølge enn den blir lest opp, kopiert og søkt i. Slike tegn følger med når tekst limes inn.

## Fails

Line 3:

```markdown
# Kart

Filen heter &#x202e;gpj.kart og er ny.
```

## Passes

```markdown
# Kart

Filen heter kart.jpg.
```

## Clauses

- WCAG 2.2: 1.3.2 Meaningful Sequence (A)
- Unicode Standard Annex 9, 2: explicit directional formatting characters.
"""

import html
import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._settings import written_in
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_TURNS = re.compile("[\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_NUMBERED = re.compile(r"&#(?:[xX]20[26][0-9a-fA-F]|82\d\d);")
_BALANCED = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")

MESSAGE = Text(
    nb="Her står et usynlig tegn som snur tekstretningen ({code}).",
    en="There is an invisible character here that changes the text direction ({code}).",
)
HINT = Text(
    nb="Slett tegnet. Merk tekst fra høyre til venstre med språket: [ordene]{lang=ar}.",
    en="Delete it. Mark text from right to left with its language: [the words]{lang=ar}.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Embeddings and overrides, and isolates that do not end on the line they begin on."""
    for words in written_in(manuscript):
        for at, code in _hidden(words.text):
            yield _finding(words.at(at), code)


def _finding(location: Location, code: int) -> Finding:
    return Finding(RULE.name, RULE.severity, location, MESSAGE.filled(code=f"U+{code:04X}"), HINT)


def _hidden(line: str) -> Iterator[tuple[int, int]]:
    """The position and the code of the first such character of ``line``."""
    line = _NUMBERED.sub(lambda number: html.unescape(number[0]), line)
    ended = _BALANCED.sub(lambda isolate: "x" * len(isolate[0]), line)
    first = _TURNS.search(line) or _ISOLATES.search(ended)
    if first:
        yield first.start(), ord(first[0])


RULE = Rule("no-hidden-direction", Severity.WARNING, find, CHAPTERS)
