"""The tasks: which book they are about, and in whose ``tasks.py`` they work."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from invoke.context import Context
from invoke.exceptions import Exit

from bindery import tasks
from bindery.pipeline import in_a_task
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.build import Built
from bindery.pipeline.freshness import Sources
from bindery.pipeline.tally import rules_found
from bindery.tools.run import Finished, run
from tests.shelf import HOUSE, write_book

CANNOT_BE_BUILT = {"chapters/01.md": b"# R\xf8d\n"}
"""A chapter that cannot be read."""


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """The books that were built. Nothing is made of them."""
    books: list[Path] = []

    def build(book: Path, _progress: object, *, rebuild: bool, meanwhile: object) -> Built:
        assert not rebuild
        assert meanwhile is rules_found
        books.append(book)
        return Built(BookFolder(book), Sources(book), (), ())

    monkeypatch.setattr("bindery.pipeline.build.build", build)
    in_a_task._say_which.cache_clear()
    yield books
    in_a_task._say_which.cache_clear()


def invoke(folder: Path, *line: str | Path) -> Finished:
    """What plain invoke makes of ``line`` in ``folder``, with the tasks of its ``tasks.py``."""
    environment = os.environ | {"PYTHONPATH": str(HOUSE)}
    return run([sys.executable, "-m", "invoke", *line], cwd=folder, env=environment)


def build(book: str = "", lang: str = "") -> int:
    """The exit status of a build."""
    try:
        tasks.build.body(Context(), book=book, lang=lang)
    except Exit as ended:
        return ended.code
    return 0


@pytest.mark.parametrize("inside", [".", "manuscript/chapters", "elsewhere/deep"])
def test_without_a_book_it_is_the_nearest(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    built: list[Path],
    inside: str,
) -> None:
    """The folder one stands in, or the nearest above it with a manuscript, and it is said once."""
    book = write_book(tmp_path, "# En\n")
    (book / inside).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(book / inside)
    build()
    build()
    assert built == [book, book]
    assert capsys.readouterr().out == f"Publikasjonen i {book}\n"


def test_a_book_that_is_named_need_not_be_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], built: list[Path]
) -> None:
    """Whoever has named the book knows which it is."""
    book = write_book(tmp_path, "# En\n")
    build(str(book))
    assert built == [book]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", ["build", "check", "release", "clean"])
@pytest.mark.parametrize("book", ["", "nowhere", "bare"])
def test_where_no_book_is_there_is_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    book: str,
) -> None:
    """No manuscript: a sentence that says so, one that says what to do, and nothing is touched."""
    (tmp_path / "bare/build").mkdir(parents=True)
    (tmp_path / "bare/build/mine.txt").touch()
    monkeypatch.chdir(tmp_path / "bare")
    with pytest.raises(Exit) as ended:
        getattr(tasks, name).body(Context(), book=book and str(tmp_path / book), lang="nb")
    assert ended.value.code == 2
    what, next = capsys.readouterr().err.splitlines()
    assert str(tmp_path / (book or "bare")) in what
    assert "--book" in next
    assert [path.name for path in (tmp_path / "bare/build").iterdir()] == ["mine.txt"]


def test_a_language_without_messages_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], built: list[Path]
) -> None:
    """A language that no message is written in is refused before anything is done."""
    assert build(str(write_book(tmp_path, "# En\n")), "xx") == 2
    assert "xx" in capsys.readouterr().err
    assert built == []


def test_clean_leaves_only_what_is_not_built(tmp_path: Path) -> None:
    """What was built is gone, and the manuscript and the note in ``build/`` are there."""
    book = write_book(tmp_path, "# En\n")
    for name in ("a.pdf", "reports/x.json", "README.md"):
        path = book / "build" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    tasks.clean.body(Context(), book=str(book))
    assert [path.name for path in (book / "build").iterdir()] == ["README.md"]
    assert (book / "manuscript/publication.toml").is_file()


@pytest.mark.slow
def test_the_tasks_work_in_anybodys_file(tmp_path: Path) -> None:
    """One import in a ``tasks.py`` beside the manuscript, and invoke knows all of them."""
    book = write_book(tmp_path, "", files=CANNOT_BE_BUILT)
    (book / "tasks.py").write_text("from bindery.tasks import namespace\n", encoding="utf-8")
    listed = invoke(book, "--list").stdout
    assert all(f"  {name} " in listed for name in ("build", "check", "release", "setup", "clean"))
    ended = invoke(book, "build")
    assert ended.status == 1
    assert ended.stdout.startswith(f"Publikasjonen i {book}\n")
    assert "feil[chapter-is-utf8]" in ended.stdout


@pytest.mark.slow
def test_invoke_refuses_a_line_about_two_books(tmp_path: Path) -> None:
    """To invoke, ``build check --book X`` builds another book than X: so nothing is built."""
    here = write_book(tmp_path / "here", "", files=CANNOT_BE_BUILT)
    there = write_book(tmp_path / "there", "", files=CANNOT_BE_BUILT)
    (tmp_path / "tasks.py").write_text("from bindery.tasks import namespace\n", encoding="utf-8")
    ended = invoke(here, "build", "check", "--book", there)
    assert ended.status == 2
    assert f"build {here}, check {there}" in ended.stderr
    assert ended.stdout == ""
    # Named for each, or standing in it, it is one book: that it cannot be built is found out.
    for line in (("build", "--book", there, "check", "--book", there), ("build", "check")):
        assert "feil[chapter-is-utf8]" in invoke(there, *line).stdout
