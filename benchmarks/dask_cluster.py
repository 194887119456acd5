"""A real Dask scheduler with two workers of one thread each, on this machine, to try things on."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]

PATIENCE = 60.0


@dataclass
class Cluster:
    """The scheduler's address, and the processes of its workers."""

    folder: Path
    processes: ExitStack
    address: str = ""
    workers: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def add_worker(self) -> None:
        """Start one more worker. The scheduler knows it some seconds later."""
        local = self.folder / f"worker-{len(self.workers)}"
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", local)
        self.workers.append(self._start("dask_worker", self.address, "--host", _HERE, *options))

    def start(self) -> None:
        """Start the scheduler and two workers."""
        told = self.folder / "scheduler.json"
        options = ("--port", "0", "--no-dashboard", "--scheduler-file", told)
        scheduler = self._start("dask_scheduler", "--host", _HERE, *options)
        deadline = time.monotonic() + PATIENCE
        while not (told.is_file() and told.read_bytes().endswith(b"}")):
            assert scheduler.poll() is None, "the scheduler has ended"
            assert time.monotonic() < deadline, "the scheduler does not start"
            time.sleep(0.05)
        self.address = str(_read(told)["address"])
        self.add_worker()
        self.add_worker()

    def _start(self, program: str, *arguments: str | Path) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(  # noqa: S603 - Python itself, and Dask's own programs
            [sys.executable, "-m", f"distributed.cli.{program}", *map(str, arguments)],
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (HOUSE, *sys.path)))},
        )
        self.processes.callback(_end, process)
        return process


_HERE = "127.0.0.1"


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A scheduler and two workers; they end with the context."""
    with ExitStack() as processes:
        started = Cluster(folder, processes)
        started.start()
        yield started


def _read(path: Path) -> dict[str, object]:
    read: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return read


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
