"""How the items of a list in HTML are numbered."""

from collections.abc import Iterator

from bindery.document.model import Element
from bindery.readback.catalogue import written

_KINDS = {"a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}


def numbering(element: Element) -> str:
    """How a list is numbered, in the words of PDF."""
    if element.tag == "dl":
        return "description"
    if element.tag == "ol":
        return _KINDS.get(element.get("type") or "1", "Decimal")
    return "bullets"


def items(element: Element) -> Iterator[tuple[Element, str]]:
    """Each item with its number as it is written; nothing for a bullet."""
    style = {"1": "D", "i": "r", "I": "R"}.get(kind := element.get("type") or "1", kind)
    number = int(element.get("start") or 1)
    for item in element.iterfind("li"):
        number = int(item.get("value") or number)
        yield item, written(number, style) if element.tag == "ol" else ""
        number += 1
