"""Kill the process that this is imported in, right before one of its steps in a folder."""

import atexit
import os
import signal
import sys
from pathlib import Path

MARK = "BINDERY_KILL_TEST"
"""Begins the line that says how many steps there were."""

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_STEPS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"})


def die_at(step: int, book: Path) -> None:
    """Let this process be killed right before its ``step`` in ``book``; count them if it is 0.

    A step writes, renames or removes something.
    """
    taken = 0
    inside = f"{book}{os.sep}"

    def watch(event: str, args: tuple[object, ...]) -> None:
        nonlocal taken
        if event not in _STEPS or not str(args[0]).startswith(inside):
            return
        if event == "open" and not (isinstance(args[2], int) and args[2] & _WRITES):
            return
        taken += 1
        if taken == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    if not step:
        atexit.register(lambda: print(f"{MARK} {taken}", file=sys.stderr, flush=True))
