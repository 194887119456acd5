"""Checks as a JUnit report: a suite for each subject, a case for each check or rule.

Only what has been shown passes. A check that found an error fails; one that was not run is an
error, so that no program counts it as passed; one that had nothing to examine, or needs manual
checking, is skipped.
"""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from bindery.reports import words
from bindery.reports.terminal import lines
from bindery.tools.writing import write_whole
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Finding, Severity, any_errors
from bindery.vocabulary.text import Text

NOT_IN_XML = re.compile("[^\\t\\n\\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

BUILD = Text(nb="Bygging", en="Build")
"""The suite of findings that are not of a check."""


def write_junit(
    path: Path, *, findings: Sequence[Finding], evidence: Sequence[Evidence], language: str
) -> None:
    """Write the report to ``path``; ``findings`` are all there are, in ``evidence`` or not."""
    report = JUnitXml("bindery")
    told = {finding for one in evidence for finding in one.findings}
    if others := [one for one in findings if one not in told]:
        report.add_testsuite(_of_build(others, language))
    ordered = sorted(evidence, key=lambda one: (one.subject, one.standard, one.checker, one.rule))
    for subject, about in groupby(ordered, key=lambda one: one.subject):
        suite = TestSuite(subject)
        suite.add_testcases([_case(one, language) for one in about])
        report.add_testsuite(suite)
    written = BytesIO()
    report.write(written)
    write_whole(path, written.getvalue().decode())


def _case(one: Evidence, language: str) -> TestCase:
    standard = f"{one.standard} ({words.assertor(one)})"
    case = TestCase(one.rule or standard, classname=f"{one.subject}: {standard}")
    said = words.OUTCOMES[one.outcome].said_in(language)
    if one.outcome is Outcome.FAILED and not any_errors(one.findings):
        case.result = [Skipped(_reasons(one, language), "known")]
    elif one.outcome is Outcome.FAILED:
        case.result = [_failure(one.findings, language)]
    elif one.outcome is Outcome.UNTESTED:
        case.result = [Error(words.extent(one).said_in(language), "untested")]
    elif one.outcome is not Outcome.PASSED:
        case.result = [Skipped(said, one.outcome.value)]
    if softer := [each for each in one.findings if each.severity is not Severity.ERROR]:
        case.system_out = _told(softer, language)
    return case


def _reasons(one: Evidence, language: str) -> str:
    """Return why the errors of a check do not fail it: somebody has accepted them for a time."""
    reasons = dict.fromkeys(each.reason.said_in(language) for each in one.exempted if each.known)
    return _plain(" ".join(reasons))


def _of_build(findings: Sequence[Finding], language: str) -> TestSuite:
    suite = TestSuite(BUILD.said_in(language))
    by_rule = sorted(findings, key=lambda one: one.rule)
    for rule, several in groupby(by_rule, key=lambda one: one.rule):
        same = tuple(several)
        case = TestCase(rule, classname=BUILD.said_in(language))
        if any_errors(same):
            case.result = [_failure(same, language)]
        else:
            case.system_out = _told(same, language)
        suite.add_testcase(case)
    return suite


def _failure(findings: Iterable[Finding], language: str) -> Failure:
    errors = [one for one in findings if one.severity is Severity.ERROR]
    failure = Failure(_plain(errors[0].message.said_in(language)), errors[0].rule)
    failure.text = _told(errors, language)
    return failure


def _told(findings: Iterable[Finding], language: str) -> str:
    return _plain("\n".join(lines(findings, language)))


def _plain(text: str) -> str:
    """Replace what XML does not allow in ``text``: a finding may quote a control character."""
    return NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
