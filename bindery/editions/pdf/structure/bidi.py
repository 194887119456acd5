"""Put the words of a line in the order that readers of both directions see (UAX #9).

WeasyPrint 70 lays out each text in one direction, and only reverses whole boxes. So texts are split
before layout into runs of one embedding level, by Pango, and the runs of each finished line are
placed in visual order. The boxes stay in the order that the text is read in.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import ffi, pango

from bindery.document.directions import RIGHT_TO_LEFT

Box = Any

_LRI, _RLI, _PDI = "\u2066", "\u2067", "\u2069"
"""The characters that a passage with a direction of its own is as if it stood between."""

_OBJECT = "\ufffc"
"""What stands for an image in the text around it."""

_PANGO = {"ltr": 0, "rtl": 1}
"""Pango's numbers for base directions."""

ffi.cdef("unsigned char *pango_log2vis_get_embedding_levels(const char *, int, int *);")
ffi.cdef("void g_free(void *);")


def split_levels(root: Box) -> None:
    """Split each text below ``root`` into runs of one direction, which know their level."""
    for box in [root, *root.descendants()]:
        if isinstance(box, boxes.LineBox):
            _split_line(box)
        footnote = getattr(box, "footnote", None)
        if footnote is not None:
            split_levels(footnote)


def _split_line(line: Box) -> None:
    base = line.style["direction"]
    parts = list(_parts(line))
    text = "".join(part for _, part in parts)
    if base == "ltr" and not RIGHT_TO_LEFT.search(text):
        return
    levels = iter(levels_of(text, base))
    runs: dict[Box, list[tuple[str, int]]] = {}
    for box, part in parts:
        own = [next(levels) for _ in part]
        if isinstance(box, boxes.TextBox):
            runs[box] = list(_runs(part, own))
        elif part == _OBJECT:
            box.bidi_level = own[0]
    _replace(line, runs)


def _parts(box: Box) -> Iterator[tuple[Box, str]]:
    """The texts of a line in reading order, with the box of each."""
    for child in box.children:
        if not child.is_in_normal_flow():
            continue
        if isinstance(child, boxes.TextBox):
            yield child, child.text
        elif isinstance(child, boxes.InlineBox):
            own = child.element.get("dir") and "::" not in (child.element_tag or "")
            if own:
                yield child, _RLI if child.style["direction"] == "rtl" else _LRI
            yield from _parts(child)
            if own:
                yield child, _PDI
        else:
            yield child, _OBJECT


def levels_of(text: str, base: str) -> Sequence[int]:
    """The embedding level of each character: even from left to right, odd from right to left."""
    encoded = text.encode()
    direction = ffi.new("int *", _PANGO[base])
    found = pango.pango_log2vis_get_embedding_levels(encoded, len(encoded), direction)
    try:
        return list(ffi.unpack(ffi.cast("unsigned char *", found), len(text)))
    finally:
        pango.g_free(found)


def _runs(text: str, levels: Sequence[int]) -> Iterator[tuple[str, int]]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or levels[at] != levels[start]:
            yield text[start:at], levels[start]
            start = at


def _replace(box: Box, runs: dict[Box, list[tuple[str, int]]]) -> None:
    """Put the runs of each text into its place."""
    children: list[Box] = []
    for child in box.children:
        if isinstance(child, boxes.TextBox) and child in runs:
            children.extend(_split(child, runs[child]))
        else:
            children.append(child)
            if isinstance(child, boxes.InlineBox):
                _replace(child, runs)
    box.children = children


def _split(box: Box, runs: list[tuple[str, int]]) -> Iterator[Box]:
    for number, (text, level) in enumerate(runs):
        run = box.copy_with_text(text)
        run.bidi_level = level
        run.begins_line = number > 0 and runs[number - 1][0].endswith("\n")
        run.style = box.style.copy()
        run.style["direction"] = "rtl" if level % 2 else "ltr"
        run.leading_collapsible_space = box.leading_collapsible_space and not number
        last = number == len(runs) - 1
        run.trailing_collapsible_space = box.trailing_collapsible_space and last
        yield run


def place(line: Box) -> None:
    """Place what is on a laid-out ``line`` in visual order, from its left edge."""
    is_reversed = line.style["direction"] == "rtl"
    leaves = list(_leaves(line))
    levels = [getattr(leaf, "bidi_level", int(is_reversed)) for leaf in leaves]
    if not any(levels):
        return
    order = visual_order(levels)
    at = {leaves[index]: place for place, index in enumerate(order)}
    starts: dict[int, list[Box]] = {}
    ends: dict[int, list[Box]] = {}
    for inline in _inlines(line):
        places = [at[leaf] for leaf in _leaves(inline)]
        if places:
            starts.setdefault(min(places), []).append(inline)
            ends.setdefault(max(places), []).insert(0, inline)
    # The first line of a paragraph begins further in, or out, where its readers begin.
    x = line.content_box_x() + (0 if is_reversed else line.text_indent)
    begun = x
    for place, index in enumerate(order):
        for inline in starts.get(place, ()):
            inline.position_x = x
            x = inline.content_box_x()
        leaf = leaves[index]
        if isinstance(leaf, boxes.TextBox) and levels[index] % 2:
            # WeasyPrint 70 leaves a removed space in the text that is drawn, here at its left.
            leaf.pango_layout.text = leaf.text
        leaf.translate(dx=x - leaf.position_x, ignore_floats=True)
        x += leaf.margin_width()
        for inline in ends.get(place, ()):
            inline.width = x - inline.content_box_x()
            x += inline.padding_right + inline.border_right_width + inline.margin_right
    line.width = x - begun + line.text_indent
    if is_reversed:
        # WeasyPrint 70 moves the line to its place from the right edge, and a float with it.
        for child in line.children:
            if child.is_floated():
                child.translate(dx=line.width)


def visual_order(levels: Sequence[int]) -> list[int]:
    """The places of what has these ``levels``, from left to right (UAX #9, L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _leaves(box: Box) -> Iterator[Box]:
    for child in box.children:
        if child.is_in_normal_flow():
            if isinstance(child, boxes.InlineBox):
                yield from _leaves(child)
            else:
                yield child


def _inlines(box: Box) -> Iterator[Box]:
    """The inline boxes on a line, outer ones first."""
    for child in box.children:
        if isinstance(child, boxes.InlineBox) and child.is_in_normal_flow():
            yield child
            yield from _inlines(child)
