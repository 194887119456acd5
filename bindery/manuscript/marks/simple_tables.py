"""Tables whose columns are drawn by a line of dashes, as in pandoc: simple, multiline, headerless.

A simple table has its header on the line above the dashes, and a row on each line below. A
multiline table begins and ends with a line of dashes, and has a blank line between rows. Without a
header, either begins with the line that draws the columns, and ends with a line of dashes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bindery.manuscript.marks.table_model import (
    Cell,
    Header,
    Part,
    Row,
    Ruled,
    TableModel,
    UnreadableTableError,
    Written,
    cell_lines,
)

COLUMNS = re.compile(r" *-{2,}(?: +-{2,})+[ \t]*$")
"""The line that draws two columns or more."""

_WHOLE = re.compile(r" *-{3,}[ \t]*$")
_DASHES = re.compile(r" *-+(?: +-+)*[ \t]*$")
_COLUMN = re.compile("-+")
_FEWEST = 2
"""Lines before the first row: the header and its line of columns."""

_LONGEST_HEADER = 30
"""Lines."""


def simple_table_lines(lines: Iterable[str]) -> int:
    """How many of ``lines`` are the simple or multiline table that begins them; 0 for none.

    No more lines are taken from ``lines`` than up to its end, or where it is seen to be none.
    """
    numbered = _Counted(lines)
    first = next(numbered, "")
    if COLUMNS.match(first):
        return _ruled_rows(numbered, headless=True)
    if _WHOLE.match(first):
        has_columns = _goes_on_to_columns(numbered)
        return _ruled_rows(numbered, headless=False) if has_columns else 0
    columns = next(numbered, "") if first.strip() else ""
    if not COLUMNS.match(columns):
        return 0
    ends, has_last_line = _rows(numbered)
    return ends if has_last_line or _are_headers(first, columns) else 0


def _are_headers(line: str, columns: str) -> bool:
    """Whether ``line`` has words over another column than the first, and none over an edge.

    A line of text above a rule of dashes has not.
    """
    try:
        cells = list(_split(Ruled(Written(line, 0)), _columns(columns)))
    except UnreadableTableError:
        return False
    return any(cell.text.strip() for cell in cells[1:])


def _columns(line: str) -> list[tuple[int, int]]:
    return [found.span() for found in _COLUMN.finditer(line)]


def _goes_on_to_columns(lines: "_Counted") -> bool:
    """Whether the next lines are a header, with a line of columns below it."""
    for line in lines:
        if COLUMNS.match(line):
            return lines.taken > _FEWEST
        if not line.strip() or _DASHES.match(line) or lines.taken > _LONGEST_HEADER:
            return False
    return False


def _rows(lines: "_Counted") -> tuple[int, bool]:
    """Where the rows of a simple table end: before a blank line, or with a line of dashes.

    Also whether there is such a line.
    """
    ends = lines.taken
    for line in lines:
        if not line.strip():
            break
        ends = lines.taken
        if _DASHES.match(line):
            return (ends, True) if ends > _FEWEST + 1 else (0, False)
    return (ends if ends > _FEWEST else 0), False


class _Counted(Iterator[str]):
    """Lines, and how many have been taken."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.taken = 0

    def __next__(self) -> str:
        line = next(self._lines)
        self.taken += 1
        return line


def _ruled_rows(lines: _Counted, *, headless: bool) -> int:
    """Where the rows below a line of columns end with a line of dashes; 0 if they do not."""
    above = lines.taken
    blank = not headless
    for line in lines:
        if not _DASHES.match(line):
            blank = blank or not line.strip()
            continue
        ends = lines.taken
        ended = not blank or not next(lines, "").strip()
        return ends if ended and ends > above + 1 else 0
    return 0


def read_simple_table(lines: Sequence[Written]) -> TableModel:
    """The table of ``lines``, all of them, as ``simple_table_lines`` counts them.

    Raises ``UnreadableTableError`` where a column's edge goes through a word.
    """
    at = next(number for number, line in enumerate(lines) if COLUMNS.match(line.text))
    columns = _columns(lines[at].text)
    begins = 1 if at and _WHOLE.match(lines[0].text) else 0
    is_multiline = begins == 1 or any(not line.text.strip() for line in lines[at:])
    last = len(lines) - 1 if _DASHES.match(lines[-1].text) else len(lines)
    rows: list[Row] = []
    if at:
        rows.append(_row(lines[begins:at], columns, "head", "col"))
    below = lines[at + 1 : last]
    for group in _paragraphs(below) if is_multiline else ([line] for line in below):
        rows.append(_row(group, columns, "body", ""))
    return TableModel(tuple(rows), blocks=False)


def _paragraphs(lines: Sequence[Written]) -> Iterator[Sequence[Written]]:
    """The lines between blank ones."""
    blank = [-1, *(at for at, line in enumerate(lines) if not line.text.strip()), len(lines)]
    for before, after in pairwise(blank):
        if after > before + 1:
            yield lines[before + 1 : after]


def _row(
    lines: Sequence[Written], columns: Sequence[tuple[int, int]], part: Part, header: Header
) -> Row:
    split = [list(_split(Ruled(line), columns)) for line in lines]
    cells = (cell_lines(column) for column in zip(*split, strict=True))
    return Row(tuple(Cell(cell, header=header) for cell in cells), part)


def _split(line: Ruled, columns: Sequence[tuple[int, int]]) -> Iterator[Written]:
    """The part of a line in each column. A word begun between two belongs to the second."""
    first = 0
    for (_, ends), (begins, _) in pairwise(columns):
        edge = begins
        while edge > ends and not line.at(edge).isspace() and not line.at(edge - 1).isspace():
            edge -= 1
        if not line.at(edge - 1).isspace() and not line.at(edge).isspace():
            raise UnreadableTableError
        yield line.part(first, edge)
        first = edge
    yield line.part(first)
