"""A finished output whose documents are parsed: an EPUB's, or the one that a page is."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag

from bindery.document.finished.parts import EPUB_TYPE, HEADINGS, XHTML
from bindery.document.model import XML_LANG, Element


class UnreadableError(Exception):
    """The bytes are nothing that a reader's program could open; the message says why."""


@dataclass(frozen=True, slots=True)
class Finished:
    """Documents by file name in reading order, their elements by id, and style sheets by name.

    ``subject`` is the output's path as findings write it.
    """

    subject: str
    documents: Mapping[str, Element]
    named: Mapping[str, Mapping[str, Element]]
    sheets: Mapping[str, str]

    def target(self, document: str, address: str) -> Element | None:
        """What a link in ``document`` leads to within the output."""
        path, name = urldefrag(address)
        folder = posixpath.dirname(document)
        file = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else document
        return self.named.get(file, {}).get(unquote(name)) if name else self.documents.get(file)

    def every(self, *tags: str) -> Iterator[tuple[str, Element]]:
        """Every element of HTML named one of ``tags``, with the name of its document."""
        for name, root in self.documents.items():
            for element in root.iter(*(f"{XHTML}{tag}" for tag in tags)):
                yield name, element


def elements_by_id(root: Element) -> dict[str, Element]:
    """The first element of each id."""
    named: dict[str, Element] = {}
    for element in root.iter("{*}*"):
        if name := element.get("id"):
            named.setdefault(name, element)
    return named


def headings(root: Element) -> list[Element]:
    """The headings of a document, in reading order."""
    return list(root.iter(*HEADINGS))


def level_of(heading: Element) -> int:
    """The level of an ``h1`` to ``h6``."""
    return int(str(heading.tag)[-1])


def language_of(element: Element) -> str:
    """The language that ``element`` is read in (BCP 47); ``und`` where none is stated."""
    around = (one.get("lang") or one.get(XML_LANG) for one in (element, *element.iterancestors()))
    return next((tag for tag in around if tag), "und")


def is_a(element: Element, kind: str) -> bool:
    """Whether ``element`` is of ``kind`` by its ``role`` (``doc-`` left out) or its ``epub:type``.

    Reading systems go by the one or by the other.
    """
    roles = (element.get("role") or "").split()
    return f"doc-{kind}" in roles or kind in (element.get(EPUB_TYPE) or "").split()
