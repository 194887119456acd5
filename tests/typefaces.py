"""Subsets of typefaces, made once in a process for all editions with the same letters."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from bindery.document import typefaces
from bindery.document.typefaces import Face

SUBSET = typefaces._subset


class Kept:
    """What stands in for the making of a subset, which takes longer than small books do."""

    def __init__(self) -> None:
        self._made: dict[object, bytes] = {}

    def __call__(self, face: Face, folders: tuple[Path, ...], letters: set[int]) -> bytes:
        """The subset, made anew where its file is not what it was."""
        files = [file.stat() for folder in folders if (file := folder / face.file).is_file()]
        key = (face, folders, *((one.st_mtime_ns, one.st_size) for one in files), *sorted(letters))
        if key not in self._made:
            self._made[key] = SUBSET(face, folders, letters)
        return self._made[key]


@contextmanager
def kept_typefaces() -> Iterator[None]:
    """Books of the same letters share their subsets."""
    with patch.object(typefaces, "_subset", Kept()):
        yield
