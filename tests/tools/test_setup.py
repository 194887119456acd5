"""Setup gets what is missing, says so first, and touches nothing that is there."""

import json
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bindery import __version__
from bindery.tools import apt, inventory, locate, pip
from bindery.tools import setup as setting_up
from bindery.tools.doctor import doctor
from bindery.tools.inventory import INVENTORY, Need, Source
from bindery.tools.maven import VERAPDF
from bindery.tools.run import Finished
from bindery.tools.setup import ALL_THERE, MANIFEST, setup
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text
from tests.shelf import HOUSE


@pytest.fixture
def said() -> list[str]:
    """What setup said, in English."""
    return []


def stamps(folder: Path) -> dict[Path, int]:
    """When each file below ``folder`` was last changed."""
    return {path: path.lstat().st_mtime_ns for path in folder.rglob("*")}


def program(path: Path, script: str) -> None:
    """A program that is a script of the shell's."""
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.slow
def test_a_second_setup_touches_nothing(said: list[str]) -> None:
    """On a machine that has everything, setup says so, in less than two seconds, and is done."""
    assert doctor().missing == (), "run invoke setup before the tests"
    before = stamps(locate.TOOLS)
    seconds = []
    for _ in range(3):
        began = time.monotonic()
        setup("", lambda text: said.append(text.en))
        seconds.append(time.monotonic() - began)
    assert said == [ALL_THERE.en] * 3
    # The quickest of three: the other two may have waited for other tests.
    assert min(seconds) < 2
    assert stamps(locate.TOOLS) == before


def test_npm_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    """When npm cannot fetch, the checkers of before stay, and half an install is never left."""
    tools = tmp_path / ".tools"
    (tools / "npm").mkdir(parents=True)
    (tools / "npm" / "package-lock.json").write_text("of before", encoding="utf-8")
    node = tmp_path / "node"
    program(node, "echo npm error code EAI_AGAIN >&2; exit 1")
    monkeypatch.setattr(locate, "TOOLS", tools)
    monkeypatch.setattr(locate, "node", lambda: node)
    with pytest.raises(PipelineError) as stopped:
        setup("check", lambda text: said.append(text.en))
    assert "EAI_AGAIN" in stopped.value.what.nb
    assert "Ace, axe, Nu with npm" in said[-1]
    assert [path.name for path in tools.rglob("*")] == ["npm", "package-lock.json"]


def test_a_folder_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    """Where ``.tools`` cannot be made, the author gets a sentence and no traceback."""
    (tmp_path / "taken").touch()
    monkeypatch.setattr(locate, "TOOLS", tmp_path / "taken" / ".tools")
    with pytest.raises(PipelineError) as stopped:
        setup("check", lambda text: said.append(text.en))
    assert stopped.value.what.en.startswith("The tools could not be stored")


def npm_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, only: str, said: list[str]
) -> str:
    """What npm is asked for by a setup of ``only``, where nothing was fetched before."""
    node = tmp_path / "node"
    program(node, f'echo "$*" > {tmp_path / "log"}; exit 1')
    monkeypatch.setattr(locate, "TOOLS", tmp_path / "deep" / "tools")
    monkeypatch.setattr(locate, "node", lambda: node)
    with pytest.raises(PipelineError):
        setup(only, lambda text: said.append(text.en))
    return (tmp_path / "log").read_text(encoding="utf-8")


def test_only_checking_gets_no_reader_of_the_tests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    """``--only check`` fetches Ace, axe and Nu, not what only our tests read editions with."""
    assert "--omit=dev" in npm_that_fails(tmp_path, monkeypatch, "check", said)
    assert said[-1].startswith("Fetching Ace, axe, Nu with npm into /")


def test_everything_gets_the_readers_of_the_tests_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    """Without ``--only``, pdf.js and foliate-js come along."""
    assert "--omit=dev" not in npm_that_fails(tmp_path, monkeypatch, "", said)
    assert said[-1].startswith("Fetching Ace, axe, Nu, pdf.js, foliate-js with npm")


def test_what_only_tests_need_can_come_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    """After a setup for checking, another one fetches nothing, and one for all does."""
    home = tmp_path / "deep/tools/npm"
    monkeypatch.setattr(locate, "NODE_MODULES", home / "node_modules")
    for name in ("@daisy/ace-cli", "axe-core", "vnu-jar"):
        (home / "node_modules" / name).mkdir(parents=True)
        (home / "node_modules" / name / "package.json").write_text('{"version": "1"}')
    shutil.copy(MANIFEST / "package-lock.json", home)
    monkeypatch.setattr(locate, "TOOLS", home.parent)
    (home.parent / "verapdf").mkdir()
    (home.parent / "verapdf" / VERAPDF.name).touch()
    setup("check", lambda text: said.append(text.en))
    assert said == [ALL_THERE.en]
    assert " ci " in npm_that_fails(tmp_path, monkeypatch, "", said)


def test_what_npm_omits_is_what_only_tests_need() -> None:
    """The manifest calls every tool of the tests, and no checker, a development dependency."""
    manifest = json.loads((MANIFEST / "package.json").read_bytes())
    of_npm = {tool.name: tool.need for tool in INVENTORY if tool.source is Source.NPM}
    assert {name for name, need in of_npm.items() if need is Need.TEST} == {"pdf.js", "foliate-js"}
    assert set(manifest["devDependencies"]) == {"pdfjs-dist", "foliate-js"}


