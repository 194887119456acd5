"""The words of a braille edition and those that it must say, side by side, in order.

The comparison looks a little ahead after each difference, so that a file with other content than
the manuscript's takes no longer than a right one.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from bindery.readback.align import shortened
from bindery.readback.braille.read_cells import FORCED, SOFT
from bindery.readback.messages import SAYS, STRUCTURE, Near
from bindery.readback.passages import Passage
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

_SAME_AGAIN = 3
"""So many equal words in a row are the end of a difference."""

_FARTHEST = 120
_MOST = 30
"""Differences that are told apart; all that follows is one more."""

_AROUND = 3


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its place in the manuscript, or its page, and whether a row begins with it."""

    text: str
    source: str = ""
    page: int = 0
    begins_row: bool = False


def joined(words: Sequence[Word], known: Collection[str]) -> list[Word]:
    """Words that rows divide, whole again: as one of the ``known`` where that can be."""
    return [
        replace(word, text=text)
        for word in _rejoined(list(_parts(words)), known)
        for text in _as_known(word.text, known)
    ]


def _parts(words: Sequence[Word]) -> Iterator[Word]:
    """The words, with one more where a row may end within a word."""
    for word in words:
        first, *others = word.text.split(FORCED)
        yield replace(word, text=first)
        yield from (replace(word, text=other, begins_row=True) for other in others if other)


_LONG = 10
"""Words of so many letters may be divided over rows without a hyphen: addresses, and code."""

_MOST_ROWS = 12


def _rejoined(words: Sequence[Word], known: Collection[str]) -> Iterator[Word]:
    """Put long words together that go on in the next rows."""
    long = {word for word in known if len(word) >= _LONG}
    at = 0
    while at < len(words):
        whole, used = words[at].text, 1
        for number, part in enumerate(words[at + 1 : at + _MOST_ROWS], start=2):
            if not part.begins_row:
                break
            whole += part.text
            if not long.isdisjoint(_ways(whole)):
                used = number
        yield replace(words[at], text="".join(one.text for one in words[at : at + used]))
        at += used


def _as_known(text: str, known: Collection[str]) -> list[str]:
    """The word with those of its hyphens that make it a known one; else without any.

    Where a row ends with the hyphen of ``plan- og``, it is two words.
    """
    found = next((way for way in _ways(text) if way in known), "")
    if found or SOFT not in text:
        return [found or text]
    pieces = text.split(SOFT)
    for at in range(1, len(pieces)):
        firsts = [f"{way}-" for way in _ways(SOFT.join(pieces[:at]))]
        rests = _ways(SOFT.join(pieces[at:]))
        first = next((one for one in firsts if one in known), "")
        rest = next((one for one in rests if one in known), "")
        if first and rest:
            return [first, rest]
    return ["".join(pieces)]


_MOST_HYPHENS = 5


def _ways(text: str) -> Iterator[str]:
    """The word with and without each hyphen that a row ends with, which may be the layout's."""
    pieces = text.split(SOFT)
    if len(pieces) > _MOST_HYPHENS:
        yield text.replace(SOFT, "-")
        return
    for hyphens in product(("", "-"), repeat=len(pieces) - 1):
        yield pieces[0] + "".join(map("".join, zip(hyphens, pieces[1:], strict=True)))


Difference = tuple[int, int, int, int]


def differences(said: Sequence[Word], heard: Sequence[Word]) -> Iterator[Difference]:
    """Where the two differ: from and to in ``said``, from and to in ``heard``."""
    ours, theirs = [one.text for one in said], [one.text for one in heard]
    at = other = found = 0
    while at < len(ours) and other < len(theirs):
        if ours[at] == theirs[other]:
            at, other = at + 1, other + 1
            continue
        found += 1
        step = _step(ours, theirs, at, other) if found < _MOST else None
        ends = (len(ours), len(theirs)) if step is None else (at + step[0], other + step[1])
        yield at, ends[0], other, ends[1]
        at, other = ends
    if at < len(ours) or other < len(theirs):
        yield at, len(ours), other, len(theirs)


