"""The index of a book of many pages: what is printed, what the e-book has, what is read back."""

import io
import zipfile
from pathlib import Path

import pytest

from bindery.document import typefaces
from bindery.document.model import Document
from bindery.editions import pdf
from bindery.editions.making import Made
from bindery.editions.pdf import index_pages
from bindery.finished.epub import read_epub
from bindery.finished.pdf.read import read_pdf
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.readback.html.compare_html import compared_e_book
from bindery.readback.pdf.compare_pdf import compared_pdf
from bindery.vocabulary.editions import EPUB, PDF, PDF20
from tests.shelf import SETTINGS, document_of, maker_of, workshop_for

LONG = "Kommunen er et sted der folk bor og arbeider, og der bedriftene finner det de trenger. " * 6
MANY = "".join(f"{LONG}[vert]{{.index}} nummer {number}.\n\n" for number in range(12))
CHAPTERS = (
    "# Forord {.foreword}\n\n[Vert]{.index}.\n",
    f'# Mange\n\n{MANY}[Ål]{{.index}} og [ære]{{.index}}.[]{{.index entry="gjest" see="vert"}}\n',
    f"# Noter\n\n{LONG}\n\n{LONG}[vert]{{.index}}.[^1]\n\n"
    "[^1]: En [note]{.index}.\n\n## A [note]{.index}\n",
)
A5 = SETTINGS.replace('chapters = ["chapters/01.md"]', "chapters = [CHAPTERS]") + (
    '\n[editions.pdf]\npage-size = "A5"\nroman-front-matter = true\n'
    "\n[editions.pdf20]\nenabled = true\n"
)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The book's Document, with the first chapter before the others."""
    rest = '"chapters/02.md", "chapters/03.md"'
    settings = A5.replace("[CHAPTERS]", f'[{rest}]\nfront = ["./chapters/01.md"]')
    return document_of(tmp_path_factory.mktemp("index"), *CHAPTERS, settings=settings)


@pytest.fixture(scope="module")
def made(document: Document, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Its editions."""
    folder = tmp_path_factory.mktemp("made")
    done: dict[str, Made] = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(typefaces, "_subset", lambda *_: b"")
        patched.setattr(pdf, "cover_picture", lambda _: b"")
        for edition in (PDF, PDF20, EPUB):
            workshop = workshop_for(document, folder)
            done[edition.name] = maker_of(edition).make(document, workshop, done)
    return done


def printed(made: dict[str, Made], name: str = "pdf") -> FinishedPdf:
    """One of the PDFs, read."""
    return read_pdf(made[name].content, "bok.pdf")


def lines(heard: FinishedPdf) -> list[str]:
    """The entries of the index as they are printed."""
    (index,) = (one for one in heard.elements if one.role == "Index")
    return [one.text for one in index.walk() if one.role == "LBody"]


def test_a_page_is_listed_once_and_a_row_of_pages_as_a_range(made: dict[str, Made]) -> None:
    """The foreword's numerals are roman, and are no part of a range."""
    heard = printed(made)
    entries = lines(heard)
    assert [entry.split(" ")[0] for entry in entries] == ["gjest", "note", "Vert", "ære", "Ål"]
    pages = entries[2].removeprefix("Vert ").split(", ")
    assert pages[0] == "iii"
    first, _, last = pages[1].partition("–")
    assert first == "1"
    assert int(last) >= 3
    assert entries[0] == "gjest se vert"


@pytest.mark.parametrize("name", ["pdf", "pdf20"])
def test_the_pdf_reads_back(document: Document, made: dict[str, Made], name: str) -> None:
    """Every entry, every place."""
    _, findings = compared_pdf(printed(made, name), document, "bok.pdf")
    assert [one.message.en for one in findings] == []


def test_the_e_book_reads_back(document: Document, made: dict[str, Made]) -> None:
    """Its links say the pages of the PDF."""
    book = read_epub(made["epub"].content, "bok.epub")
    _, findings = compared_e_book(book, document)
    assert [one.message.en for one in findings] == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (">ære<", ">aere<", "The index has"),
        ("<li id=", "<p></p><li hidden='' id=", "The index has"),
        ('class="place">side iii<', 'class="place">side 1<', "but it leads to “side iii”"),
        ('#stikkord-1"', '#stikkord-2"', "leads to something else"),
    ],
)
def test_an_index_that_is_spoilt_is_found(
    document: Document, made: dict[str, Made], old: str, new: str, said: str
) -> None:
    """Another word, an entry that is hidden, another page, another place."""
    spoilt = _spoilt(made["epub"].content, old, new)
    _, findings = compared_e_book(read_epub(spoilt, "bok.epub"), document)
    assert any(said in one.message.en for one in findings), [one.message.en for one in findings]


def _spoilt(content: bytes, old: str, new: str) -> bytes:
    """The e-book with the first ``old`` in its index replaced."""
    before, after = io.BytesIO(content), io.BytesIO()
    with zipfile.ZipFile(before) as source, zipfile.ZipFile(after, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if b"index-entries" in data and name.endswith(".xhtml"):
                text = data.decode()
                at = text.index("index-entries")
                assert old in text[at:]
                data = (text[:at] + text[at:].replace(old, new, 1)).encode()
            target.writestr(name, data)
    return after.getvalue()


def test_a_place_that_no_page_leads_to_is_found(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A PDF whose entries have only their first page."""
    monkeypatch.setattr(pdf, "cover_picture", lambda _: b"")
    monkeypatch.setattr(index_pages, "_once", lambda links, _found, _front: (links[:1], set()))
    made = maker_of(PDF).make(document, workshop_for(document, tmp_path), {})
    _, findings = compared_pdf(read_pdf(made.content, "bok.pdf"), document, "bok.pdf")
    assert "The index entry “Vert” has no link to" in findings[0].message.en
