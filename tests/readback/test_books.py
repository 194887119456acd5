"""Whole books, laid out and tagged by the house, read back from their bytes."""

from pathlib import Path

import pytest

from bindery.document.edition import Made
from bindery.document.read import read_document
from bindery.editions import editions_of
from bindery.manuscript.load import load
from bindery.readback.pdf import read_pdf
from bindery.readback.validator import PDFS, compared
from tests.shelf import HOUSE, workshop_for

BOOKS = {"the publication": HOUSE, "the torture book": HOUSE / "tests/books/torture"}


@pytest.mark.slow
@pytest.mark.parametrize("name", BOOKS)
def test_every_pdf_says_what_its_manuscript_says(name: str, tmp_path: Path) -> None:
    """No word, heading, list, cell, figure, note, link or language is lost in any of them."""
    publication = load(BOOKS[name]).publication
    assert publication is not None
    document = read_document(publication)
    workshop = workshop_for(document, tmp_path)
    made: dict[str, Made] = {}
    told = {}
    for edition in editions_of(publication):
        if edition.name in PDFS:
            made[edition.name] = edition.make(document, workshop, made)
            heard = read_pdf(made[edition.name].content)
            examined, findings = compared(heard, document, edition.name)
            assert examined > 100
            told[edition.name] = [f"{one.location} {one.message.en}" for one in findings]
    assert told == {name: [] for name in PDFS}
