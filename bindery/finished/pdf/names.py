"""Every name and key in a PDF, so that content that it does not have can be ruled out."""

import re
from collections.abc import Iterator

import pikepdf

INVISIBLE_TEXT = re.compile(rb"(?<!\S)3\s+Tr(?!\S)")
"""Invisible text, as below the image of a scanned page (ISO 32000-1, table 106)."""

SUBSET = re.compile(r"^[A-Z]{6}\+")
"""What begins the name of a font of which only some letters are embedded (9.9.2)."""

SEALED = "encrypted"
HIDDEN_TEXT = "invisible text"
OWN_TAGS = "role map"
"""Names for what PDF has no name of its own for."""


def types_in(pdf: pikepdf.Pdf) -> frozenset[str]:
    """Return the types of the objects of ``pdf``, as written in ``Subtype``, ``S`` and ``Type``."""
    return frozenset(
        str(thing.get(key))
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream)
        for key in ("/Subtype", "/S", "/Type")
        if key in thing
    )


def keys_in(pdf: pikepdf.Pdf) -> frozenset[str]:
    """Return the keys of the objects of ``pdf``, without those of direct objects inside them."""
    return frozenset(
        key
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream)
        for key in thing.keys()  # noqa: SIM118 - pikepdf's objects are no dicts
    )


def fonts_in(pdf: pikepdf.Pdf) -> frozenset[str]:
    """Return the names of the fonts of ``pdf``, without the letters that mark a subset."""
    return frozenset(
        SUBSET.sub("", str(thing.get(key)).removeprefix("/"))
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary)
        for key in ("/BaseFont", "/FontName")
        if key in thing
    )


def names_in(pdf: pikepdf.Pdf) -> frozenset[str]:
    """Return the names and keys in all objects, referenced or not.

    This joins the streams of its pages: nothing else may be read from ``pdf`` afterwards.
    """
    return frozenset(_all_in(pdf))


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
    """Yield the keys and names in an object and in all direct objects inside it."""
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
