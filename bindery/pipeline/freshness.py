"""Whether ``build/`` is up to date with the manuscript, the templates and the code.

Nothing slow is imported here: an unchanged book must be recognised at once.
"""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from bindery.manuscript.files import contents, files_below
from bindery.tools.installation import CODE, libraries, templates_folder
from bindery.tools.locate import makes_braille

Stamp = tuple[str, int, int, int]


class Sources:
    """What the editions of ``book`` are made from, as it was when this was made."""

    def __init__(self, book: Path) -> None:
        self.book = book
        # Before the files are read, so that a change meanwhile is noticed.
        self._stamps = set(_stamps(book))
        self.fingerprint = fingerprint(book)

    def are_untouched(self) -> bool:
        """Whether nothing has been written since, not even what was undone afterwards."""
        return set(_stamps(self.book)) == self._stamps


def fingerprint(book: Path) -> str:
    """A digest of everything an edition of ``book`` is made from."""
    digest = sha256(os.environ.get("SOURCE_DATE_EPOCH", "").encode())
    digest.update(sha256(libraries("build")).digest())
    # What braille needs can be installed after a build that went without it.
    digest.update(b"braille" if makes_braille() else b"")
    for path in _ingredients(book):
        digest.update(b"\0%b\0" % os.fsencode(path))
        digest.update(sha256(contents(path)).digest())
    return digest.hexdigest()


def code_digest() -> str:
    """A digest of bindery's code and of the libraries it is locked to."""
    digest = sha256(libraries("build", "check", "dev"))
    for path in _files(CODE):
        digest.update(sha256(path.read_bytes()).digest())
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


def _stamps(book: Path) -> Iterator[Stamp]:
    """When each file, and each folder of the book's own, was last written: nobody can set that."""
    files = [*_ingredients(book)]
    # A file that is moved away and back is the same, but its folder has been written.
    folders = {path.parent for path in files if path.is_relative_to(book.resolve())}
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
    return (path for path in files_below(folder) if "__pycache__" not in path.parts)
