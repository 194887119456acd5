"""How veraPDF's report becomes evidence, and what is never taken for a pass.

The reports here are the checker's own, cut down to what a test is about.
"""

from typing import Any

import pytest

from bindery.checkers.verapdf import VERAPDF
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Outcome
from tests.checkers.conftest import OUTPUT, Json, Judge


def vera(*results: Json, **job: Any) -> Json:
    """A report of veraPDF on one PDF, with a result for each profile."""
    item = {"name": OUTPUT, "size": 10242}
    release = {"releaseDetails": [{"id": "core", "version": "1.28.2", "buildDate": 0}]}
    return {
        "report": {
            "buildInformation": release,
            "jobs": [{"itemDetails": item, "validationResult": list(results), **job}],
        }
    }


def several(*reports: Json) -> Json:
    """One report of all that ``reports`` are about."""
    jobs = [job for each in reports for job in each["report"]["jobs"]]
    return {"report": {**vera()["report"], "jobs": jobs}}


def vera_result(profile: str, **changed: Any) -> Json:
    """What veraPDF says of a PDF that keeps ``profile``, unless ``changed``."""
    details = {"passedChecks": 149, "failedChecks": 0, "ruleSummaries": []}
    return {
        "details": {**details, **changed.pop("details", {})},
        "jobEndStatus": "normal",
        "profileName": f"{profile} validation profile",
        "compliant": True,
        **changed,
    }


UA, A = "PDF/UA-1", "PDF/A-2A"
NO_ALT = {
    "clause": "7.3",
    "testNumber": 1,
    "description": "Figure tags shall include an alternative representation",
    "failedChecks": 2,
    "checks": [{"context": "root/K[0](SEFigure)"}, {"context": "root/K[1](SEFigure)"}],
}
FAILING = {"passedChecks": 140, "failedChecks": 2, "ruleSummaries": [NO_ALT]}


def test_verapdf_counts_what_it_checked(judge: Judge) -> None:
    """Each standard's evidence counts the checks of its own profile, passed and failed."""
    failing = vera_result(UA, compliant=False, details=FAILING)
    ua, a = judge(VERAPDF, vera(vera_result(A), failing), 1)
    assert (ua.standard, ua.examined, ua.outcome) == ("PDF/UA-1", 142, Outcome.FAILED)
    assert (a.standard, a.examined, a.outcome) == ("PDF/A-2a", 149, Outcome.PASSED)
    (finding,) = ua.findings
    assert (finding.rule, finding.location.path) == ("verapdf-ua1-7-3-1", "bok.epub")
    assert finding.message.nb.startswith("PDF-en bryter med PDF/UA-1, punkt 7.3, test 1 (2 ste")
    assert finding.hint.en.endswith("First place: root/K[0](SEFigure)")


def test_verapdf_that_checked_nothing_has_not_passed(judge: Judge) -> None:
    """A profile of which no check applied is not applicable."""
    nothing = {"passedChecks": 0}
    ua, a = judge(VERAPDF, vera(vera_result(UA, details=nothing), vera_result(A)))
    assert (ua.outcome, a.outcome) == (Outcome.INAPPLICABLE, Outcome.PASSED)


def test_what_a_pdf_does_not_claim_has_failed(judge: Judge) -> None:
    """A standard that the PDF should keep and veraPDF did not look for is a failure of the PDF."""
    ua, a = judge(VERAPDF, vera(vera_result(A), vera_result("PDF/A-1B")))
    assert (ua.outcome, a.outcome) == (Outcome.FAILED, Outcome.PASSED)
    assert [finding.rule for finding in ua.findings] == ["verapdf-ua1-claimed"]
    assert ua.examined == 0


@pytest.mark.parametrize(
    "report",
    [
        pytest.param("", id="nothing"),
        pytest.param("veraPDF 1.28.2\nUsage: veraPDF [options] FILES", id="prose"),
        pytest.param({"report": {"jobs": []}}, id="no version"),
        pytest.param(vera(vera_result(UA), itemDetails={"name": "/another.pdf"}), id="another PDF"),
        pytest.param(several(), id="no PDF at all"),
        pytest.param(several(vera(vera_result(UA)), vera(vera_result(A))), id="a PDF twice"),
        pytest.param(vera(vera_result(UA, compliant=False), vera_result(A)), id="no reason"),
        pytest.param(
            vera(vera_result(UA, details=FAILING), vera_result(A)), id="compliant and failed"
        ),
        pytest.param(
            vera(vera_result(UA, jobEndStatus="cancelled"), vera_result(A)), id="cancelled"
        ),
        pytest.param(
            vera(taskException={"type": "VALIDATE", "exceptionMessage": "Java heap space"}),
            id="out of memory",
        ),
    ],
)
def test_verapdf_without_an_answer_has_broken(judge: Judge, report: object) -> None:
    """A report that is cut off, contradicts itself or stops early stops the check."""
    with pytest.raises(PipelineError, match="veraPDF stopped before the check was done"):
        judge(VERAPDF, report)
