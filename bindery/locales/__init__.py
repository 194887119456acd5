"""The words readers get, in their language: one file per language, and CLDR's data.

Every word comes with the language it is in. A word that is missing from a language's file is taken
from the language it falls back to, in the end from English.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from bindery.locales import cldr

FOLDER = Path(__file__).parent
LAST = "en"
"""The language that has every word: readers of a language without a file get it."""

_FILLED_IN = {"{number}": "[0-9]+", "{count}": "[0-9]+"}
"""Patterns for placeholders that are filled in with numbers."""

_MARKS_OF_OTHERS = "_quotation_marks.toml"

Found = TypeVar("Found")
Marks = tuple[str, str, str, str]
"""Opening and closing quotation marks: the outer ones, then those inside another quotation."""

STRAIGHT: Marks = ('"', '"', "'", "'")
"""The marks of a keyboard, which are right in every language."""


@dataclass(frozen=True, slots=True)
class Word:
    """Words for a reader, and the language they are in (BCP 47)."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class LanguageFile:
    """The contents of one language's file.

    ``covers`` are other tags of the language, and ``cldr`` is CLDR's name for it. ``date`` is one
    of CLDR's formats, or a pattern; if empty, dates fall back. ``words`` are by table and key:
    ``parts.contents``.
    """

    language: str
    covers: tuple[str, ...]
    cldr: str
    falls_back_to: str
    date: str
    quotation_marks: Marks
    alphabet: str
    words: Mapping[str, str]


class Locale:
    """The words of one language, with the languages it falls back to for missing ones.

    ``files`` are these languages, nearest first, each with the tag its words are marked with.
    """

    def __init__(self, files: Sequence[tuple[LanguageFile, str]]) -> None:
        self._files = tuple(files)
        self._own, self.language = self._files[0]
        self._patterns: dict[str, Sequence[tuple[re.Pattern[str], str]]] = {}

    def __contains__(self, key: str) -> bool:
        return any(key in file.words for file, _ in self._files)

    def having(self, *keys: str) -> "Locale":
        """The nearest language that has all of ``keys``, each of them a word or a whole table.

        Use it for words that are read together, so that they are in one language.
        """
        last, _ = self._files[-1]
        wanted = {name for name in last.words if any(_is_in(name, key) for key in keys)}
        for at, (file, _) in enumerate(self._files):
            if wanted <= file.words.keys():
                return Locale(self._files[at:])
        raise KeyError(keys)

    def word(self, key: str, **values: object) -> Word:
        """The word ``key`` with ``values`` filled in. Dates get the language's own format."""
        for file, language in self._files:
            if key in file.words:
                said = {name: _written(value, file) for name, value in values.items()}
                return Word(file.words[key].format(**said), language)
        raise KeyError(key)

    def counted(self, unit: str, count: int) -> Word:
        """``count`` and ``unit``, in the plural form the language has for it: ``2 sider``."""
        here = self.having(f"units.{unit}")
        form = cldr.plural_form(count, here._own.cldr)
        return here.word(f"units.{unit}.{form}", count=count)

    def decimal(self, number: float) -> str:
        """``number`` with one decimal: ``1,4``."""
        return cldr.decimal(number, self._own.cldr)

    def listed(self, texts: Sequence[str]) -> str:
        """The ``texts`` as a list in a sentence: ``lister, tabeller og noter``."""
        return cldr.listed(texts, self._own.cldr)

    def language_of(self, text: str, keys: Iterable[str]) -> str | None:
        """The language of ``text`` if it is the word of one of ``keys``, else ``None``."""
        found = (one for key in keys for one in self.patterns(key))
        return next((language for pattern, language in found if pattern.fullmatch(text)), None)

    def patterns(self, table: str) -> Sequence[tuple[re.Pattern[str], str]]:
        """Patterns that match the words of ``table`` (or one word), each with its language."""
        if table not in self._patterns:
            self._patterns[table] = tuple(self._compiled(table))
        return self._patterns[table]

    def _compiled(self, table: str) -> Iterator[tuple[re.Pattern[str], str]]:
        found: dict[str, tuple[str, str]] = {}
        for file, language in self._files:
            for key, words in file.words.items():
                if _is_in(key, table):
                    found.setdefault(key, (words, language))
        yield from ((_pattern(words), language) for words, language in found.values())

    @property
    def alphabet(self) -> str:
        """The lower-case letters of the language, in their order."""
        return self._own.alphabet

    @property
    def letters(self) -> frozenset[str]:
        """All characters of the words that every book has, or that a page's template writes."""
        words = (item for file, _ in self._files for item in file.words.items())
        return frozenset("".join(text for key, text in words if not key.startswith(_IN_THE_TEXT)))


