"""Block syntax that no plugin parses as pandoc does: fenced divs, pipe tables, attribute lines.

Each function is a rule of markdown-it's block parser. Lines count from 0 here.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from bindery.manuscript.source.attributes import BRACES, Attributes, attributes_in

_FENCE = re.compile(r"(?P<colons>:{3,})[ \t]*(?P<about>\S.*?)?[ \t]*$")
_CODE_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})(?P<info>.*)")
_DIVIDER = re.compile(r"\s*:?-+:?\s*")
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")


def block_plugin(md: MarkdownIt) -> None:
    """Add the dialect's own blocks to ``md``."""
    interrupting = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fence", "fenced_div", fenced_div, {"alt": interrupting})
    md.block.ruler.before("fence", "attributes", attribute_line)
    # pandoc tries tables last, and never in the middle of a paragraph.
    md.block.ruler.before("lheading", "pipe_table", pipe_table)


def line_of_text(state: StateBlock, line: int) -> str:
    """A line without the marks and the indentation of the blocks around it."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def fenced_div(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``::: name`` or ``::: {…}`` up to a line of as many colons or more."""
    if state.is_code_block(start):
        return False
    opened = _opening(line_of_text(state, start))
    if opened is None:
        return False
    if silent:
        return True
    colons, attributes = opened
    close = _closing_line(state, start, end, colons)
    inner_end = end if close is None else close
    outer_end, outer_parent = state.lineMax, state.parentType
    state.lineMax, state.parentType = inner_end, "container"
    token = state.push("div_open", "div", 1)
    token.map = [start, inner_end]
    token.meta = {"attributes": attributes, "closed": close is not None}
    with _outdented(state, start, inner_end):
        state.md.block.tokenize(state, start + 1, inner_end)
    token.map = [start, state.line]
    state.push("div_close", "div", -1)
    state.lineMax, state.parentType = outer_end, outer_parent
    state.line = max(state.line, start + 1) if close is None else close + 1
    return True


@contextmanager
def _outdented(state: StateBlock, start: int, end: int) -> Iterator[None]:
    """Shift the lines of a div to the left by the indentation of its first line."""
    indent = state.sCount[start] - state.blkIndent
    moved = {
        line: min(indent, state.sCount[line] - state.blkIndent, state.tShift[line])
        for line in range(start + 1, end if indent else start)
        if state.sCount[line] > state.blkIndent
    }
    _move(state, moved, 1)
    yield
    _move(state, moved, -1)


def _move(state: StateBlock, moved: dict[int, int], sign: int) -> None:
    for line, by in moved.items():
        state.bMarks[line] += sign * by
        state.tShift[line] -= sign * by
        state.sCount[line] -= sign * by


def _opening(text: str) -> tuple[int, Attributes] | None:
    """How many colons open a div on this line, and its attributes; ``None`` if none opens."""
    fence = _FENCE.match(text)
    if fence is None or not fence["about"]:
        return None
    about = fence["about"]
    if BRACES.fullmatch(about):
        return len(fence["colons"]), attributes_in(about)
    if len(about.split()) > 1:
        return None
    return len(fence["colons"]), Attributes(classes=(about,))


def _closing_line(state: StateBlock, start: int, end: int, colons: int) -> int | None:
    """The line that closes the div opened at ``start``.

    A line of colons closes the innermost div that was opened with no more of them, even inside a
    code block: pandoc tries the div first.
    """
    open_fences = [colons]
    code = ""
    for line in range(start + 1, end):
        text = line_of_text(state, line)
        if text and state.sCount[line] < state.blkIndent:
            return None
        if not text or state.is_code_block(line):
            continue
        fence = _FENCE.match(text)
        if fence and not fence["about"]:
            closed = _innermost(open_fences, len(fence["colons"]))
            if closed == 0:
                return line
            if closed is not None:
                del open_fences[closed:]
                code = ""
        elif mark := _CODE_FENCE.match(text):
            code = _code_fence_after(code, mark["mark"], mark["info"])
        elif not code and (opened := _opening(text)):
            open_fences.append(opened[0])
    return None


