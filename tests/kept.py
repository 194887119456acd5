"""What is slow to make and depends on nothing but what it is made of, kept from test to test."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bindery.document import typefaces
from bindery.document.typefaces import Face
from bindery.tools import pandoc
from bindery.tools.run import Finished, run

PACKED = typefaces._packed

_LONG = 100_000
"""Letters of an answer that no two tests ask for."""

_subsets: dict[Hashable, bytes] = {}
_chapters: dict[Hashable, Finished] = {}


def _packed(face: Face, folders: tuple[Path, ...], letters: set[int]) -> bytes:
    """A subset of a typeface: the same from the same file, as long as nobody has changed it."""
    files = (folder / face.file for folder in folders)
    states = [file.stat() for file in files if file.is_file()]
    key = (face, folders, *((one.st_mtime_ns, one.st_size) for one in states), *sorted(letters))
    if key not in _subsets:
        _subsets[key] = PACKED(face, folders, letters)
    return _subsets[key]


def _run_pandoc(command: list[str | Path], **given: Any) -> Finished:
    """What pandoc answers: the same to the same command, with the same script, on the same text."""
    scripts = [str(part).rpartition("=")[2] for part in command if str(part).endswith(".lua")]
    key = (*command, *(Path(path).read_bytes() for path in scripts), *given.items())
    if key in _chapters:
        return _chapters[key]
    finished = run(command, **given)
    if len(finished.stdout) < _LONG:
        _chapters[key] = finished
    return finished


@contextmanager
def kept() -> Iterator[None]:
    """Small books, most of which have the same few words, are made in a tenth of the time."""
    with (
        patch.object(typefaces, "_packed", _packed),
        patch.object(pandoc, "run", _run_pandoc),
    ):
        yield
