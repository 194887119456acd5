"""Write a file in one step, never half of it."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

NOT_WRITTEN = Text(
    nb="Filen {path} kunne ikke skrives: {reason}.",
    en="The file {path} could not be written: {reason}.",
)
MAKE_ROOM = Text(
    nb="Sjekk at disken har plass og at mappen er skrivbar.",
    en="Check that the disk has room and the folder is writable.",
)


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` beside ``path``, and put it in place when it is complete.

    A symbolic link stays one, the file keeps its permissions, and line endings are those of
    ``text``.
    """
    real = Path(os.path.realpath(path))
    beside = real.with_name(f".{real.name}.new")
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8", newline="")
        with suppress(FileNotFoundError):
            shutil.copymode(real, beside)
        os.replace(beside, real)  # noqa: PTH105 - replaces in one step, as the name says
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise _not_written(path, error) from error


def remove(path: Path) -> None:
    """Remove the report at ``path``, if there is one."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: OSError) -> PipelineError:
    return PipelineError(NOT_WRITTEN.filled(path=path, reason=error.strerror), MAKE_ROOM)
