"""The page of the contest tells of the defects that there are."""

import re

from tests.seeded.contest.checkers import CHECKERS
from tests.seeded.contest.in_books import part
from tests.seeded.contest.run import NOT_YET, NOTHING, STOPPED, Row
from tests.seeded.contest.table import page
from tests.seeded.contest.techniques import part as techniques_part
from tests.seeded.contest.techniques import told_as, told_of_originals, told_of_ours
from tests.seeded.contest.told import not_told, told_in, with_told
from tests.seeded.defect import slug
from tests.seeded.every import EVERY
from tests.seeded.in_books import IN_BOOKS
from tests.seeded.missed import MISSED
from tests.seeded.techniques.wrong import FORTY, SOWN
from tests.shelf import HOUSE

ROW = re.compile(r"^\| (?P<name>[^|`]+) \| `(?P<rule>[a-z-]+)`(?: `[a-z-]+`)* \|", re.MULTILINE)


def test_there_are_at_least_a_hundred() -> None:
    """Each has a name of its own, and so a folder of its own."""
    assert len(EVERY) >= 100
    every = (*EVERY, *MISSED, *SOWN)
    assert len({slug(defect) for defect in every}) == len(every)


def test_the_page_has_every_defect_and_the_rule_that_finds_it() -> None:
    """``docs/seeded.md`` is written by ``invoke seeded``, which asks only what is new."""
    told = ROW.findall((HOUSE / "docs" / "seeded.md").read_text(encoding="utf-8"))
    every = [(defect.name, defect.rule) for defect in (*EVERY, *IN_BOOKS)]
    forty = [(told_as(name), defect.rule) for name, defect in FORTY.items()]
    assert sorted(told) == sorted([*every, *forty])


def test_what_the_page_says_of_the_techniques_is_read_again() -> None:
    """``--new`` keeps what is known, of our PDFs and of the Association's."""
    told = (HOUSE / "docs" / "seeded.md").read_text(encoding="utf-8")
    ours = [Row(FORTY[name], dict(found)) for name, found in told_of_ours(told).items()]
    assert techniques_part(ours, told_of_originals(told)) in told


def test_new_asks_only_what_is_not_told() -> None:
    """A row without results is asked, and one whose name is told of another kind of file."""
    first, second, third = EVERY[:3]
    found = dict.fromkeys((checker.name for checker in CHECKERS), NOTHING)
    rows = [Row(first, found), Row(second, found | {"axe": NOT_YET})]
    told = told_in(page(rows))
    assert not_told(told, (first, second, third)) == (second, third)
    assert with_told(told, (first,), ()) == (Row(first, found),)
    asked = Row(second, found)
    assert with_told(told, (second, first), (asked,)) == (asked, Row(first, found))


def test_the_part_on_the_other_books_is_not_stale() -> None:
    """It needs no outside checker, so it can be compared whole."""
    assert (HOUSE / "docs" / "seeded.md").read_text(encoding="utf-8").endswith(part())


def test_the_readme_says_how_many_there_are() -> None:
    """No more and no fewer."""
    readme = (HOUSE / "README.md").read_text(encoding="utf-8")
    assert f"{len(EVERY) + len(IN_BOOKS) + len(SOWN)} seeded defects" in readme


def test_a_checker_is_counted_by_what_it_was_shown() -> None:
    """What no edition was made of is not held against it, and a breakdown is no finding."""
    found = ("axe-image-alt", NOTHING, STOPPED, "broke down")
    rows = [
        Row(defect, dict.fromkeys(("EPUBCheck", "Ace", "axe", "veraPDF", "Nu"), what))
        for defect, what in zip(EVERY, found, strict=False)
    ]
    assert "| all | 4 | 4 | 1 of 3 | 1 of 3 | 1 of 3 | 1 of 3 | 1 of 3 |" in page(rows)
