"""The one form of a drawing that all editions are made from."""

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from bindery.document.fetched import fetched_by
from bindery.document.model import Element
from bindery.document.svg.attributes import HREFS, is_picture_in_itself, keep_known_attributes
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
    UndrawableError,
    keep_what_is_drawn,
    parse,
    remove,
)
from bindery.document.svg.print_form import cut_by_masks, draw_strokes_first, sharpen_pictures
from bindery.document.svg.references import name_safely, refer_by, too_much, unlink

_NAMESPACES = {None: SVG[1:-1], "xlink": XLINK_HREF[1 : -len("}href")]}
_MOVING = ("animate", "animateColor", "animateMotion", "animateTransform", "set", "discard")
_LEFT_OUT = {
    f"{SVG}{name}"
    for name in ("script", "foreignObject", "handler", "title", "desc", "metadata", *_MOVING)
}
_XML = "{http://www.w3.org/XML/1998/namespace}"
_BEGINS = {"font-size": "16", "font-weight": "normal", "color": "black"}
"""What a drawing alone begins with, and a page around it would change."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing with nothing in it that runs, moves or fetches. ``svg`` must not be changed.

    ``fits_a_page`` is whether it can be written into a page without changing it, or itself: every
    style is on its element. Otherwise it must be a file of its own.
    """

    svg: Element
    size: Size
    fits_a_page: bool

    @property
    def as_file(self) -> bytes:
        """The drawing as a file, with its size in pixels."""
        return self._written(deepcopy(self.svg))

    @property
    def for_print(self) -> bytes:
        """The drawing as a file for WeasyPrint."""
        svg = deepcopy(self.svg)
        if self.fits_a_page:
            draw_strokes_first(svg)
        sharpen_pictures(svg)
        return self._written(svg)

    def _written(self, svg: Element) -> bytes:
        for name, side in (("width", self.size.width), ("height", self.size.height)):
            if side is not None:
                svg.set(name, number(side))
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
    fits = write_styles_on_elements(svg, (length(svg.get("width")), length(svg.get("height"))))
    if fits:
        keep_known_attributes(svg)
    else:
        _disarm(svg)
        for style in svg.iter(STYLE):
            style.text = without_what_is_fetched(style.text or "")
        return Drawing(_rebuilt(svg), _size_alone(svg), fits_a_page=False)
    for name in ("lang", f"{_XML}lang"):
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
    return Drawing(_rebuilt(svg), size, fits_a_page=True)


def with_names(svg: Element, prefix: str) -> Element:
    """A copy of a drawing's ``svg`` in which every name begins with ``prefix``."""
    copy = deepcopy(svg)
    for element in copy.iter():
        if name := element.get("id"):
            element.set("id", prefix + name)
    refer_by(copy, lambda name: prefix + name)
    return copy


def _disarm(svg: Element) -> None:
    """Remove what runs or loads, and no more: styles may select by everything else."""
    for element in svg.iter():
        for name, value in [(str(key), str(said)) for key, said in element.attrib.items()]:
            outward = name in HREFS and not value.strip().startswith("#")
            if (
                (outward and not is_picture_in_itself(value))
                or name.lower().startswith("on")
                or (("(" in value or "\\" in value) and any(fetched_by(value)))
            ):
                del element.attrib[name]


def _size_alone(svg: Element) -> Size:
    """The size of a drawing that is left as it is, apart from its styles."""
    copy = deepcopy(svg)
    size = set_size(copy)
    if "viewBox" not in svg.attrib:
        svg.set("viewBox", copy.get("viewBox") or "")
    return size


def _rebuilt(svg: Element) -> Element:
    """The same elements with no other prefixes than ``xlink``, which an HTML page can hold too."""
    made: Element = etree.Element(svg.tag, dict(svg.attrib), nsmap=_NAMESPACES)
    made.text = svg.text
    made.extend(list(svg))
    etree.cleanup_namespaces(made, top_nsmap=_NAMESPACES)
    return made
