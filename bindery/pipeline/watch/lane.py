"""Work for one thread, of which only the newest counts."""

from collections.abc import Callable
from threading import Condition, Thread


class Lane:
    """A thread that does what it was last asked for. What has not begun by then is left out."""

    def __init__(self, name: str) -> None:
        self._changed = Condition()
        self._next: Callable[[], None] | None = None
        self._busy = False
        self._ended = False
        # The process does not wait for it: what it is doing is of no use any more.
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def ask(self, work: Callable[[], None]) -> None:
        """Do ``work`` as soon as there is nothing else to do, instead of what waits."""
        with self._changed:
            self._next = work
            self._changed.notify_all()

    @property
    def has_newer(self) -> bool:
        """Whether something waits, so that the present work is out of date."""
        return self._next is not None

    def rest(self, timeout: float) -> bool:
        """Wait until there is nothing to do; whether that came to pass in time."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._busy and self._next is None, timeout)

    def end(self) -> None:
        """Finish the present work, and do no more."""
        with self._changed:
            self._ended, self._next = True, None
            self._changed.notify_all()
        self._thread.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._next is not None or self._ended)
                if self._ended:
                    return
                work, self._next, self._busy = self._next, None, True
            assert work is not None
            try:
                work()
            finally:
                with self._changed:
                    self._busy = False
                    self._changed.notify_all()
