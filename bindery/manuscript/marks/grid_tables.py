"""Grid tables: cells drawn with ``+``, ``-`` and ``|``, as in pandoc and reStructuredText.

A line of ``=`` ends the header rows. Where such a line also ends the table, the one before it
begins the foot. Colons at the ends of a line's dashes align the columns. A cell may cover several
rows and columns.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bindery.manuscript.marks.table_model import (
    Align,
    Cell,
    Part,
    Row,
    Ruled,
    TableModel,
    UnreadableTableError,
    Written,
    cell_lines,
)

_LINE = re.compile(r"\+[-=:+]+\+[ \t]*$")
_ALIGNS: dict[tuple[bool, bool], Align] = {
    (True, True): "center",
    (True, False): "left",
    (False, True): "right",
}
_ACROSS, _DOWN = frozenset("+-=:"), frozenset("+|")
_FEWEST = 3
"""Lines: one above a row, the row, one below it."""

_PATIENCE = 30
"""Steps for each letter. A grid that takes more is none."""


def begins_grid(line: str, following: str) -> bool:
    """Whether two lines, without their indentation, look like the first of a grid."""
    is_drawn = _LINE.match(line) is not None and ("-" in line or "=" in line)
    return is_drawn and following.startswith(("|", "+"))


def grid_lines(lines: Iterable[str]) -> int:
    """How many of the ``lines``, without indentation, belong to the grid that begins them."""
    return sum(1 for _ in takewhile(lambda line: line.startswith(("|", "+")), lines))


def read_grid(lines: Sequence[Written]) -> TableModel:
    """The table drawn by ``lines``, which have no indentation.

    Raises ``UnreadableTableError`` if cells overlap, or the grid is not whole.
    """
    grid = _Grid(lines)
    boxes = tuple(grid.boxes())
    rows = sorted({box.top for box in boxes})
    columns = sorted({box.left for box in boxes})
    head, foot = grid.parts()
    aligns = grid.aligns(columns, head)
    written: list[list[Cell]] = [[] for _ in rows]
    for box in boxes:
        number = bisect_left(rows, box.top)
        column = bisect_left(columns, box.left)
        ends_at = bisect_left(columns, box.right)
        is_header = box.top < head
        if (is_header and box.bottom > head) or (box.top < foot < box.bottom):
            raise UnreadableTableError
        written[number].append(
            Cell(
                cell_lines(grid.inside(box)),
                colspan=ends_at - column,
                rowspan=bisect_left(rows, box.bottom) - number,
                header="col" if is_header else "",
                align=aligns[column] if ends_at - column == 1 else "",
            )
        )
    parts: dict[bool, Part] = {True: "head", False: "body"}
    return TableModel(
        tuple(
            Row(tuple(cells), "foot" if top >= foot else parts[top < head])
            for top, cells in zip(rows, written, strict=True)
        )
    )


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell's frame: the lines and columns of its corners."""

    top: int
    left: int
    bottom: int
    right: int


class _Grid:
    def __init__(self, lines: Sequence[Written]) -> None:
        bare = [Written(line.text.rstrip(), line.start) for line in lines]
        self._lines = [Ruled(line) for line in bare]
        if len({line.width for line in self._lines}) > 1:
            # Not all editors give wide letters two columns.
            self._lines = [Ruled(line, wide=False) for line in bare]
        self._width = self._lines[0].width
        self._height = len(lines)
        if self._height < _FEWEST or any(line.width != self._width for line in self._lines):
            raise UnreadableTableError
        self._drawn = ["".join(map(line.at, range(self._width))) for line in self._lines]
        self._steps = _PATIENCE * self._width * self._height

    def boxes(self) -> Iterator[_Box]:
        """The cells, from the top and from the left; together they fill the grid."""
        across = [_reach(line, _ACROSS) for line in self._drawn]
        down = [_reach(column, _DOWN) for column in map("".join, zip(*self._drawn, strict=True))]
        done = [0] * self._width
        corners = [(0, 0)]
        seen = {(0, 0)}
        while corners:
            corners.sort(reverse=True)
            top, left = corners.pop()
            if top == self._height - 1 or left == self._width - 1 or done[left] > top:
                continue
            box = self._box(top, left, across, down)
            if any(done[column] != top for column in range(left, box.right)):
                raise UnreadableTableError
            done[left : box.right] = [box.bottom] * (box.right - left)
            yield box
            for corner in ((top, box.right), (box.bottom, left)):
                if corner not in seen:
                    seen.add(corner)
                    corners.append(corner)
        if any(end != self._height - 1 for end in done[:-1]):
            raise UnreadableTableError

    def _box(self, top: int, left: int, across: list[list[int]], down: list[list[int]]) -> _Box:
        """The smallest cell with this corner: the nearest right side that can be closed below."""
        bottoms = [
            line
            for line in range(top + 1, down[left][top] + 1)
            if self._drawn[line][left] == "+" and across[line][left] > left
        ]
        for right in range(left + 1, across[top][left] + 1):
            if self._drawn[top][right] != "+":
                continue
            for bottom in bottoms:
                self._steps -= 1
                if self._steps < 0 or bottom > down[right][top]:
                    break
                if self._drawn[bottom][right] == "+" and across[bottom][left] >= right:
                    return self._undivided(_Box(top, left, bottom, right))
        raise UnreadableTableError

    def _undivided(self, box: _Box) -> _Box:
        """``box``, if no line goes from its frame into it."""
        for column in range(box.left + 1, box.right):
            for edge, inner in ((box.top, box.top + 1), (box.bottom, box.bottom - 1)):
                if self._drawn[edge][column] == "+" and self._drawn[inner][column] == "|":
                    raise UnreadableTableError
        for line in range(box.top + 1, box.bottom):
            for edge, inner in ((box.left, box.left + 1), (box.right, box.right - 1)):
                if self._drawn[line][edge] == "+" and self._drawn[line][inner] in "-=":
                    raise UnreadableTableError
        return box

    def inside(self, box: _Box) -> list[Written]:
        """The lines of a cell."""
        return [
            self._lines[line].part(box.left + 1, box.right)
            for line in range(box.top + 1, box.bottom)
        ]

    def parts(self) -> tuple[int, int]:
        """The line that ends the header rows, and the one that begins the foot."""
        double = [
            number
            for number, line in enumerate(self._drawn)
            if "=" in line and not line.strip("+=:") and number > 0
        ]
        foot = self._height
        if double and double[-1] == self._height - 1:
            double.pop()
            if len(double) > 1:
                foot = double.pop()
        return (double[0] if double else 0), foot

    def aligns(self, columns: Sequence[int], head: int) -> list[Align]:
        """How each column is aligned, by the line below the headers, or else the first line."""
        line = self._drawn[head]
        ends = [*columns[1:], self._width - 1]
        return [
            _ALIGNS.get((line[first + 1] == ":", line[last - 1] == ":"), "")
            for first, last in zip(columns, ends, strict=True)
        ]


def _reach(line: str, drawn: frozenset[str]) -> list[int]:
    """For each letter, the index of the last of those drawn without a break from there on."""
    reach = list(range(len(line)))
    for at in reversed(range(len(line) - 1)):
        if line[at] in drawn and line[at + 1] in drawn:
            reach[at] = reach[at + 1]
    return reach
