"""Words in capitals and abbreviations, and how a text explains them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bindery.manuscript.source.elements import Element, Link, Prose, Span, Table
from bindery.prose.patterns import any_of
from bindery.vocabulary.tables import read

CAPITALS = re.compile(r"(?<![\w./@&-])[A-ZÆØÅÄÖ]{2,}(?=(?:s|en|er|et|ene)?(?![\w@&]))")
"""Two capitals or more at the start of a word, without an ending or a part after a hyphen."""


@dataclass(frozen=True, slots=True)
class _Common:
    codes: tuple[str, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Explained:
    """Patterns of words that introduce what an abbreviation is short for."""

    stands_for: str
    means: str
    much: str
    is_short_for: str
    shortened_to: str


@dataclass(frozen=True, slots=True)
class _Words:
    common: dict[str, _Common]
    well_known: dict[str, frozenset[str]]
    explained: dict[str, _Explained]


_WORDS = read(_Words, Path(__file__).with_suffix(".toml"))

LANGUAGES_OF_CAPITALS = tuple(code for one in _WORDS.common.values() for code in one.codes)
COMMON = frozenset[str]().union(*(one.words for one in _WORDS.common.values()))
"""Words that are written in capitals to be stressed, or to look like a title."""

_LONGEST_ABBREVIATION = 6
_ROMAN = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ORDINARY = re.compile(r"\b[A-ZÆØÅÄÖ]?[a-zæøåäöéèóòôü]{2,}\b")
_VOWEL = re.compile(r"[aeiouyæøåäöéèóòôü]")
_BETWEEN = re.compile(r"[ \u00a0,:;–]+(?:(?:[IÅØ]|\d+)[ \u00a0]+)?")
_STRESSED_AT_LEAST = 2
_RUN_AT_LEAST = 3


def is_roman(word: str) -> bool:
    """Whether ``word``, in capitals, is a Roman number."""
    return bool(_ROMAN.fullmatch(word))


def ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    """The words, in lower case, that ``texts`` also have in lower case.

    In capitals, such a word is stressed rather than an abbreviation. Many write ``pdf`` in lower
    case, so abbreviations that all know, and words without a vowel, are not among them.
    """
    words = {word.lower() for text in texts for word in _ORDINARY.findall(text)}
    return frozenset(
        word for word in words if word.upper() not in WELL_KNOWN and _VOWEL.search(word)
    )


def is_stressed(word: str, ordinary: frozenset[str]) -> bool:
    """Whether ``word``, in capitals, is a word of the language rather than an abbreviation."""
    small = word.lower()
    return len(word) > _LONGEST_ABBREVIATION or small in COMMON or small in ordinary


def shouted(text: str, ordinary: frozenset[str]) -> Iterator[range]:
    """The places of three or more consecutive words in capitals that are not abbreviations."""
    run: list[re.Match[str]] = []
    for word in [*CAPITALS.finditer(text), None]:
        if word and run and _BETWEEN.fullmatch(text, run[-1].end(), word.start()):
            run.append(word)
            continue
        # In a list with commas, short words are names: «ODT, HTML, PDF».
        known = frozenset[str]() if _is_listed(text, run) else ordinary
        stressed = [one for one in run if is_stressed(one[0], known)]
        if len(run) >= _RUN_AT_LEAST and len(stressed) >= _STRESSED_AT_LEAST:
            yield range(run[0].start(), run[-1].end())
        run = [word] if word else []


def _is_listed(text: str, run: list[re.Match[str]]) -> bool:
    return all("," in text[one.end() : after.start()] for one, after in pairwise(run))


WELL_KNOWN = frozenset[str]().union(*_WORDS.well_known.values())
"""Abbreviations that need no explanation: fewer people know the words in full."""

_PLACEHOLDERS = frozenset({"XX", "XXX", "XXXX", "TODO", "TBD", "TBA", "TBC", "FIXME"})
_LONGEST = 6
_NUMBER_BEFORE = re.compile(r"\d[ \u00a0]?$")
_NUMBER_AFTER = re.compile(r"s?(?:-[A-ZÆØÅ]+)?[ \u00a0-]?\d")
LANGUAGES_OF_EXPLANATIONS = tuple(_WORDS.explained)
"""The languages in which an explanation is recognised."""


def _in_any_case(words: Iterable[str]) -> str:
    return f"(?i:{any_of(dict.fromkeys(words))})"


_STANDS_FOR = _in_any_case(one.stands_for for one in _WORDS.explained.values())
_MEANS = _in_any_case(one.means for one in _WORDS.explained.values())
_MUCH = _in_any_case(one.much for one in _WORDS.explained.values())
_IS_SHORT_FOR = _in_any_case(one.is_short_for for one in _WORDS.explained.values())
_SHORTENED_TO = _in_any_case(one.shortened_to for one in _WORDS.explained.values())

_GAP = r"[^\w.!?…]+"
"""The characters between two words of one sentence."""

_LIST_OF_ABBREVIATIONS = re.compile(r"forkort|abbrev|acronym|betyr|betydning|tyding", re.IGNORECASE)


def abbreviations(text: str, ordinary: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The abbreviations of ``text``, each with its place.

    Roman numbers, units, standards and codes with a number, stressed words in capitals and the
    ``WELL_KNOWN`` are not among them.
    """
    loud = tuple(shouted(text, ordinary))
    for found in CAPITALS.finditer(text):
        word = found[0]
        is_one = (
            len(word) <= _LONGEST
            and word not in WELL_KNOWN
            and word not in _PLACEHOLDERS
            and not is_roman(word)
            and not is_stressed(word, ordinary)
            and not _NUMBER_BEFORE.search(text, 0, found.start())
            and not _NUMBER_AFTER.match(text, found.end())
            and not any(found.start() in run for run in loud)
        )
        if is_one:
            yield word, found.start()


