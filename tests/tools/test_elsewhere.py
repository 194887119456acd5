"""A process of its own: its answers, its end, and what it does not need."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bindery.tools.elsewhere import Elsewhere
from bindery.tools.run import run
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import verbatim
from tests.shelf import HOUSE

pytestmark = pytest.mark.slow

PATIENCE = 20.0


@pytest.fixture(scope="module")
def place() -> Iterator[Elsewhere]:
    """One process for the tests that do not end it."""
    with Elsewhere("json") as elsewhere:
        yield elsewhere


def fail(kind: type[Exception]) -> None:
    """Raise an exception over there."""
    if kind is PipelineError:
        raise PipelineError(verbatim("what"), verbatim("next"))
    raise kind("over there")


def speak() -> str:
    """Print, as a library may, and answer."""
    sys.stdout.write("not an answer\n")
    sys.stdout.flush()
    os.write(1, b"nor this")
    return "an answer"


def is_optimized() -> bool:
    """Whether ``assert`` does nothing."""
    return not __debug__


def end() -> None:
    """End the process in the middle of its work."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_it_answers(place: Elsewhere) -> None:
    """Work is done there, with its arguments, and large answers come whole."""
    assert place.run(os.getpid) != os.getpid()
    assert place.run(sorted, [2, 1], reverse=True) == [2, 1]
    assert len(place.run(bytes, 30_000_000)) == 30_000_000


@pytest.mark.parametrize("kind", [ValueError, PipelineError, ZeroDivisionError])
def test_its_exceptions_are_raised_here(place: Elsewhere, kind: type[Exception]) -> None:
    """They are of the same kind, and the next work is done."""
    with pytest.raises(kind):
        place.run(fail, kind)
    assert place.run(len, "abc") == 3


def test_what_is_printed_is_no_answer(place: Elsewhere) -> None:
    """A library that prints does not disturb what is answered."""
    assert place.run(speak) == "an answer"


def test_a_process_that_ends_is_a_sentence() -> None:
    """As when the system takes its memory back."""
    with Elsewhere("json") as elsewhere, pytest.raises(PipelineError, match="was stopped"):
        elsewhere.run(end)
    assert elsewhere.is_broken


def test_it_is_not_optimized(monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint 70 has work to do inside an ``assert``: backgrounds are other ones without it."""
    monkeypatch.setenv("PYTHONOPTIMIZE", "1")
    script = "print(not __debug__)"
    assert run([sys.executable, "-c", script]).stdout == "True\n"
    with Elsewhere("json") as elsewhere:
        assert elsewhere.run(is_optimized) is False


STARTED = """
import os, sys, time
from bindery.tools.elsewhere import Elsewhere
from bindery.tools.run import run
from threading import Thread
from tests.tools.test_elsewhere import sleep
with Elsewhere("json") as place:
    pids = [place.run(os.getpid)]
    Thread(target=run, args=([sys.executable, "-c", sys.argv[1]],), daemon=True).start()
    Thread(target=place.run, args=(sleep,), daemon=True).start()
    while not os.path.exists(sys.argv[2]): time.sleep(0.01)
    print(*pids, open(sys.argv[2]).read(), flush=True)
    time.sleep(60)
"""
PROGRAM = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open({path!r} + ".new", "w").write(f"{{os.getpid()}} {{child.pid}}")
os.rename({path!r} + ".new", {path!r})
time.sleep(60)
"""


def sleep() -> None:
    """Be busy, so that nothing is read."""
    time.sleep(60)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_all_end_with_their_parent(tmp_path: Path, number: signal.Signals) -> None:
    """The process, a program that was started, and what that has started: none lives on."""
    import subprocess

    path = str(tmp_path / "pids")
    parent = subprocess.Popen(
        [sys.executable, "-c", STARTED, PROGRAM.format(path=path), path],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(HOUSE)},
    )
    assert parent.stdout is not None
    pids = [int(pid) for pid in parent.stdout.readline().split()]
    assert len(pids) == 3
    assert all(map(_lives, pids))
    parent.send_signal(number)
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + PATIENCE
    while any(map(_lives, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_lives, pids))


def _lives(pid: int) -> bool:
    """Whether a process runs: one that has ended may wait for its parent to ask."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
