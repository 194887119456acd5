"""How wide the words of a table are in print, set in the book's own typeface."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from bindery.manuscript.source_elements import Table

REGULAR, BOLD = "Andika-Regular.ttf", "Andika-Bold.ttf"
"""Rows are set in the one, the row of headers in the other."""

BETWEEN_COLUMNS = 0.7
"""Of the text's size: the padding of every cell in ``print.css``."""

_POINTS = 72 / 25.4

_PART = re.compile(r"[^ \u2010/-]+[\u2010/-]?")
"""What stands on one line: a line may end at a space that is not a hard one, and after a hyphen."""


def width_of(table: Table, size: float, folders: tuple[Path, ...]) -> float:
    """Millimetres that the longest word of every column takes up, side by side.

    ``size`` is the text's in points; ``folders`` hold the typefaces.
    """
    regular, bold = (_advances(name, folders) for name in (REGULAR, BOLD))
    headers = _widest([table.header.cells], bold)
    rows = _widest([row.cells for row in table.rows], regular)
    rows += [0.0] * (len(headers) - len(rows))
    columns = (max(pair) + BETWEEN_COLUMNS for pair in zip(headers, rows, strict=True))
    return sum(columns) * size / _POINTS


def _widest(rows: Sequence[Iterable[str]], advances: dict[str, float]) -> list[float]:
    """The longest word of each column, in parts of the text's size."""
    columns = zip(*rows, strict=True)
    return [max(_longest(cell, advances) for cell in column) for column in columns]


def _longest(cell: str, advances: dict[str, float]) -> float:
    return max(
        (sum(advances.get(one, 0) for one in part) for part in _PART.findall(cell)), default=0
    )


@cache
def _advances(name: str, folders: tuple[Path, ...]) -> dict[str, float]:
    """How wide each character is, in parts of the text's size; none where there is no such file."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - not for a book without wide tables

    file = next((path for folder in folders if (path := folder / name).is_file()), None)
    if file is None:
        return {}
    with TTFont(file, lazy=True) as font:
        units, widths = font["head"].unitsPerEm, font["hmtx"]
        return {chr(code): widths[glyph][0] / units for code, glyph in font.getBestCmap().items()}
