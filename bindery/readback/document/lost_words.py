"""Compare the manuscript's words with the Document's: what is lost there is in no edition."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from bindery.document.model import Document, Element
from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Image
from bindery.readback.align import first_difference, shortened
from bindery.readback.document.pieces import Piece, as_it_stands, in_document, letters_of, written
from bindery.readback.messages import DESCRIBED, SAYS, Near
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

EDITIONS = Text(nb="utgavene", en="the editions")
_ALIKE = 0.5
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
    for source, part in zip(manuscript.chapters, document.chapters, strict=True):
        section = document.chapter(part)
        yield from _Chapter(source, section).findings()
        yield from _alternatives(source, section)


class _Chapter:
    """One chapter's blocks, each matched with the block of the Document with the same letters."""

    def __init__(self, source: ChapterSource, section: Element) -> None:
        self._there = [one for one in in_document(section, source) if one.letters]
        self._written = [one for one in written(source) if one.letters]
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
            if self._without_raw(like) != piece.letters:
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
            if self._without_raw(at) == piece.letters:
                return at
        return next((at for at in self._left if _alike(piece, self._there[at])), None)

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


def _alike(one: Piece, other: Piece) -> bool:
    letters = SequenceMatcher(None, one.letters, other.letters, autojunk=False)
    return letters.quick_ratio() > _ALIKE and letters.ratio() > _ALIKE


def _spaced(piece: Piece) -> str:
    return " ".join(piece.text.split())


def _alternatives(source: ChapterSource, section: Element) -> Iterator[Finding]:
    """Report alternative texts in the manuscript that no image of the Document has."""
    there = Counter(_without_tags(image.get("alt") or "") for image in section.iter("img"))
    for image in source.every(Image):
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
