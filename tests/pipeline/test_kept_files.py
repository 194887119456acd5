"""What one build keeps for the next: right, or not there."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bindery.pipeline import kept_files
from bindery.pipeline.build import build
from bindery.pipeline.kept_files import FOLDER, KeptFiles
from bindery.tools import pandoc
from tests.shelf import write_book

KEY, OTHER = "a" * 64, "b" * 64


def kept_in(book: Path, key: str = KEY) -> bytes | None:
    """What the next build is given."""
    return KeptFiles(book).recall(key)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A folder where something is kept."""
    kept = KeptFiles(tmp_path / "bok")
    kept.keep(KEY, b"some words")
    kept.save()
    return tmp_path / "bok"


def test_what_is_kept_is_recalled(book: Path) -> None:
    """By its key alone; not at all if everything is made afresh."""
    assert kept_in(book) == b"some words"
    assert kept_in(book, OTHER) is None
    assert KeptFiles(book, afresh=True).recall(KEY) is None


def test_what_two_builds_do_not_use_is_removed(book: Path) -> None:
    """A build need not use all that the next one does; a file not written whole is of no use."""
    (book / FOLDER / OTHER).write_bytes(b"half")
    for names in (["index.json", "c" * 64, KEY], ["index.json", "c" * 64]):
        kept = KeptFiles(book)
        kept.keep("c" * 64, b"new words")
        kept.save()
        assert {path.name for path in (book / FOLDER).iterdir()} == {*names}
    assert kept_in(book, "c" * 64) == b"new words"


def test_what_is_used_again_in_time_stays(book: Path) -> None:
    """Only two builds in a row that do not use it are too many."""
    for _ in range(3):
        KeptFiles(book).save()
        kept = KeptFiles(book)
        assert kept.recall(KEY) == b"some words"
        kept.save()


def test_what_is_recalled_stays(book: Path) -> None:
    """It need not be kept once more."""
    kept = KeptFiles(book)
    assert kept.recall(KEY)
    kept.save()
    assert kept_in(book) == b"some words"


def _written_over(book: Path) -> None:
    path = book / FOLDER / KEY
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_bytes(b"wrong word")
    os.utime(path, ns=times)


def _replaced_by_a_copy(book: Path) -> None:
    path = book / FOLDER / KEY
    shutil.copy2(path, book / "copy")
    (book / "copy").replace(path)


def _moved_to_another_folder(book: Path) -> None:
    shutil.copytree(book, book.with_name("copy"))
    shutil.rmtree(book)
    book.with_name("copy").rename(book)


def _a_pipe(book: Path) -> None:
    (book / FOLDER / KEY).unlink()
    os.mkfifo(book / FOLDER / KEY)


def _a_folder(book: Path) -> None:
    (book / FOLDER / KEY).unlink()
    (book / FOLDER / KEY).mkdir()


def _index(change: Callable[[dict[str, object]], object]) -> Callable[[Path], None]:
    def changed(book: Path) -> None:
        path = book / FOLDER / "index.json"
        path.write_text(json.dumps(change(json.loads(path.read_bytes()))), encoding="utf-8")

    return changed


def _index_of(content: bytes) -> Callable[[Path], None]:
    def written(book: Path) -> None:
        (book / FOLDER / "index.json").write_bytes(content)

    return written


def _an_index_that_is_a_pipe(book: Path) -> None:
    (book / FOLDER / "index.json").unlink()
    os.mkfifo(book / FOLDER / "index.json")


@pytest.mark.parametrize(
    "damage",
    [
        _written_over,
        _replaced_by_a_copy,
        _moved_to_another_folder,
        _a_pipe,
        _a_folder,
        _an_index_that_is_a_pipe,
        pytest.param(_index(lambda said: said | {"code": "other"}), id="written by other code"),
        pytest.param(_index(lambda said: said | {"files": {KEY: [1]}}), id="another shape"),
        pytest.param(_index(lambda said: said | {"files": {KEY: ["1"] * 4}}), id="words"),
        pytest.param(_index(lambda said: said | {"files": [KEY]}), id="a list"),
        pytest.param(_index(lambda said: said | {"idle": 3}), id="idle, and no list"),
        pytest.param(_index(lambda _: []), id="no object"),
        pytest.param(_index_of(b"{"), id="not JSON"),
        pytest.param(_index_of(b"[" * 100_000), id="too deep"),
        pytest.param(_index_of(b"\xff"), id="not UTF-8"),
    ],
)
def test_what_is_not_as_it_was_written_is_not_there(
    book: Path, damage: Callable[[Path], None]
) -> None:
    """It is made again, and the next one finds it."""
    damage(book)
    assert kept_in(book) is None
    kept = KeptFiles(book)
    kept.keep(KEY, b"again")
    kept.save()
    assert kept_in(book) == b"again"


def test_no_file_outside_the_folder_is_recalled(book: Path) -> None:
    """Whatever the index calls it."""
    secret = book / "secret"
    secret.write_bytes(b"mine")
    state = kept_files._state(secret.stat(), b"mine")
    _index(lambda said: said | {"files": {"../../../secret": state}})(book)
    assert kept_in(book, "../../../secret") is None


def test_it_does_not_grow_without_end(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What there is no room for is not kept."""
    monkeypatch.setattr(kept_files, "MOST", 15)
    kept = KeptFiles(book)
    assert kept.recall(KEY)
    kept.keep(OTHER, b"too long")
    kept.keep("c" * 64, b"short")
    kept.save()
    assert [kept_in(book, key) for key in (KEY, OTHER, "c" * 64)] == [b"some words", None, b"short"]


def test_a_folder_that_cannot_be_written_is_no_fault(book: Path) -> None:
    """Then nothing is kept."""
    shutil.rmtree(book / FOLDER)
    (book / FOLDER).write_bytes(b"")
    kept = KeptFiles(book)
    kept.keep(KEY, b"again")
    kept.save()
    assert kept_in(book) is None


@pytest.mark.slow
def test_a_chapter_is_read_when_it_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are not, and the editions are those of a build from scratch, byte for byte."""
    asked: list[int] = []
    render = pandoc.render

    def counted(chapters: list[str], reader: Path) -> list[str | pandoc.UnreadableError]:
        asked.append(len(chapters))
        return render(chapters, reader)

    monkeypatch.setattr(pandoc, "render", counted)
    chapters = [f"# Kapittel {number}\n\nTekst $x^{number}$ koster $5.\n" for number in range(4)]
    edited, afresh = tmp_path / "edited", tmp_path / "afresh"
    build(write_book(edited, *chapters))
    chapters[2] = f"{chapters[2]}\nMer tekst.[^1]\n\n[^1]: En note.\n"
    chapters[0], chapters[3] = chapters[3], chapters[0]
    outputs = build(write_book(edited, *chapters)).outputs
    others = build(write_book(afresh, *chapters)).outputs
    assert asked == [4, 1, 4]
    assert len(outputs) == len(others) > 2
    for one, other in zip(outputs, others, strict=True):
        assert one.path.read_bytes() == other.path.read_bytes()
