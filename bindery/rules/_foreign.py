"""Passages that look like another language than the one they are read in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bindery.rules._likeness import Likeness, looks_like, suspected
from bindery.rules._prose import NOT_READ, WORD, Reading, Stretch
from bindery.vocabulary.findings import Location

SHOWN = 6
"""Words of a passage that are shown."""

_SENTENCE = re.compile(r"(?<=[.!?…])[»”\"’)]*\s+")
_PIECE = re.compile(rf"[«»“”„\"():;|•{NOT_READ}]+|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class Foreign:
    """Some words in a row that look like ``language``, and are read as ``named`` (BCP 47).

    They stand from ``start`` to ``end`` in the text of their reading.
    """

    beginning: str
    words: int
    language: str
    named: str
    location: Location
    start: int
    end: int


def foreign_passages(reading: Reading, expected: tuple[str, ...] = ()) -> Iterator[Foreign]:
    """The passages of ``reading``, each as long as it can be told.

    A whole stretch is heard first, then its sentences, then what stands between marks in them.
    """
    for stretch in reading.stretches:
        yield from _foreign(reading, stretch, (_SENTENCE, _PIECE), expected)


def _foreign(
    reading: Reading,
    stretch: Stretch,
    finer: tuple[re.Pattern[str], ...],
    expected: tuple[str, ...],
) -> Iterator[Foreign]:
    like = looks_like(stretch.text, stretch.language, expected)
    if like is not None:
        yield _told(reading, stretch, like)
    elif finer and suspected(stretch.text, stretch.language):
        for part in _parts(stretch, finer[0]):
            yield from _foreign(reading, part, finer[1:], expected)


def _parts(stretch: Stretch, between: re.Pattern[str]) -> Iterator[Stretch]:
    start = 0
    ends = [(found.start(), found.end()) for found in between.finditer(stretch.text)]
    for end, after in [*ends, (len(stretch.text), len(stretch.text))]:
        yield Stretch(stretch.text[start:end], stretch.start + start, stretch.language)
        start = after


def _told(reading: Reading, passage: Stretch, like: Likeness) -> Foreign:
    words = list(WORD.finditer(passage.text))
    first, last = words[0].start(), words[:SHOWN][-1].end()
    more = " …" if len(words) > SHOWN else ""
    return Foreign(
        passage.text[first:last] + more,
        len(words),
        like.language,
        passage.language,
        reading.at(passage.start + first),
        passage.start + first,
        passage.start + words[-1].end(),
    )
