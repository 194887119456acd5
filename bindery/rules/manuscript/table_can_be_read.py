"""A table that is drawn with letters has rows and cells that can be told apart.

## Why

Cells that overlap, or a line that is missing, leave it open which words belong together. Such a
table is printed as code: all its letters are there, but screen readers read them line by line,
without rows, cells and headers.

## Hvorfor

En tabell som er tegnet med streker, har rader og celler som kan skilles fra hverandre. Hvis celler
overlapper, eller en strek mangler, er det uklart hvilke ord som hører sammen. En slik tabell blir
trykt som kode: Alle tegnene er med, men skjermlesere leser dem linje for linje, uten rader, celler
og overskrifter.

## Fails

Line 3:

```markdown
# Tall

+---------+----------+
| Kommune | Fylke    |
|         +----------+
|                    |
+--------------------+

Slik er kommunene fordelt.
```

Line 3:

```markdown
# Tall

Kommune   Fylke
-------   --------
Kristiansund Møre og Romsdal
Rana      Nordland

Slik er kommunene fordelt.
```

## Passes

```markdown
# Tall

+---------+----------+
| Kommune | Fylke    |
+=========+==========+
| Alta    | Finnmark |
+---------+          |
| Hasvik  |          |
+---------+----------+

: Kommunene i studien.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import TABLES
from bindery.rules.manuscript._told import marks_of, marks_told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text

GRID = Text(
    nb="Strekene i tabellen danner ikke hele celler. Den blir trykt som kode.",
    en="The lines of the table do not form whole cells. It is printed as code.",
)
DRAW_CELLS = Text(
    nb="La alle linjene være like lange, og la hver celle være et rektangel med + i hjørnene.",
    en="Make all lines equally long, and each cell a rectangle with + at its corners.",
)
COLUMNS = Text(
    nb="Et ord i tabellen går over kanten til en kolonne. Tabellen blir trykt som kode.",
    en="A word in the table goes over a column's edge. The table is printed as code.",
)
WIDEN_COLUMNS = Text(
    nb="Flytt kolonnene så langt fra hverandre at hvert ord er under eller over sin egen strek.",
    en="Move the columns apart, so that each word is above or below its own line of dashes.",
)
_SAID = {"grid": (GRID, DRAW_CELLS), "simple": (COLUMNS, WIDEN_COLUMNS)}


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Each drawn table that is printed as code."""
    for mark in marks_of(manuscript, RULE.name):
        message, hint = _SAID[mark.kind]
        yield Finding(RULE.name, RULE.severity, mark.location, message, hint)


NAME = "table-can-be-read"
_UNREAD = marks_told(NAME, TABLES.unit)
_ALL: Extent[Manuscript] = Extent(
    TABLES.unit, lambda manuscript: TABLES.count(manuscript) + _UNREAD.count(manuscript)
)
RULE = Rule(NAME, Severity.ERROR, find, _ALL, makes_draft=True)
