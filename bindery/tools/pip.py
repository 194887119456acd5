"""Install Python packages into the environment that bindery runs in."""

import shlex
import sys
from collections.abc import Callable
from importlib import invalidate_caches
from importlib.util import find_spec

from bindery import __version__
from bindery.tools.apt import RUN_YOURSELF
from bindery.tools.installation import CHECKOUT
from bindery.tools.run import run
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

SAID_BEFORE = Text(
    nb="Installerer Python-pakker (kan ta et minutt): {command}",
    en="Installing Python packages (this can take a minute): {command}",
)
FAILED = Text(
    nb="Pakkene ble ikke installert: {reason}",
    en="The packages were not installed: {reason}",
)

LOCKS = {"build": "build", "braille": "braille", "check": "check", "test": "dev"}
"""The lock with the packages of each need, in a checkout."""

EXTRAS = {"build": "", "braille": "[braille]", "check": "[check]"}
"""The extra of bindery with the packages of each need, elsewhere."""


def install(need: str, say: Callable[[Text], None]) -> None:
    """Install the packages of ``need``; print the command first.

    In a checkout they are what ``requirements/`` pins for it; elsewhere an extra of bindery.
    """
    command = _command(need)
    shown = shlex.join(command)
    say(SAID_BEFORE.filled(command=shown))
    ended = run(command)
    if ended.status != 0:
        reason = (ended.stderr.strip() or ended.stdout.strip() or "pip").splitlines()[-1]
        raise PipelineError(FAILED.filled(reason=reason), RUN_YOURSELF.filled(command=shown))
    invalidate_caches()


def _command(need: str) -> list[str]:
    """The command that installs the packages, with the base Python's pip if there is none here."""
    here = find_spec("pip") is not None
    pip = [sys.executable] if here else [f"{sys.base_prefix}/bin/python3"]
    pip += ["-m", "pip", *([] if here else ["--python", sys.executable]), "install"]
    if CHECKOUT is None:
        # The exact version, so that bindery itself is not replaced.
        return [*pip, f"bindery{EXTRAS[need]}=={__version__}"]
    lock = CHECKOUT / "requirements" / f"{LOCKS[need]}.lock"
    return [*pip, "--require-hashes", "--only-binary=:all:", "--requirement", str(lock)]
