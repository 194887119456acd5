"""Produce the evidence of each rule, and apply the exceptions that authors give reasons for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from bindery import __version__
from bindery.manuscript.requirements import WORDS_ARE_KEPT
from bindery.manuscript.source import Manuscript
from bindery.rules.by_chapter import ByChapter, Seen, seen_by
from bindery.rules.documentation import page_of
from bindery.rules.exceptions import (
    EXCEPTION_HAS_REASON,
    EXCEPTION_IS_NEEDED,
    Exemption,
    exceptions_in,
    refused,
    unneeded,
)
from bindery.rules.kept_words import lost_words
from bindery.vocabulary.editions import RULES
from bindery.vocabulary.evidence import Evidence, Exempted, judged, outcome_of, untested
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper
from bindery.vocabulary.publication import Chapter
from bindery.vocabulary.rule import ECHOES, Rule
from bindery.vocabulary.text import Text, Unit

CHECKER = "bindery"
SUBJECT = "manuscript"

Looked = TypeVar("Looked")

_CHAPTERS = Unit(nb=("kapittel", "kapitler"), en=("chapter", "chapters"))
_EXCEPTIONS = Unit(nb=("unntak", "unntak"), en=("exception", "exceptions"))


def judge(
    manuscript: Manuscript, rules: Sequence[Rule[Manuscript]], keeper: Keeper = NOTHING_KEPT
) -> Iterator[Evidence]:
    """Evidence of each of ``rules``, with the exceptions in ``manuscript`` applied.

    What is found in lines that a chapter includes is told in their own file. ``keeper`` has what
    was found in chapters that are as they were.
    """
    by_chapter = ByChapter(manuscript, rules, keeper)

    def seen(rule: Rule[Manuscript], whole: Manuscript) -> Seen:
        return by_chapter.seen_by(rule) if rule.by_chapter else seen_by(rule, whole)

    evidence = judge_with(tuple(exceptions_in(manuscript)), manuscript, rules, SUBJECT, seen)
    including = {one.path: one.chapter for one in manuscript.chapters if one.chapter.sources}
    return (_in_files(one, including) for one in evidence) if including else evidence


def in_own_files(findings: Iterable[Finding], manuscript: Manuscript) -> Iterator[Finding]:
    """``findings`` in lines that a chapter includes, each in its own file; others as they are."""
    including = {one.path: one.chapter for one in manuscript.chapters if one.chapter.sources}
    return (_in_file(finding, including) for finding in findings)


def _in_files(one: Evidence, including: Mapping[str, Chapter]) -> Evidence:
    exempted = tuple(
        replace(each, finding=_in_file(each.finding, including)) for each in one.exempted
    )
    findings = tuple(_in_file(finding, including) for finding in one.findings)
    return replace(one, findings=findings, exempted=exempted)


def _in_file(finding: Finding, including: Mapping[str, Chapter]) -> Finding:
    chapter = including.get(finding.location.path)
    if chapter is None:
        return finding
    fix = finding.fix and replace(finding.fix, location=chapter.in_file(finding.fix.location))
    return replace(finding, location=chapter.in_file(finding.location), fix=fix)


def judge_with(
    exceptions: Sequence[Exemption],
    looked_at: Looked,
    rules: Sequence[Rule[Looked]],
    subject: str,
    see: Callable[[Rule[Looked], Looked], Seen] = seen_by,
) -> Iterator[Evidence]:
    """Evidence of each of ``rules`` on ``subject``, with ``exceptions`` applied.

    ``see`` is how a rule looks. One whose tool or data is missing is untested, and an exception
    from it is not reported.
    """
    # What is printed in another way than it is written is so with an exception too.
    drafting = frozenset(rule.name for rule in rules if rule.makes_draft)
    invalid = tuple(refused(exceptions, frozenset(rule.name for rule in rules), drafting))
    holding = [one for one in exceptions if one.reason and one.rule not in drafting]
    needed: set[Exemption] = set()
    looking = [rule for rule in rules if rule.missing() is None]
    for rule in rules:
        if rule not in looking:
            yield untested(checker=CHECKER, subject=subject, standard=RULES, rule=rule.name)
            continue
        found: list[Finding] = []
        exempted: list[Exempted] = []
        seen = see(rule, looked_at)
        for finding in seen.findings:
            exception = next((one for one in holding if one.covers(finding)), None)
            if exception is None:
                found.append(finding)
            else:
                assert exception.reason is not None
                exempted.append(Exempted(finding, exception.reason, exception.in_default_templates))
                needed.add(exception)
        yield _evidence(
            subject,
            rule.name,
            seen.examined or len(seen.findings),
            rule.extent.unit,
            tuple(found),
            criteria=page_of(rule).criteria,
            exempted=tuple(exempted),
            unknown_languages=tuple(sorted(seen.unknown_languages)),
        )
    if isinstance(looked_at, Manuscript):
        lost, chapters = tuple(lost_words(looked_at)), len(looked_at.chapters)
        yield _evidence(subject, WORDS_ARE_KEPT.name, chapters, _CHAPTERS, lost)
    known = {rule.name for rule in looking}
    idle = tuple(unneeded(one) for one in holding if one.rule in known and one not in needed)
    yield _evidence(subject, EXCEPTION_HAS_REASON.name, len(exceptions), _EXCEPTIONS, invalid)
    yield _evidence(subject, EXCEPTION_IS_NEEDED.name, len(holding), _EXCEPTIONS, idle)


def _evidence(
    subject: str,
    rule: str,
    examined: int,
    unit: Unit,
    findings: tuple[Finding, ...],
    *,
    criteria: tuple[str, ...] = (),
    exempted: tuple[Exempted, ...] = (),
    unknown_languages: tuple[str, ...] = (),
) -> Evidence:
    return judged(
        checker=CHECKER,
        version=__version__,
        subject=subject,
        standard=RULES,
        examined=examined,
        unit=unit,
        findings=findings,
        rule=rule,
        criteria=criteria,
        exempted=exempted,
        unknown_languages=unknown_languages,
    )


def put_aside(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Apply the manuscript's exceptions to the same findings on the editions.

    A finding on an edition does not name the line it comes from. So the reasons apply only if
    the rules on the manuscript have no finding without a reason, and the edition's rule has no
    more findings than there are reasons.
    """
    said = {one.rule: one for one in evidence if one.subject == SUBJECT}
    return tuple(_put_aside(one, said) for one in evidence)


def _put_aside(one: Evidence, said: Mapping[str, Evidence]) -> Evidence:
    of_manuscript = [said[rule] for rule in said if one.rule in ECHOES.get(rule, ())]
    reasons = list(_reasons(of_manuscript))
    without_reason = any(each.findings for each in of_manuscript)
    if not one.findings or without_reason or len(one.findings) > len(reasons):
        return one
    pairs = zip(one.findings, reasons, strict=False)
    return replace(
        one,
        outcome=outcome_of((), one.examined, one.unknown_languages),
        findings=(),
        exempted=(*one.exempted, *(Exempted(finding, reason) for finding, reason in pairs)),
    )


def _reasons(evidence: Iterable[Evidence]) -> Iterator[Text]:
    for one in evidence:
        for exempted in one.exempted:
            yield exempted.reason
