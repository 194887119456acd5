"""Do the same work for many items, each in a process of its own, on one machine or on several."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bindery.tools.elsewhere import Elsewhere
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

Item = TypeVar("Item")
Result = TypeVar("Result")

_ENDED = Text(
    nb="Prosessen som gjorde arbeidet, ble avbrutt.",
    en="The process that did the work was stopped.",
)
_FREE_MEMORY = Text(
    nb="Ofte er minnet brukt opp. Prøv igjen med færre om gangen, eller på en større maskin.",
    en="Often all memory is used. Try again with fewer at a time, or on a larger machine.",
)


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """The result for the item with this ``number``, or why there is none.

    ``again_after`` is the worker that was lost when the work was begun a first time.
    """

    number: int
    result: Result | PipelineError
    again_after: str = ""


class Crew(Protocol):
    """Processes that share the work."""

    @property
    def at_once(self) -> int:
        """How many items are worked on at the same time."""

    def each_done(
        self, work: Callable[[Item, int], Result], items: Sequence[Item], preload: str
    ) -> Iterator[Done[Result]]:
        """Do the work for each of ``items``, begin with the first, yield each when it is done.

        ``work`` gets the item, and how many share the machine that it runs on.
        """


class ThisMachine:
    """Processes of this machine, ``at_once`` at a time."""

    def __init__(self, at_once: int) -> None:
        self.at_once = max(1, at_once)

    def each_done(
        self, work: Callable[[Item, int], Result], items: Sequence[Item], preload: str
    ) -> Iterator[Done[Result]]:
        """Do the work for each of ``items``, and yield each when it is done."""
        sharers = max(1, min(self.at_once, len(items)))
        with ThreadPoolExecutor(max_workers=sharers) as threads:
            started = {
                threads.submit(_done_apart, work, item, sharers, preload): number
                for number, item in enumerate(items)
            }
            for future in as_completed(started):
                yield Done(started[future], future.result())


def _done_apart(
    work: Callable[[Item, int], Result], item: Item, sharers: int, preload: str
) -> Result | PipelineError:
    try:
        with Elsewhere(preload) as place:
            return done_in(place, work, item, sharers)
    except PipelineError as error:
        return error
    except OSError as error:
        why = Text(
            nb=f"Kunne ikke starte en prosess: {error.strerror}.",
            en=f"Could not start a process: {error.strerror}.",
        )
        return PipelineError(why, _FREE_MEMORY)


def done_in(
    place: Elsewhere, work: Callable[[Item, int], Result], item: Item, sharers: int
) -> Result:
    """The work, done in ``place``. Raises ``PipelineError`` if its process ends meanwhile."""
    try:
        return place.run(work, item, sharers)
    except PipelineError as error:
        if place.is_broken:
            raise PipelineError(_ENDED, _FREE_MEMORY) from error
        raise
