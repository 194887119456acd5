"""What the two files say of themselves, and what only the newer one has."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from bindery.editions.pdf.structure.standards import PDF_17, PDF_20, Standards
from bindery.finished.pdf.read import read_pdf
from bindery.finished.pdf.tagged import FinishedPdf
from tests.editions.structure.laid import printed
from tests.shelf import DRAWING

MATHML = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>'
ESCAPED = MATHML.replace("<", "&lt;").replace('"', "&quot;")
FORMULA = f'<p>La <img role="math" alt="x" src="kart.svg" data-mathml="{ESCAPED}"/> være</p>'
IMAGES = {"kart.svg": DRAWING.encode()}
AID, UAID = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfua/ns/id/}"


def made(folder: Path, standards: Standards, body: str) -> bytes:
    """The PDF of ``body`` that keeps ``standards``."""
    return printed(folder, body, images=IMAGES, standards=(standards,)).content


def heard(folder: Path, standards: Standards, body: str) -> FinishedPdf:
    """The same, as it is heard."""
    return read_pdf(made(folder, standards, body))


@pytest.mark.parametrize(
    ("standards", "body", "claims"),
    [
        (PDF_17, "<p>x</p>", {"A part": "2", "A conformance": "A", "UA part": "1"}),
        (
            PDF_20,
            "<p>x</p>",
            {"A part": "4", "A rev": "2020", "UA part": "2", "UA rev": "2024"},
        ),
        (
            PDF_20,
            FORMULA,
            {
                "A part": "4",
                "A rev": "2020",
                "A conformance": "F",
                "UA part": "2",
                "UA rev": "2024",
            },
        ),
    ],
    ids=["1.7", "2.0", "2.0 with a formula"],
)
def test_each_file_claims_what_it_keeps(
    tmp_path: Path, standards: Standards, body: str, claims: dict[str, str]
) -> None:
    """PDF/A and PDF/UA together; files inside make a PDF/A-4 a PDF/A-4f."""
    content = made(tmp_path, standards, body)
    with pikepdf.open(BytesIO(content)) as pdf, pdf.open_metadata() as xmp:
        found = {
            f"{name} {key}": xmp[f"{space}{key}"]
            for name, space in (("A", AID), ("UA", UAID))
            for key in ("part", "rev", "conformance")
            if f"{space}{key}" in xmp
        }
        assert found == claims
        assert xmp["dc:title"] == "Prøve"
        assert list(xmp["dc:language"]) == ["nb"]
    declared = b"http://pdfa.org/declarations/wtpdf#accessibility1.0" in content
    assert declared is (standards is PDF_20)


@pytest.mark.parametrize("standards", [PDF_17, PDF_20], ids=["1.7", "2.0"])
def test_a_formula_has_words_and_in_pdf_20_its_markup(tmp_path: Path, standards: Standards) -> None:
    """PDF/A-2 allows no such file; PDF 2.0 carries the MathML with the element."""
    pdf = heard(tmp_path, standards, FORMULA)
    (formula,) = (element for element in pdf.elements if element.role == "Formula")
    assert formula.alternative == "x"
    assert len(formula.bbox) == 4
    files = [(one.relationship, one.media_type, one.content.decode()) for one in formula.files]
    wanted = [("Supplement", "application/mathml+xml", MATHML)]
    assert files == (wanted if standards is PDF_20 else [])


@pytest.mark.parametrize("standards", [PDF_17, PDF_20], ids=["1.7", "2.0"])
def test_both_files_say_the_same(tmp_path: Path, standards: Standards) -> None:
    """What PDF 1.7 has no type for is mapped to what it has."""
    pdf = heard(tmp_path, standards, "<aside><p>En <em>to</em></p></aside>")
    aside, paragraph, emphasis = (element for element in pdf.elements[1:])
    newer = standards is PDF_20
    assert (aside.role, aside.tag) == ("Aside" if newer else "Sect", "Aside")
    assert (paragraph.role, paragraph.text) == ("P", "En to")
    assert (emphasis.role, emphasis.tag) == ("Em" if newer else "Span", "Em")
    assert {element.namespace for element in pdf.elements} == {"pdf2" if newer else "pdf"}
