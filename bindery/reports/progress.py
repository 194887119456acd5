"""What is going on, for someone who waits at a terminal."""

import sys
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bindery.vocabulary.text import Text

if TYPE_CHECKING:
    from rich.status import Status

PATIENCE = 1.0
"""Seconds of silence before anything is shown."""


class Progress:
    """Shows the present step on a terminal, once the work has lasted over a second.

    Without a terminal it is silent: a log has no use for it.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._step = ""
        self._status: Status | None = None
        self._lock = Lock()
        self._timer = Timer(PATIENCE, self._show)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            if self._status is not None:
                self._status.stop()

    def __call__(self, step: Text) -> None:
        """Say which step has begun."""
        with self._lock:
            self._step = step.said_in(self._language)
            if self._status is not None:
                self._status.update(self._step)

    def _show(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - only where someone looks

        with self._lock:
            self._status = Console(stderr=True).status(self._step)
            self._status.start()
