"""The count of what a manuscript has to fix, made once for each state of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bindery.manuscript.source import Manuscript
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.build import build
from bindery.pipeline.tally import Tally, rules_found, tally
from bindery.rules.judge import judge
from bindery.rules.manuscript import RULES
from bindery.vocabulary.evidence import Evidence
from tests.shelf import write_book

pytestmark = pytest.mark.slow


def test_it_counts_what_the_rules_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An image without words is an error; the second time, nothing is looked at again."""
    book = write_book(tmp_path, "# Byen\n\n![](../figures/kart.svg)\n\nTekst.\n")
    assert tally(build(book)) == Tally(1, 0)
    monkeypatch.setattr(BookFolder, "evidence", None)
    assert tally(build(book)) == Tally(1, 0)


def test_another_manuscript_is_counted_again(tmp_path: Path) -> None:
    """What was noted is of the manuscript as it was."""
    book = write_book(tmp_path, "# Byen\n\n![](../figures/kart.svg)\n\nTekst.\n")
    assert tally(build(book)).errors == 1
    write_book(tmp_path, "# Byen\n\nTekst.\n")
    assert tally(build(book)).errors == 0


def test_it_counts_while_pages_are_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rules are asked once, of the book as it was read."""
    asked: list[Manuscript] = []

    def counted(manuscript: Manuscript, *_: object) -> Iterator[Evidence]:
        asked.append(manuscript)
        return judge(manuscript, RULES)

    monkeypatch.setattr("bindery.rules.judge.judge", counted)
    book = write_book(tmp_path, "# Byen\n\n![](../figures/kart.svg)\n\nTekst.\n")
    built = build(book, meanwhile=rules_found)
    assert len(asked) == 1
    assert tally(built) == Tally(1, 0)
    assert len(asked) == 1


def test_what_breaks_meanwhile_breaks_no_build(tmp_path: Path) -> None:
    """Editions are made, and whoever counts afterwards is told."""

    def broken(_: BookFolder) -> None:
        raise ValueError

    assert build(write_book(tmp_path, "# Byen\n\nTekst.\n"), meanwhile=broken).outputs
