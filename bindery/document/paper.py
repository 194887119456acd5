"""The paper of printed editions: size, margins, and the width that words need."""

from collections import defaultdict
from dataclasses import dataclass, replace

from bindery.document.addresses import unbreakable
from bindery.document.model import Element, text_of
from bindery.document.table_elements import placed_cells
from bindery.vocabulary.publication import PageSize

TEXT_SIZE = 12
LARGE_TEXT_SIZE = 18
"""Points."""

SMALLEST_LETTERS = {TEXT_SIZE: 9, LARGE_TEXT_SIZE: 17}
"""Points, by the size of the text. Large print promises its size for all that is read."""

FIGURE_HEIGHT = 0.55
"""The greatest height of a figure, as a share of the page's. ``print.css`` has the same number."""

_MILLIMETRES_TO_A_POINT = 25.4 / 72
POINTS_TO_A_MILLIMETRE = 72 / 25.4
PIXELS_TO_A_MILLIMETRE = 96 / 25.4
"""CSS pixels."""

_WIDTHS: dict[str, float] = {"A4": 210, "B5": 176, "A5": 148}


@dataclass(frozen=True, slots=True)
class Page:
    """A size of paper, with margins for a line of 60 to 70 letters and for the reader's hands.

    Between ``margins`` there is room for a whole number of lines, so that footnotes are on the
    page's grid. ``measure`` is how many letters of text size a line has room for, and
    ``wide_measure`` the same on a page in landscape.
    """

    size: str
    height: str
    margins: str
    cover_margin: str
    measure: int
    wide_measure: int

    @property
    def text_width(self) -> float:
        """The length of a line, in millimetres."""
        _, right, _, left = (float(side.removesuffix("mm")) for side in self.margins.split())
        return _WIDTHS[self.size] - left - right

    @property
    def turned_width(self) -> float:
        """The length of a line on a page in landscape, in millimetres. Its margins are the same."""
        return float(self.height.removesuffix("mm")) - _WIDTHS[self.size] + self.text_width

    @property
    def figure_height(self) -> float:
        """The greatest height of a figure, in millimetres."""
        return float(self.height.removesuffix("mm")) * FIGURE_HEIGHT

    def lines(self, text_size: int, *, turned: bool = False) -> int:
        """How many lines of text of ``text_size`` a page has room for, half as high again."""
        top, _, bottom, _ = (float(side.removesuffix("mm")) for side in self.margins.split())
        height = _WIDTHS[self.size] if turned else float(self.height.removesuffix("mm"))
        return int((height - top - bottom) / (text_size * 1.5 * _MILLIMETRES_TO_A_POINT))

    def mirrored(self) -> "Page":
        """The same page for a book that is bound at the right."""
        top, right, bottom, left = self.margins.split()
        margins = f"{top} {left} {bottom} {right}"
        return replace(
            self, margins=margins, cover_margin=" ".join(reversed(self.cover_margin.split()))
        )


PAPER: dict[PageSize, Page] = {
    "A4": Page("A4", "297mm", "27mm 34mm 28.7mm 40mm", "30mm 0 40mm", 60, 98),
    "B5": Page("B5", "250mm", "22mm 21mm 24.8mm 24mm", "18mm 0 24mm", 58, 90),
    "A5": Page("A5", "210mm", "19mm 16mm 19.55mm 18mm", "14mm 0 18mm", 50, 77),
}

LARGE_PRINT_PAPER = Page("A4", "297mm", "27mm 20mm 31.87mm 20mm", "20mm 0 20mm", 50, 75)
"""The smallest paper with room for letters of this size."""

_BETWEEN_COLUMNS = 2
"""Letters."""


def letters_needed(table: Element) -> int:
    """Count the letters that the longest words of all columns need on one line."""
    columns: dict[int, int] = defaultdict(int)
    for placed in placed_cells(table):
        if len(placed.columns) == 1:
            longest = max(map(len, unbreakable(text_of(placed.cell))), default=0)
            column = placed.columns.start
            columns[column] = max(columns[column], longest + _BETWEEN_COLUMNS)
    return sum(columns.values())
