"""The torture book: every construct of the dialect, several times, across page breaks."""

from pathlib import Path

from bindery.document.edition import Made
from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.editions.pdf import LARGE_PRINT, PDF, PDF20
from bindery.manuscript.load import load
from tests.shelf import HOUSE, workshop_for

TORTURE = HOUSE / "tests/books/torture"
PDFS = (PDF, PDF20, LARGE_PRINT)


def torture_document() -> Document:
    """The Document of the torture book."""
    publication = load(TORTURE).publication
    assert publication is not None
    return read_document(publication)


def print_torture_book(folder: Path) -> None:
    """Write all its PDFs into ``folder``, each named by its edition."""
    document = torture_document()
    made: dict[str, Made] = {}
    for edition in PDFS:
        made[edition.name] = edition.make(document, workshop_for(document, folder), made)
        (folder / f"{edition.name}.pdf").write_bytes(made[edition.name].content)
