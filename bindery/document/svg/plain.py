"""The one form of a drawing that all editions are made from."""

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from bindery.document.fetched import fetched_by
from bindery.document.svg.attributes import is_picture_in_itself, keep_known_attributes
from bindery.document.svg.measure import (
    NOT_FOUR_NUMBERS,
    Size,
    length,
    number,
    set_font_sizes,
    set_size,
    view_box,
)
from bindery.document.svg.own_sheets import (
    STYLE,
    without_what_is_fetched,
    write_styles_on_elements,
)
from bindery.document.svg.parse import (
    SVG,
    XLINK_HREF,
    XML,
    Element,
    UndrawableError,
    keep_what_is_drawn,
    parse,
    remove,
)
from bindery.document.svg.print_form import cut_by_masks, draw_strokes_first, sharpen_pictures
from bindery.document.svg.references import HREFS, name_safely, refer_by, too_much, unlink

_NAMESPACES = {None: SVG[1:-1], "xlink": XLINK_HREF[1 : -len("}href")]}
_MOVING = ("animate", "animateColor", "animateMotion", "animateTransform", "set", "discard")
_LEFT_OUT = {
    f"{SVG}{name}"
    for name in ("script", "foreignObject", "handler", "title", "desc", "metadata", *_MOVING)
}
_PAPER = 600.0
"""CSS pixels: about as wide as the text on A4, the window of a drawing without a size in print."""

_BEGINS = {"font-size": "16", "font-weight": "normal", "color": "black"}
"""What a drawing alone begins with, and a page around it would change."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing with nothing in it that runs, moves or fetches. Its elements must not be changed.

    In ``svg`` every style is on its element. If something in the styles holds only where the
    drawing is alone, in a window of its own, it is left out there, and kept in ``alone``.
    """

    svg: Element
    size: Size
    alone: Element | None = None

    @property
    def fits_a_page(self) -> bool:
        """Whether it can be written into a page without changing it, or itself."""
        return self.alone is None

    @property
    def as_file(self) -> bytes:
        """The drawing as a file for screens, with its size in pixels."""
        return self._written(deepcopy(self.svg if self.alone is None else self.alone))

    def for_print(self, enlarged: float = 1) -> bytes:
        """The drawing as a file for WeasyPrint, its own size ``enlarged`` as many times."""
        svg = deepcopy(self.svg)
        draw_strokes_first(svg)
        sharpen_pictures(svg)
        return self._written(svg, enlarged)

    def _written(self, svg: Element, enlarged: float = 1) -> bytes:
        for name, side in (("width", self.size.width), ("height", self.size.height)):
            if side is not None:
                svg.set(name, number(side * enlarged))
        return etree.tostring(svg, encoding="utf-8")


@lru_cache(maxsize=256)
def plain_drawing(content: bytes) -> Drawing:
    """The drawing in the SVG file ``content``, for every edition.

    Raises ``UndrawableError`` for a file that is no drawing, or one that cannot be drawn.
    """
    svg = parse(content)
    box = svg.get("viewBox")
    if box is not None and view_box(box) is None:
        raise UndrawableError(NOT_FOUR_NUMBERS.filled(value=box[:60]), svg.sourceline)
    keep_what_is_drawn(svg)
    for element in list(svg.iter()):
        if element.tag in _LEFT_OUT:
            remove(element)
    unlink(svg)
    window = (length(svg.get("width")), length(svg.get("height")))
    if write_styles_on_elements(svg, window):
        return Drawing(*_finished(svg))
    alone = _disarmed(deepcopy(svg))
    write_styles_on_elements(svg, (window[0] or _PAPER, window[1] or _PAPER), lenient=True)
    finished, size = _finished(svg)
    if "viewBox" not in alone.attrib:
        alone.set("viewBox", finished.get("viewBox") or "")
    return Drawing(finished, size, _rebuilt(alone))


def _finished(svg: Element) -> tuple[Element, Size]:
    """The drawing, with its styles on its elements, in the words that every program knows."""
    keep_known_attributes(svg)
    for name in ("lang", f"{XML}lang"):
        svg.attrib.pop(name, None)
    name_safely(svg)
    set_font_sizes(svg)
    cut_by_masks(svg)
    if reason := too_much(svg):
        raise UndrawableError(reason, svg.sourceline)
    size = set_size(svg)
    for name, value in _BEGINS.items():
        if name not in svg.attrib:
            svg.set(name, value)
    return _rebuilt(svg), size


def with_names(svg: Element, prefix: str) -> Element:
    """A copy of a drawing's ``svg`` in which every name begins with ``prefix``."""
    copy = deepcopy(svg)
    for element in copy.iter():
        if name := element.get("id"):
            element.set("id", prefix + name)
    refer_by(copy, lambda name: prefix + name)
    return copy


def _disarmed(svg: Element) -> Element:
    """Without what runs or loads, and no more is gone: styles may select by everything else."""
    for element in svg.iter():
        for name, value in [(str(key), str(said)) for key, said in element.attrib.items()]:
            outward = name in HREFS and not value.strip().startswith("#")
            if (
                (outward and not is_picture_in_itself(value))
                or name.lower().startswith("on")
                or (("(" in value or "\\" in value) and any(fetched_by(value)))
            ):
                del element.attrib[name]
    for style in svg.iter(STYLE):
        style.text = without_what_is_fetched(style.text or "")
    return svg


def _rebuilt(svg: Element) -> Element:
    """The same elements with no other prefixes than ``xlink``, which an HTML page can hold too."""
    made: Element = etree.Element(svg.tag, dict(svg.attrib), nsmap=_NAMESPACES)
    made.text = svg.text
    made.extend(list(svg))
    etree.cleanup_namespaces(made, top_nsmap=_NAMESPACES)
    return made
