"""Near misses of what no program could finish: marks on a letter."""

import pytest

from bindery.rules.manuscript import (
    letters_carry_few_marks,
    passage_is_in_its_language,
    sentence_is_short,
)
from bindery.tools.limits import time_limit
from bindery.vocabulary.publication import Publication
from tests.rules.books import found_in, shelf_of


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication with pictures."""
    return shelf_of(tmp_path_factory.mktemp("bok"))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("á" + "\u0301" * 29, []),
        ("A a" + "\u0301" * 30, []),
        ("A a" + "\u0301" * 31, [3]),
        ("a" + "\u0301" * 31 + " b" + "\u0323" * 40, [1, 34]),
        ("\u0301" * 40, [1]),
        ("…" * 50 + "«»" * 50 + "👩\u200d👧" * 20, []),
        ("हिन्दी " * 30, []),
    ],
)
def test_a_letter_has_as_many_marks_as_a_language_needs(
    shelf: Publication, text: str, columns: list[int]
) -> None:
    """Thirty are allowed; signs that are no marks are none."""
    found = found_in(letters_carry_few_marks.RULE, shelf, text)
    assert [one.location.column for one in found] == columns


@pytest.mark.parametrize(
    "text", [f"{'x' * 9000}/{'y' * 9000}", "!" * 30_000, "…" * 30_000, "漢。" * 15_000]
)
def test_a_line_without_spaces_comes_to_an_end(shelf: Publication, text: str) -> None:
    """A path or a row of marks as long as a chapter takes no longer than a chapter does."""
    with time_limit(10):
        for rule in (passage_is_in_its_language.RULE, sentence_is_short.RULE):
            found_in(rule, shelf, text)
