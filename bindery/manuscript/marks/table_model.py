"""A table as its author wrote it, whatever the marks: rows and cells, with their exact lines."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Part = Literal["head", "body", "foot"]
Header = Literal["", "col", "row"]
Align = Literal["", "left", "center", "right"]

_TAB = 4


@dataclass(frozen=True, slots=True)
class Written:
    """Letters of one line of the chapter; ``start`` is the offset of the first of them."""

    text: str
    start: int

    def part(self, first: int, last: int | None = None) -> "Written":
        """The letters from ``first`` to ``last``."""
        return Written(self.text[first:last], self.start + first)

    def stripped(self) -> "Written":
        """The same without space at both ends."""
        bare = self.text.strip()
        return Written(bare, self.start + (self.text.find(bare) if bare else 0))

    @property
    def end(self) -> int:
        """The offset after the last letter."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, with its ``lines`` without the space around them; empty ones are kept between.

    ``name`` is its id, for links.
    """

    lines: tuple[Written, ...] = ()
    colspan: int = 1
    rowspan: int = 1
    header: Header = ""
    align: Align = ""
    name: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that begin in a row, first to last."""

    cells: tuple[Cell, ...]
    part: Part = "body"


@dataclass(frozen=True, slots=True)
class TableModel:
    """The rows of a table. ``blocks`` is whether cells can have blocks, such as lists."""

    rows: tuple[Row, ...]
    blocks: bool = True


class UnreadableTableError(Exception):
    """What looks like a table has no rows and cells that can be told apart."""


class Ruled:
    """One line by its columns on the screen: wide letters take two, marks on letters none.

    Without ``wide``, each letter takes one.
    """

    def __init__(self, line: Written, *, wide: bool = True) -> None:
        self.line = line
        self.columns: list[int] | None = None
        text = line.text
        self.width = len(text)
        if wide and (not text.isascii() or "\t" in text):
            self.columns = list(_columns(text))
            self.width = self.columns.pop()

    def index(self, column: int) -> int:
        """The index of the first letter at ``column`` or after it."""
        if self.columns is None:
            return min(column, len(self.line.text))
        return bisect_left(self.columns, column)

    def part(self, first: int, last: int | None = None) -> Written:
        """The letters between two columns."""
        return self.line.part(self.index(first), None if last is None else self.index(last))

    def at(self, column: int) -> str:
        """The letter that begins at ``column``; a space if none does."""
        at = self.index(column)
        begins = self.columns is None or (at < len(self.columns) and self.columns[at] == column)
        return self.line.text[at] if at < len(self.line.text) and begins else " "


def _columns(text: str) -> Iterable[int]:
    column = 0
    for letter in text:
        yield column
        if letter == "\t":
            column += _TAB - column % _TAB
        elif unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
            continue
        else:
            column += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
    yield column


def cell_lines(lines: Sequence[Written]) -> tuple[Written, ...]:
    """``lines`` without the space that all of them begin with, and without empty ends."""
    filled = [line for line in lines if line.text.strip()]
    if not filled:
        return ()
    indent = min(len(line.text) - len(line.text.lstrip()) for line in filled)
    bare = [
        Written(line.text[indent:].rstrip(), line.start + min(indent, len(line.text)))
        for line in lines
    ]
    first = next(at for at, line in enumerate(bare) if line.text)
    last = next(at for at in reversed(range(len(bare))) if bare[at].text)
    return tuple(bare[first : last + 1])
