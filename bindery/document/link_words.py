"""The words of a link that has none: the title of what it leads to, or else its address."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lxml.builder import E

from bindery.document.contents import HEADINGS, name_of
from bindery.document.model import WRITTEN, Element, language_at, mark_language, text_of
from bindery.manuscript.addresses import scheme_of

TARGET_TITLE = "target-title"
"""The class of such words."""


def write_link_words(chapters: Iterable[Element], language: str) -> None:
    """Write them into each link in ``chapters`` that leads to a heading or out of the book.

    ``language`` is that of the text around the chapters. A rule refuses links with an address only.
    """
    chapters = tuple(chapters)
    headings = dict(_headings(chapters))
    for link in (link for chapter in chapters for link in chapter.iter("a")):
        address = link.get("href") or ""
        if len(link) or text_of(link) or link.get("class") is not None:
            continue
        if (heading := headings.get(unquote(address.removeprefix("#")))) is not None:
            words = E.span(name_of(heading), {"class": TARGET_TITLE})
            mark_language(words, language_at(heading, language), language_at(link, language))
        elif scheme_of(address):
            words = E.span(address, {"class": TARGET_TITLE})
        else:
            continue
        link.text = None
        link.append(words)
        link.set(WRITTEN, "")


def _headings(chapters: Iterable[Element]) -> Iterator[tuple[str, Element]]:
    """The heading that each id leads to: that of a chapter to its title."""
    for chapter in chapters:
        title = chapter.find("h1")
        if title is not None:
            yield chapter.get("id") or "", title
        for heading in chapter.iter(*HEADINGS):
            yield heading.get("id") or "", heading
