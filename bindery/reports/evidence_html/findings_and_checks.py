"""Findings and checks as the page shows them: by rule, with why they matter and how to fix them."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from bindery.reports import words
from bindery.reports.evidence_html.sentences import SAID
from bindery.reports.explained import explained
from bindery.reports.whereabouts import Whereabouts
from bindery.vocabulary.evidence import Evidence, Exempted, Outcome
from bindery.vocabulary.findings import Finding, Severity

Row = dict[str, object]

MOST_FINDINGS = 25
"""How many findings of one rule are written out."""

HEAVIEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)

WITH_EXCERPTS = ("axe-", "ace-", "nu-")
"""Checkers whose hints quote markup and English: those are in ``evidence.json`` alone."""

WITH_NOTES = (*WITH_EXCERPTS, "epubcheck-")
"""Checkers whose findings for information are false alarms: those are counted alone."""


def by_rule(findings: Iterable[Finding], places: Whereabouts, language: str) -> list[Row]:
    """Group the findings by rule, most severe first, so that each is explained once."""

    def key(finding: Finding) -> tuple[int, str]:
        return HEAVIEST_FIRST.index(finding.severity), finding.rule

    ordered = sorted(dict.fromkeys(findings), key=lambda one: (*key(one), one.order))
    return [_of_one_rule([*same], places, language) for _, same in groupby(ordered, key=key)]


def _of_one_rule(same: Sequence[Finding], places: Whereabouts, language: str) -> Row:
    rule, severity = same[0].rule, same[0].severity
    explanation = explained(rule)
    more = len(same) - MOST_FINDINGS
    return {
        "rule": rule,
        "severity": words.SEVERITIES[severity].said_in(language),
        "why": explanation.why.said_in(language) if explanation else "",
        "mend": explanation.mend.said_in(language) if explanation else "",
        "findings": [finding_row(one, places, language) for one in same[:MOST_FINDINGS]],
        "fewer": SAID["fewer"].filled(count=more).said_in(language) if more > 0 else "",
    }


def finding_row(finding: Finding, places: Whereabouts, language: str) -> Row:
    """Return one finding: where, what, and what to do."""
    quotes = finding.rule.startswith(WITH_EXCERPTS) and explained(finding.rule)
    return {
        "rule": finding.rule,
        "place": places.of(finding.location),
        "message": finding.message.said_in(language),
        "hint": "" if quotes else finding.hint.said_in(language),
    }


def put_aside(exempted: Iterable[Exempted], places: Whereabouts, language: str) -> list[Row]:
    """Excepted findings with the reasons: known faults, the author's, those in the templates."""
    asides = tuple(dict.fromkeys(exempted))
    by_heading = {
        "known_faults": [one for one in asides if one.known],
        "exempted": [one for one in asides if not (one.known or one.in_default_templates)],
        "exempted_in_default_templates": [one for one in asides if one.in_default_templates],
    }
    return [
        {
            "heading": SAID[heading].said_in(language),
            "findings": [_exempted_row(one, places, language) for one in whose],
        }
        for heading, whose in by_heading.items()
        if whose
    ]


def _exempted_row(exempted: Exempted, places: Whereabouts, language: str) -> Row:
    reason = exempted.reason.said_in(language)
    return {**finding_row(exempted.finding, places, language), "reason": reason}


def checks_of(evidence: Sequence[Evidence], places: Whereabouts, language: str) -> list[Row]:
    """Return every check of one subject, by standard."""
    ordered = sorted(
        evidence, key=lambda one: (bool(one.rule), one.standard, one.checker, one.rule)
    )
    return [_check([*same], places, language) for _, same in groupby(ordered, key=_together)]


def _together(one: Evidence) -> tuple[str, str, bool, Outcome | None]:
    """Return the key to group checks by: the rules of a set together, other checks by outcome."""
    return one.standard, one.checker, bool(one.rule), None if one.rule else one.outcome


def _check(same: Sequence[Evidence], places: Whereabouts, language: str) -> Row:
    first = same[0]
    worst = worst_of(one.outcome for one in same)
    found = [finding for one in same for finding in one.findings]
    told = [finding for finding in found if not _is_note(finding)]
    notes = len(found) - len(told)
    return {
        "outcome": worst.value,
        "word": words.result_of(worst).said_in(language),
        "standard": words.checked_against(first.standard).said_in(language),
        "assertor": words.assertor(next((one for one in same if one.version), first)),
        "extent": (words.outcomes(same) if first.rule else words.extent(first)).said_in(language),
        "told": [_rule(one, language) for one in same if one.rule],
        "found": by_rule(told, places, language),
        "notes": SAID["notes"].filled(count=notes).said_in(language) if notes else "",
        "exempted": put_aside((aside for one in same for aside in one.exempted), places, language),
    }


def _is_note(finding: Finding) -> bool:
    return finding.severity is Severity.INFO and finding.rule.startswith(WITH_NOTES)


def _rule(one: Evidence, language: str) -> Row:
    """Return one rule of a set: its outcome, and how much it examined."""
    return {
        "outcome": one.outcome.value,
        "word": words.OUTCOMES[one.outcome].said_in(language),
        "rule": one.rule,
        "extent": words.extent(one).said_in(language),
    }


def worst_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the worst of several outcomes; passed only if one has passed."""
    there = {*outcomes}
    worst_first = (Outcome.FAILED, Outcome.UNTESTED, Outcome.CANNOT_TELL, Outcome.PASSED)
    return next((one for one in worst_first if one in there), Outcome.INAPPLICABLE)
