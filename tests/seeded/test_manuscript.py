"""Each defect sown into the manuscript is found by its rule, at its line, and nothing else is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.rules.judge import judge
from bindery.rules.manuscript import RULES
from tests.seeded.defect import BOOK, Defect, sown
from tests.seeded.in_manuscript import IN_MANUSCRIPT
from tests.seeded.missed import MISSED

Found = tuple[str, str, int | None]


def found_in(book: Path) -> Iterator[Found]:
    """Every finding of the manuscript in ``book``, of any severity, with its place."""
    loaded = load(book)
    findings = list(loaded.findings)
    if loaded.publication is not None:
        evidence = judge(read_source(loaded.publication), RULES)
        findings += (finding for one in evidence for finding in one.findings)
    for finding in findings:
        yield finding.rule, finding.location.path, finding.location.line


def test_the_clean_book_has_no_defect() -> None:
    """No rule finds anything in it, not even as information."""
    assert list(found_in(BOOK)) == []


@pytest.mark.parametrize("defect", IN_MANUSCRIPT, ids=lambda defect: defect.name)
def test_a_defect_is_found_by_its_rule_at_its_place_and_nothing_else_is(
    defect: Defect, tmp_path: Path
) -> None:
    """One change, one finding, where an author would look for it."""
    book = sown(defect, tmp_path / "bok")
    assert list(found_in(book)) == [(defect.rule, *defect.place(BOOK, book))]


@pytest.mark.parametrize(
    "defect", [one for one in MISSED if isinstance(one, Defect)], ids=lambda defect: defect.name
)
def test_what_no_rule_sees_is_known(defect: Defect, tmp_path: Path) -> None:
    """A defect that is found now belongs among the others."""
    assert list(found_in(sown(defect, tmp_path / "bok"))) == []
