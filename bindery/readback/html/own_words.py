"""bindery's own words outside the passages: navigation, titles, downloads and metadata."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from bindery.document.model import XML_LANG, Element
from bindery.finished.epub import FinishedEpub
from bindery.locales import Locale, locale_of
from bindery.readback.html.elements import said_by
from bindery.readback.html.opened import Opened, language_around, language_of
from bindery.readback.messages import Near, other_language
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.publication import Metadata

_NCX = "application/x-dtbncx+xml"
_TITLES = ("parts.contents", "parts.colophon", "parts.cover-of")
_LANDMARKS = (
    "parts.cover",
    "parts.title-page",
    "parts.contents",
    "parts.start-of-content",
    "parts.colophon",
)
_HEADINGS = (
    "parts.contents",
    "parts.page-list",
    "parts.landmarks",
    "parts.figures",
    "parts.tables",
)
_ENTRIES = (
    "blocks.key-message",
    "blocks.abstract",
    "summary.chapters",
    "summary.read-the-publication",
    "summary.problems",
    "summary.accessibility-of-epub",
    "parts.colophon",
)
_OFFERS = (
    "editions",
    "units",
    "standards",
    "own-checks",
    "summary.kept-standards",
    "summary.needs-a-person",
    "summary.checked-by-programs",
    "summary.all-that-was-checked",
)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words, the language they are in, and the one that they are marked with."""

    text: str
    said: str
    heard: str


def in_other_languages(words: Iterable[OwnWords], file: Near) -> Iterator[Finding]:
    """Report each of ``words`` that is marked with another language than its own."""
    for one in words:
        yield from other_language(one.text, one.said, one.heard, file, ours=True)


def own_words_of_e_book(
    heard: FinishedEpub, opened: Iterable[Opened], metadata: Metadata
) -> Iterator[OwnWords]:
    """Yield those in the documents' titles, the navigation document and the package document."""
    locale = locale_of(metadata.language)
    for one in opened:
        yield from _told(one.root.iterfind("head/title"), _TITLES, locale)
        if one.name == heard.navigation:
            yield from _told(one.root.iterfind(".//nav/*[@id]"), _HEADINGS, locale)
            yield from _told(one.root.iterfind(".//nav//a"), _LANDMARKS, locale)
    for resource in heard.resources.values():
        if resource.media_type == _NCX:
            ncx = etree.fromstring(resource.content)
            yield from _told(ncx.iter("{*}navLabel"), ("parts.colophon",), locale)
    of_package = {
        "pageBreakSource": locale.having("ways.printed-pages"),
        "schema:accessibilitySummary": locale.having("accessibility-summary"),
    }
    for name, text, attributes in heard.properties:
        if name in of_package:
            spoken = attributes.get(XML_LANG) or heard.language
            yield OwnWords(text, of_package[name].language, spoken)


def own_words_of_summary(
    page: Opened, offered: Iterable[Element], metadata: Metadata
) -> Iterator[OwnWords]:
    """Yield those in the list of contents, the data for sharing the page, and the downloads."""
    locale = locale_of(metadata.language)
    yield from _told(page.root.iterfind(".//nav//a"), _ENTRIES, locale)
    for one in page.root.iterfind("head/meta[@property='og:image:alt']"):
        said = locale.language_of(one.get("content") or "", ("parts.cover-of",))
        if said:
            yield OwnWords(one.get("content") or "", said, _spoken(one))
    for part in offered:
        for text, language in _runs(part, metadata.language):
            yield from _found_in(text, language, locale)


def _told(elements: Iterable[Element], keys: tuple[str, ...], locale: Locale) -> Iterator[OwnWords]:
    for element in elements:
        text = said_by(element)
        if said := locale.language_of(text, keys):
            for _, language in _runs(element, language_around(element)):
                yield OwnWords(text, said, language)


def _found_in(text: str, language: str, locale: Locale) -> Iterator[OwnWords]:
    """Yield the words about a download in ``text``, longest first: some are part of others."""
    known = [one for table in _OFFERS for one in locale.patterns(table)]
    for pattern, said in sorted(known, key=lambda one: -len(one[0].pattern)):
        if found := pattern.search(text):
            yield OwnWords(found[0], said, language)
            text = text.replace(found[0], " ")


def _runs(element: Element, around: str) -> Iterator[tuple[str, str]]:
    """Yield each run of words in ``element``, with the language that it is marked with."""
    language = language_of(element) or around
    if (element.text or "").strip():
        yield element.text or "", language
    for child in element.iterchildren(tag="*"):
        yield from _runs(child, language)
        if (child.tail or "").strip():
            yield child.tail or "", language


def _spoken(element: Element) -> str:
    return language_of(element) or language_around(element)
