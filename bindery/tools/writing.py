"""Write a file in one step, never half of it, and never through a link to another place."""

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
LEADS_OUT = Text(
    nb="Filen {path} kunne ikke skrives: Den er en lenke til et sted utenfor publikasjonen.",
    en="The file {path} could not be written: it is a link to a place outside the publication.",
)
PUT_IT_HERE = Text(
    nb="Legg selve filen i publikasjonen, i stedet for en lenke til den.",
    en="Put the file itself in the publication, instead of a link to it.",
)


def write_new(path: Path, content: bytes) -> None:
    """Write ``content`` to a file that is not there yet. Raises ``OSError`` if something is."""
    with path.open("xb") as file:
        file.write(content)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write ``content`` beside ``path``, and put it in place when it is complete.

    The file keeps its permissions, and text its line endings. A symbolic link is replaced, not
    followed.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # One that was left by a stopped command, or a link that somebody has laid out.
        beside.unlink(missing_ok=True)
        write_new(beside, content.encode() if isinstance(content, str) else content)
        if path.is_file() and not path.is_symlink():
            shutil.copymode(path, beside)
        os.replace(beside, path)  # noqa: PTH105 - replaces in one step, as the name says
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise _not_written(path, error) from error


def write_through(path: Path, text: str, *, within: Path) -> None:
    """Write ``text`` to the file that ``path`` is, or is a link to, if that is ``within`` a folder.

    Raises ``PipelineError`` if a link leads out of the folder.
    """
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(within.resolve()):
        raise PipelineError(LEADS_OUT.filled(path=path), PUT_IT_HERE)
    write_whole(real, text)


def remove(path: Path) -> None:
    """Remove the report at ``path``, if there is one."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(path, error) from error


def remove_tree(path: Path) -> None:
    """Remove the file or folder at ``path``, if there is one; of a link, only the link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _not_written(path: Path, error: OSError) -> PipelineError:
    return PipelineError(NOT_WRITTEN.filled(path=path, reason=error.strerror), MAKE_ROOM)
