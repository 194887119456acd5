"""Install what is missing: Python packages, system libraries, a browser, the checkers."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from bindery.tools import apt, liblouis, locate, maven, pip
from bindery.tools.installation import CHECKOUT, COMMAND
from bindery.tools.inventory import INVENTORY, Need, Source, Tool, missing
from bindery.tools.run import run
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

Say = Callable[[Text], None]

MANIFEST = Path(__file__).parent / "npm"
MANIFEST_FILES = ("package.json", "package-lock.json", ".npmrc")

ALL_THERE = Text(nb="Alt er på plass.", en="Everything is there.")
NPM_SAID_BEFORE = Text(
    nb="Henter {names} med npm til {folder} (kan ta et minutt).",
    en="Fetching {names} with npm into {folder} (this can take a minute).",
)
NPM_FAILED = Text(
    nb="npm kunne ikke hente {names}: {reason}",
    en="npm could not fetch {names}: {reason}",
)
NOT_WRITTEN = Text(
    nb="Verktøyene kunne ikke lagres: {reason}",
    en="The tools could not be stored: {reason}",
)
MAKE_ROOM = Text(
    nb=f"Frigjør plass på disken, sjekk at mappen er skrivbar, og kjør {COMMAND} setup på nytt.",
    en=f"Free up space on the disk, check that the folder is writable, and run {COMMAND} setup"
    " again.",
)
MAVEN_SAID_BEFORE = Text(
    nb="Henter {name} {version} fra Maven Central til {folder}.",
    en="Fetching {name} {version} from Maven Central into {folder}.",
)
LOOK_AT_DOCTOR = Text(
    nb=f"Det ble installert, men det starter ikke. Kjør: {COMMAND} doctor",
    en=f"It was installed, but it does not start. Run: {COMMAND} doctor",
)

UNKNOWN = Text(nb="--only kan ikke være «{only}».", en="--only cannot be “{only}”.")
CHOOSE = Text(
    nb="Velg --only build, --only braille eller --only check, eller utelat valget.",
    en="Choose --only build, --only braille or --only check, or leave the option out.",
)

NEEDS = {
    "build": frozenset({Need.BUILD}),
    "braille": frozenset({Need.BUILD, Need.BRAILLE}),
    "check": frozenset({Need.BUILD, Need.CHECK}),
    "": frozenset(Need),
}
"""The needs for each value of ``--only``. Checking and braille include building."""


def setup(only: str, say: Say) -> None:
    """Install what is missing and change nothing else, announcing each step with ``say``.

    ``only`` is a key of ``NEEDS``.
    """
    if only not in NEEDS:
        raise PipelineError(UNKNOWN.filled(only=only), CHOOSE)
    wanted = tuple(tool for tool in INVENTORY if tool.needs & NEEDS[only])
    try:
        steps = [
            *(
                _from_pip(_of(wanted, Source.PIP, need), need, say)
                for need in Need
                if need in NEEDS[only]
            ),
            _from_debian(_of(wanted, Source.DEBIAN), say),
            _from_npm(_of(wanted, Source.NPM), say),
            _from_maven(_of(wanted, Source.MAVEN), say),
        ]
    except OSError as error:
        raise PipelineError(NOT_WRITTEN.filled(reason=error), MAKE_ROOM) from error
    if not any(steps):
        say(ALL_THERE)


def _of(tools: tuple[Tool, ...], source: Source, need: Need | None = None) -> tuple[Tool, ...]:
    """Those of ``tools`` that come from ``source``, for one need or for any."""
    return tuple(
        tool for tool in tools if tool.source is source and (need is None or need in tool.needs)
    )


def _absent(tools: tuple[Tool, ...]) -> tuple[Tool, ...]:
    return tuple(tool for tool in tools if not tool.version())


def _require(tools: tuple[Tool, ...]) -> None:
    """Raise ``PipelineError`` for a tool that was just installed and still does not work."""
    if still := missing(*(tool.name for tool in tools)):
        raise PipelineError(still, LOOK_AT_DOCTOR)


def _from_pip(tools: tuple[Tool, ...], need: Need, say: Say) -> bool:
    absent = _absent(tools)
    if absent:
        pip.install(need, say)
        _require(absent)
    return bool(absent)


def _from_debian(tools: tuple[Tool, ...], say: Say) -> bool:
    absent = _absent(tools)
    if absent:
        apt.install([package for tool in absent for package in tool.debian], say)
        _require(absent)
    return bool(absent)


def _from_npm(tools: tuple[Tool, ...], say: Say) -> bool:
    """Install what the lock pins. The folder is replaced in one step, never half installed."""
    home = locate.TOOLS / "npm"
    lock = home / "package-lock.json"
    pinned = lock.is_file() and lock.read_bytes() == (MANIFEST / lock.name).read_bytes()
    if not tools or (pinned and not _absent(tools)):
        return False
    node, npm = locate.node(), locate.npm_script()
    assert node is not None and npm is not None, "pip has installed them"
    names = ", ".join(tool.name for tool in tools)
    say(NPM_SAID_BEFORE.filled(names=names, folder=_shown(home)))
    locate.TOOLS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=locate.TOOLS) as aside:
        fresh, cache = Path(aside, "npm"), Path(aside, "cache")
        fresh.mkdir()
        for name in MANIFEST_FILES:
            shutil.copy(MANIFEST / name, fresh)
        # What only tests need is a development dependency there.
        omitted = [] if any(tool.need is Need.TEST for tool in tools) else ["--omit=dev"]
        # No scripts: they would fetch browsers and Java runtimes that no digest pins.
        ended = run([node, npm, "ci", "--ignore-scripts", *omitted, "--cache", cache], cwd=fresh)
        if ended.status != 0:
            reason = (ended.stderr.strip() or "npm").splitlines()[0]
            raise PipelineError(NPM_FAILED.filled(names=names, reason=reason), maven.TRY_AGAIN)
        shutil.rmtree(home, ignore_errors=True)
        fresh.rename(home)
    return True


def _from_maven(tools: tuple[Tool, ...], say: Say) -> bool:
    absent = _absent(tools)
    for tool in absent:
        folder = locate.TOOLS / tool.name.lower()
        version = tool.jars[0].version
        said = MAVEN_SAID_BEFORE.filled(name=tool.name, version=version, folder=_shown(folder))
        say(said)
        for jar in tool.jars:
            maven.install(jar, folder)
        if maven.LIBLOUIS in tool.jars:
            liblouis.unpack(folder)
    return bool(absent)


def _shown(folder: Path) -> Path:
    """``folder`` for messages: in a checkout, relative to it."""
    inside = CHECKOUT and folder.is_relative_to(CHECKOUT)
    return folder.relative_to(CHECKOUT) if CHECKOUT and inside else folder
