"""Each defect sown into the three clean books is found by its rule, and nothing else is."""

from pathlib import Path

import pytest

from tests.seeded.in_books import IN_BOOKS
from tests.seeded.in_books.defect import BOOKS, InBook, sown
from tests.seeded.test_manuscript import found_in
from tests.seeded.test_templates import found_in as found_in_templates

OF_COLOURS = "brand-colours-have-contrast"
"""The rule that looks at all editions in all modes, which takes seconds."""


@pytest.mark.parametrize("book", sorted(path.name for path in BOOKS.iterdir()))
def test_the_clean_books_have_no_defect(book: str) -> None:
    """No rule finds anything in them, not even as information."""
    assert list(found_in(BOOKS / book)) == []


@pytest.mark.parametrize(
    "defect",
    [
        pytest.param(one, marks=[pytest.mark.slow] * (one.rule == OF_COLOURS), id=one.name)
        for one in IN_BOOKS
    ],
)
def test_a_defect_is_found_by_its_rule_at_its_place_and_nothing_else_is(
    defect: InBook, tmp_path: Path
) -> None:
    """One change, one finding, where an author would look for it."""
    book = sown(defect, tmp_path / "bok")
    found = list(found_in(book))
    if defect.rule == OF_COLOURS:
        found += found_in_templates(book)
    assert found == [(defect.rule, *defect.place(book))]


def test_no_two_defects_have_one_name() -> None:
    """A name is a row of docs/seeded.md."""
    names = [defect.name for defect in IN_BOOKS]
    assert len({*names}) == len(names)
