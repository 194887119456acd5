"""Start another program."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import TimeoutExpired

from bindery.tools.afterwards import killed_with_us
from bindery.tools.limits import limit_memory

__all__ = ["Finished", "TimeoutExpired", "run"]


@dataclass(frozen=True, slots=True)
class Finished:
    """A program that ended: its status and output."""

    status: int
    stdout: str
    stderr: str


def run(
    command: Sequence[str | Path],
    *,
    stdin: str | None = None,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    timeout: float | None = None,
    interactive: bool = False,
    memory: int | None = None,
) -> Finished:
    """Run ``command`` to its end, without a shell.

    Raises ``FileNotFoundError`` if the program is not there, ``TimeoutExpired`` if it takes longer
    than ``timeout`` seconds. On Linux it has at most ``memory`` bytes. When this process ends, so
    does the program, with all it has started, unless it is ``interactive``: one that asks for a
    password must be in the terminal's own group.
    """
    with subprocess.Popen(  # noqa: S603 - a list of arguments, never a shell
        [str(part) for part in command],
        stdin=None if stdin is None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        cwd=cwd,
        env=None if env is None else dict(env),
        process_group=None if interactive else 0,
    ) as process:
        if memory is not None:
            limit_memory(process.pid, memory)
        return _ended(process, stdin, timeout, group=not interactive)


def _ended(
    process: "subprocess.Popen[str]", stdin: str | None, timeout: float | None, *, group: bool
) -> Finished:
    """Wait for ``process``, and kill it, with its ``group`` if it has one, if that is cut short."""
    with killed_with_us(process.pid) if group else nullcontext():
        try:
            stdout, stderr = process.communicate(stdin, timeout=timeout)
        except BaseException:
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL) if group else process.kill()
            raise
    return Finished(process.returncode, stdout, stderr)
