"""Imports only go down the floors of docs/architecture.md, and one floor starts programs."""

import ast
from collections.abc import Iterator
from functools import cache
from itertools import combinations
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
    "importing": 5,
    "reports": 5,
    "readback": 5,
    "pipeline": 6,
    "api": 7,
    "tasks": 7,
    "command": 8,
    "start": 9,
}
SUB_FLOORS = {
    "document": ({"svg"}, {"braille", "pictures"}),
    "editions": ({"pdf.structure"}, {"braille", "commented", "epub", "pdf", "summary"}),
    "finished": ({"pdf"},),
    "importing": ({"markdown", "word"},),
    "manuscript": ({"source"}, {"brand", "marks"}),
    "pipeline": ({"watch"},),
    "readback": ({"document"}, {"braille", "html", "pdf"}),
    "reports": (
        {"explained", "wcag"},
        {"matterhorn"},
        {"evidence_html", "for_tools", "onix", "statement"},
    ),
    "rules": ({"cascade", "manuscript"}, {"styles", "editions"}),
}
"""The sub-rooms of each room, from the ground up. A room's own files are above or below them."""

STARTS_PROGRAMS = {"subprocess", "playwright", "os.system", "multiprocessing"}

FILES = sorted([*(HOUSE / "bindery").rglob("*.py"), HOUSE / "tasks.py"])
SOURCES = {path: path.read_text(encoding="utf-8") for path in FILES}


@cache
def imports_in(source: str) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """Every import in ``source``, inside functions too."""
    nodes = ast.walk(ast.parse(source))
    return tuple(node for node in nodes if isinstance(node, (ast.Import, ast.ImportFrom)))


def imported(source: str) -> Iterator[str]:
    """Every module that ``source`` imports."""
    for node in imports_in(source):
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


def test_imports_only_go_down() -> None:
    """A file imports from lower floors and from its own room, and from nowhere else."""
    files = [path for path in FILES if path != HOUSE / "bindery" / "__init__.py"]
    assert len(files) > 500
    wrong = {path: wrong_ways(room_of(path), SOURCES[path]) for path in files}
    assert {path: ways for path, ways in wrong.items() if ways} == {}


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


def module_of(path: Path) -> str:
    """What a file is imported as."""
    return ".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): path for path in FILES}

FACE = "bindery"
"""What programs import: it has the version, and hands on what is promised when it is asked for."""


def modules_imported(source: str) -> Iterator[str]:
    """The modules of bindery that ``source`` imports, without the names in them."""
    for node in imports_in(source):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else node.module


def sub_room_of(module: str) -> tuple[str, str]:
    """The room and the sub-room of a module; no sub-room for one that lies in the room itself."""
    is_package = MODULES[module].name == "__init__.py"
    parts = module.split(".")[1:] if is_package else module.split(".")[1:-1]
    return (parts[0] if parts else ""), ".".join(parts[1:])


def sub_floor(room: str, sub_room: str) -> int:
    """How high a sub-room lies in its room."""
    floors = enumerate(SUB_FLOORS[room])
    return next(floor for floor, names in floors if sub_room in names)


def wrong_ways_inside(module: str, source: str) -> list[str]:
    """The imports of ``source`` that do not go down from its sub-room."""
    room, here = sub_room_of(module)
    wrong = []
    for name in modules_imported(source):
        if here and name in MODULES and name.startswith(f"bindery.{room}."):
            _, there = sub_room_of(name)
            if there and there != here and sub_floor(room, there) >= sub_floor(room, here):
                wrong.append(name)
    return wrong


def test_imports_go_down_inside_a_room() -> None:
    """Sub-rooms on one floor of a room do not know each other, either."""
    wrong = {module: wrong_ways_inside(module, SOURCES[path]) for module, path in MODULES.items()}
    assert {module: ways for module, ways in wrong.items() if ways} == {}


def test_the_wrong_way_inside_a_room_is_seen() -> None:
    """Importing from the sub-room beside, or from one above, is reported."""
    beside = "from bindery.rules.styles.lines_have_room import RULE"
    assert wrong_ways_inside("bindery.rules.editions.pdf_metadata_agree", beside)
    above = "from bindery.reports.statement.statement_page import write_statement"
    assert wrong_ways_inside("bindery.reports.wcag.criteria", above)


