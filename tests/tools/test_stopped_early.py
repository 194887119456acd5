"""A command that is stopped says one sentence and leaves nothing half done."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bindery.tools.stopped_early import STOPPED, not_stopped, told_when_stopped
from tests.built import SMALL
from tests.shelf import HOUSE, write_book

pytestmark = pytest.mark.slow

SCRIPT = """
import os, signal, sys, time
from pathlib import Path
from threading import Thread
from bindery.tools.afterwards import scratch
from bindery.tools.stopped_early import not_stopped, told_when_stopped
# What runs the tests may be ignoring signals, as nohup does.
signal.signal(int(sys.argv[1]), signal.SIG_DFL)
Thread(target=time.sleep, args=(60,)).start()
with told_when_stopped("en"), scratch() as folder:
    (folder / "half").touch()
    with not_stopped():
        os.kill(os.getpid(), int(sys.argv[1]))
        time.sleep(0.2)
        print(folder, flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_sentence_and_nothing_left(number: signal.Signals) -> None:
    """What must not be stopped is done first; then it ends by the signal, with threads and all."""
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(int(number))],
        env=os.environ | {"PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert ended.returncode == -number
    assert ended.stderr == f"{STOPPED.en}\n"
    folder = Path(ended.stdout.strip())
    assert folder.name.startswith("bindery-")
    deadline = time.monotonic() + 20
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not folder.exists()


def test_the_handlers_are_given_back() -> None:
    """A program that uses bindery keeps its own, and one that ignores a signal goes on doing so."""
    before = signal.getsignal(signal.SIGINT)
    hup = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with told_when_stopped("en"):
            assert signal.getsignal(signal.SIGINT) is not before
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGINT) is before
    finally:
        signal.signal(signal.SIGHUP, hup)


def test_outside_a_command_an_interrupt_is_one() -> None:
    """For a program that uses bindery it is Python's own exception."""
    with pytest.raises(KeyboardInterrupt), not_stopped():
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("after", [0.0, 1.5])
def test_a_build_that_is_interrupted(tmp_path: Path, after: float) -> None:
    """As by Ctrl-C in a terminal, which every process of the command gets."""
    book = write_book(tmp_path, SMALL)
    (book / "build").mkdir()
    (book / "build/proevebok.pdf").write_bytes(b"old")
    # As a terminal starts it: what runs the tests may be ignoring interrupts.
    command = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from bindery.start import main; main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", command, "build", "--book", str(book), "--lang", "en"],
        env=os.environ | {"PYTHONPATH": str(HOUSE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
    )
    work = book / "build/work/fontconfig"
    deadline = time.monotonic() + 60
    while after and not work.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.4)
    os.killpg(process.pid, signal.SIGINT)
    said, complained = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGINT
    assert said == ""
    assert complained in ("", f"{STOPPED.en}\n")
    assert complained or not after
    assert (book / "build/proevebok.pdf").read_bytes() == b"old"
    assert {path.name for path in (book / "build").iterdir()} <= {"proevebok.pdf", "work"}
