"""A note's second mark names the page of the note, where it is another page.

Which pages they are on is known when the book has been laid out, so it is laid out again.
"""

from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

FIRST = "data-first"
"""The attribute of the other marks of a note at the foot of a page: the note's address."""

_ELSEWHERE = "elsewhere"


def name_pages(tree: Element, pages: Iterable[Any]) -> bool:
    """Mark those of ``tree`` whose note is on another of the ``pages``; whether there are any."""
    others = [link for link in tree.iter("a") if link.get(FIRST)]
    if not others:
        return False
    places = {name: number for number, page in enumerate(pages) for name in page.anchors}
    elsewhere = [
        link
        for link in others
        if places.get(link.get("id", "")) != places.get(link.get(FIRST, "").removeprefix("#"))
    ]
    for link in elsewhere:
        link.set("class", f"{link.get('class', '')} {_ELSEWHERE}".strip())
    return bool(elsewhere)
