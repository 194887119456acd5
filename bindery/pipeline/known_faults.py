"""A baseline: errors that somebody has accepted for a time. New ones fail, and so do old ones then.

A known fault is an error still: its check has failed, its criterion is not met, and the publication
claims no conformance. It only does not stop anybody until its day has come.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bindery.locales.for_authors import written_date
from bindery.manuscript.judgements import JUDGEMENTS
from bindery.rules.manuscript import RULES as OF_MANUSCRIPT
from bindery.vocabulary.evidence import Evidence, Exempted, Outcome
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.judgements import KnownFault
from bindery.vocabulary.text import Text, verbatim

HAS_ENDED, IS_THERE = "known-fault-has-ended", "known-fault-is-there"
RULES = (HAS_ENDED, IS_THERE)

DRAFTING = frozenset(rule.name for rule in OF_MANUSCRIPT if rule.makes_draft)
"""Rules whose errors nobody can accept: the editions show something else than is meant."""

_REASON = Text(
    nb="Kjent feil. {by} godtok den {date}, til {until}: {reason}",
    en="Known fault. Accepted by {by} on {date}, until {until}: {reason}",
)
_ENDED = Text(
    nb="Den kjente feilen «{rule}» i {path} skulle vært rettet {until}.",
    en="The known fault “{rule}” in {path} should have been fixed by {until}.",
)
_FIX_IT = Text(
    nb="Rett feilen, eller la noen godta den på nytt med en ny dato.",
    en="Fix the fault, or have somebody accept it again with a new date.",
)
_GONE = Text(
    nb="Den kjente feilen «{rule}» i {path} finnes ikke lenger: {count} av {all} er rettet.",
    en="The known fault “{rule}” in {path} is no longer there: {count} of {all} are fixed.",
)
_DELETE_IT = Text(
    nb="Slett den fra judgements.toml, eller skriv nytt antall. Ellers skjuler den en ny feil.",
    en="Delete it from judgements.toml, or write how many are left. Otherwise it hides a new one.",
)

Key = tuple[str, str, str]


def key_of(finding: Finding) -> Key:
    """What makes two findings the same fault, on whatever line."""
    return finding.rule, finding.location.path, finding.message.en


def accepted(
    evidence: tuple[Evidence, ...], known: Sequence[KnownFault], today: date
) -> tuple[tuple[Evidence, ...], tuple[Finding, ...]]:
    """Move the ``known`` errors out of the findings of ``evidence``, whose outcome stays *failed*.

    The findings returned are about the known faults themselves: those whose time is up, and those
    that are no longer there. What was not checked is not known to be gone.
    """
    current = [one for one in known if one.until >= today and one.rule not in DRAFTING]
    left: Counter[Key] = Counter()
    faults: dict[Key, KnownFault] = {}
    for one in current:
        key = (one.rule, one.path, one.message)
        left[key] += one.count
        faults[key] = one
    moved = tuple(_moved(one, left, faults) for one in evidence)
    told = [_ended(one) for one in known if one.until < today]
    if all(one.outcome is not Outcome.UNTESTED for one in evidence):
        told += [_gone(faults[key], count) for key, count in left.items() if count]
    return moved, tuple(told)


def _moved(one: Evidence, left: Counter[Key], faults: dict[Key, KnownFault]) -> Evidence:
    findings: list[Finding] = []
    exempted = list(one.exempted)
    for finding in one.findings:
        key = key_of(finding)
        if finding.severity is Severity.ERROR and left[key] > 0:
            left[key] -= 1
            exempted.append(Exempted(finding, _reason(faults[key]), known=True))
        else:
            findings.append(finding)
    return replace(one, findings=tuple(findings), exempted=tuple(exempted))


def _reason(fault: KnownFault) -> Text:
    return _REASON.filled(
        by=fault.by,
        date=written_date(fault.date),
        until=written_date(fault.until),
        reason=verbatim(fault.reason),
    )


def _ended(fault: KnownFault) -> Finding:
    message = _ENDED.filled(rule=fault.rule, path=fault.path, until=written_date(fault.until))
    return Finding(HAS_ENDED, Severity.WARNING, Location(JUDGEMENTS), message, _FIX_IT)


def _gone(fault: KnownFault, count: int) -> Finding:
    message = _GONE.filled(rule=fault.rule, path=fault.path, count=count, all=fault.count)
    return Finding(IS_THERE, Severity.WARNING, Location(JUDGEMENTS), message, _DELETE_IT)


def faults_in(findings: Iterable[Finding], rules: Sequence[str]) -> Iterator[tuple[Key, int]]:
    """Yield the errors of ``rules`` (of any rule, without one) that can be accepted, counted."""
    errors = (one for one in findings if one.severity is Severity.ERROR)
    chosen = [
        one for one in errors if one.rule not in DRAFTING and (not rules or one.rule in rules)
    ]
    yield from sorted(Counter(map(key_of, chosen)).items())
