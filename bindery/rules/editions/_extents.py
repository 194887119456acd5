"""What rules look at in a finished edition, and how much of it there is."""

from collections.abc import Callable, Iterable

from bindery.document.finished.epub import FinishedEpub
from bindery.document.finished.parts import images, page_breaks
from bindery.document.finished.whole import Finished, headings, is_a
from bindery.document.model import Element
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.text import Unit


def _every(*tags: str) -> Callable[[Finished], int]:
    return lambda book: sum(1 for _ in book.every(*tags))


def _each(found_in: Callable[[Element], Iterable[Element]]) -> Callable[[Finished], int]:
    return lambda book: sum(1 for root in book.documents.values() for _ in found_in(root))


def _notes(root: Element) -> list[Element]:
    return [one for one in root.iter("{*}*") if is_a(one, "noteref")]


DOCUMENTS: Extent[Finished] = Extent(
    Unit(nb=("dokument", "dokumenter"), en=("document", "documents")),
    lambda book: len(book.documents),
)
HEADINGS = Extent(
    Unit(nb=("overskrift", "overskrifter"), en=("heading", "headings")), _each(headings)
)
LINKS = Extent(Unit(nb=("lenke", "lenker"), en=("link", "links")), _every("a"))
TABLES = Extent(Unit(nb=("tabell", "tabeller"), en=("table", "tables")), _every("table"))
IMAGES = Extent(Unit(nb=("bilde", "bilder"), en=("image", "images")), _each(images))
NOTES = Extent(Unit(nb=("note", "noter"), en=("note", "notes")), _each(_notes))
PAGE_BREAKS = Extent(
    Unit(nb=("sideskift", "sideskift"), en=("page break", "page breaks")), _each(page_breaks)
)


CLAIMS: Extent[FinishedEpub] = Extent(
    Unit(nb=("opplysning", "opplysninger"), en=("claim", "claims")),
    lambda book: len(book.properties),
)
