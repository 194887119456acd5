"""Do work in a process of its own, in parallel with the rest."""

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Lock, Thread
from traceback import format_exc
from types import TracebackType
from typing import ParamSpec, Protocol, Self, TypeVar, cast

from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


class Place(Protocol):
    """A place where work can be done."""

    @property
    def at_once(self) -> int:
        """How much can be done there at the same time."""

    def run(
        self,
        work: Callable[Parameters, Result],
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Result:
        """Do the work there and wait for it. Its exceptions are raised here."""


class Here:
    """The same process."""

    at_once = 1

    def run(
        self,
        work: Callable[Parameters, Result],
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Result:
        """Do the work in this process."""
        return work(*args, **kwargs)


_START = (
    "import sys; sys.path[:] = sys.argv[1:]; from bindery.tools.elsewhere import serve; serve()"
)
_OPTIMIZE = "PYTHONOPTIMIZE"
_ENDED = Text(
    nb="Prosessen som lager sidene, ble avbrutt.",
    en="The process that lays out the pages was stopped.",
)
_FREE_MEMORY = Text(
    nb="Ofte er minnet brukt opp. Lukk andre programmer, og prøv igjen.",
    en="Often all memory is used. Close other programs, and try again.",
)


class Elsewhere:
    """One more process, which imports ``preload`` while this one does something else.

    It inherits no threads and locks, needs no shared memory, and ends when this process does, even
    if that is killed. It never runs optimized: WeasyPrint 70 has work to do inside an ``assert``,
    and with ``PYTHONOPTIMIZE`` draws other backgrounds.
    """

    at_once = 1

    def __init__(self, preload: str) -> None:
        kept = {name: value for name, value in os.environ.items() if name != _OPTIMIZE}
        # Not a child of multiprocessing, which would run the program's own file again, and needs
        # semaphores in /dev/shm.
        self._process = subprocess.Popen(  # noqa: S603 - Python itself, and our own code
            [sys.executable, "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=kept,
            # An interrupt from the terminal goes to this process, which decides what it means.
            process_group=0,
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._asked = Connection(os.dup(self._process.stdin.fileno()), readable=False)
        self._answers = Connection(os.dup(self._process.stdout.fileno()), writable=False)
        self._process.stdin.close()
        self._process.stdout.close()
        self._one_at_a_time = Lock()
        self._used = False
        self.is_broken = False
        self._ask(_preload, (preload,), {})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if not self._used or isinstance(error, KeyboardInterrupt):
            # Findings in a manuscript need not wait for the import.
            self._process.kill()
        self._asked.close()
        self._process.wait()
        self._answers.close()

    def run(
        self,
        work: Callable[Parameters, Result],
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Result:
        """Do the work in the other process, and wait for it."""
        with self._one_at_a_time:
            if not self._used:
                self._used = True
                self._answer()  # that it has imported what it was to import
            self._ask(work, args, kwargs)
            done, result = self._answer()
        if not done:
            raise cast(BaseException, result)
        return cast(Result, result)

    def stop(self) -> None:
        """End the process in the middle of its work, from another thread; ``run`` then raises."""
        self._process.kill()

    def _ask(self, work: object, args: tuple[object, ...], kwargs: dict[str, object]) -> None:
        asked = pickle.dumps((work, args, kwargs))
        try:
            self._asked.send_bytes(asked)
        except OSError as error:
            self.is_broken = True
            raise PipelineError(_ENDED, _FREE_MEMORY) from error

    def _answer(self) -> tuple[bool, object]:
        try:
            answer = self._answers.recv_bytes()
        except (EOFError, OSError) as error:
            self.is_broken = True
            raise PipelineError(_ENDED, _FREE_MEMORY) from error
        return cast(tuple[bool, object], pickle.loads(answer))  # noqa: S301 - our own process


def serve() -> None:
    """Do the work that the parent process asks for, until that process ends."""
    asked = Connection(os.dup(0), writable=False)
    answers = Connection(os.dup(1), readable=False)
    # What a library prints must not get between the answers, and nothing else may ask.
    os.dup2(2, 1)
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123 - a descriptor is wanted, not a path
        os.dup2(nothing.fileno(), 0)
    work: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(asked, work), daemon=True).start()
    while True:
        answers.send_bytes(_done(work.get()))


def _listen(asked: Connection, work: "SimpleQueue[bytes]") -> None:
    """Queue what is asked for. End this process, whatever it does, when nobody can ask any more."""
    try:
        while True:
            work.put(asked.recv_bytes())
    except (EOFError, OSError):
        os._exit(0)


def _done(asked: bytes) -> bytes:
    """The result of the work, or its exception, each with whether it was done."""
    try:
        work, args, kwargs = pickle.loads(asked)  # noqa: S301 - from the parent process
        return pickle.dumps((True, work(*args, **kwargs)))
    except Exception as error:  # noqa: BLE001 - the caller's, whatever it is
        error.add_note(f"In the process that lays out the pages:\n{format_exc()}")
        try:
            return pickle.dumps((False, error))
        except Exception:  # noqa: BLE001 - an exception that cannot be sent is told in words
            return pickle.dumps((False, RuntimeError(format_exc())))


def _preload(module: str) -> None:
    """Import ``module`` early. Errors are left for the import where it is used.

    What is imported stays: the garbage collector need not look at it again.
    """
    with suppress(ImportError, OSError):
        import_module(module)
    gc.freeze()
