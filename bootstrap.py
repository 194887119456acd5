"""From Python 3.11, pip and a network to finished editions, in one line.

    python3 bootstrap.py build
    python3 bootstrap.py --everything test check --require-all

Installs what building needs into ``.venv`` (with ``--everything``: what checking and testing
need, too), then runs the tasks that follow. What is installed already is not changed.
Standard library only, since this file runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
CANNOT_WORK = 2
EVERYTHING = ("build.lock", "check.lock", "dask.lock", "dev.lock")


def main(arguments: list[str]) -> int:
    """Install, then run the tasks; return the exit status of the last one."""
    everything = arguments[:1] == ["--everything"]
    tasks = arguments[1:] if everything else arguments
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets a sentence
        return cannot(
            "bindery trenger Python 3.11 eller nyere. Kjør samme linje med en nyere python3.",
            "bindery needs Python 3.11 or newer. Run the same line with a newer python3.",
        )
    if find_spec("pip") is None:
        return cannot(
            "Denne Python-en mangler pip. Installer pip (Debian: apt-get install python3-pip).",
            "This Python has no pip. Install it (Debian: apt-get install python3-pip).",
        )
    if not runs(PYTHON, "-c", ""):
        say("Lager .venv, en Python for bindery alene.", "Making .venv, a Python for bindery only.")
        if not runs(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV):
            return cannot(
                f"Klarte ikke å lage {VENV}. Er disken full, eller mangler du skrivetilgang?",
                f"Could not make {VENV}. Is the disk full, or is the folder read-only?",
            )
    for lock in EVERYTHING if everything else EVERYTHING[:1]:
        if not install(ROOT / "requirements" / lock):
            return cannot(
                "Pakkene ble ikke installert. Se hva pip sier over, sjekk nettet, og prøv igjen.",
                "The packages were not installed. See what pip says above, check the network, "
                "and try again.",
            )
    only = () if everything else ("--only", "build")
    spoken = ("--lang", asked_language()) if asked_language() else ()
    status = invoke("setup", *only, *spoken)
    return invoke(*tasks) if tasks and status == 0 else status


def install(lock: Path) -> bool:
    """Install what ``lock`` pins, unless the same bytes of it were installed before."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    noted = VENV / f"{lock.name}.sha256"
    if noted.is_file() and noted.read_text(encoding="ascii") == digest:
        return True
    say(
        f"Installerer pakkene i requirements/{lock.name} i .venv.",
        f"Installing the packages of requirements/{lock.name} into .venv.",
    )
    # Wheels only: building from source would need a compiler, and tools that no hash pins.
    pip = ("-m", "pip", "--python", PYTHON, "--disable-pip-version-check", "install")
    quiet = () if sys.stdout.isatty() else ("--quiet",)
    chosen = ("--require-hashes", "--only-binary=:all:", "--requirement", lock)
    if not runs(sys.executable, *pip, *quiet, *chosen):
        return False
    noted.write_text(digest, encoding="ascii")
    return True


def invoke(*tasks: str) -> int:
    """Run tasks of ``tasks.py`` and return their exit status."""
    say(f"Kjører invoke {' '.join(tasks)}.", f"Running invoke {' '.join(tasks)}.")
    return subprocess.run([PYTHON, "-m", "invoke", *tasks], cwd=ROOT, check=False).returncode


def runs(program: str | Path, *arguments: str | Path) -> bool:
    """Whether a program exists and exits without an error."""
    try:
        return subprocess.run([program, *arguments], check=False).returncode == 0
    except OSError:
        return False


def say(norwegian: str, english: str) -> None:
    """Print one line in the reader's language."""
    print(norwegian if language().startswith(("nb", "nn", "no")) else english, flush=True)


def language() -> str:
    """The language of the tasks' messages: ``--lang``, the locale's, or the book's here."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if asked_language() or locale.partition(".")[0] not in ("", "C", "POSIX"):
        return asked_language() or locale
    settings = ROOT / "manuscript" / "publication.toml"
    # An older Python, which gets a message, has no TOML parser.
    text = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    found = re.search(r'^language\s*=\s*"(\w+)', text, re.MULTILINE)
    return found[1] if found else "en"


def asked_language() -> str:
    """The value of ``--lang``, if it is given."""
    found = re.search(r"--lang[= ](\w+)", " ".join(sys.argv))
    return found[1] if found else ""


def cannot(norwegian: str, english: str) -> int:
    """Print why nothing can be done, and return the exit status for it."""
    say(norwegian, english)
    return CANNOT_WORK


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
