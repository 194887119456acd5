"""A row of a table has data, and is not a heading between the rows.

## Why

A row with words in the first cell alone looks like a heading of the rows below it. Screen readers
do not connect it with them: their users get a name and then empty cells.

## Hvorfor

En rad i en tabell har data, og er ikke en overskrift mellom radene. En rad med ord bare i den
første cellen ser ut som en overskrift for radene under. Skjermlesere knytter den ikke til dem:
Brukerne hører et navn og så tomme celler.

## Fails

Line 6:

```markdown
# Tall

::: {.table .row-headers}
| Kommune | 2024 | 2025 |
|---------|------|------|
| **Finnmark** |  |      |
| Alta    | 38   | 40   |
| Hasvik  | 3    | 2    |

Bedrifter i kommunene.
:::
```

## Passes

```markdown
# Tall

::: {.table .row-headers}
| Kommune | Fylke    | 2024 | 2025 |
|---------|----------|------|------|
| Alta    | Finnmark | 38   | 40   |
| Hasvik  | Finnmark | 3    | 2    |
| Loppa   | Finnmark |      | 2    |

Bedrifter i kommunene.
:::
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
- Matterhorn Protocol 1.1: 15-001
"""

from collections.abc import Iterator, Sequence

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Row, Table
from bindery.rules.manuscript._extents import TABLES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{name}» ser ut som en overskrift for radene under, men er en rad med tomme celler.",
    en="“{name}” looks like a heading of the rows below, but is a row of empty cells.",
)
HINT = Text(
    nb="Del tabellen i flere, eller lag en kolonne til og skriv «{name}» på hver rad.",
    en="Divide the table, or add a column and write “{name}” in each row.",
)
AGAIN = Text(
    nb="Raden er den samme som tabellens overskrifter. Skjermlesere leser den som data.",
    en="The row is the same as the table's headers. Screen readers read it as data.",
)
ONCE = Text(
    nb="Fjern raden, eller del tabellen i to: Overskriftene gjentas på hver ny side.",
    en="Remove the row, or divide the table: headers are repeated on each new page.",
)
_COLUMNS = 3


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The first row of each table with only a name above rows with data, and rows like the head."""
    for chapter in manuscript.chapters:
        for table in chapter.every(Table):
            header = [cell.strip() for cell in table.header.cells]
            again = next((row for row in table.rows if _repeats(row, header)), None)
            if again is not None:
                yield Finding(RULE.name, RULE.severity, again.location, AGAIN, ONCE)
            for place, row in enumerate(table.rows[:-1]):
                after = table.rows[place + 1]
                if _is_section(row, chapter) and any(after.cells[1:]):
                    name = row.cells[0].strip("* ")
                    message, hint = MESSAGE.filled(name=name), HINT.filled(name=name)
                    yield Finding(RULE.name, RULE.severity, row.location, message, hint)
                    break


def _repeats(row: Row, header: Sequence[str]) -> bool:
    cells = [cell.strip(" *") for cell in row.cells]
    return len(cells) > 1 and all(cells) and cells == [*header]


def _is_section(row: Row, chapter: ChapterSource) -> bool:
    cells = [cell.strip() for cell in row.cells]
    if len(cells) < _COLUMNS - 1 or not cells[0] or not any(char.isalpha() for char in cells[0]):
        return False
    if any(cells[1:]):
        return len(cells) >= _COLUMNS and len({*cells}) == 1 and not cells[0].isdigit()
    line = row.location.line
    written = chapter.lines[line - 1] if line else ""
    return len(cells) >= _COLUMNS or f"**{cells[0]}**" in written or cells[0].endswith(":")


RULE = Rule("table-has-no-section-rows", Severity.WARNING, find, TABLES)
