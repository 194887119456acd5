"""Parse blocks whose lines are indented by four: ``!!! note``, ``??? note`` and ``=== "Tab"``.

Each becomes one token of the type ``indented_callout``, without its content: that is parsed when
the marks around it are gone.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from bindery.manuscript.marks.callout_kinds import kind_of

TYPE = "indented_callout"

_OPENING = re.compile(
    r"""(?P<mark>!!!|\?\?\?\+?|===[!+]?)[ ]?(?P<words>[\w-]*(?:[ ]+[\w-]+)*)"""
    r"""(?:[ ]*(?P<quote>["“«])(?P<title>.*)["”»])?[ \t]*"""
)
_INDENTED = 4


def indented_plugin(md: MarkdownIt) -> None:
    """Add the blocks to ``md``."""
    around = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fence", TYPE, indented_callout, {"alt": around})


def indented_callout(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An opening line, and the lines below it that are indented by four columns."""
    first = state.bMarks[start] + state.tShift[start]
    opening = _OPENING.fullmatch(state.src, first, state.eMarks[start])
    if opening is None or state.is_code_block(start):
        return False
    last = _last_line(state, start, end)
    if not _is_meant(opening, has_content=last > start):
        return False
    if silent:
        return True
    token = state.push(TYPE, "", 0)
    token.map = [start, last + 1]
    token.markup = opening["mark"]
    token.meta = {
        "words": opening["words"].split(),
        "title": opening.span("title"),
        "lines": [
            _content(state, line, state.sCount[start] + _INDENTED)
            for line in range(start + 1, last + 1)
        ],
    }
    state.line = last + 1
    return True


def _is_meant(opening: re.Match[str], *, has_content: bool) -> bool:
    """Whether it opens a block: «!!! Husk dette» with nothing indented below is a sentence."""
    words = opening["words"].split()
    if opening["mark"].startswith("="):
        return not words and opening["title"] is not None
    known = bool(words) and kind_of(words[0]) is not None
    return bool(words) and (has_content or known or opening["title"] is not None)


def _last_line(state: StateBlock, start: int, end: int) -> int:
    """The last line that is not empty and belongs to the block opened at ``start``."""
    last = start
    for line in range(start + 1, end):
        if state.isEmpty(line):
            continue
        if state.sCount[line] - state.sCount[start] < _INDENTED:
            break
        last = line
    return last


def _content(state: StateBlock, line: int, wanted: int) -> tuple[int, int, int]:
    """Where a line's content begins, without ``wanted`` columns of indentation, and where it ends.

    The third number is how many columns of a tab are left before it.
    """
    at, end = state.bMarks[line], state.eMarks[line]
    column = 0
    while column < wanted and at < end and state.src[at] in " \t":
        column += 1 if state.src[at] == " " else 4 - (column + state.bsCount[line]) % 4
        at += 1
    return at, end, max(column - wanted, 0)
