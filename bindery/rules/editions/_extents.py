"""What rules look at in a finished edition, and how much of it there is."""

from collections.abc import Callable, Iterable

from bindery.document.finished.epub import FinishedEpub
from bindery.document.finished.parts import images, page_breaks
from bindery.document.finished.whole import Finished, headings, is_a
from bindery.document.model import Element
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.text import Text


def _every(*tags: str) -> Callable[[Finished], int]:
    return lambda book: sum(1 for _ in book.every(*tags))


def _each(found_in: Callable[[Element], Iterable[Element]]) -> Callable[[Finished], int]:
    return lambda book: sum(1 for root in book.documents.values() for _ in found_in(root))


def _notes(root: Element) -> list[Element]:
    return [one for one in root.iter("{*}*") if is_a(one, "noteref")]


DOCUMENTS: Extent[Finished] = Extent(
    Text(nb="dokumenter", en="documents"), lambda book: len(book.documents)
)
HEADINGS = Extent(Text(nb="overskrifter", en="headings"), _each(headings))
LINKS = Extent(Text(nb="lenker", en="links"), _every("a"))
TABLES = Extent(Text(nb="tabeller", en="tables"), _every("table"))
IMAGES = Extent(Text(nb="bilder", en="images"), _each(images))
NOTES = Extent(Text(nb="noter", en="notes"), _each(_notes))
PAGE_BREAKS = Extent(Text(nb="sideskift", en="page breaks"), _each(page_breaks))


CLAIMS: Extent[FinishedEpub] = Extent(
    Text(nb="opplysninger", en="claims"), lambda book: len(book.properties)
)
