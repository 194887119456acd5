"""What was drawn on each page, and of which element: all that the tree is built from.

Elements are named by number, their place in the print tree's document order. So marks of pages
that were laid out apart can be joined.
"""

from dataclasses import dataclass, field

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the page's lower left corner (ISO 32000, 8.3.2.3)."""


@dataclass(frozen=True, slots=True)
class Content:
    """One marked-content sequence. ``form`` names the form XObject it is in, 0 the page itself."""

    page: int
    mcid: int
    form: int = 0


@dataclass(slots=True)
class Run:
    """Text or an image that is drawn without a break and belongs to one element on one page.

    ``part`` is a generated part's name (``marker``, ``before``, ``after``), or nothing.
    ``artifact`` holds the property list of what nobody should hear.
    """

    element: int
    part: str = ""
    artifact: str = ""
    contents: list[Content] = field(default_factory=list)


@dataclass(slots=True)
class PageMarks:
    """One page: its runs in reading order, and where its elements stand.

    ``extents`` are of images and formulas; ``links`` are a link's rectangles, one for each line;
    ``starts`` is the upper left corner of each element's first box; ``markers`` are the list
    items' styles, as CSS names them; ``folio`` is the page number as it is printed; ``begins_at``
    is the place of what comes first of the Document, and how many letters of its text were before.
    """

    index: int
    runs: list[Run] = field(default_factory=list)
    extents: dict[int, Rectangle] = field(default_factory=dict)
    links: dict[int, list[Rectangle]] = field(default_factory=dict)
    starts: dict[int, tuple[float, float]] = field(default_factory=dict)
    markers: dict[int, str] = field(default_factory=dict)
    folio: str = ""
    begins_at: tuple[str, int | None] = ("", None)
