"""The texts of settings and front matter, and all language tags, with their places."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from bindery.manuscript.files import SETTINGS
from bindery.manuscript.setting_lines import setting_lines
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Element
from bindery.manuscript.toml_file import Place, line_of
from bindery.vocabulary.findings import Location
from bindery.vocabulary.publication import Publication


@dataclass(frozen=True, slots=True)
class Words:
    """A text outside the chapters, or a line of a chapter."""

    text: str
    location: Location
    is_line: bool = False

    def at(self, index: int) -> Location:
        """The place of a character; of a text outside the chapters, that of the whole text."""
        return replace(self.location, column=index + 1) if self.is_line else self.location


def words_about(publication: Publication) -> Iterator[Words]:
    """Every text in the settings and in front matter."""
    lines = _lines_of(publication)
    for place, text in _texts(("publication",), asdict(publication.metadata)):
        yield Words(text, _at(lines, place))
    for number, part in enumerate(publication.settings.reading_order.parts):
        yield Words(part.title, _at(lines, ("reading-order", "parts", number, "title")))
    for chapter in publication.chapters:
        if title := chapter.front_matter.short_title:
            yield Words(title, Location(chapter.path))


def written_in(manuscript: Manuscript) -> Iterator[Words]:
    """Every text in the settings and in front matter, then every line of the chapters."""
    yield from words_about(manuscript.publication)
    for chapter in manuscript.chapters:
        for number, line in enumerate(chapter.lines, start=1):
            yield Words(line, Location(chapter.path, number), is_line=True)


def setting(publication: Publication, place: Place) -> Location:
    """The location of the setting at ``place``, such as ``("publication", "language")``."""
    return _at(_lines_of(publication), place)


Lines = Mapping[Place, int]


def _at(lines: Lines | None, place: Place) -> Location:
    return Location(SETTINGS) if lines is None else Location(SETTINGS, line_of(lines, place))


def _lines_of(publication: Publication) -> Lines | None:
    """The line of each setting. A publication made in memory has no file, so it has no lines."""
    file = publication.book / SETTINGS
    return setting_lines(publication.book) if file.is_file() else None


def _texts(place: Place, value: object) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts((*place, key.replace("_", "-")), inner)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts((*place, number), inner)


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
