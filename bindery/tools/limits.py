"""Limits to what work may take: time, measured on the processor, and memory.

A slow machine, or one that sleeps, is no fault of the work.
"""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from types import FrameType


class TimeLimitError(Exception):
    """Work took more time than it may. Its traceback leads to where the work was."""


class _OutOfTime(BaseException):
    """The same where it is raised, in work that may catch every ``Exception``."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise ``TimeLimitError`` if the work in it takes more than ``seconds`` of the processor.

    It holds in the main thread of a process, on systems with timers, and not inside another one.
    """
    timed = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not timed or signal.getitimer(signal.ITIMER_VIRTUAL)[0]:
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    except _OutOfTime as error:
        raise TimeLimitError(f"{seconds:.0f} seconds").with_traceback(
            error.__traceback__
        ) from error
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _OutOfTime


LEAST_MEMORY = 2 * 1024**3
"""Bytes that a layout may take on any machine."""


@contextmanager
def memory_limit() -> Iterator[None]:
    """Raise ``MemoryError`` where this process would take more than most of the machine's memory.

    Without it the machine would end some process, or stand still. It holds on Linux.
    """
    try:
        resource = import_module("resource")
        memory = _memory()
        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    except (ImportError, AttributeError, ValueError, OSError):
        yield
        return
    most = max(LEAST_MEMORY, memory * 3 // 4 // _sharers())
    if soft != resource.RLIM_INFINITY:
        most = min(most, soft)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def most_processes() -> int:
    """One for each processor, if the machine has ``LEAST_MEMORY`` for each; at least one.

    Processors and memory are divided among those that share the machine.
    """
    try:
        room = _memory() // LEAST_MEMORY
    except (AttributeError, ValueError, OSError):
        room = 1
    return max(1, min(os.cpu_count() or 1, room) // _sharers())


_SHARED_BY = "BINDERY_BUILDS_AT_ONCE"
"""In the environment, so that all processes of a build have it."""


def share_machine(builds: int) -> None:
    """Let this process, and those that it starts, take no more than one of ``builds`` may."""
    os.environ[_SHARED_BY] = str(max(1, builds))


def _sharers() -> int:
    told = os.environ.get(_SHARED_BY, "")
    return max(1, int(told)) if told.isdecimal() and len(told) < 6 else 1


def _memory() -> int:
    """The machine's memory in bytes."""
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def limit_memory(process: int, most: int) -> None:
    """Give ``process`` no more than ``most`` bytes for its data, on Linux; elsewhere do nothing."""
    with suppress(ImportError, AttributeError, ProcessLookupError):
        resource = import_module("resource")
        resource.prlimit(process, resource.RLIMIT_DATA, (most, most))


def frames_of(error: BaseException) -> Iterator[FrameType]:
    """The frames of where ``error`` was raised, the innermost first."""
    frames = []
    step = error.__traceback__
    while step is not None:
        frames.append(step.tb_frame)
        step = step.tb_next
    yield from reversed(frames)
