"""Writing a report so that there is never half of one."""

import os
from contextlib import suppress
from pathlib import Path

from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

NOT_WRITTEN = Text(
    nb="Rapporten {path} kunne ikke skrives: {reason}.",
    en="The report {path} could not be written: {reason}.",
)
MAKE_ROOM = Text(
    nb="Sjekk at disken har plass og at mappen er skrivbar.",
    en="Check that the disk has room and the folder is writable.",
)


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` beside ``path``, and put it in place when it is complete."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, path)  # noqa: PTH105 - replaces in one step, as the name says
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise _not_written(path, error) from error


def remove(path: Path) -> None:
    """Take away the report at ``path``, if there is one."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: OSError) -> PipelineError:
    return PipelineError(NOT_WRITTEN.filled(path=path, reason=error.strerror), MAKE_ROOM)
