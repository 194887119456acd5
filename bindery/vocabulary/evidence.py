"""Evidence: what was checked, by what, how much of it, and with which outcome."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from bindery.vocabulary.findings import Finding, Severity, any_errors
from bindery.vocabulary.text import Text, Unit, verbatim


class Outcome(StrEnum):
    """The five outcome values of EARL 1.0 Schema, section 2.7, in EARL's spelling."""

    PASSED = "passed"
    FAILED = "failed"
    CANNOT_TELL = "cantTell"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"


@dataclass(frozen=True, slots=True)
class Exempted:
    """A finding that is excepted, and the reason given for it.

    The exception is the author's, unless it is written ``in_default_templates``. A ``known`` fault
    is no exception: it is an error that somebody has accepted for a time, and the check has failed.
    """

    finding: Finding
    reason: Text
    in_default_templates: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The result of one checker for one subject and one standard.

    ``subject`` is the path of what was checked, relative to the book's folder. ``examined``
    counts the things the checker looked at and ``unit`` names them ("rules", "documents"; "rule",
    where it is one). Nothing examined is *inapplicable* and a checker that is not there is
    *untested*: neither is ever *passed*.

    ``unknown_languages`` (BCP 47, the first subtag) are those of passages that were not examined,
    since the checker has no words for them. If there are only such passages, the outcome is
    *cantTell*.

    If the standard is a set of rules that are reported one by one, ``rule`` is the name of this
    one. It may have nothing to examine: a book need not have tables. ``criteria`` are those of WCAG
    2.2 that an error breaks, by number, if the checker names them itself. ``exempted`` are findings
    that were excepted with a reason. ``when`` is set if the evidence was remembered from an earlier
    check of the same subject.
    """

    checker: str
    version: str
    subject: str
    standard: str
    examined: int
    unit: Text
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    rule: str = ""
    criteria: tuple[str, ...] = ()
    exempted: tuple[Exempted, ...] = ()
    when: datetime | None = None
    unknown_languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.outcome is Outcome.PASSED and (self.examined < 1 or any_errors(self.findings)):
            raise ValueError(f"{self.checker}: passed, with {self.examined} examined")

    def seen(self, when: datetime) -> Self:
        """The same evidence with its date, to be remembered."""
        return replace(self, when=when)


def outcome_of(
    findings: tuple[Finding, ...], examined: int, unknown_languages: tuple[str, ...] = ()
) -> Outcome:
    """The outcome that follows from ``findings`` in so many examined things.

    Errors fail. Warnings need a person's decision (*cantTell*); so does a subject of which all is
    in languages that the checker has no words for. Information does not count.
    """
    if any_errors(findings):
        return Outcome.FAILED
    if any(finding.severity is Severity.WARNING for finding in findings):
        return Outcome.CANNOT_TELL
    if examined:
        return Outcome.PASSED
    return Outcome.CANNOT_TELL if unknown_languages else Outcome.INAPPLICABLE


def judged(
    *,
    checker: str,
    version: str,
    subject: str,
    standard: str,
    examined: int,
    unit: Unit | Text,
    findings: tuple[Finding, ...],
    rule: str = "",
    criteria: tuple[str, ...] = (),
    exempted: tuple[Exempted, ...] = (),
    unknown_languages: tuple[str, ...] = (),
) -> Evidence:
    """Evidence of a checker that ran, with the outcome that follows from its findings."""
    return Evidence(
        checker=checker,
        version=version,
        subject=subject,
        standard=standard,
        examined=examined,
        unit=unit.of(examined) if isinstance(unit, Unit) else unit,
        outcome=outcome_of(findings, examined, unknown_languages),
        findings=findings,
        rule=rule,
        criteria=criteria,
        exempted=exempted,
        unknown_languages=unknown_languages,
    )


def untested(*, checker: str, subject: str, standard: str, rule: str = "") -> Evidence:
    """Evidence that nothing was checked, as the checker is not installed or broke."""
    nothing = verbatim("")
    return Evidence(checker, "", subject, standard, 0, nothing, Outcome.UNTESTED, rule=rule)
