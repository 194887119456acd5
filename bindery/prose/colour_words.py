"""Find passages that refer to something by its colour alone, in Norwegian and English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bindery.prose.patterns import pattern
from bindery.prose.readings import Stretch, primary
from bindery.vocabulary.tables import read


@dataclass(frozen=True, slots=True)
class _Language:
    codes: tuple[str, ...]
    named: str
    told: str
    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Instead:
    dashed: str
    hatched: str
    shape: str
    pattern: str
    word: str
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class _Colours:
    languages: dict[str, _Language]
    instead: dict[str, _Instead]


_COLOURS = read(_Colours, Path(__file__).with_suffix(".toml"))

_POINTS_OUT = re.compile(r"(?P<which>(?:de|dei|den|det|the) .+) (?P<thing>\S+)", re.IGNORECASE)
_MARKS = re.compile(r"(?P<how>.+?) (?:med|i|in|with) (?P<colour>\S+(?P<lettering> \S+)?)")
_LINE = re.compile(r"linj|strek|kurve|line|curve", re.IGNORECASE)
_PRESSED = re.compile(r"knapp|ikon|button|icon", re.IGNORECASE)
_WRITTEN = re.compile(r"tekst|skrift|bokstav|ord|text|word|label", re.IGNORECASE)
_WRITES = re.compile(
    r"skr[ei]v|understrek|uthev|written|printed|underlined|highlighted", re.IGNORECASE
)
_FILLS = re.compile(r"farg|skraver|colou?red|shaded", re.IGNORECASE)


def beside_colour(words: str, language: str) -> tuple[str, ...]:
    """Suggestions for ``words``, each with a name, a shape or a pattern beside the colour.

    An ellipsis is for the author to fill in. ``language`` is ``nb``, ``nn`` or ``en``.
    """
    if found := _POINTS_OUT.fullmatch(words):
        return _pointed_out(found, _COLOURS.instead[language])
    if found := _MARKS.fullmatch(words):
        return (_marked(found, _COLOURS.instead[language]),)
    colours, _, rest = words.partition(" ")
    return (f"{colours} {_COLOURS.instead[language].key} {rest}",)


def _pointed_out(found: re.Match[str], say: _Instead) -> tuple[str, ...]:
    """For «den røde linjen»: suggest its name, or another look."""
    if _PRESSED.search(found["thing"]):
        return (f"{found[0]} {say.name}",)
    if _WRITTEN.match(found["thing"]):
        return (f"{found[0]} (…)",)
    look = say.dashed if _LINE.search(found["thing"]) else say.hatched
    return f"{found[0]} (…)", f"{found['which']}, {look} {found['thing']}"


def _marked(found: re.Match[str], say: _Instead) -> str:
    """For «merket med grønt»: suggest a word for words, a pattern for areas, else a shape."""
    how, colour = found["how"], found["colour"]
    if found["lettering"] or _WRITES.match(how):
        return f"{how} {say.word} {colour}"
    if _FILLS.match(how):
        return f"{found[0]} {say.pattern}"
    return f"{how} {say.shape} {colour}"


_SPOKEN = {code: one for one in _COLOURS.languages.values() for code in one.codes}
LANGUAGES = tuple(_SPOKEN)
_TOLD_BY_COLOUR = {code: pattern(one.told, one.words) for code, one in _SPOKEN.items()}
_NAMES_A_COLOUR = {code: pattern(one.named, one.words) for code, one in _SPOKEN.items()}
_DRAWN = {code: pattern(r"\b{figure}\b", one.words) for code, one in _SPOKEN.items()}
_ELSEWHERE = {code: pattern(r"\b\w*{elsewhere}\b", one.words) for code, one in _SPOKEN.items()}


@dataclass(frozen=True, slots=True)
class Told:
    """A passage that refers by colour alone: its ``words``, from ``start`` in the sentence.

    ``instead`` are suggestions to replace it, in the same language.
    """

    words: str
    start: int
    instead: tuple[str, ...]


def told_by_colour(sentence: Stretch) -> Iterator[Told]:
    """The passages of ``sentence`` that refer to something by colour alone.

    The colour of a trail or a bin belongs to the thing itself and is accepted, except on a map.
    """
    language = primary(sentence.language)
    text = sentence.text
    if language not in _SPOKEN or not _NAMES_A_COLOUR[language].search(text):
        return
    if _DRAWN[language].search(text) or not _ELSEWHERE[language].search(text):
        for found in _TOLD_BY_COLOUR[language].finditer(text):
            yield Told(found[0], found.start(), beside_colour(found[0], language))
