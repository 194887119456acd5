"""veraPDF: whether the PDFs follow every rule of their standards that a machine can test.

A PDF's metadata says which standards it follows, and veraPDF tests all of those. One run checks
every PDF of the book. A standard that a PDF should follow but does not claim has failed, unless
the PDF is a draft, which claims none.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bindery.checkers import running
from bindery.checkers.running import run_java
from bindery.tools import inventory, locate
from bindery.tools.installation import COMMAND
from bindery.tools.makers import report_it
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import PDF_A_2A, PDF_A_4, PDF_UA_1, PDF_UA_2, WTPDF
from bindery.vocabulary.evidence import Evidence, Outcome, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

NAME = "veraPDF"
COMMAND_LINE = "org.verapdf.apps.GreenfieldCliWrapper"
ALL_CLAIMED = "0"
OF_CLAIMS = ("identification", "Identification", "declaration")
"""Words of rules on what a PDF claims, in veraPDF's descriptions."""

VALID, INVALID, UNPARSEABLE = 0, 1, 7


@dataclass(frozen=True, slots=True)
class _Standard:
    """``with_files`` is the profile of a PDF that has files in it, where that is another one."""

    name: str
    flavour: str
    profile: str
    with_files: str = ""


STANDARDS = (
    _Standard(PDF_UA_1, "ua1", "PDF/UA-1 validation profile"),
    _Standard(PDF_A_2A, "2a", "PDF/A-2A validation profile"),
    _Standard(PDF_UA_2, "ua2", "PDF/UA-2 + Tagged PDF validation profile"),
    _Standard(PDF_A_4, "4", "PDF/A-4 validation profile", with_files="PDF/A-4F validation profile"),
    _Standard(WTPDF, "wt1a", "WTPDF 1.0 Accessibility validation profile"),
)

BROKEN_RULE = Text(
    nb="PDF-en bryter med {standard}, punkt {clause}, test {test} ({places}). Originalmelding:"
    " {description}",
    en="The PDF breaks {standard}, clause {clause}, test {test} ({places}): {description}",
)
FIRST_PLACE = Text(
    nb="Skjermlesere og arkiver stoler på at regelen følges. {mend} Første sted: {context}",
    en="Screen readers and archives rely on this rule. {mend} First place: {context}",
)
NOT_CLAIMED = Text(
    nb="I PDF-en står det ikke at den følger {standard}, så det er ikke kontrollert.",
    en="The PDF does not claim to conform to {standard}, so that has not been checked.",
)
CLAIM = Text(
    nb=f"Arkiver og hjelpemidler ser etter det. Lag den på nytt med: {COMMAND} build. Hvis det ikke"
    " hjelper, er feilen i bindery. {report}",
    en=f"Archives and assistive technology look for it. Make it again with: {COMMAND} build. If"
    " that does not help, the fault is in bindery. {report}",
).filled(report=report_it())
OF_DRAFT = Text(
    nb="PDF-en er et utkast med feil, og oppgir ikke at den følger {standard}. Det er ikke"
    " kontrollert.",
    en="The PDF is a draft with errors, and does not claim to conform to {standard}. That has not"
    " been checked.",
)
FIX_FIRST = Text(
    nb="Rett feilene i manuset. Da blir det kontrollert.",
    en="Fix the errors in the manuscript. Then it is checked.",
)
UNREADABLE = Text(
    nb="PDF-en kan ikke leses: {why}",
    en="The PDF cannot be read: {why}",
)
BUILD_AGAIN = Text(
    nb=f"Leserne får ikke åpnet den. Lag den på nytt med: {COMMAND} build",
    en=f"Readers cannot open it. Make it again with: {COMMAND} build",
)


class _Check(running.Report):
    context: str


class _RuleSummary(running.Report):
    clause: str
    test_number: int
    description: str
    failed_checks: int
    checks: tuple[_Check, ...]


class _Details(running.Report):
    passed_checks: int
    failed_checks: int
    rule_summaries: tuple[_RuleSummary, ...]


class _Result(running.Report):
    details: _Details
    job_end_status: str
    profile_name: str
    compliant: bool


class _TaskException(running.Report):
    type: str
    exception_message: str


class _Item(running.Report):
    name: str


class _Job(running.Report):
    item_details: _Item
    validation_result: tuple[_Result, ...] = ()
    task_exception: _TaskException | None = None


class _Release(running.Report):
    id: str
    version: str


class _BuildInformation(running.Report):
    release_details: tuple[_Release, ...]


class _Body(running.Report):
    build_information: _BuildInformation
    jobs: tuple[_Job, ...]

    @property
    def version(self) -> str:
        return next(part.version for part in self.build_information.release_details)


class _VeraReport(running.Report):
    report: _Body


