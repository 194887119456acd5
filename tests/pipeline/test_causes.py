"""A file that somebody has had a hand on: what was done is told, and harmless saves are not."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from bindery.document.read import read_document
from bindery.editions.making import Made
from bindery.manuscript.load import load
from bindery.pipeline.causes import MOST_OF_A_CAUSE
from bindery.pipeline.check_edition import check_edition
from bindery.vocabulary.editions import PDF
from bindery.vocabulary.findings import Severity
from tests.once import Once
from tests.seeded.defect import BOOK
from tests.shelf import maker_of, workshop_for

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def printed(once: Once) -> bytes:
    """The PDF of the clean book."""

    def make(folder: Path) -> None:
        publication = load(BOOK).publication
        assert publication is not None
        document = read_document(publication)
        made: dict[str, Made] = {}
        content = maker_of(PDF).make(document, workshop_for(document, folder), made).content
        (folder / "havna.pdf").write_bytes(content)

    return (once("returned", make) / "havna.pdf").read_bytes()


def saved(change: Callable[[Pdf], None], **how: Any) -> Callable[[bytes], bytes]:
    """A tool that opens the file, changes it and saves it."""

    def tool(content: bytes) -> bytes:
        written = BytesIO()
        with pikepdf.open(BytesIO(content)) as pdf:
            change(pdf)
            pdf.save(written, **how)
        return written.getvalue()

    return tool


def _nothing(_: Pdf) -> None:
    """A save without a change."""


def _stamp(pdf: Pdf) -> None:
    for page in pdf.pages:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj.Resources.Font["/Stempel"] = pdf.make_indirect(font)
        page.contents_add(pdf.make_stream(b"BT /Stempel 20 Tf 90 40 Td (UTKAST) Tj ET"))


def _new_cover(pdf: Pdf) -> None:
    pdf.add_blank_page(page_size=(420, 595))
    cover = pdf.pages[-1]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    cover.obj.Resources = Dictionary(Font=Dictionary(F=font))
    cover.contents_add(pdf.make_stream(b"BT /F 30 Tf 90 400 Td (Ny forside) Tj ET"))
    pdf.pages.insert(0, cover)
    del pdf.pages[-1]


def _comment(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents="Sjekk")
    page = pdf.pages[3].obj
    page.Annots = Array([*page.get("/Annots", Array([])), pdf.make_indirect(note)])


def _redact(pdf: Pdf) -> None:
    page = pdf.pages[2]
    steps = [(one.operands, one.operator) for one in pikepdf.parse_content_stream(page)]
    shown = [at for at, step in enumerate(steps) if str(step[1]) in ("TJ", "Tj")]
    del steps[shown[len(shown) // 2]]
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))


def _copied(content: bytes) -> bytes:
    written = BytesIO()
    with pikepdf.open(BytesIO(content)) as old, pikepdf.new() as new:
        new.pages.extend(old.pages)
        new.save(written)
    return written.getvalue()


def _as_pictures(content: bytes) -> bytes:
    pages = [page.render(scale=0.3).to_pil() for page in pypdfium2.PdfDocument(content)]
    written = BytesIO()
    pages[0].save(written, "PDF", save_all=True, append_images=pages[1:])
    return written.getvalue()


def _by_pdfium(content: bytes) -> bytes:
    written = BytesIO()
    pypdfium2.PdfDocument(content).save(written)
    return written.getvalue()


CHANGED = {
    "a stamp on each page": (saved(_stamp), {"edition-leaves-nothing-unheard"}),
    "a new cover in front": (saved(_new_cover), {"edition-leaves-nothing-unheard"}),
    "words taken away": (saved(_redact), {"edition-says-what-the-manuscript-says"}),
    "a comment left in": (saved(_comment), {"pdf-has-no-comments"}),
    "pages copied into a new file": (_copied, {"edition-has-its-tags"}),
    "pages printed as images": (_as_pictures, {"edition-has-its-tags"}),
}
HARMLESS = {
    "copied": bytes,
    "linearised": saved(_nothing, linearize=True),
    "objects packed again": saved(_nothing, recompress_flate=True),
    "saved by PDFium": _by_pdfium,
}


def found(content: bytes, folder: Path) -> list[str]:
    """The rules whose errors are told of the file."""
    (folder / "havna.pdf").write_bytes(content)
    checked = check_edition(folder / "havna.pdf", BOOK, outside=False)
    return [one.rule for one in checked.findings if one.severity is Severity.ERROR]


@pytest.mark.parametrize("what", CHANGED)
def test_what_was_done_is_told_by_its_cause(what: str, printed: bytes, tmp_path: Path) -> None:
    """The rule named for it tells it, and no cause has more than three findings."""
    tool, rules = CHANGED[what]
    told = found(tool(printed), tmp_path)
    assert rules <= {*told}
    assert max(map(told.count, told)) <= MOST_OF_A_CAUSE
    if "edition-has-its-tags" in rules:
        assert told == ["edition-has-its-tags"]


@pytest.mark.parametrize("what", HARMLESS)
def test_a_save_without_a_change_is_silent(what: str, printed: bytes, tmp_path: Path) -> None:
    """Other bytes are not another edition."""
    assert found(HARMLESS[what](printed), tmp_path) == []


def test_a_file_of_another_publication_has_one_fault(printed: bytes, tmp_path: Path) -> None:
    """All differences follow from it."""
    (tmp_path / "havna.pdf").write_bytes(printed)
    other = BOOK.parent / "books" / "nn"
    checked = check_edition(tmp_path / "havna.pdf", other, outside=False)
    rules = [one.rule for one in checked.findings if one.severity is Severity.ERROR]
    assert rules == ["edition-is-of-this-publication"]
