"""What was drawn on each page, and of which element: the data the tree is built from.

Elements are identified by their number in the print tree's document order, so that marks of pages
that were laid out separately can be joined.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the page's lower left corner (ISO 32000, 8.3.2.3)."""


NOWHERE = -1
"""The number of no element."""


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
    first element on the page that has a place in the Document, and the number of its letters
    before that.
    """

    index: int
    runs: list[Run] = field(default_factory=list)
    extents: dict[int, Rectangle] = field(default_factory=dict)
    links: dict[int, list[Rectangle]] = field(default_factory=dict)
    starts: dict[int, tuple[float, float]] = field(default_factory=dict)
    markers: dict[int, str] = field(default_factory=dict)
    folio: str = ""
    begins_at: tuple[int, int | None] = (NOWHERE, None)


def around(place: int) -> int:
    """The number in a part of an element around it: the outermost one has ``place`` 0."""
    return NOWHERE - 1 - place


def moved(
    marks: PageMarks, *, first: int, around: Sequence[int], pages: int, forms: int
) -> PageMarks:
    """The marks of a page in a part, as they are in the book.

    ``first`` is the number there of the part's first element, and ``around`` are those of the
    elements around it. So many ``pages`` and ``forms`` are before the part.
    """

    def number(element: int) -> int:
        if element >= 0:
            return element + first
        return element if element == NOWHERE else around[NOWHERE - 1 - element]

    runs = [
        Run(
            number(run.element),
            run.part,
            run.artifact,
            [
                Content(one.page + pages, one.mcid, one.form + forms if one.form else 0)
                for one in run.contents
            ],
        )
        for run in marks.runs
    ]
    begins_in, letters = marks.begins_at
    return replace(
        marks,
        index=marks.index + pages,
        runs=runs,
        extents={number(one): extent for one, extent in marks.extents.items()},
        links={number(one): extents for one, extents in marks.links.items()},
        starts={number(one): start for one, start in marks.starts.items()},
        markers={number(one): marker for one, marker in marks.markers.items()},
        begins_at=(number(begins_in), letters),
    )
