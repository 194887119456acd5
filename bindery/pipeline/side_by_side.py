"""Make editions side by side, each waiting only for the earlier ones that it asks for."""

import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from bindery.document.model import Document
from bindery.editions.making import Made, Maker, Workshop


@dataclass(frozen=True, slots=True)
class Timed:
    """An edition, and how many seconds it took."""

    made: Made
    seconds: float


class Waited(Mapping[str, Made]):
    """Editions by name. Asking for one waits until it is made, and raises its error, if any."""

    def __init__(self, futures: Mapping[str, Future[Timed]]) -> None:
        self._futures = futures

    def timed(self, name: str) -> Timed:
        """The edition with its time."""
        return self._futures[name].result()

    def __getitem__(self, name: str) -> Made:
        return self.timed(name).made

    def __iter__(self) -> Iterator[str]:
        return iter(self._futures)

    def __len__(self) -> int:
        return len(self._futures)


@contextmanager
def side_by_side(
    document: Document, workshop: Workshop, makers: tuple[Maker, ...]
) -> Iterator[Waited]:
    """Start all ``makers`` at once. Each can ask only for earlier ones, so that none deadlocks."""
    futures: dict[str, Future[Timed]] = {}
    with ThreadPoolExecutor(max_workers=len(makers)) as threads:
        for maker in makers:
            earlier = Waited(dict(futures))
            made = threads.submit(_make, maker, document, workshop, earlier)
            futures[maker.edition.name] = made
        yield Waited(futures)


def _make(maker: Maker, document: Document, workshop: Workshop, earlier: Waited) -> Timed:
    started = time.perf_counter()
    made = maker.make(document, workshop, earlier)
    return Timed(made, time.perf_counter() - started)
