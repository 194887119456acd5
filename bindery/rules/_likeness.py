"""Which language a passage looks like, told by the small words in it.

A language that is not the one it should be has to make itself clear: several words that only it
has, and next to none that only the other one has. Names and single words make nothing clear.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bindery.rules._function_words import ENDINGS, LETTERS, WORDS
from bindery.rules._prose import WORD, primary

FEWEST_WORDS = 5
"""Words in a row: fewer are a loan or a name."""

FEWEST_TELLING = 3
"""Different words that only the other language has."""

LEAST_SHARE = 0.2
"""Telling words among all."""

MOST_AGAINST = 6
"""For each word that speaks for the language named, at least so many speak against it."""

SHORTEST, SHORTEST_WITH_ENDING = 3, 6
"""Letters of a word that its letters can place, and of one that its ending can."""

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


def _speaks_for(word: str, language: str, other: str) -> bool:
    """Whether ``word`` has a sign of ``language`` that is none of ``other``."""
    return any(language in signs and other not in signs for signs in _signs(word))


@lru_cache(maxsize=1 << 16)
def _signs(word: str) -> tuple[frozenset[str], ...]:
    """The languages that have this small word; else those with its letters, and its ending.

    A name has its letters and its ending in every language.
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
