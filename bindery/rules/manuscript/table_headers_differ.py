"""The columns of a table have different headers.

## Why

Screen readers read the header with each cell. If two are alike, nobody can tell by listening which
column a number belongs to.

## Hvorfor

Kolonnene i en tabell har ulike overskrifter. Skjermlesere leser overskriften sammen med hver celle.
Hvis to er like, kan ingen høre hvilken kolonne et tall hører til.

## Fails

Line 4:

```markdown
# Tall

::: {.table .row-headers}
| Kommune | Antall | Antall |
|---------|--------|--------|
| Alta    | 38     | 40     |

Bedrifter i kommunene.
:::
```

## Passes

```markdown
# Tall

::: {.table .row-headers}
| Kommune | Antall i 2024 | Antall i 2025 |
|---------|---------------|---------------|
| Alta    | 38            | 40            |

Bedrifter i kommunene.
:::
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 2.4.6 Headings and Labels (AA)
"""

from collections import Counter
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Table
from bindery.rules.manuscript._extents import TABLES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="{count} kolonner har overskriften «{header}».",
    en="{count} columns have the header “{header}”.",
)
HINT = Text(
    nb="Skriv det som skiller dem, for eksempel året eller enheten.",
    en="Write what distinguishes them, such as the year or the unit.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tables with two columns of the same header."""
    for table in manuscript.every(Table):
        if any(row.merged for row in table.head):
            continue
        counted = Counter(" ".join(cell.split()).casefold() for cell in table.header.cells)
        for header, count in counted.items():
            if header and count > 1:
                message = MESSAGE.filled(count=count, header=header)
                yield Finding(RULE.name, RULE.severity, table.header.location, message, HINT)
                break


RULE = Rule("table-headers-differ", Severity.WARNING, find, TABLES)
