"""From a table that has been read to the edit that puts its carrier in its place."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from bindery.manuscript.marks.caption_lines import Caption, read_caption
from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.table_carrier import Around, code_pieces, table_pieces
from bindery.manuscript.marks.table_model import TableModel, Written
from bindery.vocabulary.publication import Mark

UNREADABLE = "table-can-be-read"
"""The rule that tells of a table whose cells cannot be told apart."""

READ_AS = "read-as"
"""The rule that tells of marks that are read as others."""


def table_edit(
    model: TableModel,
    extent: tuple[int, int],
    prefix: str,
    caption: Caption | None,
    *,
    tells: tuple[Mark, ...] = (),
) -> Edit:
    """The edit that puts ``model`` and its ``caption`` in the place of ``extent``."""
    around, drops = Around(prefix), ""
    if caption is not None:
        comes_first = bool(caption.lines) and caption.lines[0].start < _first_kept(model)
        pieces = tuple(caption.pieces(prefix))
        around, drops = Around(prefix, caption.said, pieces, comes_first), caption.drops
    return Edit(*extent, tuple(table_pieces(model, around)), drops, tells, moves=True)


def code_edit(page: Page, lines: Sequence[Written], prefix: str, kind: str) -> Edit:
    """The edit that shows ``lines`` as code, and tells of the table that cannot be read."""
    first, last = lines[0].start, lines[-1].end
    told = page.mark(UNREADABLE, first, kind)
    return Edit(first, last, tuple(code_pieces(lines, prefix)), tells=(told,))


def caption_above(page: Page, at: int) -> Caption | None:
    """The caption that the paragraph before the token ``at`` is."""
    if at < 3 or page.tokens[at - 1].type != "paragraph_close":
        return None
    return read_caption(tuple(_lines_of(page, page.tokens[at - 2])))


def _lines_of(page: Page, inline: Token) -> Iterator[Written]:
    begins = 0
    for line in inline.content.split("\n"):
        yield Written(line, page.offset(inline, begins))
        begins += len(line) + 1


def _first_kept(model: TableModel) -> int:
    starts = (line.start for row in model.rows for cell in row.cells for line in cell.lines)
    return next(starts, 0)
