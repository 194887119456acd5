"""Setup gets what is missing, says so first, and touches nothing that is there."""

import os
import shutil
import time
from pathlib import Path

import pytest

from bindery.tools import apt, locate
from bindery.tools.doctor import doctor
from bindery.tools.setup import ALL_THERE, setup
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text


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


def test_a_second_setup_touches_nothing(said: list[str]) -> None:
    """On a machine that has everything, setup says so, in less than two seconds, and is done."""
    assert doctor().missing == (), "run invoke setup before the tests"
    before = stamps(locate.TOOLS)
    seconds = []
    for _ in range(3):
        began = time.monotonic()
        setup(None, lambda text: said.append(text.en))
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
    assert "Ace, axe, Nu, pdf.js and foliate-js" in said[-1]
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
