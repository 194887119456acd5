"""Criteria that are shown of a file, and that a file of which they are untrue is not shown."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bindery.reports.wcag import Verdict, judge
from bindery.reports.wcag.page_facts import FACTS
from bindery.reports.wcag.shown import KINDS, SHOWN
from bindery.vocabulary.editions import READ_BACK, REFLOW, RULES, WCAG_AA
from bindery.vocabulary.evidence import Evidence, judged, untested
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import verbatim
from tests.packed import XHTML, pack
from tests.reports.finished import Finish, criteria_of, finished, passed

NUMBERS = {number for one in SHOWN for number in one.numbers}
OF = {
    "build/bok.epub": (
        "epub-contents-lists-every-heading",
        "epub-landmarks-lead-to-what-they-say",
        "epub-is-read-in-one-order",
    ),
    "build/bok.html": ("summary-has-landmarks",),
    "templates": ("focus-is-visible", "targets-are-large-enough"),
    "manuscript": ("link-target-has-one-name",),
}
"""The rules that are tried on each."""


def of_rule(subject: str, rule: str, *findings: Finding, standard: str = RULES) -> Evidence:
    """What is found in ``subject``, by one rule or against one standard."""
    return judged(
        checker="bindery",
        version="1",
        subject=subject,
        standard=standard,
        examined=1,
        unit=verbatim("things"),
        rule=rule,
        findings=findings,
    )


EVERYTHING = (
    *passed(),
    *(of_rule(subject, rule) for subject, rules in OF.items() for rule in rules),
    *(of_rule(f"build/bok.{kind}", "", standard=REFLOW) for kind in ("epub", "html")),
)
"""All that the checks can show of the small editions."""


def shown(
    folder: Path, finish: Finish | None = None, evidence: Sequence[Evidence] = EVERYTHING
) -> set[str]:
    """The criteria that are shown of a small book."""
    criteria = criteria_of(folder, finish or Finish(), evidence)
    return {number for number, one in criteria.items() if one.verdict is Verdict.MET} & NUMBERS


def error(rule: str, subject: str) -> Finding:
    """An error that is found in ``subject``."""
    nothing = verbatim("")
    return Finding(rule, Severity.ERROR, Location(subject), nothing, nothing)


def test_fifteen_criteria_can_be_shown() -> None:
    """Each has a way in every kind of file with text, but for 1.4.10, which a PDF cannot keep."""
    assert len(NUMBERS) == 15
    for kind in KINDS:
        of_kind = {number for one in SHOWN if kind in one.kinds for number in one.numbers}
        assert of_kind == NUMBERS - ({"1.4.10"} if kind == "pdf" else set()), kind
    assert {name for one in SHOWN for name in one.facts} == set(FACTS)


def test_all_but_one_are_shown_of_right_editions(tmp_path: Path) -> None:
    """A PDF with fixed pages keeps 1.4.10 open, and the small PDF has no order of tabs."""
    assert shown(tmp_path) == NUMBERS - {"1.4.10", "2.1.1", "2.4.3"}


@pytest.mark.parametrize(
    ("finish", "fall"),
    [
        (Finish(css="h1 { order: 2 }"), {"1.3.2"}),
        (Finish(html='<h2 style="position: absolute">B</h2>'), {"1.3.2"}),
        (Finish(css="h1:hover + p { display: block }"), {"1.4.13"}),
        (Finish(css="a:focus > span { display: block }"), {"1.4.13"}),
        (Finish(css="a:hover::after { content: 'x' }"), {"1.4.13"}),
        (Finish(css="p:focus-within { color: red }"), {"1.4.13"}),
        (Finish(css="h1 { position: fixed }"), {"1.3.2", "2.4.11"}),
        (Finish(css="h1 { position: sticky }"), {"2.4.11"}),
        (Finish(html="<script>go()</script>"), {"1.4.13", "2.4.11"}),
    ],
)
def test_what_is_in_a_page_makes_it_fall(tmp_path: Path, finish: Finish, fall: set[str]) -> None:
    """Text that is moved, that appears or covers, or a script: what it breaks is not shown."""
    before = shown(tmp_path / "right")
    assert before - shown(tmp_path / "wrong", finish) == fall


def test_what_only_looks_like_it_opens_nothing(tmp_path: Path) -> None:
    """An element may change itself, and a column of its own covers nothing."""
    css = """
        a:hover, a:focus-visible { color: red } summary:focus-visible { outline: 1px solid }
        nav { position: sticky; align-self: start } .skip { position: absolute }"""
    assert shown(tmp_path / "same", Finish(css=css)) == shown(tmp_path / "right")


@pytest.mark.parametrize(
    ("subject", "rule", "fall"),
    [
        ("build/bok.html", "summary-has-landmarks", {"2.4.1"}),
        ("build/bok.epub", "epub-contents-lists-every-heading", {"2.4.1", "2.4.5"}),
        ("build/bok.epub", "epub-landmarks-lead-to-what-they-say", {"2.4.1"}),
        ("build/bok.epub", "epub-is-read-in-one-order", {"2.4.5"}),
        ("templates", "focus-is-visible", {"2.4.7"}),
        ("templates", "targets-are-large-enough", {"2.5.8"}),
        ("manuscript", "link-target-has-one-name", {"3.2.4"}),
    ],
)
def test_a_rule_that_finds_something_makes_it_fall(
    tmp_path: Path, subject: str, rule: str, fall: set[str]
) -> None:
    """So does a rule that was not tried."""
    before = shown(tmp_path / "right")
    others = [one for one in EVERYTHING if one.rule != rule]
    broken = [*others, of_rule(subject, rule, error(rule, subject))]
    assert before - shown(tmp_path / "broken", evidence=broken) == fall
    assert before - shown(tmp_path / "untried", evidence=others) == fall


@pytest.mark.parametrize(
    ("rule", "fall"),
    [
        (
            "edition-says-what-the-manuscript-says",
            {"1.3.2", "1.4.4", "2.5.3", "3.2.6"},
        ),
        ("edition-headings-can-be-found", {"2.4.1", "2.4.5", "2.5.8", "3.2.3"}),
        ("edition-links-lead-where-they-say", {"2.5.3", "3.2.4"}),
    ],
)
def test_what_the_read_back_finds_makes_it_fall(tmp_path: Path, rule: str, fall: set[str]) -> None:
    """A difference between the PDF and the manuscript opens what rests on there being none."""
    before = shown(tmp_path / "right")
    others = [
        one for one in EVERYTHING if (one.subject, one.standard) != ("build/bok.pdf", READ_BACK)
    ]
    found = of_rule("build/bok.pdf", "", error(rule, "build/bok.pdf"), standard=READ_BACK)
    assert before - shown(tmp_path / "found", evidence=[*others, found]) == fall


@pytest.mark.parametrize(
    ("standard", "fall"),
    [
        (WCAG_AA, {"2.5.3", "2.5.8"}),
        (REFLOW, {"1.4.4"}),
        (READ_BACK, {"1.3.2", "2.5.3", "3.2.3", "3.2.4"}),
    ],
)
def test_what_was_not_tested_is_not_shown(tmp_path: Path, standard: str, fall: set[str]) -> None:
    """Without the checker, nothing that rests on it is shown of the e-book."""
    before = shown(tmp_path / "right")
    others = [
        one for one in EVERYTHING if (one.subject, one.standard) != ("build/bok.epub", standard)
    ]
    missing = untested(checker="x", subject="build/bok.epub", standard=standard)
    assert before - shown(tmp_path / "without", evidence=others) == fall
    assert before - shown(tmp_path / "missing", evidence=[*others, missing]) == fall


@pytest.mark.parametrize(("tabindex", "falls"), [("0", False), ("-1", False), ("3", True)])
def test_an_order_of_its_own_is_not_natural(tmp_path: Path, tabindex: str, falls: bool) -> None:
    """The keyboard follows the text unless a ``tabindex`` is above 0."""
    document, files = finished(tmp_path, Finish(html=f'<p tabindex="{tabindex}">B</p>'))
    judged_page = judge(document, files=files[2:], evidence=EVERYTHING)
    verdicts = {one.criterion.number: one.verdict for one in judged_page}
    assert (verdicts["2.1.1"] is Verdict.NEEDS_PERSON) is falls
    assert (verdicts["2.4.3"] is Verdict.NEEDS_PERSON) is falls


def test_help_in_two_places_is_asked_about(tmp_path: Path) -> None:
    """One document with the contact address is one place; two may have it in different places."""
    document, files = finished(tmp_path, Finish())
    page = (
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="nb"><body><p>'
        '<a href="mailto:post@example.org">Skriv til oss</a></p></body></html>'
    )
    for names, verdict in ((("en",), Verdict.MET), (("en", "to"), Verdict.NEEDS_PERSON)):
        pack(files[1], {f"{name}.xhtml": (XHTML, page) for name in names})
        criteria = judge(document, files=files[1:2], evidence=EVERYTHING)
        assert {one.criterion.number: one.verdict for one in criteria}["3.2.6"] is verdict
