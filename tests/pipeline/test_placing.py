"""Editions and releases come into place together, or the next command puts in the rest."""

import errno
from pathlib import Path

import pytest

from bindery.pipeline.last_build import NOTE
from bindery.pipeline.placing import (
    RELEASE,
    STAGED_RELEASE,
    UNFINISHED,
    finish,
    place_editions,
    place_release,
)
from tests.pipeline.test_given_book import note_of

NAMES = ("liten.pdf", "liten-large-print.pdf", "liten-pdf20.pdf")


def edition(content: bytes) -> dict[str, bytes]:
    """Three editions with the same content."""
    return dict.fromkeys(NAMES, content)


def note(content: bytes) -> bytes:
    """The note of a build that made them."""
    return note_of(*((f"build/{name}", content) for name in NAMES))


def found(book: Path) -> dict[str, bytes]:
    """What is in ``build/``."""
    return {path.name: path.read_bytes() for path in (book / "build").iterdir() if path.is_file()}


@pytest.mark.parametrize("stops_at", range(4))
def test_a_stop_between_two_renames_is_told_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops_at: int
) -> None:
    """Beside a mixed set there is a folder that says so, and the next command puts in the rest."""
    place_editions(tmp_path, edition(b"old"), note(b"old"))
    done: list[Path] = []
    replace = Path.replace

    def stopping(path: Path, target: Path) -> Path:
        if len(done) == stops_at:
            raise KeyboardInterrupt
        done.append(target)
        return replace(path, target)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, "replace", stopping)
        place_editions(tmp_path, edition(b"new"), note(b"new"))
    assert [*found(tmp_path).values()].count(b"new") == stops_at
    assert "invoke build" in (tmp_path / UNFINISHED / "README.txt").read_text(encoding="utf-8")
    finish(tmp_path)
    assert found(tmp_path) == edition(b"new")
    assert (tmp_path / NOTE).read_bytes() == note(b"new")
    assert {path.name for path in (tmp_path / "build").iterdir()} == {*NAMES, "work"}


def test_what_was_not_whole_is_not_put_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stop before everything is written leaves the old editions, and nothing else."""
    place_editions(tmp_path, edition(b"old"), note(b"old"))
    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space"):
        patched.setattr("bindery.pipeline.placing.write_new", _full)
        place_editions(tmp_path, edition(b"new"), note(b"new"))
    finish(tmp_path)
    assert found(tmp_path) == edition(b"old")
    assert {path.name for path in (tmp_path / "build").iterdir()} == {*NAMES, "work"}
    assert [path.name for path in (tmp_path / "build/work").iterdir()] == ["built.json"]


def _full(path: Path, content: bytes) -> None:
    path.write_bytes(content[:1])
    if path.name == NAMES[-1]:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_folder_in_the_way_stops_before_anything_is_replaced(tmp_path: Path) -> None:
    """All or nothing: it is found out before the first edition is in place."""
    place_editions(tmp_path, edition(b"old"), note(b"old"))
    (tmp_path / "build" / NAMES[-1]).unlink()
    (tmp_path / "build" / NAMES[-1]).mkdir()
    with pytest.raises(IsADirectoryError):
        place_editions(tmp_path, edition(b"new"), note(b"new"))
    assert {*found(tmp_path).values()} == {b"old"}


def test_an_edition_somebody_has_changed_is_not_left_over(tmp_path: Path) -> None:
    """One that is not made any more is removed, unless it has been changed."""
    place_editions(tmp_path, edition(b"old"), note(b"old"))
    (tmp_path / "build" / NAMES[1]).write_bytes(b"mine")
    place_editions(tmp_path, {NAMES[0]: b"new"}, note_of((f"build/{NAMES[0]}", b"new")))
    assert found(tmp_path) == {NAMES[0]: b"new", NAMES[1]: b"mine"}


@pytest.mark.parametrize("stops_at", range(3))
def test_a_release_is_the_old_one_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops_at: int
) -> None:
    """Wherever it is stopped, the next command leaves a whole one, and nothing beside it."""
    for content in ("old", "new"):
        staged = tmp_path / STAGED_RELEASE
        staged.mkdir(parents=True)
        (staged / "a").write_text(content, encoding="utf-8")
        if content == "old":
            place_release(tmp_path)
    done: list[Path] = []
    rename = Path.rename

    def stopping(path: Path, target: Path) -> Path:
        if len(done) == stops_at:
            raise KeyboardInterrupt
        done.append(target)
        return rename(path, target)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, "rename", stopping)
        place_release(tmp_path)
    finish(tmp_path)
    expected = "old" if stops_at == 0 else "new"
    assert (tmp_path / RELEASE / "a").read_text(encoding="utf-8") == expected
    assert not [*(tmp_path / "build/work").glob("release.*")]
