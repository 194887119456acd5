"""SVG images inlined into the page, which is the only way to give them the edition's typeface."""

from collections.abc import Mapping

from lxml import etree

from bindery.document.model import Element, has_class

SVG = "{http://www.w3.org/2000/svg}"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_MOVING = ("animate", "animateColor", "animateMotion", "animateTransform", "set")
_ACTIVE = {f"{SVG}{name}" for name in ("script", "foreignObject", "handler", *_MOVING)}
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)


def is_drawing(path: str) -> bool:
    """Whether the image at ``path`` is SVG."""
    return path.lower().endswith(".svg")


def inline_drawings(tree: Element, images: Mapping[str, bytes], before: int) -> int:
    """Inline every SVG image of ``tree``; ``before`` drawings came earlier in the edition.

    Returns how many there are now.
    """
    for image in list(tree.iter("img")):
        path = image.get("src") or ""
        if is_drawing(path):
            before += 1
            _inline(image, images[path], before)
    return before


def _inline(image: Element, drawing: bytes, number: int) -> None:
    """Replace ``image`` by the SVG ``drawing``, named by its alternative text.

    ``number`` makes the ids in each drawing unique. Nothing in it can run or load anything.
    """
    svg = etree.fromstring(drawing, _PARSER)
    for element in list(svg.iter()):
        parent = element.getparent()
        if parent is not None and (element.tag in _ACTIVE or element.tag == f"{SVG}title"):
            parent.remove(element)
    for element in svg.iter():
        _disarm(element)
        _rename(element, f"tegning-{number}-")
    for name in ("aria-labelledby", "aria-describedby", "role", "id", "class"):
        svg.attrib.pop(name, None)
    _size(svg)
    if has_class(image, "decorative"):
        svg.set("aria-hidden", "true")
    else:
        # Without alternative text it is still an image, so that checkers report what is missing.
        svg.set("role", "img")
        if alternative := image.get("alt"):
            svg.set("aria-label", alternative)
        if details := image.get("aria-details"):
            svg.set("aria-details", details)
    svg.set("class", "drawing")
    svg.tail = image.tail
    parent = image.getparent()
    assert parent is not None
    parent.replace(image, svg)


def _disarm(element: Element) -> None:
    for name, value in list(element.attrib.items()):
        # Words in a drawing are set in the edition's typeface, which has another name there.
        own_typeface = name == "font-family"
        outward = name in ("href", _XLINK_HREF) and not value.startswith("#")
        loads = "url(" in value and "url(#" not in value
        if name.lower().startswith("on") or own_typeface or outward or loads:
            del element.attrib[name]


def _rename(element: Element, prefix: str) -> None:
    for name, value in element.attrib.items():
        if name == "id":
            element.set(name, prefix + value)
        elif name in ("href", _XLINK_HREF) and value.startswith("#"):
            element.set(name, f"#{prefix}{value[1:]}")
        elif "url(#" in value:
            element.set(name, value.replace("url(#", f"url(#{prefix}"))


def _size(svg: Element) -> None:
    """Let the page decide the width, and keep the proportions."""
    width, height = svg.get("width"), svg.get("height")
    if "viewBox" not in svg.attrib and width and height:
        svg.set("viewBox", f"0 0 {width.removesuffix('px')} {height.removesuffix('px')}")
    for name in ("width", "height"):
        svg.attrib.pop(name, None)
