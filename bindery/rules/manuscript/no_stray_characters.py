"""The text has no characters that another program has left behind.

## Why

A line separator from a page layout program is drawn as a box. A replacement character marks a lost
letter, and a control character marks one in the wrong encoding. Screen readers skip them, or say
something else.

## Hvorfor

Teksten har ingen tegn som et annet program har lagt igjen. Et linjeskilletegn fra et layoutprogram
blir en tom boks. Et erstatningstegn står der en bokstav er gått tapt, og et kontrolltegn der en
bokstav er lest i feil tegnkoding. Skjermleseren hopper over dem, eller leser noe annet.

## Fails

Lines 3, 5 and 7:

```markdown
# Kart

Første linje&#x2028;og andre linje.

Et tegn er gått &#xFFFD; tapt.

Kommunens kart &#150; det nye.
```

## Passes

```markdown
# Kart

Første linje og andre linje. Et ord med myk bindestrek, kom&shy;mune, er i orden.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
- HTML: characters that are control or noncharacters are errors.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._settings import written_in
from bindery.vocabulary.findings import Finding, Fix, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_NUMBERED = r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<decimal>\d{1,7}));"
_ENDS_OF_PLANES = "".join(
    chr(0x10000 * plane + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)
)
_STRAY = re.compile(f"[\x80-\x9f\u2028\u2029\ufffc\ufffd\ufdd0-\ufdef{_ENDS_OF_PLANES}]")
_WRITTEN = re.compile(f"{_STRAY.pattern}|{_NUMBERED}")
_SEPARATORS = "\x85\u2028\u2029"

SEPARATOR = Text(
    nb="Her står et linjeskilletegn ({code}), som blir en tom boks.",
    en="There is a line separator here ({code}), which is drawn as a box.",
)
AS_SPACE = Text(
    nb="Skriv et mellomrom eller et vanlig linjeskift i stedet.",
    en="Write a space or an ordinary line break instead.",
)
LOST = Text(nb="Et tegn er gått tapt her ({code}).", en="A character has been lost here ({code}).")
TYPE = Text(
    nb="Finn tegnet i originalen, og skriv det.",
    en="Find the character in the original, and type it.",
)
ENCODED = Text(
    nb="Her står et tegn i feil tegnkoding ({code}). Det skal trolig være «{letter}».",
    en="There is a character in the wrong encoding here ({code}). It should probably be"
    " “{letter}”.",
)
WRITE = Text(nb="Skriv {letter} i stedet.", en="Write {letter} instead.")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Line separators, replacement characters, control characters and noncharacters."""
    for words in written_in(manuscript):
        for written, character in _stray(words.text):
            # Only what is in a chapter can be changed by --fix.
            changed = written[0] if words.is_line else ""
            yield _finding(words.at(written.start()), character, changed)


def _stray(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each such character, as it is written (itself or a number) and as it is."""
    for written in _WRITTEN.finditer(text):
        number = written["hex"] or written["decimal"]
        code = int(number, 16 if written["hex"] else 10) if number else ord(written[0])
        if code <= 0x10FFFF and _STRAY.match(chr(code)):
            yield written, chr(code)


def _finding(location: Location, stray: str, written: str = "") -> Finding:
    code = f"U+{ord(stray):04X}"
    if stray in _SEPARATORS:
        message, hint, new = SEPARATOR.filled(code=code), AS_SPACE, " "
    elif letter := _meant(stray):
        message, hint = ENCODED.filled(code=code, letter=letter), WRITE.filled(letter=letter)
        new = letter
    else:
        message, hint, new = LOST.filled(code=code), TYPE, ""
    fix = Fix(location, written, new) if written and new else None
    return Finding(RULE.name, RULE.severity, location, message, hint, fix)


def _meant(stray: str) -> str:
    """The letter that Windows writes with the number of this control character."""
    try:
        return stray.encode("latin-1").decode("cp1252")
    except UnicodeError:
        return ""


RULE = Rule("no-stray-characters", Severity.ERROR, find, CHAPTERS)