def _innermost(open_fences: list[int], colons: int) -> int | None:
    fitting = (place for place in reversed(range(len(open_fences))) if open_fences[place] <= colons)
    return next(fitting, None)


def _code_fence_after(code: str, mark: str, info: str) -> str:
    """The fence of the code block that is open after a line with ``mark``; empty if none is."""
    if not code:
        return "" if mark[0] == "`" and "`" in info else mark
    closes = mark[0] == code[0] and len(mark) >= len(code) and not info.strip()
    return "" if closes else code


def attribute_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Braces alone on one or more lines: attributes of the block below."""
    if silent or state.is_code_block(start):
        return False
    place = state.bMarks[start] + state.tShift[start]
    braces = BRACES.match(state.src, place, state.eMarks[end - 1])
    if braces is None:
        return False
    last = start + braces[0].count("\n")
    if state.src[braces.end() : state.eMarks[last]].strip():
        return False
    token = state.push("attributes", "", 0)
    token.map = [start, last + 1]
    token.meta = {"attributes": attributes_in(braces[0])}
    state.line = last + 1
    return True


def pipe_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of cells, a line of dashes with as many columns, and rows up to a line without pipes.

    Cells beyond the header's are dropped and missing ones are empty, as in pandoc; each row has the
    number of cells that its author wrote in ``meta["written"]``.
    """
    if silent or start + 1 >= end or not _belongs(state, start) or not _belongs(state, start + 1):
        return False
    columns = divider_columns(line_of_text(state, start + 1))
    header = list(cells_in(line_of_text(state, start)))
    if not columns or len(header) != columns:
        return False
    table = state.push("table_open", "table", 1)
    _push_row(state, start, "th", header, columns)
    line = start + 2
    while line < end and _belongs(state, line):
        cells = list(cells_in(line_of_text(state, line)))
        if not cells:
            break
        _push_row(state, line, "td", cells, columns)
        line += 1
    state.push("table_close", "table", -1)
    table.map = [start, line]
    state.line = line
    return True


def _belongs(state: StateBlock, line: int) -> bool:
    indented = state.sCount[line] >= state.blkIndent and not state.is_code_block(line)
    return indented and not state.isEmpty(line)


def divider_columns(text: str) -> int:
    """How many columns a line of dashes, colons and pipes makes; 0 if it makes no table."""
    if "|" not in text or re.match(r"-\s", text):
        return 0
    parts = text.strip().removeprefix("|").removesuffix("|").split("|")
    return len(parts) if all(map(_DIVIDER.fullmatch, parts)) else 0


def cells_in(text: str) -> Iterator[tuple[str, int]]:
    """The cells of one line, each with its column in it, from 0; none without a pipe."""
    pipes = [pipe.start() for pipe in _UNESCAPED_PIPE.finditer(text)]
    if not pipes:
        return
    starts = [*([] if pipes[0] == 0 else [0]), *(pipe + 1 for pipe in pipes)]
    ends = [*(pipes[1:] if pipes[0] == 0 else pipes), len(text)]
    for first, last in zip(starts, ends, strict=True):
        cell = text[first:last]
        if last == len(text) and not cell.strip():
            return
        yield cell.strip(), first + len(cell) - len(cell.lstrip())


def _push_row(
    state: StateBlock, line: int, tag: str, cells: list[tuple[str, int]], columns: int
) -> None:
    row = state.push("tr_open", "tr", 1)
    row.map = [line, line + 1]
    row.meta = {"written": len(cells)}
    text_begins = state.bMarks[line] + state.tShift[line]
    indent = text_begins - (state.src.rfind("\n", 0, text_begins) + 1)
    for content, column in [*cells, *([("", 0)] * columns)][:columns]:
        state.push(f"{tag}_open", tag, 1)
        inline = state.push("inline", "", 0)
        inline.map = [line, line + 1]
        inline.content = content.replace("\\|", "|")
        inline.children = []
        inline.meta = {"column": indent + column}
        state.push(f"{tag}_close", tag, -1)
    state.push("tr_close", "tr", -1)
