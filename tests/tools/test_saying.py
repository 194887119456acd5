"""Printing to a reader who has gone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shelf import HOUSE

SCRIPT = """
import sys
from bindery.pipeline.in_a_task import plain_words
from bindery.tools.saying import say
with plain_words("en"):
    for _ in range(int(sys.argv[1])): say("x" * 79)
    say("to the end", error=True)
sys.exit(3)
"""


def printing(lines: int, into: int) -> tuple[int, str]:
    """The status of a program that prints ``lines`` into a descriptor, and what it complains of."""
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(lines)],
        stdout=into,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(HOUSE)},
        text=True,
        check=False,
    )
    return ended.returncode, ended.stderr


@pytest.mark.slow
@pytest.mark.parametrize("lines", [1, 10_000])
def test_a_reader_who_has_gone_is_not_told_of(lines: int) -> None:
    """As with ``| head``: the work is done to its end, with its own status, and quietly."""
    reads, writes = os.pipe()
    os.close(reads)
    try:
        assert printing(lines, writes) == (3, "to the end\n")
    finally:
        os.close(writes)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux")
def test_a_full_disk_is_a_sentence() -> None:
    """What could not be printed is not taken for said."""
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        status, said = printing(1, full)
    finally:
        os.close(full)
    assert status != 0
    assert "No space left on device" in said
