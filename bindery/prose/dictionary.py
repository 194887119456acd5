"""The words of a manuscript that a dictionary of their language can judge."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bindery.manuscript.source import Manuscript
from bindery.prose.likeness import foreign_passages
from bindery.prose.readings import NOT_READ, WORD, Reading, Stretch, primary, readings
from bindery.vocabulary.findings import Location

LANGUAGES = ("nb", "nn")
SHORTEST = 3
"""Letters. What is shorter is a letter, a sign or a unit."""

_TOKEN = re.compile(r"\S+")
# An address, a number, a name in code, or either/or: not one word of the language.
_NO_WORD = re.compile(rf"[\d@/\\_=<>{{}}#&{NOT_READ}]|(?:\w|^)[.:]\w")
_ABBREVIATED = re.compile(r"\.\W*(?=\s+[a-zæøå(–-])")
_NORWEGIAN = re.compile(rf"[a-zæøåàéèêëóòôöäü’'-]{{{SHORTEST},}}", re.IGNORECASE)
"""Long enough, and with no letter that says at once that the word is of another language."""

_SOFT = "\u00ad"
_ENDING = ".!?:…•–|"
_OPENING = " «»“”\"'‘(["
_QUOTING = '«“"‘'
"""After these a word has a capital because of its place."""

_CAPITAL_NEXT = re.compile(r"[ -][A-ZÆØÅÄÖÁČŊŠŽ][^\W\d_]")
_NAMES = frozenset({"th", "td", "dt"})
"""Blocks that often hold nothing but a name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, soft hyphens left out, from ``start`` in the text of ``reading``.

    ``is_name`` is whether it has a capital that its place does not give it.
    """

    text: str
    language: str
    reading: Reading
    start: int
    is_name: bool

    @property
    def location(self) -> Location:
        """Where it stands in the manuscript."""
        return self.reading.at(self.start)


def words_of(manuscript: Manuscript) -> Iterator[Word]:
    """Every word of Norwegian prose: no code, address, abbreviation, number or foreign passage."""
    for reading in readings(manuscript):
        foreign = [range(one.start, one.end) for one in foreign_passages(reading)]
        for stretch in reading.stretches:
            if primary(stretch.language) in LANGUAGES:
                yield from _words(reading, stretch, foreign)


def _words(reading: Reading, stretch: Stretch, foreign: Sequence[range]) -> Iterator[Word]:
    for token in _TOKEN.finditer(stretch.text):
        if any(stretch.start + token.start() in passage for passage in foreign):
            continue
        if _NO_WORD.search(token[0].rstrip(".,:;!?)]»”")) or _is_abbreviation(stretch, token):
            continue
        for found in WORD.finditer(token[0]):
            start = token.start() + found.start()
            text = found[0].replace(_SOFT, "")
            if not _NORWEGIAN.fullmatch(text) or _is_part(token[0], found):
                continue
            at = stretch.start + start
            named = text != text.lower() and _is_named(reading, at, text)
            yield Word(text, primary(stretch.language), reading, at, named)


def _is_abbreviation(stretch: Stretch, token: re.Match[str]) -> bool:
    """Whether a full stop follows, and the sentence goes on."""
    return bool(_ABBREVIATED.match(stretch.text, token.end() - 1)) and token[0].endswith(".")


def _is_part(token: str, found: re.Match[str]) -> bool:
    """Whether the other half of the word stands elsewhere: «plan- og bygningsloven»."""
    before, after = token[: found.start()], token[found.end() :]
    return before.endswith(("-", "’", "'")) or after.startswith(("-", "’", "'", "…"))


def _is_named(reading: Reading, start: int, text: str) -> bool:
    """Whether it is not the place that has given the word its capital."""
    if text[1:] != text[1:].lower() and "-" not in text:
        return True
    if reading.prose.block in _NAMES or _CAPITAL_NEXT.match(reading.text, start + len(text)):
        return True
    before = reading.text[:start].rstrip(_OPENING)
    if not before:
        # A list often has nothing but names at the beginning of its items.
        return reading.prose.nested
    return before[-1] not in _ENDING and reading.text[start - 1] not in _QUOTING
