"""Each checker, for real: a sound edition passes, and a broken one fails for its own fault only.

A checker that is not installed fails these tests. Nothing here is ever skipped.
"""

from pathlib import Path

import pytest

from bindery.checkers import verapdf
from bindery.checkers.ace import ACE
from bindery.checkers.axe import AXE
from bindery.checkers.epubcheck import EPUBCHECK
from bindery.checkers.layout import LAYOUT
from bindery.checkers.nu import NU
from bindery.checkers.outloud import OUTLOUD
from bindery.checkers.running import run_java
from bindery.checkers.verapdf import VERAPDF
from bindery.tools.run import Finished
from bindery.vocabulary.checker import Checker
from bindery.vocabulary.editions import EDITIONS, ONIX_RECORD, PDF20, edition_named
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Outcome
from bindery.vocabulary.findings import Severity
from tests.checkers.runs import checked, outcomes, report_of, rules
from tests.checkers.samples import subject, write_epub, write_house_pdf, write_pdf, write_pdf_20

pytestmark = pytest.mark.slow

DRAWING_WITHOUT_WORDS = (
    "<svg xmlns='http://www.w3.org/2000/svg' width=9 height=9><path d='M0 0h9v9z'/></svg>"
)
SOUND = """
<h1>Prøve</h1><p>Et avsnitt om <em>ingenting</em>.</p>
<table><caption>To byer</caption><thead><tr><th>By</th><th>Folk</th></tr></thead>
<tbody><tr><th>Oslo</th><td>717 000</td></tr><tr><th>Tromsø</th><td>78 000</td></tr></tbody></table>
"""
PASSED, FAILED = Outcome.PASSED, Outcome.FAILED


def test_a_sound_pdf_passes_both_standards(book: Path) -> None:
    """One run of veraPDF finds nothing wrong with a PDF that claims and keeps both standards."""
    output = write_pdf(book / "bok.pdf")
    evidence = checked(VERAPDF, output)
    assert outcomes(evidence) == {"PDF/UA-1": PASSED, "PDF/A-2a": PASSED}
    assert all(one.examined > 100 for one in evidence)
    assert report_of(output, "verapdf.json")


