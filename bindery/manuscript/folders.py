"""The files of a folder, as whoever opens it sees them: a link is what it leads to."""

from collections.abc import Iterator
from pathlib import Path


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below ``folder``, in order, with links followed.

    A link to a folder that it stands in leads no deeper. A folder that is not there has no files.
    """
    if folder.is_dir():
        yield from _below(folder, frozenset({folder.resolve()}))


def _below(folder: Path, above: frozenset[Path]) -> Iterator[Path]:
    """The files of ``folder``; ``above`` are the folders it stands in, and itself."""
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield path
        elif path.is_dir() and (real := path.resolve()) not in above:
            yield from _below(path, above | {real})
