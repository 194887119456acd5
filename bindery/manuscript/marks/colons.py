"""Parse callouts between colons that are no fenced divs of pandoc: ``:::note[Title]`` and more.

Each becomes one token of the type ``colon_callout``, without its content: that is parsed when its
marks are plain.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from bindery.manuscript.marks.callout_kinds import (
    DETAILS,
    classes_in,
    kind_among,
    kind_of,
)
from bindery.manuscript.source.attributes import BRACES

TYPE = "colon_callout"

_FENCE = re.compile(r"(?P<colons>:{3,})[ \t]*(?P<about>\S.*)?")
_ABOUT = re.compile(
    # note[T], note T, {.note odd}
    r"(?P<bracketed>[\w-]+)\[(?P<label>.*)\](?P<after>\{[^{}]*\})?"
    r"|(?P<plain>[\w-]+)[ \t]+(?P<words>[^\s{].*)"
    r"|(?P<braces>\{.*\})"
)
_DEEPEST = 20
"""Blocks between colons in one another. With more, most are not closed, and are text."""

_TOO_DEEP = -1
_CODE_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})(?P<info>.*)")


def colon_plugin(md: MarkdownIt) -> None:
    """Add the blocks to ``md``."""
    around = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fenced_div", TYPE, colon_callout, {"alt": around})


def colon_callout(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of colons with a kind after them, up to a line of as many colons or more."""
    if state.is_code_block(start):
        return False
    first = state.bMarks[start] + state.tShift[start]
    last = first + len(state.src[first : state.eMarks[start]].rstrip())
    fence = _FENCE.fullmatch(state.src, first, last)
    if fence is None or not fence["about"] or BRACES.fullmatch(fence["about"]):
        return False
    about = _ABOUT.fullmatch(state.src, *fence.span("about"))
    if about is None or not _is_callout(about):
        return False
    if silent:
        return True
    closing = _closing_line(state, start, end, len(fence["colons"]))
    if closing == _TOO_DEEP:
        return False
    token = state.push(TYPE, "", 0)
    token.map = [start, end if closing is None else closing + 1]
    token.meta = {"about": about, "is_closed": closing is not None}
    state.line = token.map[1]
    return True


def _is_callout(about: re.Match[str]) -> bool:
    if about["braces"]:
        return kind_among(classes_in(about["braces"])) is not None
    word = about["bracketed"] or about["plain"]
    return word == DETAILS or kind_of(word) is not None


def _closing_line(state: StateBlock, start: int, end: int, colons: int) -> int | None:
    """The line that closes the callout: blocks between colons nest, and code has no marks."""
    open_fences = [colons]
    code = ""
    for line in range(start + 1, end):
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        if not text or state.is_code_block(line):
            continue
        if state.sCount[line] < state.blkIndent:
            return None
        if mark := _CODE_FENCE.match(text):
            closes = code and mark["mark"].startswith(code) and not mark["info"].strip()
            code = "" if closes else code or mark["mark"]
        elif not code and (fence := _FENCE.fullmatch(text)):
            if fence["about"]:
                open_fences.append(len(fence["colons"]))
                if len(open_fences) > _DEEPEST:
                    return _TOO_DEEP
                continue
            fits = [place for place, one in enumerate(open_fences) if one <= len(fence["colons"])]
            if fits and fits[-1] == 0:
                return line
            del open_fences[fits[-1] if fits else len(open_fences) :]
    return None
