"""Tables that come as blocks, ``::: {.table}`` › ``::: row`` › ``::: cell``, as rules see them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from markdown_it.token import Token

from bindery.manuscript.source.attributes import Attributes

Role = Literal["table", "row", "cell"]

_TOO_MANY = 4
"""Digits. HTML has no cell over more than 1000 columns."""


@dataclass(slots=True)
class CarriedCell:
    """A cell: where its first words are, and how much it covers. ``header`` is ``col`` or ``row``.

    ``inlines`` are its words' tokens; ``is_words`` is whether it is one paragraph and no more.
    """

    header: str
    columns: int
    rows: int
    inlines: list[Token] = field(default_factory=list)
    blocks: int = 0
    is_words: bool = False


@dataclass(slots=True)
class CarriedRow:
    """A row, and the line that its block begins on, from 0."""

    part: str
    line: int
    cells: list[CarriedCell] = field(default_factory=list)


@dataclass(slots=True)
class Carried:
    """The blocks of a chapter that are tables, rows and cells, by their index in the tokens."""

    roles: dict[int, Role] = field(default_factory=dict)
    tables: dict[int, list[CarriedRow]] = field(default_factory=dict)
    cells: dict[int, CarriedCell] = field(default_factory=dict)


def carried_tables(tokens: Sequence[Token]) -> Carried:
    """The tables among ``tokens`` that are made of blocks."""
    found = Carried()
    around: list[tuple[int, Role | None]] = []
    for index, token in enumerate(tokens):
        if token.nesting < 0:
            around.pop()
            continue
        parent, role = around[-1] if around else (-1, None)
        own: Role | None = None
        if token.type == "div_open":
            own = _role(token.meta["attributes"], role)
            if own == "row":
                found.roles[parent] = "table"
                rows = found.tables.setdefault(parent, [])
                assert token.map is not None
                rows.append(CarriedRow(_part(token.meta["attributes"]), token.map[0]))
            elif own == "cell":
                table = around[-2][0]
                found.cells[index] = _cell(token.meta["attributes"])
                found.tables[table][-1].cells.append(found.cells[index])
            if own in ("row", "cell"):
                found.roles[index] = own
        if role == "cell":
            found.cells[parent].blocks += 1
            found.cells[parent].is_words = token.type == "paragraph_open"
        if token.type == "inline":
            inside = next((at for at, kind in reversed(around) if kind == "cell"), None)
            if inside is not None:
                found.cells[inside].inlines.append(token)
        if token.nesting > 0:
            around.append((index, own))
    for cell in found.cells.values():
        cell.is_words = cell.is_words and cell.blocks == 1
    return found


def _role(attributes: Attributes, around: Role | None) -> Role | None:
    """What a block is, by its classes and by the one that it is directly in."""
    if "table" in attributes.classes:
        return "table"
    if around == "table" and "row" in attributes.classes:
        return "row"
    return "cell" if around == "row" and "cell" in attributes.classes else None


def _part(attributes: Attributes) -> str:
    return next((name for name in ("head", "foot") if name in attributes.classes), "body")


def _cell(attributes: Attributes) -> CarriedCell:
    columns, rows = (attributes.get(name) or "1" for name in ("colspan", "rowspan"))
    return CarriedCell(attributes.get("header") or "", _number(columns), _number(rows))


def _number(written: str) -> int:
    return max(1, int(written)) if written.isdecimal() and len(written) < _TOO_MANY else 1


@dataclass(frozen=True, slots=True)
class Line:
    """A row by its columns: the cell over each, also one that began in a row above."""

    row: CarriedRow
    cells: tuple[CarriedCell | None, ...]

    @property
    def written(self) -> int:
        """How many columns have a cell."""
        return sum(cell is not None for cell in self.cells)

    @property
    def line(self) -> int:
        """The line of its first words, from 0; else that of its block."""
        own = (inline.map[0] for cell in self.row.cells for inline in cell.inlines if inline.map)
        return min(own, default=self.row.line)


def lines_of(rows: Sequence[CarriedRow]) -> list[Line]:
    """Each row with as many columns as the longest of the first part has."""
    lines: list[dict[int, CarriedCell]] = []
    covering: dict[int, tuple[CarriedCell, int]] = {}
    for number, row in enumerate(rows):
        if number and row.part != rows[number - 1].part:
            covering.clear()
        line = {column: cell for column, (cell, end) in covering.items() if end > number}
        column = 0
        for cell in row.cells:
            while column in line:
                column += 1
            for covered in range(column, column + cell.columns):
                line[covered] = cell
                covering[covered] = cell, number + cell.rows
            column += cell.columns
        lines.append(line)
    first = [line for line, row in zip(lines, rows, strict=True) if row.part == rows[0].part]
    width = max((max(line, default=-1) + 1 for line in first), default=0)
    return [
        Line(row, tuple(map(line.get, range(max((width, *(at + 1 for at in line)))))))
        for line, row in zip(lines, rows, strict=True)
    ]
