"""Formulas as drawings: WeasyPrint lays out no MathML."""

from base64 import b64encode

from lxml import etree
from lxml.builder import E

from bindery.document.model import MATHML, Element
from bindery.document.pagination import PLACE

MATHML_SOURCE = "data-mathml"
"""On a formula's drawing: its markup, which a PDF 2.0 carries along."""

_PIXELS = 4 / 3
"""CSS pixels to a point: drawings are measured in pixels."""

_COLUMNS_APART = "1em"
"""ziamath's own 0.3em lets the numbers of a matrix run together."""


def draw_formulas(body: Element, text_size: int) -> None:
    """Draw each formula, with its words as alternative. ``text_size`` is in points."""
    for formula in list(body.iter(f"{MATHML}math")):
        _draw(formula, text_size)


def _draw(formula: Element, text_size: int) -> None:
    from ziamath.zmath import Math  # noqa: PLC0415 - slow to import, and few books have formulas

    place = formula.attrib.pop(PLACE, "")
    semantics = formula.find(f"{MATHML}semantics")
    if semantics is not None:
        formula[:] = [semantics[0]]
    mathml = etree.tostring(formula, encoding="unicode", with_tail=False)
    for table in formula.iter(f"{MATHML}mtable"):
        table.set("columnspacing", _COLUMNS_APART)
    source = etree.tostring(formula, encoding="unicode", with_tail=False)
    drawing = Math(source, size=text_size * _PIXELS).svg()
    data = b64encode(drawing.encode()).decode()
    block = formula.get("display") == "block"
    image = E.img(
        {"class": "formula formula-block" if block else "formula", MATHML_SOURCE: mathml},
        role="math",
        alt=formula.get("alttext") or "",
        src=f"data:image/svg+xml;base64,{data}",
    )
    if not block:
        image.set("style", f"vertical-align: -{_depth(drawing):.2f}px")
    if place:
        image.set(PLACE, place)
    image.tail = formula.tail
    parent = formula.getparent()
    assert parent is not None
    parent.replace(formula, image)


def _depth(drawing: str) -> float:
    """How far the drawing goes below the line that letters stand on, in pixels."""
    _, top, _, height = map(float, etree.fromstring(drawing.encode()).get("viewBox", "").split())
    return max(0.0, top + height)