def _check(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
    claiming = tuple(subject for subject in subjects if not subject.with_faults)
    others = tuple(subject for subject in subjects if subject.with_faults)
    found = _tested(claiming, ALL_CLAIMED) if claiming else ()
    # What claims nothing is tested against one standard at a time.
    for standard in STANDARDS:
        those = tuple(one for one in others if standard.name in one.edition.standards)
        if those:
            found = (*found, *_tested(those, standard.flavour, only=standard))
    return found


def _tested(
    subjects: tuple[Subject, ...], flavour: str, only: _Standard | None = None
) -> tuple[Evidence, ...]:
    """Return the evidence of ``subjects``, of all their standards or of one ``only``."""
    body = _run(subjects, flavour)
    jobs = {job.item_details.name: job for job in body.jobs}
    if len(jobs) < len(body.jobs) or set(jobs) != {_path(subject) for subject in subjects}:
        raise running.broken(NAME, ", ".join(job.item_details.name for job in body.jobs))
    return tuple(
        evidence
        for subject in subjects
        for evidence in _evidence(subject, jobs[_path(subject)], body.version)
        if only is None or evidence.standard == only.name
    )


def _path(subject: Subject) -> str:
    """Return the output's path as veraPDF writes it."""
    return str(subject.output.absolute())


def _run(subjects: tuple[Subject, ...], flavour: str) -> _Body:
    """Test each PDF against ``flavour``, or all it claims; the report is ``verapdf.json``."""
    report = running.fresh(subjects[0].reports / "verapdf.json")
    ended = run_java(
        NAME,
        *("-cp", running.installed(NAME, NAME, locate.verapdf_jar()), COMMAND_LINE),
        *("--format", "json", "--flavour", flavour, "--nonpdfext"),
        *map(_path, subjects),
        statuses=frozenset({VALID, INVALID, UNPARSEABLE}),
    )
    report.write_text(ended.stdout, encoding="utf-8")
    return running.read(NAME, _VeraReport, report).report


def _evidence(subject: Subject, job: _Job, version: str) -> Iterator[Evidence]:
    """Yield what was found in one PDF, for each standard it should follow."""
    results = {result.profile_name: result for result in job.validation_result}
    unreadable = _unreadable(job)
    for standard in STANDARDS:
        if standard.name not in subject.edition.standards:
            continue
        examined = 0
        if unreadable:
            message = UNREADABLE.filled(why=unreadable.exception_message)
            findings = [_finding(subject, "verapdf-readable", message, BUILD_AGAIN)]
        elif result := results.get(standard.profile) or results.get(standard.with_files):
            examined, findings = _judge(subject, standard, result)
        elif subject.draft:
            message = OF_DRAFT.filled(standard=standard.name)
            place = Location(subject.name)
            findings = [Finding("verapdf-draft", Severity.INFO, place, message, FIX_FIRST)]
        else:
            message = NOT_CLAIMED.filled(standard=standard.name)
            rule = f"verapdf-{standard.flavour}-claimed"
            findings = [_finding(subject, rule, message, CLAIM)]
        evidence = judged(
            checker=NAME,
            version=version,
            subject=subject.name,
            standard=standard.name,
            examined=examined,
            unit=running.CHECKS,
            findings=tuple(findings),
        )
        if subject.with_faults and evidence.outcome is Outcome.PASSED:
            # It keeps the rules, but not the one that says that it does.
            evidence = replace(evidence, outcome=Outcome.CANNOT_TELL)
        yield evidence


def _unreadable(job: _Job) -> _TaskException | None:
    failure = job.task_exception
    if failure and failure.type != "PARSE":
        raise running.broken(NAME, failure.exception_message)
    return failure


def _judge(subject: Subject, standard: _Standard, result: _Result) -> tuple[int, list[Finding]]:
    """Return how much was tested, and what failed; raise if the result contradicts itself."""
    if result.job_end_status != "normal":
        raise running.broken(NAME, f"{standard.name}: {result.job_end_status}")
    details = result.details
    if result.compliant == bool(details.rule_summaries):
        raise running.broken(NAME, f"{standard.name}: compliant={result.compliant}")
    findings = [
        _broken_rule(subject, standard, rule)
        for rule in details.rule_summaries
        if not (subject.with_faults and _is_about_claims(rule))
    ]
    return details.passed_checks + details.failed_checks, findings


def _is_about_claims(rule: _RuleSummary) -> bool:
    """Whether a rule asks the PDF to say which standard it keeps."""
    return any(word in rule.description for word in OF_CLAIMS)


def _broken_rule(subject: Subject, standard: _Standard, rule: _RuleSummary) -> Finding:
    name = f"verapdf-{standard.flavour}-{rule.clause.replace('.', '-')}-{rule.test_number}"
    message = BROKEN_RULE.filled(
        standard=standard.name,
        clause=rule.clause,
        test=rule.test_number,
        places=running.places(rule.failed_checks),
        description=running.quoted(rule.description),
    )
    hint = FIRST_PLACE.filled(context=rule.checks[0].context, mend=running.MEND)
    return _finding(subject, name, message, hint)


def _finding(subject: Subject, rule: str, message: Text, hint: Text) -> Finding:
    return Finding(rule, Severity.ERROR, Location(subject.name), message, hint)


VERAPDF = Checker(
    name=NAME,
    standards=tuple(standard.name for standard in STANDARDS),
    missing=lambda: inventory.missing("Java", NAME),
    check=_check,
)
