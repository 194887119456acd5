"""Getting what pip cannot: the system's libraries and browser, and the checkers' programs."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from bindery.tools import apt, locate, maven
from bindery.tools.inventory import ALL_PACKAGES, INVENTORY, Need, missing
from bindery.tools.run import run
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

Say = Callable[[Text], None]

MANIFEST = Path(__file__).parent / "npm"
MANIFEST_FILES = ("package.json", "package-lock.json", ".npmrc")

ALL_THERE = Text(nb="Alt er på plass.", en="Everything is there.")
NPM_SAID_BEFORE = Text(
    nb="Henter Ace, axe, Nu, pdf.js og foliate-js med npm til {folder} (kan ta et minutt).",
    en="Fetching Ace, axe, Nu, pdf.js and foliate-js with npm into {folder}"
    " (this can take a minute).",
)
NPM_FAILED = Text(
    nb="npm kunne ikke hente Ace, axe, Nu, pdf.js og foliate-js: {reason}",
    en="npm could not fetch Ace, axe, Nu, pdf.js and foliate-js: {reason}",
)
NO_PACKAGES = Text(
    nb="Pakkene som kontrollene trenger, er ikke installert.",
    en="The packages that checking needs are not installed.",
)
GET_PACKAGES = apt.RUN_YOURSELF.filled(command=ALL_PACKAGES)
NOT_WRITTEN = Text(
    nb="Verktøyene kunne ikke lagres: {reason}",
    en="The tools could not be stored: {reason}",
)
MAKE_ROOM = Text(
    nb="Sørg for ledig plass på disken og skrivetilgang, og kjør invoke setup igjen.",
    en="Make room on the disk, make sure the folder can be written to, and run invoke setup again.",
)
MAVEN_SAID_BEFORE = Text(
    nb="Henter veraPDF {version} fra Maven Central til {folder}.",
    en="Fetching veraPDF {version} from Maven Central into {folder}.",
)


LOOK_AT_DOCTOR = Text(
    nb="Det ble installert, men det starter ikke. Kjør: invoke doctor",
    en="It was installed, but it does not start. Run: invoke doctor",
)


def setup(only: str | None, say: Say) -> None:
    """Get what is missing and touch nothing else, saying each thing before it is done.

    ``only`` is ``"build"`` for what the editions need, ``None`` for all.
    """
    needs = {Need(only)} if only else set(Need)
    try:
        steps = [_from_debian(needs, say)]
        if Need.CHECK in needs:
            steps += [_from_npm(say), _from_maven(say)]
    except OSError as error:
        raise PipelineError(NOT_WRITTEN.filled(reason=error), MAKE_ROOM) from error
    if not any(steps):
        say(ALL_THERE)


def _from_debian(needs: set[Need], say: Say) -> bool:
    absent = [
        tool for tool in INVENTORY if tool.debian and tool.need in needs and not tool.version()
    ]
    packages = [package for tool in absent for package in tool.debian]
    if packages:
        apt.install(packages, say)
        still = missing(*(tool.name for tool in absent))
        if still:
            raise PipelineError(still, LOOK_AT_DOCTOR)
    return bool(packages)


def _from_npm(say: Say) -> bool:
    """Install what the lock pins. The folder is replaced whole, so half an install is none."""
    home = locate.TOOLS / "npm"
    lock = home / "package-lock.json"
    if lock.is_file() and lock.read_bytes() == (MANIFEST / lock.name).read_bytes():
        return False
    node, npm = locate.node(), locate.npm_script()
    if node is None or npm is None:
        raise PipelineError(NO_PACKAGES, GET_PACKAGES)
    say(NPM_SAID_BEFORE.filled(folder=_below_root(home)))
    locate.TOOLS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=locate.TOOLS) as aside:
        fresh, cache = Path(aside, "npm"), Path(aside, "cache")
        fresh.mkdir()
        for name in MANIFEST_FILES:
            shutil.copy(MANIFEST / name, fresh)
        # No scripts: they would fetch browsers and Java runtimes that no digest pins.
        ended = run([node, npm, "ci", "--ignore-scripts", "--cache", cache], cwd=fresh)
        if ended.status != 0:
            reason = (ended.stderr.strip() or "npm").splitlines()[0]
            raise PipelineError(NPM_FAILED.filled(reason=reason), maven.TRY_AGAIN)
        shutil.rmtree(home, ignore_errors=True)
        fresh.rename(home)
    return True


def _from_maven(say: Say) -> bool:
    if locate.verapdf_jar() is not None:
        return False
    folder = locate.TOOLS / "verapdf"
    say(MAVEN_SAID_BEFORE.filled(version=maven.VERAPDF.version, folder=_below_root(folder)))
    try:
        maven.install(maven.VERAPDF, folder)
    except ImportError as error:
        raise PipelineError(NO_PACKAGES, GET_PACKAGES) from error
    return True


def _below_root(path: Path) -> str:
    return path.relative_to(locate.TOOLS.parent).as_posix()
