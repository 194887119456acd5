"""What a build costs for publications of several sizes, as ratios to WeasyPrint alone."""

import re
import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, Popen, TimeoutExpired
from tempfile import TemporaryDirectory

from benchmarks import typst_alone
from benchmarks.bench import BARE, SURROUNDINGS, copy_of, invoked, pages_of
from benchmarks.long_book import write_long_book
from bindery.editions.pdf.fontconfig import write_configuration
from bindery.manuscript.templates import Templates
from bindery.pipeline.own_folder import BUILD
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text, verbatim

SIZES = (75, 150, 300, 600, 1200)
"""Pages of the generated publications."""

_ALSO = "\n[editions.large-print]\nenabled = true\n\n[editions.pdf20]\nenabled = true\n"
_HEAD = Text(
    nb="| sider | WeasyPrint alene | Typst alene | kaldt | med stor skrift og PDF 2.0"
    " | ett kapittel endret | det største | uendret | minne | kontroll |",
    en="| pages | WeasyPrint alone | Typst alone | cold | with large print and PDF 2.0"
    " | one chapter edited | the largest | unchanged | memory | check |",
)
_RULE = verbatim("|---|---|---|---|---|---|---|---|---|---|")
_EVERY = 1.0
"""Seconds between two looks at how much memory the processes have: each takes time from them."""


@dataclass(frozen=True, slots=True)
class _Spent:
    """Seconds of wall time, and the most memory that all processes had together, in bytes."""

    seconds: float
    memory: int


def sizes(book: Path, wanted: Sequence[int] = SIZES) -> Iterator[Text]:
    """A row for ``book``, and for a generated publication of each size: one run of each.

    The times are of cold processes in turn: WeasyPrint's own PDF/UA-1 of the same pages, Typst's
    PDF of them where that is installed, a build with an empty ``build/``, one more with large print
    and PDF 2.0, builds after an edit of the chapter of middle length and of the longest, and one
    without an edit. Memory is the processes' share of what they have together (PSS), against that
    of WeasyPrint. The check is one afresh, by all checkers, of the first build.
    """
    yield _HEAD
    yield _RULE
    with TemporaryDirectory() as folder:
        yield _row(copy_of(book, Path(folder) / "book"))
    for pages in wanted:
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "book"
            write_long_book(copy, pages)
            yield _row(copy)


def _row(book: Path) -> Text:
    pages = [page for page in pages_of(book) if page.name == "page-12.xhtml"]
    write_configuration(Templates(book).fonts, book / "fontconfig")
    fonts = {"FONTCONFIG_FILE": str(book / "fontconfig/fonts.conf")}
    bare = _spent([sys.executable, "-c", BARE, *pages], SURROUNDINGS | fonts)
    typst = "–"
    if typst_alone.is_installed():
        typst = _as_ratio(_spent(typst_alone.command_for(pages[0])), bare)
    shutil.rmtree(book / BUILD)
    cold = _spent(invoked("build", "--book", book))
    count = _count(book)
    unchanged = _spent(invoked("build", "--book", book))
    check = _spent(invoked("check", "--book", book, "--afresh"))
    chapters = sorted((book / "manuscript").rglob("*.md"), key=lambda path: path.stat().st_size)
    edited = []
    for chapter in (chapters[len(chapters) // 2], chapters[-1]):
        with chapter.open("a", encoding="utf-8") as file:
            file.write("\nEt avsnitt til.\n")
        edited.append(_spent(invoked("build", "--book", book)))
    settings = book / "manuscript/publication.toml"
    text = settings.read_text(encoding="utf-8")
    if "large-print" not in text:
        settings.write_text(text.replace("\n[reading-order]", f"{_ALSO}\n[reading-order]"))
    shutil.rmtree(book / BUILD)
    more = _spent(invoked("build", "--book", book))
    row = [str(count), f"{bare.seconds:.1f} s, {bare.memory / 1e6:.0f} MB", typst]
    row += [_as_ratio(one, bare) for one in (cold, more, *edited)]
    row += [f"{unchanged.seconds:.2f} s"]
    row += [f"{cold.memory / 1e6:.0f} MB ({cold.memory / bare.memory:.2f})", _as_ratio(check, bare)]
    return verbatim(f"| {' | '.join(row)} |")


def _as_ratio(spent: _Spent, bare: _Spent) -> str:
    return f"{spent.seconds:.1f} s ({spent.seconds / bare.seconds:.2f})"


def _count(book: Path) -> int:
    # The one without an ending of its own: large print and PDF 2.0 have longer names.
    pdf = min((book / BUILD).glob("*.pdf"), key=lambda path: len(path.name))
    import pikepdf  # noqa: PLC0415 - this process stays smaller than those it measures

    with pikepdf.open(pdf) as opened:
        return len(opened.pages)


def _spent(command: Sequence[str | Path], surroundings: Mapping[str, str] = SURROUNDINGS) -> _Spent:
    started = time.perf_counter()
    process = Popen(  # noqa: S603 - a list of arguments, never a shell
        [str(part) for part in command], stdin=DEVNULL, stdout=DEVNULL, env=surroundings
    )
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_share, _family(process.pid))))
        with suppress(TimeoutExpired):
            process.wait(_EVERY)
    if process.returncode:
        raise PipelineError(
            Text(nb="Målingen stanset.", en="The measurement stopped."),
            Text(nb="Se meldingen over.", en="See the message above."),
        )
    return _Spent(time.perf_counter() - started, most)


def _family(process: int) -> list[int]:
    """A process and all that it has started, on Linux."""
    try:
        threads = list(Path(f"/proc/{process}/task").iterdir())
        children = [(one / "children").read_text().split() for one in threads]
    except OSError:
        return [process]
    found = [process]
    for child in (int(one) for several in children for one in several):
        found += _family(child)
    return found


def _share(process: int) -> int:
    """The memory of a process in bytes, where it shares some with others its part of that."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", told, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0
