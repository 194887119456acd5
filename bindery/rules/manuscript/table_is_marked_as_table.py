"""Text that is set in columns is a table, and not code or dotted lines.

## Why

Screen readers read a table cell by cell, with its headers. Columns in a block of code, or names and
numbers with dots between them, are lines of characters to them: “dot dot dot”.

## Hvorfor

Tekst i kolonner er en tabell, og ikke kode eller linjer med prikker. Skjermlesere leser en tabell
celle for celle, med overskriftene. Kolonner i en kodeblokk, og navn og tall med prikker mellom, er
bare tegn på rad: «punktum punktum punktum».

## Fails

Lines 3 and 10:

````markdown
# Priser

```
Gruppe     Pris    Tid
Voksne     90      hele dagen
Barn       50      hele dagen
Familier   200     hele dagen
```

Kaffe .......... 30
Kake ........... 45
````

## Passes

````markdown
# Priser

| Gruppe | Pris |
|--------|------|
| Voksne | 90   |

: Priser i kroner.

```python
x = 1
y = 2
z = 3
```
````

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), failures F34 and F48
- Matterhorn Protocol 1.1: 15-001
"""

import re
from collections.abc import Iterator, Sequence

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Code, Paragraph
from bindery.rules.manuscript._extents import PARAGRAPHS, is_block_of_code
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

IN_CODE = Text(
    nb="Kodeblokken ser ut som en tabell med {count} rader. Skjermlesere leser den linje for"
    " linje.",
    en="The block of code looks like a table of {count} rows. Screen readers read it line by line.",
)
WITH_DOTS = Text(
    nb="Linjen ser ut som en rad i en tabell, med tegn mellom cellene.",
    en="The line looks like a row of a table, with signs between the cells.",
)
HINT = Text(
    nb="Skriv en tabell, med | mellom cellene og en rad med overskrifter.",
    en="Write a table, with | between the cells and a row of headers.",
)
_FEWEST = 3
_CELLS = re.compile(r"\s*\|\s*|\t+|\s{2,}")
_CODE = re.compile(r"[{}();=<>$\\`#@_\[\]│├└~^]|/\w|//|--\w|^\s*[-+*/]|\w\.\w{2,4}\b|::")
_DIVIDER = re.compile(r"[\s|+:=-]+")
_DOTTED = re.compile(r"^\s*\S.*?\s*(?:\.{4,}|(?:\s\.){4,}|…{2,}|_{4,}|-{5,})\s*\S")
_PIPED = re.compile(r"[^|`]+(?:\s\|\s[^|`]+){2,}")
_BETWEEN_CELLS = ("....", " . . .", "……", "____", "-----", " | ")
_DATUM = re.compile(r"(?:kr\s?)?[-−]?\d[\d .,:]*(?:\s?(?:%|kr|km|kg|m|t|år))?")
_PLAIN = frozenset({"", "text", "txt", "plain", "none"})


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Blocks of code with the same columns in each line, and lines with dots between words."""
    for chapter in manuscript.chapters:
        for code in chapter.every(Code):
            if is_block_of_code(code) and code.language.lower() in _PLAIN:
                rows = _rows(code.text)
                if rows:
                    message = IN_CODE.filled(count=rows)
                    yield Finding(RULE.name, RULE.severity, code.location, message, HINT)
        for paragraph in chapter.every(Paragraph):
            if at := _dotted(paragraph, chapter):
                yield Finding(RULE.name, RULE.severity, at, WITH_DOTS, HINT)


def _rows(text: str) -> int:
    """How many rows ``text`` has if it is a table; else 0."""
    lines = [line for line in text.split("\n") if line.strip() and not _DIVIDER.fullmatch(line)]
    if len(lines) < _FEWEST or any(map(_CODE.search, lines)):
        return 0
    rows = [[cell for cell in _CELLS.split(line.strip(" |")) if cell] for line in lines]
    widths = {len(row) for row in rows}
    if len(widths) != 1 or widths.pop() < 2 or any(line[:1].isspace() for line in lines):
        return 0
    return len(rows) if _has_data(rows[1:]) else 0


def _has_data(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column has numbers alone, or all cells are a few words."""
    columns = list(zip(*rows, strict=True))
    has_numbers = any(all(map(_DATUM.fullmatch, column)) for column in columns)
    return has_numbers and any(any(char.isalpha() for char in cell) for cell in columns[0])


def _dotted(paragraph: Paragraph, chapter: ChapterSource) -> Location | None:
    """The first of at least two lines with dots between a word and another."""
    if not any(sign in paragraph.source for sign in _BETWEEN_CELLS):
        return None
    assert paragraph.location.line is not None
    dotted = [
        number
        for number, row in enumerate(paragraph.source.split("\n"), start=paragraph.location.line)
        if _DOTTED.match(row) or _PIPED.fullmatch(row)
    ]
    return Location(chapter.path, dotted[0]) if len(dotted) > 1 else None


RULE = Rule("table-is-marked-as-table", Severity.WARNING, find, PARAGRAPHS)
