"""A table's grid, and the headers of each cell, by the algorithms of the HTML standard (4.9.12)."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal
from xml.etree.ElementTree import Element

MOST_COLUMNS, MOST_ROWS = 1000, 65534
"""The greatest ``colspan`` and ``rowspan`` in HTML."""

SPACE = " \t\n\f\r"

_NUMBER = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]+)")


@dataclass(frozen=True, slots=True, eq=False)
class PlacedCell:
    """A cell at its first row and column, counted from 0, compared by identity."""

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
        """Whether it has no content, not even an image."""
        return not len(self.element) and not (self.element.text or "").strip(SPACE)

    @property
    def slots(self) -> Iterator[tuple[int, int]]:
        """The row and column of each slot it covers."""
        for row in range(self.row, self.row + self.rowspan):
            for column in range(self.column, self.column + self.colspan):
                yield row, column


class Grid:
    """A table's slots, and the cells that cover them; with wrong spans, two can cover one slot."""

    def __init__(self, table: Element) -> None:
        """Place every cell of ``table``. A ``tfoot`` comes last, wherever it is written."""
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
    """The rows of each group, in display order."""
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
    """The group of each column, by the ``colgroup`` elements before the rows."""
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


Scope = Literal["Row", "Column"]
"""ISO 32000-1, table 349. In HTML no cell is a header of both its row and its column."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its first row and column, counted from 0 in the table as it is shown.

    ``scope`` is what a header cell is the header of; ``None`` if HTML does not decide, and for
    data. ``headers`` are the header cells of this cell, in the order of the algorithm.
    """

    element: Element
    row: int
    column: int
    rowspan: int
    colspan: int
    is_header: bool
    scope: Scope | None
    headers: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class TableModel:
    """All cells of a table, row by row: a ``tfoot`` comes last, wherever it is written."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]


def read_table(table: Element) -> TableModel:
    """The cells of ``table``, an element without a namespace, with their headers.

    ``headers=`` can only refer to cells of this table.
    """
    grid = Grid(table)
    headers = _Headers(table, grid)
    return TableModel(
        rows=grid.rows,
        columns=grid.columns,
        cells=tuple(
            Cell(
                element=cell.element,
                row=cell.row,
                column=cell.column,
                rowspan=cell.rowspan,
                colspan=cell.colspan,
                is_header=cell.is_header,
                scope=headers.scope(cell),
                headers=tuple(header.element for header in headers.of(cell)),
            )
            for cell in grid.cells
        ),
    )


class _Headers:
    """The headers of each cell."""

    def __init__(self, table: Element, grid: Grid) -> None:
        data = set(chain.from_iterable(cell.slots for cell in grid.cells if not cell.is_header))
        self._data_rows = {row for row, _ in data}
        self._data_columns = {column for _, column in data}
        self._along_rows = _Way(grid, self._heads_row, _height, lambda row, column: (row, column))
        self._up_columns = _Way(grid, self._heads_column, _width, lambda row, column: (column, row))
        self._of_row_groups = [cell for cell in grid.cells if cell.scope == "rowgroup"]
        self._of_column_groups = [cell for cell in grid.cells if cell.scope == "colgroup"]
        self._cells = {cell.element: cell for cell in grid.cells}
        self._identified: dict[str, Element] = {}
        for element in table.iter():
            self._identified.setdefault(element.get("id", ""), element)

    def scope(self, cell: PlacedCell) -> Scope | None:
        """A header's scope in PDF. Only ``Headers`` can express that it heads a whole group."""
        if cell.scope == "colgroup" or self._heads_column(cell):
            return "Column"
        if cell.scope == "rowgroup" or self._heads_row(cell):
            return "Row"
        return None

    def of(self, cell: PlacedCell) -> tuple[PlacedCell, ...]:
        """The header cells assigned to ``cell``, without empty cells and duplicates."""
        named = cell.element.get("headers")
        found = self._found(cell) if named is None else self._named(named)
        return tuple(
            header for header in dict.fromkeys(found) if header is not cell and not header.is_empty
        )

    def _named(self, ids: str) -> Iterator[PlacedCell]:
        for token in filter(None, re.split(f"[{SPACE}]", ids)):
            element = self._identified.get(token)
            if element in self._cells:
                yield self._cells[element]

    def _found(self, cell: PlacedCell) -> Iterator[PlacedCell]:
        yield from self._along_rows.headers(cell)
        yield from self._up_columns.headers(cell)
        for header in self._of_row_groups:
            if header.row_group == cell.row_group and _begins_in_time(header, cell):
                yield header
        for header in self._of_column_groups:
            is_grouped = header.column_group is not None
            same_group = is_grouped and header.column_group == cell.column_group
            if same_group and _begins_in_time(header, cell):
                yield header

    def _heads_column(self, cell: PlacedCell) -> bool:
        if cell.scope:
            return cell.scope == "col"
        rows = range(cell.row, cell.row + cell.rowspan)
        return cell.is_header and self._data_rows.isdisjoint(rows)

    def _heads_row(self, cell: PlacedCell) -> bool:
        if cell.scope:
            return cell.scope == "row"
        columns = range(cell.column, cell.column + cell.colspan)
        is_row_header = cell.is_header and self._data_columns.isdisjoint(columns)
        return is_row_header and not self._heads_column(cell)


