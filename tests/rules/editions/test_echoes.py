"""A reason given in the manuscript holds for what is made of it, and for no more."""

import pytest

from bindery.reports.explained import explained
from bindery.rules.editions import EDITION_RULES
from bindery.rules.judge import SUBJECT, put_aside
from bindery.rules.manuscript import RULES
from bindery.vocabulary.evidence import Evidence, Exempted, Outcome, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import ECHOES
from bindery.vocabulary.text import verbatim

MINE, ITS = "link-text-says-where", "edition-links-say-where"


def _evidence(subject: str, rule: str, places: int, reasons: int = 0) -> Evidence:
    found = [
        Finding(rule, Severity.ERROR, Location(subject, line or None), verbatim("m"), verbatim("h"))
        for line in range(places + reasons)
    ]
    return judged(
        checker="bindery",
        version="1",
        subject=subject,
        standard="S",
        examined=9,
        unit=verbatim("lenker"),
        findings=tuple(found[:places]),
        rule=rule,
        exempted=tuple(Exempted(finding, verbatim("Et sitat.")) for finding in found[places:]),
    )


@pytest.mark.parametrize(
    ("left", "reasons", "in_edition", "outcome"),
    [
        (0, 1, 1, Outcome.PASSED),
        (0, 2, 1, Outcome.PASSED),
        (0, 1, 2, Outcome.FAILED),
        (1, 1, 1, Outcome.FAILED),
        (0, 0, 1, Outcome.FAILED),
    ],
)
def test_a_reason_holds_for_as_many_places_as_it_was_given(
    left: int, reasons: int, in_edition: int, outcome: Outcome
) -> None:
    """Where the manuscript has one more fault, or the edition has, nothing is put aside."""
    mine = _evidence(SUBJECT, MINE, left, reasons)
    its = _evidence("build/bok.epub", ITS, in_edition)
    after = put_aside((mine, its))
    assert after[0] is mine
    assert after[1].outcome is outcome
    aside = [one.finding for one in after[1].exempted]
    assert (*after[1].findings, *aside) == its.findings
    assert bool(aside) == (outcome is Outcome.PASSED)


def test_what_another_rule_sees_is_not_put_aside() -> None:
    """A reason for a link is none for a heading."""
    its = _evidence("build/bok.epub", "edition-headings-are-in-order", 1)
    assert put_aside((_evidence(SUBJECT, MINE, 0, 1), its))[1] is its


@pytest.mark.parametrize(
    ("rule", "outcome"),
    [
        ("alt-text-says-what-is-shown", Outcome.PASSED),
        ("alt-text-differs-from-caption", Outcome.PASSED),
        ("alt-text-begins-with-what-is-shown", Outcome.FAILED),
    ],
)
def test_an_echo_is_of_the_same_fault(rule: str, outcome: Outcome) -> None:
    """A reason for «Bilde av …» is none for a file's name or a caption in its place."""
    its = _evidence("build/bok.epub", "edition-alternatives-say-what-is-shown", 1)
    assert put_aside((_evidence(SUBJECT, rule, 0, 1), its))[1].outcome is outcome


def test_every_echo_is_of_rules_that_there_are() -> None:
    """A rule that is given another name is given it here, too."""
    ours = {rule.name for rules in EDITION_RULES.values() for rule in rules}
    assert {*ECHOES} <= {rule.name for rule in RULES}
    for name in frozenset().union(*ECHOES.values()) - ours:
        assert explained(name) is not None, name
