"""How Nu's report becomes evidence, and what is never taken for a pass.

The reports here are the checker's own, cut down to what a test is about.
"""

from typing import Any

import pytest

from bindery.checkers import nu
from bindery.tools.run import Finished
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Outcome
from tests.checkers.conftest import Json, Judge


def nu_message(**changed: Any) -> Json:
    """Something Nu says of a page."""
    place = {"lastLine": 7, "lastColumn": 40, "extract": "<p align=left>"}
    return {"type": "error", "message": "Unclosed element “div”.", **place, **changed}


def test_nu_names_the_line(judge: Judge) -> None:
    """The same fault in two places is one finding, at the first of them."""
    same = [nu_message(lastLine=7), nu_message(lastLine=9)]
    (evidence,) = judge(nu.NU, {"version": "26.9.27 (c6ba02c)", "messages": same}, 1)
    assert (evidence.version, evidence.outcome) == ("26.9.27", Outcome.FAILED)
    (finding,) = evidence.findings
    assert str(finding.location) == "bok.epub:7:40"
    assert finding.message.nb == "Nu sier (2 steder): Unclosed element “div”."


@pytest.mark.parametrize(
    ("changed", "rule", "outcome"),
    [
        ({}, "nu-error", Outcome.FAILED),
        ({"type": "info", "subType": "warning"}, "nu-warning", Outcome.FAILED),
        ({"type": "info"}, "nu-info", Outcome.PASSED),
    ],
)
def test_nu_fails_errors_and_warnings(
    judge: Judge, changed: Json, rule: str, outcome: Outcome
) -> None:
    """Errors and warnings fail the page. Information does not."""
    (evidence,) = judge(nu.NU, {"version": "26", "messages": [nu_message(**changed)]}, 0)
    assert ([finding.rule for finding in evidence.findings], evidence.outcome) == ([rule], outcome)


@pytest.mark.parametrize(
    "report",
    [
        pytest.param("", id="nothing"),
        pytest.param("StackOverflowError while evaluating HTML schema.", id="prose"),
        pytest.param(
            {"version": "26", "messages": [nu_message(type="non-document-error")]}, id="unread"
        ),
    ],
)
def test_nu_without_an_answer_has_broken(judge: Judge, report: object) -> None:
    """What is not a report of the page stops the check."""
    with pytest.raises(PipelineError, match="Nu broke down"):
        judge(nu.NU, report)


def test_nu_must_name_the_page_it_read(output: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report without faults, of a page that Nu does not say it read, stops the check."""
    clean = Finished(0, "another.html\n", '{"version": "26", "messages": []}')
    monkeypatch.setattr(nu, "run_java", lambda *_, **__: clean)
    with pytest.raises(PipelineError, match="Nu broke down"):
        nu.NU.check((output,))


@pytest.mark.parametrize(("in_epub", "informs"), [(True, True), (False, False)])
def test_what_is_explained_informs_in_an_e_book_alone(in_epub: bool, informs: bool) -> None:
    """Nu is wrong of names of drawings in XHTML; what it says of a page of HTML stands."""
    said = next(iter(nu.EXPLAINED))
    report = nu.NuReport.model_validate({"version": "26", "messages": [nu_message(message=said)]})
    assert report.messages[0].informs(in_epub=in_epub) is informs
