"""The torture books: every construct of the dialect, several times, across page breaks.

``torture`` has what CommonMark and its tables and notes have. ``torture-dialect`` has what other
dialects brought: boxes, numbers, references, parts, sources, an index, on pages of A5.
"""

from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.manuscript.load import load
from tests.shelf import HOUSE

TORTURE = HOUSE / "tests/books/torture"
TORTURE_DIALECT = HOUSE / "tests/books/torture-dialect"


def torture_document() -> Document:
    """The Document of the torture book."""
    publication = load(TORTURE).publication
    assert publication is not None
    return read_document(publication)
