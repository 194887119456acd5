"""Clear up after this process, even if it is killed: end programs it started, remove its scratch.

A second process does it. It runs this file alone, reads a line for each group of processes and
each folder, and acts when the line to it is closed, as by the end of the first process.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import IO

_GROUP, _FOLDER = "group", "folder"
_BEGIN, _END = "+", "-"

_starting = Lock()
_watchers: dict[int, IO[str]] = {}
"""The line to the second process, by the process that has it: a fork must not use its parent's."""


@contextmanager
def killed_with_us(group: int) -> Iterator[None]:
    """The process group ``group`` is killed if this process ends meanwhile, in whatever way."""
    with _told(_GROUP, str(group)):
        yield


@contextmanager
def scratch(inside: Path | None = None) -> Iterator[Path]:
    """A temporary folder, ``inside`` another. It is removed at the end, also after a kill."""
    made = tempfile.TemporaryDirectory(
        prefix=".bindery-" if inside else "bindery-", dir=inside, ignore_cleanup_errors=True
    )
    with made as folder, _told(_FOLDER, folder):
        yield Path(folder)


@contextmanager
def _told(kind: str, what: str) -> Iterator[None]:
    _tell(f"{_BEGIN} {kind} {what}")
    try:
        yield
    finally:
        _tell(f"{_END} {kind} {what}")


def _tell(line: str) -> None:
    # Without a second process the work goes on: what is lost is only the clearing up.
    with _starting, suppress(OSError, ValueError):
        if os.getpid() not in _watchers:
            _watchers[os.getpid()] = _started()
        print(line.replace("\n", " "), file=_watchers[os.getpid()], flush=True)


def _started() -> IO[str]:
    process = subprocess.Popen(  # noqa: S603 - Python itself, and this file
        # -I and -S: nothing of the user's or of a library is imported.
        [sys.executable, "-I", "-S", __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        # In a group of its own an interrupt from the terminal does not reach it.
        process_group=0,
    )
    assert process.stdin is not None
    # It outlives this process, on purpose: nobody waits for it.
    process.returncode = 0
    return process.stdin


def _clear_up() -> None:
    """Read what there is, until nobody writes any more. Then end and remove what is left."""
    left: dict[str, None] = {}
    for line in sys.stdin:
        begun, _, what = line.rstrip("\n").partition(" ")
        if begun == _BEGIN:
            left[what] = None
        else:
            left.pop(what, None)
    # Programs first: they may be writing in the folders.
    for kind, _, what in (entry.partition(" ") for entry in left):
        if kind == _GROUP:
            with suppress(OSError):
                os.killpg(int(what), signal.SIGKILL)
    for kind, _, what in (entry.partition(" ") for entry in left):
        if kind == _FOLDER:
            shutil.rmtree(what, ignore_errors=True)


if __name__ == "__main__":
    _clear_up()
