"""The names in the XML of Word files, and the little that all steps ask of it."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = {
    "w": WORD,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
NUMBER = "bindery-number"
"""The attribute with a paragraph's number, while its file is being changed."""


def q(name: str) -> str:
    """A prefixed name as lxml writes it: ``w:p``."""
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


P, R, T, TAB, BREAK = q("w:p"), q("w:r"), q("w:t"), q("w:tab"), q("w:br")
VALUE = q("w:val")
_TEXTS = (q("w:delText"), q("a:t"))
_APART = (q("w:cr"), q("w:ptab"), q("w:noBreakHyphen"))
_OFF = frozenset({"0", "false", "off", "none"})


def every(root: Element, *names: str) -> list[Element]:
    """The elements with these names, in the order of the document."""
    return list(root.iter(*map(q, names)))


def value(parent: Element | None, name: str) -> str:
    """The value of the property ``name`` of ``parent``; empty if it has none."""
    found = None if parent is None else parent.find(q(name))
    return "" if found is None else found.get(VALUE, "")


def is_on(parent: Element | None, name: str) -> bool:
    """Whether ``parent`` has the property ``name``, and it is not switched off."""
    found = None if parent is None else parent.find(q(name))
    return found is not None and found.get(VALUE, "1") not in _OFF


def text_of(element: Element) -> str:
    """The words of ``element``, with a space where a tab, a line or a paragraph ends."""
    parts: list[str] = []
    for one in element.iter(T, TAB, BREAK, P, *_TEXTS, *_APART):
        parts.append(one.text or "" if one.tag in (T, *_TEXTS) else " ")
    return " ".join("".join(parts).split())


def number_of(element: Element) -> int:
    """The number of the paragraph that ``element`` is in, or has in it."""
    for one in (element, *element.iterancestors(P), *element.iterdescendants(P)):
        if number := one.get(NUMBER):
            return int(number)
    return 0


def remove(element: Element) -> None:
    """Take ``element`` out; what follows it stays."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put what is in ``element`` in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def in_order(root: Element) -> Iterator[Element]:
    """Every paragraph with a number."""
    return (one for one in root.iter(P) if one.get(NUMBER))
