"""What a finished file has in it that a success criterion may be about.

A file that cannot be read may contain anything, so nothing is ruled out for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from pathlib import Path

from lxml import etree

from bindery.document.model import XML_LANG, Element
from bindery.finished.braille_pages import BraillePages
from bindery.finished.documents import UnreadableError
from bindery.finished.epub import FinishedEpub
from bindery.finished.opened import opened
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.vocabulary.editions import PNG_TYPE, edition_of


class Kind(StrEnum):
    """Content that some criteria are about, and without which they do not apply.

    ``MARKUP`` is text whose appearance readers can change.
    """

    MARKUP = auto()
    IMAGE = auto()
    FORMULA = auto()
    MEDIA = auto()
    EMBEDDED = auto()
    FORM = auto()
    SCRIPT = auto()
    TIMING = auto()
    MOTION = auto()
    ORIENTATION = auto()


@dataclass(frozen=True, slots=True)
class Inside:
    """The kinds of content in one file, and the languages (BCP 47) its documents are declared in.

    A document without a language adds an empty one; a picture adds none.
    """

    kinds: frozenset[Kind]
    languages: frozenset[str]


PICTURE = Inside(frozenset({Kind.IMAGE}), frozenset())
UNREADABLE = Inside(frozenset(Kind), frozenset({""}))

ELEMENTS = {
    Kind.IMAGE: frozenset({"img", "svg", "image", "picture", "canvas"}),
    Kind.FORMULA: frozenset({"math"}),
    Kind.MEDIA: frozenset({"audio", "video", "bgsound"}),
    Kind.EMBEDDED: frozenset({"object", "embed", "iframe", "frame", "applet"}),
    Kind.FORM: frozenset({"form", "input", "select", "textarea", "button"}),
    Kind.MOTION: frozenset(
        {"animate", "animateMotion", "animateTransform", "set", "marquee", "blink"}
    ),
}
STYLES = {
    Kind.MOTION: re.compile(r"@keyframes|\banimation(-name)?\s*:", re.IGNORECASE),
    Kind.ORIENTATION: re.compile(r"\borientation\s*:", re.IGNORECASE),
}
PACKAGE = {
    Kind.MEDIA: re.compile(r'media-type="(audio|video)/|media-overlay='),
    Kind.SCRIPT: re.compile(r'media-type="(text|application)/(java|ecma)script"'),
    Kind.ORIENTATION: re.compile("rendition:orientation"),
}
PDF_NAMES = {
    Kind.IMAGE: frozenset({"/Image", "/Figure"}),
    Kind.FORMULA: frozenset({"/Formula"}),
    Kind.MEDIA: frozenset({"/Screen", "/Movie", "/Sound", "/RichMedia", "/Rendition"}),
    Kind.EMBEDDED: frozenset({"/3D"}),
    Kind.FORM: frozenset({"/Widget"}),
    Kind.SCRIPT: frozenset({"/JavaScript"}),
}
"""Names (Subtype, S or Type) that PDF gives such content, in annotations, actions and tags."""

PDF_KEYS = {
    Kind.FORM: frozenset({"/AcroForm"}),
    Kind.SCRIPT: frozenset({"/JS", "/AA"}),
    Kind.TIMING: frozenset({"/Dur", "/Trans"}),
}
"""Keys that only such content has."""

_XML = etree.XMLParser(resolve_entities=False, no_network=True)


def look_inside(file: Path) -> Inside:
    """Return the kinds of content in an edition's file: all of them if it cannot be read."""
    edition = edition_of(file.name)
    if edition and edition.media_type == PNG_TYPE:
        return PICTURE
    try:
        finished = opened(file, edition.media_type if edition else "")
    except UnreadableError:
        return UNREADABLE
    if isinstance(finished, FinishedPdf):
        kinds = {*_sharing(PDF_NAMES, finished.types), *_sharing(PDF_KEYS, finished.keys)}
        return Inside(frozenset(kinds), frozenset({finished.language}))
    if isinstance(finished, BraillePages):
        return Inside(frozenset(), frozenset({dict(finished.metadata).get("language", "")}))
    kinds = {
        Kind.MARKUP,
        *(kind for root in finished.documents.values() for kind in _of_tree(root)),
    }
    if isinstance(finished, FinishedEpub):
        kinds.update(_in_package(finished))
    languages = {_language(root) for root in finished.documents.values()}
    return Inside(frozenset(kinds), frozenset(languages or {""}))


def _in_package(book: FinishedEpub) -> Iterator[Kind]:
    """Yield the kinds of content in drawings, styles and the package document."""
    yield from _matching(PACKAGE, book.resources[book.package].content.decode())
    for css in book.sheets.values():
        yield from _matching(STYLES, css)
    for name, resource in book.resources.items():
        if name.endswith(".svg"):
            yield from _of_tree(etree.fromstring(resource.content, _XML))


def _language(root: Element) -> str:
    return root.get("lang") or root.get(XML_LANG) or ""


def _sharing(table: dict[Kind, frozenset[str]], names: frozenset[str]) -> Iterator[Kind]:
    return (kind for kind, known in table.items() if known & names)


def _matching(patterns: dict[Kind, re.Pattern[str]], text: str) -> Iterator[Kind]:
    return (kind for kind, pattern in patterns.items() if pattern.search(text))


def _of_tree(root: Element) -> Iterator[Kind]:
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        yield from (kind for kind, known in ELEMENTS.items() if name in known)
        style = (element.text or "") if name == "style" else element.get("style", "")
        yield from _matching(STYLES, style)
        if _runs(element, name):
            yield Kind.SCRIPT
        if name == "meta" and element.get("http-equiv", "").lower() == "refresh":
            yield Kind.TIMING
        if "contenteditable" in element.attrib:
            yield Kind.FORM


def _runs(element: Element, name: str) -> bool:
    """Whether ``element`` runs something. Linked data in a ``script`` is only data."""
    if name == "script":
        return element.get("type") != "application/ld+json"
    return any(key.startswith("on") for key in element.attrib) or element.get(
        "href", ""
    ).strip().lower().startswith("javascript:")
