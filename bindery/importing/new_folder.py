"""Put a new publication in place: the whole folder, or nothing, and never over anything."""

import os
from collections.abc import Callable
from pathlib import Path

from bindery.manuscript.files import shown
from bindery.tools.afterwards import scratch
from bindery.tools.stopped_early import not_stopped
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

_NO_NAME = Text(
    nb="«{folder}» kan ikke være navnet på en mappe.",
    en="“{folder}” cannot be the name of a folder.",
)
_NAME_ONE = Text(
    nb="Skriv et navn på en ny mappe, for eksempel: bindery new rapport",
    en="Write the name of a new folder, for example: bindery new report",
)
_TAKEN = Text(
    nb="Mappen {folder} finnes, og i den er {inside}. Ingenting er gjort.",
    en="The folder {folder} is there, and has {inside} in it. Nothing has been done.",
)
_IS_NO_FOLDER = Text(
    nb="{folder} finnes, og er ikke en tom mappe. Ingenting er gjort.",
    en="{folder} is there, and is not an empty folder. Nothing has been done.",
)
_ANOTHER = Text(nb="Velg en mappe som er ny eller tom.", en="Choose a folder that is new or empty.")
_NOT_WRITTEN = Text(
    nb="Mappen {folder} kunne ikke lages: {reason}.",
    en="The folder {folder} could not be made: {reason}.",
)
_MAKE_ROOM = Text(
    nb="Sjekk at disken har plass, og at du kan skrive der. Ingenting er lagt igjen.",
    en="Check that the disk has room and that you can write there. Nothing has been left.",
)


def require_new(named: str) -> Path:
    """The folder that is ``named``. Raises ``PipelineError`` unless it is new or empty."""
    if not named.strip() or named.startswith("-") or "\0" in named or shown(named) != named:
        raise PipelineError(_NO_NAME.filled(folder=shown(named)), _NAME_ONE)
    folder = Path(os.path.abspath(named))  # noqa: PTH100 - a link at its end is not followed
    if not folder.name:
        raise PipelineError(_NO_NAME.filled(folder=named), _NAME_ONE)
    try:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise PipelineError(_IS_NO_FOLDER.filled(folder=named), _ANOTHER)
        inside = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    except OSError as error:
        raise _not_written(folder, error) from error
    if inside:
        several = ", ".join(map(shown, inside[:3])) + (" …" if len(inside) > 3 else "")
        raise PipelineError(_TAKEN.filled(folder=named, inside=several), _ANOTHER)
    return folder


def place_whole(folder: Path, fill: Callable[[Path], None]) -> None:
    """Let ``fill`` write a new folder, and give it its place as ``folder`` when it is whole.

    Until then it is in a hidden folder beside it, which goes away even if this process is killed.
    """
    try:
        beside = next(path for path in folder.parents if path.is_dir())
        with scratch(beside) as hidden:
            made = hidden / folder.name
            made.mkdir()
            fill(made)
            with not_stopped():
                folder.parent.mkdir(parents=True, exist_ok=True)
                made.rename(folder)
    except OSError as error:
        raise _not_written(folder, error) from error


def _not_written(folder: Path, error: OSError) -> PipelineError:
    told = _NOT_WRITTEN.filled(folder=shown(str(folder)), reason=error.strerror or str(error))
    return PipelineError(told, _MAKE_ROOM)
