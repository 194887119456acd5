"""Definition lists as pandoc reads them: terms on one or more lines, and definitions after colons.

No plugin agrees with pandoc on indentation, terms of several lines and lines after a definition.
"""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from bindery.manuscript.source.blocks import line_of_text
from bindery.manuscript.source.carriers import NEXT_TERM

_MARKER = re.compile(r"[:~](?P<space>[ \t]+|$)")
_MARKED_LINE = re.compile(r"^[ \t>]*[:~](?:[ \t]|$)", re.MULTILINE)
_INDENTED_CODE = _TAB = 4


def definition_plugin(md: MarkdownIt) -> None:
    """Add definition lists to ``md``. Each line of a term is a ``dt``."""
    interrupting = ["paragraph", "reference", "blockquote"]
    md.block.ruler.before("lheading", "deflist", definition_list, {"alt": interrupting})


def definition_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse the lines of a term and its definitions; add them to a list that they follow."""
    if not _has_marker(state):
        return False
    if silent:
        # Inside a definition, a marker begins the next one.
        is_near = state.ddIndent >= 0 and state.sCount[start] < state.ddIndent + _INDENTED_CODE
        return is_near and _MARKER.match(line_of_text(state, start)) is not None
    found = None if state.is_code_block(start) else _after_term(state, start, end)
    if found is None:
        return False
    opening = _open_list(state, start)
    for line in range(start, found.term_end):
        _term(state, line)
    marked: int | None = found.line
    while marked is not None:
        _definition(state, marked, end)
        marked = _next_marker(state, state.line, end)
    state.push("dl_close", "dl", -1).meta = {"opening": opening}
    assert opening.map is not None
    opening.map[1] = state.line
    return True


def _has_marker(state: StateBlock) -> bool:
    """Whether a line of the chapter may begin a definition. It is looked for once a chapter."""
    known = state.env.get("definitions")
    if known is None or known[0] is not state.src:
        known = state.env["definitions"] = state.src, _MARKED_LINE.search(state.src) is not None
    return bool(known[1])


@dataclass(frozen=True, slots=True)
class _AfterTerm:
    """The line after the term's last, and the line of the first definition."""

    term_end: int
    line: int


def _marker(state: StateBlock, line: int) -> re.Match[str] | None:
    indented = state.sCount[line] - state.blkIndent
    return _MARKER.match(line_of_text(state, line)) if 0 <= indented < _INDENTED_CODE else None


def _next_marker(state: StateBlock, line: int, end: int) -> int | None:
    """The next line that is not empty, if a definition begins there."""
    line = state.skipEmptyLines(line)
    return line if line < end and _marker(state, line) else None


def _after_term(state: StateBlock, start: int, end: int) -> _AfterTerm | None:
    """Where the paragraph that begins at ``start`` ends, if a definition follows it."""
    ends_paragraph = state.md.block.ruler.getRules("paragraph")
    for line in range(start + 1, end):
        if state.isEmpty(line):
            marked = _next_marker(state, line, end)
            return None if marked is None else _AfterTerm(line, marked)
        if _marker(state, line):
            return _AfterTerm(line, line)
        is_lazy = state.sCount[line] - state.blkIndent >= _INDENTED_CODE
        if not is_lazy and any(rule(state, line, end, True) for rule in ends_paragraph):
            return None
    return None


def _open_list(state: StateBlock, start: int) -> Token:
    """Begin a list, or go on with the one that ends right above; its first token."""
    last = state.tokens[-1] if state.tokens else None
    if last is None or last.type != "dl_close" or last.level != state.level:
        opening = state.push("dl_open", "dl", 1)
        opening.map = [start, start]
        return opening
    state.tokens.pop()
    state.level += 1
    opening = last.meta["opening"]
    assert isinstance(opening, Token)
    return opening


def _term(state: StateBlock, line: int) -> None:
    for term in line_of_text(state, line).strip().split(NEXT_TERM):
        state.push("dt_open", "dt", 1).map = [line, line + 1]
        inline = state.push("inline", "", 0)
        inline.map, inline.children = [line, line + 1], []
        inline.content = term
        state.push("dt_close", "dt", -1)


def _definition(state: StateBlock, line: int, end: int) -> None:
    """Parse the definition whose marker is on ``line``, with all that is indented as its words."""
    marker = _marker(state, line)
    assert marker is not None
    begins = state.sCount[line] + 1
    spaces = len((" " * begins + marker["space"]).expandtabs(_TAB)) - begins
    width = spaces if 1 <= spaces <= _INDENTED_CODE else 1
    token = state.push("dd_open", "dd", 1)
    before = (
        *(state.tShift[line], state.sCount[line], state.blkIndent),
        *(state.ddIndent, state.parentType, state.tight),
    )
    state.blkIndent = state.ddIndent = state.sCount[line] + 1 + width
    state.sCount[line] += 1 + spaces
    state.tShift[line] += marker.end()
    state.parentType = "deflist"
    if state.isEmpty(line):
        state.line = line + 1
    state.md.block.tokenize(state, line, end)
    token.map = [line, state.line]
    state.tShift[line], state.sCount[line], state.blkIndent = before[:3]
    state.ddIndent, state.parentType, state.tight = before[3:]
    state.push("dd_close", "dd", -1)
