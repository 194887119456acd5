"""Checking only the manuscript, as before a commit: the same findings, and nothing written."""

import re
from pathlib import Path

import pytest
import yaml
from invoke.context import Context
from invoke.exceptions import Exit

from bindery import tasks
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.check_fast import check_fast
from bindery.vocabulary.evidence import Evidence
from tests.shelf import HOUSE, write_book

CHAPTER = "# En\n\n![](../figures/kart.svg)\n\nSe [siden](borte.md).\n"


def all_below(folder: Path) -> set[Path]:
    """Everything that is in it."""
    return set(folder.rglob("*"))


def test_it_finds_what_the_rules_find_and_writes_nothing(tmp_path: Path) -> None:
    """A dead link and an image without words are errors, as in a whole check."""
    book = write_book(tmp_path, CHAPTER)
    before = all_below(book)
    checked = check_fast(book)
    found = {(one.rule, one.location.line) for one in checked.findings}
    assert {("image-has-alt-text", 3), ("link-leads-somewhere", 5)} <= found
    assert checked.failed
    of_manuscript = [one for one in BookFolder(book).evidence if one.subject == "manuscript"]
    assert numbered(checked.evidence) == numbered(tuple(of_manuscript))
    assert all_below(book) == before


def numbered(evidence: tuple[Evidence, ...]) -> list[tuple[str, int]]:
    """Each rule with the number of its findings."""
    return [(one.rule, len(one.findings)) for one in evidence]


def test_a_manuscript_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    """Then there is nothing that rules could look at."""
    book = write_book(tmp_path, "", files={"chapters/01.md": b"# R\xf8d\n"})
    checked = check_fast(book)
    assert [one.rule for one in checked.stopped_by] == ["chapter-is-utf8"]
    assert checked.failed


@pytest.mark.parametrize(("chapter", "status"), [(CHAPTER, 1), ("# En\n\nTekst.\n", 0)])
def test_the_status_stops_a_commit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], chapter: str, status: int
) -> None:
    """1 with errors, 0 without, and the findings are printed."""
    book = write_book(tmp_path, chapter)
    try:
        tasks.check.body(Context(), book=str(book), lang="en", fast=True)
        ended = 0
    except Exit as stopped:
        ended = stopped.code
    assert ended == status
    assert ("image-has-alt-text" in capsys.readouterr().out) == bool(status)
    assert not (book / "build").exists()


@pytest.mark.parametrize("other", ["rebuild", "afresh", "require_all"])
def test_what_is_about_editions_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], other: str
) -> None:
    """A check that makes no editions cannot check them all."""
    book = write_book(tmp_path, "# En\n")
    with pytest.raises(Exit) as ended:
        tasks.check.body(Context(), book=str(book), lang="en", fast=True, **{other: True})
    assert ended.value.code == 2
    assert "--fast can only be used with" in capsys.readouterr().err


def test_the_hook_runs_it_when_a_manuscript_is_changed() -> None:
    """pre-commit reads the entry, and which files it is for, from ``.pre-commit-hooks.yaml``."""
    (hook,) = yaml.safe_load((HOUSE / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "bindery check --fast"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    for path in ("manuscript/chapters/01.md", "books/a/manuscript/publication.toml"):
        assert re.search(hook["files"], path)
    for path in ("README.md", "build/a.pdf", "my-manuscript/x.md"):
        assert not re.search(hook["files"], path)
