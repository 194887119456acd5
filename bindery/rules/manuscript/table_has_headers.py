"""Every column of a table has a header.

## Why

Screen readers read the header with each cell: «Fylke: Finnmark». Under an empty header a number has
no meaning.

## Hvorfor

Hver kolonne i en tabell har en overskrift. Skjermlesere leser overskriften sammen med hver celle:
«Fylke: Finnmark». Under en tom overskrift har et tall ingen mening.

## Fails

Line 4:

```markdown
# Tall

::: {.table .row-headers}
| Kommune  |          |
|----------|----------|
| Alta     | Finnmark |

Kommunene i studien.
:::
```

Line 9:

```markdown
# Tall

::: {.table .row-headers}
| Kommune  | Fylke    |
|----------|----------|
| Alta     | Finnmark |
| Rana     | Nordland |
| Skien    | Telemark |
|          | Vestland |

Kommunene i studien.
:::
```

Line 4:

```markdown
# Tall

::: {.table}
|          |          |
|----------|----------|
| Alta     | Finnmark |

Kommunene i studien.
:::
```

## Passes

Without a row of headers, the first cell of each row is its header:

```markdown
# Tall

::: {.table .row-headers}
| Kommune  | Fylke    |
|----------|----------|
| Alta     | Finnmark |
| Rana     |          |

Kommunene i studien.
:::
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
- Matterhorn Protocol 1.1: 15-001, 15-002
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Table
from bindery.rules.manuscript._extents import TABLES
from bindery.rules.manuscript.table_corner_is_named import has_empty_corner
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

NO_HEADERS = Text(nb="Tabellen har ingen overskrifter.", en="The table has no headers.")
ADD_HEADERS = Text(
    nb="Skriv en rad med overskrifter, eller .row-headers hvis den første kolonnen har dem.",
    en="Write a row of headers, or .row-headers if the first column has them.",
)
COLUMN = Text(nb="Kolonne {number} har ingen overskrift.", en="Column {number} has no header.")
ROW = Text(
    nb="Raden begynner med en tom celle. Det skulle vært overskriften for raden.",
    en="The row begins with an empty cell. It should be the header of the row.",
)
NAME_COLUMN = Text(
    nb="Skriv hva cellene under er, også over den første kolonnen: «Kommune».",
    en="Write what the cells below are, above the first column too: “Municipality”.",
)
NAME_ROW = Text(
    nb="Skriv hva raden gjelder i den første cellen, eller fjern .row-headers.",
    en="Write what the row is about in its first cell, or remove .row-headers.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tables without headers, and empty cells where a header belongs.

    These are cells of the header rows, and the first ones in rows of `.row-headers`. An empty
    corner is for another rule.
    """
    for table in manuscript.every(Table):
        if not table.has_headers and not table.rows_are_headed:
            at = table.header.location
            yield Finding(RULE.name, RULE.severity, at, NO_HEADERS, ADD_HEADERS)
        for number, cell in enumerate(table.header.cells if table.has_headers else (), start=1):
            if not cell and not (number == 1 and has_empty_corner(table)):
                message = COLUMN.filled(number=number)
                at = table.header.location
                yield Finding(RULE.name, RULE.severity, at, message, NAME_COLUMN)
        if table.rows_are_headed:
            for row in table.rows:
                if row.cells and not row.cells[0]:
                    yield Finding(RULE.name, RULE.severity, row.location, ROW, NAME_ROW)


RULE = Rule("table-has-headers", Severity.ERROR, find, TABLES)
