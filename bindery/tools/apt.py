"""Debian packages, for what only the operating system can install."""

import os
import shlex
import shutil
from collections.abc import Callable, Sequence

from bindery.tools.run import run
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

APT_GET = "apt-get"

SAID_BEFORE = Text(
    nb="Installerer {packages} fra Debian (dette kan ta noen minutter): {command}",
    en="Installing {packages} from Debian (this can take some minutes): {command}",
)
NOT_ALLOWED = Text(
    nb="{packages} mangler, og bare en administrator kan installere det.",
    en="{packages} is missing, and only an administrator can install it.",
)
NO_APT = Text(
    nb="{packages} mangler, og denne maskinen har ikke apt-get.",
    en="{packages} is missing, and this machine has no apt-get.",
)
FAILED = Text(
    nb="Installasjonen av {packages} stoppet: {reason}",
    en="Installing {packages} stopped: {reason}",
)
RUN_YOURSELF = Text(nb="Kjør: {command}", en="Run: {command}")
INSTALL_OTHERWISE = Text(
    nb="Installer pakken som heter {packages} på Debian, slik du gjør det på din maskin.",
    en="Install the package that Debian calls {packages}, in your machine's own way.",
)


def command(packages: Sequence[str]) -> str:
    """The command that installs ``packages``, for the user to copy and run."""
    return " && ".join(shlex.join(step) for step in _steps(packages))


def install(packages: Sequence[str], say: Callable[[Text], None]) -> None:
    """Install ``packages``, as root or through sudo; print the command first."""
    names = " ".join(packages)
    if shutil.which(APT_GET) is None:
        raise PipelineError(NO_APT.filled(packages=names), INSTALL_OTHERWISE.filled(packages=names))
    run_yourself = RUN_YOURSELF.filled(command=command(packages))
    if _prefix() and shutil.which("sudo") is None:
        raise PipelineError(NOT_ALLOWED.filled(packages=names), run_yourself)
    say(SAID_BEFORE.filled(packages=names, command=command(packages)))
    update, installation = _steps(packages)
    unasked = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(update, env=unasked, interactive=True)  # may fail for a source that nothing here comes from
    ended = run(installation, env=unasked, interactive=True)
    if ended.status != 0:
        reason = (ended.stderr.strip() or ended.stdout.strip() or APT_GET).splitlines()[-1]
        raise PipelineError(FAILED.filled(packages=names, reason=reason), run_yourself)


def _steps(packages: Sequence[str]) -> tuple[list[str], list[str]]:
    return (
        [*_prefix(), APT_GET, "update"],
        [*_prefix(), APT_GET, "install", "--yes", "--no-install-recommends", *packages],
    )


def _prefix() -> list[str]:
    return [] if os.geteuid() == 0 else ["sudo"]
