"""Where each line of the manuscript is: in which document, at which block, on which PDF page."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from bindery.document.contents import PLACE, Pagination
from bindery.document.model import SOURCE, Element
from bindery.vocabulary.findings import Location
from bindery.vocabulary.publication import Publication

AT = "data-at"
"""The attribute of a block with its line in the manuscript, for the script of the page."""

_CHAPTERS = "chapters-"
"""How the places of the Document's own elements begin."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block in the ``document`` of that name. ``first`` is the number of its first words."""

    document: str
    at: str
    first: int


@dataclass(frozen=True, slots=True)
class Places:
    """The blocks of a publication, by file and line."""

    blocks: Mapping[str, tuple[tuple[int, ...], tuple[Block, ...]]] = field(default_factory=dict)

    def of(self, location: Location) -> Block | None:
        """The block that ``location`` is in, or the one before it; the first without a line."""
        lines, blocks = self.blocks.get(location.path, ((), ()))
        if not blocks:
            return None
        return blocks[max(0, bisect_right(lines, location.line or 0) - 1)]

    def first_in(self, document: str) -> Block | None:
        """The block that the ``document`` begins with."""
        inside = (one for _, of in self.blocks.values() for one in of if one.document == document)
        return min(inside, key=lambda one: one.first, default=None)


def mark_blocks(documents: Mapping[str, Element], publication: Publication) -> Places:
    """Write ``AT`` on every block of the ``documents``, and return where the blocks are."""
    chapters = {chapter.path: chapter for chapter in publication.chapters}
    found: dict[str, dict[int, Block]] = {}
    for name, body in documents.items():
        for element in body.iter():
            place = Location.stamped(element.get(SOURCE) or "")
            if place is None or place.line is None:
                continue
            if place.path in chapters:
                place = chapters[place.path].in_file(place)
            element.set(AT, str(place))
            block = Block(name, str(place), _first_words(element))
            found.setdefault(place.path, {}).setdefault(place.line or 0, block)
    return Places(
        {
            path: (tuple(sorted(of)), tuple(of[line] for line in sorted(of)))
            for path, of in found.items()
        }
    )


def _first_words(element: Element) -> int:
    """The number of the innermost element that ``element`` begins with."""
    while not (element.text or "").strip() and len(element) and _number(element[0]):
        element = element[0]
    return _number(element)


def _number(element: Element) -> int:
    _, _, number = (element.get(PLACE) or "").partition(_CHAPTERS)
    return int(number) if number.isdecimal() else 0


def page_of(block: Block, pagination: Pagination) -> int:
    """The page that ``block`` begins on, from 1, whatever numbers are printed."""
    page = 1
    for number, start in enumerate(pagination, 1):
        _, _, first = start.place.partition(_CHAPTERS)
        if first.isdecimal():
            # A page that begins in the middle of a block is not the one that the block begins on.
            if int(first) + bool(start.letters) > block.first:
                break
            page = number
    return page


def first_change(before: Publication | None, now: Publication) -> Location | None:
    """The first line that differs between two readings, in a chapter that both have, or a new one.

    Where lines were removed, it is the line that has come in their place.
    """
    if before is None:
        return None
    earlier = {chapter.path: chapter for chapter in before.chapters}
    for chapter in now.chapters:
        lines = earlier[chapter.path].lines if chapter.path in earlier else []
        line = _first_difference(lines, chapter.lines)
        if line is not None:
            last = max(1, len(chapter.lines))
            return chapter.in_file(Location(chapter.path, min(line, last)))
    return None


def _first_difference(before: Sequence[str], now: Sequence[str]) -> int | None:
    """The first line that differs, counted from 1; an empty one belongs to what comes after it."""
    pairs = enumerate(zip_longest(before, now), 1)
    first = next((line for line, (old, new) in pairs if old != new), None)
    if first is None:
        return None
    return next((line for line in range(first, len(now) + 1) if now[line - 1].strip()), first)
