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


def looks_like(text: str, named: str, expected: Sequence[str] = ()) -> Likeness | None:
    """The language that ``text`` looks like, if that is clearly not ``named`` (BCP 47).

    Where two languages are as likely, the first of ``expected`` is told.
    """
    named = primary(named)
    if named not in WORDS:
        return None
    words = [found[0].replace("\u00ad", "").replace("’", "'") for found in WORD.finditer(text)]
    if len(words) < FEWEST_WORDS:
        return None
    clear = [
        (len(telling), language in expected, Likeness(language, telling))
        for language in WORDS
        if language != named and (telling := _telling(words, language, named))
    ]
    return max(clear, key=lambda one: one[:2])[2] if clear else None


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
    if word.isascii() or len(word) < SHORTEST or word != word.lower():
        # A name keeps its letters in every language.
        return False
    letters = set(word) - _ASCII
    return letters <= set(LETTERS[language]) and not letters <= set(LETTERS[other])
