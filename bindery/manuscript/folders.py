"""The files of a folder, as whoever opens it sees them: a link is what it leads to."""

from collections.abc import Iterator
from pathlib import Path

from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

_UNREADABLE = Text(
    nb="{path} kan ikke leses: {reason}.",
    en="{path} cannot be read: {reason}.",
)
_ALLOW = Text(
    nb="Gi deg selv tilgang, eller flytt det ut av boka.",
    en="Give yourself access, or move it out of the book.",
)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below ``folder``, in order, with links followed.

    A link to a folder that it stands in leads no deeper. A folder that is not there has no files.
    Raises ``PipelineError`` where a folder may not be read.
    """
    if folder.is_dir():
        yield from _below(folder, frozenset({folder.resolve()}))


def _below(folder: Path, above: frozenset[Path]) -> Iterator[Path]:
    """The files of ``folder``; ``above`` are the folders it stands in, and itself."""
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        raise _unreadable(folder, error) from error
    for path in inside:
        if path.is_file():
            yield path
        elif path.is_dir() and (real := path.resolve()) not in above:
            yield from _below(path, above | {real})


def contents(path: Path) -> bytes:
    """What is in the file at ``path``. Raises ``PipelineError`` where it may not be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> PipelineError:
    return PipelineError(_UNREADABLE.filled(path=path, reason=error.strerror), _ALLOW)
