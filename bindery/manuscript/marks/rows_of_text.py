"""The lines of a block where the parser is, without the marks of the blocks around it."""

from collections.abc import Iterator

from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

from bindery.manuscript.marks.table_model import Written

INTERRUPTING: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
"""A rule of the block parser with this may end a paragraph."""


def lines_below(state: StateBlock, start: int, end: int) -> Iterator[str]:
    """The lines from ``start`` on that are in the same list, quotation or block."""
    for line in range(start, end):
        if not state.isEmpty(line) and state.sCount[line] < state.blkIndent:
            return
        yield written_line(state, line).text


def written_line(state: StateBlock, line: int, *, bare: bool = False) -> Written:
    """A line without the marks of the blocks around it, or also without indentation (``bare``)."""
    begins = state.bMarks[line] + state.tShift[line]
    if not bare:
        begins = max(state.bMarks[line], begins - max(0, state.sCount[line] - state.blkIndent))
    begins = min(begins, state.eMarks[line])
    return Written(state.src[begins : state.eMarks[line]], begins)
