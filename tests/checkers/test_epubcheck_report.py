"""How EPUBCheck's report becomes evidence, and what is never taken for a pass.

The reports here are the checker's own, cut down to what a test is about.
"""

import pytest

from bindery.checkers.epubcheck import EPUBCHECK
from bindery.checkers.known import verdict
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Outcome
from bindery.vocabulary.findings import Severity
from tests.checkers.conftest import Json, Judge

WARNING = Severity.WARNING


def epub_report(*messages: Json, items: int = 3) -> Json:
    """A report of EPUBCheck on an EPUB of so many files."""
    return {
        "checker": {"checkerVersion": "5.3.0"},
        "items": [{"fileName": f"EPUB/{number}.xhtml"} for number in range(items)],
        "messages": list(messages),
    }


def epub_message(severity: str) -> Json:
    """Something EPUBCheck says of three places, two of which it does not name."""
    place = {"path": "EPUB/1.xhtml", "line": 2, "column": 16, "context": None}
    return {
        "ID": "RSC-005",
        "severity": severity,
        "message": "Attribute  not\nallowed " + "here " * 100,
        "additionalLocations": 2,
        "locations": [place],
    }


@pytest.mark.parametrize("severity", ["FATAL", "ERROR", "WARNING"])
def test_epubcheck_fails_what_a_reading_system_may_stumble_on(judge: Judge, severity: str) -> None:
    """A warning of EPUBCheck fails an EPUB as an error does."""
    (evidence,) = judge(EPUBCHECK, epub_report(epub_message(severity)), 1)
    assert (evidence.outcome, evidence.examined) == (Outcome.FAILED, 3)
    (finding,) = evidence.findings
    assert finding.rule == "epubcheck-rsc-005"
    said = finding.message.en
    assert said.startswith("EPUBCheck reports (in 3 places): Attribute not allowed here")
    assert len(finding.message.en) < 350
    assert finding.hint.en.endswith("First place in the e-book: EPUB/1.xhtml:2:16")


def test_epubcheck_only_informs_of_information(judge: Judge) -> None:
    """What EPUBCheck merely tells is passed on and fails nothing."""
    (evidence,) = judge(EPUBCHECK, epub_report(epub_message("INFO")))
    assert evidence.outcome is Outcome.PASSED
    assert [finding.severity for finding in evidence.findings] == [Severity.INFO]
    assert evidence.findings[0].hint.en.startswith("This is for information. First place")


def test_a_remark_of_usage_that_nobody_has_judged_is_seen(judge: Judge) -> None:
    """EPUBCheck lets the EPUB pass with a remark, and so do we; the author sees it."""
    (evidence,) = judge(EPUBCHECK, epub_report(epub_message("USAGE")), 0)
    assert evidence.outcome is Outcome.CANNOT_TELL
    assert [finding.severity for finding in evidence.findings] == [Severity.WARNING]


@pytest.mark.parametrize("identity", ["CSS-028", "PKG-012"])
def test_a_remark_on_what_is_right_says_why(judge: Judge, identity: str) -> None:
    """A remark on what is as it should be is information, with the reason."""
    remark = epub_message("USAGE") | {"ID": identity}
    (evidence,) = judge(EPUBCHECK, epub_report(remark), 0)
    assert [finding.severity for finding in evidence.findings] == [Severity.INFO]
    assert evidence.findings[0].hint.nb.startswith(
        verdict("EPUBCheck", f"{identity} …", WARNING).why.nb
    )


def test_what_is_right_as_usage_covers_no_error(judge: Judge) -> None:
    """What is explained as usage still fails as an error."""
    error = epub_message("ERROR") | {"ID": "CSS-028"}
    (evidence,) = judge(EPUBCHECK, epub_report(error), 1)
    assert evidence.outcome is Outcome.FAILED


def test_epubcheck_that_saw_no_file_has_not_passed(judge: Judge) -> None:
    """An EPUB in which nothing was looked at is not applicable."""
    (evidence,) = judge(EPUBCHECK, epub_report(items=0))
    assert evidence.outcome is Outcome.INAPPLICABLE


@pytest.mark.parametrize(
    ("report", "status"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param(epub_report(epub_message("ERROR")), 0, id="an error and exit status 0"),
        pytest.param(epub_report(), 1, id="no error and exit status 1"),
        pytest.param(epub_report(epub_message("SUPPRESSED")), 0, id="an unknown severity"),
    ],
)
def test_epubcheck_without_an_answer_has_broken(judge: Judge, report: object, status: int) -> None:
    """A report that is missing, or does not agree with the exit status, stops the check."""
    with pytest.raises(PipelineError, match="EPUBCheck stopped before the check was done"):
        judge(EPUBCHECK, report, status)
