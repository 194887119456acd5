"""Judge every finished edition by its rules."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bindery import __version__
from bindery.finished.documents import UnreadableError
from bindery.finished.opened import opened
from bindery.rules.by_chapter import seen_by
from bindery.rules.documentation import page_of
from bindery.rules.editions import EDITION_RULES
from bindery.rules.editions._finished import BLAMES_BINDERY, REBUILD
from bindery.rules.judge import CHECKER
from bindery.vocabulary.checker import CHANGED_BY_HAND, Checker, Subject, one_by_one
from bindery.vocabulary.editions import EBRAILLE_1, RULES
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, Unit, verbatim

READABLE = "edition-can-be-read"
"""The name of the rule that all others depend on."""

_FILES = Unit(nb=("fil", "filer"), en=("file", "files"))
_UNREADABLE = Text(
    nb="Utgaven kan ikke leses: {why}. Leserne får ikke åpnet den.",
    en="The edition cannot be read: {why}. Readers cannot open it.",
)


def judge_edition(subject: Subject) -> tuple[Evidence, ...]:
    """Evidence of each rule of its edition, from the bytes of ``subject``."""
    evidence = tuple(_judged(subject))
    return tuple(map(_changed_by_hand, evidence)) if subject.altered else evidence


def _changed_by_hand(one: Evidence) -> Evidence:
    """Leave out of hints that bindery may have made the file wrong: somebody has changed it."""
    findings = (
        replace(finding, hint=CHANGED_BY_HAND) if finding.hint in BLAMES_BINDERY else finding
        for finding in one.findings
    )
    return replace(one, findings=tuple(findings))


def _judged(subject: Subject) -> Iterator[Evidence]:
    try:
        finished = opened(subject.output, subject.edition.media_type, subject.name)
    except UnreadableError as error:
        message = _UNREADABLE.filled(why=verbatim(str(error)))
        where = Location(subject.name)
        finding = Finding(READABLE, Severity.ERROR, where, message, REBUILD)
        yield _evidence(subject, READABLE, 1, _FILES, (finding,))
        return
    yield _evidence(subject, READABLE, 1, _FILES)
    for rule in EDITION_RULES[subject.edition.media_type]:
        yield _of_rule(subject, rule, finished)


def _of_rule(subject: Subject, rule: Rule[Any], finished: Any) -> Evidence:
    seen = seen_by(rule, finished)
    findings = tuple(dict.fromkeys(seen.findings))
    return _evidence(
        subject,
        rule.name,
        seen.examined or len(findings),
        rule.extent.unit,
        findings,
        standard=rule.standard,
        criteria=page_of(rule).criteria,
        unknown_languages=tuple(sorted(seen.unknown_languages)),
    )


def _evidence(
    subject: Subject,
    rule: str,
    examined: int,
    unit: Unit,
    findings: tuple[Finding, ...] = (),
    *,
    standard: str = RULES,
    criteria: tuple[str, ...] = (),
    unknown_languages: tuple[str, ...] = (),
) -> Evidence:
    return judged(
        checker=CHECKER,
        version=__version__,
        subject=subject.name,
        standard=standard,
        examined=examined,
        unit=unit,
        findings=findings,
        rule=rule,
        criteria=criteria,
        unknown_languages=unknown_languages,
    )


def _never_missing() -> Text | None:
    return None


FINISHED_EDITIONS = Checker(
    name=CHECKER,
    standards=(RULES, EBRAILLE_1),
    missing=_never_missing,
    check=one_by_one(judge_edition),
    # The summary is compared with the files it offers, which are all made of the same book.
    of_book=True,
    computes_here=True,
)
"""The checker of all finished editions. It needs nothing but bindery itself."""
