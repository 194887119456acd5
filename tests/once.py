"""What takes long to make is made once in a test run, by the first of its processes to ask."""

import fcntl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

Make = Callable[[Path], None]


class Once:
    """Folders below ``shared``, by name, which the processes of a test run fill for each other."""

    def __init__(self, shared: Path) -> None:
        self._shared = shared

    def __call__(self, name: str, make: Make) -> Path:
        """The folder ``name``, with what ``make`` puts into it."""
        return self.each({name: make})[name]

    def each(self, makers: Mapping[str, Make]) -> dict[str, Path]:
        """Several folders. Processes that ask at the same time share the work."""
        folders = {name: self._shared / name for name in makers}
        for wait in (False, True):
            for name, folder in folders.items():
                folder.mkdir(exist_ok=True)
                with _held(folder / "lock", wait=wait) as is_held:
                    if is_held and not (folder / "made").exists():
                        makers[name](folder)
                        (folder / "made").touch()
        return folders


@contextmanager
def _held(lock: Path, *, wait: bool) -> Iterator[bool]:
    """Whether ``lock`` is this process's own. Another's is waited for only with ``wait``."""
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
