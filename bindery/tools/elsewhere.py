"""Do work in a process of its own, in parallel with the rest."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import active_children, get_context
from types import ModuleType, TracebackType
from typing import ParamSpec, Protocol, Self, TypeVar

from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


class Place(Protocol):
    """A place where work can be done."""

    def run(
        self,
        work: Callable[Parameters, Result],
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Result:
        """Do the work there and wait for it. Its exceptions are raised here."""


class Here:
    """The same process."""

    def run(
        self,
        work: Callable[Parameters, Result],
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Result:
        """Do the work in this process."""
        return work(*args, **kwargs)


class Elsewhere:
    """One more process, which imports ``preload`` while this one does something else.

    It is spawned, not forked: it inherits no threads and locks.
    """

    def __init__(self, preload: str) -> None:
        self._pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
        before = set(active_children())
        with _main_left_out():
            self._pool.submit(_preload, preload)
        self._processes = set(active_children()) - before
        self._used = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if not self._used:
            # Findings in a manuscript need not wait for the import.
            for process in self._processes:
                process.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def run(
        self,
        work: Callable[Parameters, Result],
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Result:
        """Do the work in the other process, and wait for it."""
        self._used = True
        try:
            return self._pool.submit(work, *args, **kwargs).result()
        except BrokenProcessPool as error:
            raise PipelineError(
                Text(
                    nb="Prosessen som setter sidene, ble avbrutt.",
                    en="The process that lays out the pages was ended.",
                ),
                Text(
                    nb="Ofte er minnet brukt opp. Lukk andre programmer og prøv igjen.",
                    en="Often all memory is taken. Close other programs and try again.",
                ),
            ) from error


@contextmanager
def _main_left_out() -> Iterator[None]:
    """Keep processes that are started from running the program's own file again.

    They would run it for its definitions, which are not needed there. A script that builds a book
    at its top level would build it again, without end.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _preload(module: str) -> None:
    """Import ``module`` early. Errors are left for the import where it is used."""
    try:
        import_module(module)
    except (ImportError, OSError):
        return