_IN_THE_TEXT = (
    *(
        "braille.",
        "braille-signs.",
        "callouts.",
        "counted.",
        "ends.",
        "lists.",
        "references.",
        "tasks.",
        "parts.draft",
    ),
    *("parts.appendix", "parts.index", "parts.part", "parts.sources", "blocks.absent-picture"),
    *("blocks.abstract", "blocks.code", "link-kinds.audio", "ways.back-to-note-again"),
    *("ways.back-to-chapter", "ways.back-to-citation", "ways.back-to-title"),
    *("ways.back-to-citation-in", "ways.on-page", "ways.see"),
)
"""Words that stand in the text of those books that have what they are for."""


def locale_of(language: str) -> Locale:
    """The words for readers of ``language`` (BCP 47)."""
    return _locale(language, FOLDER)


def quotation_marks(language: str) -> Marks:
    """The quotation marks of ``language`` (BCP 47); ``STRAIGHT`` ones if no file has them."""
    return _nearest(language, _marks(FOLDER)) or STRAIGHT


def in_every_language(key: str) -> tuple[str, ...]:
    """The words of ``key`` in each language that has it, with their ``{placeholders}``."""
    return tuple(file.words[key] for file in _files(FOLDER).values() if key in file.words)


@cache
def _locale(language: str, folder: Path) -> Locale:
    files = _files(folder)
    own = _nearest(language, _by_tag(files))
    chain = [(own, language)] if own else [(files[LAST], LAST)]
    while (file := chain[-1][0]).language != LAST:
        chain.append((files[file.falls_back_to], file.falls_back_to))
    return Locale(chain)


@cache
def _marks(folder: Path) -> Mapping[str, Marks]:
    others = tomllib.loads((folder / _MARKS_OF_OTHERS).read_text(encoding="utf-8"))
    marks = {tag: _four(written) for tag, written in others.items()}
    return marks | {tag: file.quotation_marks for tag, file in _by_tag(_files(folder)).items()}


def _by_tag(files: Mapping[str, LanguageFile]) -> dict[str, LanguageFile]:
    return {tag: file for file in files.values() for tag in (file.language, *file.covers)}


def _nearest(language: str, table: Mapping[str, Found]) -> Found | None:
    """Look up ``language`` in ``table``, dropping its last subtags as needed (RFC 4647, 3.4)."""
    parts = language.lower().split("-")
    tags = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((table[tag] for tag in tags if tag in table), None)


@cache
def _files(folder: Path) -> Mapping[str, LanguageFile]:
    """The file of each language in ``folder``, by its tag."""
    paths = sorted(path for path in folder.glob("*.toml") if not path.name.startswith("_"))
    return {path.stem: _read(path) for path in paths}


def _read(path: Path) -> LanguageFile:
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    language = read.pop("language")
    return LanguageFile(
        language=path.stem,
        covers=tuple(language.get("covers", ())),
        cldr=language["cldr"],
        falls_back_to=language.get("falls-back-to", LAST),
        date=language.get("date", ""),
        quotation_marks=_four(language["quotation-marks"]),
        alphabet=language["alphabet"],
        words=dict(_flat(read, "")),
    )


def _four(written: Sequence[str]) -> Marks:
    outer_open, outer_close, inner_open, inner_close = written
    return outer_open, outer_close, inner_open, inner_close


def _flat(table: Mapping[str, Any], around: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{around}{key}.")
        else:
            yield f"{around}{key}", value


def _is_in(name: str, key: str) -> bool:
    return name == key or name.startswith(f"{key}.")


def _written(value: object, file: LanguageFile) -> object:
    return cldr.written_date(value, file.date, file.cldr) if isinstance(value, date) else value


@cache
def _pattern(words: str) -> re.Pattern[str]:
    parts = re.split(r"(\{\w+\})", words)
    filled = (_FILLED_IN.get(part, ".+") if part[:1] == "{" else re.escape(part) for part in parts)
    return re.compile(f"(?<!\\w){''.join(filled)}(?!\\w)", re.DOTALL)
