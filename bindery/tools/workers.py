"""As many processes as there is work for at once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Condition

from bindery.tools import elsewhere
from bindery.tools.elsewhere import Parameters, Place, Result
from bindery.tools.limits import most_processes


@contextmanager
def workers(preload: str) -> Iterator["Workers"]:
    """Processes that have imported ``preload``, and end with the context."""
    with ExitStack() as stack:
        yield Workers(preload, stack)


class Workers:
    """One process that has preloaded a module, and more where they are expected to pay.

    There are at most as many as the machine has processors and memory for.
    """

    def __init__(self, preload: str, stack: ExitStack) -> None:
        self._preload = preload
        self._stack = stack
        self._changed = Condition()
        self._most = 1
        self._started = 0
        self._idle = [self._start()]

    def expect(self, at_once: int) -> None:
        """Let there be processes for as much work ``at_once``, each started when all are busy."""
        with self._changed:
            self._most = min(at_once, most_processes())
            self._changed.notify_all()

    @property
    def at_once(self) -> int:
        """How many processes there may be."""
        return self._most

    def run(
        self,
        work: Callable[Parameters, Result],
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Result:
        """Do the work in a process that has no other, and wait for it."""
        with self._changed:
            while not self._idle:
                if self._started < self._most:
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
