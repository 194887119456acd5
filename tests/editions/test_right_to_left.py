"""A book in Arabic, with a chapter in Norwegian: every edition begins at the right."""

import re
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from bindery import check
from bindery.document.read import read_document
from bindery.finished.epub import read_epub
from bindery.finished.pdf.read import read_pdf
from bindery.manuscript.load import load
from bindery.readback.html.compare_html import compared_e_book
from bindery.readback.pdf.compare_pdf import compared_pdf
from bindery.tools import locate
from bindery.tools.run import run
from tests.built import Built, built_book
from tests.once import Once
from tests.shelf import write_book

pytestmark = pytest.mark.slow

_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e]")


@pytest.fixture(scope="module")
def arabic(once: Once) -> Built:
    """The book with its editions."""
    return built_book(once, "arabic")


def test_the_e_book_is_turned_from_left_to_right(arabic: Built) -> None:
    """The spine says so to reading systems, and each document its own direction."""
    with ZipFile(arabic.editions["epub"]) as book:
        package = book.read("EPUB/content.opf").decode()
        roots = {
            name: re.search("<html[^>]*>", book.read(f"EPUB/{name}").decode())[0]  # type: ignore[index]
            for name in ("kapittel-1.xhtml", "kapittel-2.xhtml", "navigasjon.xhtml")
        }
        chapter = book.read("EPUB/kapittel-2.xhtml").decode()
    assert '<spine page-progression-direction="rtl">' in package
    assert re.search(r'<package [^>]*dir="rtl"', package)
    assert 'dir="rtl"' in roots["kapittel-1.xhtml"]
    assert 'dir="rtl"' in roots["navigasjon.xhtml"]
    assert "dir" not in roots["kapittel-2.xhtml"]
    assert '<span lang="ar" xml:lang="ar" dir="rtl">' in chapter
    assert '<div lang="he" xml:lang="he" dir="rtl">' in chapter


def test_the_pdf_is_turned_from_left_to_right(arabic: Built) -> None:
    """Programs show two pages side by side in that order."""
    for name in ("pdf", "large-print"):
        with pikepdf.open(arabic.editions[name]) as pdf:
            assert pdf.Root.ViewerPreferences.Direction == pikepdf.Name.R2L


def test_the_summary_begins_at_the_right(arabic: Built) -> None:
    """Words of bindery's in another language say that they go from left to right."""
    page = arabic.editions["html"].read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert '<span lang="en" dir="ltr">' in page


def test_all_editions_say_what_the_manuscript_says(arabic: Built) -> None:
    """The text and its structure, in reading order."""
    publication = load(arabic.folder).publication
    assert publication is not None
    document = read_document(publication)
    for name in ("pdf", "large-print"):
        path = arabic.editions[name]
        assert list(compared_pdf(read_pdf(path), document, path.name)[1]) == []
    path = arabic.editions["epub"]
    assert list(compared_e_book(read_epub(path, path.name), document)[1]) == []


def test_a_page_can_be_copied_and_searched(arabic: Built) -> None:
    """By a program that goes by where the letters are, also within a line in Norwegian."""
    pdftotext = locate.pdftotext()
    assert pdftotext is not None
    text = _CONTROLS.sub("", run([pdftotext, arabic.editions["pdf"], "-"]).stdout)
    assert "البلدية تساعد القادمين الجدد في العثور على عمل وسكن." in text
    assert "شكرا" in text


def test_the_page_number_is_at_the_left(arabic: Built) -> None:
    """And the contents' numbers, the running title at the right."""
    pdftotext = locate.pdftotext()
    assert pdftotext is not None
    found = run([pdftotext, "-bbox", "-f", "2", "-l", "2", arabic.editions["pdf"], "-"]).stdout
    numbers = [
        float(x) for x, word in re.findall(r'xMin="([\d.]+)".*?>([^<]+)<', found) if word.isdigit()
    ]
    assert len(numbers) == 4
    assert max(numbers) < 120


@pytest.mark.slow
def test_lines_of_code_from_right_to_left_are_apart(tmp_path: Path) -> None:
    """Two such lines after each other are two words for a listener, also where they are alike."""
    code = "```\nשלום\nمرحبا\nשלום\nשלום\n```\n"
    book = write_book(tmp_path, f"# A\n\nTekst.\n\n{code}")
    found = check(book, checkers=False).findings
    assert [one for one in found if one.rule.startswith("edition")] == []
