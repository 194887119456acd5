"""The cost of bindery's structure tree in a long PDF, against WeasyPrint alone on the same pages.

All render the same recorded work: the XHTML, the styles and the fonts that a build would lay out,
in one piece and with the same optimisations (the tree is parsed once, the garbage collector is
off). Only the last step differs, from laid-out pages to a file, so that the ratios are those of the
structure tree, its links, bookmarks and metadata, and of nothing else. Each rendering has a process
of its own, and starting it and importing WeasyPrint are counted for all.
"""

import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NoReturn

import pikepdf

from benchmarks.cost import cost
from benchmarks.long_book import PAGES, write_long_book
from benchmarks.render import OURS, PACKED, TAGGED, UNTAGGED
from bindery.document.read import read_document
from bindery.editions.making import Workshop
from bindery.editions.pdf import MAKES_PDF
from bindery.editions.pdf.orders import ApartError
from bindery.manuscript.load import load
from bindery.manuscript.templates import Templates
from bindery.pipeline.build import moment_of
from bindery.tools.elsewhere import Elsewhere
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

_HOUSE = Path(__file__).resolve().parents[1]

ROUNDS = 3
TARGET = 1.10
"""The greatest factor by which the structure tree may increase time, memory and size."""

NAMES = {
    UNTAGGED: Text(nb="WeasyPrint uten tagger", en="WeasyPrint, untagged"),
    PACKED: Text(nb="… pakket som vår", en="… packed as ours is"),
    TAGGED: Text(nb="WeasyPrints egne tagger", en="WeasyPrint's own tags"),
    OURS: Text(nb="Vårt strukturtre", en="Our structure tree"),
}
MEASURED = Text(
    nb="{name}: {seconds:.1f} s ({time:.2f}), {peak:.0f} MB minne ({memory:.2f}), "
    "{size:.2f} MB fil ({bytes:.2f})",
    en="{name}: {seconds:.1f} s ({time:.2f}), {peak:.0f} MB memory ({memory:.2f}), "
    "{size:.2f} MB file ({bytes:.2f})",
)
VERDICT = Text(
    nb="Målet er høyst {target:.2f} ganger WeasyPrint uten tagger. Tid {time}, minne {memory}, "
    "fil {bytes}.",
    en="The aim is at most {target:.2f} times WeasyPrint, untagged. Time {time}, memory {memory}, "
    "file {bytes}.",
)
REACHED = Text(nb="nådd", en="reached")
MISSED = Text(nb="ikke nådd", en="not reached")
STOPPED = Text(
    nb="Målingen stanset: {name} ble ikke laget som den skulle.",
    en="The measurement stopped: {name} was not made as it should be.",
)
SEE_ABOVE = Text(nb="Se meldingen over.", en="See the message above.")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The median cost of one way of rendering: seconds of processor time, and bytes."""

    seconds: float
    peak: float
    size: int


def long_bench(pages: int = PAGES) -> Iterator[Text]:
    """Render a book of about ``pages`` pages in every way, and report medians and ratios."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_long_book(folder, pages)
        order = folder / "order"
        # In another process, since this one must stay smaller than those it measures.
        with Elsewhere(preload="lxml") as beside:
            beside.run(_order, folder, order)
        weighed = _weigh(order)
        count = _page_count(folder)
    yield Text(nb=f"{count} sider, {ROUNDS} runder.", en=f"{count} pages, {ROUNDS} rounds.")
    base = weighed[UNTAGGED]
    for how, one in weighed.items():
        yield MEASURED.filled(
            name=NAMES[how],
            seconds=one.seconds,
            peak=one.peak / 1e6,
            size=one.size / 1e6,
            **_ratios(one, base),
        )
    reached = {
        what: REACHED if ratio <= TARGET else MISSED
        for what, ratio in _ratios(weighed[OURS], base).items()
    }
    yield VERDICT.filled(target=TARGET, **reached)


def _ratios(one: Weighed, base: Weighed) -> dict[str, float]:
    return {
        "time": one.seconds / base.seconds,
        "memory": one.peak / base.peak,
        "bytes": one.size / base.size,
    }


class _Ordered(Exception):  # noqa: N818 - not an error: it carries the order out
    """The work that a maker wants done in another process."""


class _TakesOrders:
    """A place that records the work instead of doing it, for a book in one piece."""

    at_once = 1

    def run(self, work: Callable[..., object], *args: object, **_: object) -> NoReturn:
        if not args:
            raise ApartError  # asked for before a book is laid out in parts
        raise _Ordered(work, args)


def _order(folder: Path, order: Path) -> None:
    """Write to ``order`` the work that a build of the book would have done for its PDF."""
    loaded = load(folder)
    assert loaded.publication is not None, loaded.findings
    document = read_document(loaded.publication)
    moment = moment_of(loaded.publication)
    workshop = Workshop(Templates(folder), folder / "work", moment, _TakesOrders())
    try:
        MAKES_PDF.make(document, workshop, {})
    except _Ordered as ordered:
        order.write_bytes(pickle.dumps(ordered.args))


def _weigh(order: Path) -> dict[str, Weighed]:
    costs: dict[str, list[tuple[float, int]]] = {how: [] for how in NAMES}
    for _ in range(ROUNDS):
        for how, name in NAMES.items():
            command = [sys.executable, "-m", "benchmarks.render"]
            spent = cost([*command, how, order, order.with_name(f"{how}.pdf")], cwd=_HOUSE)
            if spent.status:
                raise PipelineError(STOPPED.filled(name=name), SEE_ABOVE)
            costs[how].append((spent.seconds, spent.peak))
    _prove(order.parent)
    return {
        how: Weighed(
            seconds=median(seconds for seconds, _ in spent),
            peak=median(peak for _, peak in spent),
            size=order.with_name(f"{how}.pdf").stat().st_size,
        )
        for how, spent in costs.items()
    }


def _prove(folder: Path) -> None:
    """Check that each file is of the kind it was measured as, so that the ratios mean something."""
    count = _page_count(folder)
    for how, name in NAMES.items():
        with pikepdf.open(folder / f"{how}.pdf") as pdf:
            is_tagged = "/StructTreeRoot" in pdf.Root
            if is_tagged != (how in (OURS, TAGGED)) or len(pdf.pages) != count:
                raise PipelineError(STOPPED.filled(name=name), SEE_ABOVE)


def _page_count(folder: Path) -> int:
    with pikepdf.open(folder / f"{OURS}.pdf") as pdf:
        return len(pdf.pages)
