"""Tables in plain dialect: ``::: {.table}`` › ``::: row`` › ``::: cell`` › the cell's Markdown."""

import re
from collections.abc import Iterator, Sequence

from bindery.manuscript.marks.edits import Kept, Piece
from bindery.manuscript.marks.table_model import Cell, Row, TableModel, Written

_BEGINS_BLOCK = re.compile(
    r"(?:#{1,6}|[-+*])(?=[ \t]|$)"
    r"|[>|]|\[[^\]]+\]:|:(?=[ \t])|:{3,}|`{3,}(?!.*`)|~{3,}"
    r"|-+[ \t]*$|=+[ \t]*$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$"
)
_BEGINS_NUMBERED_ITEM = re.compile(r"\d{1,9}(?=[.)](?:[ \t]|$))")
_LONE_MARK = re.compile(r"[-+*]|\d{1,9}(?=[.)]$)|#{1,6}$")
_COLONS = re.compile(r"[ \t]*(:{3,})")


def table_pieces(
    model: TableModel,
    prefix: str,
    attributes: str,
    caption: Sequence[Piece] = (),
    *,
    caption_first: bool = False,
) -> Iterator[Piece]:
    """The lines of ``model``'s carrier, without the last line's end.

    ``prefix`` begins each line but the first: the marks of the list or quotation that it is in.
    ``attributes`` are those of the table, as they are written in braces after ``.table``.
    """
    fence = ":" * (max(2, *_longest(model)) + 1)
    line = f"\n{prefix}"
    yield f"{fence} {{.table{attributes and ' '}{attributes}}}{line}"
    if caption and caption_first:
        yield from (*caption, line, line)
    for row in model.rows:
        yield f"{fence} {_about_row(row)}{line}"
        for cell in row.cells:
            yield f"{fence} {_about_cell(cell)}{line}"
            yield from _inside(cell, line, blocks=model.blocks)
            yield f"{fence}{line}"
        yield f"{fence}{line}"
    if caption and not caption_first:
        yield from (line, *caption, line)
    yield fence


def code_pieces(lines: Sequence[Written], prefix: str) -> Iterator[Piece]:
    """``lines`` as a block of code, with every letter of them."""
    longest = max((len(run) for line in lines for run in re.findall("`+", line.text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}\n{prefix}"
    for line in lines:
        yield from (Kept(line.start, line.end), f"\n{prefix}")
    yield fence


def _longest(model: TableModel) -> Iterator[int]:
    """The number of colons that begin each line in a cell."""
    yield 0
    for row in model.rows:
        for cell in row.cells:
            for line in cell.lines:
                if colons := _COLONS.match(line.text):
                    yield len(colons[1])


def _about_row(row: Row) -> str:
    return "row" if row.part == "body" else f"{{.row .{row.part}}}"


def _about_cell(cell: Cell) -> str:
    said = [
        f"header={cell.header}" if cell.header else "",
        f"colspan={cell.colspan}" if cell.colspan > 1 else "",
        f"rowspan={cell.rowspan}" if cell.rowspan > 1 else "",
        f"align={cell.align}" if cell.align else "",
    ]
    pairs = " ".join(filter(None, said))
    return f"{{.cell {pairs}}}" if pairs else "cell"


def _inside(cell: Cell, line: str, *, blocks: bool) -> Iterator[Piece]:
    is_lone = len(cell.lines) == 1
    for written in cell.lines:
        yield from kept(written, words=not blocks, lone=is_lone)
        yield line


def kept(written: Written, *, words: bool, lone: bool = False) -> Iterator[Piece]:
    """A line, letter by letter.

    If it is ``words``, what could begin a block gets a backslash; so does a mark that is the only
    thing in a ``lone`` line, such as a dash for “nothing”.
    """
    escaped = None
    if words:
        escaped = _BEGINS_BLOCK.match(written.text) or _BEGINS_NUMBERED_ITEM.match(written.text)
    elif lone:
        escaped = _LONE_MARK.fullmatch(written.text.rstrip(".)")) and _LONE_MARK.match(written.text)
    if escaped is None:
        if written.text:
            yield Kept(written.start, written.end)
        return
    at = written.start + (escaped.end() if escaped[0].isdigit() else 0)
    if at > written.start:
        yield Kept(written.start, at)
    yield "\\"
    yield Kept(at, written.end)
