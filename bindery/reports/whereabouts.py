"""Where a line of the manuscript is in the editions: its words, PDF page, EPUB file and anchor."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from lxml import etree

from bindery.document.model import SOURCE, Document, Element, language_at
from bindery.finished.documents import UnreadableError
from bindery.finished.epub import FinishedEpub
from bindery.finished.opened import opened
from bindery.vocabulary.editions import EPUB_TYPE, edition_of
from bindery.vocabulary.findings import Location
from bindery.vocabulary.text import without_soft_hyphens

LONGEST = 60
"""How many letters of a passage are enough to recognise it."""

PAGE_BREAK = "doc-pagebreak"


@dataclass(frozen=True, slots=True)
class Place:
    """One place. ``source`` is its file and line; what is not known of it is empty.

    ``words`` begin the passage there and are in ``language``. ``page`` is the number on the page of
    the PDF, ``file`` and ``anchor`` the place in the e-book.
    """

    source: str
    words: str = ""
    language: str = ""
    page: str = ""
    file: str = ""
    anchor: str = ""


_Key = tuple[str, str]
_Found = tuple[str, str, str]


class Whereabouts:
    """The places of ``document`` in its editions, of which the e-book is among ``files``, if any.

    A passage is found in the e-book by its element and words. Pages are those of the e-book's page
    markers, which are the pages of the PDF.
    """

    def __init__(self, document: Document, files: Iterable[Path] = ()) -> None:
        found: dict[_Key, list[_Found]] = {}
        for book in _e_books(files):
            for key, place in _passages(book):
                found.setdefault(key, []).append(place)
        language = document.publication.metadata.language
        self._places: dict[str, Place] = {}
        self._lines = {one.path: one.lines for one in document.publication.chapters}
        where = dict(_matched(document.body, found))
        for element in document.body.iter(etree.Element):
            stamp = element.get(SOURCE)
            if stamp is None or stamp in self._places:
                continue
            shown = _shown(element)
            words = textwrap.shorten(" ".join(_words(shown)), LONGEST, placeholder=" …")
            there = where.get(shown, ("", "", ""))
            self._places[stamp] = Place(stamp, words, language_at(shown, language), *there)

    def at(self, source: str) -> Place:
        """The place that the block stamped with ``source`` begins at."""
        return self._places.get(source, Place(source))

    def of(self, location: Location) -> Place:
        """The place of a finding: that of the block which its line is in, if it is one."""
        lines = self._lines.get(location.path, [])
        line = location.line or 0
        while 0 < line <= len(lines) and lines[line - 1].strip():
            if block := self._places.get(f"{location.path}:{line}"):
                return replace(block, source=str(location))
            line -= 1
        return Place(str(location))


def _e_books(files: Iterable[Path]) -> Iterator[FinishedEpub]:
    for file in files:
        edition = edition_of(file.name)
        if edition and edition.media_type == EPUB_TYPE:
            try:
                yield opened(file, EPUB_TYPE)
            except UnreadableError:
                continue


def _passages(book: FinishedEpub) -> Iterator[tuple[_Key, _Found]]:
    """Yield every element of the e-book, in reading order, with file, anchor and page."""
    page = ""
    for name, root in book.documents.items():
        anchor = ""
        for element in root.iter(etree.Element):
            anchor = element.get("id") or anchor
            page = _number(element) or page
            first = next(_first_page(element), "")
            yield _key(element), (first or page, name, anchor)


def _matched(
    body: Element, found: Mapping[_Key, Sequence[_Found]]
) -> Iterator[tuple[Element, _Found]]:
    """Yield each element that the e-book has too, with its place there; like ones by number."""
    before: Counter[_Key] = Counter()
    for element in body.iter(etree.Element):
        key = _key(element)
        same = found.get(key, ())
        if key[1] and before[key] < len(same):
            yield element, same[before[key]]
        before[key] += 1


def _shown(element: Element) -> Element:
    """Return what to show of a block without words: its image, or the caption of that."""
    image = next(element.iter("img", "svg"), element)
    figure = next(element.iterancestors("figure"), element)
    caption = next(figure.iter("figcaption"), element)
    return next((one for one in (element, image, caption) if _key(one)[1]), element)


def _first_page(element: Element) -> Iterator[str]:
    """Yield the number of the page that begins in ``element`` before its first word, if any."""
    for inner in element.iter(etree.Element):
        if number := _number(inner):
            yield number
            return
        if (inner.text or "").strip():
            return


def _number(element: Element) -> str:
    """Return the number of the page that begins at a page marker."""
    return (element.get("aria-label") or "") if element.get("role") == PAGE_BREAK else ""


def _key(element: Element) -> _Key:
    name = etree.QName(element).localname
    squeezed = ""
    for word in _words(element):
        squeezed += word
        if len(squeezed) >= LONGEST:
            break
    return ("img" if name == "svg" else name), squeezed[:LONGEST]


def _words(element: Element) -> Iterator[str]:
    """Yield the words of ``element``; of an image, those of its alternative text."""
    alternative = element.get("alt") or element.get("aria-label")
    texts = (alternative,) if alternative else element.itertext(etree.Element)
    return chain.from_iterable(without_soft_hyphens(text).split() for text in texts if text)
