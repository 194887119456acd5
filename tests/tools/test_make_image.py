"""The container image: it has what bindery asks the system for, and a wrong call is a sentence."""

import runpy
import sys
from pathlib import Path

from bindery.tools import hunspell, pango
from bindery.tools.run import run
from tests.shelf import HOUSE

SCRIPT = HOUSE / "scripts/make_image.py"
NAMES = runpy.run_path(str(SCRIPT))


def test_it_has_what_bindery_asks_debian_for() -> None:
    """A package that ``setup --only build`` would install is there from the start."""
    assert {*pango.DEBIAN, *hunspell.DEBIAN, *hunspell.DEBIAN_ENGLISH} <= {*NAMES["PACKAGES"]}


def test_what_is_run_is_bindery_in_the_mounted_folder() -> None:
    """Any user can run it: what has to be written at home has a place."""
    config = NAMES["CONFIG"]
    settings = dict(zip(config[::2], config[1::2], strict=True))
    assert settings["--config.entrypoint"].endswith("/bindery")
    assert settings["--config.workingdir"] == settings["--config.volume"] == "/publication"
    assert "HOME=/tmp" in config


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    """It says what is missing, or that the folder is there, and makes nothing."""
    (tmp_path / "mine").touch()
    ended = run([sys.executable, SCRIPT, tmp_path])
    assert ended.status == 2
    assert (
        "Install: " in ended.stderr
        or "is there already" in ended.stderr
        or "As root" in ended.stderr
    )
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
