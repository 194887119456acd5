"""Header cells by HTML's own algorithm (HTML, 4.9.12), and the numbers of list items."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bindery.document.model import Element
from bindery.finished.pdf.catalogue import written

_SCOPES = {"col": "column", "row": "row", "colgroup": "columns", "rowgroup": "rows"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in its table's grid: its headers, and how many rows and columns it covers."""

    headers: tuple[Element, ...]
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class _Slots:
    """The slots that a cell covers, counted from 0. ``group`` is its row group's number."""

    x: int
    y: int
    width: int
    height: int
    group: int
    cell: Element

    @property
    def columns(self) -> range:
        return range(self.x, self.x + self.width)

    @property
    def rows(self) -> range:
        return range(self.y, self.y + self.height)

    @property
    def is_header(self) -> bool:
        return self.cell.tag == "th"


def cells_of(table: Element) -> dict[Element, Cell]:
    """Every cell of ``table``, with its headers from the nearest to the farthest."""
    grid = _Grid(table)
    return {one.cell: Cell(tuple(grid.headers(one)), one.height, one.width) for one in grid.cells}


class _Grid:
    def __init__(self, table: Element) -> None:
        self.cells = tuple(_placed(table))
        covered = [((x, y), one) for one in self.cells for x in one.columns for y in one.rows]
        times = Counter(slot for slot, _ in covered)
        # A slot that two cells cover is ignored.
        self._at = {slot: one for slot, one in covered if times[slot] == 1}

    @cached_property
    def _data_columns(self) -> frozenset[int]:
        return frozenset(x for one in self.cells if not one.is_header for x in one.columns)

    @cached_property
    def _data_rows(self) -> frozenset[int]:
        return frozenset(y for one in self.cells if not one.is_header for y in one.rows)

    @cached_property
    def _row_groups_headers(self) -> tuple[_Slots, ...]:
        return tuple(one for one in self.cells if one.is_header and self._scope(one) == "rows")

    def headers(self, cell: _Slots) -> Iterator[Element]:
        """Yield the headers of ``cell`` that are not empty, each once."""
        names = cell.cell.get("headers")
        if names is not None:
            named = {one.cell.get("id"): one for one in reversed(self.cells)}
            found = [named[name] for name in names.split() if name in named]
        else:
            found = [one for y in cell.rows for one in self._scan(cell, cell.x, y, across=True)]
            found += [
                one for x in cell.columns for one in self._scan(cell, x, cell.y, across=False)
            ]
            found += self._of_row_group(cell)
        for header in dict.fromkeys(found):
            if header is not cell and _says_something(header.cell):
                yield header.cell

    def _scan(self, cell: _Slots, x: int, y: int, *, across: bool) -> Iterator[_Slots]:
        """Yield headers up to the table's edge.

        Beyond a data cell, a header is hidden by one of the same extent before that cell.
        """
        hiding: list[_Slots] = []
        block = [cell] if cell.is_header else []
        while True:
            x, y = (x - 1, y) if across else (x, y - 1)
            if x < 0 or y < 0:
                return
            here = self._at.get((x, y))
            if here is None:
                continue
            if not here.is_header:
                hiding += block
                block = []
                continue
            block.append(here)
            hidden = any(_same_extent(here, one, across=across) for one in hiding)
            if not hidden and self._scope(here) == ("row" if across else "column"):
                yield here

    def _scope(self, header: _Slots) -> str:
        """Return what a header applies to: its ``scope``, or else by the data cells beside it."""
        if scope := _SCOPES.get((header.cell.get("scope") or "").lower()):
            return scope
        if not self._data_rows.intersection(header.rows):
            return "column"
        return "" if self._data_columns.intersection(header.columns) else "row"

    def _of_row_group(self, cell: _Slots) -> Iterator[_Slots]:
        for one in self._row_groups_headers:
            before = one.x < cell.columns.stop and one.y < cell.rows.stop
            if one.group == cell.group and before:
                yield one


def _placed(table: Element) -> Iterator[_Slots]:
    """Yield the cells with the slots that rowspan and colspan leave them (HTML, 4.9.12.1)."""
    taken: set[tuple[int, int]] = set()
    y = 0
    groups = list(table.iterchildren("thead", "tbody", "tfoot")) or [table]
    # A foot is the last of a table, wherever it is written.
    groups.sort(key=lambda group: group.tag == "tfoot")
    for number, group in enumerate(groups):
        rows = group.findall("tr")
        for index, row in enumerate(rows):
            x = 0
            for cell in row.iterchildren("td", "th"):
                while (x, y) in taken:
                    x += 1
                # A cell ends with its group of rows; zero means all that remain of it.
                left = len(rows) - index
                height = min(_span(cell, "rowspan", otherwise=1) or left, left)
                placed = _Slots(
                    x, y, _span(cell, "colspan", otherwise=1) or 1, height, number, cell
                )
                taken.update((column, at) for column in placed.columns for at in placed.rows)
                yield placed
                x = placed.columns.stop
            y += 1


def _span(cell: Element, name: str, otherwise: int) -> int:
    """Parse a number by HTML's rules (2.3.4.2); return ``otherwise`` if it is none."""
    number = re.match(r"[ \t\n\f\r]*\+?([0-9]+)", cell.get(name) or "")
    return int(number[1]) if number else otherwise


def _same_extent(one: _Slots, other: _Slots, *, across: bool) -> bool:
    return one.rows == other.rows if across else one.columns == other.columns


def _says_something(cell: Element) -> bool:
    return len(cell) > 0 or bool((cell.text or "").strip(" \t\n\f\r"))


_SOURCES = "sources"
"""The class of the list of sources, which has no bullets."""

_KINDS = {"a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}


def numbering(element: Element) -> str:
    """Return how a list is numbered, as PDF names it."""
    if element.tag == "dl":
        return "description"
    if element.tag == "ol":
        return _KINDS.get(element.get("type") or "1", "Decimal")
    return "unmarked" if _SOURCES in (element.get("class") or "").split() else "bullets"


def items(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield each item with its number as it is written, ``4`` or ``a)``; empty for a bullet."""
    style = {"1": "D", "i": "r", "I": "R"}.get(kind := element.get("type") or "1", kind)
    number = int(element.get("start") or 1)
    for item in element.iterfind("li"):
        number = int(item.get("value") or number)
        yield item, _around(written(number, style), element) if element.tag == "ol" else ""
        number += 1


def _around(number: str, element: Element) -> str:
    """Return ``number`` with the parentheses that the list's class says its labels have."""
    names = (element.get("class") or "").split()
    if any(name.endswith("-parens") for name in names):
        return f"({number})"
    return f"{number})" if any(name.endswith("-paren") for name in names) else number
