"""Compare the manuscript's words with the Document's: what is lost there is in no edition."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from bindery.document.model import SOURCE, Document, Element, text_of
from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Image, Table
from bindery.readback.align import first_difference, shortened
from bindery.readback.document.pieces import Piece, as_it_stands, in_document, letters_of, written
from bindery.readback.messages import DESCRIBED, SAYS, Near
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

EDITIONS = Text(nb="utgavene", en="the editions")
_ALIKE = 0.5
_IN_BOXES = ".//span[@class='alternative']"
_TAG = re.compile(r"<[^<>]*>")

_LOST = Text(
    nb="Dette mangler i alle utgavene: «{words}».", en="This is missing in all editions: “{words}”."
)
_DIFFERS = Text(
    nb="I alle utgavene står det «{words}». I manuset står det «{written}».",
    en="All editions have “{words}”. The manuscript has “{written}”.",
)
_TWICE = Text(
    nb="Dette står flere ganger i utgavene enn i manuset: «{words}».",
    en="This occurs more often in the editions than in the manuscript: “{words}”.",
)
_UNWRITTEN = Text(
    nb="Dette står i alle utgavene, men ikke i manuset: «{words}».",
    en="This is in all editions, but not in the manuscript: “{words}”.",
)
_ELSEWHERE = Text(
    nb="Dette står et annet sted i utgavene enn i manuset: «{words}».",
    en="This is in another place in the editions than in the manuscript: “{words}”.",
)
_NO_ALTERNATIVE = Text(
    nb="Denne beskrivelsen av bildet mangler i alle utgavene: «{words}».",
    en="This description of the image is missing in all editions: “{words}”.",
)


def lost_words(document: Document, manuscript: Manuscript) -> Iterator[Finding]:
    """Report what the Document, and so every edition, does not have as it is written."""
    parts = {part.path: part for part in document.chapters}
    for source in manuscript.chapters:
        section = document.chapter(parts[source.path])
        yield from _Chapter(source, section).findings()
        yield from _alternatives(source, section)


class _Chapter:
    """One chapter's blocks, each matched with the block of the Document with the same letters."""

    def __init__(self, source: ChapterSource, section: Element) -> None:
        as_code = [*_printed_as_code(section, source)]
        self._there = [
            one
            for one in in_document(section, source)
            if one.letters and not _is_in(one.location, (lines[:1] for lines in as_code))
        ]
        self._written = [
            one for one in written(source) if one.letters and not _is_in(one.location, as_code)
        ]
        self._long_rows = _long_rows(source)
        unused: defaultdict[str, list[int]] = defaultdict(list)
        for at, piece in enumerate(self._there):
            unused[piece.letters].append(at)
        self._tied: list[tuple[int, Piece]] = []
        self._lost: list[Piece] = []
        self._raw = as_it_stands(source)
        last = -1
        for piece in self._written:
            if places := unused[piece.letters]:
                at = next((place for place in places if place > last), places[0])
                places.remove(at)
                self._tied.append((at, piece))
                last = last if self._there[at].is_free else max(last, at)
            else:
                self._lost.append(piece)
        self._left = sorted(at for places in unused.values() for at in places)

    def findings(self) -> Iterator[Finding]:
        """Report what is lost, changed, repeated or moved."""
        for piece in self._lost:
            like = self._like(piece)
            if like is None:
                yield _told(_LOST, piece)
                continue
            self._left.remove(like)
            if self._without_raw(like) not in (piece.letters, self._with_the_rest(piece)):
                ours, theirs = first_difference(_spaced(piece), self._there[like].text)
                message = _DIFFERS.filled(words=theirs, written=ours)
                yield SAYS.broken(Near(piece.location, EDITIONS), message)
        known = {piece.letters for piece in self._written}
        for at in self._left:
            piece = self._there[at]
            # A note that is referred to twice is there twice.
            again = piece.is_free and piece.letters in known
            if not again and self._without_raw(at):
                yield _told(_TWICE if piece.letters in known else _UNWRITTEN, piece)
        yield from (_told(_ELSEWHERE, piece) for piece in self._moved())

    def _like(self, piece: Piece) -> int | None:
        """Find the block of the Document for ``piece``: with HTML in it, or with other words."""
        for at in self._left:
            if self._without_raw(at) in (piece.letters, self._with_the_rest(piece)):
                return at
        return next((at for at in self._left if _alike(piece, self._there[at])), None)

    def _with_the_rest(self, piece: Piece) -> str:
        """The letters of a cell and, if its row is too long, of all that is written after it."""
        row = self._long_rows.get(piece.location.line or 0)
        return piece.letters if row is None else letters_of(row[(piece.location.column or 1) - 1 :])

    def _without_raw(self, at: int) -> str:
        return letters_of(self._there[at].text, self._raw)

    def _moved(self) -> Iterator[Piece]:
        """Yield the fewest pieces whose removal leaves the others in the author's order."""
        bound = [(at, piece) for at, piece in self._tied if not self._there[at].is_free]
        ends: list[int] = []
        length = []
        for at, _ in bound:
            place = bisect_left(ends, at)
            ends[place : place + 1] = [at]
            length.append(place)
        wanted = len(ends) - 1
        for number in range(len(bound) - 1, -1, -1):
            if length[number] == wanted:
                wanted -= 1
            else:
                yield bound[number][1]


