"""The EPUB navigation document (EPUB 3.3, 7) and the NCX of EPUB 2 (E.1)."""

from collections.abc import Iterator, Sequence

from lxml.builder import E

from bindery.document.contents import name_of
from bindery.document.figures import LISTING
from bindery.document.model import (
    EPUB_TYPE,
    MATHML,
    Document,
    Element,
    has_class,
    language_at,
    mark_language,
    replace_with_text,
    say,
    text_of,
)
from bindery.editions.epub.documents import (
    COLOPHON_ID,
    CONTENTS_ID,
    COVER_ID,
    NAVIGATION,
    TITLE_ID,
    ContentDocument,
)
from bindery.editions.epub.package import Entry
from bindery.editions.page_breaks import PageBreak
from bindery.locales import Word, locale_of

_ROLES = {"toc": "doc-toc", "page-list": "doc-pagelist"}
_FOR_REFERENCE = {"doc-glossary": "glossary", "doc-index": "index"}
"""What readers come back to from anywhere in the book: role and type."""
_CAPTIONED = (
    ("loi", "figure", "figcaption", "parts.figures"),
    ("lot", "table", "caption", "parts.tables"),
)
"""The lists of illustrations and tables: type, element, element of its words, and heading."""


def navigation(
    document: Document,
    pages: Sequence[ContentDocument],
    contents: Element,
    page_breaks: Sequence[PageBreak],
) -> ContentDocument:
    """The navigation document of ``pages``, with the entries of ``contents`` in words.

    Reading systems show these as plain text: of a formula they would show letters and TeX.
    """
    for shown in list(contents.iter("img", f"{MATHML}math")):
        replace_with_text(shown, shown.get("alttext") or shown.get("alt") or "")
    language = document.publication.metadata.language
    locale = locale_of(language)
    contents.append(_said(locale.word("parts.colophon"), COLOPHON_ID, language))
    lists = [("toc", "parts.contents", contents)]
    if page_breaks:
        folios = E.ol(*(_entry(one.folio, one.id) for one in page_breaks))
        lists.append(("page-list", "parts.page-list", folios))
    lists.append(("landmarks", "parts.landmarks", _landmarks(document, pages)))
    for kind, tag, caption, heading in _CAPTIONED:
        if entries := [entry for page in pages for entry in _captioned(page, tag, caption)]:
            lists.append((kind, heading, E.ol(*entries)))
    body = E.div(
        *(_nav(kind, locale.word(heading), language, entries) for kind, heading, entries in lists)
    )
    return ContentDocument(NAVIGATION, locale.word("parts.contents"), language, body, ("nav",))


def _nav(kind: str, heading: Word, language: str, entries: Element) -> Element:
    name = f"nav-{kind}"
    tag = "h1" if kind == "toc" else "h2"
    nav = E.nav({EPUB_TYPE: kind, "aria-labelledby": name})
    if role := _ROLES.get(kind):
        nav.set("role", role)
    nav.extend((say(heading, E(tag, id=name), language), entries))
    return nav


def _entry(text: str, name: str) -> Element:
    return E.li(E.a(text, href=f"#{name}"))


def _said(word: Word, name: str, around: str) -> Element:
    """An entry with the text ``word``."""
    entry = _entry(word.text, name)
    mark_language(entry, word.language, around)
    return entry


def _landmarks(document: Document, pages: Sequence[ContentDocument]) -> Element:
    language = document.publication.metadata.language
    there = {element.get("id") for page in pages for element in page.body.iter()}
    places = (
        ("cover", "parts.cover", COVER_ID),
        ("titlepage", "parts.title-page", TITLE_ID),
        ("toc", "parts.contents", CONTENTS_ID),
        ("bodymatter", "parts.start-of-content", _start_of_content(document)),
        ("colophon", "parts.colophon", COLOPHON_ID),
    )
    listed = E.ol()
    for kind, key, name in places:
        if name in there:
            entry = _said(locale_of(language).word(key), name, language)
            entry[0].set(EPUB_TYPE, kind)
            listed.append(entry)
    for chapter in document.chapters:
        section = document.chapter(chapter)
        role = section.get("role") or ""
        if role in _FOR_REFERENCE:
            entry = _said(
                Word(chapter.title, section.get("lang") or language), chapter.id, language
            )
            entry[0].set(EPUB_TYPE, _FOR_REFERENCE[role])
            listed.insert(len(listed) - 1, entry)
    return listed


def _start_of_content(document: Document) -> str:
    """The id of the first part or chapter after the front matter."""
    first = next((one for one in document.chapters if one.matter == "body"), document.chapters[0])
    return f"del-{first.part}" if first.part else first.id


def _captioned(page: ContentDocument, tag: str, caption_tag: str) -> Iterator[Element]:
    """An entry for each figure or table with a caption: the caption's first paragraph."""
    for number, element in enumerate(page.body.iter(tag), start=1):
        caption = element.find(caption_tag)
        if caption is None or _is_a_part(element) or has_class(element, LISTING):
            continue
        if not element.get("id"):
            element.set("id", f"{page.name.partition('.')[0]}-{tag}-{number}")
        first = caption.find("p")
        text = name_of(caption if first is None else first)
        entry = _entry(text, element.attrib["id"])
        if (language := language_at(caption, page.language)) != page.language:
            entry.set("lang", language)
        yield entry


def _is_a_part(element: Element) -> bool:
    """Whether it is one of several images in a figure."""
    around = element.getparent()
    return around is not None and around.tag == "figure"


def entries_of(navigation: Element) -> tuple[Entry, ...]:
    """The entries of the contents in a finished navigation document, to any depth."""
    contents = next(nav for nav in navigation.iter("nav") if nav.get(EPUB_TYPE) == "toc")
    return _entries(contents.find("ol"))


def _entries(listed: Element | None) -> tuple[Entry, ...]:
    if listed is None:
        return ()
    return tuple(
        Entry(
            text_of(item[0]),
            item[0].get("href") or "",
            item.get("lang"),
            _entries(item.find("ol")),
        )
        for item in listed
    )
