"""What a command does when somebody stops it: one sentence, and nothing half done."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from bindery.vocabulary.text import Text

STOPPED = Text(
    nb="Stoppet. Ingen filer er halvferdige. Det som var ferdig før, er uendret.",
    en="Stopped. No files are half done. What was finished before is unchanged.",
)

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

_LINE_AGAIN = "\r\x1b[K\x1b[?25h"
"""Takes away the line of progress on a terminal, and shows the cursor again."""


class _State:
    """What a signal has to wait for, and the one that is waiting."""

    depth = 0
    waiting: int | None = None


@contextmanager
def told_when_stopped(language: str) -> Iterator[None]:
    """While this lasts, a signal to stop ends this process with one sentence in ``language``.

    It ends by the signal, as a shell expects. Programs that were started end with it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, _frame: FrameType | None) -> None:
        if _State.depth:
            _State.waiting = number
            return
        _end(number, language)

    before = {each: signal.getsignal(each) for each in _SIGNALS}
    # One that is ignored stays so, as by nohup.
    mine = [each for each, handler in before.items() if handler is not signal.SIG_IGN]
    for each in mine:
        signal.signal(each, stop)
    try:
        yield
    finally:
        for each in mine:
            signal.signal(each, before[each])


@contextmanager
def not_stopped() -> Iterator[None]:
    """A signal to stop has to wait until this is done. It must not take long."""
    _State.depth += 1
    try:
        yield
    finally:
        _State.depth -= 1
        if _State.waiting is not None and not _State.depth:
            number, _State.waiting = _State.waiting, None
            signal.raise_signal(number)


def _end(number: int, language: str) -> None:
    told = f"{STOPPED.said_in(language)}\n"
    if sys.stderr.isatty():
        told = _LINE_AGAIN + told
    try:
        # Not by ``print``, which another part of the program may be in the middle of.
        os.write(2, told.encode())
    finally:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
