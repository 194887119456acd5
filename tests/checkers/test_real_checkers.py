"""Each checker, for real: a sound edition passes, and a broken one fails for its own fault only.

A checker that is not installed fails these tests. Nothing here is ever skipped.
"""

from collections.abc import Callable
from functools import partial
from itertools import product
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
from bindery.vocabulary.editions import EPUB, LARGE_PRINT, PDF, PDF20, SUMMARY, Edition
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Severity
from tests.checkers.conftest import odd_machine
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


UNCLAIMED = {
    "verapdf-ua2-claimed": b'pdfuaid:part="2"',
    "verapdf-4-claimed": b'pdfaid:part="4"',
    "verapdf-wt1a-claimed": b"http://pdfa.org/declarations/wtpdf#accessibility1.0",
}
"""The three claims of a PDF 2.0, by the rule that misses each."""

UNHEARD = {
    "outloud-tbl-001": (
        "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    ),
    "outloud-tag-002": ("<p aria-hidden='true'>En setning som trykkes, og som ingen får høre.</p>"),
}
"""What keeps every rule veraPDF tests, by the rule of outloud's that it breaks."""


def _cut_short(path: Path) -> Path:
    write_pdf(path)
    path.write_bytes(path.read_bytes()[:2000])
    return path


Write = Callable[[Path], Path]

PDFS: dict[str, tuple[Edition, Write]] = {
    "sound": (PDF, write_pdf),
    "sound-20": (PDF20, write_pdf_20),
    "wordless-figure": (LARGE_PRINT, partial(write_pdf, more=DRAWING_WITHOUT_WORDS)),
    "no-claim-of-ua": (PDF, partial(write_pdf, claims_ua=False)),
    "no-claim-of-a": (PDF, partial(write_pdf, variant="pdf/ua-1", claims_ua=False)),
    "half": (PDF, _cut_short),
    **{rule: (PDF20, partial(write_pdf_20, without=claim)) for rule, claim in UNCLAIMED.items()},
    **{rule: (PDF, partial(write_house_pdf, body=SOUND + more)) for rule, more in UNHEARD.items()},
}
"""PDFs by name: the edition each is of, and how it is written."""

Verdicts = dict[str, tuple[Evidence, ...]]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """What veraPDF says of each PDF, from one run for all of them, on a machine of its own."""
    runs = []

    def counted(name: str, *arguments: str | Path, statuses: frozenset[int]) -> Finished:
        runs.append(arguments)
        return run_java(name, *arguments, statuses=statuses)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(verapdf, "run_java", counted)
        folder = odd_machine(tmp_path_factory.mktemp("veraPDF"), patched)
        subjects = {
            name: subject(write(folder / f"{name}.pdf"), edition)
            for name, (edition, write) in PDFS.items()
        }
        assert VERAPDF.missing() is None
        evidence = VERAPDF.check(tuple(subjects.values()))
        assert report_of(folder / "sound.pdf", "verapdf.json")
    assert len(runs) == 1
    assert all(one.checker == "veraPDF" and one.version for one in evidence)
    said = {
        name: tuple(one for one in evidence if one.subject == each.name)
        for name, each in subjects.items()
    }
    for name, each in subjects.items():
        assert [one.standard for one in said[name]] == [*VERAPDF.judged_of(each.edition)]
    return said


@pytest.mark.parametrize("name", ["sound", "sound-20", *UNHEARD])
def test_a_sound_pdf_passes_all_its_standards(name: str, verdicts: Verdicts) -> None:
    """One run of veraPDF finds nothing wrong with PDFs that claim and keep their standards.

    What fails in the others of the run fails in none of these.
    """
    assert {one.outcome for one in verdicts[name]} == {PASSED}
    assert all(one.examined > 100 for one in verdicts[name])


@pytest.mark.parametrize("rule", UNCLAIMED)
def test_a_pdf_20_fails_the_standard_it_does_not_claim(rule: str, verdicts: Verdicts) -> None:
    """Each of a PDF 2.0's three claims is missed by itself."""
    assert rule in rules(verdicts[rule])
    assert sum(one.outcome is FAILED for one in verdicts[rule]) == 1


def test_a_pdf_that_is_not_there_does_not_vanish(book: Path) -> None:
    """A missing file, which veraPDF passes over without a word in its report, stops the check."""
    there, gone = write_pdf(book / "bok.pdf"), book / "borte.pdf"
    with pytest.raises(PipelineError, match="veraPDF stopped before the check was done"):
        VERAPDF.check((subject(there), subject(gone)))


def test_a_figure_without_alternative_text_fails_pdf_ua(verdicts: Verdicts) -> None:
    """A figure that says nothing breaks PDF/UA-1 7.3, and nothing in PDF/A-2a."""
    evidence = verdicts["wordless-figure"]
    assert outcomes(evidence) == {"PDF/UA-1": FAILED, "PDF/A-2a": PASSED}
    assert rules(evidence) == ["verapdf-ua1-7-3-1"]
    assert evidence[0].findings[0].location.path == "wordless-figure.pdf"


def test_a_pdf_that_does_not_claim_pdf_ua_fails_it(verdicts: Verdicts) -> None:
    """What a PDF does not claim is not passed over."""
    assert outcomes(verdicts["no-claim-of-ua"]) == {"PDF/UA-1": FAILED, "PDF/A-2a": PASSED}
    assert rules(verdicts["no-claim-of-ua"]) == ["verapdf-ua1-claimed"]


def test_a_pdf_that_does_not_claim_pdf_a_fails_it(verdicts: Verdicts) -> None:
    """A PDF made for PDF/UA alone passes that, and fails PDF/A-2a."""
    assert outcomes(verdicts["no-claim-of-a"]) == {"PDF/UA-1": PASSED, "PDF/A-2a": FAILED}


def test_half_a_pdf_fails(verdicts: Verdicts) -> None:
    """A PDF that ends too early is a failure of the PDF, not of the checker."""
    assert outcomes(verdicts["half"]) == {"PDF/UA-1": FAILED, "PDF/A-2a": FAILED}
    assert set(rules(verdicts["half"])) == {"verapdf-readable"}


def test_a_sound_pdf_passes_outloud(book: Path) -> None:
    """A sound PDF is weighed by outloud in many ways, and nothing is found."""
    output = write_house_pdf(book / "bok.pdf", SOUND)
    (evidence,) = checked(OUTLOUD, output)
    assert (evidence.outcome, evidence.findings) == (PASSED, ())
    assert evidence.examined > 40
    assert report_of(output, "outloud-pdf.json")


@pytest.mark.parametrize("rule", UNHEARD)
def test_outloud_hears_what_verapdf_does_not(book: Path, rule: str) -> None:
    """A table without headers, and prose kept from listeners, are found by outloud alone."""
    output = write_house_pdf(book / "bok.pdf", SOUND + UNHEARD[rule])
    (evidence,) = checked(OUTLOUD, output)
    assert evidence.outcome is FAILED
    assert rules((evidence,)) == [rule]


def test_what_outloud_doubts_wrongly_informs(book: Path) -> None:
    """An address that is no link is in code or an example: elsewhere bindery makes it a link."""
    more = "<p>Les mer på https://example.org/side om det.</p>"
    (evidence,) = checked(OUTLOUD, write_house_pdf(book / "bok.pdf", SOUND + more))
    assert evidence.outcome is PASSED
    assert [(one.rule, one.severity) for one in evidence.findings] == [
        ("outloud-lnk-010", Severity.INFO)
    ]


def test_half_a_pdf_is_not_passed_by_outloud(book: Path) -> None:
    """Half a PDF is given up by outloud, which says nothing of it."""
    output = write_house_pdf(book / "bok.pdf", SOUND)
    output.write_bytes(output.read_bytes()[:500])
    with pytest.raises(PipelineError, match="outloud stopped before the check was done"):
        OUTLOUD.check((subject(output),))


def test_a_link_to_nowhere_fails_epubcheck(book: Path) -> None:
    """A link to a document that is not in the book is an error, at its line in the EPUB."""
    output = write_epub(book / "bok.epub", more='<p><a href="borte.xhtml">Les mer om det</a></p>')
    evidence = checked(EPUBCHECK, output)
    assert rules(evidence) == ["epubcheck-rsc-007"]
    assert "EPUB/kapittel.xhtml:5:" in evidence[0].findings[0].hint.nb
    assert report_of(output, "epubcheck.json")


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
    ("checker", "edition"),
    [
        (OUTLOUD, PDF),
        (EPUBCHECK, EPUB),
        (ACE, EPUB),
        *product((AXE, LAYOUT, NU), (SUMMARY, EPUB)),
    ],
    ids=lambda of: of.name,
)
def test_a_file_that_is_not_there_is_never_passed(
    book: Path, checker: Checker, edition: Edition
) -> None:
    """A missing file stops the check. Nu itself reports one as a page without faults."""
    assert checker.judged_of(edition)
    with pytest.raises(PipelineError):
        checker.check((subject(book / "borte", edition),))
