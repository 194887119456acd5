"""Notes that are written where they are referred to: ``^[the note]``."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"\^\[[^\]^]")
_RULE = "inline_note"


def _plugin(md: MarkdownIt) -> None:
    md.inline.ruler.before("script", _RULE, _rule)


def _rule(state: StateInline, silent: bool) -> bool:
    """Read ``^[…]`` as one token. In ``^[1]^`` the brackets are raised."""
    start = state.pos
    if not _SIGN.match(state.src, start, state.posMax):
        return False
    end = state.md.helpers.parseLinkLabel(state, start + 1)
    if end < 0 or state.src[end + 1 : end + 2] in ("^", "(", "{"):
        return False
    if not state.src[start + 2 : end].strip():
        return False
    if not silent:
        state.push(_RULE, "", 0)
    state.pos = end + 1
    return True


def _edits(page: Page) -> Iterator[Edit]:
    for inline in page.inlines():
        if inline.token.type == _RULE:
            told = (page.mark("read-as", inline.start, "inline-note"),)
            yield Edit(inline.start, inline.start + 1, tells=told)
            yield Edit(inline.end, inline.end, ("{.inline-note}",))


INLINE_NOTES = Reader(_SIGN, _edits, _plugin)
