"""The printed edition, read back from its bytes."""

from io import BytesIO
from pathlib import Path

import pikepdf

from bindery.document.edition import Made
from bindery.editions.pdf import PDF
from tests.books import document_of, workshop_for


def printed(folder: Path, *chapters: str) -> Made:
    """The PDF of a book of ``chapters``."""
    document = document_of(folder, *chapters)
    return PDF.make(document, workshop_for(document, folder), {})


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
