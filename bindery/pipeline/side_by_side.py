"""Make editions side by side, each waiting only for the earlier ones that it asks for."""

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from threading import Event

from bindery.document.model import Document
from bindery.editions.making import Made, Maker, Workshop
from bindery.tools.elsewhere import Parameters, Place, Result


@dataclass(frozen=True, slots=True)
class Timed:
    """An edition, and how many seconds it took."""

    made: Made
    seconds: float


class Waited(Mapping[str, Made]):
    """Editions by name. Asking for one waits until it is made, and raises its error, if any.

    ``at_rest`` is called before each wait.
    """

    def __init__(
        self, futures: Mapping[str, Future[Timed]], at_rest: Callable[[], None] = lambda: None
    ) -> None:
        self._futures = futures
        self._at_rest = at_rest

    def timed(self, name: str) -> Timed:
        """The edition with its time."""
        self._at_rest()
        return self._futures[name].result()

    def __getitem__(self, name: str) -> Made:
        return self.timed(name).made

    def __iter__(self) -> Iterator[str]:
        return iter(self._futures)

    def __len__(self) -> int:
        return len(self._futures)


class _Asked:
    """The same ``place``; ``at_rest`` is called before each wait for work that is done there."""

    def __init__(self, place: Place, at_rest: Callable[[], None]) -> None:
        self._place = place
        self._at_rest = at_rest

    @property
    def at_once(self) -> int:
        return self._place.at_once

    def run(
        self,
        work: Callable[Parameters, Result],
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Result:
        self._at_rest()
        return self._place.run(work, *args, **kwargs)


@contextmanager
def side_by_side(
    document: Document, workshop: Workshop, makers: tuple[Maker, ...]
) -> Iterator[Waited]:
    """Start all ``makers``. Each can ask only for earlier ones, so that none deadlocks.

    Threads of one process take turns. So each is started when the one before it waits for another
    process, or for an edition: the pages, which take longest, are begun first.
    """
    futures: dict[str, Future[Timed]] = {}
    with ThreadPoolExecutor(max_workers=len(makers)) as threads:
        for maker in makers:
            rests = Event()
            beside = _Asked(workshop.beside, rests.set)
            earlier = Waited(dict(futures), rests.set)
            made = threads.submit(_make, maker, document, replace(workshop, beside=beside), earlier)
            made.add_done_callback(partial(_set, rests))
            futures[maker.edition.name] = made
            rests.wait()
        yield Waited(futures)


def _set(event: Event, _: object) -> None:
    event.set()


def _make(maker: Maker, document: Document, workshop: Workshop, earlier: Waited) -> Timed:
    started = time.perf_counter()
    made = maker.make(document, workshop, earlier)
    return Timed(made, time.perf_counter() - started)
