"""Every rule finds what its page says it finds, and nothing else is reported."""

from pathlib import Path

import pytest

from bindery.manuscript.load import load
from bindery.manuscript.source import Manuscript, read_source
from bindery.rules import RULES
from bindery.rules.documentation import Failure, documentation
from bindery.rules.page import PAGE, page
from bindery.vocabulary.rule import Rule
from tests.books import DRAWING, write_book

ACTIVE = DRAWING.replace("<title>", '<script>alert("x")</script><title>')
FILES = {"figures/aktiv.svg": ACTIVE.encode(), "figures/kart.tiff": b"II*\x00"}
"""What the examples may point to, besides ``figures/kart.svg``."""

FAILS = [(rule, failure) for rule in RULES for failure in documentation(rule).fails]
PASSES = [(rule, markdown) for rule in RULES for markdown in documentation(rule).passes]


def found(folder: Path, markdown: str) -> list[tuple[str, int | None]]:
    """What all rules together find in a chapter: rule and line."""
    loaded = load(write_book(folder, markdown + "\n", files=FILES))
    assert loaded.publication is not None, loaded.findings
    source = read_source(loaded.publication)
    return [(one.rule, one.location.line) for rule in RULES for one in rule.find(source)]


@pytest.mark.parametrize(("rule", "failure"), FAILS, ids=[rule.name for rule, _ in FAILS])
def test_it_fails_as_its_page_says(
    tmp_path: Path, rule: Rule[Manuscript], failure: Failure
) -> None:
    """One finding, of this rule, at that line, and nothing else of an error's weight."""
    seen = found(tmp_path, failure.markdown)
    softer = {"raw-html-is-not-rendered"} - {rule.name}
    assert [one for one in seen if one[0] not in softer] == [(rule.name, failure.line)]


@pytest.mark.parametrize(("rule", "markdown"), PASSES, ids=[rule.name for rule, _ in PASSES])
def test_it_passes_as_its_page_says(tmp_path: Path, rule: Rule[Manuscript], markdown: str) -> None:
    """A sound chapter gives no finding of any rule."""
    assert found(tmp_path, markdown) == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_is_called_what_its_file_is_called(rule: Rule[Manuscript]) -> None:
    """One name for one thing, in kebab case."""
    assert rule.find.__module__ == f"bindery.rules.{rule.name.replace('-', '_')}"


def test_every_rule_is_there_once() -> None:
    """No file is left out of the list, and none is in it twice."""
    files = Path(__file__).parents[2].joinpath("bindery/rules").glob("*.py")
    names = {path.stem.replace("_", "-") for path in files} - {"--init--", "documentation", "page"}
    assert sorted(rule.name for rule in RULES) == sorted(names)


def test_the_page_of_rules_is_not_stale() -> None:
    """``docs/rules.md`` says what the rules say; ``python -m bindery.rules.page`` writes it."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_messages_are_in_both_languages(tmp_path: Path) -> None:
    """Each finding has words and a hint in Norwegian and in English, filled in."""
    for _, failure in FAILS:
        loaded = load(write_book(tmp_path, failure.markdown + "\n", files=FILES))
        assert loaded.publication is not None
        for rule in RULES:
            for finding in rule.find(read_source(loaded.publication)):
                for text in (finding.message, finding.hint):
                    assert text.nb.strip()
                    assert text.en.strip()
                    assert text.nb != text.en
