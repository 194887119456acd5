"""A table has data in rows and columns, and is not used for layout.

## Why

With each cell, screen readers say where in the table it is. If there is nothing to look up, that is
noise. Text in columns for the eye is read in another order than its author meant.

## Hvorfor

En tabell har data i rader og kolonner, og brukes ikke til layout. Skjermleseren sier ved hver celle
hvor i tabellen den er. Hvis det ikke er noe å slå opp, er det bare støy. Tekst i spalter leses i en
annen rekkefølge enn forfatteren mente.

## Fails

One column, no rows, and text in columns:

Lines 4, 13 and 20:

```markdown
# Tall

::: table
| Kommuner |
|----------|
| Alta     |
| Rana     |

Kommunene i studien.
:::

::: table
| Alta | Rana |
|------|------|

Kommunene i studien.
:::

::: table
| Kommunen | Bedriften |
|----------|-----------|
| Kommunen snakker jevnlig og godt med bedriftene på stedet. Slik blir næringslivet med når det legges planer. Det tar tid, og den tiden er vel brukt. | Bedriften tar selv det første steget. Den er med på felles satsinger og setter av tid til det, også når det ikke er noe å tjene på det. |

Hvem som gjør hva.
:::
```

## Passes

```markdown
# Tall

::: table
| Tiltak  | Hva det er |
|---------|------------|
| Møter   | Kommunen snakker jevnlig og godt med bedriftene på stedet. Slik blir næringslivet med når det legges planer. Det tar tid, og den tiden er vel brukt. |

Hva kommunene gjør.
:::
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 1.3.2 Meaningful Sequence (A), failure F49
"""  # noqa: E501 - a row of a table is one line

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Table
from bindery.rules.manuscript._extents import TABLES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

PROSE = 20
"""Words. A cell with this many, in two sentences or more, is a paragraph."""

ONE_COLUMN = Text(
    nb="Tabellen har bare én kolonne. Det er en liste.",
    en="The table has only one column. That is a list.",
)
AS_LIST = Text(
    nb="Skriv den som liste: «- » foran hver linje.",
    en="Write it as a list: “- ” before each line.",
)
NO_ROWS = Text(
    nb="Tabellen har overskrifter, men ingen rader under dem.",
    en="The table has headers, but no rows below them.",
)
ADD_ROWS = Text(
    nb="Skriv radene. Hvis det ikke er en tabell, skriv innholdet som tekst eller liste.",
    en="Write the rows. If it is not a table, write the content as text or as a list.",
)
IN_COLUMNS = Text(
    nb="Alle cellene i tabellen er hele avsnitt. Det er tekst i spalter, ikke data.",
    en="Every cell of the table is a whole paragraph. That is text in columns, not data.",
)
AS_TEXT = Text(
    nb="Skriv det som vanlig tekst, med en overskrift for hver spalte.",
    en="Write it as ordinary text, with a heading for each column.",
)

_SENTENCE = re.compile(r"[.!?](?=\s+\S)")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tables of one column, without rows, or with nothing but paragraphs in their cells."""
    for table in manuscript.every(Table):
        if fault := _fault(table):
            message, hint = fault
            yield Finding(RULE.name, RULE.severity, table.location, message, hint)


def _fault(table: Table) -> tuple[Text, Text] | None:
    if len(table.header.cells) == 1 and all(row.written <= 1 for row in table.rows):
        return ONE_COLUMN, AS_LIST
    if not table.rows:
        return NO_ROWS, ADD_ROWS
    if all(_is_prose(cell) for row in table.rows for cell in row.cells):
        return IN_COLUMNS, AS_TEXT
    return None


def _is_prose(cell: str) -> bool:
    return len(cell.split()) >= PROSE and bool(_SENTENCE.search(cell))


RULE = Rule("table-holds-data", Severity.WARNING, find, TABLES)
