"""Each defect sown into a template is found by its rule, at its line, and nothing else is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bindery.manuscript.load import load
from bindery.rules.styles.judge_templates import judge_templates
from tests.seeded.defect import BOOK, Defect, sown
from tests.seeded.in_templates import IN_TEMPLATES

pytestmark = pytest.mark.slow
"""Each look at all editions in all modes takes seconds."""


def found_in(book: Path) -> Iterator[tuple[str, str, int | None]]:
    """Every finding of the templates of ``book``, of any severity, with its place."""
    publication = load(book).publication
    assert publication is not None
    for one in judge_templates(publication):
        for finding in one.findings:
            yield finding.rule, finding.location.path, finding.location.line


def test_the_houses_templates_have_no_defect() -> None:
    """No rule finds anything in them."""
    assert list(found_in(BOOK)) == []


@pytest.mark.parametrize("defect", IN_TEMPLATES, ids=lambda defect: defect.name)
def test_a_defect_is_found_by_its_rule_at_its_place_and_nothing_else_is(
    defect: Defect, tmp_path: Path
) -> None:
    """One change, one kind of finding, at the line that was changed."""
    book = sown(defect, tmp_path / "bok")
    assert {*found_in(book)} == {(defect.rule, *defect.place(BOOK, book))}