def test_one_run_tests_every_pdf_against_all_its_standards(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three PDFs and five standards take one run, and what fails in one fails in no other."""
    outputs = {
        "pdf": write_pdf(book / "bok.pdf"),
        "pdf20": write_pdf_20(book / "bok-pdf20.pdf"),
        "large-print": write_pdf(book / "bok-large-print.pdf", more=DRAWING_WITHOUT_WORDS),
    }
    runs = []

    def counted(name: str, *arguments: str | Path, statuses: frozenset[int]) -> Finished:
        runs.append(arguments)
        return run_java(name, *arguments, statuses=statuses)

    monkeypatch.setattr(verapdf, "run_java", counted)
    subjects = tuple(subject(output, edition_named(name)) for name, output in outputs.items())
    evidence = VERAPDF.check(subjects)
    assert len(runs) == 1
    assert {(one.subject, one.standard): one.outcome for one in evidence} == {
        ("bok.pdf", "PDF/UA-1"): PASSED,
        ("bok.pdf", "PDF/A-2a"): PASSED,
        ("bok-pdf20.pdf", "PDF/UA-2"): PASSED,
        ("bok-pdf20.pdf", "PDF/A-4"): PASSED,
        ("bok-pdf20.pdf", "WTPDF 1.0 Accessibility"): PASSED,
        ("bok-large-print.pdf", "PDF/UA-1"): FAILED,
        ("bok-large-print.pdf", "PDF/A-2a"): PASSED,
    }
    assert rules(evidence) == ["verapdf-ua1-7-3-1"]
    assert all(one.examined > 100 for one in evidence)


@pytest.mark.parametrize(
    ("claim", "rule"),
    [
        (b'pdfuaid:part="2"', "verapdf-ua2-claimed"),
        (b'pdfaid:part="4"', "verapdf-4-claimed"),
        (b"http://pdfa.org/declarations/wtpdf#accessibility1.0", "verapdf-wt1a-claimed"),
    ],
)
def test_a_pdf_20_fails_the_standard_it_does_not_claim(book: Path, claim: bytes, rule: str) -> None:
    """Each of a PDF 2.0's three claims is missed by itself."""
    output = write_pdf_20(book / "bok.pdf", without=claim)
    evidence = VERAPDF.check((subject(output, PDF20),))
    assert rule in rules(evidence)
    assert sum(one.outcome is FAILED for one in evidence) == 1


def test_a_pdf_that_is_not_there_does_not_vanish(book: Path) -> None:
    """A missing file, which veraPDF passes over without a word in its report, stops the check."""
    there, gone = write_pdf(book / "bok.pdf"), book / "borte.pdf"
    with pytest.raises(PipelineError, match="veraPDF broke down"):
        VERAPDF.check((subject(there), subject(gone)))


def test_a_figure_without_alternative_text_fails_pdf_ua(book: Path) -> None:
    """A figure that says nothing breaks PDF/UA-1 7.3, and nothing in PDF/A-2a."""
    evidence = checked(VERAPDF, write_pdf(book / "bok.pdf", more=DRAWING_WITHOUT_WORDS))
    assert outcomes(evidence) == {"PDF/UA-1": FAILED, "PDF/A-2a": PASSED}
    assert rules(evidence) == ["verapdf-ua1-7-3-1"]
    assert evidence[0].findings[0].location.path == "bok.pdf"


def test_a_pdf_that_does_not_claim_pdf_ua_fails_it(book: Path) -> None:
    """What a PDF does not claim is not passed over."""
    output = write_pdf(book / "bok.pdf", claims_ua=False)
    evidence = checked(VERAPDF, output)
    assert outcomes(evidence) == {"PDF/UA-1": FAILED, "PDF/A-2a": PASSED}
    assert rules(evidence) == ["verapdf-ua1-claimed"]


def test_a_pdf_that_does_not_claim_pdf_a_fails_it(book: Path) -> None:
    """A PDF made for PDF/UA alone passes that, and fails PDF/A-2a."""
    evidence = checked(VERAPDF, write_pdf(book / "bok.pdf", variant="pdf/ua-1", claims_ua=False))
    assert outcomes(evidence) == {"PDF/UA-1": PASSED, "PDF/A-2a": FAILED}


def test_half_a_pdf_fails(book: Path) -> None:
    """A PDF that ends too early is a failure of the PDF, not of the checker."""
    output = write_pdf(book / "bok.pdf")
    output.write_bytes(output.read_bytes()[:2000])
    evidence = checked(VERAPDF, output)
    assert outcomes(evidence) == {"PDF/UA-1": FAILED, "PDF/A-2a": FAILED}
    assert set(rules(evidence)) == {"verapdf-readable"}


def test_a_sound_pdf_passes_outloud(book: Path) -> None:
    """A sound PDF is weighed by outloud in many ways, and nothing is found."""
    output = write_house_pdf(book / "bok.pdf", SOUND)
    (evidence,) = checked(OUTLOUD, output)
    assert (evidence.outcome, evidence.findings) == (PASSED, ())
    assert evidence.examined > 40
    assert report_of(output, "outloud-pdf.json")


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>", "tbl-001"),
        ("<p aria-hidden='true'>En setning som trykkes, og som ingen får høre.</p>", "tag-002"),
    ],
)
def test_outloud_hears_what_verapdf_does_not(book: Path, more: str, rule: str) -> None:
    """A table without headers, and prose kept from listeners, keep every rule veraPDF tests."""
    output = write_house_pdf(book / "bok.pdf", SOUND + more)
    assert {one.outcome for one in checked(VERAPDF, output)} == {PASSED}
    (evidence,) = checked(OUTLOUD, output)
    assert evidence.outcome is FAILED
    assert rules((evidence,)) == [f"outloud-{rule}"]


