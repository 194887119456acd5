"""Do work on the workers of a Dask scheduler that is running already.

``distributed`` is imported only here, and only when a scheduler is named: it is an extra.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import uuid4

from bindery.tools.crews import Done, Item, Result, done_in
from bindery.tools.elsewhere import Elsewhere
from bindery.tools.installation import CHECKOUT
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

if TYPE_CHECKING:
    from distributed import Client

CONNECTING = 10.0
"""Seconds that the scheduler has to answer."""

WAITING = 60.0
"""Seconds without any worker after which the work is given up. A cluster may start them late."""

_LOOKS = 0.5
"""Seconds between two looks at the workers, or at whether the work is still wanted."""

_NO_DASK = Text(
    nb="--scheduler trenger Python-pakken «distributed», som ikke er installert.",
    en="--scheduler needs the Python package “distributed”, which is not installed.",
)
_INSTALL = (
    Text(
        nb="Kjør: pip install --require-hashes --requirement requirements/dask.lock",
        en="Run: pip install --require-hashes --requirement requirements/dask.lock",
    )
    if CHECKOUT
    else Text(nb="Kjør: pip install 'bindery[dask]'", en="Run: pip install 'bindery[dask]'")
)
_NO_ANSWER = Text(
    nb="Ingen Dask-planlegger svarer på {address}.",
    en="No Dask scheduler answers at {address}.",
)
_START = Text(
    nb="Sjekk adressen, og at planleggeren kjører, for eksempel: tcp://10.0.0.5:8786",
    en="Check the address, and that the scheduler is running, for example: tcp://10.0.0.5:8786",
)
_NO_WORKERS = Text(
    nb="Dask-planleggeren på {address} har ingen arbeidere.",
    en="The Dask scheduler at {address} has no workers.",
)
_START_WORKERS = Text(
    nb="Start arbeidere (dask worker {address}), og bygg på nytt. Det som er ferdig, er uendret.",
    en="Start workers (dask worker {address}) and build again. What is finished is unchanged.",
)
_SCHEDULER_LOST = Text(
    nb="Forbindelsen til Dask-planleggeren på {address} ble brutt.",
    en="The connection to the Dask scheduler at {address} was lost.",
)
_BUILD_AGAIN = Text(
    nb="Start den på nytt og bygg igjen. Det som er ferdig, er uendret.",
    en="Restart it and build again. What is finished is unchanged.",
)
_WORKERS_LOST = Text(
    nb="Flere Dask-arbeidere etter hverandre ble borte mens de gjorde dette.",
    en="Several Dask workers in a row were lost while they did this.",
)
_ALONE = Text(
    nb="Prøv å bygge publikasjonen alene på denne maskinen. Ofte er minnet brukt opp.",
    en="Try to build the publication alone on this machine. Often all memory is used.",
)
_NO_BINDERY = Text(
    nb="En Dask-arbeider kunne ikke gjøre arbeidet. Originalmelding: {error}",
    en="A Dask worker could not do the work. Its message: {error}",
)
_INSTALL_THERE = Text(
    nb="Installer samme versjon av bindery og distributed der arbeiderne kjører.",
    en="Install the same version of bindery and distributed where the workers run.",
)


@contextmanager
def connected(address: str) -> Iterator["Scheduler"]:
    """The scheduler at ``address``. Raises ``PipelineError`` if it does not answer."""
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise PipelineError(_NO_DASK, _INSTALL) from error
    _hush()
    try:
        client = distributed.Client(address, timeout=CONNECTING)
    except Exception as error:
        raise PipelineError(_NO_ANSWER.filled(address=address), _START) from error
    try:
        yield Scheduler(address, client)
    finally:
        # The scheduler forgets what has not been done; the workers stop what they are doing.
        with suppress(Exception):
            client.close(timeout=CONNECTING)


def _hush() -> None:
    """Log nothing: what is told when a worker or the scheduler goes, is told in sentences.

    The library has given levels to several of its loggers.
    """
    for name in [*logging.Logger.manager.loggerDict]:
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class Scheduler:
    """The workers of a Dask scheduler."""

    def __init__(self, address: str, client: "Client") -> None:
        self._address = address
        self._client = client

    @property
    def at_once(self) -> int:
        """How many threads the workers have now."""
        return max(1, sum(self._threads().values()))

    def wait_for(self, workers: int, seconds: float) -> None:
        """Wait until there are so many ``workers``. Raises ``TimeoutError`` if there are not."""
        self._client.wait_for_workers(workers, timeout=seconds)

    def each_done(
        self, work: Callable[[Item, int], Result], items: Sequence[Item], preload: str
    ) -> Iterator[Done[Result]]:
        """Let the workers do the work for each of ``items``, and yield each when it is done.

        What a lost worker had begun is done by another one, unless several are lost.
        """
        keys = [f"bindery-{uuid4()}" for _ in items]
        machines = Counter[str | None]()
        for worker, threads in self._threads().items():
            machines[_machine(worker)] += threads
        # One at a time: a worker that sees them in this order begins with the first.
        waiting = {
            key: self._client.submit(
                _on_a_worker,
                *(key, work, item, preload, dict(machines)),
                key=key,
                priority=-number,
            )
            for number, (key, item) in enumerate(zip(keys, items, strict=True))
        }
        seen = _Seen()
        while waiting:
            done = self._some_done(waiting, seen)
            for key in done:
                future = waiting.pop(key)
                yield Done(keys.index(key), self._result(future), seen.lost_with.get(key, ""))
            if not done and seen.without_workers > WAITING:
                break
        why = PipelineError(
            _NO_WORKERS.filled(address=self._address), _START_WORKERS.filled(address=self._address)
        )
        for key in waiting:
            yield Done(keys.index(key), why, seen.lost_with.get(key, ""))

    def _some_done(self, waiting: dict[str, Any], seen: "_Seen") -> list[str]:
        """Wait for a moment; return what is done, and note where the rest is."""
        distributed = import_module("distributed")
        with suppress(TimeoutError, distributed.CancelledError):
            distributed.wait([*waiting.values()], timeout=_LOOKS, return_when="FIRST_COMPLETED")
        # Not done, but nobody will do it any more, is ``cancelled``.
        done = [key for key, future in waiting.items() if future.status != "pending"]
        with suppress(Exception):  # Without a scheduler, all is cancelled at the next look.
            seen.look(self._threads(), self._client.processing())
        return done

    def _threads(self) -> dict[str, int]:
        return dict(self._client.nthreads())

    def _result(self, future: Any) -> Any:
        distributed = import_module("distributed")
        try:
            return future.result(timeout=CONNECTING)
        except PipelineError as error:
            return error
        except distributed.scheduler.KilledWorker:
            return PipelineError(_WORKERS_LOST, _ALONE)
        except (distributed.CancelledError, TimeoutError, OSError):
            return PipelineError(_SCHEDULER_LOST.filled(address=self._address), _BUILD_AGAIN)
        except Exception as error:  # noqa: BLE001 - whatever went wrong over there is told
            told = f"{type(error).__name__}: {error}".splitlines()[0][:200]
            return PipelineError(_NO_BINDERY.filled(error=told), _INSTALL_THERE)


class _Seen:
    """Which worker had what when they were last looked at."""

    def __init__(self) -> None:
        self.lost_with: dict[str, str] = {}
        self._where: dict[str, str] = {}
        self._with_workers = monotonic()

    @property
    def without_workers(self) -> float:
        """For how many seconds there has been no worker."""
        return monotonic() - self._with_workers

    def look(self, threads: dict[str, int], processing: dict[str, Sequence[str]]) -> None:
        """Note what is where now, and what was at a worker that is there no more."""
        if threads:
            self._with_workers = monotonic()
        for key, worker in self._where.items():
            if worker not in threads:
                self.lost_with.setdefault(key, worker)
        now = {key: worker for worker, keys in processing.items() for key in keys}
        self._where = {key: at for key, at in (self._where | now).items() if at in threads}


def _on_a_worker(
    key: str,
    work: Callable[[Item, int], Result],
    item: Item,
    preload: str,
    machines: Mapping[str | None, int],
) -> Result | PipelineError:
    """Do the work in a process of its own on this worker; end it when nobody wants it any more."""
    worker = import_module("distributed").get_worker()
    try:
        with Elsewhere(preload) as place, _wanted(worker, key, place):
            sharers = machines.get(_machine(worker.address), worker.state.nthreads)
            return done_in(place, work, item, sharers)
    except PipelineError as error:
        return error


def _machine(address: str) -> str | None:
    return urlsplit(address).hostname


@contextmanager
def _wanted(worker: Any, key: str, place: Elsewhere) -> Iterator[None]:
    """While this lasts, look whether the work with this ``key`` has been cancelled."""
    ended = Event()

    def look() -> None:
        while not ended.wait(_LOOKS):
            task = worker.state.tasks.get(key)
            if task is None or task.state == "cancelled":
                place.stop()
                return

    looking = Thread(target=look, daemon=True)
    looking.start()
    try:
        yield
    finally:
        ended.set()
        looking.join()
