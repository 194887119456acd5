"""The EPUB's content documents: title page, navigation, chapters, colophon."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.builder import E

from bindery.document.colophon import colophon
from bindery.document.drawings import SVG, inline_drawings
from bindery.document.model import MATHML, Document, Element, strip_stamps
from bindery.document.regions import make_regions
from bindery.vocabulary import words

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
etree.register_namespace("epub", "http://www.idpf.org/2007/ops")


@dataclass(frozen=True, slots=True)
class ContentDocument:
    """One XHTML file before it is written. Its title is its main heading."""

    name: str
    title: str
    language: str
    body: Element
    properties: tuple[str, ...] = ()


def content_documents(document: Document) -> tuple[ContentDocument, ...]:
    """All content documents in reading order."""
    chapters = tuple(_chapters(document))
    return (
        _title_page(document),
        _navigation(document),
        *chapters,
        _colophon(document),
    )


def chapter_file(number: int) -> str:
    """The file of chapter ``number``."""
    return f"kapittel-{number}.xhtml"


def _chapters(document: Document) -> list[ContentDocument]:
    homes = _homes(document)
    drawings = 0
    made = []
    for part, section in zip(document.chapters, document.body, strict=True):
        chapter = deepcopy(section)
        drawings = inline_drawings(chapter, document.publication.images, drawings)
        _link(chapter, chapter_file(part.number), homes)
        make_regions(chapter, part.id)
        strip_stamps(chapter)
        language = chapter.get("lang") or document.publication.metadata.language
        made.append(
            ContentDocument(
                chapter_file(part.number),
                part.title,
                language,
                chapter,
                tuple(_properties(chapter)),
            )
        )
    return made


def _homes(document: Document) -> Mapping[str, str]:
    """In which file each named element is."""
    return {
        name: chapter_file(part.number)
        for part, section in zip(document.chapters, document.body, strict=True)
        for element in section.iter()
        if (name := element.get("id"))
    }


def _link(chapter: Element, here: str, homes: Mapping[str, str]) -> None:
    for link in chapter.iter("a"):
        target = link.get("href") or ""
        home = homes.get(target.removeprefix("#"))
        if target.startswith("#") and home and home != here:
            link.set("href", home + target)


def _properties(chapter: Element) -> list[str]:
    properties = []
    if next(chapter.iter(f"{MATHML}math"), None) is not None:
        properties.append("mathml")
    if next(chapter.iter(f"{SVG}svg"), None) is not None:
        properties.append("svg")
    return properties


def _title_page(document: Document) -> ContentDocument:
    metadata = document.publication.metadata
    page = E.section({"class": "title-page"}, E.h1(metadata.title))
    if metadata.subtitle:
        page.append(E.p(metadata.subtitle, {"class": "subtitle", "role": "doc-subtitle"}))
    page.append(E.p(metadata.publisher, {"class": "publisher"}))
    return ContentDocument("tittelside.xhtml", metadata.title, metadata.language, page)


def _navigation(document: Document) -> ContentDocument:
    language = document.publication.metadata.language
    title = words.CONTENTS.said_in(language)
    entries = [E.li(E.a(part.title, href=chapter_file(part.number))) for part in document.chapters]
    entries.append(E.li(E.a(words.COLOPHON.said_in(language), href="kolofon.xhtml")))
    contents = E.nav(
        {EPUB_TYPE: "toc", "role": "doc-toc", "aria-labelledby": "innhold"},
        E.h1(title, id="innhold"),
        E.ol(*entries),
    )
    landmarks = E.nav(
        {EPUB_TYPE: "landmarks", "hidden": "hidden", "aria-labelledby": "navigering"},
        E.h2(words.LANDMARKS.said_in(language), id="navigering"),
        E.ol(
            _landmark("titlepage", "tittelside.xhtml", words.TITLE_PAGE.said_in(language)),
            _landmark("toc", "innhold.xhtml#innhold", title),
            _landmark("bodymatter", chapter_file(1), words.START_OF_CONTENT.said_in(language)),
        ),
    )
    body = E.div(contents, landmarks)
    return ContentDocument("innhold.xhtml", title, language, body, ("nav",))


def _landmark(kind: str, target: str, text: str) -> Element:
    return E.li(E.a(text, {EPUB_TYPE: kind, "href": target}))


def _colophon(document: Document) -> ContentDocument:
    metadata = document.publication.metadata
    title = words.COLOPHON.said_in(metadata.language)
    page = E.section(
        {"role": "doc-colophon", "class": "colophon", "aria-labelledby": "om"},
        E.h1(title, id="om"),
        colophon(metadata),
    )
    return ContentDocument("kolofon.xhtml", title, metadata.language, page)
