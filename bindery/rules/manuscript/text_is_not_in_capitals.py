"""No passage is written entirely in capitals.

## Why

Words in capitals all have the same shape, so slow readers must spell their way through them. Some
screen readers spell them out too, like abbreviations.

## Hvorfor

Ingen tekst står bare med store bokstaver. Slike ord har samme form, så de som leser sakte, må stave
seg gjennom dem. Noen skjermlesere staver dem også, som om de var forkortelser.

## Fails

Lines 3 and 5:

```markdown
# Søknaden

## SLIK SØKER DU

Fristen er 1. mars. SØKNADEN MÅ VÆRE SENDT innen midnatt.
```

## Passes

```markdown
# Søknaden

## Slik søker du

Fristen er 1. mars. Søknaden **må** være sendt innen midnatt, som PDF. Den som IKKE er medlem, kan
også søke.
```

## Clauses

- UKAAF, Clear print: no words in capitals in blocks.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.abbreviations import (
    CAPITALS,
    LANGUAGES_OF_CAPITALS,
    is_stressed,
    ordinary_words,
    shouted,
)
from bindery.prose.readings import NOT_READ, Reading, readings
from bindery.rules.manuscript._extents import prose_in
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{words}» er skrevet med store bokstaver, som er tunge å lese.",
    en="“{words}” is in capitals, which are hard to read.",
)
HINT = Text(
    nb="Skriv det med små bokstaver. Hvis det er viktig, uthev det: **slik**.",
    en="Write it in small letters. If it matters, make it bold: **like this**.",
)
_WHOLE = ("heading", "paragraph", "dt", "th")
_LETTERS = re.compile(r"[^\W\d_]")
_SHOWN = 40


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Capitals in three words or more, or in a whole heading, paragraph, term or header cell."""
    pieces = tuple(readings(manuscript))
    ordinary = ordinary_words(piece.text for piece in pieces)
    for piece in pieces:
        places = tuple(shouted(piece.text, ordinary)) or _whole(piece, ordinary)
        for place in places:
            words = piece.text[place.start : place.stop]
            short = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
            message = MESSAGE.filled(words=short)
            yield Finding(RULE.name, RULE.severity, piece.at(place.start), message, HINT)


def _whole(piece: Reading, ordinary: frozenset[str]) -> tuple[range, ...]:
    """All of ``piece``, if it is in capitals and is more than abbreviations and codes."""
    text = piece.text.strip()
    words = CAPITALS.findall(text)
    in_capitals = (
        piece.prose.block in _WHOLE
        and NOT_READ not in text
        and not re.search(r"[^\W\d_]\d|\d[^\W\d_]", text)
        and all(letter.isupper() for letter in _LETTERS.findall(text))
        and any(is_stressed(word, ordinary) for word in words)
    )
    return (range(piece.text.index(text), len(text)),) if in_capitals and text else ()


RULE = Rule("text-is-not-in-capitals", Severity.WARNING, find, prose_in(LANGUAGES_OF_CAPITALS))
