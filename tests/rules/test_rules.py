"""Every rule finds what its page says, where it says, and nothing else is found there."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bindery.rules.manuscript
from bindery.manuscript.requirements import REQUIREMENTS
from bindery.manuscript.source import Manuscript
from bindery.rules.documentation import Example, page_of
from bindery.rules.editions import ALL as RULES_OF_EDITIONS
from bindery.rules.exceptions import EXCEPTIONS
from bindery.rules.manuscript import RULES
from bindery.rules.styles import TEMPLATE_RULES
from bindery.vocabulary.rule import Rule
from tests.rules.books import manuscript_of
from tests.rules.lines import cut_short
from tests.shelf import HOUSE

Found = list[tuple[str, str, int | None]]

FAILING = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in RULES
    for number, example in enumerate(page_of(rule).fails, start=1)
]
PASSING = [
    pytest.param(example, id=f"{rule.name}-{number}")
    for rule in RULES
    for number, example in enumerate(page_of(rule).passes, start=1)
]


def _found(manuscript: Manuscript) -> Iterator[tuple[str, str, int | None]]:
    for rule in RULES:
        for finding in rule.find(manuscript):
            assert finding.severity is rule.severity
            assert cut_short(finding) == []
            yield rule.name, finding.location.path, finding.location.line


@pytest.mark.parametrize(("rule", "example"), FAILING)
def test_a_failing_example_yields_this_finding_and_no_other(
    tmp_path: Path, rule: Rule[Manuscript], example: Example
) -> None:
    """What the page shows as wrong is found by its rule, at the lines it names, and by no other.

    On a terminal, message and hint fit in three lines.
    """
    found = sorted(_found(manuscript_of(tmp_path, example.files)), key=str)
    without_lines = {path for path, line in example.places if line is None}
    said = [
        (name, path, None if path.removeprefix("manuscript/") in without_lines else line)
        for name, path, line in found
    ]
    expected = [(rule.name, f"manuscript/{path}", line) for path, line in example.places]
    assert expected, "the page does not say where"
    assert said == sorted(expected, key=str)


@pytest.mark.parametrize("example", PASSING)
def test_a_passing_example_yields_nothing(tmp_path: Path, example: Example) -> None:
    """What a page shows as right is right by every rule."""
    assert list(_found(manuscript_of(tmp_path, example.files))) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_page_has_everything(rule: Rule[Manuscript]) -> None:
    """Each page says why in both languages, shows a failure and a pass, and names its clauses."""
    page = page_of(rule)
    assert list(page.sections) == ["Why", "Hvorfor", "Fails", "Passes", "Clauses"]
    assert page.property.endswith(".")
    assert page.fails
    assert page.passes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_about_the_criteria_that_its_page_names(rule: Rule[Manuscript]) -> None:
    """Those of WCAG 2.2 on level A and AA are told in the evidence; AAA and others are not."""
    lines = " ".join(
        re.findall(r"^- WCAG 2\.2:.*(?:\n  .*)*", page_of(rule).docstring, re.MULTILINE)
    )
    named = re.findall(r"(\d\.\d\.\d+)(?:(?!\d\.\d\.).)*?\((A+)\)", lines)
    on_level = {number for number, level in named if level in ("A", "AA")}
    assert set(page_of(rule).criteria) == on_level


@pytest.mark.parametrize(("rule", "example"), FAILING)
def test_a_rule_has_looked_at_what_it_finds(
    tmp_path: Path, rule: Rule[Manuscript], example: Example
) -> None:
    """Who finds something has looked at something."""
    assert rule.extent.count(manuscript_of(tmp_path, example.files)) > 0


@pytest.mark.parametrize(("rule", "example"), FAILING)
def test_what_is_said_is_said_in_both_languages(
    tmp_path: Path, rule: Rule[Manuscript], example: Example
) -> None:
    """Message and hint are sentences in Norwegian and in English, with nothing left to fill in."""
    for finding in rule.find(manuscript_of(tmp_path, example.files)):
        for text in (finding.message, finding.hint):
            assert text.nb != text.en
            for sentence in (text.nb, text.en):
                assert sentence.rstrip("»”").endswith((".", ")", "…")), sentence
                own = re.sub("[«“][^»”]*[»”]", "", sentence)
                assert "{" not in own.replace("{.", "").replace("{#", "").replace(
                    "{abbr", ""
                ).replace("{lang=", "")


def test_every_rule_is_registered_once_under_the_name_of_its_file() -> None:
    """A file in bindery/rules/manuscript is a rule in RULES; those with _ are what rules share."""
    files = Path(bindery.rules.manuscript.__file__).parent.glob("[!_]*.py")
    names = [rule.name for rule in RULES]
    assert sorted(names) == sorted(file.stem.replace("_", "-") for file in files)
    for rule in RULES:
        assert rule.find.__module__ == f"bindery.rules.manuscript.{rule.name.replace('-', '_')}"


SCRIPT = HOUSE / "scripts" / "write_rules_page.py"
TITLED: tuple[Rule[Any], ...] = (*RULES, *TEMPLATE_RULES, *RULES_OF_EDITIONS)


@pytest.mark.slow
def test_the_pages_of_rules_are_not_stale() -> None:
    """They say what the rules say, in each language; scripts/write_rules_page.py writes them."""
    script = runpy.run_path(str(SCRIPT))
    for language, file in script["PAGES"].items():
        assert file.read_text(encoding="utf-8") == script["page"](language), file.name


@pytest.mark.parametrize("name", ["rules.md", "regler.md"])
def test_a_rule_can_be_linked_to_by_its_name(name: str) -> None:
    """Each has one place on the page, in whatever language its title is."""
    text = (HOUSE / "docs" / name).read_text(encoding="utf-8")
    places = re.findall(r'<a id="([\w-]+)"></a>', text)
    assert sorted(places) == sorted(
        [one.name for one in TITLED] + [one.name for one in (*REQUIREMENTS, *EXCEPTIONS)]
    )


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_rule_has_a_title_of_one_sentence(language: str) -> None:
    """It is the heading on the page of that language, and no two are the same."""
    title = runpy.run_path(str(SCRIPT))["_title"]
    titles = [title(rule, language) for rule in TITLED]
    assert len({*titles}) == len(titles)
    for one in titles:
        assert not one.endswith("."), one
        assert ". " not in one, one
