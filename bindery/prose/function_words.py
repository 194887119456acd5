"""The small words that a language cannot do without, the endings it makes words with, its letters.

Each list has what is frequent in the language, and also what is written like a frequent word of
another: «men» and «her» are Norwegian as well as English, and tell neither from the other.
"""

from dataclasses import dataclass
from pathlib import Path

from bindery.vocabulary.tables import read


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


_LISTS = read(_Lists, Path(__file__).with_suffix(".toml"))

WORDS = {
    code: one.words | (_LISTS.alike.words if code in _LISTS.alike.codes else frozenset())
    for code, one in _LISTS.languages.items()
}

LETTERS = {code: one.letters for code, one in _LISTS.languages.items()}
"""The letters besides a to z that words of each language have."""

ENDINGS = {code: one.endings for code, one in _LISTS.languages.items()}
"""Endings of words of some length."""
