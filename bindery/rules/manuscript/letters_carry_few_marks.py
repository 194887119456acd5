"""No letter has more than thirty combining marks.

## Why

No language needs that many: Unicode's stream-safe text has at most thirty. Hundreds of marks come
from a program that decorates text or from a damaged file. They cover the lines above, and the
programs that make the editions would never finish. So only three of them are printed.

## Hvorfor

Ingen bokstav har mer enn tretti løse tegn over og under seg. Ingen språk trenger så mange.
Hundrevis av dem kommer fra et program som pynter på tekst, eller fra en skadet fil. De dekker
linjene over, og programmene som lager utgavene, ville aldri blitt ferdige. Derfor blir bare tre av
dem trykt.

## Fails

Line 3:

```markdown
# Pynt

Z̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀̀
```

## Passes

```markdown
# Språk

Tonene skrives ǘ, og á̱ har ett merke over og ett under.
```

## Clauses

- Unicode Standard Annex 15, 13.1 Stream-Safe Text Format.
"""

import unicodedata
from collections.abc import Iterator

from bindery.document.signs import MOST_MARKS, NO_LETTERS
from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._settings import written_in
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Tegnet «{letter}» har {count} løse tegn over og under seg.",
    en="The character “{letter}” has {count} combining marks.",
)
HINT = Text(nb="Slett dem, og skriv ordet på nytt.", en="Delete them, and type the word again.")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Each letter with too many marks, at the letter."""
    for words in written_in(manuscript):
        for at, letter, count in _decorated(words.text):
            yield _finding(words.at(at), letter, count)


def _finding(location: Location, letter: str, count: int) -> Finding:
    message = MESSAGE.filled(letter=letter, count=count)
    return Finding(RULE.name, RULE.severity, location, message, HINT)


def _decorated(text: str) -> Iterator[tuple[int, str, int]]:
    """The position of each letter with too many marks, the letter, and how many they are."""
    for run in NO_LETTERS.finditer(text):
        first = run.start()
        for at in range(run.start(), run.end() + 1):
            if at == run.end() or not unicodedata.category(text[at]).startswith("M"):
                if at - first > MOST_MARKS:
                    letter = max(first - 1, 0)
                    yield letter, text[letter], at - first
                first = at + 1


RULE = Rule("letters-carry-few-marks", Severity.ERROR, find, CHAPTERS, makes_draft=True)
