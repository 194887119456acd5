"""Work for many, in processes of this machine and on a real Dask scheduler: none stops another."""

import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Thread
from unittest.mock import Mock

import pytest

from benchmarks.dask_cluster import PATIENCE, Cluster, cluster
from bindery.tools import dask
from bindery.tools.crews import Crew, Done, ThisMachine
from bindery.tools.limits import LEAST_MEMORY, most_processes, share_machine
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import verbatim

slow = pytest.mark.slow


def tried(item: str, sharers: int) -> tuple[str, int, int]:
    """What the item asks for: end the process, fail, or answer."""
    if item == "end":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "fail":
        raise PipelineError(verbatim("what"), verbatim("next"))
    return item, sharers, os.getpid()


def waited(item: str, _sharers: int) -> str:
    """Note this process in the file ``item``; answer when it is gone."""
    path = Path(item)
    path.with_suffix(".new").write_text(str(os.getpid()), encoding="utf-8")
    path.with_suffix(".new").rename(path)
    while path.exists():
        time.sleep(0.05)
    return "done"


def results(crew: Crew, items: Sequence[str]) -> dict[str, object]:
    """What each item came to."""
    return {items[done.number]: done.result for done in crew.each_done(tried, items, "json")}


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """One scheduler with two workers for the tests that leave them alive."""
    with cluster(tmp_path_factory.mktemp("dask")) as started:
        yield started


@pytest.fixture(params=["here", "dask"])
def crew(request: pytest.FixtureRequest) -> Iterator[Crew]:
    """Two processes here, or two workers."""
    if request.param == "here":
        yield ThisMachine(2)
    else:
        cluster: Cluster = request.getfixturevalue("workers")
        with dask.connected(cluster.address) as scheduler:
            scheduler.wait_for(2, PATIENCE)
            yield scheduler


@slow
def test_one_that_fails_stops_no_other(crew: Crew) -> None:
    """A process that is killed and an error are sentences; the rest is done, each on its own."""
    found = results(crew, ["a", "end", "fail", "b"])
    assert str(found["fail"]) == "what next"
    assert isinstance(found["end"], PipelineError)
    assert "was stopped" in found["end"].what.en
    first, second = found["a"], found["b"]
    assert isinstance(first, tuple)
    assert isinstance(second, tuple)
    assert first[:2] == ("a", 2)
    assert second[:2] == ("b", 2)
    assert len({first[2], second[2], os.getpid()}) == 3


@slow
def test_a_lost_worker_is_told_and_its_work_done(workers: Cluster, tmp_path: Path) -> None:
    """The other worker begins again what a killed one was doing; nothing of it lives on."""
    note = tmp_path / "pid"
    with dask.connected(workers.address) as crew:
        crew.wait_for(2, PATIENCE)
        found: list[Done[str]] = []
        asking = Thread(target=lambda: found.extend(crew.each_done(waited, [str(note)], "json")))
        asking.start()
        first = pid_in(note)
        time.sleep(2 * dask._LOOKS)
        (busy,) = (at for at, keys in crew._client.processing().items() if keys)
        (pid,) = crew._client.run(os.getpid, workers=[busy]).values()
        os.kill(pid, signal.SIGKILL)
        until(lambda: note.read_text(encoding="utf-8") != str(first))
        assert not lives(first)
        note.unlink()
        asking.join(PATIENCE)
    assert [(done.result, done.again_after) for done in found] == [("done", busy)]
    workers.add_worker()


@slow
def test_without_any_worker_it_is_given_up(
    workers: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No worker is a sentence for each item after some time, and not a hang."""
    monkeypatch.setattr(dask, "WAITING", 1.0)
    with dask.connected(workers.address) as crew:
        monkeypatch.setattr(type(crew), "_threads", lambda _: {})
        monkeypatch.setattr(dask, "_on_a_worker", tried)
        monkeypatch.setattr(crew._client, "submit", never(crew._client.submit))
        found = results(crew, ["a", "b"])
    assert all("has no workers" in str(one) for one in found.values())
    assert len(found) == 2


def never(submit: Callable[..., object]) -> Callable[..., object]:
    """Ask for a worker that is not there, so that the work waits as without any."""
    return lambda *args, **kwargs: submit(*args, workers=["tcp://127.0.0.1:9"], **kwargs)


class Future:
    """Work that has come to an error over there."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def result(self, timeout: float) -> object:
        """Raise what the library would raise."""
        assert timeout > 0
        raise self._error


@slow
def test_what_the_library_raises_is_a_sentence(workers: Cluster) -> None:
    """Also what kills several workers, and a worker that has no bindery; nothing is logged."""
    from distributed import CancelledError, KilledWorker

    with dask.connected(workers.address) as crew:
        assert not logging.getLogger("distributed.client").isEnabledFor(logging.ERROR)
        for error, said in (
            (KilledWorker("x", Mock(), 3), "Several Dask workers"),
            (CancelledError("x"), "The connection to the Dask scheduler"),
            (ModuleNotFoundError("No module named 'bindery'"), "No module named 'bindery'"),
        ):
            told = crew._result(Future(error))
            assert isinstance(told, PipelineError)
            assert said in str(told)


@slow
def test_a_client_that_goes_takes_its_work_along(workers: Cluster, tmp_path: Path) -> None:
    """After Ctrl-C, or when the command is killed, the workers end what they were doing for it."""
    import subprocess

    note = tmp_path / "pid"
    client = subprocess.Popen([sys.executable, "-c", _CLIENT, workers.address, str(note)])
    pid = pid_in(note)
    assert lives(pid)
    client.kill()
    client.wait()
    until(lambda: not lives(pid))


_CLIENT = """
import sys
from bindery.tools.dask import connected
from tests.tools.test_crews import waited
with connected(sys.argv[1]) as crew:
    list(crew.each_done(waited, [sys.argv[2]], "json"))
"""


def test_no_scheduler_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing answers, and where an address is none."""
    monkeypatch.setattr(dask, "CONNECTING", 0.3)
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        with pytest.raises(PipelineError, match="No Dask scheduler answers"):  # noqa: SIM117
            with dask.connected(address):
                pass


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is not installed by default."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(PipelineError, match=r"dask\.lock|bindery\[dask\]"),
        dask.connected("tcp://x"),
    ):
        pass


@pytest.mark.parametrize(("builds", "most"), [("1", 4), ("2", 2), ("3", 1), ("9", 1), ("x", 4)])
def test_books_at_once_share_the_processors(
    monkeypatch: pytest.MonkeyPatch, builds: str, most: int
) -> None:
    """Ten books with four processes each would be forty; together they have four."""
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    monkeypatch.setattr("bindery.tools.limits._memory", lambda: 64 * LEAST_MEMORY)
    monkeypatch.setenv("BINDERY_BUILDS_AT_ONCE", builds)
    assert most_processes() == most


def test_sharing_reaches_processes_that_are_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is in the environment, which layout processes inherit."""
    monkeypatch.setenv("BINDERY_BUILDS_AT_ONCE", "1")
    share_machine(3)
    assert os.environ["BINDERY_BUILDS_AT_ONCE"] == "3"


def pid_in(note: Path) -> int:
    """The process that has written its number to ``note``."""
    until(note.exists)
    return int(note.read_text(encoding="utf-8"))


def until(seen: Callable[[], bool]) -> None:
    """Wait until it is seen."""
    deadline = time.monotonic() + PATIENCE
    while not seen():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def lives(pid: int) -> bool:
    """Whether the process runs."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