def is_explained(word: str, text: str) -> bool:
    """Whether ``text`` says what ``word`` stands for.

    «Kommunesektorens organisasjon (KS)», «KS (Kommunesektorens organisasjon)», «KS står for …»,
    «KS, Kommunesektorens organisasjon».
    """
    name = rf"(?<![\w-]){word}(?:-\w+)?(?!\w)[»”\"]?"
    ways = (
        rf"{name}\s*\([^()]*[^\W\d_A-ZÆØÅ]{{4}}[^()]*\)",
        rf"[^\W\d_]{{3,}}[»”\"]?\s+\((?:[^()]{{0,30}}[\s«“\"])?{name}(?:[\s,;:][^()]*)?\)",
        rf"{name}(?:{_GAP}\w+){{0,3}}{_GAP}{_IS_SHORT_FOR}\b",
        rf"\b{_IS_SHORT_FOR}(?:{_GAP}\w+){{0,6}}{_GAP}{name}",
        rf"\b{_SHORTENED_TO}{_GAP}{name}",
        rf"{name}(?:{_GAP}\w+){{0,2}}{_GAP}{_MEANS}\s+(?!{_MUCH}\b)[«“„\"‘\w]",
        rf"{name}(?:{_GAP}\w+){{0,2}}{_GAP}{_STANDS_FOR}\s+(?:[«“„\"‘]|[A-ZÆØÅ][^\W\dA-ZÆØÅ])",
    )
    beside = (
        rf"{name}\s*[,–:=]\s*((?:[^\W\d_]|[ -])+)",
        rf"{name}(?:{_GAP}\w+){{0,2}}{_GAP}{_STANDS_FOR}\s*((?:[^\W\d_]|[ ,-])+)",
    )
    told = (re.search(one, text) for one in beside)
    return any(re.search(way, text) for way in ways) or any(
        _spells(word.lower(), found[1].lower()) for found in told if found
    )


def explained_by(element: Element) -> frozenset[str]:
    """The abbreviations that ``element`` explains, if it is a mark, a term or a list of them."""
    if isinstance(element, Span | Link) and element.attributes.get("abbr") is not None:
        return frozenset(CAPITALS.findall(element.text))
    if isinstance(element, Prose) and element.block == "dt":
        return frozenset({element.text.strip()})
    if isinstance(element, Table) and _LIST_OF_ABBREVIATIONS.search(" ".join(element.header.cells)):
        return frozenset(row.cells[0] for row in element.rows if row.cells)
    return frozenset()


def _spells(letters: str, words: str) -> bool:
    """Whether ``words`` begin with the first of ``letters`` and have the others in their order."""
    rest = iter(words)
    return words[0] == letters[0] and all(letter in rest for letter in letters)
