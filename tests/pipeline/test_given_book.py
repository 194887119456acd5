"""A book that one is given may have a ``build/`` of its own: nothing there leads out of it."""

import json
import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from invoke.context import Context
from invoke.exceptions import Exit

from bindery import tasks
from bindery.pipeline.check import clear_reports
from bindery.pipeline.last_build import NOTE, last_build
from bindery.pipeline.own_folder import alone, require_own
from bindery.pipeline.past_releases import RELEASES
from bindery.pipeline.placing import UNFINISHED, finish, place_editions
from bindery.tools.writing import write_through, write_whole
from bindery.vocabulary.errors import PipelineError

PDF = "liten.pdf"
SECRET = b"somebody's own"
NEW = {PDF: b"new", "liten.epub": b"new", "liten.html": b"new"}


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """A file outside the book."""
    file = tmp_path / "outside/victim.pdf"
    file.parent.mkdir()
    file.write_bytes(SECRET)
    return file


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with an empty ``build/``."""
    folder = tmp_path / "book"
    (folder / "build/work").mkdir(parents=True)
    (folder / "manuscript/chapters").mkdir(parents=True)
    (folder / "manuscript/chapters/01.md").write_bytes(SECRET)
    return folder


def note_of(*files: tuple[str, bytes], fingerprint: str = "x", **other: object) -> bytes:
    """A note that says that ``files``, by their paths, were built."""
    output = {"edition": "pdf", "size": 1, "count": 1, "unit": {"nb": "", "en": ""}, "seconds": 1.0}
    outputs = [
        {**output, "path": path, "sha256": sha256(content).hexdigest(), **other}
        for path, content in files
    ]
    return json.dumps({"fingerprint": fingerprint, "outputs": outputs, "findings": []}).encode()


@pytest.mark.parametrize(
    "path",
    [
        "../outside/victim.pdf",
        "build/../../outside/victim.pdf",
        "manuscript/chapters/01.md",
        "build/work/../../../outside/victim.pdf",
        "{outside}",
    ],
)
def test_a_note_names_no_other_files(book: Path, victim: Path, path: str) -> None:
    """What a note says was built elsewhere is not removed as left over."""
    named = path.format(outside=victim)
    (book / NOTE).write_bytes(note_of((named, SECRET)))
    assert last_build(book) is None
    place_editions(book, NEW, note_of())
    assert victim.read_bytes() == SECRET
    assert (book / "manuscript/chapters/01.md").read_bytes() == SECRET


def test_a_left_over_edition_is_removed(book: Path) -> None:
    """The same note about a file of our own does remove it: the test above can fail."""
    (book / "build/old.pdf").write_bytes(SECRET)
    (book / NOTE).write_bytes(note_of(("build/old.pdf", SECRET)))
    place_editions(book, NEW, note_of())
    assert not (book / "build/old.pdf").exists()


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"[" * 100_000,
        b"{}",
        b'{"fingerprint": 1, "outputs": [], "findings": []}',
        note_of(("build/x.pdf", b""), size="1"),
        note_of(("build/x.pdf", b""), unit=None),
        note_of(("build/x\0.pdf", b"")).replace(b'"sha256"', b'"sha1"'),
        b"\xff",
    ],
)
def test_a_damaged_note_is_no_note(book: Path, note: bytes) -> None:
    """Whatever is wrong with it, it says nothing, and there is no traceback."""
    (book / NOTE).write_bytes(note)
    assert last_build(book) is None


@pytest.mark.parametrize("name", [NOTE, "build/.liten.pdf.new", "build/liten.pdf", UNFINISHED])
def test_a_link_to_a_file_is_not_written_through(book: Path, victim: Path, name: str) -> None:
    """The link is replaced by a file of ours, and what it led to is as it was."""
    (book / name).symlink_to(victim)
    require_own(book)
    finish(book)
    place_editions(book, NEW, note_of(("build/liten.pdf", b"new")))
    assert victim.read_bytes() == SECRET
    assert {path.name for path in victim.parent.iterdir()} == {victim.name}
    assert (book / "build/liten.pdf").read_bytes() == b"new"
    assert not (book / "build/liten.pdf").is_symlink()


@pytest.mark.parametrize("name", ["evidence.json", ".evidence.json.new"])
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_report_is_not_written_through_a_link(
    book: Path, victim: Path, name: str, link: Callable[[Any, Any], None]
) -> None:
    """Neither through a symbolic link nor into a file that has another name elsewhere."""
    reports = book / "build/reports"
    reports.mkdir()
    link(victim, reports / name)
    write_whole(reports / "evidence.json", "{}")
    assert victim.read_bytes() == SECRET
    assert (reports / "evidence.json").read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("folder", ["build", "build/work", "build/reports"])
def test_a_folder_that_is_a_link_is_refused(book: Path, victim: Path, folder: str) -> None:
    """One sentence says so, and nothing is written or removed where it leads."""
    (book / "build/work").rmdir()
    if folder == "build":
        (book / folder).rmdir()
    (book / folder).symlink_to(victim.parent)
    for command in (require_own, clear_reports):
        with pytest.raises(PipelineError, match=f"{folder}/ is a link"):
            command(book)
    assert victim.read_bytes() == SECRET


def test_links_below_our_own_folders_are_removed(book: Path, victim: Path) -> None:
    """A checker's report must not land where a link leads, and the link is nobody's but ours."""
    deep = book / "build/reports/index"
    deep.mkdir(parents=True)
    (deep / "ace").symlink_to(victim.parent)
    (book / "build/work/fontconfig").symlink_to(victim.parent)
    require_own(book)
    assert [*deep.iterdir()] == []
    assert [*(book / "build/work").iterdir()] == []
    assert victim.read_bytes() == SECRET


@pytest.mark.parametrize("folder", ["build", "build/reports"])
def test_clean_removes_nothing_elsewhere(
    book: Path, victim: Path, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """``clean`` is refused where a folder is a link, too."""
    (book / "build/work").rmdir()
    if folder == "build":
        (book / folder).rmdir()
    (book / folder).symlink_to(victim.parent)
    with pytest.raises(Exit):
        tasks.clean.body(Context(), book=str(book), lang="en")
    assert "is a link" in capsys.readouterr().err
    assert victim.read_bytes() == SECRET


def test_a_record_of_releases_is_not_written_out_of_the_book(book: Path, victim: Path) -> None:
    """A link within the book is followed, one out of it is refused."""
    (book / RELEASES).symlink_to(victim)
    with pytest.raises(PipelineError, match="outside the publication"):
        write_through(book / RELEASES, "x", within=book)
    assert victim.read_bytes() == SECRET


def test_a_pipe_in_the_place_of_an_edition_does_not_hang(book: Path) -> None:
    """Nobody writes to it, so reading it would never end."""
    os.mkfifo(book / "build/liten.pdf")
    (book / NOTE).write_bytes(note_of(("build/liten.pdf", b"new")))
    last = last_build(book)
    assert last is not None
    assert not last.is_whole()
    assert last.touched() == frozenset()


def test_two_commands_wait_for_each_other(book: Path) -> None:
    """The second says that it waits, and goes on when the first is done."""
    said: list[str] = []
    inside: list[bool] = []

    def second() -> None:
        with alone(book, lambda text: said.append(text.en)):
            inside.append(True)

    with alone(book):
        thread = Thread(target=second)
        thread.start()
        while not said:
            assert not inside
            time.sleep(0.01)
        assert not inside
    thread.join()
    assert inside
    assert said == ["Waiting for another command in the same publication"]
