"""How printed editions differ: in the size of their letters, their paper and their style sheets."""

from dataclasses import dataclass

from bindery.manuscript.templates import Templates
from bindery.vocabulary.publication import PageSize, Publication


@dataclass(frozen=True, slots=True)
class Page:
    """A size of paper, with margins for a line of 60 to 70 letters and a hand to hold it.

    Between ``margins`` there is room for whole lines: notes at the foot stand on the page's grid.
    ``measure`` is how many letters a line has room for, of the text's own size, and
    ``wide_measure`` the same with the paper turned.
    """

    size: str
    height: str
    margins: str
    cover_margin: str
    measure: int
    wide_measure: int


@dataclass(frozen=True, slots=True)
class Look:
    """What the pages of an edition look like. ``text_size`` is in points.

    Its style ``sheets`` come one after the other; the last has the last word.
    """

    text_size: int
    sheets: tuple[str, ...]
    pages: dict[PageSize, Page]

    def page_of(self, publication: Publication) -> Page:
        """The paper that ``publication`` asks for."""
        return self.pages[publication.settings.editions.pdf.page_size]

    def style_sheet(self, publication: Publication, templates: Templates) -> str:
        """All the CSS of this look, for the publication's paper and page numbers."""
        page = self.page_of(publication)
        variables = (
            f":root {{ --page-size: {page.size}; --page-height: {page.height}; "
            f"--page-margins: {page.margins}; --cover-margin: {page.cover_margin} }}"
        )
        sheets = list(self.sheets)
        if publication.settings.editions.pdf.roman_front_matter:
            sheets.append("print/roman-front-matter.css")
        return "\n".join((variables, *map(templates.text, sheets)))


_A4 = Page("A4", "297mm", "27mm 34mm 28.7mm 40mm", "30mm 0 40mm", 60, 98)
PAGES: dict[PageSize, Page] = {
    "A4": _A4,
    "B5": Page("B5", "250mm", "22mm 21mm 24.8mm 24mm", "18mm 0 24mm", 58, 90),
    "A5": Page("A5", "210mm", "19mm 16mm 19.55mm 18mm", "14mm 0 18mm", 50, 77),
}
_LARGE = Page("A4", "297mm", "27mm 20mm 31.87mm 20mm", "20mm 0 20mm", 50, 75)

PRINT = Look(12, ("tokens.css", "print/print.css"), PAGES)
LARGE_PRINT = Look(
    18,
    ("tokens.css", "print/print.css", "print/large-print.css"),
    # Nothing smaller has room for such letters.
    {"A4": _LARGE, "B5": _LARGE, "A5": _LARGE},
)
