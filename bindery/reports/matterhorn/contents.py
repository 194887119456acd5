"""What stands in a PDF: every name and key in it, so that what is not there can be ruled out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

INVISIBLE_TEXT = re.compile(rb"(?<!\S)3\s+Tr(?!\S)")
"""Text that is there to be heard below the image of a page (ISO 32000-1, table 106)."""

SEALED = "encrypted"
HIDDEN_TEXT = "invisible text"
OWN_TAGS = "role map"
"""What is there without a name of its own."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The ``names`` in a PDF, ``/Table`` and the like, or all there could be where it is unread."""

    names: frozenset[str]
    readable: bool = True

    def may_have(self, wanted: frozenset[str]) -> bool:
        """Whether anything that is ``wanted`` may be there."""
        return not self.readable or bool(self.names & wanted)


UNREAD = Contents(frozenset(), readable=False)


def contents_of(file: Path) -> Contents:
    """All that is in the PDF ``file``, whether anything points to it or not."""
    try:
        with pikepdf.open(file) as pdf:
            return Contents(frozenset(_all_in(pdf)))
    except (OSError, ValueError, pikepdf.PdfError):
        return UNREAD


def _all_in(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield SEALED
    for thing in pdf.objects:
        yield from _names(thing)
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form":
            yield from _hidden(thing.read_bytes())
    for page in pdf.pages:
        page.contents_coalesce()
        if isinstance(content := page.get("/Contents"), pikepdf.Stream):
            yield from _hidden(content.read_bytes())


def _names(thing: pikepdf.Object) -> Iterator[str]:
    """The keys and names in an object and in all that is written inside it."""
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        if thing.get("/RoleMap"):
            yield OWN_TAGS
        for key, value in thing.items():
            yield key
            yield from _inside(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            yield from _inside(value)


def _inside(value: object) -> Iterator[str]:
    if isinstance(value, pikepdf.Name):
        yield str(value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect:
        yield from _names(value)


def _hidden(content: bytes) -> Iterator[str]:
    if INVISIBLE_TEXT.search(content):
        yield HIDDEN_TEXT
