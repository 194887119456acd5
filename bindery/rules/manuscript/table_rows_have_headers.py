"""The names in the first column of a table of numbers are headers of their rows.

## Why

Screen readers read the header of the row with each number: “Alta, 2025: 40”. Without it, users who
move down a column get only numbers.

## Hvorfor

Navnene i den første kolonnen i en tabell med tall er overskrifter for radene. Skjermlesere leser
overskriften for raden sammen med hvert tall: «Alta, 2025: 40». Uten den hører de som går nedover i
en kolonne, bare tall.

## Fails

Line 4:

```markdown
# Tall

::: {.table}
| Kommune | 2024 | 2025 |
|---------|------|------|
| Alta    | 38   | 40   |
| Rana    | 12   | 14   |
| Skien   | 20   | 19   |

Bedrifter i kommunene.
:::
```

## Passes

```markdown
# Tall

::: {.table .row-headers}
| Kommune | 2024 | 2025 |
|---------|------|------|
| Alta    | 38   | 40   |
| Rana    | 12   | 14   |
| Skien   | 20   | 19   |

Bedrifter i kommunene.
:::
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
- Matterhorn Protocol 1.1: 15-001
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Table
from bindery.rules.manuscript._cells import number_in
from bindery.rules.manuscript._extents import TABLES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Den første kolonnen har navn på radene («{first}» …), men de er ikke overskrifter.",
    en="The first column has the names of the rows (“{first}” …), but they are not headers.",
)
HINT = Text(
    nb="Skriv .row-headers på tabellen: ::: {.table .row-headers}.",
    en="Write .row-headers on the table: ::: {.table .row-headers}.",
)
_FEWEST = 3


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tables of numbers whose first column has a different name in each row."""
    for table in manuscript.every(Table):
        names = [row.cells[0] for row in table.rows if row.cells]
        if table.rows_are_headed or len(names) < _FEWEST or not table.has_headers:
            continue
        are_names = all(any(char.isalpha() for char in name) for name in names)
        others = list(zip(*(row.cells[1:] for row in table.rows), strict=False))
        of_numbers = [all(number_in(cell) is not None for cell in column) for column in others]
        if are_names and len({*names}) == len(names) and of_numbers and all(of_numbers):
            message = MESSAGE.filled(first=names[0])
            yield Finding(RULE.name, RULE.severity, table.header.location, message, HINT)


RULE = Rule("table-rows-have-headers", Severity.INFO, find, TABLES)
