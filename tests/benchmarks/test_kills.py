"""Put editions and a release in place, killed before every step: nothing is lost or mixed."""

import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks.die_at import MARK
from benchmarks.kills import Sets
from bindery.pipeline.placing import RELEASE, STAGED_RELEASE, UNFINISHED, finish, place_editions
from tests.pipeline.test_given_book import note_of
from tests.pipeline.test_placing import NAMES
from tests.shelf import HOUSE

pytestmark = pytest.mark.slow

STEPS = range(1, 24)
"""As many as it takes: the test below counts them."""

SCRIPT = """
import sys
from pathlib import Path
from benchmarks.die_at import die_at
from bindery.pipeline.placing import place_editions, place_release
book = Path(sys.argv[2])
note = Path(sys.argv[3]).read_bytes()
names = sys.argv[4:]
die_at(int(sys.argv[1]), book)
place_editions(book, dict.fromkeys(names, b"new"), note)
place_release(book)
"""


def prepared(folder: Path) -> tuple[Path, Path]:
    """A book with old editions, an old release and a new one that is staged; and the new note."""
    book, note = folder / "book", folder / "note"
    place_editions(book, dict.fromkeys(NAMES, b"old"), note_of(*_built(b"old")))
    note.write_bytes(note_of(*_built(b"new")))
    for place, content in ((RELEASE, "old"), (STAGED_RELEASE, "new")):
        (book / place).mkdir(parents=True)
        for name in ("a", "b"):
            (book / place / name).write_text(content, encoding="utf-8")
    return book, note


def _built(content: bytes) -> list[tuple[str, bytes]]:
    return [(f"build/{name}", content) for name in NAMES]


def _digests(content: bytes) -> dict[str, str]:
    return dict.fromkeys(NAMES, sha256(content).hexdigest())


def place(step: int, book: Path, note: Path) -> "subprocess.CompletedProcess[str]":
    """Put all in place in a process of its own, which is killed before ``step``."""
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, str(step), str(book), str(note), *NAMES],
        env=os.environ | {"PYTHONPATH": str(HOUSE)},
        check=False,
        capture_output=True,
        text=True,
    )


def release_of(book: Path) -> set[str]:
    """The different contents of the files of the release."""
    return {path.read_text(encoding="utf-8") for path in (book / RELEASE).glob("*")}


def test_no_step_is_left_out(tmp_path: Path) -> None:
    """There are as many steps as are tried below."""
    book, note = prepared(tmp_path)
    ended = place(0, book, note)
    assert ended.stderr.split() == [MARK, str(len(STEPS))]
    assert release_of(book) == {"new"}


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_loses_and_mixes_nothing(tmp_path: Path, step: int) -> None:
    """Right after it a mixed set is told; after the next command all are of one build."""
    book, note = prepared(tmp_path)
    assert place(step, book, note).returncode == -signal.SIGKILL
    old, new = _digests(b"old"), _digests(b"new")
    assert [*Sets(old, new).faults(book)] == []
    began = (book / UNFINISHED).is_dir() or release_of(book) != {"old"}
    finish(book)
    found = {name: (book / "build" / name).read_bytes() for name in NAMES}
    assert {*found.values()} in ({b"old"}, {b"new"})
    assert {*found.values()} == {b"new"} or not began
    assert release_of(book) in ({"old"}, {"new"})
    assert {path.name for path in (book / "build").iterdir()} == {*NAMES, "work", "release"}
    assert {path.name for path in (book / "build/work").iterdir()} <= {"built.json", "release"}


def test_a_mixed_set_is_seen(tmp_path: Path) -> None:
    """The test above can fail: old and new editions without a folder that says so are a fault."""
    book, _ = prepared(tmp_path)
    sets = Sets(_digests(b"old"), _digests(b"new"))
    (book / "build" / NAMES[0]).write_bytes(b"new")
    assert any("nothing says so" in fault for fault in sets.faults(book))
    (book / UNFINISHED).mkdir()
    assert [*sets.faults(book)] == []
    (book / "build" / NAMES[1]).write_bytes(b"half")
    assert any("neither" in fault for fault in sets.faults(book))
    (book / "build" / NAMES[1]).unlink()
    assert any("other files" in fault for fault in sets.faults(book))
