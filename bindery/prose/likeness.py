"""Detect the language of a passage by its function words, endings and letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bindery.prose.readings import NOT_READ, WORD, Reading, Stretch, primary, shown
from bindery.vocabulary.findings import Location
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import without_soft_hyphens


@dataclass(frozen=True, slots=True)
class _Alike:
    codes: tuple[str, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Language:
    letters: str
    endings: tuple[str, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lists:
    alike: _Alike
    languages: dict[str, _Language]


_LISTS = read(_Lists, Path(__file__).with_name("function_words.toml"))

WORDS = {
    code: one.words | (_LISTS.alike.words if code in _LISTS.alike.codes else frozenset())
    for code, one in _LISTS.languages.items()
}

LETTERS = {code: one.letters for code, one in _LISTS.languages.items()}
"""The letters besides a to z in words of each language."""

ENDINGS = {code: one.endings for code, one in _LISTS.languages.items()}
"""The endings of longer words of each language."""

FEWEST_WORDS = 5
"""Consecutive words. Fewer may be a loan or a name."""

FEWEST_TELLING = 3
"""Different words of only the other language."""

LEAST_SHARE = 0.2
"""The share of words of only the other language."""

MOST_AGAINST = 6
"""How many such words there must be for each word of only the marked language."""

SHORTEST, SHORTEST_WITH_ENDING = 3, 6
"""Letters of a word to be recognised by its letters, and by its ending."""

_ASCII = frozenset("abcdefghijklmnopqrstuvwxyz-’'\u00ad")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The language (``nb``, ``en``) that a passage looks like, and the words that show it."""

    language: str
    telling: tuple[str, ...]


def suspected(text: str, named: str) -> tuple[str, ...]:
    """The languages other than ``named`` (BCP 47) that ``text`` has enough words of to be in.

    Most texts have none, and then no part of them has.
    """
    named = primary(named)
    words = _words(text)
    if named not in WORDS or len(words) < FEWEST_WORDS:
        return ()
    odd = [word for word in set(words) if any(named not in signs for signs in _signs(word))]
    if len(odd) < FEWEST_TELLING:
        return ()
    return tuple(
        language
        for language in WORDS
        if language != named
        and sum(_speaks_for(word, language, named) for word in odd) >= FEWEST_TELLING
    )


def looks_like(text: str, named: str, expected: Sequence[str] = ()) -> Likeness | None:
    """The language that ``text`` looks like, if that is clearly not ``named`` (BCP 47).

    If two languages are equally likely, one of ``expected`` is preferred.
    """
    words = _words(text)
    clear = [
        (len(telling), language in expected, Likeness(language, telling))
        for language in suspected(text, named)
        if (telling := _telling(words, language, primary(named)))
    ]
    return max(clear, key=lambda one: one[:2])[2] if clear else None


_ADDRESS = re.compile(r"://|@|\bwww\.")
_IN_ADDRESSES = re.compile(r"/|@|www\.")


# Several rules ask of the same text.
@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    """The words of ``text``, without those of addresses and paths, which are of no language."""
    if _IN_ADDRESSES.search(text):
        text = " ".join(part for part in text.split() if not _is_address(part))
    return tuple(without_soft_hyphens(one).replace("’", "'") for one in WORD.findall(text))


def _is_address(part: str) -> bool:
    """Whether ``part``, which has no white space, is an address, or a path of three names."""
    first, last = part.find("/", 1), part.rfind("/", 0, -1)
    return (first != -1 and last > first + 1) or _ADDRESS.search(part) is not None


def _telling(words: Sequence[str], language: str, named: str) -> tuple[str, ...]:
    """The words that show clearly that it is ``language`` and not ``named``, or none."""
    spoken = [word for word in words if _speaks_for(word, language, named)]
    different = tuple(dict.fromkeys(word.lower() for word in spoken))
    if len(different) < FEWEST_TELLING or len(spoken) < LEAST_SHARE * len(words):
        return ()
    against = sum(_speaks_for(word, named, language) for word in words)
    has_small_word = any(word in WORDS[language] for word in different)
    return different if has_small_word and len(spoken) >= MOST_AGAINST * against else ()


def _speaks_for(word: str, language: str, other: str) -> bool:
    """Whether ``word`` has a sign of ``language`` that is not one of ``other``."""
    return any(language in signs and other not in signs for signs in _signs(word))


@lru_cache(maxsize=1 << 16)
def _signs(word: str) -> tuple[frozenset[str], ...]:
    """The languages with this function word; else those with its letters and with its ending.

    Words with capitals are not examined: names have the same letters in every language.
    """
    lower = word.lower()
    small = frozenset(language for language in WORDS if lower in WORDS[language])
    if small:
        return (small,)
    signs = []
    if word == lower and len(word) >= SHORTEST and not word.isascii():
        letters = set(word) - _ASCII
        signs.append(frozenset(one for one in LETTERS if letters <= set(LETTERS[one])))
    if word == lower and len(word) >= SHORTEST_WITH_ENDING:
        signs.append(frozenset(one for one in ENDINGS if word.endswith(ENDINGS[one])))
    return tuple(one for one in signs if one)


SHOWN = 6
"""How many words of a passage are shown."""

_SENTENCE = re.compile(r"(?<=[.!?…])[»”\"’)]*\s+")
_PIECE = re.compile(rf"[«»“”„\"():;|•{NOT_READ}]+|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class Foreign:
    """Consecutive words that look like ``language`` but are marked as ``named`` (BCP 47).

    They are from ``start`` to ``end`` in the text of their reading.
    """

    beginning: str
    words: int
    language: str
    named: str
    location: Location
    start: int
    end: int


def foreign_passages(reading: Reading, expected: tuple[str, ...] = ()) -> Iterator[Foreign]:
    """The foreign passages of ``reading``, each as long as possible.

    A whole stretch is tested first, then its sentences, then the pieces between marks in them.
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
        shown(passage.text[first:last]) + more,
        len(words),
        like.language,
        passage.language,
        reading.at(passage.start + first),
        passage.start + first,
        passage.start + words[-1].end(),
    )
