r"""Every row of a table has as many cells as its header, and text that looks like a table is one.

## Why

The words of extra cells are printed in the last cell, and a missing cell moves the rest under the
wrong header. A table that is not recognised is read aloud as a series of bars and dashes.

## Hvorfor

Hver rad i en tabell har like mange celler som raden med overskrifter, og tekst som ser ut som en
tabell, er en tabell. Ordene i celler til overs blir trykt i den siste cellen. Hvis en celle
mangler, kommer resten under feil overskrift. En tabell som ikke blir kjent igjen, leses opp som en
lang rekke streker.

## Fails

Lines 6 and 7:

```markdown
# Tall

::: table
| Kommune | Fylke    |
|---------|----------|
| Alta    | Finnmark | 21 000 |
| Rana    |

Kommunene i studien.
:::
```

Lines 3, 6, 10 and 14:

```markdown
# Tall

| Kommune | Fylke    |
| Alta    | Finnmark |

| Kommune | Fylke    |
|---------|
| Alta    | Finnmark |

Slik fordeler de seg:
| Kommune | Fylke    |
|---------|----------|

::: {.table}
Kommunene i studien.
:::
```

## Passes

```markdown
# Tall

::: {.table}
| Kommune | Fylke    |
|---------|----------|
| Alta    | Finnmark |
| Rana    |          |

Kommunene i studien. Strek i teksten skrives `a | b` eller a \| b.
:::
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
- Matterhorn Protocol 1.1: 15-003
"""

from collections.abc import Iterator
from dataclasses import replace

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.blocks import cells_in, divider_columns
from bindery.manuscript.source.elements import Div, Paragraph, Table
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._told import marks_of
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, Unit

ROW = Text(
    nb="Raden har {written}, men tabellen har {columns}.",
    en="The row has {written}, but the table has {columns}.",
)
CELLS = Unit(nb=("celle", "celler"), en=("cell", "cells"))
COLUMNS = Unit(nb=("kolonne", "kolonner"), en=("column", "columns"))
MEND_ROW = Text(
    nb="Skriv en tom celle der noe mangler, og \\| der en strek er en del av teksten.",
    en="Leave a cell empty where there is nothing, and write \\| for a bar in the text.",
)
NO_DIVIDER = Text(
    nb="Dette ser ut som en tabell, men linjen med streker under overskriftene mangler.",
    en="This looks like a table, but the line of dashes below its headers is missing.",
)
OTHER_DIVIDER = Text(
    nb="Linjen med streker har {dashes}, men overskriftene har {columns}. Dette blir tekst.",
    en="The line of dashes has {dashes}, but the headers have {columns}. This becomes text.",
)
NO_SPACE = Text(
    nb="Tabellen står rett etter tekst, og blir en del av den.",
    en="The table comes directly after text, and becomes part of it.",
)
NO_HEADER = Text(nb="Tabellen har ingen overskrifter.", en="The table has no headers.")
MEND_TABLE = Text(
    nb="Skriv en tom linje, overskriftene, og så en linje |---|---| med like mange kolonner.",
    en="Write an empty line, the headers, and then a line |---|---| with as many columns.",
)
NOT_ONE = Text(
    nb="En blokk med .table skal ha nøyaktig én tabell. Denne har {number}.",
    en="A block with .table must have exactly one table. This one has {number}.",
)
MEND_DIV = Text(
    nb="Skriv én tabell i blokken, og tabellteksten i et avsnitt under den.",
    en="Write one table in the block, and its caption in a paragraph below it.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Rows of another length, malformed tables, and table blocks without a table."""
    for table in manuscript.every(Table):
        columns = len(table.header.cells)
        for row in table.rows:
            if row.written != columns:
                yield _of_row(row.location, row.written, columns)
    for mark in marks_of(manuscript, RULE.name):
        written, columns = map(int, mark.words.split())
        yield _of_row(replace(mark.location, column=None), written, columns)
    for paragraph in manuscript.every(Paragraph):
        if fault := _fault(paragraph.source.split("\n")):
            yield _finding(paragraph.location, fault, MEND_TABLE)
    for div in manuscript.every(Div):
        if div.is_table:
            number = sum(not table.nested for table in manuscript.inside(div, Table))
            looks_like_one = any(
                _fault(paragraph.source.split("\n"))
                for paragraph in manuscript.inside(div, Paragraph)
            )
            if number != 1 and not looks_like_one:
                yield _finding(div.location, NOT_ONE.filled(number=number), MEND_DIV)


def _of_row(location: Location, written: int, columns: int) -> Finding:
    message = ROW.filled(written=CELLS.counted(written), columns=COLUMNS.counted(columns))
    return _finding(location, message, MEND_ROW)


def _finding(location: Location, message: Text, hint: Text) -> Finding:
    return Finding(RULE.name, RULE.severity, location, message, hint)


def _fault(lines: list[str]) -> Text | None:
    """Why the lines of a paragraph are not the table they look like."""
    dividers = [place for place, line in enumerate(lines) if divider_columns(line)]
    if not dividers:
        rows = [line.strip() for line in lines if line.lstrip().startswith("|")]
        closed = any(row.endswith("|") and len(list(cells_in(row))) > 1 for row in rows)
        return NO_DIVIDER if closed or len(rows) > 1 else None
    place = dividers[0]
    if place == 0:
        return NO_HEADER
    if place > 1:
        return NO_SPACE
    columns = len(list(cells_in(lines[0])))
    return OTHER_DIVIDER.filled(dashes=COLUMNS.counted(divider_columns(lines[1])), columns=columns)


RULE = Rule("table-is-whole", Severity.ERROR, find, CHAPTERS, makes_draft=True)
