"""Each defect sown into the three clean books is found by its rule, and nothing else is."""

from pathlib import Path

import pytest

from tests.seeded.in_books import IN_BOOKS
from tests.seeded.in_books.defect import BOOKS, InBook, sown
from tests.seeded.test_manuscript import found_in


@pytest.mark.parametrize("book", sorted(path.name for path in BOOKS.iterdir()))
def test_the_clean_books_have_no_defect(book: str) -> None:
    """No rule finds anything in them, not even as information."""
    assert list(found_in(BOOKS / book)) == []


@pytest.mark.parametrize("defect", IN_BOOKS, ids=lambda defect: defect.name)
def test_a_defect_is_found_by_its_rule_at_its_place_and_nothing_else_is(
    defect: InBook, tmp_path: Path
) -> None:
    """One change, one finding, where an author would look for it."""
    book = sown(defect, tmp_path / "bok")
    assert list(found_in(book)) == [(defect.rule, *defect.place(book))]


def test_no_two_defects_have_one_name() -> None:
    """A name is a row of docs/seeded.md."""
    names = [defect.name for defect in IN_BOOKS]
    assert len({*names}) == len(names)
