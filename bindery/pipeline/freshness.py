"""Whether ``build/`` is up to date with the manuscript, the templates and the code.

Nothing slow is imported here: an unchanged book must be recognised at once.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from bindery.manuscript.files import contents, files_below
from bindery.tools.installation import CODE, libraries, templates_folder
from bindery.tools.locate import makes_braille

_CODE = os.fsencode(CODE / "_").removesuffix(b"_")
"""How the names of the files of bindery's code begin."""

_COMPILED = "__pycache__"
"""What Python makes of code, which is the code again."""

Stamp = tuple[str, int, int, int]


class Sources:
    """What the editions of ``book`` are made from, as it was when this was made."""

    def __init__(self, book: Path) -> None:
        self.book = book
        # Before the files are read, so that a change meanwhile is noticed.
        files = (*_ingredients(book),)
        self._stamps = set(_stamps(book, files))
        self.fingerprint = _fingerprint(files)

    def are_untouched(self) -> bool:
        """Whether nothing has been written since, not even what was undone afterwards."""
        return set(_stamps(self.book, (*_ingredients(self.book),))) == self._stamps


def fingerprint(book: Path) -> str:
    """A digest of everything an edition of ``book`` is made from."""
    return _fingerprint(_ingredients(book))


def _fingerprint(files: Iterable[Path]) -> str:
    digest = sha256(os.environ.get("SOURCE_DATE_EPOCH", "").encode())
    digest.update(sha256(libraries("build")).digest())
    # What braille needs can be installed after a build that went without it.
    digest.update(b"braille" if makes_braille() else b"")
    for path in files:
        name = os.fsencode(path)
        digest.update(b"\0%b\0" % name)
        own = name.startswith(_CODE)
        digest.update(_digest_of(path) if own else sha256(contents(path)).digest())
    return digest.hexdigest()


def code_digest() -> str:
    """A digest of bindery's code and of the libraries it is locked to."""
    digest = sha256(libraries("build", "check", "dev"))
    for path in _files(CODE):
        digest.update(_digest_of(path))
    return digest.hexdigest()


def maker_digest() -> str:
    """A digest of all that makes editions but the book: the same on two machines with one bindery.

    Pango is not in it.
    """
    digest = sha256(code_digest().encode())
    templates = templates_folder()
    for path in _files(templates):
        digest.update(b"\0%b\0" % path.relative_to(templates).as_posix().encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _digest_of(path: Path) -> bytes:
    """The digest of a file of bindery's code, which one process asks for often."""
    state = path.stat()
    return _digest_at(str(path), state.st_ino, state.st_ctime_ns, state.st_size)


@lru_cache(maxsize=4096)
def _digest_at(path: str, *_stamp: int) -> bytes:
    return sha256(contents(Path(path))).digest()


def _stamps(book: Path, files: Sequence[Path]) -> Iterator[Stamp]:
    """When each file, and each folder of the book's own, was last written: nobody can set that."""
    own = book.resolve()
    # A file that is moved away and back is the same, but its folder has been written.
    folders = {folder for folder in {path.parent for path in files} if folder.is_relative_to(own)}
    for path in (*files, *folders):
        try:
            state = path.stat()
        except OSError:
            yield str(path), 0, 0, 0
        else:
            yield str(path), state.st_ino, state.st_ctime_ns, state.st_size


def _ingredients(book: Path) -> Iterator[Path]:
    folders = (book / "manuscript", book / "templates", templates_folder(), CODE)
    paths = (path for folder in folders for path in _files(folder.resolve()))
    # Each once: bindery's own book has the default templates, and a wheel has them in the code.
    return iter(dict.fromkeys(paths))


def _files(folder: Path) -> Iterator[Path]:
    return files_below(folder, without=_COMPILED)
