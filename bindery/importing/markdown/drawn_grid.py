"""Draw a table with merged cells, or with several blocks in cells, as a grid of lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

NARROWEST = 3


@dataclass
class Drawn:
    """A cell: its lines, and the rows and columns it covers."""

    lines: list[str]
    rows: int = 1
    columns: int = 1
    row: int = 0
    column: int = 0


def placed(rows: Sequence[Sequence[Drawn]], columns: int) -> list[Drawn]:
    """The cells with their places, each below and beside those that reach there; no place is free.

    A cell that would lie over another, or outside, is cut.
    """
    height = len(rows)
    taken: list[list[Drawn | None]] = [[None] * columns for _ in range(height)]
    cells: list[Drawn] = []
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while column < columns and taken[at][column] is not None:
                column += 1
            if column == columns:
                if cells and cell.lines:
                    cells[-1].lines += ["", *cell.lines]
                continue
            cell.row, cell.column = at, column
            width = 1
            while (
                width < cell.columns
                and column + width < columns
                and taken[at][column + width] is None
            ):
                width += 1
            cell.columns = width
            cell.rows = max(1, min(cell.rows, height - at))
            for line in range(at, at + cell.rows):
                taken[line][column : column + width] = [cell] * width
            cells.append(cell)
        for column in range(columns):
            if taken[at][column] is None:
                empty = Drawn([], row=at, column=column)
                taken[at][column] = empty
                cells.append(empty)
    return cells


def drawn(cells: Sequence[Drawn], rows: int, columns: int, header: int) -> list[str]:
    """The lines of the grid; the first ``header`` rows are headers."""
    widths = [NARROWEST] * columns
    heights = [1] * rows
    for cell in sorted(cells, key=lambda one: one.columns):
        need = max(map(_width, cell.lines), default=0)
        covered = range(cell.column, cell.column + cell.columns)
        missing = need - sum(widths[at] for at in covered) - 3 * (cell.columns - 1)
        if missing > 0:
            widths[covered[-1]] += missing
    for cell in sorted(cells, key=lambda one: one.rows):
        below = range(cell.row, cell.row + cell.rows)
        missing = len(cell.lines) - sum(heights[at] for at in below) - (cell.rows - 1)
        if missing > 0:
            heights[below[-1]] += missing
    lefts = [0]
    for width in widths:
        lefts.append(lefts[-1] + width + 3)
    tops = [0]
    for height in heights:
        tops.append(tops[-1] + height + 1)
    lines = [[" "] * (lefts[-1] + 1) for _ in range(tops[-1] + 1)]
    for cell in cells:
        _draw(cell, lines, lefts, tops, header)
    return ["".join(line).rstrip() for line in lines]


def _draw(
    cell: Drawn, lines: list[list[str]], lefts: list[int], tops: list[int], header: int
) -> None:
    left, right = lefts[cell.column], lefts[cell.column + cell.columns]
    top, bottom = tops[cell.row], tops[cell.row + cell.rows]
    for at, row in ((top, cell.row), (bottom, cell.row + cell.rows)):
        sign = "=" if row == header and header else "-"
        for column in range(left + 1, right):
            if lines[at][column] != "+":
                lines[at][column] = sign
    for row in range(top + 1, bottom):
        for column in (left, right):
            if lines[row][column] != "+":
                lines[row][column] = "|"
    for row in (top, bottom):
        for column in (left, right):
            lines[row][column] = "+"
    for at, text in enumerate(cell.lines[: bottom - top - 1], top + 1):
        column = left + 2
        for letter in text:
            if column >= right - 1:
                break
            lines[at][column] = letter
            if _width(letter) == 2:
                # The letter takes the place of two.
                lines[at][column + 1] = ""
                column += 1
            column += 1


_SAFE = re.compile(r"[^\W\d_]{2,}[\w,;:’'»”-]*[.?!]?$")
"""A word that can begin a line and be nothing but a word."""
_WHOLE = re.compile(r"[`$\[\]<>|{}]|^\s|^[-+*#\d]|^\w+[.)]\s|\\$")
_ROOM = 60


def folded(line: str) -> list[str]:
    """``line`` as lines of about ``_ROOM`` letters, if it is running text."""
    if len(line) <= _ROOM or _WHOLE.search(line):
        return [line]
    lines = [""]
    for word in line.split(" "):
        if len(lines[-1]) + len(word) >= _ROOM and _SAFE.match(word) and lines[-1]:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
