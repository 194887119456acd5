"""Work that takes too much time or memory is stopped."""

import re
import resource
import time
from threading import Thread

import pytest

from bindery.tools.limits import TimeLimitError, frames_of, memory_limit, time_limit


def spin(words: str) -> None:
    """Work without end that catches every error."""
    while words:
        try:
            sum(range(1000))
        except Exception:  # noqa: BLE001 - as a library may
            continue


def test_work_without_end_is_stopped_where_it_is() -> None:
    """The traceback leads to what it was at, though the work catches every exception."""
    with pytest.raises(TimeLimitError) as told, time_limit(0.05):
        spin("her")
    assert "her" in [frame.f_locals.get("words") for frame in frames_of(told.value)]


def test_a_pattern_without_end_is_stopped() -> None:
    """So is work in C that looks after signals, as regular expressions do."""
    with pytest.raises(TimeLimitError), time_limit(0.05):
        re.match(r"(a+)+b", "a" * 40)


def test_waiting_is_not_work() -> None:
    """A machine with much else to do stops nothing."""
    with time_limit(0.05):
        time.sleep(0.2)


def test_work_in_time_goes_on_without_a_limit() -> None:
    """The limit ends with the work, and one inside another does not lift it."""
    with time_limit(0.05):
        pass
    assert sum(range(3_000_000)) > 0
    with pytest.raises(TimeLimitError), time_limit(0.05):
        with time_limit(60):
            pass
        spin("fortsatt")


def test_a_thread_is_left_alone() -> None:
    """Signals come to the main thread only; another one works without a limit."""
    ended = []

    def work() -> None:
        with time_limit(0.001):
            ended.append(sum(range(100_000)))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert ended


def test_memory_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than most of the machine is refused, and the limit is lifted afterwards."""
    before = resource.getrlimit(resource.RLIMIT_DATA)
    monkeypatch.setattr("bindery.tools.limits.LEAST_MEMORY", 1)
    monkeypatch.setattr("os.sysconf", lambda name: 1 << (20 if name == "SC_PHYS_PAGES" else 12))
    with memory_limit(), pytest.raises(MemoryError):
        bytearray(6 << 30)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