def _step(ours: list[str], theirs: list[str], at: int, other: int) -> tuple[int, int] | None:
    """How far each must go until they are the same again."""
    for total in range(1, 2 * _FARTHEST):
        for mine in range(max(0, total - _FARTHEST), min(total, _FARTHEST) + 1):
            first = ours[at + mine : at + mine + _SAME_AGAIN]
            second = theirs[other + total - mine : other + total - mine + _SAME_AGAIN]
            if first == second and (first or at + mine >= len(ours)):
                return mine, total - mine
    return None


_UNREADABLE = Text(
    nb="I {edition} står det celler som ikke kan leses: «{cells}».",
    en="{first} has cells that cannot be read: “{cells}”.",
)
_LACKS = Text(nb="I {edition} mangler «{words}».", en="In {edition} “{words}” is missing.")
_HAS_MORE = Text(
    nb="{first} har noe som ikke skal være der{place}: «{words}».",
    en="{first} has something that should not be there{place}: “{words}”.",
)
_HAS_OTHER = Text(
    nb="I {edition} står det «{heard}»{place}. Det skal stå «{said}».",
    en="{first} has “{heard}”{place}. It should be “{said}”.",
)
_ON_PAGE = Text(nb=" på side {page} i punktskriften", en=" on page {page} of the braille")
_NOWHERE = Text(nb="", en="")


def told(said: Sequence[Word], heard: Sequence[Word], file: Near) -> Iterator[Finding]:
    """A finding for each difference, at the line of the manuscript that it is in or after."""
    for start, end, first, last in differences(said, heard):
        source = next((one.source for one in said[start:end] if one.source), "")
        source = source or next((one.source for one in reversed(said[:start]) if one.source), "")
        near = file.at(Passage("paragraph", "", source=source))
        page = next((one.page for one in heard[first:last] if one.page), 0)
        place = _ON_PAGE.filled(page=page) if page else _NOWHERE
        ours, theirs = _quoted(said, start, end), _quoted(heard, first, last)
        filled = {"edition": file.edition, "first": file.first, "place": place}
        if start == end:
            message = _HAS_MORE.filled(words=theirs, **filled)
        elif first == last:
            message = _LACKS.filled(words=ours, **filled)
        else:
            message = _HAS_OTHER.filled(heard=theirs, said=ours, **filled)
        yield SAYS.broken(near, message)


def _quoted(words: Sequence[Word], start: int, end: int) -> str:
    return shortened(" ".join(one.text for one in words[start:end])) or "–"


def unread_told(unread: Sequence[str], file: Near) -> Iterator[Finding]:
    """A finding for all cells that have no meaning in the code."""
    for cells in unread:
        message = _UNREADABLE.filled(cells=cells, edition=file.edition, first=file.first)
        yield SAYS.broken(file, message)


_OTHER_EMPHASIS = Text(
    nb="I {edition} er andre ord uthevet enn i manuset: «{heard}», ikke «{said}».",
    en="{first} emphasises other words than the manuscript: “{heard}”, not “{said}”.",
)


def set_off_told(said: Sequence[str], heard: Sequence[Word], file: Near) -> Iterator[Finding]:
    """Report the first word that is set off in one of the two and not in the other."""
    known_words = {*said, *(f"{one}-" for one in said)}
    ours = [Word(text) for text in said]
    theirs = [replace(one, text=one.text.rstrip("-")) for one in joined(heard, known_words)]
    for start, end, first, last in differences(ours, theirs):
        known = {"edition": file.edition, "first": file.first}
        message = _OTHER_EMPHASIS.filled(
            heard=_quoted(theirs, first, last), said=_quoted(ours, start, end), **known
        )
        yield STRUCTURE.broken(file, message)
        return
