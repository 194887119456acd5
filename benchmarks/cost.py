"""What a program costs in processor time and memory, not in wall time."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, Popen

_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the kernel's unit of ``ru_maxrss``."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A finished program's status, seconds of processor time, and peak memory in bytes.

    The time is the program's own and the system's on its behalf. Other programs on the machine
    affect it little, unlike wall time. On Linux the peak is never less than the memory of the
    process that starts the program.
    """

    status: int
    seconds: float
    peak: int


def cost(command: Sequence[str | Path], cwd: Path) -> Cost:
    """Run ``command`` in ``cwd`` to its end, with only its standard error shown."""
    process = Popen(  # noqa: S603 - a list of arguments, never a shell
        [str(part) for part in command], stdin=DEVNULL, stdout=DEVNULL, cwd=cwd
    )
    # The sum over all children so far, which resource.getrusage() gives, has but one peak.
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _PEAK_UNIT)