class _Way:
    """One direction from a cell to its headers: back along its rows, or up its columns.

    ``heads`` is whether a header applies to cells in this direction, ``extent`` gives the first
    line and the number of lines that a cell covers, and ``turned`` the line and position of a slot.
    """

    def __init__(
        self,
        grid: Grid,
        heads: Callable[[PlacedCell], bool],
        extent: Callable[[PlacedCell], tuple[int, int]],
        turned: Callable[[int, int], tuple[int, int]],
    ) -> None:
        self._heads, self._extent, self._turned = heads, extent, turned
        self._lines: defaultdict[int, list[tuple[int, PlacedCell]]] = defaultdict(list)
        for slot, cells in sorted(grid.covering.items(), key=lambda one: turned(*one[0])):
            if len(cells) == 1:
                line, place = turned(*slot)
                self._lengthen(self._lines[line], place, cells[0])

    def _lengthen(self, line: list[tuple[int, PlacedCell]], place: int, cell: PlacedCell) -> None:
        """Add ``cell`` to ``line``, unless the one before it is of the same kind."""
        previous = line[-1][1] if line else None
        if previous is None or self._kind(previous) != self._kind(cell):
            line.append((place, cell))

    def _kind(self, cell: PlacedCell) -> object:
        """A key for cells of the same effect: data, or headers of one extent that only hide."""
        if not cell.is_header:
            return None
        return cell if self._heads(cell) else self._extent(cell)

    def headers(self, cell: PlacedCell) -> Iterator[PlacedCell]:
        """The headers found from each line that ``cell`` covers; some are found several times.

        A slot that two cells cover is skipped. A header beyond data cells is hidden by one of the
        same extent that was found before the data.
        """
        first, count = self._extent(cell)
        _, place = self._turned(cell.row, cell.column)
        for number in range(first, first + count):
            hidden: set[tuple[int, int]] = set()
            block = [cell] if cell.is_header else []
            for other in self._met(number, place):
                if other.is_header:
                    block.append(other)
                    if self._extent(other) not in hidden and self._heads(other):
                        yield other
                else:
                    hidden.update(map(self._extent, block))
                    block.clear()

    def _met(self, number: int, before: int) -> Iterator[PlacedCell]:
        """The cells of a line from the position ``before`` back to the first."""
        line = self._lines[number]
        passed = bisect_left(line, before, key=lambda one: one[0])
        return (cell for _, cell in reversed(line[:passed]))


def _width(cell: PlacedCell) -> tuple[int, int]:
    return cell.column, cell.colspan


def _height(cell: PlacedCell) -> tuple[int, int]:
    return cell.row, cell.rowspan


def _begins_in_time(header: PlacedCell, cell: PlacedCell) -> bool:
    """Whether a group's header begins before the end of ``cell``."""
    before_end = header.column < cell.column + cell.colspan
    return before_end and header.row < cell.row + cell.rowspan
