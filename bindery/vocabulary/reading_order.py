"""The order in which chapters are read, and where in the book each of them is."""

from dataclasses import dataclass
from typing import Literal

from bindery.vocabulary.counting import STRICT

Matter = Literal["front", "body", "appendix", "back"]
"""What of a book a chapter belongs to. Chapters of the body have numbers, appendices letters."""

ChapterKind = Literal[
    "foreword",
    "preface",
    "introduction",
    "conclusion",
    "acknowledgments",
    "dedication",
    "epigraph",
    "abstract",
    "glossary",
]
"""What a chapter is to its readers, by the names of EPUB and DPUB-ARIA."""


@dataclass(frozen=True, slots=True)
class PartOfBook:
    """A part of the book: chapters below a title that has a page of its own."""

    __pydantic_config__ = STRICT

    title: str
    chapters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the book a chapter is. ``part`` counts from 1; 0 is outside of parts."""

    matter: Matter = "body"
    part: int = 0


IN_BODY = Place()


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """The chapters' paths below ``manuscript/``, first to last.

    The body of the book is either ``chapters`` or ``parts`` with chapters.
    """

    __pydantic_config__ = STRICT

    chapters: tuple[str, ...] = ()
    front: tuple[str, ...] = ()
    parts: tuple[PartOfBook, ...] = ()
    appendices: tuple[str, ...] = ()
    back: tuple[str, ...] = ()

    @property
    def in_order(self) -> tuple[tuple[str, Place], ...]:
        """Every chapter's path with its place, in the order they are read."""
        in_parts = (
            (path, Place("body", number))
            for number, part in enumerate(self.parts, start=1)
            for path in part.chapters
        )
        return (
            *((path, Place("front")) for path in self.front),
            *((path, Place("body")) for path in self.chapters),
            *in_parts,
            *((path, Place("appendix")) for path in self.appendices),
            *((path, Place("back")) for path in self.back),
        )
