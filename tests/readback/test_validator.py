"""A check reads every finished PDF back."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array

from bindery.document.model import Document
from bindery.editions.pdf import MAKES_PDF
from bindery.manuscript.source import read_source
from bindery.pipeline import examine as examine_module
from bindery.pipeline.check import check
from bindery.readback.read_back import READERS, read_back
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import EDITIONS, EPUB, PDF, PICTURE, READ_BACK, SUMMARY, Edition
from bindery.vocabulary.evidence import Evidence, Outcome
from tests.readback.sheets import elem, sheets
from tests.readback.twin import clean, manuscript, printed
from tests.shelf import document_of, workshop_for, write_book

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The manuscript, read."""
    return manuscript(tmp_path_factory.mktemp("bok"))


def evidence_of(content: bytes, document: Document, folder: Path) -> Evidence:
    """What the checker says of a PDF of these bytes."""
    output = folder / "build" / "proevebok.pdf"
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(content)
    checker = read_back(document, read_source(document.publication))
    assert checker.missing() is None
    (evidence,) = checker.check((Subject(PDF, folder, output, folder),))
    return evidence


def test_every_edition_that_says_words_is_read(document: Document) -> None:
    """The one checker is for all of them, and they are the house's own."""
    checker = read_back(document, read_source(document.publication))
    read = [row for row in EDITIONS if checker.judged_of(row)]
    assert read == [row for row in EDITIONS if row is not PICTURE]
    assert {row.media_type for row in read} == set(READERS)


def test_a_pdf_that_says_it_all_passes(document: Document, tmp_path: Path) -> None:
    """The evidence says how many passages were looked for."""
    evidence = evidence_of(printed(clean()), document, tmp_path)
    assert (evidence.outcome, evidence.examined) == (Outcome.PASSED, 23)


@pytest.mark.parametrize("content", [b"", b"hei", printed(clean())[:4000]])
def test_a_pdf_that_cannot_be_read_is_a_finding(
    content: bytes, document: Document, tmp_path: Path
) -> None:
    """It fails, with words an author understands, and never with a traceback."""
    evidence = evidence_of(content, document, tmp_path)
    assert evidence.outcome is Outcome.FAILED
    assert evidence.findings[0].location.path


def test_an_empty_manuscript_proves_nothing(tmp_path: Path) -> None:
    """Nothing compared is inapplicable, not passed."""
    empty = document_of(tmp_path, "")
    evidence = evidence_of(sheets(elem("Document")), empty, tmp_path)
    assert (evidence.outcome, evidence.examined) == (Outcome.INAPPLICABLE, 0), evidence.findings


def test_our_own_edition_says_what_its_manuscript_says(document: Document, tmp_path: Path) -> None:
    """One of everything, laid out and tagged by the house, is heard whole."""
    made = MAKES_PDF.make(document, workshop_for(document, tmp_path), {})
    evidence = evidence_of(made.content, document, tmp_path)
    assert evidence.outcome is Outcome.PASSED, evidence.findings


def _types_in(element: pikepdf.Dictionary) -> list[str]:
    """The structure types of what hangs from an element."""
    kids = element.get("/K")
    if not isinstance(kids, pikepdf.Array):
        return []
    return [str(kid.get("/S")) if isinstance(kid, pikepdf.Dictionary) else "" for kid in kids]


def test_our_own_edition_with_two_paragraphs_swapped_fails(
    document: Document, tmp_path: Path
) -> None:
    """The order of its structure tree is what is heard, and it is looked at."""
    path = tmp_path / "byttet.pdf"
    path.write_bytes(MAKES_PDF.make(document, workshop_for(document, tmp_path), {}).content)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        chapter = next(
            element
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary)
            and any(kid == "/BlockQuote" for kid in _types_in(element))
        )
        kids = list(chapter.K)
        at = _types_in(chapter).index("/BlockQuote")
        kids[at : at + 2] = kids[at + 1], kids[at]
        chapter.K = Array(kids)
        pdf.save(path)
    findings = evidence_of(path.read_bytes(), document, tmp_path).findings
    assert {finding.rule for finding in findings} == {"edition-says-what-the-manuscript-says"}


def test_a_check_reads_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its evidence stands among the others'."""
    monkeypatch.setattr(examine_module, "CHECKERS", ())
    checked = check(write_book(tmp_path, "# Tittel\n\nTekst.\n"))
    read = [one for one in checked.evidence if one.standard == READ_BACK]
    assert [(one.outcome, one.subject) for one in read] == [
        (Outcome.PASSED, f"build/proevebok{suffix}") for suffix in (".pdf", ".epub", ".html")
    ], checked.findings


@pytest.mark.parametrize(("edition", "suffix"), [(EPUB, ".epub"), (SUMMARY, ".html")])
def test_pages_that_cannot_be_read_are_a_finding(
    edition: Edition, suffix: str, document: Document, tmp_path: Path
) -> None:
    """An e-book that is no archive, a summary with nothing in it: each is told of by its name."""
    output = tmp_path / f"proevebok{suffix}"
    output.write_bytes(b"")
    (evidence,) = read_back(document, read_source(document.publication)).check(
        (Subject(edition, tmp_path, output, tmp_path),)
    )
    assert evidence.outcome is Outcome.FAILED
    assert [one.rule for one in evidence.findings] == ["edition-can-be-read"]
