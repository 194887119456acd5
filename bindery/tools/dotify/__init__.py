"""Dotify, which lays out pages of braille: OBFL in, PEF out, in a process of Java's.

The text is in braille already; Dotify never sees print. What it does not understand it leaves out
with a warning, so that a warning is an error here.
"""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bindery.tools import locate
from bindery.tools.run import run

PATIENCE = 600.0
"""Seconds for a book: a novel takes ten."""

_HERE = Path(__file__).parent
_MAIN = "Pef"
# A short run: nothing is gained by compiling for speed, or by collecting garbage side by side.
_JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")
_WARNING = re.compile(r"^(?:WARNING|SEVERE): (?P<said>.*)$", re.MULTILINE)
_HARMLESS = "Non-braille characters"
"""The numbers that Dotify writes itself are digits of print; they are made braille afterwards."""


class LayoutError(Exception):
    """Dotify ended without pages, or left something out; its message is in English."""


def laid_out(obfl: bytes, language: str) -> bytes:
    """Lay out ``obfl``; return the PEF as Dotify writes it."""
    java = locate.java()
    assert java is not None, "nobody asks where it is not installed"
    jars = ":".join(str(path) for path in (*locate.dotify_jars(), _HERE))
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "book.obfl"), Path(folder, "book.pef")
        given.write_bytes(obfl)
        command: list[str | Path] = [java, *_JAVA, "-cp", jars, _MAIN, language, given, made]
        ended = run(command, timeout=PATIENCE)
        if said := next(_warnings(ended.stderr), ""):
            raise LayoutError(said)
        if ended.status != 0 or not made.is_file():
            lines = ended.stderr.strip().splitlines() or ["Dotify"]
            raise LayoutError(lines[0])
        return made.read_bytes()


def _warnings(said: str) -> Iterator[str]:
    for found in _WARNING.finditer(said):
        if _HARMLESS not in found["said"]:
            yield found["said"]
