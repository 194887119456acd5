"""The torture book: every construct of the dialect, several times, across page breaks."""

from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.manuscript.load import load
from tests.shelf import HOUSE

TORTURE = HOUSE / "tests/books/torture"


def torture_document() -> Document:
    """The Document of the torture book."""
    publication = load(TORTURE).publication
    assert publication is not None
    return read_document(publication)
