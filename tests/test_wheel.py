"""The wheel, installed in an empty environment outside the checkout, makes and checks a book.

The book is one of those in ``tests/books`` that others would bring.
"""

import json
import os
import shutil
import sys
import sysconfig
from pathlib import Path

import pikepdf
import pytest

from bindery.tools.locate import TOOLS
from bindery.tools.run import Finished, run
from tests.shelf import HOUSE

pytestmark = [pytest.mark.slow, pytest.mark.long]

BOOK = "german-brochure"

WATCH = """\
import os, sys
CHECKOUT, NOT_OURS, LOG = {checkout!r}, {not_ours!r}, {log!r}
log = os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
def watch(event, args):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(args[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(args[0]))
        if path.startswith(CHECKOUT + os.sep) and not path.startswith(NOT_OURS):
            os.write(log, os.fsencode(path) + b"\\n")
sys.addaudithook(watch)
"""
"""Notes every file of the checkout that a Python process looks into."""


class Installed:
    """An environment with the wheel in it, and beside it a book that is made there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.book = folder / "book"
        self.read = folder / "read.log"
        self.bin = folder / "env" / "bin"
        self.packages = folder / "env" / Path(sysconfig.get_path("purelib")).relative_to(sys.prefix)
        shutil.copytree(HOUSE / "tests/books" / BOOK, self.book)
        (self.folder / "elsewhere").mkdir()

    def install(self) -> None:
        """Build the wheel and put it into a new environment, with the libraries of this one."""
        self._well(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", self.folder)
        self._well(sys.executable, "-m", "venv", "--without-pip", self.folder / "env")
        # What the wheel depends on is there already; no network is needed to say so again.
        libraries = sysconfig.get_path("purelib")
        (self.packages / "libraries.pth").write_text(f"{libraries}\nimport watch_checkout\n")
        not_ours = tuple(f"{HOUSE / name}{os.sep}" for name in (".venv", ".tools"))
        watching = WATCH.format(checkout=str(HOUSE), not_ours=not_ours, log=str(self.read))
        (self.packages / "watch_checkout.py").write_text(watching, encoding="utf-8")
        (wheel,) = self.folder.glob("*.whl")
        pip = (f"{sys.base_prefix}/bin/python3", "-m", "pip", "--python", self.bin / "python")
        self._well(*pip, "install", "--no-deps", "--no-index", wheel)

    def bindery(self, *line: str | Path) -> Finished:
        """What the command makes of ``line``, with the checkers that this machine has."""
        return self.run(self.bin / "bindery", *line)

    def run(self, *command: str | Path) -> Finished:
        """Run a program of the environment far from the checkout, in which it reads no file."""
        environment = {
            **{name: os.environ[name] for name in ("PATH", "HOME")},
            "BINDERY_TOOLS": str(TOOLS),
        }
        ended = run(command, cwd=self.folder / "elsewhere", env=environment)
        assert self.read.read_text(encoding="utf-8") == ""
        return ended

    @staticmethod
    def _well(*command: str | Path) -> None:
        ended = run(command, cwd=HOUSE)
        assert ended.status == 0, ended


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel of this checkout, installed."""
    environment = Installed(tmp_path_factory.mktemp("installed"))
    environment.install()
    return environment


def test_the_package_is_outside_the_checkout(installed: Installed) -> None:
    """Code, templates and typefaces are the environment's own."""
    script = (
        "import bindery\nfrom bindery.tools.installation import templates_folder\n"
        "print(bindery.__file__)\nprint(*sorted(templates_folder().rglob('*')), sep='\\n')"
    )
    said = installed.run(installed.bin / "python", "-c", script).stdout.splitlines()
    assert all(line.startswith(f"{installed.packages}{os.sep}") for line in said)
    names = {path.relative_to(HOUSE).as_posix() for path in (HOUSE / "templates").rglob("*")}
    package = installed.packages / "bindery"
    assert {Path(line).relative_to(package).as_posix() for line in said[1:]} == names


def test_it_makes_a_book(installed: Installed) -> None:
    """The command makes every edition, set in the typefaces that it brings."""
    ended = installed.bindery("build", "--book", installed.book)
    assert ended.status == 0, ended
    made = {path.suffix: path for path in (installed.book / "build").glob("*.*")}
    assert {".pdf", ".epub", ".html"} <= made.keys()
    with pikepdf.open(made[".pdf"]) as pdf:
        fonts = {str(font.BaseFont) for font in pdf.objects if _is_font(font)}
    assert any("Andika" in font for font in fonts)
    again = installed.bindery("build", "--book", installed.book, "--lang", "en")
    assert "unchanged" in again.stdout


def test_it_checks_a_book(installed: Installed) -> None:
    """The command checks every edition with every checker that is there, and has no objection."""
    ended = installed.bindery("check", "--book", installed.book, "--require-all", "--lang", "nb")
    assert ended.status == 0, ended
    (ran,) = json.loads((installed.book / "build/reports/findings.sarif").read_bytes())["runs"]
    told = [one for one in ran["results"] if one["level"] != "note" and "suppressions" not in one]
    assert told == []
    for checker in ("veraPDF", "outloud", "EPUBCheck", "Ace", "axe", "Nu", "Chromium"):
        assert f"bestått ({checker} " in ended.stdout
    assert (installed.book / "build/reports/evidence.html").is_file()


def test_it_has_nothing_of_our_tests(installed: Installed) -> None:
    """Of tools that only tests need, somebody who checks books hears nothing."""
    told = installed.bindery("doctor", "--lang", "en")
    assert told.status == 0, told
    assert "veraPDF" in told.stdout
    assert "pytest" not in told.stdout
    assert "bindery setup" not in told.stdout


def test_messages_name_the_command(installed: Installed) -> None:
    """Somebody who has no checkout is told of no bootstrap, and of no invoke."""
    script = (
        "from bindery.tools.inventory import COMMANDS, INVENTORY, commands\n"
        "print(*COMMANDS.values(), *commands(INVENTORY), sep='\\n')"
    )
    said = installed.run(installed.bin / "python", "-c", script).stdout
    assert "bindery setup --only check" in said
    assert "bootstrap" not in said
    assert "invoke" not in said


def _is_font(thing: object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing
