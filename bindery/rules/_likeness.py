"""Which language a passage looks like, told by the small words in it.

A language that is not the one it should be has to make itself clear: several words that only it
has, and next to none that only the other one has. Names and single words make nothing clear.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bindery.rules._function_words import LETTERS, WORDS
from bindery.rules._prose import WORD, primary

FEWEST_WORDS = 5
"""Words in a row: fewer are a loan or a name."""

FEWEST_TELLING = 3
"""Different words that only the other language has."""

LEAST_SHARE = 0.2
"""Telling words among all."""

MOST_AGAINST = 6
"""For each word that speaks for the language named, at least so many speak against it."""

SHORTEST = 3
"""Letters of a word that its letters can place."""

_ASCII = frozenset("abcdefghijklmnopqrstuvwxyz-’'\u00ad")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The language (``nb``, ``en``) that a passage looks like, and the words that tell."""

    language: str
    telling: tuple[str, ...]


def suspected(text: str, named: str) -> tuple[str, ...]:
    """The languages that ``text`` has enough words of to be in, other than ``named`` (BCP 47).

    Most text has none, and then no part of it has.
    """
    named = primary(named)
    words = _words(text)
    if named not in WORDS or len(words) < FEWEST_WORDS:
        return ()
    small = frozenset(word.lower() for word in words)
    usual = _ASCII | set(LETTERS[named])
    odd = {word for word in words if not usual.issuperset(word) and _may_be_placed(word)}
    return tuple(
        language
        for language in WORDS
        if language != named and len(small & _small(language, named)) + len(odd) >= FEWEST_TELLING
    )


def looks_like(text: str, named: str, expected: Sequence[str] = ()) -> Likeness | None:
    """The language that ``text`` looks like, if that is clearly not ``named`` (BCP 47).

    Where two languages are as likely, the first of ``expected`` is told.
    """
    words = _words(text)
    clear = [
        (len(telling), language in expected, Likeness(language, telling))
        for language in suspected(text, named)
        if (telling := _telling(words, language, primary(named)))
    ]
    return max(clear, key=lambda one: one[:2])[2] if clear else None


def _words(text: str) -> list[str]:
    return [found[0].replace("\u00ad", "").replace("’", "'") for found in WORD.finditer(text)]


def _telling(words: Sequence[str], language: str, named: str) -> tuple[str, ...]:
    """The words that say clearly that it is ``language`` and not ``named``, or nothing."""
    spoken = [word for word in words if _speaks_for(word, language, named)]
    different = tuple(dict.fromkeys(word.lower() for word in spoken))
    if len(different) < FEWEST_TELLING or len(spoken) < LEAST_SHARE * len(words):
        return ()
    against = sum(_speaks_for(word, named, language) for word in words)
    has_small_word = any(word in WORDS[language] for word in different)
    return different if has_small_word and len(spoken) >= MOST_AGAINST * against else ()


@cache
def _small(language: str, other: str) -> frozenset[str]:
    """The small words that ``language`` has and ``other`` has not."""
    return WORDS[language] - WORDS[other]


def _speaks_for(word: str, language: str, other: str) -> bool:
    """Whether ``word`` is one that ``language`` can have and ``other`` cannot."""
    if word.lower() in _small(language, other):
        return True
    letters = set(word) - _ASCII if _may_be_placed(word) else set()
    return letters <= set(LETTERS[language]) and not letters <= set(LETTERS[other])


def _may_be_placed(word: str) -> bool:
    """Whether its letters can say which language a word is of: a name has them in every one."""
    return not word.isascii() and len(word) >= SHORTEST and word == word.lower()
