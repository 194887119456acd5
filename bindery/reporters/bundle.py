"""What a release left, one line a file, and how a receiver knows the bundle again."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from bindery.vocabulary.text import Text

_THE_ZIP = Text(
    nb="Alt ligger også i {name}, SHA-256 {digest}",
    en="All of it is also in {name}, SHA-256 {digest}",
)


def bundle_lines(files: tuple[Path, ...], book: Path, language: str) -> Iterator[str]:
    """Path and size of each of ``files``; the last is the ZIP of them all."""
    paths = [path.relative_to(book).as_posix() for path in files]
    width = max(map(len, paths), default=0)
    for name, path in zip(paths, files, strict=True):
        yield f"{name:{width}}  {round(path.stat().st_size / 1000):>6} kB"
    for archive in files[-1:]:
        digest = sha256(archive.read_bytes()).hexdigest()
        yield _THE_ZIP.filled(name=archive.name, digest=digest).said_in(language)
