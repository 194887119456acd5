"""veraPDF: whether the PDF keeps every rule of PDF/UA-1 and PDF/A-2a that a machine can test.

A PDF says in its metadata which standards it keeps, and veraPDF tests all of those in one run. A
standard the PDF should keep and does not claim is tested in a run of its own, and fails there.
"""

from dataclasses import dataclass
from pathlib import Path

from bindery.tools import inventory, locate
from bindery.validators import checker
from bindery.validators.jvm import run_java
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text
from bindery.vocabulary.validator import Subject, Validator

NAME = "veraPDF"
COMMAND_LINE = "org.verapdf.apps.GreenfieldCliWrapper"
CLAIMED = "0"
VALID, INVALID, UNPARSEABLE = 0, 1, 7


@dataclass(frozen=True, slots=True)
class _Standard:
    name: str
    flavour: str
    profile: str


STANDARDS = (
    _Standard("PDF/UA-1", "ua1", "PDF/UA-1 validation profile"),
    _Standard("PDF/A-2a", "2a", "PDF/A-2A validation profile"),
)

BROKEN_RULE = Text(
    nb="PDF-en følger ikke {standard}, punkt {clause}, prøve {test} ({places}): {description}",
    en="The PDF breaks {standard}, clause {clause}, test {test} ({places}): {description}",
)
FIRST_PLACE = Text(
    nb="Skjermlesere og arkiver stoler på at regelen følges. {mend} Første sted: {context}",
    en="Screen readers and archives rely on this rule. {mend} First place: {context}",
)
UNREADABLE = Text(
    nb="PDF-en kan ikke leses: {why}",
    en="The PDF cannot be read: {why}",
)
BUILD_AGAIN = Text(
    nb="Ingen leser får åpnet den. Lag den på nytt med: invoke build",
    en="No reader can open it. Make it again with: invoke build",
)


class _Check(checker.Report):
    context: str


class _RuleSummary(checker.Report):
    clause: str
    test_number: int
    description: str
    failed_checks: int
    checks: tuple[_Check, ...]


class _Details(checker.Report):
    passed_checks: int
    failed_checks: int
    rule_summaries: tuple[_RuleSummary, ...]


class _Result(checker.Report):
    details: _Details
    job_end_status: str
    profile_name: str
    compliant: bool


class _TaskException(checker.Report):
    type: str
    exception_message: str


class _Job(checker.Report):
    validation_result: tuple[_Result, ...] = ()
    task_exception: _TaskException | None = None


class _Release(checker.Report):
    id: str
    version: str


class _BuildInformation(checker.Report):
    release_details: tuple[_Release, ...]


class _Body(checker.Report):
    build_information: _BuildInformation
    jobs: tuple[_Job]

    @property
    def version(self) -> str:
        return next(part.version for part in self.build_information.release_details)


class _VeraReport(checker.Report):
    report: _Body


def _validate(subject: Subject) -> tuple[Evidence, ...]:
    reports = [
        checker.fresh(subject.reports / f"verapdf-{standard.flavour}.json")
        for standard in STANDARDS
    ]
    claimed = _run(subject, CLAIMED, checker.fresh(subject.reports / "verapdf.json"))
    return tuple(
        _evidence(subject, standard, claimed, report)
        for standard, report in zip(STANDARDS, reports, strict=True)
    )


def _run(subject: Subject, flavour: str, report: Path) -> _Body:
    """Test the PDF against ``flavour``, and leave what veraPDF says in ``report``."""
    ended = run_java(
        NAME,
        *("-cp", checker.installed(NAME, NAME, locate.verapdf_jar()), COMMAND_LINE),
        *("--format", "json", "--flavour", flavour, "--nonpdfext", subject.output),
        statuses=frozenset({VALID, INVALID, UNPARSEABLE}),
    )
    report.write_text(ended.stdout, encoding="utf-8")
    return checker.read(NAME, _VeraReport, report).report


def _evidence(subject: Subject, standard: _Standard, claimed: _Body, own_report: Path) -> Evidence:
    body = claimed
    if not (_unreadable(body) or _result(body, standard)):
        body = _run(subject, standard.flavour, own_report)
    unreadable = _unreadable(body)
    if unreadable:
        message = UNREADABLE.filled(why=unreadable.exception_message)
        findings = [_finding(subject, "verapdf-readable", message, BUILD_AGAIN)]
        examined = 0
    else:
        examined, findings = _judge(subject, standard, _result(body, standard))
    return judged(
        checker=NAME,
        version=body.version,
        subject=subject.name,
        standard=standard.name,
        examined=examined,
        unit=checker.CHECKS,
        findings=tuple(findings),
    )


def _result(body: _Body, standard: _Standard) -> _Result | None:
    results = body.jobs[0].validation_result
    return next((result for result in results if result.profile_name == standard.profile), None)


def _unreadable(body: _Body) -> _TaskException | None:
    failure = body.jobs[0].task_exception
    if failure and failure.type != "PARSE":
        raise checker.broken(NAME, failure.exception_message)
    return failure


def _judge(
    subject: Subject, standard: _Standard, result: _Result | None
) -> tuple[int, list[Finding]]:
    """How much was tested, and what failed. An answer that contradicts itself is none."""
    if result is None or result.job_end_status != "normal":
        raise checker.broken(NAME, f"{standard.name}: {result and result.job_end_status}")
    details = result.details
    if result.compliant == bool(details.rule_summaries):
        raise checker.broken(NAME, f"{standard.name}: compliant={result.compliant}")
    findings = [_broken_rule(subject, standard, rule) for rule in details.rule_summaries]
    return details.passed_checks + details.failed_checks, findings


def _broken_rule(subject: Subject, standard: _Standard, rule: _RuleSummary) -> Finding:
    name = f"verapdf-{standard.flavour}-{rule.clause.replace('.', '-')}-{rule.test_number}"
    message = BROKEN_RULE.filled(
        standard=standard.name,
        clause=rule.clause,
        test=rule.test_number,
        places=checker.places(rule.failed_checks),
        description=checker.quoted(rule.description),
    )
    hint = FIRST_PLACE.filled(context=rule.checks[0].context, mend=checker.MEND)
    return _finding(subject, name, message, hint)


def _finding(subject: Subject, rule: str, message: Text, hint: Text) -> Finding:
    return Finding(rule, Severity.ERROR, Location(subject.name), message, hint)


VERAPDF = Validator(
    name=NAME,
    edition="pdf",
    standards=tuple(standard.name for standard in STANDARDS),
    missing=lambda: inventory.missing("Java", NAME),
    validate=_validate,
)
