"""The clean book that defects are put into, and its editions, for all tests of this folder."""

from pathlib import Path

import pytest

from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.editions import makers_of
from bindery.editions.making import Made
from bindery.manuscript.load import load
from tests.once import Once
from tests.seeded.defect import BOOK
from tests.shelf import workshop_for


@pytest.fixture(scope="session")
def document() -> Document:
    """The clean book."""
    publication = load(BOOK).publication
    assert publication is not None
    return read_document(publication)


@pytest.fixture(scope="session")
def editions(once: Once, document: Document) -> Path:
    """A folder with the clean book's editions."""

    def make(folder: Path) -> None:
        made: dict[str, Made] = {}
        for maker in makers_of(document.publication):
            name = maker.edition.name
            made[name] = maker.make(document, workshop_for(document, folder), made)
            (folder / name).write_bytes(made[name].content)

    return once("seeded", make)
