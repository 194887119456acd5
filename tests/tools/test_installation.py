"""Where bindery is decides where its templates and tools are, and what its command is called."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bindery import __version__
from bindery.tools import installation
from bindery.tools.installation import COMMAND, libraries, templates_folder, tools_folder
from bindery.tools.run import run
from tests.shelf import HOUSE

TOLD = re.compile(r"\binvoke (build|check|release|setup|doctor|clean)\b")


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A package in a folder that is no checkout, of a user whose home is the same folder."""
    monkeypatch.setattr(installation, "CHECKOUT", None)
    monkeypatch.setattr(installation, "CODE", tmp_path / "bindery")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv(installation.TOOLS_VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_a_checkout_has_its_templates_at_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where people look, the templates are, and the tools beside them."""
    monkeypatch.delenv(installation.TOOLS_VARIABLE, raising=False)
    assert templates_folder() == HOUSE / "templates"
    assert tools_folder() == HOUSE / ".tools"


def test_a_package_has_its_templates_inside(installed: Path) -> None:
    """What pip installed brings its templates along, and keeps its tools with the user's data."""
    assert templates_folder() == installed / "bindery/templates"
    assert tools_folder() == installed / ".local/share/bindery" / __version__


def test_the_users_data_may_be_elsewhere(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``XDG_DATA_HOME`` is kept to."""
    monkeypatch.setenv("XDG_DATA_HOME", str(installed / "data"))
    assert tools_folder() == installed / "data/bindery" / __version__


def test_a_named_folder_of_tools_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """``BINDERY_TOOLS`` decides, in a checkout, too."""
    monkeypatch.setenv(installation.TOOLS_VARIABLE, "/somewhere")
    assert tools_folder() == Path("/somewhere")


def test_a_checkout_is_known_by_its_locks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Another lock is another set of libraries; one that was not asked about is not."""
    (tmp_path / "requirements").mkdir()
    for name in ("build", "dev"):
        (tmp_path / f"requirements/{name}.lock").write_text(name, encoding="utf-8")
    monkeypatch.setattr(installation, "CHECKOUT", tmp_path)
    before = libraries("build")
    (tmp_path / "requirements/dev.lock").write_text("another", encoding="utf-8")
    assert libraries("build") == before
    assert libraries("build", "dev") != before
    (tmp_path / "requirements/build.lock").write_text("another", encoding="utf-8")
    assert libraries("build") != before


def test_elsewhere_libraries_are_what_pip_installed(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version of any package is another set of libraries."""
    monkeypatch.syspath_prepend(str(installed))
    (installed / "weasyprint-70.0.dist-info").mkdir()
    before = libraries("build")
    assert b"weasyprint-70.0.dist-info" in before
    (installed / "weasyprint-70.0.dist-info").rename(installed / "weasyprint-71.0.dist-info")
    assert libraries("build") != before


@pytest.mark.parametrize(("started", "command"), [("bindery", "bindery"), ("inv", "invoke")])
def test_messages_name_the_command_that_was_started(started: str, command: str) -> None:
    """Whoever started ``bindery`` is told of ``bindery``, and in a checkout of invoke otherwise."""
    script = (
        f"import sys; sys.argv = ['/usr/bin/{started}']\n"
        "from bindery.tools.setup import LOOK_AT_DOCTOR\n"
        "from bindery.reports.explained import explained\n"
        "print(LOOK_AT_DOCTOR.nb, explained('epubcheck-chk-001').mend.nb)"
    )
    said = run([sys.executable, "-c", script], cwd=HOUSE)
    assert said.stdout.count(f"{command} doctor") == 2, said


def sentences() -> Iterator[tuple[Path, str]]:
    """What our code can say: its strings, less the docstrings, and its files of words."""
    for path in sorted((HOUSE / "bindery").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for part in () if isinstance(node, ast.Expr) else ast.iter_child_nodes(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield path, part.value
    for path in sorted((HOUSE / "bindery").rglob("*.toml")):
        yield path, path.read_text(encoding="utf-8")


@pytest.mark.slow
def test_no_message_names_a_command_by_itself() -> None:
    """What the command is called is decided in one place."""
    found = [*sentences()]
    assert len(found) > 1000
    assert [path for path, text in found if TOLD.search(text)] == []
    assert COMMAND == "invoke"
