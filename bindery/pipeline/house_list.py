"""A house's whole list, built and told of: on this machine, or by a Dask scheduler's workers."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bindery.pipeline.asked import which_book
from bindery.pipeline.several import BookBuilt, books_below, build_several
from bindery.reports.table_of_books import found_lines, stopped_lines, summary_line, table
from bindery.reports.terminal import Progress
from bindery.tools.crews import Crew, ThisMachine
from bindery.tools.dask import connected
from bindery.tools.limits import most_processes
from bindery.tools.saying import say
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
) -> tuple[BookBuilt, ...]:
    """Build each of ``books``, at the address of a ``scheduler`` or here, ``at_once`` at a time.

    What was found, what could not be built, and a table are printed; the books are returned.
    """
    started, here = time.perf_counter(), Path.cwd()
    with _crew(scheduler, at_once) as crew, Progress(language) as progress:
        built = build_several(books, crew, rebuild=rebuild, told=_telling(progress))
        together = crew.at_once
    took = time.perf_counter() - started
    for line in found_lines(built, here, language):
        say(line)
    for line in stopped_lines(built, here, language):
        say(line, error=True)
    for line in table(built, here, language):
        say(line)
    say(summary_line(built, took, together, language))
    return built


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
