"""Addresses: what a link or an image points at."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Element, Link


def links_out_of(manuscript: Manuscript) -> Iterator[tuple[Element, str]]:
    """Every address a reader can follow, with the element it is written in."""
    for element in manuscript.every(Element):
        if isinstance(element, Link):
            yield element, element.target
        if address := element.attributes.get("href"):
            yield element, address


def chapter_and_name(address: str, path: str) -> tuple[str, str]:
    """The file that a relative ``address`` in the file ``path`` leads to, and the name in it."""
    file, _, name = address.partition("#")
    if not file:
        return path, unquote(name)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))), unquote(name)