def _printed_as_code(section: Element, source: ChapterSource) -> Iterator[range]:
    """The lines of each part that is code in the Document, letter by letter as it is written."""
    lines = source.chapter.lines
    for code in section.iter("pre"):
        if "as-code" not in (code.get("class") or "").split():
            continue
        place = Location.stamped(code.get(SOURCE) or "")
        text = "".join(map(str, code.itertext()))
        if place is not None and place.line:
            there = range(place.line, place.line + text.count("\n") + 1)
            if letters_of(text) == letters_of("\n".join(lines[there.start - 1 : there.stop - 1])):
                yield there


def _is_in(place: Location, parts: Iterable[range]) -> bool:
    return any(place.line in lines for lines in parts)


def _long_rows(source: ChapterSource) -> dict[int, str]:
    """The lines of tables with more cells than columns, by their numbers."""
    lines = source.chapter.lines
    return {
        row.location.line: lines[row.location.line - 1]
        for table in source.every(Table)
        for row in table.rows
        if row.location.line and row.written > len(table.header.cells)
    }


def _alike(one: Piece, other: Piece) -> bool:
    letters = SequenceMatcher(None, one.letters, other.letters, autojunk=False)
    return letters.quick_ratio() > _ALIKE and letters.ratio() > _ALIKE


def _spaced(piece: Piece) -> str:
    return " ".join(piece.text.split())


def _alternatives(source: ChapterSource, section: Element) -> Iterator[Finding]:
    """Report alternative texts in the manuscript that no image of the Document has."""
    there = Counter(_without_tags(image.get("alt") or "") for image in section.iter("img"))
    there += Counter(_without_tags(text_of(box)) for box in section.iterfind(_IN_BOXES))
    as_code = [*_printed_as_code(section, source)]
    for image in source.every(Image):
        if _is_in(image.location, as_code):
            continue
        letters = _without_tags(image.alt)
        there[letters] -= 1
        if letters and there[letters] < 0:
            message = _NO_ALTERNATIVE.filled(words=shortened(image.alt))
            yield DESCRIBED.broken(Near(image.location, EDITIONS), message)


def _without_tags(alternative: str) -> str:
    return letters_of(_TAG.sub(" ", alternative))


def _told(message: Text, piece: Piece) -> Finding:
    return SAYS.broken(
        Near(piece.location, EDITIONS), message.filled(words=shortened(_spaced(piece)))
    )
