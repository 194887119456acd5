"""Findings and evidence as lines of text: for a terminal, a log, and a screen reader."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bindery.reporters.words import HINT, OUTCOMES, SEVERITIES, assertor, extent, ruled
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.text import Text

_VERDICT = Text(
    nb="Feil: {errors}. Advarsler: {warnings}. Alt står i {report}",
    en="Errors: {errors}. Warnings: {warnings}. All of it is in {report}",
)

_FIXED = Text(nb="rettet «{old}» til «{new}»", en="changed “{old}” to “{new}”")


def lines(findings: Iterable[Finding], language: str) -> Iterator[str]:
    """Each finding as ``path:line: severity[rule] message``, and below it what to do."""
    for finding in findings:
        severity = SEVERITIES[finding.severity].said_in(language)
        message = finding.message.said_in(language)
        yield f"{finding.location}: {severity}[{finding.rule}] {message}"
        yield f"  {HINT.said_in(language)}: {finding.hint.said_in(language)}"


def fixed_lines(fixed: Iterable[Finding], language: str) -> Iterator[str]:
    """What has been changed in the manuscript, place by place."""
    for finding in fixed:
        if finding.fix is not None:
            change = _FIXED.filled(old=finding.fix.old, new=finding.fix.new).said_in(language)
            yield f"{finding.fix.location}: {change} [{finding.rule}]"


def verdict_line(checked: Sequence[Finding], report: str, language: str) -> str:
    """How many findings there are of each weight, and where all of it is told."""
    counted = {weight: sum(one.severity is weight for one in checked) for weight in Severity}
    filled = _VERDICT.filled(
        errors=counted[Severity.ERROR], warnings=counted[Severity.WARNING], report=report
    )
    return filled.said_in(language)


def evidence_lines(evidence: Iterable[Evidence], language: str) -> Iterator[str]:
    """Each piece of evidence as ``subject: standard: outcome``, by whom, and how much was seen.

    What rules say one by one is counted by outcome.
    """
    for (subject, standard, is_rule), several in groupby(evidence, key=_heading):
        if is_rule:
            told = ruled([*several]).said_in(language)
            yield f"{subject}: {standard}: {told}"
            continue
        for one in several:
            outcome = OUTCOMES[one.outcome].said_in(language)
            seen = extent(one).said_in(language)
            if one.outcome is not Outcome.UNTESTED:
                seen = f"{assertor(one)}: {seen}"
            yield f"{subject}: {standard}: {outcome} ({seen})"


def _heading(one: Evidence) -> tuple[str, str, bool]:
    return one.subject, one.standard, bool(one.rule)
