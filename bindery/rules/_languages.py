"""Every place where the manuscript names a language."""

from collections.abc import Iterator
from dataclasses import dataclass

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Element
from bindery.rules._settings import setting
from bindery.vocabulary.findings import Location


@dataclass(frozen=True, slots=True)
class Named:
    """A language tag as its author wrote it."""

    tag: str
    location: Location


def languages_of(manuscript: Manuscript) -> Iterator[Named]:
    """The publication's language, each chapter's, and those of passages and words."""
    publication = manuscript.publication
    where = setting(publication, ("publication", "language"))
    yield Named(publication.metadata.language, where)
    for chapter in publication.chapters:
        if chapter.front_matter.language:
            yield Named(chapter.front_matter.language, Location(chapter.path))
    for element in manuscript.every(Element):
        tag = element.attributes.get("lang")
        if tag is not None:
            yield Named(tag, element.location)
