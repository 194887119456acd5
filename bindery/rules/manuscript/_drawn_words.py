"""The size of the words in a drawing, in the drawing's own unit."""

import re
from collections.abc import Iterator, Mapping
from math import hypot

from lxml import etree

from bindery.document.svg.parse import SVG

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
_USUAL = 16.0
"""CSS's size of text where nothing says another, in pixels."""

_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|mm|cm|in|em|rem|%|)\s*")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_SIZE = re.compile(r"(?:^|[;{\s])font-size\s*:\s*([^;}!]+)")
_FONT = re.compile(r"(?:^|[;{\s])font\s*:\s*[^;}]*?([0-9.]+(?:px|pt|em|%))")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SCALE = re.compile(r"(scale|matrix)\s*\(([^)]*)\)")
_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+(?:e-?[0-9]+)?")
_UNDRAWN = frozenset(f"{SVG}{name}" for name in ("defs", "symbol", "title", "desc", "metadata"))


def size_of(drawing: bytes) -> tuple[float, float, float]:
    """Width and height in pixels, and pixels to a unit of the drawing; zeros if it does not say."""
    root = etree.fromstring(drawing, _PARSER)
    box = [float(number) for number in _NUMBER.findall(root.get("viewBox") or "")]
    width, height = (_pixels(root.get(name)) for name in ("width", "height"))
    if len(box) != 4 or min(box[2:]) <= 0:
        return width, height, 1.0
    if not width:
        width = height * box[2] / box[3] if height else box[2]
    return width, width * box[3] / box[2], width / box[2]


def smallest_words(drawing: bytes) -> float | None:
    """The smallest size of words in ``drawing``, in its unit; ``None`` if it has no words."""
    root = etree.fromstring(drawing, _PARSER)
    rules = dict(_rules(root))
    return min(_sizes(root, rules, _USUAL, 1.0), default=None)


def _sizes(
    element: etree._Element, rules: Mapping[str, str], around: float, scale: float
) -> Iterator[float]:
    if element.tag in _UNDRAWN or element.get("display") == "none":
        return
    size = _own(element, rules, around)
    scale *= _scale(element.get("transform") or "")
    if element.tag in (f"{SVG}text", f"{SVG}tspan") and (element.text or "").strip():
        yield size * scale
    for child in element:
        if isinstance(child.tag, str):
            yield from _sizes(child, rules, size, scale)


def _own(element: etree._Element, rules: Mapping[str, str], around: float) -> float:
    """The size set for an element, by its own attributes or by a rule with a simple selector."""
    selectors = [etree.QName(element).localname]
    selectors += [f".{name}" for name in (element.get("class") or "").split()]
    selectors += [f"#{element.get('id')}"]
    said = element.get("font-size")
    for selector in selectors:
        said = rules.get(selector, said)
    said = _declared(element.get("style") or "") or said
    found = _LENGTH.fullmatch(said or "")
    if found is None:
        return around
    number, unit = float(found[1]), found[2]
    if unit in ("em", "%"):
        return number * around / (100 if unit == "%" else 1)
    return number * (_USUAL if unit == "rem" else _PIXELS[unit])


def _rules(root: etree._Element) -> Iterator[tuple[str, str]]:
    for style in root.iter(f"{SVG}style"):
        for selectors, declarations in _RULE.findall(style.text or ""):
            if size := _declared(declarations):
                for selector in selectors.split(","):
                    yield selector.split()[-1] if selector.split() else "", size


def _declared(declarations: str) -> str | None:
    found = _SIZE.search(declarations) or _FONT.search(declarations)
    return found[1].strip() if found else None


def _scale(transform: str) -> float:
    scale = 1.0
    for kind, written in _SCALE.findall(transform):
        numbers = [float(number) for number in _NUMBER.findall(written)]
        if kind == "scale" and numbers:
            scale *= abs(numbers[-1])
        elif len(numbers) == 6:
            scale *= hypot(numbers[2], numbers[3])
    return scale


def _pixels(length: str | None) -> float:
    found = _LENGTH.fullmatch(length or "")
    return float(found[1]) * _PIXELS[found[2]] if found and found[2] in _PIXELS else 0.0
