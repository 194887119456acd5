"""Every table has its headers’ row and as many cells in each row as it has headers.

Why
    A cell too many is lost from the page, and a cell too few moves the others under wrong
    headers. A table whose second line is wrong is no table at all: it is read as one long
    sentence of bars.

Fails at line 6
    # Tall

    :::: {.table}
    | By | Fylke |
    |---|---|
    | Bodø | Nordland | 1816 |

    Byer
    ::::

Fails at line 3
    # Tall

    | By | Fylke |
    |---|
    | Bodø | Nordland |

Passes
    # Tall

    :::: {.table}
    | By | Fylke |
    |---|---|
    | Bodø | Nordland |

    Byer
    ::::

Clauses
    WCAG 2.2: 1.3.1. Matterhorn Protocol 1.1: 15-003.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Paragraph, Table
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

CELLS = Text(
    nb="Raden har {written} celler, men tabellen har {columns} kolonner.",
    en="The row has {written} cells, and the table has {columns} columns.",
)
CELLS_HINT = Text(
    nb="Sjekk de loddrette strekene. En strek som er tekst, skrives \\\\|.",
    en="Check the vertical bars. A bar that is text is written \\\\|.",
)
NO_TABLE = Text(
    nb="Dette ser ut som en tabell, men leses som vanlig tekst.",
    en="This looks like a table and is read as ordinary text.",
)
NO_TABLE_HINT = Text(
    nb="Linje to må ha én gruppe bindestreker for hver kolonne: |---|---|.",
    en="Its second line needs one group of hyphens for each column: |---|---|.",
)

_DELIMITERS = re.compile(r"^\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$", re.MULTILINE)
_ROWS = re.compile(r"\s*\|.*\|\s*\n\s*\|")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Rows that do not fit their table, and tables that are none."""
    for table in manuscript.every(Table):
        columns = len(table.header.cells)
        for row in table.rows:
            if row.written != columns:
                message = CELLS.filled(written=row.written, columns=columns)
                yield Finding(RULE.name, RULE.severity, row.location, message, CELLS_HINT)
    for paragraph in manuscript.every(Paragraph):
        if _DELIMITERS.search(paragraph.source) or _ROWS.match(paragraph.source):
            yield Finding(RULE.name, RULE.severity, paragraph.location, NO_TABLE, NO_TABLE_HINT)


RULE = Rule("table-is-whole", Severity.ERROR, find, stops_build=True)
