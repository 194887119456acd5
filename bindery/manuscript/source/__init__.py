"""The manuscript as its author wrote it, for rules to examine. Nothing is rendered from it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from bindery.manuscript.source.elements import Div, Element
from bindery.manuscript.source.from_tokens import read_elements
from bindery.vocabulary.publication import Chapter, Publication

Kind = TypeVar("Kind", bound=Element)


@dataclass(frozen=True, slots=True)
class ChapterSource:
    """One chapter, and all its elements in the order they are written."""

    chapter: Chapter
    elements: tuple[Element, ...]

    @property
    def path(self) -> str:
        """The file, relative to the book's folder."""
        return self.chapter.path

    @property
    def lines(self) -> list[str]:
        """The lines of the file, as its author wrote them."""
        return self.chapter.lines

    def every(self, kind: type[Kind]) -> Iterator[Kind]:
        """The elements of one kind."""
        return (element for element in self.elements if isinstance(element, kind))


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The whole book's source: what the author wrote, element by element, each with its place."""

    publication: Publication
    chapters: tuple[ChapterSource, ...]
    _by_div: Mapping[Div, list[Element]] = field(default_factory=dict)

    def every(self, kind: type[Kind]) -> Iterator[Kind]:
        """The elements of one kind, in reading order."""
        return (element for chapter in self.chapters for element in chapter.every(kind))

    def inside(self, div: Div, kind: type[Kind]) -> Iterator[Kind]:
        """The elements of one kind in ``div``, without those in a div inside it."""
        return (element for element in self._by_div.get(div, ()) if isinstance(element, kind))


def read_source(publication: Publication) -> Manuscript:
    """Parse every chapter of ``publication``, with the place of each element."""
    chapters = tuple(
        ChapterSource(chapter, read_elements(chapter)) for chapter in publication.chapters
    )
    by_div: defaultdict[Div, list[Element]] = defaultdict(list)
    for chapter in chapters:
        for element in chapter.elements:
            if element.div is not None:
                by_div[element.div].append(element)
    return Manuscript(publication, chapters, by_div)
