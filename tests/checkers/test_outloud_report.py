"""How outloud's report becomes evidence, and what is never taken for a pass.

The reports here are the checker's own, cut down to what a test is about.
"""

from typing import Any

import pytest

from bindery.checkers.outloud import OUTLOUD
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Outcome
from tests.checkers.conftest import Json, Judge

NO_HEADERS = {
    "rule": "TBL-001",
    "severity": "error",
    "message": "a table of 2 row(s) and 4 cell(s) has no header cell",
    "page": 3,
    "count": 2,
}


def report(*findings: Json, statuses: tuple[str, ...] = ("ran",), **changed: Any) -> Json:
    """A report of outloud on one PDF."""
    runs = [{"rule": f"TBL-{number:03}", "status": one} for number, one in enumerate(statuses)]
    result = {"error": None, "findings": list(findings), "rules": runs, **changed}
    return {"tool": {"name": "outloud", "version": "0.2.1"}, "results": [result]}


def test_outloud_counts_what_it_ran(judge: Judge) -> None:
    """Rules that do not apply and rules nobody has written yet are not counted."""
    (evidence,) = judge(OUTLOUD, report(statuses=("ran", "ran", "not-applicable", "skipped")))
    assert (evidence.outcome, evidence.examined, evidence.version) == (Outcome.PASSED, 2, "0.2.1")


def test_outloud_that_ran_nothing_has_not_passed(judge: Judge) -> None:
    """A PDF that no rule applied to is not applicable."""
    (evidence,) = judge(OUTLOUD, report(statuses=("not-applicable",)))
    assert evidence.outcome is Outcome.INAPPLICABLE


def test_a_fault_is_told_with_its_page(judge: Judge) -> None:
    """One finding says what was heard, where first, and in how many places."""
    (evidence,) = judge(OUTLOUD, report(NO_HEADERS), 1)
    assert evidence.outcome is Outcome.FAILED
    (finding,) = evidence.findings
    assert finding.rule == "outloud-tbl-001"
    assert finding.message.nb.startswith(
        "outloud har et funn (2 steder). Originalmelding: a table of 2 row(s)"
    )
    assert "Første sted: side 3" in finding.hint.nb


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("", id="nothing"),
        pytest.param({"tool": {"version": "1"}, "results": []}, id="no PDF"),
        pytest.param(report(error="PdfError: no trailer"), id="unreadable"),
        pytest.param(report(statuses=("ran", "crashed")), id="a rule crashed"),
        pytest.param(report({**NO_HEADERS, "severity": "fatal"}), id="unknown severity"),
    ],
)
def test_outloud_without_an_answer_has_broken(judge: Judge, said: object) -> None:
    """A report that is cut off, or of a rule that crashed, stops the check."""
    with pytest.raises(PipelineError, match="outloud stopped before the check was done"):
        judge(OUTLOUD, said)
