"""Findings and checks as the page shows them: rule by rule, with why and how to mend."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from bindery.reports import words
from bindery.reports.evidence_html.sentences import SAID
from bindery.reports.explained import explained
from bindery.vocabulary.evidence import Evidence, Exempted, Outcome
from bindery.vocabulary.findings import Finding, Severity

Row = dict[str, object]

MOST_FINDINGS = 25
"""Findings of one rule that are written out; a reader has seen what is meant by then."""

HEAVIEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def by_rule(findings: Iterable[Finding], language: str) -> list[Row]:
    """The findings of each rule together, the heaviest first; why it matters is told once."""

    def key(finding: Finding) -> tuple[int, str]:
        return HEAVIEST_FIRST.index(finding.severity), finding.rule

    ordered = sorted(dict.fromkeys(findings), key=lambda one: (*key(one), one.order))
    return [_of_one_rule([*same], language) for _, same in groupby(ordered, key=key)]


def _of_one_rule(same: Sequence[Finding], language: str) -> Row:
    rule, severity = same[0].rule, same[0].severity
    explanation = explained(rule)
    more = len(same) - MOST_FINDINGS
    return {
        "rule": rule,
        "severity": words.SEVERITIES[severity].said_in(language),
        "why": explanation.why.said_in(language) if explanation else "",
        "mend": explanation.mend.said_in(language) if explanation else "",
        "findings": [finding_row(one, language) for one in same[:MOST_FINDINGS]],
        "fewer": SAID["fewer"].filled(count=more).said_in(language) if more > 0 else "",
    }


def finding_row(finding: Finding, language: str) -> Row:
    """One finding: where, what, and what to do."""
    return {
        "rule": finding.rule,
        "location": str(finding.location),
        "message": finding.message.said_in(language),
        "hint": finding.hint.said_in(language),
    }


def put_aside(exempted: Iterable[Exempted], language: str) -> list[Row]:
    """Excepted findings with the reasons: the author's, then those in the default templates."""
    asides = tuple(dict.fromkeys(exempted))
    return [
        {
            "heading": SAID[heading].said_in(language),
            "findings": [_exempted_row(one, language) for one in whose],
        }
        for heading, ours in (("exempted", False), ("exempted_in_default_templates", True))
        if (whose := [one for one in asides if one.in_default_templates is ours])
    ]


def _exempted_row(exempted: Exempted, language: str) -> Row:
    reason = exempted.reason.said_in(language)
    return {**finding_row(exempted.finding, language), "reason": reason}


def checks_of(evidence: Sequence[Evidence], language: str) -> list[Row]:
    """Every check of one subject, standard by standard."""
    ordered = sorted(
        evidence, key=lambda one: (bool(one.rule), one.standard, one.checker, one.rule)
    )
    return [_check([*same], language) for _, same in groupby(ordered, key=_together)]


def _together(one: Evidence) -> tuple[str, str, bool, Outcome | None]:
    """Rules that are told one by one stand together; a doubt stands apart from what passed."""
    return one.standard, one.checker, bool(one.rule), None if one.rule else one.outcome


def _check(same: Sequence[Evidence], language: str) -> Row:
    first = same[0]
    return {
        **outcome_row(_worst(same), language),
        "standard": words.standard_named(first.standard).said_in(language),
        "assertor": words.assertor(next((one for one in same if one.version), first)),
        "extent": (words.outcomes(same) if first.rule else words.extent(first)).said_in(language),
        "told": [_rule(one, language) for one in same if one.rule],
        "found": by_rule((finding for one in same for finding in one.findings), language),
        "exempted": put_aside((aside for one in same for aside in one.exempted), language),
    }


def _rule(one: Evidence, language: str) -> Row:
    """One rule of a set: what came of it, and how much it looked at."""
    extent = words.extent(one).said_in(language)
    return {**outcome_row(one.outcome, language), "rule": one.rule, "extent": extent}


def outcome_row(outcome: Outcome, language: str) -> Row:
    """An outcome for the style sheet, and in words."""
    return {"outcome": outcome.value, "word": words.OUTCOMES[outcome].said_in(language)}


def _worst(same: Sequence[Evidence]) -> Outcome:
    """The outcome of several rules: the worst of them, and passed only where one has passed."""
    outcomes = {one.outcome for one in same}
    worst_first = (Outcome.FAILED, Outcome.UNTESTED, Outcome.CANNOT_TELL, Outcome.PASSED)
    return next((one for one in worst_first if one in outcomes), Outcome.INAPPLICABLE)
