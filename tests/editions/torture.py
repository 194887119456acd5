"""The torture book: every construct of the dialect, several times, across page breaks."""

from pathlib import Path

from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.editions.making import Made
from bindery.manuscript.load import load
from bindery.vocabulary.editions import EPUB, LARGE_PRINT, PDF, PDF20
from tests.shelf import HOUSE, maker_of, workshop_for

TORTURE = HOUSE / "tests/books/torture"
PDFS = (PDF, PDF20, LARGE_PRINT)


def torture_document() -> Document:
    """The Document of the torture book."""
    return _document(TORTURE)


def print_torture_book(folder: Path) -> None:
    """Write all its PDFs and its EPUB into ``folder``, each named by its edition."""
    _print(torture_document(), folder)


def print_our_book(folder: Path) -> None:
    """Write those of bindery's own publication into ``folder``."""
    _print(_document(HOUSE), folder)


def _document(book: Path) -> Document:
    publication = load(book).publication
    assert publication is not None
    return read_document(publication)


def _print(document: Document, folder: Path) -> None:
    made: dict[str, Made] = {}
    for edition in (*PDFS, EPUB):
        made[edition.name] = maker_of(edition).make(document, workshop_for(document, folder), made)
        path = (folder / edition.name).with_suffix(".epub" if edition is EPUB else ".pdf")
        path.write_bytes(made[edition.name].content)
