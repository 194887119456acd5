"""Every table has a caption that says what it is about.

## Why

Screen reader users decide by the caption whether to go into the table or skip it.

## Hvorfor

Hver tabell har en tabelltekst som sier hva den handler om. Skjermleserbrukere velger ut fra
tabellteksten om de vil gå inn i tabellen eller hoppe over den.

## Fails

Line 3:

```markdown
# Tall

| Kommune  | Fylke    |
|----------|----------|
| Alta     | Finnmark |
```

Line 4:

```markdown
# Tall

::: table
| Kommune  | Fylke    |
|----------|----------|
| Alta     | Finnmark |
:::
```

## Passes

```markdown
# Tall

::: table
| Kommune  | Fylke    |
|----------|----------|
| Alta     | Finnmark |

Kommunene i studien.
:::
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), technique H39
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Paragraph, Table
from bindery.rules.manuscript._extents import TABLES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="Tabellen har ingen tabelltekst.", en="The table has no caption.")
HINT = Text(
    nb="Skriv tabellteksten på en linje under tabellen, med kolon først: «: Kommunene i studien.»",
    en="Write the caption on a line below the table, after a colon: “: The municipalities.”",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tables outside a ``.table`` block, and in one without a paragraph."""
    for table in manuscript.every(Table):
        if not _has_caption(table, manuscript):
            yield Finding(RULE.name, RULE.severity, table.location, MESSAGE, HINT)


def _has_caption(table: Table, manuscript: Manuscript) -> bool:
    if table.div is None or not table.div.is_table:
        return False
    return any(paragraph.text for paragraph in manuscript.inside(table.div, Paragraph))


RULE = Rule("table-has-caption", Severity.WARNING, find, TABLES)
