"""The cells of a table say in words what they mean.

## Why

Screen readers read one cell at a time. A ditto mark, a tick or a coloured circle is read as
“quotation mark”, by its Unicode name, or not at all.

## Hvorfor

Cellene i en tabell sier med ord hva de betyr. Skjermlesere leser én celle om gangen. Et
gjentakstegn, et hakemerke eller en farget sirkel blir lest som «anførselstegn», med Unicode-navnet,
eller ikke i det hele tatt.

## Fails

Lines 4 and 14:

```markdown
# Tall

::: {.table .row-headers}
| Kommune | Fylke    |
|---------|----------|
| Alta    | Finnmark |
| Hasvik  | "        |

Kommunene i studien.
:::

::: {.table .row-headers}

| Kommune | Har plan |
|---------|----------|
| Alta    | ✓        |
| Hasvik  | nei      |

Kommuner med plan.
:::
```

## Passes

```markdown
# Tall

::: {.table .row-headers}
| Kommune | Fylke    | Har plan | Tall |
|---------|----------|----------|------|
| Alta    | Finnmark | ja       | –    |
| Hasvik  | Finnmark | nei      | 4    |

Kommunene i studien.
:::
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 1.1.1 Non-text Content (A)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Row, Table
from bindery.rules.manuscript._extents import TABLES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{cell}» alene i en celle sier ikke hva den betyr. Det gjelder {count} celler i tabellen.",
    en="“{cell}” alone in a cell does not say what it means. It is so in {count} cells of the"
    " table.",
)
HINT = Text(
    nb="Skriv ordet eller verdien i hver celle: «ja», «nei», «Finnmark».",
    en="Write the word or the value in each cell: “yes”, “no”, “Finnmark”.",
)
_DITTO = re.compile(
    r"[-–—\s]*[\"”“„«»″]{1,2}[-–—\s]*|'{2}|[-–—]?\s*[,„]{2}\s*[-–—]?|(?:do|ditto|idem|ibid|id)\.?"
    r"|(?:det )?(?:samme|same)(?: som (?:over|ovenfor|forrige|ovanfor))?|som (?:over|ovenfor"
    r"|ovanfor)"
    r"|(?:the )?same as above|as above",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"[xX×✓✔✗✘☑☒☐●○◯■□◆◇★☆▲▼△▽◐◑+?!*]{1,5}"
    r"|(?:[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff]|[\U0001f000-\U0001faff])"
    r"(?:[\ufe0f\u200d]|[\u2600-\u27bf]|[\U0001f000-\U0001faff])*"
)
_IS_SHOWN = re.compile(r"`|\bkbd\b")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tables with ditto marks, or with cells of one sign or emoji."""
    for chapter in manuscript.chapters:
        for table in chapter.every(Table):
            odd = [cell for row in table.rows for cell in _odd_cells(row, chapter)]
            if odd:
                message = MESSAGE.filled(cell=odd[0], count=len(odd))
                yield Finding(RULE.name, RULE.severity, table.location, message, HINT)


def _odd_cells(row: Row, chapter: ChapterSource) -> Iterator[str]:
    """The cells of ``row`` with nothing but a sign. A table may be about code, or about keys."""
    line = row.location.line
    if line is None or not _IS_SHOWN.search(chapter.lines[line - 1]):
        for cell in map(str.strip, row.cells):
            if cell and (_DITTO.fullmatch(cell) or _SIGN.fullmatch(cell)):
                yield cell


RULE = Rule("table-cells-say-what-they-mean", Severity.WARNING, find, TABLES)
