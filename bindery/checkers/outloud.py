"""outloud: what a screen reader misses in a PDF's tags where veraPDF finds no error.

It looks for cells without a header, alternative texts without words, and text that is drawn but
never announced.
"""

import sys
from dataclasses import replace
from typing import Literal

from bindery.checkers import running
from bindery.checkers.known import verdict
from bindery.tools import inventory
from bindery.vocabulary.checker import Checker, Subject, one_by_one
from bindery.vocabulary.editions import MATTERHORN
from bindery.vocabulary.evidence import Evidence, Outcome, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

NAME = "outloud"
"""Its rules are about PDF/UA-1 and the structure of PDF 1.7, so PDF 2.0 is not checked by it."""

SOUND, FAULTY = 0, 1

NOT_ASKED = (
    # Mistakes a table with a header in each row and few columns for a broken one.
    "TBL-010",
    # Mistakes "Chapter 1", "Chapter 2" above the titles for a running head that is read aloud.
    "PAG-001",
    # Requires painting in reading order. Notes and floats are read where they belong.
    "ORD-001",
)
"""Rules that guess wrong about every book, where the read-back is certain."""

OF_CLAIMS = ("DOC-012",)
"""Rules on what a PDF claims. A draft claims nothing, and so has not kept the protocol either."""

SEVERITIES = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "info": Severity.INFO,
}

SAID = Text(
    nb="outloud har et funn ({places}). Originalmelding: {message}",
    en="outloud reports ({places}): {message}",
)
ON_PAGE = Text(nb="side {page}", en="page {page}")
IN_THE_WHOLE = Text(nb="hele PDF-en", en="the whole PDF")
HINT = Text(
    nb="Skjermleserbrukere kan gå glipp av noe her. {mend} Første sted: {page} {evidence}",
    en="Screen reader users may miss something here. {mend} First place: {page} {evidence}",
)
INFORM = Text(nb="{why} Første sted: {page} {evidence}", en="{why} First place: {page} {evidence}")


class _Found(running.Report):
    rule: str
    severity: Literal["error", "warning", "info"]
    message: str
    page: int | None = None
    evidence: str = ""
    count: int


class _Run(running.Report):
    rule: str
    status: Literal["ran", "not-applicable", "not-implemented", "skipped"]


class _Result(running.Report):
    error: str | None
    findings: tuple[_Found, ...]
    rules: tuple[_Run, ...]


class _Tool(running.Report):
    version: str


class _OutloudReport(running.Report):
    tool: _Tool
    results: tuple[_Result]


def _check(subject: Subject) -> tuple[Evidence, ...]:
    path = running.fresh(subject.reports / f"outloud-{subject.edition.name}.json")
    running.started(
        NAME,
        [
            *(sys.executable, "-m", "outloud.cli", "--quiet", "--json", path),
            *(
                "--skip",
                ",".join((*NOT_ASKED, *(OF_CLAIMS if subject.claims_nothing else ()))),
                "--",
                subject.output,
            ),
        ],
        statuses=frozenset({SOUND, FAULTY}),
    )
    report = running.read(NAME, _OutloudReport, path)
    (result,) = report.results
    if result.error:
        raise running.broken(NAME, result.error)
    evidence = judged(
        checker=NAME,
        version=report.tool.version,
        subject=subject.name,
        standard=MATTERHORN,
        examined=sum(run.status == "ran" for run in result.rules),
        unit=running.CHECKS,
        findings=tuple(_finding(subject, found) for found in result.findings),
    )
    if subject.claims_nothing and evidence.outcome is Outcome.PASSED:
        evidence = replace(evidence, outcome=Outcome.CANNOT_TELL)
    return (evidence,)


def _finding(subject: Subject, found: _Found) -> Finding:
    counts = verdict(NAME, found.rule, SEVERITIES[found.severity])
    return Finding(
        rule=f"outloud-{found.rule.lower()}",
        severity=counts.severity,
        location=Location(subject.name),
        message=SAID.filled(
            places=running.places(found.count), message=running.quoted(found.message)
        ),
        hint=(INFORM if counts.why.en else HINT).filled(
            mend=running.MEND,
            why=counts.why,
            page=ON_PAGE.filled(page=found.page) if found.page else IN_THE_WHOLE,
            evidence=running.quoted(found.evidence),
        ),
    )


OUTLOUD = Checker(
    name=NAME,
    standards=(MATTERHORN,),
    missing=lambda: inventory.missing(NAME),
    check=one_by_one(_check),
)
