"""A drawing in the words that WeasyPrint draws, and what it cannot draw in any."""

import re
from collections.abc import Iterator
from copy import deepcopy

from bindery.document.svg.parse import SVG, Element
from bindery.document.svg.references import with_declarations
from bindery.document.svg.values import declared

_SHAPES = {
    f"{SVG}{name}" for name in ("path", "rect", "circle", "ellipse", "polygon", "polyline", "use")
}
_WHITE = re.compile(r"white|#fff(?:fff)?|rgb\(255,\s*255,\s*255\)", re.IGNORECASE)
_FILTERS_DRAWN = {f"{SVG}feOffset", f"{SVG}feBlend"}
_REFERENCE = re.compile(r"url\(#([\w.-]+)\)")

SHADOWS, SEE_THROUGH, BLENDED, CUT, THIN = "filter", "mask", "mix-blend-mode", "clip-path", "stroke"


def cut_by_masks(svg: Element) -> None:
    """Make each mask that only cuts a clipping path, which every program draws.

    A mask of white shapes on nothing lets through all that is within them, and nothing else.
    """
    for mask in list(svg.iter(f"{SVG}mask")):
        name = mask.get("id")
        if name and len(mask) and all(_only_cuts(shape, mask) for shape in mask):
            users = [one for one in svg.iter() if _of(one, "mask") == f"url(#{name})"]
            if any(_of(one, "clip-path") for one in users):
                continue
            mask.tag = f"{SVG}clipPath"
            units = mask.get("maskContentUnits")
            mask.attrib.clear()
            mask.set("id", name)
            if units:
                mask.set("clipPathUnits", units)
            for one in users:
                one.attrib.pop("mask", None)
                with_declarations(one, without=("mask",))
                one.set("clip-path", f"url(#{name})")


def _only_cuts(shape: Element, mask: Element) -> bool:
    if shape.tag not in _SHAPES or _of(shape, "mask") or _of(shape, "filter"):
        return False
    fill = _of(shape, "fill") or _of(mask, "fill")
    by_alpha = _of(mask, "mask-type") == "alpha"
    solid = fill.startswith("#") and len(fill) in (4, 7)
    stroke = _of(shape, "stroke") or _of(mask, "stroke")
    clear = any(_of(one, name) for one in (shape, mask) for name in ("opacity", "fill-opacity"))
    return (
        bool(_WHITE.fullmatch(fill) or (by_alpha and solid))
        and stroke in ("", "none")
        and not clear
    )


def draw_strokes_first(svg: Element) -> None:
    """Draw the outline of letters below them, where the drawing asks for it (``paint-order``)."""
    for element in list(svg.iter()):
        if not _of(element, "paint-order").startswith("stroke") or _of(element, "stroke") == "":
            continue
        parent = element.getparent()
        if parent is None or element.tag == f"{SVG}tspan":
            continue
        below = deepcopy(element)
        below.tail = None
        for one in below.iter():
            one.attrib.pop("id", None)
            with_declarations(one, {"fill": "none"})
        for one in element.iter():
            with_declarations(one, {"stroke": "none"})
        parent.insert(parent.index(element), below)


def sharpen_pictures(svg: Element) -> None:
    """Keep the pixels of pictures: PDF/A-2 (6.2.8.3) forbids smoothing them when enlarged."""
    for picture in svg.iter(f"{SVG}image"):
        with_declarations(picture, {"image-rendering": "crisp-edges"})


def not_drawn(svg: Element) -> Iterator[tuple[Element, str]]:
    """Yield what print draws without, of the form that ``cut_by_masks`` leaves: where and what."""
    named = {one.get("id"): one for one in svg.iter() if one.get("id")}
    for element in svg.iter():
        if _of(element, "filter") not in ("", "none"):
            found = _REFERENCE.fullmatch(_of(element, "filter"))
            filtered = named.get(found[1]) if found else None
            if found is None or (filtered is not None and _is_more(filtered)):
                yield element, SHADOWS
        if _REFERENCE.fullmatch(_of(element, "mask")) and element.tag not in _SHAPES:
            yield element, SEE_THROUGH
        if _of(element, "mix-blend-mode") not in ("", "normal"):
            yield element, BLENDED
        if "(" in _of(element, "clip-path") and not _REFERENCE.search(_of(element, "clip-path")):
            yield element, CUT
        if _of(element, "vector-effect") == "non-scaling-stroke":
            yield element, THIN


def _is_more(filtered: Element) -> bool:
    return any(step.tag not in _FILTERS_DRAWN for step in filtered)


def _of(element: Element, name: str) -> str:
    """The value of a property that ``element`` itself has, by its style or its attribute."""
    said = [value for (key, value), _ in declared(element.get("style") or "") if key == name]
    return said[-1] if said else (element.get(name) or "").strip()
