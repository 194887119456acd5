"""A fault in bindery is reported at its address, or to the people who installed it."""

from importlib import metadata
from pathlib import Path

import pytest

from bindery.tools import makers

ADDRESS = "https://tracker.example/bindery/issues"


@pytest.fixture(autouse=True)
def _forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    makers._address.cache_clear()
    monkeypatch.setattr(makers, "CHECKOUT", None)


def _installed(folder: Path, monkeypatch: pytest.MonkeyPatch, *urls: str) -> None:
    """Let the package's metadata be those of a folder, as pip writes them."""
    written = folder / "bindery-1.0.dist-info"
    written.mkdir()
    lines = ("Metadata-Version: 2.4", "Name: bindery", *(f"Project-URL: {url}" for url in urls), "")
    (written / "METADATA").write_text("\n".join(lines), encoding="utf-8")
    found = metadata.PathDistribution(written)
    monkeypatch.setattr(metadata, "distribution", lambda _: found)


def _checkout(folder: Path, monkeypatch: pytest.MonkeyPatch, project: str) -> None:
    (folder / "pyproject.toml").write_text(f"[project]\n{project}\n", encoding="utf-8")
    monkeypatch.setattr(makers, "CHECKOUT", folder)


def test_an_installed_package_has_its_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is ``Issues`` in the metadata, whatever else is there; the message names the file."""
    _installed(tmp_path, monkeypatch, "Home, https://home.example", f"Issues, {ADDRESS}")
    told = makers.report_it("build/work/traceback.txt")
    assert told.nb == f"Meld feilen på {ADDRESS}, og legg ved build/work/traceback.txt."
    assert told.en == f"Report it at {ADDRESS}, and attach build/work/traceback.txt."


def test_a_checkout_has_its_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is in ``pyproject.toml``."""
    _checkout(tmp_path, monkeypatch, f'urls = {{ Issues = "{ADDRESS}" }}')
    assert ADDRESS in makers.report_it().nb
    assert ADDRESS in makers.report_it().en


def test_without_an_address_it_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The people who installed bindery get the file; another address is none."""
    _installed(tmp_path, monkeypatch, "Home, https://home.example")
    told = makers.report_it()
    assert told.nb == "Send build/reports/evidence.json til dem som installerte bindery."
    assert told.en == "Send build/reports/evidence.json to the people who installed bindery."


@pytest.mark.parametrize("urls", ["", 'urls = { Home = "https://home.example" }'])
def test_a_checkout_without_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, urls: str
) -> None:
    """What is sent may be the message itself."""
    _checkout(tmp_path, monkeypatch, urls)
    told = makers.report_it(makers.THIS_MESSAGE)
    assert told.nb == "Send denne meldingen til dem som installerte bindery."
    assert told.en == "Send this message to the people who installed bindery."


def test_files_that_pip_did_not_install_have_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence is there even so."""

    def missing(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    assert makers.report_it("a.txt").en == "Send a.txt to the people who installed bindery."
