"""Edits of a chapter's text that lose none of its words, and the places of what they keep."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bindery.vocabulary.places import Stretch
from bindery.vocabulary.publication import Mark

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Kept:
    """The letters from ``start`` to ``end`` of the text, carried over as they are."""

    start: int
    end: int


Piece = str | Kept
"""Marks that are made, or letters that are kept."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of the text from ``start`` to ``end`` by ``pieces``.

    The kept pieces do not overlap, and are in order unless it ``moves`` them, as it does the lines
    of cells side by side. ``drops`` are all words that no piece keeps: marks, and names of options.
    ``tells`` are what rules tell of it.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...] = ()
    drops: str = ""
    tells: tuple[Mark, ...] = ()
    moves: bool = False

    def keeps_words_of(self, text: str) -> bool:
        """Whether every word from ``start`` to ``end`` is kept, and once, or dropped."""
        at = self.start
        kept = [piece for piece in self.pieces if isinstance(piece, Kept)]
        if self.moves:
            kept.sort(key=lambda piece: piece.start)
        for piece in kept:
            if not at <= piece.start <= piece.end <= self.end:
                return False
            at = piece.end
        lost = _WORD.findall(not_kept(text, self.start, self.end, kept))
        return Counter(lost) == Counter(_WORD.findall(self.drops))


def rewritten(
    text: str, start: int, end: int, pieces: Sequence[Piece], tells: Sequence[Mark] = ()
) -> Edit:
    """The edit of ``text`` from ``start`` to ``end``. What no piece keeps is dropped.

    It is for places where that can only be marks and the names of options.
    """
    return Edit(start, end, tuple(pieces), not_kept(text, start, end, pieces), tuple(tells))


def not_kept(text: str, start: int, end: int, pieces: Iterable[Piece]) -> str:
    """What is written from ``start`` to ``end`` and is in none of ``pieces``, which are in order.

    Two parts of it have a line break between them, so that no two words become one.
    """
    parts, at = [], start
    for piece in pieces:
        if isinstance(piece, Kept):
            parts.append(text[at : piece.start])
            at = piece.end
    return "\n".join((*parts, text[at:end]))


def escaped(text: str, start: int, end: int, sign: re.Pattern[str]) -> Iterator[Piece]:
    """The letters from ``start`` to ``end``, with a backslash before each ``sign``."""
    at = start
    for found in sign.finditer(text, start, end):
        yield Kept(at, found.start())
        yield "\\"
        at = found.start()
    yield Kept(at, end)


def without_overlaps(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The ``edits`` in the order of the text; of two that overlap, the one that begins first."""
    last = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end > one.start, -one.end)):
        if edit.start >= last:
            yield edit
            last = edit.end


class Traced:
    """A text, and where each stretch of it was written."""

    def __init__(self, text: str, stretches: list[Stretch] | None = None) -> None:
        self.text = text
        self.stretches = [Stretch(0, 0)] if stretches is None else stretches

    def edited(self, edits: Iterable[Edit]) -> "Traced":
        """The text with ``edits`` made, which are in order and do not overlap."""
        maker = _Maker(self)
        at = 0
        for edit in edits:
            maker.keep(at, edit.start)
            for piece in edit.pieces:
                if isinstance(piece, Kept):
                    maker.keep(piece.start, piece.end)
                else:
                    maker.make(piece, edit.start)
            at = edit.end
        maker.keep(at, len(self.text))
        return Traced("".join(maker.parts), maker.stretches or [Stretch(0, 0)])


class _Maker:
    """Writes a new text, stretch by stretch. What it keeps mostly goes forward."""

    def __init__(self, old: Traced) -> None:
        self._old = old
        self._starts = [stretch.start for stretch in old.stretches]
        self._at = 0
        self._length = 0
        self.parts: list[str] = []
        self.stretches: list[Stretch] = []

    def keep(self, start: int, end: int) -> None:
        while start < end:
            stretch, after = self._around(start)
            stop = min(end, after)
            moved = 0 if stretch.is_made else start - stretch.start
            self._add(self._old.text[start:stop], stretch.origin + moved, is_made=stretch.is_made)
            start = stop

    def make(self, made: str, where: int) -> None:
        if made:
            stretch, _ = self._around(where)
            moved = 0 if stretch.is_made else where - stretch.start
            self._add(made, stretch.origin + moved, is_made=True)

    def _around(self, offset: int) -> tuple[Stretch, int]:
        """The stretch that ``offset`` is in, and where the next one begins."""
        stretches = self._old.stretches
        if stretches[self._at].start > offset:
            self._at = bisect_right(self._starts, offset) - 1
        while self._at + 1 < len(stretches) and stretches[self._at + 1].start <= offset:
            self._at += 1
        is_last = self._at + 1 == len(stretches)
        after = len(self._old.text) if is_last else stretches[self._at + 1].start
        return stretches[self._at], after

    def _add(self, letters: str, origin: int, *, is_made: bool) -> None:
        last = self.stretches[-1] if self.stretches else None
        goes_on = (
            last is not None
            and not last.is_made
            and not is_made
            and last.origin + self._length - last.start == origin
        )
        if not goes_on:
            self.stretches.append(Stretch(self._length, origin, is_made))
        self.parts.append(letters)
        self._length += len(letters)