def test_what_outloud_only_doubts_does_not_fail(book: Path) -> None:
    """An address that is no link is told of as a warning: a person must look."""
    more = "<p>Les mer på https://example.org/side om det.</p>"
    (evidence,) = checked(OUTLOUD, write_house_pdf(book / "bok.pdf", SOUND + more))
    assert evidence.outcome is Outcome.CANNOT_TELL
    assert [(one.rule, one.severity) for one in evidence.findings] == [
        ("outloud-lnk-010", Severity.WARNING)
    ]


def test_half_a_pdf_is_not_passed_by_outloud(book: Path) -> None:
    """Half a PDF is given up by outloud, which says nothing of it."""
    output = write_house_pdf(book / "bok.pdf", SOUND)
    output.write_bytes(output.read_bytes()[:500])
    with pytest.raises(PipelineError, match="outloud broke down"):
        OUTLOUD.check((subject(output),))


def test_a_sound_epub_passes_epubcheck(book: Path) -> None:
    """EPUBCheck looks at every file of a sound EPUB and finds nothing."""
    output = write_epub(book / "bok.epub")
    (evidence,) = checked(EPUBCHECK, output)
    assert (evidence.outcome, evidence.examined, evidence.findings) == (PASSED, 6, ())
    assert report_of(output, "epubcheck.json")


def test_a_link_to_nowhere_fails_epubcheck(book: Path) -> None:
    """A link to a document that is not in the book is an error, at its line in the EPUB."""
    output = write_epub(book / "bok.epub", more='<p><a href="borte.xhtml">Les mer om det</a></p>')
    evidence = checked(EPUBCHECK, output)
    assert rules(evidence) == ["epubcheck-rsc-007"]
    assert "EPUB/kapittel.xhtml:5:" in evidence[0].findings[0].hint.nb


def test_a_warning_fails_epubcheck(book: Path) -> None:
    """A date that catalogues cannot read is only a warning to EPUBCheck, and fails all the same."""
    evidence = checked(EPUBCHECK, write_epub(book / "bok.epub", date="i går"))
    assert outcomes(evidence) == {"EPUB 3.3": FAILED}
    assert rules(evidence) == ["epubcheck-opf-053"]


def test_a_sound_epub_passes_ace(book: Path) -> None:
    """Ace looks at the chapter and the navigation document and finds nothing."""
    output = write_epub(book / "bok.epub")
    (evidence,) = checked(ACE, output)
    assert (evidence.outcome, evidence.examined, evidence.findings) == (PASSED, 2, ())
    assert report_of(output, "ace/report.json")


def test_pale_text_fails_ace(book: Path) -> None:
    """Text too pale to read fails in the document where it is, and EPUBCheck has no part in it."""
    output = write_epub(book / "bok.epub", more='<p style="color: #bbb">Blek tekst.</p>')
    evidence = checked(ACE, output)
    assert outcomes(evidence) == {"EPUB Accessibility 1.1": FAILED}
    assert rules(evidence) == ["ace-color-contrast"]
    finding = evidence[0].findings[0]
    assert finding.message.nb == "Elementer skal ha tilstrekkelig fargekontrast (ett sted)."
    assert "kapittel.xhtml, p:nth-child(3)" in finding.hint.nb


def test_what_is_no_epub_is_not_passed_by_ace(book: Path) -> None:
    """Ace gives up on a file that is no EPUB, and says nothing of its accessibility."""
    output = book / "bok.epub"
    output.write_text("ikke en bok", encoding="utf-8")
    with pytest.raises(PipelineError, match="end of central directory"):
        ACE.check((subject(output),))


@pytest.mark.parametrize(
    "checker", [VERAPDF, OUTLOUD, EPUBCHECK, ACE, AXE, LAYOUT, NU], ids=lambda v: v.name
)
def test_a_file_that_is_not_there_is_never_passed(book: Path, checker: Checker) -> None:
    """A missing file stops the check. Nu itself reports one as a page without faults."""
    for edition in filter(checker.judged_of, (*EDITIONS, ONIX_RECORD)):
        with pytest.raises(PipelineError):
            checker.check((subject(book / "borte", edition),))
