"""A finished output with its documents parsed, and the reader of a page of HTML."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urldefrag

import lxml.html
from lxml import etree
from PIL import Image, UnidentifiedImageError

from bindery.document.model import MATHML, XML_LANG, Element, has_class, text_of
from bindery.vocabulary.text import without_soft_hyphens

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
TYPE_ATTRIBUTE = "{http://www.idpf.org/2007/ops}type"
HEADINGS = tuple(f"{XHTML}h{level}" for level in range(1, 7))

_EMBEDDED = tuple(f"{XHTML}{name}" for name in ("object", "embed", "canvas", "iframe"))
_PLAYS = tuple(f"{XHTML}{name}" for name in ("audio", "video"))
_ANIMATIONS = ("animate", "animateColor", "animateMotion", "animateTransform", "set")
_SMIL = tuple(f"{SVG}{name}" for name in _ANIMATIONS)


def words_of(root: Element) -> str:
    """The text of the document, without its title."""
    body = root.find(f"{XHTML}body")
    return "" if body is None else text_of(body)


def images(root: Element) -> Iterator[Element]:
    """Yield every picture that is not hidden from screen readers; a drawing counts as one."""
    for element in root.iter(f"{XHTML}img", f"{SVG}svg", *_EMBEDDED):
        within = next(element.iterancestors(f"{SVG}svg"), None) is not None
        if not within and not _is_decoration(element):
            yield element


def is_described(element: Element) -> bool:
    """Whether a picture or formula has a text alternative (WCAG 2.2, 1.1.1)."""
    if element.tag == f"{MATHML}math":
        return bool(element.get("alttext") or element.get("aria-label"))
    root = element.getroottree().getroot()
    names = (_named(root, name) for name in (element.get("aria-labelledby") or "").split())
    words = [element.get("aria-label"), *(text_of(one) for one in names if one is not None)]
    if element.tag == f"{XHTML}img":
        words.append(element.get("alt"))
    elif element.tag == f"{SVG}svg":
        words.append(element.findtext(f"{SVG}title"))
    return any(word and word.strip() for word in words)


def undescribed(root: Element) -> Iterator[Element]:
    """Yield pictures and formulas without a text alternative."""
    seen = (*images(root), *root.iter(f"{MATHML}math"))
    return (element for element in seen if not is_described(element))


def plays(root: Element) -> bool:
    """Whether there is sound or film in the document."""
    return next(root.iter(*_PLAYS), None) is not None


def is_told_to_move(root: Element) -> bool:
    """Whether a script or a drawing's own animation could move or flash something."""
    if next(root.iter(f"{XHTML}script", f"{SVG}script", *_EMBEDDED), None) is not None:
        return True
    return next(root.iter(*_SMIL), None) is not None


def has_frames(content: bytes) -> bool:
    """Whether the picture ``content`` has more than one frame, or cannot be read."""
    try:
        with Image.open(BytesIO(content)) as picture:
            return getattr(picture, "n_frames", 1) > 1
    except UnidentifiedImageError:
        return True


def described_at_length(root: Element) -> Iterator[Element | None]:
    """Yield what each element's ``aria-details`` refers to; ``None`` if that has no words."""
    for element in root.iter("{*}*"):
        if name := element.get("aria-details"):
            details = _named(root, name)
            yield details if details is not None and text_of(details) else None


def page_breaks(root: Element) -> Iterator[Element]:
    """The markers of printed pages (DPUB-ARIA 1.1, ``doc-pagebreak``)."""
    return (one for one in root.iter("{*}*") if one.get("role") == "doc-pagebreak")


def _named(root: Element, name: str) -> Element | None:
    found = root.xpath("//*[@id=$name]", name=name)
    return found[0] if found else None


def _is_decoration(element: Element) -> bool:
    if element.get("aria-hidden") == "true" or element.get("role") in ("presentation", "none"):
        return True
    return element.get("alt") == "" and has_class(element, "decorative")


def said_by(element: Element) -> str:
    """Return the words of ``element`` and of its pictures, without note numbers and page breaks."""
    return " ".join(without_soft_hyphens("".join(_said(element))).split())


def _said(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.get("role") in ("doc-noteref", "doc-pagebreak"):
        return
    if words := element.get("alttext") or element.get("alt") or element.get("aria-label"):
        yield f" {words} "
        return
    if element.tag == f"{SVG}svg":
        yield element.findtext(f"{SVG}title") or ""
        return
    yield element.text or ""
    for child in element:
        yield from _said(child)
        yield child.tail or ""


class UnreadableError(Exception):
    """Raised for bytes that no reading system could open; the message says why."""


@dataclass(frozen=True, kw_only=True)
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

    Some reading systems use the one, some the other.
    """
    roles = (element.get("role") or "").split()
    return f"doc-{kind}" in roles or kind in (element.get(TYPE_ATTRIBUTE) or "").split()


_FOREIGN = {"svg": SVG, "math": MATHML}


@dataclass(frozen=True, kw_only=True)
class FinishedPage(Finished):
    """One page, and the ``folder`` of the files that it offers."""

    folder: Path

    @property
    def root(self) -> Element:
        """Its only document."""
        return next(iter(self.documents.values()))


def read_page(file: Path, subject: str = "") -> FinishedPage:
    """Parse the page in ``file``, with its elements in the namespaces that an EPUB's are in.

    Raises ``UnreadableError`` if it cannot be parsed.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = lxml.html.document_fromstring(file.read_bytes(), parser=parser)
    except (OSError, etree.LxmlError, ValueError) as error:
        raise UnreadableError(str(error) or type(error).__name__) from error
    _into_namespaces(root, XHTML)
    return FinishedPage(
        subject=subject,
        documents={file.name: root},
        named={file.name: elements_by_id(root)},
        sheets={},
        folder=file.parent,
    )


def _into_namespaces(element: Element, around: str) -> None:
    """Put ``element`` and all in it into the HTML standard's namespaces: HTML, SVG, MathML."""
    tag = str(element.tag)
    namespace = _FOREIGN.get(tag, around)
    element.tag = f"{namespace}{tag}"
    for child in element:
        if isinstance(child.tag, str):
            _into_namespaces(child, namespace)
