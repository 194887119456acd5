"""The size that a drawing says it has, and what part of its plane it shows."""

import math
import re
from dataclasses import dataclass

from lxml import etree
from tinycss2.color4 import parse_color

from bindery.document.svg.parse import SVG, Element
from bindery.document.svg.references import with_declarations
from bindery.document.svg.values import declared, font_size, written
from bindery.vocabulary.text import Text

_PIXELS = {
    **{"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0},
    **{"mm": 96 / 25.4, "cm": 96 / 2.54, "q": 96 / 101.6, "em": 16.0, "rem": 16.0, "ex": 8.0},
}
"""CSS pixels in each unit; letters are those that a drawing alone begins with."""

_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE)
_BEGINS_AT = 16.0
_GREATEST = 1e6
_ALIKE = 0.01
"""Proportions that differ by less are rounded, not meant."""

_WITHOUT_SIZE = (300.0, 150.0)
"""The size of a drawing that says nothing of it (CSS 2.2, 10.3.2)."""

_OF_A_PAGE = re.compile(
    r"(?:min|max)-(?:width|height)|width|height|background(?:-.*)?|margin(?:-.*)?|padding(?:-.*)?"
    r"|border(?:-.*)?|box-.*|position|display|float|vertical-align|overflow(?:-.*)?|inset.*|top"
    r"|left|right|bottom|flex.*|zoom|color-scheme"
)
"""What a style on the outermost element would change in the page around the drawing."""

NOT_FOUR_NUMBERS = Text(
    nb="viewBox er «{value}». Det må være fire tall: venstre kant, overkant, bredde og høyde.",
    en="The viewBox is “{value}”. It must be four numbers: left, top, width and height.",
)


@dataclass(frozen=True, slots=True)
class Size:
    """What a drawing says of its size, in CSS pixels; ``None`` where the page is to decide."""

    width: float | None
    height: float | None


def view_box(value: str) -> tuple[float, float, float, float] | None:
    """The four numbers of a ``viewBox``, if they are numbers, and it has a width and a height."""
    parts = value.replace(",", " ").split()
    if len(parts) != 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    left, top, width, height = map(float, parts)
    whole = all(math.isfinite(number) for number in (left, top, width, height))
    return (left, top, width, height) if whole and width > 0 and height > 0 else None


def length(value: str | None) -> float | None:
    """A length in CSS pixels; ``None`` for one that depends on what is around, and for none."""
    found = _LENGTH.fullmatch(value or "")
    if not found or found[2].lower() not in _PIXELS:
        return None
    pixels = float(found[1]) * _PIXELS[found[2].lower()]
    return pixels if 0 < pixels <= _GREATEST else None


def set_size(svg: Element) -> Size:
    """Give ``svg`` a ``viewBox`` of its own proportions, and return the size that it says.

    The colour of its ground is drawn on the ground, where it is in every edition.
    """
    said = dict(one for one, _ in declared(svg.get("style") or ""))
    width = length(said.get("width")) or length(svg.get("width"))
    height = length(said.get("height")) or length(svg.get("height"))
    box = view_box(svg.get("viewBox") or "")
    width, height = _within(width, height, said, box)
    if box is None:
        width, height = width or _WITHOUT_SIZE[0], height or _WITHOUT_SIZE[1]
        box = (0.0, 0.0, width, height)
    ratio = box[2] / box[3]
    if width and height:
        if abs(width / height - ratio) > _ALIKE * ratio:
            box = _put_inside(svg, box, width, height)
    elif width:
        height = width / ratio
    elif height:
        width = height * ratio
    svg.set("viewBox", " ".join(map(number, box)))
    for name in ("width", "height", "x", "y", "preserveAspectRatio", "style"):
        svg.attrib.pop(name, None)
    colour = said.get("background-color") or said.get("background") or ""
    _paint_ground(svg, box, colour)
    if style := written(one for one in said.items() if not _OF_A_PAGE.fullmatch(one[0])):
        svg.set("style", style)
    return Size(width, height)


def set_font_sizes(svg: Element) -> None:
    """Say every size of letters in pixels, so that it is the same wherever the drawing stands."""
    sizes: dict[Element | None, float] = {None: _BEGINS_AT}
    for element in svg.iter():
        around = sizes[element.getparent()]
        said = dict(one for one, _ in declared(element.get("style") or ""))
        value = said.get("font-size") or element.get("font-size") or ""
        root = sizes.get(svg, _BEGINS_AT)
        relative = font_size(value, around, root)
        sizes[element] = relative or length(value) or around
        if relative and "font-size" in said:
            with_declarations(element, {"font-size": f"{number(relative)}px"})
        elif relative:
            element.set("font-size", number(relative))


def number(value: float) -> str:
    """A number as short as it can be written."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _within(
    width: float | None,
    height: float | None,
    said: dict[str, str],
    box: tuple[float, float, float, float] | None,
) -> tuple[float | None, float | None]:
    """The size, made as small as ``max-width`` says it must be."""
    most = length(said.get("max-width"))
    if most and (width is None or width > most) and box:
        return most, None
    return width, height


def _put_inside(
    svg: Element, box: tuple[float, float, float, float], width: float, height: float
) -> tuple[float, float, float, float]:
    """Draw all that is in ``svg`` in a part of it, where its proportions are others than its box's.

    How it is placed there is what ``preserveAspectRatio`` says, which a page would not keep.
    """
    inner = etree.Element(f"{SVG}svg", {"width": number(width), "height": number(height)})
    inner.set("viewBox", " ".join(map(number, box)))
    if placed := svg.get("preserveAspectRatio"):
        inner.set("preserveAspectRatio", placed)
    inner.extend(list(svg))
    svg.append(inner)
    return 0.0, 0.0, width, height


def _paint_ground(svg: Element, box: tuple[float, float, float, float], colour: str) -> None:
    painted = parse_color(colour) if colour else None
    if painted is None or not painted[-1]:
        return
    x, y, width, height = map(number, box)
    ground = etree.Element(f"{SVG}rect", x=x, y=y, width=width, height=height)
    ground.set("style", f"fill:{colour};stroke:none;fill-opacity:1;filter:none;marker:none")
    svg.insert(0, ground)
