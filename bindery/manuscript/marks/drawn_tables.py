"""Tables drawn with letters, grid and simple and multiline ones, are read into their carrier."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from bindery.manuscript.marks.caption_lines import CAPTION, caption_lines, read_caption
from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.grid_tables import begins_grid, grid_lines, read_grid
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.marks.rows_of_text import lines_below, written_line
from bindery.manuscript.marks.simple_tables import COLUMNS, read_simple_table, simple_table_lines
from bindery.manuscript.marks.table_edits import READ_AS, caption_above, code_edit, table_edit
from bindery.manuscript.marks.table_model import TableModel, UnreadableTableError, Written

_SIGN = re.compile(r"(?<![-=:+])\+[-=:+]+[ \t]*$|(?<!-)-{2,} +--", re.MULTILINE)
_TABLE = "drawn_table"


def _plugin(md: MarkdownIt) -> None:
    # Before code, since the words of a header may stand far to the right.
    md.block.ruler.before("code", _TABLE, _drawn_table, {"alt": ["paragraph"]})


def _drawn_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A drawn table and its caption below, as one token with the exact places of its lines."""
    if start + 1 >= end or (silent and not _is_below_caption(state, start)):
        return False
    first, second = (*islice(lines_below(state, start, end), 2), "", "")[:2]
    if begins_grid(first.lstrip(), second.lstrip()):
        form = "grid"
        count = grid_lines(line.lstrip() for line in lines_below(state, start, end))
    elif "--" in first or COLUMNS.match(second):
        form = "simple"
        count = simple_table_lines(lines_below(state, start, end))
    else:
        return False
    if silent or not count:
        return count > 0
    below = caption_lines(lines_below(state, start + count, end))
    token = state.push(_TABLE, "", 0)
    token.map = [start, start + count + below]
    token.meta = {
        "form": form,
        "lines": [
            written_line(state, line, bare=form == "grid") for line in range(start, start + count)
        ],
        "caption": [written_line(state, start + count + at) for at in range(below)],
    }
    state.line = start + count + below
    return True


def _is_below_caption(state: StateBlock, line: int) -> bool:
    """Whether the paragraph that ``line`` is in is a caption: no other is ended by a table."""
    is_begun = state.parentType == "paragraph" and state.line < line
    return is_begun and CAPTION.match(written_line(state, state.line, bare=True).text) is not None


def _edits(page: Page) -> Iterator[Edit]:
    for at, token in enumerate(page.tokens):
        if token.type != _TABLE:
            continue
        lines, below, form = (token.meta[name] for name in ("lines", "caption", "form"))
        prefix = page.prefix(lines[0].start)
        try:
            model = _READ[form](lines)
        except UnreadableTableError:
            yield code_edit(page, lines, prefix, form)
            continue
        caption = read_caption(below)
        begins, ends = lines[0].start, (below or lines)[-1].end
        if caption is None and (caption := caption_above(page, at)):
            begins = caption.begins
        told = () if form == "grid" else (page.mark(READ_AS, begins, "simple-table"),)
        yield table_edit(model, (begins, ends), prefix, caption, tells=told)


_READ: dict[str, Callable[[Sequence[Written]], TableModel]] = {
    "grid": read_grid,
    "simple": read_simple_table,
}
DRAWN_TABLES = Reader(_SIGN, _edits, _plugin)
