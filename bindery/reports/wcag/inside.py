"""What a finished file has in it that a success criterion may be about.

What cannot be read may hold anything, so nothing is ruled out for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pikepdf
from lxml import etree, html

from bindery.document.model import XML_LANG, Element
from bindery.vocabulary.editions import EPUB_TYPE, HTML_TYPE, PDF_TYPE, PNG_TYPE, edition_of


class Kind(StrEnum):
    """Content that some criteria are about, and without which they ask for nothing.

    ``MARKUP`` is text whose look its reader may change.
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

    A document without a language adds an empty one; a picture has none to add.
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

XML = etree.XMLParser(resolve_entities=False, no_network=True)


def look_inside(file: Path) -> Inside:
    """The content of an edition's file; of one that nobody here can read, that it may have all."""
    edition = edition_of(file.name)
    readers = {PDF_TYPE: _pdf, EPUB_TYPE: _epub, HTML_TYPE: _html, PNG_TYPE: _picture}
    try:
        return readers[edition.media_type if edition else ""](file)
    except (KeyError, OSError, ValueError, BadZipFile, etree.LxmlError, pikepdf.PdfError):
        return UNREADABLE


def _picture(_file: Path) -> Inside:
    return PICTURE


def _html(file: Path) -> Inside:
    root = html.fromstring(file.read_bytes())
    kinds = {Kind.MARKUP, *_of_tree(root)}
    return Inside(frozenset(kinds), frozenset({_language(root)}))


def _epub(file: Path) -> Inside:
    kinds = {Kind.MARKUP}
    languages: set[str] = set()
    with ZipFile(file) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith((".xhtml", ".svg")):
                root = etree.fromstring(content, XML)
                kinds.update(_of_tree(root))
                if name.endswith(".xhtml"):
                    languages.add(_language(root))
            elif name.endswith(".css"):
                kinds.update(_matching(STYLES, content.decode()))
            elif name.endswith(".opf"):
                kinds.update(_matching(PACKAGE, content.decode()))
    return Inside(frozenset(kinds), frozenset(languages or {""}))


def _pdf(file: Path) -> Inside:
    kinds: set[Kind] = set()
    with pikepdf.open(file) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                names = {str(thing.get(key)) for key in ("/Subtype", "/S", "/Type")}
                kinds.update(_sharing(PDF_NAMES, names))
                kinds.update(_sharing(PDF_KEYS, set(thing.keys())))
        return Inside(frozenset(kinds), frozenset({str(pdf.Root.get("/Lang", ""))}))


def _language(root: Element) -> str:
    return root.get("lang") or root.get(XML_LANG) or ""


def _sharing(table: dict[Kind, frozenset[str]], names: set[str]) -> Iterator[Kind]:
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
