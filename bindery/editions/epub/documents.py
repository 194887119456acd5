"""The EPUB's content documents in reading order: cover, title page, contents, chapters, end."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.builder import E

from bindery.document.callouts import draw_signs
from bindery.document.contents import Parts, name_headings, name_of, strip_places
from bindery.document.directions import mark_directions
from bindery.document.draft import mark_draft
from bindery.document.drawings import inline_drawings
from bindery.document.logo import logo_of
from bindery.document.model import (
    EPUB_TYPE,
    MATHML,
    OPS,
    TYPES,
    XML_LANG,
    Document,
    Element,
    chapters_in,
    mark_language,
    say,
    strip_stamps,
)
from bindery.document.regions import make_regions
from bindery.document.svg.parse import SVG
from bindery.locales import Word, locale_of

COVER_PICTURE = "omslag.png"
COVER, TITLE_PAGE, CONTENTS = "omslag.xhtml", "tittelside.xhtml", "innhold.xhtml"
COLOPHON, NAVIGATION = "kolofon.xhtml", "navigasjon.xhtml"
COVER_ID, TITLE_ID = "bok-omslag", "bok-tittel"
CONTENTS_ID, COLOPHON_ID = "bok-innhold", "bok-kolofon"

_NARROWEST = 26
"""Letters that fit in a line on a screen 320 pixels wide, also with a reader's own spacing.

A table that needs no more is not put in a scroll box: reading systems do not break such a box
across pages, and would cut off a long table."""


@dataclass(frozen=True, slots=True)
class ContentDocument:
    """One XHTML file before it is written. Its title is its main heading."""

    name: str
    title: Word
    language: str
    body: Element
    properties: tuple[str, ...] = ()


def content_documents(document: Document, parts: Parts) -> tuple[ContentDocument, ...]:
    """All content documents but the cover, in reading order, with links as within the book."""
    metadata = document.publication.metadata
    language = metadata.language
    chapters = []
    begun = 0
    for part, section in zip(document.chapters, chapters_in(parts.chapters), strict=True):
        around = section.getparent()
        assert around is not None
        if part.part > begun:
            begun = part.part
            chapters.append(_part_page(around, part.part, language))
        around.remove(section)
        spoken = section.get("lang") or language
        title = Word(part.title, spoken)
        chapters.append(ContentDocument(chapter_file(part.position), title, spoken, section))
    first = _title_page(document), _contents(document, parts)
    return (*first, *chapters, _colophon(document, parts))


def finished(document: Document, pages: Sequence[ContentDocument]) -> tuple[ContentDocument, ...]:
    """The documents in their final form: links to files, drawings inlined."""
    homes = _homes(pages)
    drawings = 0
    made = []
    for page in pages:
        name_headings(page.body)
        drawings = inline_drawings(page.body, document.publication.images, drawings)
        draw_signs(page.body)
        _link(page, homes)
        make_regions(page.body, page.name.partition(".")[0], page.language, _NARROWEST)
        write_types(page.body)
        repeat_languages(page.body)
        mark_directions(page.body, page.language)
        strip_stamps(page.body)
        strip_places(page.body)
        etree.cleanup_namespaces(page.body, top_nsmap={"epub": OPS}, keep_ns_prefixes=[])
        properties = (*page.properties, *_properties(page.body))
        made.append(ContentDocument(page.name, page.title, page.language, page.body, properties))
    return tuple(made)


def chapter_file(position: int) -> str:
    """The file of the chapter at ``position``, from 1."""
    return f"kapittel-{position}.xhtml"


def _part_page(section: Element, number: int, language: str) -> ContentDocument:
    """The title of a part of the book, without its chapters, which have files of their own."""
    title = Word(name_of(section[0]), language)
    if (body := section.getparent()) is not None:
        body.remove(section)
    return ContentDocument(f"del-{number}.xhtml", title, language, section)


def _homes(pages: Iterable[ContentDocument]) -> Mapping[str, str]:
    """The file of each element with an id."""
    return {
        name: page.name
        for page in pages
        for element in page.body.iter()
        if (name := element.get("id"))
    }


def _link(page: ContentDocument, homes: Mapping[str, str]) -> None:
    for link in page.body.iter("a"):
        target = link.get("href") or ""
        home = homes.get(target.removeprefix("#"))
        if target.startswith("#") and home and home != page.name:
            link.set("href", home + target)


def _properties(body: Element) -> Iterator[str]:
    for tag, name in ((f"{MATHML}math", "mathml"), (f"{SVG}svg", "svg")):
        if next(body.iter(tag), None) is not None:
            yield name


def cover_page(document: Document) -> ContentDocument:
    """The page with the picture of the cover."""
    metadata = document.publication.metadata
    alternative = locale_of(metadata.language).word(
        "parts.cover-of", title=metadata.title, publisher=metadata.publisher
    )
    picture = E.img(
        {"class": "cover", "role": "doc-cover"}, src=COVER_PICTURE, alt=alternative.text
    )
    picture.set("id", COVER_ID)
    mark_language(picture, alternative.language, metadata.language)
    page = E.div(E.h1({"class": "cover"}, picture))
    mark_draft(page, document)
    return ContentDocument(COVER, alternative, metadata.language, page)


def _title_page(document: Document) -> ContentDocument:
    metadata = document.publication.metadata
    page = E.section({"class": "title-page"}, E.h1(metadata.title, id=TITLE_ID))
    if metadata.subtitle:
        page.append(E.p(metadata.subtitle, {"class": "subtitle", "role": "doc-subtitle"}))
    for contributor in metadata.contributors:
        if contributor.affiliation:
            words = f"{contributor.name}, {contributor.affiliation}"
            page.append(E.p(words, {"class": "contributor"}))
    page.append(E.p(metadata.publisher, {"class": "publisher"}))
    if (logo := logo_of(document.publication)) is not None:
        page.append(logo)
    mark_draft(page, document)
    title = Word(metadata.title, metadata.language)
    return ContentDocument(TITLE_PAGE, title, metadata.language, page)


def _contents(document: Document, parts: Parts) -> ContentDocument:
    language = document.publication.metadata.language
    title = locale_of(language).word("parts.contents")
    page = E.div(
        say(title, E.h1(id=CONTENTS_ID), language),
        E.nav(
            {"class": "contents", "role": "doc-toc", "aria-labelledby": CONTENTS_ID},
            parts.contents,
        ),
    )
    return ContentDocument(CONTENTS, title, language, page)


def _colophon(document: Document, parts: Parts) -> ContentDocument:
    metadata = document.publication.metadata
    title = locale_of(metadata.language).word("parts.colophon")
    page = E.section(
        {"role": "doc-colophon", "class": "colophon", "aria-labelledby": COLOPHON_ID},
        say(title, E.h1(id=COLOPHON_ID), metadata.language),
        parts.colophon,
    )
    return ContentDocument(COLOPHON, title, metadata.language, page)


def write_types(tree: Element) -> None:
    """Add an ``epub:type`` for each role in ``tree``."""
    for element in tree.iter():
        if kind := TYPES.get(element.get("role") or ""):
            element.set(EPUB_TYPE, kind)


def repeat_languages(tree: Element) -> None:
    """Repeat each language in ``xml:lang``, the only attribute older reading systems know."""
    for element in tree.iter():
        if language := element.get("lang"):
            element.set(XML_LANG, language)
