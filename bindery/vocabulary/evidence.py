"""Evidence: what was checked, by what, how much of it, and with which outcome."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from bindery.vocabulary.findings import Finding, Severity, any_errors
from bindery.vocabulary.text import Text, Unit, verbatim


class Outcome(StrEnum):
    """The five outcome values of EARL 1.0 Schema, section 2.7, as EARL spells them."""

    PASSED = "passed"
    FAILED = "failed"
    CANNOT_TELL = "cantTell"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"


@dataclass(frozen=True, slots=True)
class Exempted:
    """A finding that is put aside, and the reason given for it.

    It is the author's doing, or ``by_house``: an exception in the house's own templates.
    """

    finding: Finding
    reason: Text
    by_house: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one checker can say of one subject, against one standard.

    ``subject`` is the path of what was checked, relative to the book's folder. ``examined``
    counts the things the checker looked at and ``unit`` names them ("rules", "documents"; "rule",
    where it is one). Nothing examined is *inapplicable* and a checker that is not there is
    *untested*: neither is ever *passed*.

    ``unknown_languages`` (BCP 47, the first part) are those of what is there, too, and was not
    examined, since the checker has no words for them. Where nothing else is there, it cannot tell.

    Where the standard is a set of rules that are told one by one, ``rule`` is this one's name. It
    may have nothing to look at: a book need not have tables. ``criteria`` are those of WCAG 2.2
    that an error breaks, by number, where the checker says so itself. ``exempted`` is what would
    have been found, had nobody given a reason. ``when`` is there for what was seen before
    now, of a subject that has not changed since.
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
        """The same, as it will be told later on."""
        return replace(self, when=when)


def outcome_of(
    findings: tuple[Finding, ...], examined: int, unknown_languages: tuple[str, ...] = ()
) -> Outcome:
    """What follows from ``findings`` in so many things.

    An error fails. What a warning is about a person must decide; information is no doubt. So must
    one decide about a text that the checker had no words for.
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
    """Evidence of a checker that ran: its outcome follows from what it saw, by no other way."""
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
    """Evidence that a checker which is not installed has proved nothing."""
    nothing = verbatim("")
    return Evidence(checker, "", subject, standard, 0, nothing, Outcome.UNTESTED, rule=rule)
