"""The doctor says what is there, what is missing, and the command that gets it."""

from importlib import metadata
from pathlib import Path

import pytest

from bindery.tools import apt, locate, pango
from bindery.tools.doctor import Report, Row, doctor
from bindery.tools.inventory import INVENTORY, Need, Tool, missing
from bindery.vocabulary.errors import PipelineError


def tool(name: str) -> Tool:
    """The tool called ``name``."""
    return next(tool for tool in INVENTORY if tool.name == name)


@pytest.fixture
def empty_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with no programs of its own."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(locate.CHROMIUM_VARIABLE, raising=False)


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine where one of Pango's libraries is not to be found."""
    monkeypatch.setitem(pango.LIBRARIES, "libharfbuzz-nowhere", 0)


def test_what_the_machine_lacks_is_missing(empty_path: None) -> None:
    """Without programs of its own a machine lacks a browser and two readers, and can build."""
    report = doctor()
    assert [tool.name for tool in report.missing] == ["Chromium", "Poppler", "calibre"]
    assert report.can_build


def test_the_command_that_gets_it(empty_path: None) -> None:
    """One command gets all that Debian has, named in both languages."""
    for language in ("nb", "en"):
        last = doctor().lines(language)[-1]
        assert last.startswith("Chromium, Poppler, calibre: ")
        assert last.endswith(apt.command(["chromium-headless-shell", "poppler-utils", "calibre"]))
    assert apt.command(["chromium"]).endswith("install --yes --no-install-recommends chromium")


def test_every_tool_has_a_row_and_a_way_to_get_it() -> None:
    """The report leaves out no tool, and of each missing one it says how it comes."""
    report = Report(tuple(Row(tool, "") for tool in INVENTORY))
    lines = report.lines("en")
    for row, of_row in zip(lines[1:], report.rows, strict=False):
        assert row.startswith(of_row.tool.name)
        assert "missing" in row
    advice = "\n".join(lines[len(INVENTORY) + 1 :])
    for each in INVENTORY:
        assert each.name in advice


def test_a_missing_checker_does_not_stand_in_the_way() -> None:
    """Editions can be made without checkers, and not without what makes them."""
    without = {
        need: Report(tuple(Row(tool, "" if tool.need is need else "1") for tool in INVENTORY))
        for need in Need
    }
    able = {need for need, report in without.items() if report.can_build}
    assert able == {Need.BRAILLE, Need.CHECK, Need.TEST}


def test_a_tool_that_does_not_start_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser that lies there but does not run is no browser."""
    broken = tmp_path / "chromium"
    broken.write_text("#!/nowhere/sh\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv(locate.CHROMIUM_VARIABLE, str(broken))
    assert tool("Chromium").version() == ""


def test_versions_are_the_tools_own() -> None:
    """A pinned tool is reported with the version that the lock pins."""
    assert tool("EPUBCheck").version().startswith("5.")
    assert tool("pandoc").version() == "3.9"


def test_missing_tools_are_one_sentence(empty_path: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several missing tools, one sentence names all and the one command that gets all."""
    monkeypatch.setattr(locate, "NODE_MODULES", Path("nowhere"))
    sentence = missing("Ace", "Node.js", "Chromium")
    assert sentence
    assert sentence.en == "Ace, Chromium is missing. Run: invoke setup --only check"
    assert missing("Node.js", "Java") is None


def test_one_command_is_enough(empty_path: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that gets the packages gets the browser, too, and is the only one given."""

    def version(package: str) -> str:
        raise metadata.PackageNotFoundError(package)

    monkeypatch.setattr(metadata, "version", version)
    sentence = missing("Chromium", "Playwright")
    assert sentence
    assert sentence.nb.endswith("mangler. Kjør: invoke setup --only check")


def test_without_pango_there_is_one_sentence_and_a_command(no_pango: None) -> None:
    """A machine without Pango is told so in one sentence, with the command that installs it."""
    with pytest.raises(PipelineError) as stopped:
        pango.require_pango()
    assert stopped.value.what.en.count(".") == 1
    assert stopped.value.next.en == f"Run: {apt.command(pango.DEBIAN)}"
    assert not doctor().can_build


def test_with_pango_weasyprint_starts() -> None:
    """Where the libraries are found, WeasyPrint finds them, too."""
    pango.require_pango()
    __import__("weasyprint")
