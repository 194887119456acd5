"""As many processes as there is work for at once."""

from collections.abc import Callable
from contextlib import ExitStack
from threading import Condition
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from bindery.tools import elsewhere
from bindery.tools.elsewhere import Place
from bindery.tools.limits import most_processes

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


class Workers:
    """Processes that ``preload`` a module. The first is started at once, others when all are busy.

    There are at most as many as the machine has processors and memory for.
    """

    def __init__(self, preload: str) -> None:
        self._preload = preload
        self._stack = ExitStack()
        self._changed = Condition()
        self._started = 0
        self._idle: list[Place] = []

    def __enter__(self) -> Self:
        self._stack.__enter__()
        self._idle.append(self._start())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stack.__exit__(kind, error, traceback)

    def expect(self, at_once: int) -> None:
        """Start processes for as much work ``at_once``, so that they have imported what they need.

        Without it a process is started when the work is there.
        """
        with self._changed:
            while self._started < min(at_once, most_processes()):
                self._idle.append(self._start())

    def run(
        self,
        work: Callable[Parameters, Result],
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Result:
        """Do the work in a process that has no other, and wait for it."""
        with self._changed:
            while not self._idle:
                if self._started < most_processes():
                    self._idle.append(self._start())
                else:
                    self._changed.wait()
            place = self._idle.pop(0)
        try:
            return place.run(work, *args, **kwargs)
        finally:
            with self._changed:
                self._idle.append(place)
                self._changed.notify()

    def _start(self) -> Place:
        self._started += 1
        return self._stack.enter_context(elsewhere.Elsewhere(self._preload))
