"""Pipe tables that lack a header, and rows with more cells than their table has columns.

A table that begins with its line of dashes gets an empty header. In a row that is too long, the
bars between the cells that are too many become text, so that all words are in the last cell.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.marks.rows_of_text import lines_below
from bindery.manuscript.source.blocks import cells_in, divider_columns
from bindery.vocabulary.publication import Mark

TOO_LONG = "table-is-whole"
"""The rule that tells of a row that is too long."""

_SIGN = re.compile(r"\|[ \t]{0,20}:?-|-:?[ \t]{0,20}\|")
_HEADLESS = "headless_pipe_table"
_PIPE = re.compile(r"(?<!\\)\|")


def _plugin(md: MarkdownIt) -> None:
    md.block.ruler.before("pipe_table", _HEADLESS, _headless)


def _headless(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of dashes, and rows of cells below it."""
    if silent or start + 1 >= end:
        return False
    lines = lines_below(state, start, end)
    columns = divider_columns(next(lines, "").strip())
    if not columns:
        return False
    rows = 0
    for line in lines:
        if not any(True for _ in cells_in(line)) or (rows == 0 and divider_columns(line.strip())):
            break
        rows += 1
    if not rows:
        return False
    token = state.push(_HEADLESS, "", 0)
    token.map = [start, start + rows + 1]
    token.meta = {"columns": columns}
    state.line = start + rows + 1
    return True


def _edits(page: Page) -> Iterator[Edit]:
    columns = 0
    for index, token in enumerate(page.tokens):
        if token.type == _HEADLESS:
            begins = page.begins(token)
            header = "|" + "  |" * token.meta["columns"]
            yield Edit(begins, begins, (f"{header}\n{page.prefix(begins)}",))
        elif token.type == "table_open":
            columns = 0
        elif token.type == "tr_open":
            columns = columns or _columns_of(page.tokens, index)
            if token.meta["written"] > columns:
                yield from _shortened(page, token, columns)


def _columns_of(tokens: Sequence[Token], index: int) -> int:
    """How many cells the header row at ``index`` has."""
    closing = next(at for at in range(index, len(tokens)) if tokens[at].type == "tr_close")
    return sum(token.type == "th_open" for token in tokens[index:closing])


def _shortened(page: Page, row: Token, columns: int) -> Iterator[Edit]:
    """Make the bars before the cells that are too many part of the last cell's text."""
    assert row.map is not None
    line, begins = page.lines[row.map[0]], page.starts[row.map[0]]
    bars = [bar.start() for bar in _PIPE.finditer(line)]
    written: int = row.meta["written"]
    is_open = not line.lstrip(" \t>").startswith("|")
    cells = f"{written} {columns}"
    told: tuple[Mark, ...] = (page.mark(TOO_LONG, begins + bars[0], "row", cells),)
    for bar in bars[columns - is_open : written - is_open]:
        yield Edit(begins + bar, begins + bar, ("\\",), tells=told)
        told = ()


PIPE_TABLES = Reader(_SIGN, _edits, _plugin)
