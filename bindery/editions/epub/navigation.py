"""The EPUB navigation document (EPUB 3.3, 7) and the NCX of EPUB 2 (E.1)."""

from collections.abc import Iterator, Sequence

from lxml.builder import E

from bindery.document.contents import name_of
from bindery.document.model import Document, Element, language_at, text_of
from bindery.editions.epub.documents import (
    COLOPHON_ID,
    CONTENTS_ID,
    COVER_ID,
    EPUB_TYPE,
    NAVIGATION,
    TITLE_ID,
    ContentDocument,
)
from bindery.editions.epub.package import Entry
from bindery.editions.epub.page_breaks import PageBreak
from bindery.vocabulary import words
from bindery.vocabulary.text import Text

_ROLES = {"toc": "doc-toc", "page-list": "doc-pagelist"}
_CAPTIONED = (
    ("loi", "figure", "figcaption", words.LIST_OF_FIGURES),
    ("lot", "table", "caption", words.LIST_OF_TABLES),
)
"""Type, element, where its words are, and heading of the lists of illustrations and tables."""


def navigation(
    document: Document,
    pages: Sequence[ContentDocument],
    contents: Element,
    page_breaks: Sequence[PageBreak],
) -> ContentDocument:
    """The navigation document of ``pages``, with the entries of ``contents``."""
    language = document.publication.metadata.language
    contents.append(_entry(words.COLOPHON.said_in(language), COLOPHON_ID))
    lists = [("toc", words.CONTENTS, contents)]
    if page_breaks:
        folios = E.ol(*(_entry(one.folio, one.id) for one in page_breaks))
        lists.append(("page-list", words.PAGE_LIST, folios))
    lists.append(("landmarks", words.LANDMARKS, _landmarks(document, pages)))
    for kind, tag, caption, heading in _CAPTIONED:
        if entries := [entry for page in pages for entry in _captioned(page, tag, caption)]:
            lists.append((kind, heading, E.ol(*entries)))
    body = E.div(*(_nav(kind, heading, language, entries) for kind, heading, entries in lists))
    title = words.CONTENTS.said_in(language)
    return ContentDocument(NAVIGATION, title, language, body, ("nav",))


def _nav(kind: str, heading: Text, language: str, entries: Element) -> Element:
    name = f"nav-{kind}"
    tag = "h1" if kind == "toc" else "h2"
    nav = E.nav({EPUB_TYPE: kind, "aria-labelledby": name})
    if role := _ROLES.get(kind):
        nav.set("role", role)
    nav.extend((E(tag, heading.said_in(language), id=name), entries))
    return nav


def _entry(text: str, name: str) -> Element:
    return E.li(E.a(text, href=f"#{name}"))


def _landmarks(document: Document, pages: Sequence[ContentDocument]) -> Element:
    language = document.publication.metadata.language
    there = {element.get("id") for page in pages for element in page.body.iter()}
    places = (
        ("cover", words.COVER, COVER_ID),
        ("titlepage", words.TITLE_PAGE, TITLE_ID),
        ("toc", words.CONTENTS, CONTENTS_ID),
        ("bodymatter", words.START_OF_CONTENT, document.chapters[0].id),
        ("colophon", words.COLOPHON, COLOPHON_ID),
    )
    listed = E.ol()
    for kind, text, name in places:
        if name in there:
            entry = _entry(text.said_in(language), name)
            entry[0].set(EPUB_TYPE, kind)
            listed.append(entry)
    return listed


def _captioned(page: ContentDocument, tag: str, caption_tag: str) -> Iterator[Element]:
    """An entry for each figure or table that has a caption, by the caption's first paragraph."""
    for number, element in enumerate(page.body.iter(tag), start=1):
        caption = element.find(caption_tag)
        if caption is None:
            continue
        if not element.get("id"):
            element.set("id", f"{page.name.partition('.')[0]}-{tag}-{number}")
        first = caption.find("p")
        text = name_of(caption if first is None else first)
        entry = _entry(text, element.attrib["id"])
        if (language := language_at(caption, page.language)) != page.language:
            entry.set("lang", language)
        yield entry


def entries_of(navigation: Element) -> tuple[Entry, ...]:
    """The entries of the contents in a finished navigation document, to any depth."""
    contents = next(nav for nav in navigation.iter("nav") if nav.get(EPUB_TYPE) == "toc")
    return _entries(contents.find("ol"))


def _entries(listed: Element | None) -> tuple[Entry, ...]:
    if listed is None:
        return ()
    return tuple(
        Entry(text_of(item[0]), item[0].get("href") or "", _entries(item.find("ol")))
        for item in listed
    )
