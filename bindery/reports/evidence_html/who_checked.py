"""Which program has checked what, and with which result: one row for each standard."""

from collections.abc import Sequence
from itertools import groupby

from bindery.reports import words
from bindery.reports.by_edition import JudgedEdition
from bindery.reports.evidence_html.findings_and_checks import Row, worst_of
from bindery.reports.evidence_html.sentences import SAID, SUBJECTS
from bindery.reports.evidence_html.verdicts_by_edition import named
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.text import joined, verbatim


def checks_by_program(
    evidence: Sequence[Evidence], editions: Sequence[JudgedEdition], language: str
) -> list[Row]:
    """Return a row for each program and standard, with all that was checked against it."""

    def key(one: Evidence) -> tuple[str, str, bool]:
        return one.checker, one.standard, bool(one.rule)

    ordered = sorted(evidence, key=key)
    return [_row([*same], editions, language) for _, same in groupby(ordered, key=key)]


def _row(same: Sequence[Evidence], editions: Sequence[JudgedEdition], language: str) -> Row:
    first = same[0]
    outcomes = {one.outcome for one in same}
    worst = worst_of(outcomes)
    if first.rule:
        result = words.outcomes(same)
    elif outcomes == {Outcome.PASSED, Outcome.CANNOT_TELL}:
        result = SAID["some_left"]
    else:
        result = words.result_of(worst)
    parts = [result]
    examined = sum(one.examined for one in same)
    if examined and not first.rule and worst is not Outcome.UNTESTED:
        unit = next((one.unit for one in same if one.examined != 1), first.unit)
        counted = verbatim("{count} {unit}").filled(count=words.grouped(examined), unit=unit)
        parts.append(counted)
    return {
        "program": words.assertor(next((one for one in same if one.version), first)),
        "standard": words.checked_against(first.standard).said_in(language),
        "subjects": _subjects(same, editions, language),
        "outcome": worst.value,
        "result": joined("; ", parts).said_in(language),
    }


def _subjects(same: Sequence[Evidence], editions: Sequence[JudgedEdition], language: str) -> str:
    names = dict.fromkeys(one.subject for one in same)
    of_editions = [one for one in editions if one.subject in names]
    known = {one.subject for one in of_editions}
    others = [
        SUBJECTS[name].said_in(language).lower() if name in SUBJECTS else name
        for name in names
        if name not in known
    ]
    return ", ".join((*filter(None, [named(of_editions, editions, language)]), *others))
