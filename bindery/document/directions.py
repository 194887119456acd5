"""Mark what is written in another direction than the text around it."""

import re

from bindery.document.model import Element
from bindery.document.svg.parse import SVG
from bindery.document.typography import VERBATIM
from bindery.locales.writing_direction import LEFT_TO_RIGHT, direction_of

SVG_ROOT = f"{SVG}svg"
"""A drawing inside a page, which has no ``dir`` and would take over the page's direction."""

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""A character that is written from right to left, or says so of others."""


def mark_directions(tree: Element, language: str) -> None:
    """Set ``dir`` wherever the direction changes; ``language`` is that of what is around ``tree``.

    The direction is that of an element's language, unless the author has set one. Code goes from
    left to right in any text, and so do a drawing and an address. An item keeps the direction of
    its list, which has its number, and what is in it gets its own.
    """
    around = direction_of(language) or LEFT_TO_RIGHT
    _mark(tree, around, around)


def _mark(element: Element, around: str, usual: str) -> None:
    direction = element.get("dir") or _own(element) or usual
    if element.tag == SVG_ROOT:
        if around != LEFT_TO_RIGHT and "direction" not in element.attrib:
            element.set("direction", LEFT_TO_RIGHT)
        return
    is_item = element.tag == "li" and not (element.text or "").strip()
    if direction != around and not is_item:
        element.set("dir", direction)
    for child in element:
        _mark(child, around if is_item else direction, direction)


def _own(element: Element) -> str | None:
    if element.tag in VERBATIM or (element.tag == "a" and _is_address(element)):
        return LEFT_TO_RIGHT
    return direction_of(element.get("lang") or "und")


def _is_address(link: Element) -> bool:
    """Whether the text of ``link`` is where it goes."""
    address = link.get("href") or ""
    return bool(link.text) and link.text in (address, address.partition(":")[2])
