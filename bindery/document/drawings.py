"""Drawings (SVG) in editions: written into the page, to give them its typeface, or as files."""

from collections.abc import Iterator, Mapping

from bindery.document.model import Element, add_class, has_class
from bindery.document.svg.measure import number
from bindery.document.svg.plain import Drawing, plain_drawing, with_names
from bindery.document.svg.values import declared

_OF_THE_IMAGE = ("src", "alt", "class", "width", "height", "style")


def is_drawing(path: str) -> bool:
    """Whether the image at ``path`` is SVG."""
    return path.lower().endswith(".svg")


def inline_drawings(tree: Element, images: Mapping[str, bytes], before: int) -> int:
    """Write every drawing of ``tree`` into it that can be; ``before`` came earlier in the edition.

    Returns how many there are now.
    """
    for image in list(tree.iter("img")):
        path = image.get("src") or ""
        if is_drawing(path):
            drawing = plain_drawing(images[path])
            if drawing.fits_a_page:
                before += 1
                _inline(image, drawing, before)
            else:
                _say_size(image, drawing)
    return before


def _inline(image: Element, drawing: Drawing, number_of_it: int) -> None:
    """Replace ``image`` by ``drawing``, named by its alternative text.

    Its number makes the names in each drawing unique, and nothing in it has a class.
    """
    svg = with_names(drawing.svg, f"tegning-{number_of_it}-")
    for element in svg.iter():
        _take_typeface(element)
    svg.set("class", "drawing")
    for name in (image.get("class") or "").split():
        if name != "decorative":
            add_class(svg, name)
    for name, value in image.attrib.items():
        if name not in _OF_THE_IMAGE:
            svg.set(name, value)
    if has_class(image, "decorative"):
        svg.set("aria-hidden", "true")
    else:
        # Without alternative text it is still an image, so that checkers report what is missing.
        svg.set("role", "img")
        if alternative := image.get("alt"):
            svg.set("aria-label", alternative)
    _say_size(image, drawing, svg)
    svg.tail = image.tail
    parent = image.getparent()
    assert parent is not None
    parent.replace(image, svg)


def _take_typeface(element: Element) -> None:
    """Words in a drawing are set in the edition's typeface, which has another name there."""
    element.attrib.pop("font-family", None)
    if "font-family" in (element.get("style") or ""):
        kept = ";".join(_without_family(element.get("style") or ""))
        element.set("style", kept)
        if not kept:
            del element.attrib["style"]


def _without_family(style: str) -> Iterator[str]:
    return (f"{name}:{value}" for (name, value), _ in declared(style) if name != "font-family")


def _say_size(image: Element, drawing: Drawing, svg: Element | None = None) -> None:
    """Give ``svg``, or the ``image`` itself, the author's size of the image, or the drawing's.

    The style sheet makes it no wider than the text, and in proportion.
    """
    into = image if svg is None else svg
    own = {"width": drawing.size.width, "height": drawing.size.height}
    said = {name: value for name in own if (value := image.get(name))}
    style = image.get("style")
    if not said and not _sizes(style):
        said = {name: number(length) for name, length in own.items() if length is not None}
    for name, value in said.items():
        into.set(name, value)
    if style and svg is not None:
        svg.set("style", ";".join(filter(None, (svg.get("style"), style))))


def _sizes(style: str | None) -> bool:
    return "width" in (style or "") or "height" in (style or "")
