"""Comments that share a line with text: the text is read as if they were not there.

In CommonMark a line that begins with ``<!--`` is HTML to its end, and so is the text after the
comment. Authors expect that text to be read.
"""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block

COMMENT = re.compile(r"<!--(?:-?>|.*?-->)", re.DOTALL)
"""A comment, as HTML ends it."""

_SPACE = re.compile(r"\s*")


def comment_plugin(md: MarkdownIt) -> None:
    """Let HTML blocks of ``md`` that begin with a comment end with it."""
    interrupting = ["paragraph", "reference", "blockquote"]
    md.block.ruler.at("html_block", html_or_comment, {"alt": interrupting})


def html_or_comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a block of HTML, or a comment and the block that begins after it on the same line.

    The comment's token has in ``meta["before_text"]`` where it is in the chapter, with the space
    after it.
    """
    begins = state.bMarks[start] + state.tShift[start]
    found = None if state.is_code_block(start) else _comment_before_text(state, start, end, begins)
    if found is None:
        return html_block(state, start, end, silent)
    if silent:
        # On a line of a paragraph it is a comment inside the paragraph.
        return found.last > start
    last = start
    # Several comments in a row are read one after another: a level of calls for each has an end.
    while found is not None:
        token = state.push("html_block", "", 0)
        token.map = [last, found.last + 1]
        token.content = found.comment
        token.meta = {"before_text": (begins, found.text)}
        last, begins = found.last, found.text
        found = _comment_before_text(state, last, end, begins)
    state.bMarks[last], state.tShift[last] = begins, 0
    state.sCount[last] = state.sCount[start]
    return any(rule(state, last, end, False) for rule in state.md.block.ruler.getRules(""))


@dataclass(frozen=True, slots=True)
class _Comment:
    """A ``comment`` that ends on line ``last``, and where the ``text`` after it begins."""

    comment: str
    last: int
    text: int


def _comment_before_text(state: StateBlock, start: int, end: int, begins: int) -> _Comment | None:
    """The comment at ``begins``, on line ``start``, if there is text after it on its last line."""
    comment = COMMENT.match(state.src, begins)
    last = start + comment[0].count("\n") if comment else end
    if comment is None or last >= end:
        return None
    after = _SPACE.match(state.src, comment.end(), state.eMarks[last])
    text = after.end() if after else comment.end()
    return _Comment(comment[0], last, text) if text < state.eMarks[last] else None
