"""Let a line end within an address after a sign, and never with a hyphen.

WeasyPrint 70 divides any long word as a word of the language, and where it cannot, lets an address
run out of the page. So each address becomes texts of its own before layout.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from bindery.document.addresses import pieces, segments

Box = Any

_LONGEST = 40
"""Letters. A longer piece may have no room on a line of its own, and may break at any letter."""

_KEPT_AS_WRITTEN = ("pre", "nowrap", "pre-wrap", "pre-line")


class OfAnAddress(str):
    """The language of a piece of an address, after which a line may end."""

    __slots__ = ()


def split_addresses(root: Box) -> None:
    """Split each text below ``root`` that has an address in it."""
    for box in [root, *root.descendants()]:
        if any(isinstance(child, boxes.TextBox) for child in box.children):
            box.children = [part for child in box.children for part in _parts(child)]
        if (footnote := getattr(box, "footnote", None)) is not None:
            split_addresses(footnote)


def _parts(box: Box) -> Iterator[Box]:
    if not isinstance(box, boxes.TextBox) or box.style["white_space"] in _KEPT_AS_WRITTEN:
        yield box
        return
    found = list(segments(box.text))
    if not any(is_address for _, is_address in found):
        yield box
        return
    parts: list[Box] = []
    for text, is_address in found:
        parts.extend(_pieces(box, text) if is_address else (box.copy_with_text(text),))
    for part in parts[:-1]:
        if not isinstance(part.style["lang"], OfAnAddress):
            part.trailing_collapsible_space = False
    yield from parts


def _pieces(box: Box, address: str) -> Iterator[Box]:
    own = pieces(address)
    for number, text in enumerate(own, start=1):
        piece = box.copy_with_text(text)
        # To WeasyPrint, a space that was there: the line may end here.
        piece.trailing_collapsible_space = number < len(own)
        piece.style = box.style.copy()
        piece.style["hyphens"] = "manual"
        if number < len(own):
            piece.style["lang"] = OfAnAddress(box.style["lang"] or "")
        if len(text) > _LONGEST:
            piece.style["overflow_wrap"] = "anywhere"
        yield piece
