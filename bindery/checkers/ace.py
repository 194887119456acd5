"""Ace by DAISY: whether the EPUB's documents and metadata are free of accessibility barriers.

Ace counts a document as passed until something fails in it, even if it never opened it. Here
every document of the spine must be among those in its report.
"""

import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Literal

from pydantic import Field

from bindery.checkers import axe_words, running
from bindery.checkers.browser_pages import content_documents
from bindery.finished.documents import UnreadableError
from bindery.finished.opened import opened_package
from bindery.tools import inventory, locate
from bindery.tools.afterwards import scratch
from bindery.vocabulary.checker import Checker, Subject, one_by_one
from bindery.vocabulary.editions import EPUB_ACCESSIBILITY
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, any_errors
from bindery.vocabulary.text import verbatim

NAME = "Ace"
PASS, FAIL = 0, 2

BROWSER_PATIENCE = "60000"
"""How many milliseconds Ace waits for Chromium. Its own 5000 are too few on a busy machine."""


class _Pointer(running.Report):
    css: tuple[object, ...] = ()


class _Result(running.Report):
    outcome: Literal["pass", "fail"] = Field(alias="earl:outcome")
    description: str = Field("", alias="dct:description")
    pointer: _Pointer = Field(_Pointer(), alias="earl:pointer")
    html: str = ""


class _Help(running.Report):
    demand: str = Field(alias="dct:description")


class _Test(running.Report):
    rule: str = Field(alias="dct:title")
    impact: str = Field(alias="earl:impact")
    description: str = Field("", alias="dct:description")
    help: _Help


class _Assertion(running.Report):
    result: _Result = Field(alias="earl:result")
    test: _Test = Field(alias="earl:test")

    @property
    def rule(self) -> str:
        return self.test.rule


class _TestSubject(running.Report):
    url: str


class _Document(running.Report):
    subject: _TestSubject = Field(alias="earl:testSubject")
    assertions: tuple[_Assertion, ...]


class _Release(running.Report):
    revision: str = Field(alias="doap:revision")


class _Assertor(running.Report):
    release: _Release = Field(alias="doap:release")


class _AceReport(running.Report):
    assertor: _Assertor = Field(alias="earl:assertedBy")
    result: _Result = Field(alias="earl:result")
    documents: tuple[_Document, ...] = Field(alias="assertions")


def _documents_of(subject: Subject) -> set[str]:
    try:
        return set(content_documents(opened_package(subject.output)))
    except UnreadableError as error:
        raise running.broken(NAME, error) from error


def _check(subject: Subject) -> tuple[Evidence, ...]:
    folder = running.fresh(subject.reports / "ace")
    status = _run(subject, folder)
    report = running.read(NAME, _AceReport, folder / "report.json")
    named = {document.subject.url for document in report.documents}
    expected = _documents_of(subject)
    if not expected <= named:
        raise running.broken(NAME, ", ".join(sorted(expected - named)))
    findings = tuple(_findings(subject, report))
    verdicts = {status == FAIL, report.result.outcome == "fail", any_errors(findings)}
    if len(verdicts) > 1:
        raise running.broken(NAME, f"exit status {status}, and {len(findings)} findings")
    return (
        judged(
            checker=NAME,
            version=report.assertor.release.revision,
            subject=subject.name,
            standard=EPUB_ACCESSIBILITY,
            examined=len(expected),
            unit=running.DOCUMENTS,
            findings=findings,
        ),
    )


def _run(subject: Subject, folder: Path) -> int:
    """Write Ace's report to ``folder``, return its exit status, and leave the user's home alone."""
    node = running.installed(NAME, "Node.js", locate.node())
    script = running.installed(NAME, NAME, locate.ace_script())
    chromium = running.installed(NAME, "Chromium", locate.chromium())
    with scratch() as home:
        ended = running.started(
            NAME,
            [
                *(node, script, "--exiterror2", "--force"),
                *("--tempdir", f"{home}/unpacked", "--outdir", folder, subject.output),
            ],
            statuses=frozenset({PASS, FAIL}),
            env=_environment(home, chromium),
        )
    return ended.status


def _environment(home: Path, chromium: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return kept | {
        "HOME": str(home),
        "PUPPETEER_EXECUTABLE_PATH": str(chromium),
        "ACE_TIMEOUT_INITIAL": BROWSER_PATIENCE,
    }


def _findings(subject: Subject, report: _AceReport) -> Iterator[Finding]:
    """Yield one finding for each rule that fails in a document, at the first place it fails."""
    for document in report.documents:
        failed = sorted(document.assertions, key=lambda assertion: assertion.rule)
        for rule, group in groupby(failed, key=lambda assertion: assertion.rule):
            same = tuple(group)
            test, result = same[0].test, same[0].result
            where = ", ".join(map(str, result.pointer.css)) or test.description
            yield axe_words.breach(
                subject,
                checker_name=NAME,
                rule=rule,
                english=test.help.demand,
                impact=test.impact,
                count=len(same),
                place=verbatim(f"{document.subject.url.lstrip('/')}, {where}"),
                summary=result.description,
            )


ACE = Checker(
    name=NAME,
    standards=(EPUB_ACCESSIBILITY,),
    missing=lambda: inventory.missing("Node.js", NAME, "Chromium"),
    check=one_by_one(_check),
)
