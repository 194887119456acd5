"""Open finished files: each is parsed once and shared."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast
from zipfile import BadZipFile, ZipFile

from bindery.finished.braille_pages import BraillePages, read_brf, read_pef
from bindery.finished.documents import FinishedPage, UnreadableError, read_page
from bindery.finished.epub import FinishedEpub, Package, read_epub, read_package
from bindery.finished.pdf.read import read_pdf
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.vocabulary.editions import (
    BRF_TYPE,
    EBRAILLE_TYPE,
    EPUB_TYPE,
    HTML_TYPE,
    PDF_TYPE,
    PEF_TYPE,
    edition_of,
)

Parsed = TypeVar("Parsed")

FinishedFile = FinishedEpub | FinishedPage | FinishedPdf | BraillePages

_MOST = 11
"""How many parsed files are kept: the editions of a book, and what a release adds."""

_locks: dict[tuple[object, ...], Lock] = {}
_making_locks = Lock()


def opened(file: Path, media_type: str, subject: str = "") -> Any:
    """Return ``file`` as parsed by the reader of its media type. The result must not be changed.

    ``subject`` is the file as findings name it. Raises ``UnreadableError``, also if the file does
    not exist or there is no reader for it.
    """
    if media_type not in READERS:
        raise UnreadableError(f"{media_type}?")
    return replace(_once(READERS[media_type], file), subject=subject)


def opened_package(file: Path) -> Package:
    """Return the package of the EPUB ``file``, even if its documents cannot be parsed."""
    return _once(read_package, file)


@contextmanager
def let_go() -> Iterator[None]:
    """Discard all that was parsed when the block, or the function it decorates, ends."""
    try:
        yield
    finally:
        _parsed.cache_clear()
        _locks.clear()


def _once(read: Callable[[Path], Parsed], file: Path) -> Parsed:
    """Return ``read(file)``, done once for each content. Other callers wait for the first."""
    try:
        key = (read, file, sha256(file.read_bytes()).hexdigest())
    except OSError as error:
        raise UnreadableError(str(error)) from error
    with _making_locks:
        lock = _locks.setdefault(key, Lock())
    with lock:
        return cast(Parsed, _parsed(*key))


@lru_cache(maxsize=_MOST)
def _parsed(read: Callable[[Path], object], file: Path, _digest: str) -> object:
    return read(file)


def _read_epub(file: Path) -> FinishedEpub:
    return read_epub(opened_package(file))


READERS: Mapping[str, Callable[[Path], FinishedFile]] = {
    EPUB_TYPE: _read_epub,
    HTML_TYPE: read_page,
    PDF_TYPE: read_pdf,
    EBRAILLE_TYPE: _read_epub,
    PEF_TYPE: read_pef,
    BRF_TYPE: read_brf,
}
"""How a file of each media type is parsed."""


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file beside a page: its media type, its size in bytes, its pages where it has any."""

    media_type: str
    size: int
    pages: int | None


def offered_file(path: Path) -> OfferedFile | None:
    """Describe the file at ``path``; ``None`` if it does not exist or cannot be read."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begins = file.read(5)
        if begins == b"%PDF-":
            return OfferedFile(PDF_TYPE, size, len(opened(path, PDF_TYPE).pages))
        edition = edition_of(path.name)
        if edition and edition.media_type not in (PDF_TYPE, EPUB_TYPE):
            return OfferedFile(edition.media_type, size, None)
        with ZipFile(path) as archive:
            return OfferedFile(archive.read("mimetype").decode().strip(), size, None)
    except (OSError, BadZipFile, KeyError, UnicodeDecodeError, UnreadableError):
        return None
