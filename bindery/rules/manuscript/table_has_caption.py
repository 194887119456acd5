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

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Paragraph, Table
from bindery.rules.manuscript._extents import TABLES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="Tabellen har ingen tabelltekst.", en="The table has no caption.")
EMPTY = Text(
    nb="Tabellteksten «{caption}» sier ikke hva som er i tabellen.",
    en="The caption “{caption}” does not say what is in the table.",
)
_SAYS_NOTHING = re.compile(
    r"\W*(?:(?:tabell|table|tab\.|oversikt|overview|data|tall|tabelltekst|caption)\W*[\d.]*"
    r"|(?:tabelltekst|tabell|caption|text|tekst)\w* (?:her|here|kommer|kjem|mangler|to come))\W*",
    re.IGNORECASE,
)
HINT = Text(
    nb="Skriv tabellteksten på en linje under tabellen, med kolon først: «: Kommunene i studien.»",
    en="Write the caption on a line below the table, after a colon: “: The municipalities.”",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tables outside a ``.table`` block, and in one without a paragraph."""
    for table in manuscript.every(Table):
        caption = _caption_of(table, manuscript)
        if not caption:
            yield Finding(RULE.name, RULE.severity, table.location, MESSAGE, HINT)
        elif _SAYS_NOTHING.fullmatch(caption):
            message = EMPTY.filled(caption=caption)
            yield Finding(RULE.name, RULE.severity, table.location, message, HINT)


def _caption_of(table: Table, manuscript: Manuscript) -> str:
    if table.div is None or not table.div.is_table:
        return ""
    said = (paragraph.text for paragraph in manuscript.inside(table.div, Paragraph))
    return next((text for text in said if text), "")


RULE = Rule("table-has-caption", Severity.WARNING, find, TABLES)
