"""Which criteria a finding breaks: as each rule's own page, and each checker's own tags, say."""

import json
import re

import pytest
from outloud.registry import all_rules, import_rule_modules  # type: ignore[import-untyped]

from bindery.checkers import layout
from bindery.readback import messages as read_back
from bindery.reports.wcag.breaches import BREACHES, broken_by
from bindery.tools import inventory, locate
from bindery.tools.run import run
from bindery.vocabulary.editions import REFLOW, TEXT_SPACING
from bindery.vocabulary.wcag import CRITERIA

NUMBERS = {one.number for one in CRITERIA}
NO_CRITERION = {"edition-expands-abbreviations", "edition-can-be-read"}
"""Abbreviations are of level AAA, and a file nobody can open breaks them all."""

TAGS = """\
const axe = require(process.argv[1]);
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
console.log(JSON.stringify(axe.getRules(tags).map(({ruleId, tags}) => [ruleId, tags])));
"""


def test_only_criteria_can_be_broken() -> None:
    """Each number in the tables is one of the 55."""
    assert {number for _, table in BREACHES for number in table} <= NUMBERS


def test_rules_of_reading_back_break_something() -> None:
    """Whatever a PDF says wrongly breaks a criterion, or is known to break none by itself."""
    rules = [one for one in vars(read_back).values() if isinstance(one, read_back.ReadBackRule)]
    assert len(rules) > 10
    assert {rule.name for rule in rules if not broken_by(rule.name)} == NO_CRITERION


def test_rules_of_the_layout_break_what_their_standards_say() -> None:
    """What Chromium loses when a page is narrow or spaced breaks the criterion it is checked by."""
    for rule, standard in (
        (layout.REFLOWS, REFLOW),
        (layout.LOSES_NOTHING, TEXT_SPACING),
    ):
        assert {f"WCAG 2.2, {number}" for number in broken_by(rule.name)} == {standard}


def test_rules_of_outloud_break_what_its_catalogue_says() -> None:
    """outloud’s own mapping to WCAG is the one that is used."""
    import_rule_modules()
    for rule in all_rules():
        assert broken_by(f"outloud-{rule.id.lower()}") == set(rule.wcag), rule.id


def test_the_clauses_of_pdf_ua_are_told_apart() -> None:
    """One clause of PDF/UA-1 holds structure and languages; neither is taken for the other."""
    for tests, number in (
        ((3, 10, 20, 26, 39, 43), "1.3.1"),
        ((2, 21, 25, 30, 32), "3.1.2"),
        ((29, 33, 34), "3.1.1"),
    ):
        for test in tests:
            assert broken_by(f"verapdf-ua1-7-2-{test}") == {number}
    assert not broken_by("verapdf-ua1-7-21-4-1-1")
    assert not broken_by("verapdf-2a-6-3-4-1")


@pytest.mark.slow
def test_rules_of_axe_break_what_its_tags_say() -> None:
    """Every rule of axe that is about level A or AA breaks its criteria, in axe and in Ace."""
    node, source = locate.node(), locate.axe_source()
    assert node and source, inventory.missing("Node.js", "axe")
    ended = run([node, "-e", TAGS, source])
    assert ended.status == 0, ended.stderr
    tagged = {
        rule: {".".join((tag[4], tag[5], tag[6:])) for tag in tags if re.match(r"wcag\d{3}", tag)}
        for rule, tags in json.loads(ended.stdout)
    }
    assert len(tagged) > 50
    for rule, criteria in tagged.items():
        assert broken_by(f"axe-{rule}") == criteria & NUMBERS, rule
        assert broken_by(f"ace-{rule}") == criteria & NUMBERS, rule
