"""The words of a manuscript that can be looked up in a dictionary of their language."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bindery.manuscript.source import Manuscript
from bindery.prose.likeness import foreign_passages
from bindery.prose.phrases import FILLER, foreign_phrases
from bindery.prose.readings import NOT_READ, WORD, Reading, Stretch, heard, primary
from bindery.vocabulary.findings import Location
from bindery.vocabulary.text import without_soft_hyphens

SHORTEST = 3
"""Letters. Anything shorter is a letter, a sign or a unit."""

_TOKEN = re.compile(r"\S+")
# An address, a number, a name from code, or either/or: not a single word of the language.
_NO_WORD = re.compile(rf"[\d@/\\_=<>{{}}#&{NOT_READ}]|(?:\w|^)[.:]\w")
_ABBREVIATED = re.compile(r"\.\W*(?=\s+[a-zæøå(–-])")
_HIDDEN = re.compile("[\u200b\ufeff]")
_NUMBER_NEXT = re.compile(r"\s+\d")
_BRIEF = 5
_SPELT = re.compile(rf"[a-zæøåàéèêëóòôöäü’'-]{{{SHORTEST},}}", re.IGNORECASE)
"""Long enough, and without letters that only words of other languages have."""

_ENDING = ".!?:…•–|"
_OPENING = " «»“”\"'‘(["
_QUOTING = '«“"‘'
"""After these, a word has a capital because of its position."""

_CAPITAL_NEXT = re.compile(r"[ -][A-ZÆØÅÄÖÁČŊŠŽ][^\W\d_]")
_NAMES = frozenset({"th", "td", "dt"})
"""Blocks that often contain only a name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, without soft hyphens, from ``start`` in the text of ``reading``.

    ``is_name`` is whether it has a capital that its position does not explain.
    """

    text: str
    language: str
    reading: Reading
    start: int
    is_name: bool

    @property
    def location(self) -> Location:
        """Its place in the manuscript."""
        return self.reading.at(self.start)


def words_of(manuscript: Manuscript, languages: Collection[str]) -> Iterator[Word]:
    """Every word of prose in ``languages``, without code, addresses, abbreviations, foreign words.

    Raises ``FileNotFoundError`` without the dictionaries of Norwegian and English.
    """
    for reading in heard(manuscript):
        if FILLER.search(reading.text):
            continue
        foreign = [range(one.start, one.end) for one in foreign_passages(reading)]
        foreign += [
            range(one.start, one.start + len(one.words)) for one in foreign_phrases(reading)
        ]
        for stretch in reading.stretches:
            if primary(stretch.language) in languages:
                yield from _words(reading, stretch, foreign)


def _words(reading: Reading, stretch: Stretch, foreign: Sequence[range]) -> Iterator[Word]:
    for token in _TOKEN.finditer(stretch.text):
        if any(stretch.start + token.start() in passage for passage in foreign):
            continue
        # What words-are-whole reports: the second half of a word, and invisible characters in one.
        if stretch.text[max(0, token.start() - 2) : token.start()] == "- ":
            continue
        if _HIDDEN.search(token[0]):
            continue
        if _NO_WORD.search(token[0].rstrip(".,:;!?)]»”")) or _is_abbreviation(stretch, token):
            continue
        for found in WORD.finditer(token[0]):
            start = token.start() + found.start()
            text = without_soft_hyphens(found[0])
            if not _SPELT.fullmatch(text) or _is_part(token[0], found):
                continue
            at = stretch.start + start
            named = text != text.lower() and _is_named(reading, at, text)
            yield Word(text, primary(stretch.language), reading, at, named)


def _is_abbreviation(stretch: Stretch, token: re.Match[str]) -> bool:
    """Whether a full stop follows and the sentence continues."""
    if not token[0].endswith("."):
        return False
    # «kap. 4», but not the end of a sentence: «komunen. 12 andre»
    is_brief = len(token[0]) <= _BRIEF and _NUMBER_NEXT.match(stretch.text, token.end())
    return bool(is_brief or _ABBREVIATED.match(stretch.text, token.end() - 1))


def _is_part(token: str, found: re.Match[str]) -> bool:
    """Whether it is half a word, with the other half elsewhere: «plan- og bygningsloven»."""
    before, after = token[: found.start()], token[found.end() :]
    return before.endswith(("-", "’", "'")) or after.startswith(("-", "’", "'", "…"))


def _is_named(reading: Reading, start: int, text: str) -> bool:
    """Whether the word has its capital for another reason than its position."""
    if text[1:] != text[1:].lower() and "-" not in text:
        return True
    if reading.prose.block in _NAMES or _CAPITAL_NEXT.match(reading.text, start + len(text)):
        return True
    before = reading.text[:start].rstrip(_OPENING)
    if not before:
        # List items often begin with names.
        return reading.prose.nested
    return before[-1] not in _ENDING and reading.text[start - 1] not in _QUOTING
