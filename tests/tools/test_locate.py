"""Each tool is found where a lock put it, whatever else the machine has."""

from pathlib import Path

import pytest

from bindery.tools import locate


@pytest.fixture
def empty_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no programs of its own."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(locate.CHROMIUM_VARIABLE, raising=False)
    return tmp_path


def test_pinned_tools_do_not_come_from_the_machine(empty_path: Path) -> None:
    """Java, Node.js and pandoc are there on a machine that has none."""
    assert locate.java()
    assert locate.node()
    assert locate.pandoc()


def test_a_machine_without_a_browser_has_none(empty_path: Path) -> None:
    """No browser on the path is no browser, and not an error."""
    assert locate.chromium() is None


def test_a_browser_on_the_path_is_found(empty_path: Path) -> None:
    """Chromium goes by several names, and all are looked for."""
    browser = empty_path / "chromium-browser"
    browser.touch(mode=0o755)
    assert locate.chromium() == browser


def test_a_browser_without_a_window_is_preferred(empty_path: Path) -> None:
    """Of two browsers that show the same pages, the one that starts faster is taken."""
    for name in locate.CHROMIUM_NAMES:
        (empty_path / name).touch(mode=0o755)
    assert locate.chromium() == empty_path / "chromium-headless-shell"


def test_a_named_browser_comes_first(empty_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``BINDERY_CHROMIUM`` decides, and one that is not there is not replaced by another."""
    (empty_path / "chromium").touch(mode=0o755)
    named = empty_path / "my-browser"
    monkeypatch.setenv(locate.CHROMIUM_VARIABLE, str(named))
    assert locate.chromium() is None
    named.touch(mode=0o755)
    assert locate.chromium() == named


@pytest.mark.parametrize("language", ["nb", "nn", "no", "nb-NO"])
def test_axe_speaks_norwegian(language: str) -> None:
    """A Norwegian publication of either kind gets axe's messages in bokmål."""
    path = locate.axe_locale(language)
    assert path
    assert path.name == "nb.json"


def test_axe_has_no_file_for_its_own_english() -> None:
    """English is what axe speaks by itself."""
    assert locate.axe_locale("en") is None
