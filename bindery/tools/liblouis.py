"""liblouis, which translates to braille: unpacked from its archives, run in a process of its own.

A table can make the library loop for ever, so that the process has a time limit, and the text that
it stopped at is named.
"""

import json
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from bindery.tools import locate
from bindery.tools.maven import LIBLOUIS, LIBLOUIS_TABLES
from bindery.tools.run import TimeoutExpired, run

RUNS_HERE = (platform.system(), platform.machine()) == ("Linux", "x86_64")
"""Whether the engine in Maven Central is for this kind of machine."""

PROCESS = Path(__file__).with_name("liblouis_process.py")
PATIENCE = 60.0
"""Seconds for all of a book: a novel takes about one."""

_ENGINE = "native/linux/x86_64/liblouis.so"
_TABLES = "default-tables/"

PLAIN, ITALIC, BOLD = 0, 1, 4
"""What a letter looks like in print, as liblouis counts it."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A text in braille: its ``cells`` (U+2800…), and which letter of the text each one is from."""

    cells: str
    origins: tuple[int, ...]


Answer = dict[str, Any]


class StuckError(Exception):
    """liblouis gave no answer about the text with this ``number``."""

    def __init__(self, number: int) -> None:
        super().__init__(f"liblouis: {number}")
        self.number = number


def unpack(folder: Path) -> None:
    """Put the engine and its tables into ``folder``, in one step, from the archives there."""
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        fresh = Path(aside, LIBLOUIS.version)
        (fresh / "tables").mkdir(parents=True)
        with ZipFile(folder / LIBLOUIS.name) as archive:
            (fresh / "liblouis.so").write_bytes(archive.read(_ENGINE))
        with ZipFile(folder / LIBLOUIS_TABLES.name) as archive:
            for name in archive.namelist():
                stem = name.removeprefix(_TABLES)
                if stem and stem != name and "/" not in stem:
                    (fresh / "tables" / stem).write_bytes(archive.read(name))
        home = folder / LIBLOUIS.version
        shutil.rmtree(home, ignore_errors=True)
        fresh.rename(home)


def translated(
    texts: Sequence[tuple[str, Sequence[int]]], tables: str, *, patience: float = PATIENCE
) -> tuple[Cells, ...]:
    """Translate each text, with the looks of its letters, by ``tables``.

    Raises ``StuckError`` for the first text without an answer in time.
    """
    asked = [{"text": text, "looks": [*looks]} for text, looks in texts]
    answers = _answers({"tables": tables, "texts": asked}, patience)
    if len(answers) < len(asked):
        raise StuckError(len(answers))
    return tuple(Cells(one["cells"], tuple(one["origins"])) for one in answers)


def hyphenated(words: Sequence[str], tables: str, *, patience: float = PATIENCE) -> tuple[str, ...]:
    """Where each word can be divided: a digit for each letter, 1 where a new line may begin."""
    answers = _answers({"tables": tables, "words": [*words]}, patience)
    return tuple(one["points"] for one in answers)


def _answers(asked: dict[str, object], patience: float) -> list[Answer]:
    library = locate.liblouis()
    assert library is not None, "nobody asks where it is not installed"
    # Nothing of bindery is imported there: the process has only the library to load.
    command: list[str | Path] = [sys.executable, "-I", "-S", PROCESS, library]
    try:
        ended = run(command, stdin=json.dumps(asked), timeout=patience)
        said = ended.stdout
    except TimeoutExpired as error:
        output = error.output or b""
        said = output.decode(errors="replace") if isinstance(output, bytes) else output
    lines = said.splitlines(keepends=True)
    return [json.loads(line) for line in lines if line.endswith("\n")]
