"""What was drawn on each page, and of which element: the data the tree is built from.

Elements are identified by their number in the print tree's document order, so that marks of pages
that were laid out separately can be joined.
"""

from dataclasses import dataclass, field

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the page's lower left corner (ISO 32000, 8.3.2.3)."""


@dataclass(frozen=True, slots=True)
class Content:
    """One marked-content sequence. ``form`` is the number of its form XObject, 0 for the page."""

    page: int
    mcid: int
    form: int = 0


@dataclass(slots=True)
class Run:
    """Text or an image that is drawn without a break and belongs to one element on one page.

    ``part`` is a generated part's name (``marker``, ``before``, ``after``), or empty.
    ``artifact`` is the property list of content that screen readers should skip.
    """

    element: int
    part: str = ""
    artifact: str = ""
    contents: list[Content] = field(default_factory=list)


@dataclass(slots=True)
class PageMarks:
    """One page: its runs in reading order, and the positions of its elements.

    ``extents`` are of images and formulas; ``links`` are a link's rectangles, one for each line;
    ``starts`` is the upper left corner of each element's first box; ``markers`` are the list
    items' styles, by CSS's names; ``folio`` is the page number as printed; ``begins_at`` is the
    place of the Document's first element on the page, and the number of its letters before that.
    """

    index: int
    runs: list[Run] = field(default_factory=list)
    extents: dict[int, Rectangle] = field(default_factory=dict)
    links: dict[int, list[Rectangle]] = field(default_factory=dict)
    starts: dict[int, tuple[float, float]] = field(default_factory=dict)
    markers: dict[int, str] = field(default_factory=dict)
    folio: str = ""
    begins_at: tuple[str, int | None] = ("", None)
