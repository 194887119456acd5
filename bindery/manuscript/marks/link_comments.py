"""Comments written as links that nothing uses: ``[//]: # (…)``, ``[comment]: <> (…)``.

CommonMark reads them so, unless there are brackets inside, or text right above them.
"""

import re
from collections.abc import Iterator, Sequence

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.marks.rows import span_of_rows

_BEGINS = r"\[(?://|[Cc]omment|_)\]:[ \t]*(?:#|<>)[ \t]*(?P<opens>[\"'(])"
_SIGN = re.compile(r"\[(?://|[Cc]omment|_)\]:")
_BEGIN = re.compile(_BEGINS)
_CLOSES = {'"': '"', "'": "'", "(": ")"}
_MOST_ROWS = 100


def comment_rows(rows: Sequence[str], first: int) -> int:
    """How many of ``rows`` are a comment that begins in the one at ``first``; 0 if none does."""
    begins = _BEGIN.match(rows[first].lstrip(" "))
    if begins is None:
        return 0
    closes = _CLOSES[begins["opens"]]
    depth, fallback = 0, 0
    for number, row in enumerate(rows[first : first + _MOST_ROWS], start=1):
        written = row.strip()
        depth += written.count("(") - written.count(")")
        if written.endswith(closes) and (number > 1 or len(written) > begins.end()):
            if depth <= 0 or closes != ")":
                return number
            fallback = fallback or number
    return fallback


def _edits(page: Page) -> Iterator[Edit]:
    for before, block in zip(page.tokens, page.tokens[1:], strict=False):
        if block.type != "inline" or before.type != "paragraph_open":
            continue
        if _SIGN.search(block.content) is None:
            continue
        rows = block.content.split("\n")
        number = 0
        while number < len(rows):
            count = comment_rows(rows, number)
            if count:
                start, end = span_of_rows(page, block, number, number + count)
                yield Edit(start, end, (), page.text[start:end])
            number += count or 1


LINK_COMMENTS = Reader(_SIGN, _edits)
