"""A house's whole list, built and told of: on this machine, or by a Dask scheduler's workers."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bindery.pipeline.asked import which_book
from bindery.pipeline.several import books_below, build_several, failed
from bindery.reports.table_of_books import found_lines, stopped_lines, summary_line, table
from bindery.reports.terminal import Progress
from bindery.tools.crews import Crew, ThisMachine
from bindery.tools.dask import connected
from bindery.tools.limits import most_processes
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

_BUILDING = Text(
    nb="Bygger publikasjoner: {done} av {all} er ferdige",
    en="Building publications: {done} of {all} are done",
)
_AT_LEAST_ONE = Text(
    nb="--at-once er {number}. Det må være 1 eller mer.",
    en="--at-once is {number}. It must be 1 or more.",
)
_ELSEWHERE = Text(
    nb="--at-once gjelder denne maskinen. En Dask-planlegger bestemmer det selv.",
    en="--at-once is about this machine. A Dask scheduler decides itself.",
)
_LEAVE_IT_OUT = Text(
    nb="Utelat --at-once. Ingenting er gjort.", en="Leave out --at-once. Nothing has been done."
)


@dataclass(frozen=True, slots=True)
class ListBuilt:
    """What to print: findings; what could not be built; the table. How many have no editions."""

    found: tuple[str, ...]
    stopped: tuple[str, ...]
    table: tuple[str, ...]
    failed: int


def named_books(named: Sequence[str], folder: str) -> tuple[Path, ...]:
    """The publications that are ``named``, and those in ``folder``; if neither, the nearest.

    What is named need not be there: it is told of in the table.
    """
    below = books_below(Path(folder).resolve()) if folder else ()
    if named or below:
        return (*(Path(one).resolve() for one in named), *below)
    return (which_book(""),)


def build_list(
    books: Sequence[Path], language: str, scheduler: str, at_once: int, *, rebuild: bool
) -> ListBuilt:
    """Build each of ``books``, at the address of a ``scheduler`` or here, ``at_once`` at a time."""
    started, here = time.perf_counter(), Path.cwd()
    with _crew(scheduler, at_once) as crew, Progress(language) as progress:
        built = build_several(books, crew, rebuild=rebuild, told=_telling(progress))
        together = crew.at_once
    took = time.perf_counter() - started
    return ListBuilt(
        tuple(found_lines(built, here, language)),
        tuple(stopped_lines(built, here, language)),
        (*table(built, here, language), summary_line(built, took, together, language)),
        failed(built),
    )


@contextmanager
def _crew(scheduler: str, at_once: int) -> Iterator[Crew]:
    if at_once < 0:
        raise PipelineError(_AT_LEAST_ONE.filled(number=at_once), _LEAVE_IT_OUT)
    if not scheduler:
        yield ThisMachine(at_once or most_processes())
        return
    if at_once:
        raise PipelineError(_ELSEWHERE, _LEAVE_IT_OUT)
    with connected(scheduler) as crew:
        yield crew


def _telling(progress: Progress) -> Callable[[int, int], None]:
    def told(done: int, of: int) -> None:
        progress(_BUILDING.filled(done=done, all=of))

    return told
