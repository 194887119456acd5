"""Read a publication again each time one of its files is saved, until somebody stops it."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Event

from watchfiles import DefaultFilter, watch

from bindery.manuscript.files import MANUSCRIPT
from bindery.pipeline.watch.rounds import Reader
from bindery.pipeline.watch.server import LocalServer
from bindery.pipeline.watch.state import Board, State
from bindery.tools.afterwards import scratch

STEP = 10
"""Milliseconds without another change after which a change is told."""

DEBOUNCE = 200
"""Milliseconds after which changes are told although there are more all the time."""

LOOK = 2000
"""Milliseconds between looks at the files themselves: not every disk tells of changes."""

_FOLDERS = (MANUSCRIPT, "templates")

_Looks = frozenset[tuple[str, int, int]]


def keep_watching(
    book: Path,
    begun: Callable[[str], None],
    told: Callable[[State, str], object] = lambda _state, _time: None,
    *,
    stop: Event | None = None,
) -> None:
    """Show the publication in ``book`` while it is written, until ``stop`` or a signal.

    ``begun`` is called with the address of the page, and ``told`` with the state after each change
    and the time. Nothing in the publication's folder is written.
    """
    board = Board()
    with (
        scratch() as folder,
        Reader(book, board, folder) as reader,
        board.told(lambda: told(board.state, f"{datetime.now().astimezone():%H:%M:%S}")),
        LocalServer(board) as server,
    ):
        reader.read()
        begun(server.address)
        for _ in changes(book, stop or Event()):
            reader.read()


def changes(book: Path, stop: Event) -> Iterator[None]:
    """Yield each time something in the manuscript or the templates of ``book`` has changed.

    A folder may be removed and come back, and a disk may not tell of its changes.
    """
    seen = _look(book)
    while not stop.is_set():
        there = _folders(book)
        if not there:
            stop.wait(LOOK / 1000)
        for found in _told([*there], stop):
            now = _look(book)
            if found or now != seen:
                seen = now
                yield
            if _folders(book) != there:
                break


def _folders(book: Path) -> dict[Path, int]:
    """The folders that there are, with what tells one from another of the same name."""
    there = {}
    for folder in (book / name for name in _FOLDERS):
        with suppress(OSError):
            if folder.is_dir():
                there[folder] = folder.stat().st_ino
    return there


def _told(folders: list[Path], stop: Event) -> Iterator[bool]:
    """Whether something was told of, each time it was and from time to time."""
    if not folders:
        yield False
        return
    with suppress(FileNotFoundError):
        for found in watch(
            *folders,
            watch_filter=DefaultFilter(),
            debounce=DEBOUNCE,
            step=STEP,
            rust_timeout=LOOK,
            yield_on_timeout=True,
            stop_event=stop,
        ):
            yield bool(found)


def _look(book: Path) -> _Looks:
    """What the files of ``book`` look like from outside."""
    seen = set()
    for name in _FOLDERS:
        for folder, _, files in os.walk(book / name, followlinks=False):
            for file in files:
                path = f"{folder}/{file}"
                with suppress(OSError):
                    state = os.stat(path)  # noqa: PTH116 - for each file of a publication
                    seen.add((path, state.st_mtime_ns, state.st_size))
    return frozenset(seen)
