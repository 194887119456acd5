"""Every column of a table has a header with words in it.

Why
    With each cell a listener hears its header. Where the header is empty, the cell is a word
    without a meaning.

Fails at line 4
    # Tall

    :::: {.table}
    | By | |
    |---|---|
    | Bodø | 42 |

    Byer
    ::::

Passes
    # Tall

    :::: {.table}
    | By | Alder |
    |---|---|
    | Bodø | 42 |

    Byer
    ::::

Clauses
    WCAG 2.2: 1.3.1, technique H51. Matterhorn Protocol 1.1: 15-003.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Table
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="Kolonne {number} har ingen overskrift.", en="Column {number} has no header.")
HINT = Text(
    nb="Skriv hva cellene under er, om så bare «Navn».",
    en="Write what the cells below are, be it only “Name”.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Header cells without words."""
    for table in manuscript.every(Table):
        for number, cell in enumerate(table.header.cells, start=1):
            if not cell.strip():
                message = MESSAGE.filled(number=number)
                yield Finding(RULE.name, RULE.severity, table.header.location, message, HINT)


RULE = Rule("table-has-headers", Severity.ERROR, find)
