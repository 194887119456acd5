"""Work that is asked for at once is done at once, in processes that are kept."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from bindery.tools import elsewhere, limits
from bindery.tools import workers as workers_module
from bindery.tools.elsewhere import Elsewhere
from bindery.tools.limits import LEAST_MEMORY, most_processes
from bindery.tools.workers import Workers, workers
from bindery.vocabulary.errors import PipelineError
from tests.tools.test_elsewhere import end

_REAL = Elsewhere


@pytest.fixture(autouse=True)
def processes_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests share one."""
    monkeypatch.setattr(elsewhere, "Elsewhere", _REAL)


def meet(seconds: float) -> int:
    """Take some time, and say who has done it."""
    time.sleep(seconds)
    return os.getpid()


def pids(many: Workers, at_once: int, seconds: float = 0.3) -> set[int]:
    """The processes that do as much work ``at_once``."""
    with ThreadPoolExecutor(at_once) as threads:
        return set(threads.map(many.run, [meet] * at_once, [seconds] * at_once))


@pytest.mark.slow
def test_there_are_as_many_as_the_machine_has_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """One is enough for work that comes one after another, and all end with the context."""
    monkeypatch.setattr(workers_module, "most_processes", lambda: 2)
    with workers("json") as many:
        many.expect(4)
        one = {many.run(meet, 0), many.run(meet, 0)}
        assert len(one) == 1
        two = pids(many, 4)
        assert len(two) == 2
        assert one < two
        assert os.getpid() not in two
    for pid in two:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.slow
def test_there_is_one_unless_more_are_expected(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting one takes half a second. There are no more than there is room for."""
    monkeypatch.setattr(workers_module, "most_processes", lambda: 2)
    with workers("json") as many:
        assert len(pids(many, 3, 0)) == 1
        many.expect(5)
        assert len(pids(many, 4)) == 2


@pytest.mark.slow
def test_one_that_ends_is_told_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the system takes the memory of one of them back."""
    monkeypatch.setattr(workers_module, "most_processes", lambda: 2)
    with workers("json") as many, ThreadPoolExecutor(2) as threads:
        many.expect(2)
        other = threads.submit(many.run, meet, 0.5)
        with pytest.raises(PipelineError, match="was stopped"):
            many.run(end)
        assert other.result() != os.getpid()


@pytest.mark.parametrize(
    ("processors", "memory", "most"),
    [(1, 64, 1), (4, 64, 4), (4, 2, 2), (2, 0.5, 1), (None, 64, 1)],
)
def test_each_has_a_processor_and_memory(
    processors: int | None, memory: float, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``memory`` in what one may take."""
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    monkeypatch.setattr(limits, "_memory", lambda: int(memory * LEAST_MEMORY))
    assert most_processes() == most
