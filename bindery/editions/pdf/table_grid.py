"""Where each cell of a table stands: the HTML standard's *forming a table* (4.9.12.1).

As browsers do, and unlike the letter of the standard, a span ends where its row group ends, and
rows outside any group are a ``tbody``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from xml.etree.ElementTree import Element

MOST_COLUMNS, MOST_ROWS = 1000, 65534
"""The widest and the tallest that HTML lets a cell be."""

SPACE = " \t\n\f\r"

_NUMBER = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]+)")


@dataclass(frozen=True, slots=True, eq=False)
class PlacedCell:
    """A cell at its first row and column, counted from 0. Two are equal only when they are one."""

    element: Element
    row: int
    column: int
    rowspan: int
    colspan: int
    row_group: int
    column_group: int | None

    @property
    def is_header(self) -> bool:
        """Whether it is a ``th``."""
        return self.element.tag == "th"

    @property
    def scope(self) -> str:
        """Its ``scope`` attribute, which only header cells have. Empty is HTML's *auto*."""
        said = self.element.get("scope", "").lower() if self.is_header else ""
        return said if said in ("row", "col", "rowgroup", "colgroup") else ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it, not even an image."""
        return not len(self.element) and not (self.element.text or "").strip(SPACE)

    @property
    def slots(self) -> Iterator[tuple[int, int]]:
        """The row and column of each slot it covers."""
        for row in range(self.row, self.row + self.rowspan):
            for column in range(self.column, self.column + self.colspan):
                yield row, column


class Grid:
    """A table's slots, and the cells that cover them. Broken spans can put two in one slot."""

    def __init__(self, table: Element) -> None:
        """Place every cell of ``table``, with a ``tfoot`` last wherever it is written."""
        self._column_groups = tuple(_column_groups(table))
        self.rows = 0
        self.columns = len(self._column_groups)
        self.cells: list[PlacedCell] = []
        self.covering: dict[tuple[int, int], list[PlacedCell]] = {}
        for number, rows in enumerate(_row_groups(table)):
            end = self.rows + len(rows)
            for row in rows:
                self._fill(row, number, end)
                self.rows += 1

    def _fill(self, row: Element, group: int, end: int) -> None:
        """Put the cells of ``row`` into its free slots, none of them reaching past ``end``."""
        column = 0
        for element in row:
            if element.tag not in ("td", "th"):
                continue
            while (self.rows, column) in self.covering:
                column += 1
            groups = self._column_groups
            cell = PlacedCell(
                element=element,
                row=self.rows,
                column=column,
                rowspan=min(_span(element, "rowspan", MOST_ROWS) or MOST_ROWS, end - self.rows),
                colspan=_span(element, "colspan", MOST_COLUMNS) or 1,
                row_group=group,
                column_group=groups[column] if column < len(groups) else None,
            )
            self.cells.append(cell)
            for slot in cell.slots:
                self.covering.setdefault(slot, []).append(cell)
            column += cell.colspan
            self.columns = max(self.columns, column)


def _row_groups(table: Element) -> Iterator[list[Element]]:
    """The rows of each group, in the order they are shown."""
    groups: list[list[Element]] = []
    feet: list[list[Element]] = []
    bare: list[Element] | None = None
    for child in table:
        if child.tag == "tr":
            if bare is None:
                bare = []
                groups.append(bare)
            bare.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            bare = None
            (feet if child.tag == "tfoot" else groups).append(child.findall("tr"))
    return chain(groups, feet)


def _column_groups(table: Element) -> Iterator[int]:
    """The group of each column that a ``colgroup`` before the rows speaks of."""
    for number, child in enumerate(table):
        if child.tag in ("thead", "tbody", "tfoot", "tr"):
            return
        if child.tag == "colgroup":
            for column in child.findall("col") or [child]:
                yield from [number] * (_span(column, "span", MOST_COLUMNS) or 1)


def _span(element: Element, attribute: str, most: int) -> int:
    """HTML's non-negative integer, no more than ``most``; 1 where there is none."""
    number = _NUMBER.match(element.get(attribute, ""))
    value = int(number[1]) if number else -1
    return min(value, most) if value >= 0 else 1
