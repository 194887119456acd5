"""The first column of a table has a header too.

## Why

Screen readers read the header with each cell. A header above a first column of names helps, but the
names are clear without it. An empty corner is therefore reported as information.

## Hvorfor

Også den første kolonnen i en tabell har en overskrift. Skjermleseren leser overskriften sammen med
hver celle. Over en første kolonne med navn er den til hjelp, men navnene er klare uten. Derfor er
en tom hjørnecelle bare en opplysning.

## Fails

Line 4:

```markdown
# Tall

::: {.table .row-headers}
|          | Fylke    |
|----------|----------|
| Alta     | Finnmark |

Kommunene i studien.
:::
```

## Passes

```markdown
# Tall

::: {.table .row-headers}
| Kommune  | Fylke    |
|----------|----------|
| Alta     | Finnmark |

Kommunene i studien.
:::
```

## Clauses

- None: advice for readers who listen.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Table
from bindery.rules.manuscript._extents import TABLES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Hjørnecellen er tom: Den første kolonnen har ingen overskrift.",
    en="The corner cell is empty: the first column has no header.",
)
HINT = Text(
    nb="Skriv hva cellene under er: «Kommune».",
    en="Write what the cells below are: “Municipality”.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tables whose first header is empty, while others are not."""
    for table in manuscript.every(Table):
        if has_empty_corner(table):
            yield Finding(RULE.name, RULE.severity, table.header.location, MESSAGE, HINT)


def has_empty_corner(table: Table) -> bool:
    """Whether the first of several headers is empty, and not all are."""
    return table.has_headers and not table.header.cells[0]


RULE = Rule("table-corner-is-named", Severity.INFO, find, TABLES)