def circles(imports: dict[str, set[str]]) -> list[str]:
    """The modules that import themselves through others."""
    waiting = {module: set(others) for module, others in imports.items()}
    while free := [module for module, others in waiting.items() if not others & waiting.keys()]:
        for module in free:
            del waiting[module]
    return sorted(waiting)


def test_no_files_import_each_other() -> None:
    """What imports a file is nothing that it needs itself, not even for its types."""
    imports = {
        module: {*modules_imported(SOURCES[path])} - {module, FACE}
        for module, path in MODULES.items()
        if module != FACE
    }
    assert circles(imports) == []


def test_a_circle_is_seen() -> None:
    """Two files that import each other are reported, and one that imports them is with them."""
    assert circles({"a": {"b"}, "b": {"a"}, "c": set()}) == ["a", "b"]


def strangers_in(folder: tuple[str, ...], source: str) -> list[str]:
    """The modules that a file in ``folder`` imports and are private, or of which it does a name."""
    strangers = []
    for node in imports_in(source):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("bindery"):
            *there, file = node.module.split(".")
            names = [alias.name for alias in node.names if alias.name != "__version__"]
            if (file.startswith("_") and tuple(there) != folder) or any(
                name.startswith("_") for name in names
            ):
                strangers.append(node.module)
    return strangers


def test_what_is_private_stays_in_its_folder() -> None:
    """A file or a name that begins with an underscore is imported by its neighbours alone."""
    strangers = {
        path: strangers_in(path.relative_to(HOUSE).parent.parts, source)
        for path, source in SOURCES.items()
    }
    assert {path: ones for path, ones in strangers.items() if ones} == {}


@pytest.mark.parametrize(
    "source", ["from bindery.rules.manuscript._told import read", "from bindery.rules import _x"]
)
def test_a_stranger_is_seen(source: str) -> None:
    """A private file of another folder, and a private name."""
    assert strangers_in(("bindery", "rules"), source)


def test_files_fit_a_reader() -> None:
    """No file is much over 300 lines."""
    lines = {path: len(source.splitlines()) for path, source in SOURCES.items()}
    assert {path: count for path, count in lines.items() if count > 350} == {}


MOST_OF_ONE_NAME = 2
ENDINGS = ("s", "d", "n", "r", "en", "ed", "er", "ing")
TOLD_APART = frozenset(
    {frozenset({"ace", "axe"}), frozenset({"api", "apt"}), frozenset({"check", "checker"})}
)
"""Other people's names; and the task beside those that do it."""


def alike(one: str, other: str) -> bool:
    """Whether two names differ by a letter or an ending."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long[len(short) :] in ENDINGS:
        return True
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    without_one = {long[:at] + long[at + 1 :] for at in range(len(long))}
    return len(long) == len(short) + 1 and short in without_one


def folders_by_name() -> dict[str, list[str]]:
    """Where the files of each name are, what is private included."""
    found: dict[str, list[str]] = {}
    for path in FILES:
        if path.stem != "__init__":
            folder = path.relative_to(HOUSE).parent.as_posix()
            found.setdefault(path.stem.strip("_"), []).append(folder)
    return found


def test_files_can_be_told_apart_by_name() -> None:
    """No two names differ by a letter or an ending, and no name is given three times."""
    names = folders_by_name()
    assert {name for name, folders in names.items() if len(folders) > MOST_OF_ONE_NAME} == set()
    pairs = (frozenset(pair) for pair in combinations(sorted(names), 2) if alike(*pair))
    assert set(pairs) - TOLD_APART == set()


@pytest.mark.parametrize(
    ("one", "other"), [("count", "counts"), ("telling", "tellin"), ("said", "sand"), ("a", "ab")]
)
def test_names_that_are_alike_are_seen(one: str, other: str) -> None:
    """An ending more, a letter less, or another letter."""
    assert alike(one, other)
