"""What the repository promises about itself: one line, pinned packages, no registry's address."""

import os
import re
import tomllib
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from bindery.tools.installation import CHECKOUT
from bindery.tools.locate import NODE_MODULES
from bindery.tools.setup import MANIFEST

assert CHECKOUT is not None
ROOT = CHECKOUT
NOT_OURS = {".git", ".venv", ".tools", "build", "node_modules"} | {
    "__pycache__",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
    ".hypothesis",
}
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted"),
        ("registry", "npmjs"),
        ("registry", "yarnpkg"),
        ("deb", "debian"),
        ("security", "debian"),
        ("snapshot", "debian"),
        ("repo1", "maven"),
        ("repo", "maven"),
    )
]


@cache
def our_files() -> list[Path]:
    """Every file of the repository, tracked or about to be."""
    found = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NOT_OURS]
        found += [Path(folder) / name for name in files if name not in NOT_OURS]
    return found


def readme_lines() -> list[str]:
    """The lines of the README's first code block."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"^```\w*\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    assert block, "the README has no code block"
    return block[1].splitlines()


def test_the_readme_has_two_lines() -> None:
    """From a bare machine to editions is one line, to proof of them a second."""
    assert len(readme_lines()) == 2


NAMED = re.compile(r"`((?:[\w-]+/)*[\w-]+\.(?:py|j2|lua))`")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_name_files_that_are_there(page: Path) -> None:
    """Who looks for a file that documentation names finds it."""
    files = [f"/{path.relative_to(ROOT)}" for path in our_files()]
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    assert [one for one in named if not any(path.endswith(f"/{one}") for path in files)] == []


LINT = ".venv/bin/invoke lint"


def test_continuous_integration_runs_the_second_line_and_lint() -> None:
    """What proves a change is what the README tells a person to run, then lint and types."""
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == [readme_lines()[1], LINT]


@pytest.mark.parametrize("line", [*readme_lines(), LINT])
def test_the_workflow_runs_both_lines_and_lint(line: str) -> None:
    """A bare Debian 12 runs both lines of the README, lint and types at every push."""
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    runs = [line.strip().removeprefix("run: ") for line in workflow.splitlines()]
    assert line in runs


@pytest.mark.parametrize("host", REGISTRIES)
def test_no_file_names_a_registry(host: str) -> None:
    """Packages come from whatever registry the machine is set up to use."""
    files = our_files()
    assert len(files) > 50
    naming = [path.relative_to(ROOT) for path in files if host.encode() in path.read_bytes()]
    assert naming == []


def pinned(lock: str) -> dict[str, str]:
    """The version of each package in ``requirements/<lock>``; each must have a hash."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    entries = re.findall(r"^([a-z0-9-]+)==(\S+)(.*\n(?:    .*\n)*)", text, re.MULTILINE)
    assert all("--hash=sha256:" in rest for _, _, rest in entries)
    return {name: version for name, version, _ in entries}


def wanted(lock: str) -> list[str]:
    """What ``pyproject.toml`` asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked: dict[str, list[str]] = {
        "build.lock": project["project"]["dependencies"],
        "braille.lock": project["project"]["optional-dependencies"]["braille"],
        "check.lock": project["project"]["optional-dependencies"]["check"],
        "dask.lock": project["project"]["optional-dependencies"]["dask"],
        "dev.lock": project["dependency-groups"]["dev"],
    }
    return asked[lock]


@pytest.mark.parametrize(
    "lock", ["build.lock", "braille.lock", "check.lock", "dask.lock", "dev.lock"]
)
def test_a_lock_holds_what_the_project_asks_for(lock: str) -> None:
    """No dependency is left to chance: each is pinned, at a version that will do."""
    versions = pinned(lock)
    for line in wanted(lock):
        asked = Requirement(line)
        version = versions.get(asked.name.lower())
        assert version, f"{asked.name} is not in {lock}"
        assert asked.specifier.contains(version), f"{lock} has {asked.name} {version}"


@pytest.mark.parametrize(
    ("lock", "other"), [*combinations(("build", "braille", "check", "dask", "dev"), 2)]
)
def test_the_locks_agree(lock: str, other: str) -> None:
    """Installing what checking or testing needs does not change what is there already."""
    one, another = pinned(f"{lock}.lock"), pinned(f"{other}.lock")
    shared = one.keys() & another.keys()
    assert shared
    assert {name: one[name] for name in shared} == {name: another[name] for name in shared}


def test_the_lock_of_checking_is_as_new_as_that_of_building() -> None:
    """What is added to build with is in the locks of checking and of braille, too."""
    assert pinned("build.lock").items() <= pinned("braille.lock").items()
    assert pinned("braille.lock").items() <= pinned("check.lock").items()
    assert pinned("build.lock").items() <= pinned("dask.lock").items()


def test_checking_brings_nothing_that_only_tests_need() -> None:
    """Whoever checks a book gets no test runner and no linter along with the checkers."""
    check = pinned("check.lock")
    only_tests = {Requirement(line).name for line in wanted("dev.lock")} - {"packaging"}
    assert "pytest" in only_tests
    assert not only_tests & check.keys()


def test_the_checkers_installed_are_the_pinned_ones() -> None:
    """What npm put into ``.tools`` is what this version of the lock pins."""
    installed = (NODE_MODULES.parent / "package-lock.json").read_bytes()
    assert installed == (MANIFEST / "package-lock.json").read_bytes()
