"""Sources that citations name, and how a citation is written: ``@key``, in brackets or not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bindery.vocabulary.counting import STRICT

CITED = "cite"
"""The class of code that is a citation: `` `[se @a, s. 3]`{.cite} ``."""

KEY = re.compile(r"(?<![\w@.])@(?:\{(?P<any>[^{}\s]+)\}|(?P<plain>\w+(?:[:.#$%&\-+?<>~/]\w+)*))")
"""A source that is named (pandoc's manual, “Citation syntax”): signs stand only between letters."""


def keys_of(citation: str) -> Iterator[str]:
    """What ``citation`` calls its sources, in order."""
    return (found["any"] or found["plain"] for found in KEY.finditer(citation))


@dataclass(frozen=True, slots=True)
class CitationSettings:
    """Where citations get their sources: files below ``manuscript/``, and a style (CSL)."""

    __pydantic_config__ = STRICT

    bibliography: tuple[str, ...] = ()
    style: str = ""


BibliographyFormat = Literal["biblatex", "csljson", "yaml"]


@dataclass(frozen=True, slots=True)
class BibliographyFile:
    """A file of sources. ``keys`` are the line of each entry, by what citations call it."""

    path: str
    format: BibliographyFormat
    text: str
    keys: Mapping[str, int]


BibliographyFault = Literal[
    "not-there", "outside", "not-text", "too-large", "no-format", "no-style", "style-of-notes",
    "style-of-another",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnusedFile:
    """A file that ``setting`` names, or the front matter of ``chapter``, and why it is not used."""

    name: str
    fault: BibliographyFault
    setting: tuple[str | int, ...] = ()
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The sources that citations can name, and the ``style`` (CSL as text, or empty)."""

    files: tuple[BibliographyFile, ...] = ()
    style: str = ""
    unused: tuple[UnusedFile, ...] = ()

    def place_of(self, key: str) -> tuple[str, int] | None:
        """The file and the line of the entry called ``key``, or ``None``."""
        return next(((one.path, one.keys[key]) for one in self.files if key in one.keys), None)

    def __contains__(self, key: str) -> bool:
        return any(key in one.keys for one in self.files)

    @property
    def keys(self) -> frozenset[str]:
        """What all entries are called."""
        return frozenset(key for one in self.files for key in one.keys)


NO_SOURCES = Bibliography()
