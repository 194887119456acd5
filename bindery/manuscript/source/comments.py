"""Comments that share a line with text: the text is read as if they were not there.

In CommonMark a line that begins with ``<!--`` is HTML to its end, and so is the text after the
comment. Authors expect that text to be read.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block

COMMENT = re.compile(r"<!--(?:-?>|.*?-->)", re.DOTALL)
"""A comment, as HTML ends it."""


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
    comment = None if state.is_code_block(start) else COMMENT.match(state.src, begins)
    if comment is None:
        return html_block(state, start, end, silent)
    last = start + comment[0].count("\n")
    if last >= end or not (text := state.src[comment.end() : state.eMarks[last]].strip()):
        return html_block(state, start, end, silent)
    if silent:
        # On a line of a paragraph it is a comment inside the paragraph.
        return last > start
    text_begins = state.src.index(text, comment.end())
    token = state.push("html_block", "", 0)
    token.map = [start, last + 1]
    token.content = comment[0]
    token.meta = {"before_text": (begins, text_begins)}
    state.bMarks[last], state.tShift[last] = text_begins, 0
    state.sCount[last] = state.sCount[start]
    return any(rule(state, last, end, False) for rule in state.md.block.ruler.getRules(""))
