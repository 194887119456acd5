"""Prose as it is read: its pieces with their languages, its sentences, and its LIX."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import TypeVar

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import (
    Block,
    Div,
    Element,
    Heading,
    Image,
    Link,
    Note,
    Paragraph,
    Prose,
    Run,
    Table,
)
from bindery.vocabulary.findings import Location
from bindery.vocabulary.text import without_soft_hyphens

Worded = TypeVar("Worded", Link, Image)

NOT_READ = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Replaces each character of code, formulas and words in a language not asked for."""

_UNREAD = re.compile(f"{NOT_READ}+")


def shown(text: str) -> str:
    """``text`` of a reading for a message, with … for what is not read."""
    return _UNREAD.sub("…", text)


WORD = re.compile(r"[^\W\d_]+(?:[-’'\u00ad][^\W\d_]+)*")

_END = re.compile(r"(?<![.!?…])[.!?…]++[»”\"’')\]]*+(?=\s+[«“\"„‘'(\[]*[^\W_a-zæøåäöü])")
_NO_END = re.compile(
    r"(?:\b(?:adm|art|bl|ca|dr|dvs|e|eks|evt|fig|f|gl|hhv|jf|jfr|kap|kl|kr|mr|mrs|ms|nr|osv|pkt|"
    r"dir|mill|mrd|prof|pst|s|st|tlf|vol|vs|cf|etc|no|p|pp)|\b[^\W\d_]|\b\d{1,3})\.$",
    re.IGNORECASE,
)
_LONGEST_SHORT_FORM = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a piece of prose, from ``start`` in its text, in one ``language`` (BCP 47)."""

    text: str
    start: int
    language: str


@dataclass(frozen=True)
class Reading:
    """A piece of prose in ``chapter``; ``language`` is that of words not marked otherwise."""

    prose: Prose
    language: str
    chapter: ChapterSource

    @cached_property
    def text(self) -> str:
        """Its words, as long as ``Prose.text``, with ``NOT_READ`` for each character of code."""
        runs = self.prose.runs
        return "".join(NOT_READ * len(run.text) if run.is_code else run.text for run in runs)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """All of the text, split where the language changes."""
        stretches: list[Stretch] = []
        runs = groupby(self.prose.runs, key=lambda run: run.language or self.language)
        start = 0
        for language, alike in runs:
            length = sum(len(run.text) for run in alike)
            stretches.append(Stretch(self.text[start : start + length], start, language))
            start += length
        return tuple(stretches)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages (``nb``, ``en``) of its words."""
        return frozenset(primary(one.language) for one in self.stretches if WORD.search(one.text))

    def only(self, *languages: str) -> str:
        """The text with ``NOT_READ`` for all that is not in ``languages`` (``nb``, ``en``)."""
        return "".join(
            part.text if primary(part.language) in languages else NOT_READ * len(part.text)
            for part in self.stretches
        )

    def language_at(self, index: int) -> str:
        """The language of the character at ``index``."""
        part = next(part for part in reversed(self.stretches) if part.start <= index)
        return part.language

    @cached_property
    def _sentences(self) -> tuple[Stretch, ...]:
        return tuple(self._cut())

    def sentences(self) -> Iterator[Stretch]:
        """Its sentences, without the spaces between, each with the language of its first letter."""
        return iter(self._sentences)

    def _cut(self) -> Iterator[Stretch]:
        start = 0
        for end in [*_ends_of_sentences(self.text), len(self.text)]:
            sentence = self.text[start:end]
            start += len(sentence) - len(sentence.lstrip())
            if sentence.strip():
                yield Stretch(sentence.strip(), start, self.language_at(start))
            start = end

    def at(self, index: int) -> Location:
        """The place in the manuscript of the character at ``index`` of the text."""
        return self.prose.at(index)


def readings(manuscript: Manuscript) -> Iterator[Reading]:
    """Every piece of prose in reading order."""
    for chapter in manuscript.chapters:
        yield from readings_of(chapter, manuscript)


def readings_of(chapter: ChapterSource, manuscript: Manuscript) -> Iterator[Reading]:
    """Every piece of prose in ``chapter``."""
    return iter(_read(chapter, _whole(chapter, manuscript)))


# A dozen rules read the same chapters in turn.
@lru_cache(maxsize=256)
def _read(chapter: ChapterSource, whole: str) -> tuple[Reading, ...]:
    return tuple(_each(chapter, whole))


def _each(chapter: ChapterSource, whole: str) -> Iterator[Reading]:
    for element, block in _in_blocks(chapter):
        if isinstance(element, Prose):
            yield Reading(element, _language_of(element, block, whole), chapter)


