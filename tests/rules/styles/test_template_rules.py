"""Every rule on templates finds what its page says, where it says, and nothing else is found."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bindery.rules.styles
from bindery.rules.cascade.styles import Styles
from bindery.rules.documentation import page_of
from bindery.rules.styles import TEMPLATE_RULES
from bindery.rules.styles._exceptions import exceptions_in
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.rule import Rule
from tests.rules.lines import cut_short
from tests.rules.styles.styles import Example, examples, laid_over, line_in_book, path_in_book

BRAND = '[brand.colours]\nheading = "#14532d"\n'

FAILING = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in TEMPLATE_RULES
    for number, example in enumerate(examples(page_of(rule).sections["Fails"]), start=1)
]
PASSING = [
    pytest.param(example, id=f"{rule.name}-{number}")
    for rule in TEMPLATE_RULES
    for number, example in enumerate(examples(page_of(rule).sections["Passes"]), start=1)
]


def found_in(styles: Styles) -> Iterator[tuple[Rule[Styles], Finding]]:
    """What is found and not put aside, with its rule."""
    aside = [one for one in exceptions_in(styles) if one.reason]
    for rule in TEMPLATE_RULES:
        for finding in rule.find(styles):
            assert finding.severity is rule.severity
            if not any(one.covers(finding) for one in aside):
                yield rule, finding


def in_both_languages(finding: Finding) -> bool:
    """Whether message and hint are sentences in both, with nothing left to fill in."""
    return all(
        text.nb != text.en
        and all(one.rstrip("»”").endswith((".", "?", "*/.")) for one in (text.nb, text.en))
        and not re.search(r"\{\w+\}", text.nb + text.en)
        for text in (finding.message, finding.hint)
    )


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "example"), FAILING)
def test_a_failing_example_yields_this_finding_and_no_other(
    rule: Rule[Styles], example: Example
) -> None:
    """What the page shows as wrong is found at the line it names, and reported in two languages.

    On a terminal, message and hint fit in three lines.
    """
    ((found, finding),) = found_in(laid_over(example.files))
    assert found is rule
    assert finding.location.path == path_in_book(example)
    assert finding.location.line == line_in_book(example)
    assert in_both_languages(finding)
    assert cut_short(finding) == []


@pytest.mark.slow
@pytest.mark.parametrize("example", PASSING)
def test_a_passing_example_yields_nothing(example: Example) -> None:
    """What a page shows as right is right by every rule."""
    assert list(found_in(laid_over(example.files))) == []


def test_the_house_keeps_its_own_rules(house_styles: Styles) -> None:
    """Nothing is found in the house's templates but what is put aside with a reason."""
    assert list(found_in(house_styles)) == []


@pytest.mark.parametrize("rule", TEMPLATE_RULES, ids=lambda rule: rule.name)
def test_a_page_has_everything(rule: Rule[Styles]) -> None:
    """Each page says why in both languages, shows a failure and a pass, and names its clauses."""
    page = page_of(rule)
    assert list(page.sections) == ["Why", "Hvorfor", "Fails", "Passes", "Clauses"]
    assert page.property.endswith(".")
    for section in ("Fails", "Passes"):
        fences = len(re.findall(r"^```\w", page.sections[section], re.MULTILINE))
        assert sum(len(one.files) for one in examples(page.sections[section])) == fences > 0


@pytest.mark.parametrize("rule", TEMPLATE_RULES, ids=lambda rule: rule.name)
def test_a_rule_has_looked_at_something(rule: Rule[Styles], house_styles: Styles) -> None:
    """In the house's own templates there is something for every rule, in a brand for its own."""
    of_brand = rule.name == "brand-colours-have-contrast"
    styles = laid_over({"publication.toml": BRAND}) if of_brand else house_styles
    assert rule.extent.count(styles) > 0
    assert not of_brand or rule.extent.count(house_styles) == 0


def test_every_rule_is_registered_once_under_the_name_of_its_file() -> None:
    """A file in bindery/rules/styles is a rule; those that begin with _ are what rules share."""
    files = Path(bindery.rules.styles.__file__).parent.glob("[!_]*.py")
    names = [rule.name for rule in TEMPLATE_RULES]
    named = {file.stem.replace("_", "-") for file in files} - {"judge-templates"}
    assert sorted(names) == sorted(named)
