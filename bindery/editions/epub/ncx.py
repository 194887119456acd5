"""The table of contents as reading systems of EPUB 2 have it (EPUB 3.3, E.1)."""

from bindery.document.model import Element, text_of
from bindery.editions.epub.package import Entry
from bindery.editions.epub.semantics import EPUB_TYPE


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
