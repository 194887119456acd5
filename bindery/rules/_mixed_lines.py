"""Points of which some begin with a hyphen, and are a list, and some with a dash, and are none."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bindery.manuscript.source import ChapterSource
from bindery.manuscript.source_elements import Block, Paragraph
from bindery.rules._list_lines import Item, Lines, Mark

SEVERAL = 3
"""Points. Of two, one may be a dash in a sentence."""

_POINT = re.compile(r"(?P<indent> {0,3})(?P<sign>[-–—−])\s+(?P<text>\S.*)")
_HYPHEN = "-"
_WRAPPED = 50
"""Letters. A line as long may go on in the next one, which then begins with a dash by chance."""


def mixed_lines(chapter: ChapterSource) -> Iterator[Lines]:
    """Points in ``chapter`` that follow each other, one to a line, by turns with either sign.

    The hyphens must be a list's and the dashes must be text, so that neither is code.
    """
    listed = {block.location.line for block in chapter.every(Block) if block.kind == "list_item"}
    said = {line for paragraph in chapter.every(Paragraph) for line in _lines_of(paragraph)}
    run: list[Item] = []
    indent = ""
    for line, row in enumerate((*chapter.chapter.text.split("\n"), "end"), start=1):
        if not row.strip():
            continue
        point = _POINT.fullmatch(row.rstrip())
        if point and line not in (listed if point["sign"] == _HYPHEN else said):
            point = None
        if not point or point["indent"] != indent:
            if _is_mixed(run):
                yield Lines(tuple(run), announced=False, nested=False)
            run = []
        if point:
            indent = point["indent"]
            run.append(Item(Mark.DASH, point["sign"], point["text"], range(line, line + 1)))


def _lines_of(paragraph: Paragraph) -> range:
    assert paragraph.location.line is not None
    first = paragraph.location.line
    return range(first, first + paragraph.source.count("\n") + 1)


def _is_mixed(run: list[Item]) -> bool:
    """Whether the signs change too often for a dash to have come first in its line by chance."""
    dashes = sum(item.sign != _HYPHEN for item in run)
    turns = [
        before
        for before, item in pairwise(run)
        if (before.sign == _HYPHEN) != (item.sign == _HYPHEN)
    ]
    if len(run) < SEVERAL or not turns:
        return False
    if dashes > 1:
        in_one_block = run[-1].lines.start - run[0].lines.start == len(run) - 1
        return in_one_block or len(turns) > 1
    return len(turns) > 1 and all(len(before.text) < _WRAPPED for before in turns)
