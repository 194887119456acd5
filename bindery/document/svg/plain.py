"""The one form of a drawing that all editions are made from."""

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from bindery.document.model import Element
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
from bindery.document.svg.print_form import cut_by_masks, draw_strokes_first
from bindery.document.svg.references import HREFS, name_safely, refer_by, too_much, unlink

_NAMESPACES = {None: SVG[1:-1], "xlink": XLINK_HREF[1 : -len("}href")]}
_MOVING = ("animate", "animateColor", "animateMotion", "animateTransform", "set", "discard")
_LEFT_OUT = {
    f"{SVG}{name}"
    for name in ("script", "foreignObject", "handler", "title", "desc", "metadata", *_MOVING)
}
_XML = "{http://www.w3.org/XML/1998/namespace}"
_KEPT_FROM_XML = (f"{_XML}space", f"{_XML}lang")
_SAYS_NOTHING = frozenset(
    {"role", "tabindex", "focusable", "version", "baseProfile", "zoomAndPan", "enable-background"}
    | {"contentScriptType", "contentStyleType", "requiredFeatures", "systemLanguage", "cursor"}
    | {"pointer-events", "requiredExtensions", "externalResourcesRequired"}
)
_SAYS_NO_LOOKS = ("on", "data-", "aria-")
_BEGINS = {"font-size": "16", "font-weight": "normal", "color": "black"}
"""What a drawing alone begins with, and a page around it would change."""

_PICTURE = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")


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
        svg = deepcopy(self.svg)
        if self.fits_a_page:
            draw_strokes_first(svg)
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
    _disarm(svg, fits=fits)
    if not fits:
        for style in svg.iter(STYLE):
            style.text = without_what_is_fetched(style.text or "")
        return Drawing(_rebuilt(svg), _size_alone(svg), fits_a_page=False)
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


def is_picture_in_itself(address: str) -> bool:
    """Whether ``address`` holds a picture, and leads to none."""
    return address.strip().lower().startswith(_PICTURE)


def with_names(svg: Element, prefix: str) -> Element:
    """A copy of a drawing's ``svg`` in which every name begins with ``prefix``."""
    copy = deepcopy(svg)
    for element in copy.iter():
        if name := element.get("id"):
            element.set("id", prefix + name)
    refer_by(copy, lambda name: prefix + name)
    return copy


def _disarm(svg: Element, *, fits: bool) -> None:
    """Remove what runs or loads, and what is of no use in a book."""
    for element in svg.iter():
        for name, value in [(str(key), str(said)) for key, said in element.attrib.items()]:
            outward = name in HREFS and not (
                value.strip().startswith("#") or is_picture_in_itself(value)
            )
            of_a_program = name.startswith("{") and name not in (XLINK_HREF, *_KEPT_FROM_XML)
            says_nothing = name in _SAYS_NOTHING or name.lower().startswith(
                ("on", "data-", "aria-")
            )
            if outward or of_a_program or says_nothing:
                del element.attrib[name]
    if fits:
        for name in ("lang", f"{_XML}lang"):
            svg.attrib.pop(name, None)


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
