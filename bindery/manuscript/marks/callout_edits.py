"""What the edits of all callouts share: places in the text, and what is dropped and told."""

from collections.abc import Sequence

from bindery.manuscript.marks.callout_kinds import Opening, carrier, colons_for
from bindery.manuscript.marks.edits import Edit, Kept, Piece, rewritten
from bindery.manuscript.marks.page import Page
from bindery.vocabulary.publication import Mark

SPELT = "callout"
"""What ``read-as`` tells of a callout that is not written as the docs teach."""

UNKNOWN = "callout-of-unknown-kind"

TAB = "tab"

Range = tuple[int, int]
"""Two offsets in a page's text."""


def line_end(page: Page, at: int) -> int:
    """Where the line with the letter ``at`` ends, without its line break."""
    end = page.text.find("\n", at)
    return len(page.text) if end < 0 else end


def trimmed(page: Page, start: int, end: int) -> int:
    """Where the words from ``start`` to ``end`` end, without spaces after them."""
    return start + len(page.text[start:end].rstrip())


def kept(span: Range | None) -> tuple[Piece, ...]:
    """The letters of ``span``, if there are any."""
    return (Kept(*span),) if span and span[0] < span[1] else ()


def told(page: Page, at: int, opening: Opening, kind: str = SPELT) -> tuple[Mark, ...]:
    """What ``read-as`` tells of the callout at ``at``."""
    if opening.unknown:
        return (page.mark("read-as", at, UNKNOWN, opening.unknown),)
    return (page.mark("read-as", at, kind, page.text[at : line_end(page, at)].strip()),)


def edited(page: Page, around: Range, pieces: Sequence[Piece], tells: tuple[Mark, ...]) -> Edit:
    """The edit of ``around``. What no piece keeps are marks and the names of options."""
    return rewritten(page.text, *around, pieces, tells)


def whole(page: Page, around: Range, body: Range, opening: Opening) -> Edit:
    """The edit of a callout whose ``body`` stays as it is, between new lines of colons."""
    prefix = page.prefix(around[0])
    colons = colons_for(page.text[slice(*body)])
    pieces = [*carrier(opening, colons, prefix), Kept(*body), f"\n{prefix}{colons}"]
    return edited(page, around, pieces, told(page, around[0], opening))
