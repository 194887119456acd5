"""The text has no control characters.

## Why

They are invisible, and come with text that is pasted from another program. No file format of an
edition allows them, so they are left out. A word around one may have lost a letter.

## Hvorfor

Teksten har ingen kontrolltegn. De er usynlige, og følger med når tekst limes inn fra et annet
program. Ingen av filformatene i utgavene tillater dem, så de blir utelatt. Et ord rundt et slikt
tegn kan ha mistet en bokstav.

## Fails

Line 3:

```markdown
# Kart

Et tegn skrevet som tall: &#11; kommer aldri fram.
```

## Passes

```markdown
# Kart

Tabulator og linjeskift er i orden, og &#233; er en é.
```

## Clauses

- EPUB 3.3 and XML 1.0, 2.2 Characters.
"""

import re
from collections.abc import Iterator

from bindery.document.signs import FORBIDDEN
from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._settings import written_in
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_NUMBERED = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<decimal>\d{1,7}));")

MESSAGE = Text(
    nb="Her står et usynlig kontrolltegn ({code}).",
    en="There is an invisible control character here ({code}).",
)
HINT = Text(
    nb="Slett tegnet. Hvis det ligger mellom to bokstaver, skriv ordet på nytt.",
    en="Delete it. If it is between two letters, type the word again.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Characters that XML does not allow, typed or written as a number."""
    for words in written_in(manuscript):
        for at, code in _forbidden(words.text):
            yield _finding(words.at(at), code)


def _finding(location: Location, code: int) -> Finding:
    return Finding(RULE.name, RULE.severity, location, MESSAGE.filled(code=f"U+{code:04X}"), HINT)


def _forbidden(text: str) -> Iterator[tuple[int, int]]:
    """The position and the code of each such character."""
    for typed in FORBIDDEN.finditer(text):
        yield typed.start(), ord(typed[0])
    for numbered in _NUMBERED.finditer(text):
        code = int(numbered["hex"], 16) if numbered["hex"] else int(numbered["decimal"])
        if code > 0x10FFFF or FORBIDDEN.match(chr(code)):
            yield numbered.start(), code


RULE = Rule("no-control-characters", Severity.ERROR, find, CHAPTERS, makes_draft=True)
