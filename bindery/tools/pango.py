"""Pango and related system libraries, which lay out the lines of the PDF."""

import ctypes

from bindery.tools import apt
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

DEBIAN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""Their Debian packages. GLib, HarfBuzz and Fontconfig come with them."""

PANGO = "libpango-1.0"
LIBRARIES = {
    "libgobject-2.0": 0,
    PANGO: 0,
    "libpangoft2-1.0": 0,
    "libharfbuzz": 0,
    "libharfbuzz-subset": 0,
    "libfontconfig": 1,
}
"""The libraries that WeasyPrint opens, with the version of their interface."""

MISSING = Text(
    nb="PDF-en kan ikke lages: Programbiblioteket Pango (med HarfBuzz-Subset) mangler.",
    en="The PDF cannot be made: the system library Pango (with HarfBuzz-Subset) is missing.",
)


def version() -> str:
    """Pango's version, or an empty string if a library is missing."""
    libraries = {name: system_library(name, interface) for name, interface in LIBRARIES.items()}
    pango = libraries[PANGO]
    if pango is None or None in libraries.values():
        return ""
    pango.pango_version_string.restype = ctypes.c_char_p
    said: bytes = pango.pango_version_string()
    return said.decode("ascii")


def require_pango() -> None:
    """Raise ``PipelineError`` if WeasyPrint could not start. Call it before importing that."""
    if not version():
        raise PipelineError(MISSING, apt.RUN_YOURSELF.filled(command=apt.command(DEBIAN)))


def system_library(name: str, interface: int) -> ctypes.CDLL | None:
    """A library of the operating system, loaded, or ``None`` if it is not installed."""
    for file in (f"{name}.so.{interface}", f"{name}.{interface}.dylib", f"{name}.dylib"):
        try:
            return ctypes.CDLL(file)
        except OSError:
            continue
    return None
