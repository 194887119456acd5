"""The page of the contest tells of the defects that there are."""

import re

from tests.seeded.contest.in_books import part
from tests.seeded.contest.run import NOTHING, STOPPED, Row
from tests.seeded.contest.table import page
from tests.seeded.defect import slug
from tests.seeded.every import EVERY
from tests.seeded.in_books import IN_BOOKS
from tests.seeded.missed import MISSED
from tests.shelf import HOUSE

ROW = re.compile(r"^\| (?P<name>[^|`]+) \| `(?P<rule>[a-z-]+)`(?: `[a-z-]+`)* \|", re.MULTILINE)


def test_there_are_at_least_a_hundred() -> None:
    """Each has a name of its own, and so a folder of its own."""
    assert len(EVERY) >= 100
    assert len({slug(defect) for defect in (*EVERY, *MISSED)}) == len(EVERY) + len(MISSED)


def test_the_page_has_every_defect_and_the_rule_that_finds_it() -> None:
    """``docs/seeded.md`` is written by ``invoke seeded``, which asks only what is new."""
    told = ROW.findall((HOUSE / "docs" / "seeded.md").read_text(encoding="utf-8"))
    every = [(defect.name, defect.rule) for defect in (*EVERY, *IN_BOOKS)]
    assert sorted(told) == sorted(every)


def test_the_part_on_the_other_books_is_not_stale() -> None:
    """It needs no outside checker, so it can be compared whole."""
    assert (HOUSE / "docs" / "seeded.md").read_text(encoding="utf-8").endswith(part())


def test_the_readme_says_how_many_there_are() -> None:
    """No more and no fewer."""
    readme = (HOUSE / "README.md").read_text(encoding="utf-8")
    assert f"{len(EVERY) + len(IN_BOOKS)} seeded defects" in readme


def test_a_checker_is_counted_by_what_it_was_shown() -> None:
    """What no edition was made of is not held against it, and a breakdown is no finding."""
    found = ("axe-image-alt", NOTHING, STOPPED, "broke down")
    rows = [
        Row(defect, dict.fromkeys(("EPUBCheck", "Ace", "axe", "veraPDF", "Nu"), what))
        for defect, what in zip(EVERY, found, strict=False)
    ]
    assert "| all | 4 | 4 | 1 of 3 | 1 of 3 | 1 of 3 | 1 of 3 | 1 of 3 |" in page(rows)
