"""A book of two parts, with front and back matter and appendices, in every edition."""

import re
from pathlib import Path

import pytest
from lxml import etree

from bindery.document import typefaces
from bindery.document.contents import contents_of
from bindery.document.matter import letter
from bindery.document.model import Document, text_of
from bindery.document.read import read_document
from bindery.editions import pdf
from bindery.editions.making import Made
from bindery.finished.epub import read_epub
from bindery.finished.pdf.read import read_pdf
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.manuscript.load import load
from bindery.readback.html.compare_html import compared_e_book
from bindery.readback.pdf.compare_pdf import compared_pdf
from bindery.vocabulary.editions import EPUB, PDF
from tests.shelf import HOUSE, document_of, maker_of, workshop_for

BOOK = HOUSE / "tests/books/two-parts"


@pytest.fixture(scope="module")
def document() -> Document:
    """The book's Document."""
    publication = load(BOOK).publication
    assert publication is not None
    return read_document(publication)


@pytest.fixture(scope="module")
def made(document: Document, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Its PDF and its e-book."""
    folder = tmp_path_factory.mktemp("parts")
    done: dict[str, Made] = {}
    paths = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(typefaces, "_subset", lambda *_: b"")
        patched.setattr(pdf, "cover_picture", lambda _: b"")
        for edition in (PDF, EPUB):
            workshop = workshop_for(document, folder)
            done[edition.name] = maker_of(edition).make(document, workshop, done)
            paths[edition.name] = folder / f"deler{edition.suffix}"
            paths[edition.name].write_bytes(done[edition.name].content)
    return paths


@pytest.fixture(scope="module")
def printed(made: dict[str, Path]) -> FinishedPdf:
    """The PDF, read."""
    return read_pdf(made["pdf"], "deler.pdf")


def outline(listed: etree._Element, depth: int = 0) -> list[str]:
    """An ``ol`` of links as lines, indented as they nest."""
    lines = []
    for item in listed:
        lines.append("  " * depth + text_of(item[0]))
        for below in item.findall("ol"):
            lines += outline(below, depth + 1)
    return lines


CONTENTS = """\
Forord
Del 1. Kommunene
  Innledning
    Utvalget
  Funn
    Det største funnet
Del 2. Næringslivet
  Bedriftene
  Konklusjon
Vedlegg A. Skjema
  Spørsmålene
Vedlegg B. Tabeller
Ordliste
Takk"""


def test_the_contents_nest_chapters_in_parts(document: Document) -> None:
    """What is unlisted is left out."""
    assert "\n".join(outline(contents_of(document))) == CONTENTS


def test_each_chapter_has_its_number_and_its_role(document: Document) -> None:
    """Numbers go through all parts; kinds, appendices and front matter have theirs or none."""
    numbered = [(one.title, one.number) for one in document.chapters if one.number]
    assert numbered == [
        ("Innledning", "1"),
        ("Funn", "2"),
        ("Konklusjon", "3"),
        ("Vedlegg A. Skjema", "A"),
        ("Vedlegg B. Tabeller", "B"),
    ]
    roles = [document.chapter(one).get("role") for one in document.chapters]
    assert roles == [
        "doc-foreword",
        None,
        "doc-introduction",
        "doc-chapter",
        "doc-chapter",
        "doc-conclusion",
        "doc-appendix",
        "doc-appendix",
        "doc-glossary",
        "doc-acknowledgments",
    ]


def test_bookmarks_nest_chapters_in_parts(printed: FinishedPdf) -> None:
    """A heading that is left out of the contents can be found here."""
    marks = ["  " * (mark.level - 1) + mark.title for mark in printed.bookmarks]
    unlisted = ["Om denne boka", "  Slik leser du"]
    assert marks == [
        "Innhold",
        "Forord",
        *unlisted,
        *CONTENTS.split("\n")[1:],
        "Om denne utgaven",
    ]


def test_a_part_is_a_page_and_an_element_around_its_chapters(printed: FinishedPdf) -> None:
    """Front matter has roman numbers, and part 1 begins on page 1."""
    assert [page.label for page in printed.pages][:6] == ["i", "ii", "iii", "iv", "1", "2"]
    parts = [one for one in printed.elements if one.role == "Part" and one.children[0].role == "H1"]
    assert [[child.role for child in part.children] for part in parts] == [
        ["H1", "Sect", "Sect"],
        ["H1", "Sect", "Sect"],
    ]


def test_the_contents_have_the_numerals_that_are_printed(printed: FinishedPdf) -> None:
    """The foreword is on page iii, not 3."""
    entries = [one.text for one in printed.elements if one.role == "TOCI"]
    assert entries[0] == "Forord iii"
    assert entries[1].startswith("Del 1. Kommunene 1")


def test_links_say_the_appendix_they_lead_to(printed: FinishedPdf) -> None:
    """It has a letter, not the number of a chapter."""
    said = [words for one in printed.elements for words in one.contents]
    assert "Vedlegg A. Skjema, side 7" in said
    assert "Kapittel 2, side 3" in said


def test_the_e_book_has_a_document_for_each_part(made: dict[str, Path]) -> None:
    """It is in the spine before the part's chapters, and its start is that of the text."""
    book = read_epub(made["epub"], "deler.epub")
    spine = [name.rpartition("/")[2] for name in book.spine]
    assert spine[3:8] == [
        "kapittel-2.xhtml",
        "del-1.xhtml",
        "kapittel-3.xhtml",
        "kapittel-4.xhtml",
        "del-2.xhtml",
    ]
    start = [one for one in book.navigation_entries("landmarks") if "del-1" in one.get("href", "")]
    assert [text_of(one) for one in start] == ["Start på teksten"]


def test_both_read_back_as_written(document: Document, made: dict[str, Path]) -> None:
    """Word for word, with contents, bookmarks and navigation."""
    _, findings = compared_pdf(read_pdf(made["pdf"], "deler.pdf"), document, "deler.pdf")
    _, more = compared_e_book(read_epub(made["epub"], "deler.epub"), document)
    assert [one.message.en for one in (*findings, *more)] == []


def test_an_authors_own_number_is_not_doubled(tmp_path: Path) -> None:
    """«Vedlegg 1: Skjema» stays as it is written."""
    settings = (BOOK / "manuscript/publication.toml").read_text(encoding="utf-8")
    order = '[reading-order]\nchapters = ["chapters/02.md"]\nappendices = ["./chapters/01.md"'
    order += ', "./chapters/03.md"]\n'
    text = re.sub(r"\[reading-order\].*?(?=\n\[editions)", order, settings, flags=re.DOTALL)
    chapters = ("# Vedlegg 1: Skjema\n", "# Funn\n", "# Vedlegg\n")
    document = document_of(tmp_path, *chapters, settings=text)
    titles = [one.title for one in document.chapters]
    assert titles == ["Funn", "Vedlegg 1: Skjema", "Vedlegg B. Vedlegg"]


def test_letters_go_on_after_z() -> None:
    """A, B … Z, AA, AB."""
    assert [letter(number) for number in (1, 2, 26, 27, 28, 703)] == [
        *("A", "B", "Z", "AA", "AB", "AAA"),
    ]
