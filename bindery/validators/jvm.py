"""The checkers that run on Java, started the same way on every machine."""

import os
import tempfile
from pathlib import Path

from bindery.tools import locate
from bindery.tools.run import Finished
from bindery.validators import checker

FLAGS = (
    # A better compiler and a parallel collector cost more than they give in a few seconds.
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    # With this compiler's larger frames, the Nu checker overflows the usual stack.
    "-Xss4m",
    "-Djava.awt.headless=true",
    "-Dstdout.encoding=UTF-8",
    "-Dstderr.encoding=UTF-8",
)

MEDDLING = frozenset({"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
"""Java announces these on standard error, in the middle of a report, and obeys them."""


def run_java(name: str, *arguments: str | Path, statuses: frozenset[int]) -> Finished:
    """Run the checker ``name`` to its end, with nothing read from or left in the user's home."""
    java = checker.installed(name, "Java", locate.java())
    with tempfile.TemporaryDirectory(prefix="bindery-") as home:
        command = (java, *FLAGS, f"-Duser.home={home}", *arguments)
        return checker.started(name, command, statuses=statuses, env=_environment())


def _environment() -> dict[str, str]:
    """The user's own, in UTF-8: under the C locale a file named with ø cannot be opened."""
    kept = {name: value for name, value in os.environ.items() if name not in MEDDLING}
    return kept | {"LC_ALL": "C.UTF-8"}
