"""What has a number in the book, and what references can lead to, as authors wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

from bindery.manuscript.numbering import Countable, Kind, numbers_of
from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import (
    Div,
    Element,
    Formula,
    Heading,
    Image,
    Paragraph,
    Reference,
    Span,
    Table,
)


@dataclass(frozen=True, slots=True)
class Thing:
    """A figure, a table or code. ``number`` is empty if it has none in the editions."""

    kind: Kind
    chapter: ChapterSource
    name: str
    caption: Paragraph | None
    number: str = ""


def numbered(manuscript: Manuscript) -> tuple[Thing, ...]:
    """The figures, tables and code of the book, in reading order, with their numbers."""
    kinds = kinds_by_name(manuscript)
    names = {_name(one.target) for one in manuscript.every(Reference)}
    referred = {kinds[name] for name in names if name in kinds}
    things = [
        (thing, Countable(thing.kind, _chapter_number(thing.chapter, at)))
        for at, chapter in enumerate(manuscript.chapters, start=1)
        for thing in _things(chapter, manuscript)
        if thing.caption is not None or thing.name in names
    ]
    numbering = manuscript.publication.settings.numbering
    numbers = numbers_of((countable for _, countable in things), referred, numbering)
    return tuple(
        Thing(one.kind, one.chapter, one.name, one.caption, number)
        for (one, _), number in zip(things, numbers, strict=True)
    )


def kinds_by_name(manuscript: Manuscript) -> dict[str, Kind]:
    """The kind of each named thing that may have a number, and of the parts of figures."""
    kinds: dict[str, Kind] = {}
    for element in manuscript.every(Element):
        name = element.attributes.name
        if not name:
            continue
        if isinstance(element, Table):
            kinds[name] = "table"
        elif isinstance(element, Div) and (kind := _kind_of(element)):
            kinds[name] = kind
        elif isinstance(element, Image) and element.div is not None and element.div.is_figure:
            kinds[name] = "figure"
    for chapter in manuscript.chapters:
        elements = chapter.elements
        for span, formula in pairwise(elements):
            if isinstance(span, Span) and isinstance(formula, Formula) and span.attributes.name:
                kinds[span.attributes.name] = "equation"
    return kinds


def leads_somewhere(reference: Reference, manuscript: Manuscript, names: set[str]) -> bool:
    """Whether ``reference`` leads to a chapter, or to one of ``names``."""
    if reference.target.startswith("#"):
        return _name(reference.target) in names
    return any(one.path.endswith(f"/{reference.target}") for one in manuscript.chapters)


def names_to_refer_to(manuscript: Manuscript) -> set[str]:
    """The names that a reference can lead to."""
    headings = {heading.name for heading in manuscript.every(Heading)}
    return headings | kinds_by_name(manuscript).keys()


def _name(target: str) -> str:
    return unquote(target.removeprefix("#"))


def _kind_of(div: Div) -> Kind | None:
    if div.is_figure:
        return "figure"
    return "table" if div.is_table else "code" if div.is_listing else None


def _things(chapter: ChapterSource, manuscript: Manuscript) -> Iterator[Thing]:
    """Its figures, tables and code; the parts of a figure are not counted."""
    for element in chapter.elements:
        if isinstance(element, Table):
            around = element.div if element.div is not None and element.div.is_table else None
            name = element.attributes.name or (around.attributes.name if around else "")
            yield Thing("table", chapter, name, _caption(around, manuscript))
        elif isinstance(element, Div) and not (element.div is not None and element.div.is_figure):
            kind = _kind_of(element)
            if kind is not None and kind != "table":
                name = element.attributes.name
                yield Thing(kind, chapter, name, _caption(element, manuscript))


def _caption(div: Div | None, manuscript: Manuscript) -> Paragraph | None:
    if div is None:
        return None
    return next((one for one in manuscript.inside(div, Paragraph) if one.text), None)


def _chapter_number(chapter: ChapterSource, at: int) -> str:
    title = next((one for one in chapter.every(Heading) if one.level == 1), None)
    return "" if title is not None and title.has_class("unnumbered") else str(at)
