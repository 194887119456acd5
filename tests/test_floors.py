"""Imports only go down the floors of docs/architecture.md, and one floor starts programs."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]

FLOORS = {
    "vocabulary": 0,
    "locales": 1,
    "tools": 1,
    "manuscript": 2,
    "prose": 3,
    "document": 3,
    "claims": 4,
    "finished": 4,
    "editions": 5,
    "rules": 5,
    "checkers": 5,
    "reports": 5,
    "readback": 5,
    "pipeline": 6,
    "tasks": 7,
}
STARTS_PROGRAMS = {"subprocess", "playwright", "os.system", "multiprocessing"}

FILES = sorted([*(HOUSE / "bindery").rglob("*.py"), HOUSE / "tasks.py"])


def imported(source: str) -> Iterator[str]:
    """Every module that ``source`` imports, inside functions too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def room_of(path: Path) -> str:
    """The room a file is in: the first folder below ``bindery``."""
    relative = path.relative_to(HOUSE)
    return relative.parts[1] if len(relative.parts) > 2 else relative.stem


def wrong_ways(room: str, source: str) -> list[str]:
    """The imports of ``source`` that do not go down from ``room``."""
    wrong = []
    for module in imported(source):
        parts = module.split(".")
        if parts[0] == "bindery" and len(parts) > 1 and parts[1] != room:
            here, there = FLOORS[room], FLOORS[parts[1]]
            if there >= here:
                wrong.append(module)
        if parts[0] in STARTS_PROGRAMS and room != "tools":
            wrong.append(module)
        standard = room == "vocabulary" and parts[0] not in {"bindery", *_standard_library()}
        if standard:
            wrong.append(module)
    return wrong


def _standard_library() -> frozenset[str]:
    import sys

    return frozenset(sys.stdlib_module_names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_imports_only_go_down(path: Path) -> None:
    """A file imports from lower floors and from its own room, and from nowhere else."""
    if path == HOUSE / "bindery" / "__init__.py":
        return
    assert wrong_ways(room_of(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("document", "from bindery.editions import EDITIONS"),
        ("rules", "import bindery.checkers.axe"),
        ("editions", "def f():\n    import subprocess"),
        ("vocabulary", "import lxml"),
        ("manuscript", "from bindery.pipeline.build import build"),
        ("locales", "from bindery.manuscript.load import load"),
    ],
)
def test_the_wrong_way_is_seen(room: str, source: str) -> None:
    """Importing upwards, sideways, or a program starter is reported."""
    assert wrong_ways(room, source)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_files_fit_a_reader(path: Path) -> None:
    """No file is much over 300 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350
