"""What a program costs is what it does, not how long one waits for it."""

import sys
from pathlib import Path

from benchmarks.cost import Cost, cost
from bindery.tools.run import run
from tests.shelf import HOUSE


def of(program: str, folder: Path) -> Cost:
    """The cost of a Python program."""
    return cost([sys.executable, "-S", "-c", program], folder)


def test_work_is_counted_and_waiting_is_not(tmp_path: Path) -> None:
    """A program that sleeps costs less than one that counts, though one waits longer for it."""
    asleep = of("import time; time.sleep(0.6)", tmp_path)
    at_work = of("sum(range(10_000_000))", tmp_path)
    assert asleep.seconds < 0.5 * at_work.seconds


TWO_PEAKS = """
import sys
from pathlib import Path
from benchmarks.cost import cost
for program in ("b'x' * 300_000_000", "pass"):
    print(cost([sys.executable, "-S", "-c", program], Path()).peak)
"""


def test_the_peak_is_the_programs_own() -> None:
    """Memory that was given back is counted, and that of an earlier program is not.

    It is asked of a small process: its own memory counts in those of the programs it starts.
    """
    told = run([sys.executable, "-c", TWO_PEAKS], cwd=HOUSE).stdout
    large, small = map(int, told.split())
    assert large > 300_000_000
    assert small < 200_000_000


def test_a_program_that_fails_says_so(tmp_path: Path) -> None:
    """Its status is told, and it runs where it is told to."""
    assert of("raise SystemExit(3)", tmp_path).status == 3
    assert of(f"import os; assert os.getcwd() == {str(tmp_path)!r}", tmp_path).status == 0
