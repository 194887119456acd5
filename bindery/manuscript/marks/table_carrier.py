"""Tables in plain dialect: ``::: {.table}`` › ``::: row`` › ``::: cell`` › the cell's Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Around:
    """What is around the rows of a carrier.

    ``prefix`` begins each line but the first: the marks of the list or quotation that it is in.
    ``attributes`` are those of the table, as they are written in braces after ``.table``. The
    ``caption`` is below the rows, or above if it ``comes_first``.
    """

    prefix: str
    attributes: str = ""
    caption: Sequence[Piece] = ()
    comes_first: bool = False


def table_pieces(model: TableModel, around: Around) -> Iterator[Piece]:
    """The lines of ``model``'s carrier, without the last line's end."""
    line = f"\n{around.prefix}"
    inside = [
        [list(_inside(cell, line, blocks=model.blocks)) for cell in row.cells] for row in model.rows
    ]
    cells = (cell for row in model.rows for cell in row.cells)
    fence = fence_around(written.text for cell in cells for written in cell.lines)
    return written_table(model, inside, fence, around)


def fence_around(lines: Iterable[str]) -> str:
    """Colons for a block that none of ``lines`` ends."""
    found = (_COLONS.match(line) for line in lines)
    return ":" * (max((len(colons[1]) for colons in found if colons), default=2) + 1)


def written_table(
    model: TableModel, inside: Sequence[Sequence[Sequence[Piece]]], fence: str, around: Around
) -> Iterator[Piece]:
    """The carrier of ``model``, whose cells have the lines that ``inside`` has of each row."""
    line = f"\n{around.prefix}"
    said = around.attributes
    yield f"{fence} {{.table{said and ' '}{said}}}{line}"
    if around.caption and around.comes_first:
        yield from (*around.caption, line, line)
    for row, insides in zip(model.rows, inside, strict=True):
        yield f"{fence} {_about_row(row)}{line}"
        for cell, pieces in zip(row.cells, insides, strict=True):
            yield f"{fence} {_about_cell(cell)}{line}"
            yield from pieces
            yield f"{fence}{line}"
        yield f"{fence}{line}"
    if around.caption and not around.comes_first:
        yield from (line, *around.caption, line)
    yield fence


def code_pieces(lines: Sequence[Written], prefix: str) -> Iterator[Piece]:
    """``lines`` as a block of code, with every letter of them."""
    longest = max((len(run) for line in lines for run in re.findall("`+", line.text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}\n{prefix}"
    for line in lines:
        yield from (Kept(line.start, line.end), f"\n{prefix}")
    yield fence


def _about_row(row: Row) -> str:
    return "row" if row.part == "body" else f"{{.row .{row.part}}}"


def _about_cell(cell: Cell) -> str:
    said = [
        f"#{cell.name}" if cell.name else "",
        f"lang={cell.language}" if cell.language else "",
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
