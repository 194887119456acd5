"""The words of a table fit side by side on the widest page there is.

## Why

A wide table gets a turned page of its own. If not even that is wide enough, words are split in the
middle. That is hard for people who read with a magnifier or with difficulty. On a screen such a
table must be scrolled sideways, one part at a time.

## Hvorfor

Ordene i en tabell får plass ved siden av hverandre på den bredeste siden som finnes. En bred tabell
får en egen, liggende side. Hvis heller ikke den er bred nok, deles ord på midten. Det er vanskelig
for lesere som bruker lupe eller strever med å lese. På skjerm må en slik tabell rulles sidelengs,
én del om gangen.

## Fails

Line 4:

```markdown
# Tall

::: table
| Kommune  | Næringsutvikling | Kommunestyret | Nabo  | Fylke | Sist endret |
|----------|---------|---------|---------------------------|------------------------|----------|
| Alta     | vedtatt | ventes  | næringslivsorganisasjoner | befolkningsutviklingen | november |
| Rana     | næringslivsorganisasjonene | kommuneadministrasjonen | ja | nei | november |

Hva kommunene har laget.
:::
```

## Passes

```markdown
# Tall

::: table
| Kommune | Strategi | Plan | Framskriving | Sikkerhet | Undersøkelse |
|---------|------|------|------|------|------|
| Alta    | ja   | nei  | ja   | ja   | nei  |
| Rana    | ja   | ja   | nei  | nei  | ja   |

Hva kommunene har laget.
:::
```

## Clauses

- WCAG 2.2: 1.4.10 Reflow (AA), which excepts tables from reflow, but not readers from scrolling.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from math import ceil
from pathlib import Path

from bindery.document.addresses import unbreakable
from bindery.document.paper import (
    LARGE_PRINT_PAPER,
    LARGE_TEXT_SIZE,
    PAPER,
    POINTS_TO_A_MILLIMETRE,
    TEXT_SIZE,
)
from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Code, Image, Prose, Table
from bindery.manuscript.templates import templates_of
from bindery.rules.manuscript._extents import TABLES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Tabellen er for bred for {edition}, også på liggende side. De lengste ordene i de"
    " {columns} kolonnene tar {needed} av {room} mm. Ord blir delt.",
    en="The table is too wide for {edition}, even on a turned page. The longest words of its"
    " {columns} columns take {needed} of {room} mm. Words are split.",
)
PRINT = Text(nb="PDF-en", en="the PDF")
LARGE_PRINT = Text(nb="PDF-en med stor skrift", en="the PDF in large print")
HINT = Text(
    nb="Del tabellen i flere, bytt rader og kolonner, eller skriv kortere ord i overskriftene.",
    en="Divide the table, swap rows and columns, or write shorter words in the headers.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tables whose longest words do not fit on a landscape page of some printed edition."""
    fonts = templates_of(manuscript.publication).fonts
    editions = tuple(_printed(manuscript.publication))
    for chapter in manuscript.chapters:
        for table in chapter.every(Table):
            for edition, size, room in editions:
                needed = width_of(table, size, fonts)
                if needed > room and _is_only_words(table, chapter):
                    message = MESSAGE.filled(
                        edition=edition,
                        columns=len(table.header.cells),
                        needed=ceil(needed),
                        room=int(room),
                    )
                    yield Finding(RULE.name, RULE.severity, table.location, message, HINT)
                    break


def _printed(publication: Publication) -> Iterator[tuple[Text, int, float]]:
    """Each printed edition, the size of its text in points, and its widest line in millimetres."""
    settings = publication.settings.editions
    yield PRINT, TEXT_SIZE, PAPER[settings.pdf.page_size].turned_width
    if settings.large_print.enabled:
        yield LARGE_PRINT, LARGE_TEXT_SIZE, LARGE_PRINT_PAPER.turned_width


def _is_only_words(table: Table, chapter: ChapterSource) -> bool:
    """Whether it has no images or formulas.

    Their alternative text and TeX are known here, but these are not what is printed.
    """
    assert table.location.line is not None
    assert table.last.line is not None
    lines = range(table.location.line, table.last.line + 1)
    inside = [element for element in chapter.elements if element.location.line in lines]
    runs = [run for prose in inside if isinstance(prose, Prose) for run in prose.runs]
    code = [element for element in inside if isinstance(element, Code)]
    return len(code) == sum(run.is_code for run in runs) and not any(
        isinstance(element, Image) for element in inside
    )


RULE = Rule("table-fits-the-page", Severity.WARNING, find, TABLES)

REGULAR, BOLD = "Andika-Regular.ttf", "Andika-Bold.ttf"
"""The typefaces of rows and of the header row."""

BETWEEN_COLUMNS = 0.7
"""The padding of every cell in ``print.css``, as a multiple of the text's size."""


def width_of(table: Table, size: float, folders: tuple[Path, ...]) -> float:
    """The total width in millimetres of the longest words of all columns.

    ``size`` is that of the text in points; ``folders`` contain the typefaces.
    """
    regular, bold = (_advances(name, folders) for name in (REGULAR, BOLD))
    columns: dict[int, float] = defaultdict(float)
    for rows, advances in ((table.head, bold), (table.rows, regular)):
        for row in rows:
            for column, cell in enumerate(row.cells):
                if column not in row.merged:
                    width = _longest(cell, advances) + BETWEEN_COLUMNS
                    columns[column] = max(columns[column], width)
    return sum(columns.values()) * size / POINTS_TO_A_MILLIMETRE


def _longest(cell: str, advances: dict[str, float]) -> float:
    return max((sum(advances.get(one, 0) for one in part) for part in unbreakable(cell)), default=0)


@cache
def _advances(name: str, folders: tuple[Path, ...]) -> dict[str, float]:
    """The width of each character as a multiple of the text's size; empty without the file."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - not for a book without wide tables

    file = next((path for folder in folders if (path := folder / name).is_file()), None)
    if file is None:
        return {}
    with TTFont(file, lazy=True) as font:
        units, widths = font["head"].unitsPerEm, font["hmtx"]
        return {chr(code): widths[glyph][0] / units for code, glyph in font.getBestCmap().items()}
