"""What is heard of a file, as plain data that every kind of file is read into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Part:
    """Words in one language, and what they are within their block: a link, emphasis."""

    text: str
    language: str
    role: Text | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that is said: its role, its words, and what is said with them.

    ``depth`` is how many lists, tables and boxes are around it. ``page`` is the page's name.
    """

    role: Text
    parts: tuple[Part, ...]
    page: str
    depth: int = 0
    facts: tuple[Text, ...] = ()

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, for finding its headers. ``direction`` is ``row``, ``column`` or both."""

    text: str
    is_header: bool
    direction: str = ""
    rows: int = 1
    columns: int = 1
    named: tuple[str, ...] = ()


_WIDEST = 1000


def headers_of(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[str, ...]]:
    """The texts of the headers of each cell, row by row: those it names, or those in its line."""
    grid: dict[tuple[int, int], Cell] = {}
    placed: list[tuple[Cell, int, int]] = []
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in grid:
                x += 1
            placed.append((cell, y, x))
            for down in range(min(cell.rows, _WIDEST)):
                for right in range(min(cell.columns, _WIDEST)):
                    grid[y + down, x + right] = cell
            x += cell.columns
    for cell, y, x in placed:
        if cell.named:
            yield cell.named
        elif cell.is_header:
            yield ()
        else:
            left = (grid.get((y, at)) for at in range(x))
            above = (grid.get((at, x)) for at in range(y))
            found = [
                *(one for one in above if one and one.is_header and one.direction != "row"),
                *(one for one in left if one and one.is_header and one.direction != "column"),
            ]
            yield tuple(dict.fromkeys(one.text for one in found if one.text))