def test_only_must_be_known(said: list[str]) -> None:
    """A word that ``--only`` does not know gets nothing, and a sentence with those it knows."""
    with pytest.raises(PipelineError, match="--only build, --only braille or --only check"):
        setup("tests", lambda text: said.append(text.en))
    assert said == []


class TestPip:
    """What pip installs."""

    @pytest.fixture
    def ran(self, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        """The commands that were run; all of them end well, and then outloud is there."""
        commands: list[list[str]] = []

        def run(command: list[str]) -> Finished:
            commands.append(command)
            return Finished(0, "", "")

        outloud = next(tool for tool in INVENTORY if tool.name == "outloud")
        there = replace(outloud, version=lambda: "1" if commands else "")
        for module in (inventory, setting_up):
            monkeypatch.setattr(module, "INVENTORY", (there,))
        monkeypatch.setattr(pip, "run", run)
        return commands

    def test_a_checkout_has_its_packages_pinned(
        self, ran: list[list[str]], said: list[str]
    ) -> None:
        """A checker that pip brings comes from the lock, with hashes, and that is said first."""
        setup("check", lambda text: said.append(text.en))
        (command,) = ran
        assert command[-4:-1] == ["--require-hashes", "--only-binary=:all:", "--requirement"]
        assert command[-1] == str(HOUSE / "requirements/check.lock")
        assert said == [f"Installing Python packages (this can take a minute): {' '.join(command)}"]

    def test_elsewhere_they_are_an_extra(
        self, ran: list[list[str]], said: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Beside an installed bindery come the packages that this very version asks for."""
        monkeypatch.setattr(pip, "CHECKOUT", None)
        setup("check", lambda text: said.append(text.en))
        assert [command[-1] for command in ran] == [f"bindery[check]=={__version__}"]

    def test_building_needs_no_checker(self, ran: list[list[str]], said: list[str]) -> None:
        """``--only build`` leaves the checkers where they are."""
        setup("build", lambda text: said.append(text.en))
        assert ran == []
        assert said == [ALL_THERE.en]

    def test_an_install_that_fails_says_why(
        self, ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The last thing pip said is passed on, with the command to try by hand."""
        monkeypatch.setattr(pip, "run", lambda _: Finished(1, "", "one\nERROR: no network\n"))
        with pytest.raises(PipelineError) as stopped:
            setup("check", lambda _: None)
        assert stopped.value.what.en.endswith("ERROR: no network")
        assert "requirements/check.lock" in stopped.value.next.nb

    def test_what_does_not_start_afterwards_is_said(
        self, ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A package that is installed and still not there is not called installed."""
        gone = tuple(replace(tool, version=lambda: "") for tool in inventory.INVENTORY)
        for module in (inventory, setting_up):
            monkeypatch.setattr(module, "INVENTORY", gone)
        with pytest.raises(PipelineError, match="outloud is missing"):
            setup("check", lambda _: None)


class TestDebian:
    """What the operating system installs."""

    @pytest.fixture(autouse=True)
    def machine(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A machine with apt-get, where nobody is root; its calls are noted in a log."""
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
        monkeypatch.setattr(shutil, "which", self.only_in(tmp_path))
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        program(tmp_path / "apt-get", f'echo "$0 $*" >> {tmp_path / "log"}')
        return tmp_path

    @staticmethod
    def only_in(folder: Path) -> object:
        """A search that sees the programs of ``folder`` only."""
        return lambda name: str(folder / name) if (folder / name).exists() else None

    def test_without_sudo_the_command_is_given(self, machine: Path) -> None:
        """Who may not install gets the command to hand to someone who may; nothing is run."""
        with pytest.raises(PipelineError) as stopped:
            apt.install(["chromium"], lambda text: None)
        assert stopped.value.next.en.startswith("Run: sudo apt-get update && sudo apt-get install")
        assert not (machine / "log").exists()

    def test_without_apt_the_packages_are_named(self, machine: Path) -> None:
        """A machine that is no Debian is told what to install in its own way."""
        (machine / "apt-get").unlink()
        with pytest.raises(PipelineError) as stopped:
            apt.install(["chromium"], lambda text: None)
        assert "chromium" in stopped.value.next.nb
        assert "apt-get" not in stopped.value.next.nb

    def test_it_is_said_before_it_is_done(self, machine: Path) -> None:
        """The very command is said, and only then run."""
        program(machine / "sudo", f'echo "sudo $*" >> {machine / "log"}')
        heard = []

        def say(text: Text) -> None:
            assert not (machine / "log").exists()
            heard.append(text.en)

        apt.install(["chromium"], say)
        ran = (machine / "log").read_text(encoding="utf-8").splitlines()
        assert len(heard) == 1
        assert heard[0].endswith(": " + " && ".join(ran))

    def test_an_install_that_fails_says_why(self, machine: Path) -> None:
        """The last thing apt-get said is passed on, with the command to try by hand."""
        program(machine / "sudo", "echo E: no room >&2; exit 100")
        with pytest.raises(PipelineError) as stopped:
            apt.install(["chromium"], lambda text: None)
        assert "E: no room" in stopped.value.what.en
        assert "sudo apt-get install" in stopped.value.next.nb
