"""The printed edition, read back from its bytes."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from bindery.document.paper import PAPER
from bindery.document.read import read_document
from bindery.editions.making import Made
from bindery.editions.pdf import MAKES_PDF
from bindery.editions.pdf.print_tree import print_tree
from bindery.manuscript.load import load
from tests.shelf import SETTINGS, document_of, workshop_for, write_book

pytestmark = pytest.mark.slow


def printed(folder: Path, *chapters: str) -> Made:
    """The PDF of a book of ``chapters``."""
    document = document_of(folder, *chapters)
    return MAKES_PDF.make(document, workshop_for(document, folder), {})


def test_it_is_tagged_titled_and_in_its_language(tmp_path: Path) -> None:
    """What a screen reader asks for first: language, title, and that there are tags."""
    made = printed(tmp_path, "# Først\n\nTekst.\n")
    with pikepdf.open(BytesIO(made.content)) as pdf:
        assert pdf.Root.Lang == "nb"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.docinfo.Title == "Prøvebok"
        assert len(pdf.pages) == made.count


def test_it_says_it_is_pdfua_and_pdfa(tmp_path: Path) -> None:
    """Both identifiers stand in one file's XMP (ISO 14289-1, 5; ISO 19005-2, 6.6.4)."""
    made = printed(tmp_path, "# Først\n")
    with pikepdf.open(BytesIO(made.content)) as pdf, pdf.open_metadata() as xmp:
        assert xmp["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert xmp["{http://www.aiim.org/pdfa/ns/id/}part"] == "2"
        assert xmp["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "A"


def test_only_the_books_fonts_are_in_it_and_as_subsets(tmp_path: Path) -> None:
    """Whatever the machine has: Andika and Noto Sans Mono, embedded, a few letters each."""
    made = printed(tmp_path, "# Først\n\n*Tekst* og `kode`, ŋ ŧ ø «»\n")
    with pikepdf.open(BytesIO(made.content)) as pdf:
        names = {
            str(font.BaseFont).lstrip("/")
            for page in pdf.pages
            for font in page.Resources.get("/Font", {}).values()
        }
    assert names
    for name in names:
        prefix, _, family = name.partition("+")
        assert len(prefix) == 6
        assert family.startswith(("Andika", "Noto-Sans-Mono", "NotoSansMono"))


def test_bookmarks_follow_the_headings(tmp_path: Path) -> None:
    """A reader finds every chapter in the outline."""
    made = printed(tmp_path, "# Først\n\n## Under\n", "# Sist\n")
    with pikepdf.open(BytesIO(made.content)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == ["Innhold", "Først", "Sist", "Om denne utgaven"]


def test_a_photograph_is_not_smoothed(tmp_path: Path) -> None:
    """PDF/A-2 (6.2.8.3) forbids images that ask to be interpolated."""
    picture = BytesIO()
    Image.new("RGB", (4, 4), "navy").save(picture, "PNG")
    book = write_book(
        tmp_path,
        "# A\n\n![Foto](../figures/foto.png)\n",
        files={"figures/foto.png": picture.getvalue()},
    )
    publication = load(book).publication
    assert publication is not None
    document = read_document(publication)
    made = MAKES_PDF.make(document, workshop_for(document, tmp_path), {})
    with pikepdf.open(BytesIO(made.content)) as pdf:
        images = [image for page in pdf.pages for image in page.get_images().values()]
        smoothed = {bool(image.get("/Interpolate", False)) for image in images}
    assert smoothed == {False}


@pytest.mark.parametrize("size", ["A4", "A5", "B5"])
def test_pages_are_as_large_as_asked_and_their_lines_long_enough(tmp_path: Path, size: str) -> None:
    """A smaller page has smaller margins: at least 60 % of its width is text."""
    settings = f'{SETTINGS}\n[editions.pdf]\npage-size = "{size}"\n'
    document = document_of(tmp_path, "# A\n\nTekst.\n", settings=settings)
    made = MAKES_PDF.make(document, workshop_for(document, tmp_path), {})
    width = {"A4": 210, "A5": 148, "B5": 176}[size]
    with pikepdf.open(BytesIO(made.content)) as pdf:
        assert round(float(pdf.pages[0].mediabox[2]) / 72 * 25.4) == width
    _, right, _, left = (float(side.removesuffix("mm")) for side in PAPER[size].margins.split())  # type: ignore[index]
    assert (width - left - right) / width > 0.6


def test_a_sentence_that_announces_a_list_stays_with_it(tmp_path: Path) -> None:
    """A line that ends in a colon is never the last on its page."""
    markdown = "# A\n\nDisse er med:\n\n- ett\n\nEn annen linje.\n\n- to\n"
    document = document_of(tmp_path, markdown)
    tree = print_tree(document, workshop_for(document, tmp_path))
    kept = [paragraph.text for paragraph in tree.iter("p") if paragraph.get("class") == "announces"]
    assert kept == ["Disse er med:"]
