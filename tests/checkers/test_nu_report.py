"""How Nu's report becomes evidence, and what is never taken for a pass.

The reports here are the checker's own, cut down to what a test is about.
"""

from typing import Any

import pytest

from bindery.checkers import nu
from bindery.checkers.known import verdict
from bindery.tools.run import Finished
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import EPUB
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Outcome
from bindery.vocabulary.findings import Severity
from tests.checkers.conftest import OUTPUT, Json, Judge

WARNING = {"type": "info", "subType": "warning"}


def nu_message(**changed: Any) -> Json:
    """Something Nu says of a page."""
    place = {"url": f"file:{OUTPUT}", "lastLine": 7, "lastColumn": 40, "extract": "<p align=left>"}
    return {"type": "error", "message": "Unclosed element “div”.", **place, **changed}


def test_nu_names_the_line(judge: Judge) -> None:
    """The same fault in two places is one finding, at the first of them; Nu counts from 0."""
    same = [nu_message(lastLine=6), nu_message(lastLine=8)]
    (evidence,) = judge(nu.NU, {"version": "26.9.27 (c6ba02c)", "messages": same}, 1)
    assert (evidence.version, evidence.outcome) == ("26.9.27", Outcome.FAILED)
    (finding,) = evidence.findings
    assert str(finding.location) == "bok.epub:7:40"
    assert (
        finding.message.nb == "Nu har et funn (2 steder). Originalmelding: Unclosed element “div”."
    )


@pytest.mark.parametrize(
    ("changed", "rule", "outcome"),
    [
        ({}, "nu-error", Outcome.FAILED),
        (WARNING | {"message": "Empty heading."}, "nu-warning", Outcome.FAILED),
        (WARNING, "nu-warning", Outcome.CANNOT_TELL),
        ({"type": "info"}, "nu-info", Outcome.PASSED),
    ],
)
def test_nu_fails_errors_and_warnings_that_are_true(
    judge: Judge, changed: Json, rule: str, outcome: Outcome
) -> None:
    """Errors fail the page, and warnings that are known to be true. Nothing else does."""
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
        pytest.param(
            {"version": "26", "messages": [nu_message(url="file:/another.html")]}, id="another"
        ),
    ],
)
def test_nu_without_an_answer_has_broken(judge: Judge, report: object) -> None:
    """What is not a report of the page stops the check."""
    with pytest.raises(PipelineError, match="Nu stopped before the check was done"):
        judge(nu.NU, report)


def test_nu_must_name_the_page_it_read(output: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report without faults, of a page that Nu does not say it read, stops the check."""
    clean = Finished(0, "another.html\n", '{"version": "26", "messages": []}')
    monkeypatch.setattr(nu, "run_java", lambda *_, **__: clean)
    with pytest.raises(PipelineError, match="Nu stopped before the check was done"):
        nu.NU.check((output,))


BLOCKED = (
    "Resource violates Content Security Policy (meta tag): image “data:image/png;base64,iVBOR...” "
    "blocked by “img-src” directive."
)
GUESSED = "This document appears to be written in English but the “html” start tag has “lang=se”."
NAMED = "Attribute “aria-label” not allowed on element “svg” at this point."


@pytest.mark.parametrize(
    ("changed", "media_type", "severity"),
    [
        (WARNING | {"message": BLOCKED}, "text/html", Severity.INFO),
        (
            WARNING | {"message": BLOCKED.replace("data:", "http:")},
            "",
            Severity.WARNING,
        ),
        (WARNING | {"message": GUESSED}, "text/html", Severity.INFO),
        ({"message": NAMED}, EPUB.media_type, Severity.INFO),
        ({"message": NAMED}, "text/html", Severity.ERROR),
        (WARNING | {"message": "Something new."}, "text/html", Severity.WARNING),
    ],
)
def test_what_is_false_informs_and_what_is_new_warns(
    changed: Json, media_type: str, severity: Severity
) -> None:
    """A false alarm says why it is one; what nobody has judged is seen, and stops nothing."""
    report = nu.NuReport.model_validate({"version": "26", "messages": [nu_message(**changed)]})
    (message,) = report.messages
    counts = verdict("Nu", message.message, message.severity, media_type=media_type)
    assert counts.severity is severity
    assert (counts.why.nb == "") is (severity is Severity.ERROR)


def test_what_is_quoted_is_short(judge: Judge) -> None:
    """An image inside a page is thousands of letters, of which nobody can read one."""
    said = nu_message(extract=f'<img src="data:image/png;base64,{"A" * 2600}">')
    (evidence,) = judge(nu.NU, {"version": "26", "messages": [said]}, 1)
    assert len(evidence.findings[0].hint.nb) < 400
