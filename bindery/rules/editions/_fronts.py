"""What comes before the text of a finished e-book: cover, title page, contents."""

from bindery.document.finished.epub import FinishedEpub
from bindery.document.finished.parts import XHTML
from bindery.document.finished.whole import headings, is_a
from bindery.document.model import Element, text_of
from bindery.rules.editions._telling import squeezed


def is_cover(root: Element) -> bool:
    """Whether the document has the cover."""
    return any(is_a(one, "cover") for one in root.iter("{*}*"))


def is_title_page(book: FinishedEpub, root: Element) -> bool:
    """Whether a heading of the document is the book's title."""
    titles = [squeezed(value) for name, value, _ in book.dublin_core if name == "title"]
    return any(squeezed(text_of(heading)) in titles for heading in headings(root))


def is_contents(root: Element) -> bool:
    """Whether the document has a table of contents."""
    return any(is_a(nav, "toc") for nav in root.iter(f"{XHTML}nav"))


def is_front(book: FinishedEpub, root: Element) -> bool:
    """Whether the document is one of them."""
    return is_cover(root) or is_contents(root) or is_title_page(book, root)
