"""Known faults stop nobody until their day has come; new ones do, and nothing is claimed."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bindery.claims.conformance import evaluation_of
from bindery.document.draft import label_of
from bindery.manuscript.judgements import read_judgements
from bindery.pipeline.judgements_written import append
from bindery.pipeline.known_faults import DRAFTING, HAS_ENDED, IS_THERE, accepted, faults_in, key_of
from bindery.reports.for_tools import write_junit, write_sarif
from bindery.reports.terminal import evidence_lines, verdict_line
from bindery.reports.wcag import Verdict, judge
from bindery.vocabulary.evidence import Evidence, Outcome, untested
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.judgements import Judgements, KnownFault
from tests.claims.test_standing import all_met, claim, with_judgements
from tests.reports.finished import Finish, finished, found, passed
from tests.reports.test_shown_criteria import of_rule
from tests.shelf import document_of, write_book

TODAY = date(2026, 12, 1)
FAULT = found("image-has-alt-text")
EVIDENCE = passed(findings=[FAULT])


def known(finding: Finding = FAULT, until: date = date(2027, 2, 1), count: int = 1) -> KnownFault:
    """Somebody has accepted the finding."""
    rule, path, message = key_of(finding)
    day = date(2026, 11, 20)
    return KnownFault(rule, path, message, "NN", day, "Fotografen leverer teksten.", until, count)


def errors_in(evidence: tuple[Evidence, ...]) -> list[Finding]:
    """The findings that fail a check."""
    found_ = (finding for one in evidence for finding in one.findings)
    return [one for one in found_ if one.severity is Severity.ERROR]


def test_a_known_fault_does_not_fail_and_is_no_pass() -> None:
    """It is moved with its reason, wherever its line is now; its check has failed still."""
    moved = replace(FAULT, location=Location(FAULT.location.path, 99))
    for finding in (FAULT, moved):
        evidence, told = accepted((of_rule("manuscript", "a-rule", finding),), [known()], TODAY)
        assert errors_in(evidence) == []
        assert told == ()
        (one,) = evidence
        assert one.outcome is Outcome.FAILED
        (aside,) = one.exempted
        assert aside.known
        assert aside.reason.en == (
            "Known fault. Accepted by NN on 20 November 2026, until 1 February 2027:"
            " Fotografen leverer teksten."
        )


@pytest.mark.parametrize(
    "other",
    [
        replace(FAULT, rule="another-rule"),
        replace(FAULT, location=Location("manuscript/chapters/02.md", 7)),
        found("image-has-alt-text", Severity.WARNING),
    ],
)
def test_another_fault_is_new(other: Finding) -> None:
    """One of another rule or file fails, and so does a second of the same kind."""
    evidence, _ = accepted((of_rule("manuscript", "a-rule", other),), [known()], TODAY)
    assert evidence[0].findings == (other,)
    second = replace(FAULT, location=Location(FAULT.location.path, 99))
    evidence, _ = accepted((of_rule("manuscript", "a-rule", FAULT, second),), [known()], TODAY)
    assert errors_in(evidence) == [second]
    evidence, _ = accepted(
        (of_rule("manuscript", "a-rule", FAULT, second),), [known(count=2)], TODAY
    )
    assert errors_in(evidence) == []


def test_when_its_day_has_come_it_fails_again() -> None:
    """The error is back the day after, and it is said that it should have been fixed."""
    ends = known(until=TODAY)
    evidence = (of_rule("manuscript", "a-rule", FAULT),)
    assert errors_in(accepted(evidence, [ends], TODAY)[0]) == []
    after, told = accepted(evidence, [ends], date(2026, 12, 2))
    assert errors_in(after) == [FAULT]
    assert [one.rule for one in told] == [HAS_ENDED]


def test_a_fault_that_is_fixed_is_told_of() -> None:
    """An entry that is left would hide the next; what was not checked is not known to be gone."""
    nothing = of_rule("manuscript", "a-rule")
    assert [one.rule for one in accepted((nothing,), [known()], TODAY)[1]] == [IS_THERE]
    silent = untested(checker="x", subject="y", standard="z")
    assert accepted((nothing, silent), [known()], TODAY)[1] == ()


def test_what_makes_a_draft_cannot_be_accepted() -> None:
    """The editions would show something else than is meant."""
    drafting = found(min(DRAFTING))
    evidence, _ = accepted((of_rule("manuscript", "x", drafting),), [known(drafting)], TODAY)
    assert errors_in(evidence) == [drafting]
    assert [*faults_in([drafting, FAULT], ())] == [(key_of(FAULT), 1)]
    assert [*faults_in([FAULT], ("another-rule",))] == []


def test_a_publication_with_known_faults_claims_nothing(tmp_path: Path) -> None:
    """Neither the e-book nor the PDF, whatever somebody has found before."""
    document = document_of(tmp_path, "# A\n")
    sound = with_judgements(document, all_met(document), claim())
    assert evaluation_of(sound) is not None
    assert label_of(sound) == ""
    judgements = replace(sound.publication.judgements, known_fault=(known(),))
    faulty = replace(sound, publication=replace(sound.publication, judgements=judgements))
    assert evaluation_of(faulty) is None
    assert label_of(faulty) == "Kjente feil"


def test_its_criterion_is_not_met(tmp_path: Path) -> None:
    """The statement must name the breach, though it was accepted."""
    document, files = finished(tmp_path, Finish())
    evidence, _ = accepted(EVIDENCE, [known()], TODAY)
    verdicts = {
        one.criterion.number: one for one in judge(document, files=files, evidence=evidence)
    }
    assert verdicts["1.1.1"].verdict is Verdict.NOT_MET
    assert verdicts["1.1.1"].findings == (FAULT,)


def test_tools_are_told_that_it_is_suppressed(tmp_path: Path) -> None:
    """SARIF has it with the reason, and in JUnit it is skipped, not failed."""
    evidence, _ = accepted((of_rule("manuscript", FAULT.rule, FAULT),), [known()], TODAY)
    write_sarif(tmp_path / "a", findings=(), evidence=evidence, language="en", below="")
    (result,) = json.loads((tmp_path / "a").read_text())["runs"][0]["results"]
    (aside,) = result["suppressions"]
    assert aside["kind"] == "external"
    assert "Accepted by NN" in aside["justification"]
    write_junit(tmp_path / "b", findings=(), evidence=evidence, language="en")
    report = (tmp_path / "b").read_text()
    assert 'skipped="1"' in report
    assert "<failure" not in report


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """With name, date, reason and end; one that ends before it begins is refused."""
    book = write_book(tmp_path, "# A\n")
    append(book, faults=[known()])
    judgements, findings = read_judgements(book)
    assert findings == ()
    assert judgements == Judgements(known_fault=(known(),))
    path = book / "manuscript/judgements.toml"
    path.write_text(path.read_text().replace("until = 2027-02-01", "until = 2020-02-01"))
    (finding,) = read_judgements(book)[1]
    assert "end after it was accepted" in finding.message.en


def test_the_terminal_counts_known_faults_apart() -> None:
    """They are no errors that fail, and no exceptions."""
    evidence, _ = accepted((of_rule("manuscript", FAULT.rule, FAULT),), [known()], TODAY)
    assert verdict_line((), evidence, "", "en") == (
        "Known faults: 1. Errors: 0. Warnings: 0. Not run: 0."
    )
    (line,) = evidence_lines(evidence, "en")
    assert "known faults: 1" in line
    assert "exception" not in line
