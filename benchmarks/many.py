"""Build many publications one by one, all at once here, and by Dask; compare every byte.

``invoke bench --books 20``. They are one with a typeface of its own, those of ``tests/books``,
generated ones, and one that cannot be read, which must stop no other.
"""

import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory

from fontTools.ttLib import TTFont

from benchmarks.bench import SURROUNDINGS, invoked
from benchmarks.books import BOOKS, names
from benchmarks.dask_cluster import PATIENCE, cluster
from benchmarks.long_book import write_long_book
from bindery.pipeline.own_folder import BUILD
from bindery.pipeline.several import books_below
from bindery.tools.dask import connected
from bindery.tools.installation import templates_folder
from bindery.tools.limits import most_processes
from bindery.vocabulary.text import Text, verbatim

_PAGES = 25
_BROKEN = "zz-cannot-be-read"
_SAME = Text(
    nb="{count} filer i {books} publikasjoner er like, byte for byte.",
    en="{count} files in {books} publications are equal, byte for byte.",
)
_OTHER = Text(nb="ULIKE: {names}", en="DIFFERENT: {names}")

Made = dict[str, dict[str, bytes]]


def many(count: int) -> Iterator[Text]:
    """Build ``count`` publications in three ways, and tell the time of each and what differs."""
    with TemporaryDirectory(prefix="bindery-") as folder:
        root = Path(folder)
        _write(root / "alone", count)
        for way in ("here", "dask"):
            shutil.copytree(root / "alone", root / way)
        books = books_below(root / "alone")
        alone = _timed(lambda: [_ended(invoked("build", "--book", book)) for book in books])
        yield verbatim(f"{len(books)} × build --book: {alone:.1f} s")
        here = _timed(lambda: _ended(invoked("build", "--all", root / "here")))
        yield verbatim(f"build --all, {most_processes()}: {here:.1f} s ({here / alone:.2f})")
        yield _compared(_made(root / "alone"), _made(root / "here"))
        (root / "cluster").mkdir()
        with cluster(root / "cluster") as started:
            with connected(started.address) as scheduler:
                scheduler.wait_for(2, PATIENCE)
            line = invoked("build", "--all", root / "dask", "--scheduler", started.address)
            took = _timed(lambda: _ended(line))
        yield verbatim(f"build --all --scheduler, 2 × 1: {took:.1f} s ({took / alone:.2f})")
        yield _compared(_made(root / "alone"), _made(root / "dask"))


def _write(folder: Path, count: int) -> None:
    _write_with_typeface(folder / "aa-own-typeface")
    for name in names()[: count - 2]:
        shutil.copytree(BOOKS / name, folder / name)
    for number in range(count - 2 - len(names())):
        write_long_book(folder / f"long-{number}", _PAGES, seed=number + 1)
    write_long_book(folder / _BROKEN, 1)
    (folder / _BROKEN / "manuscript/chapters/001.md").write_bytes(b"# R\xf8d\n")


def _write_with_typeface(book: Path) -> None:
    """A publication that has other letters under the name of those of all others."""
    write_long_book(book, _PAGES, seed=99)
    fonts = book / "templates/fonts"
    fonts.mkdir(parents=True)
    with TTFont(templates_folder() / "fonts/NotoSans-Regular.ttf") as font:
        for record in font["name"].names:
            record.string = re.sub("Noto ?Sans", "Andika", record.toUnicode())
        font.save(fonts / "Andika-Regular.ttf")


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _ended(command: list[str | Path]) -> int:
    parts = [str(part) for part in command]
    return Popen(parts, stdin=DEVNULL, env=SURROUNDINGS).wait()  # noqa: S603 - never a shell


def _made(folder: Path) -> Made:
    """Every file in every ``build/``, but what is kept for the next build."""
    return {
        book.name: {
            path.name: path.read_bytes() for path in (book / BUILD).glob("*") if path.is_file()
        }
        for book in books_below(folder)
    }


def _compared(one: Made, other: Made) -> Text:
    different = [
        f"{book}/{name}"
        for book in one.keys() | other.keys()
        for name in one[book].keys() | other[book].keys()
        if one[book].get(name) != other[book].get(name)
    ]
    if different:
        return _OTHER.filled(names=", ".join(sorted(different)))
    whole = [files for files in one.values() if files]
    return _SAME.filled(count=sum(map(len, whole)), books=len(whole))
