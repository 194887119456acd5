"""Start another program."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import TimeoutExpired

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
) -> Finished:
    """Run ``command`` to its end, without a shell.

    Raises ``FileNotFoundError`` if the program is not there, ``TimeoutExpired`` if it takes longer
    than ``timeout`` seconds.
    """
    ended = subprocess.run(  # noqa: S603 - a list of arguments, never a shell
        [str(part) for part in command],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        cwd=cwd,
        env=None if env is None else dict(env),
        timeout=timeout,
    )
    return Finished(ended.returncode, ended.stdout, ended.stderr)
