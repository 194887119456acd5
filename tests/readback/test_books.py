"""Whole books, made by the house, read back from their bytes."""

from pathlib import Path

import pytest

from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.editions import makers_of
from bindery.editions.making import Made
from bindery.finished.pdf.read import read_pdf
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.readback.pdf.listing import listing
from bindery.readback.read_back import read_back
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import EDITIONS
from bindery.vocabulary.evidence import Evidence
from tests.built import BOOKS, built_book
from tests.once import Once
from tests.rules.books import picture
from tests.shelf import workshop_for, write_book


def document_in(book: Path) -> Document:
    """The Document of the book in a folder."""
    publication = load(book).publication
    assert publication is not None
    return read_document(publication)


@pytest.mark.slow
@pytest.mark.parametrize("name", BOOKS)
def test_every_edition_says_what_its_manuscript_says(name: str, once: Once) -> None:
    """No word, heading, list, cell, figure, note, link or language is lost in any of them."""
    folder, editions = built_book(once, name)
    document = document_in(BOOKS[name])
    judged = [edition for edition in EDITIONS if edition.standards and edition.name in editions]
    assert len(judged) >= 3
    assert name != "ours" or {"ebraille", "pef", "brf"} < editions.keys()
    subjects = tuple(Subject(one, folder, editions[one.name], folder) for one in judged)
    evidence = read_back(document, read_source(document.publication)).check(subjects)
    told = {
        one.subject: [f"{each.location} {each.message.en}" for each in one.findings]
        for one in evidence
    }
    assert told == {f"build/{editions[one.name].name}": [] for one in judged}
    # A summary is short.
    assert all(one.examined > (50 if one.subject.endswith(".html") else 100) for one in evidence)


def _read_back(document: Document, tmp_path: Path) -> tuple[Evidence, ...]:
    """What is heard to be wrong with each edition of ``document``, when it has been made."""
    workshop = workshop_for(document, tmp_path)
    made: dict[str, Made] = {}
    subjects = []
    for maker in makers_of(document.publication):
        edition = maker.edition
        made[edition.name] = maker.make(document, workshop, made)
        output = tmp_path / f"bok{edition.suffix}"
        output.write_bytes(made[edition.name].content)
        if edition.standards:
            subjects.append(Subject(edition, tmp_path, output, tmp_path))
    return read_back(document, read_source(document.publication)).check(tuple(subjects))


WORDLESS = """\
# Tittel

::: figure
![](../figures/{name})

Havna i Tromsø.
:::
"""


@pytest.mark.parametrize("name", ["kart.svg", "havn.png"])
def test_a_wordless_image_keeps_its_caption(name: str, tmp_path: Path) -> None:
    """The author hears of the words that are missing, and of no fault that is not there."""
    files = {"figures/havn.png": picture("foto.png")}
    book = write_book(tmp_path / "book", WORDLESS.format(name=name), files=files)
    evidence = _read_back(document_in(book), tmp_path)
    assert [finding.message.en for one in evidence for finding in one.findings] == []
    tree = listing(read_pdf((tmp_path / "bok.pdf").read_bytes()))
    assert "Figure\n" in tree
    assert "Caption" in tree