def alternatives_of(chapter: ChapterSource, manuscript: Manuscript) -> Iterator[Reading]:
    """The alternative text of every image in ``chapter`` as a piece of prose, where the image is.

    Those of decorative images, which nobody hears, are left out.
    """
    return iter(_alternatives(chapter, _whole(chapter, manuscript)))


@lru_cache(maxsize=256)
def _alternatives(chapter: ChapterSource, whole: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(_as_prose(image), image.language or _language_of(image, block, whole), chapter)
        for image, block in _in_blocks(chapter)
        if isinstance(image, Image) and image.alt.strip() and not image.is_decorative
    )


def _as_prose(image: Image) -> Prose:
    text = " ".join(image.alt.split())
    run = Run(text, 0, lambda _: image.location, image.language)
    return Prose(
        location=image.location, div=image.div, nested=image.nested, block="alt", runs=(run,)
    )


def heard(manuscript: Manuscript) -> Iterator[Reading]:
    """Every piece of prose, and every alternative text, chapter by chapter."""
    for chapter in manuscript.chapters:
        yield from readings_of(chapter, manuscript)
        yield from alternatives_of(chapter, manuscript)


def with_languages(
    kind: type[Worded], chapter: ChapterSource, manuscript: Manuscript
) -> Iterator[tuple[Worded, str]]:
    """Every element of ``kind`` in ``chapter``, and the language of its words (BCP 47)."""
    whole = _whole(chapter, manuscript)
    for element, block in _in_blocks(chapter):
        if isinstance(element, kind):
            yield element, element.language or _language_of(element, block, whole)


def _in_blocks(chapter: ChapterSource) -> Iterator[tuple[Element, Element | None]]:
    """Every element of ``chapter``, and the heading or paragraph around it, if any."""
    block: Element | None = None
    for element in chapter.elements:
        if isinstance(element, Heading | Paragraph):
            block = element
        elif isinstance(element, Block | Div | Note | Table):
            block = None
        yield element, block


def primary(language: str) -> str:
    """The first part of a tag, which names the language; ``no`` is read as bokmål."""
    name = language.split("-", 1)[0].lower()
    return "nb" if name == "no" else name


def _whole(chapter: ChapterSource, manuscript: Manuscript) -> str:
    return chapter.chapter.front_matter.language or manuscript.publication.metadata.language


def _language_of(element: Element, block: Element | None, whole: str) -> str:
    said = [block.attributes.get("lang")] if block else []
    said += [div.attributes.get("lang") for div in element.divs()]
    return next((language for language in said if language), whole)


def _ends_of_sentences(text: str) -> Iterator[int]:
    for end in _END.finditer(text):
        if not _NO_END.search(text, max(0, end.end() - _LONGEST_SHORT_FORM), end.end()):
            yield end.end()


LONG_WORD = 6
"""A word with more letters than this counts as long in LIX (Björnsson 1968)."""

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_BREAK = re.compile(r":(?=\s+[«“\"]?[A-ZÆØÅÄÖÁČŊŠŽ])|(?=[•▪‣])")


@dataclass(frozen=True, slots=True)
class Lix:
    """How many words, sentences and long words a text has."""

    words: int = 0
    sentences: int = 0
    long_words: int = 0

    def __add__(self, other: "Lix") -> "Lix":
        return Lix(
            self.words + other.words,
            self.sentences + other.sentences,
            self.long_words + other.long_words,
        )

    @property
    def index(self) -> int:
        """Words per sentence plus the percentage of long words: 25 is easy, 55 very difficult."""
        if not self.words:
            return 0
        return round(self.words / self.sentences + 100 * self.long_words / self.words)


def words_in(text: str) -> list[str]:
    """The words and numbers of ``text``, without soft hyphens."""
    pattern = f"{WORD.pattern}|{_NUMBER.pattern}"
    return re.findall(pattern, without_soft_hyphens(text))


def lix_of(text: str) -> Lix:
    """The LIX counts of one sentence."""
    words = words_in(text)
    return Lix(len(words), 1 if words else 0, sum(len(word) > LONG_WORD for word in words))


def clauses(reading: Reading) -> Iterator[Stretch]:
    """The sentences of ``reading``, each split where something new begins inside it.

    That is a capital letter after a colon, as in a quotation, or a bullet.
    """
    for sentence in reading.sentences():
        start = 0
        ends = (found.end() for found in _BREAK.finditer(sentence.text))
        for end in (*ends, len(sentence.text)):
            part = sentence.text[start:end]
            if part.strip():
                space = len(part) - len(part.lstrip())
                yield Stretch(part.strip(), sentence.start + start + space, sentence.language)
            start = end
