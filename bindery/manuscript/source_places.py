"""Where elements stand. markdown-it gives blocks their lines, and inline elements none."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from markdown_it.token import Token

from bindery.vocabulary.findings import Location


class Places:
    """Places in the text of one block. ``lines`` are the whole chapter's."""

    def __init__(self, path: str, lines: Sequence[str], block: Token) -> None:
        assert block.map is not None
        self.path = path
        self.lines = lines
        self.first_line = block.map[0]
        self.rows = block.content.split("\n")
        self.starts = [0, *accumulate(len(row) + 1 for row in self.rows)]
        self.column = block.meta.get("column")

    def at(self, offset: int) -> Location:
        """The place of the character at ``offset``."""
        if self.column is not None:
            # In a cell every pipe was written with a backslash before it.
            escaped = self.rows[0].count("|", 0, offset)
            return Location(self.path, self.first_line + 1, self.column + offset + escaped + 1)
        row = bisect_right(self.starts, offset) - 1
        # A line of a block is the end of a line of the chapter, after marks and indentation.
        indent = self.lines[self.first_line + row].rfind(self.rows[row].rstrip())
        column = None if indent < 0 else indent + offset - self.starts[row] + 1
        return Location(self.path, self.first_line + row + 1, column)


def lines_from(place: Location, block: Token) -> range:
    """The lines of ``block`` from ``place`` in it."""
    assert place.line is not None
    assert block.map is not None
    return range(place.line, max(place.line, block.map[1]) + 1)


def lines_with_next(tokens: Sequence[Token], index: int) -> range:
    """The lines of the block at ``index`` and of the one that comes next beside it, if any does.

    Between the two may be more HTML, and attributes of the next.
    """
    here = last = tokens[index]
    for token in tokens[index + 1 :]:
        if token.level < here.level:
            break
        if token.type not in ("html_block", "attributes"):
            last = token
            break
    assert here.map is not None
    assert last.map is not None
    return range(here.map[0] + 1, last.map[1] + 1)
