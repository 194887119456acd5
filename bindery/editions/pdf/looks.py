"""The looks of printed editions: size of letters, paper and style sheets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bindery.document.logo import LOGO, logo_path
from bindery.document.model import SAYS_PAGE, Document, Element
from bindery.document.paper import LARGE_PRINT_PAPER, LARGE_TEXT_SIZE, PAPER, TEXT_SIZE, Page
from bindery.editions.needed_sheets import needed_sheets
from bindery.locales.writing_direction import is_right_to_left
from bindery.manuscript.templates import Templates
from bindery.vocabulary import editions
from bindery.vocabulary.publication import PageSize, Publication


@dataclass(frozen=True, slots=True)
class Look:
    """The look of an edition's pages. ``text_size`` is in points.

    Of the style ``sheets``, later ones override earlier ones.
    """

    text_size: int
    sheets: tuple[str, ...]
    pages: dict[PageSize, Page]

    def page_of(self, publication: Publication) -> Page:
        """The paper for ``publication``."""
        return self.pages[publication.settings.editions.pdf.page_size]

    def style_sheet(self, document: Document, templates: Templates) -> str:
        """All the CSS of this look, for the document's paper, page numbers and direction."""
        publication = document.publication
        page = self.page_of(publication)
        if is_right_to_left(publication.metadata.language):
            page = page.mirrored()
        variables = (
            f":root {{ --page-size: {page.size}; --page-height: {page.height}; "
            f"--page-margins: {page.margins}; --cover-margin: {page.cover_margin} }}"
        )
        return "\n".join((variables, *map(templates.text, self._sheets_of(document, templates))))

    def _sheets_of(self, document: Document, templates: Templates) -> list[str]:
        publication = document.publication
        is_roman = publication.settings.editions.pdf.roman_front_matter
        roman = (editions.ROMAN_FRONT_MATTER, editions.ROMAN_CHAPTERS)
        named = any(one.affiliation for one in publication.metadata.contributors)
        also = {"cover", "contributor", "title", "subtitle"} if named else set[str]()
        also.update(_added_in_print(document.body))
        if logo_path(publication):
            also.update({"cover", LOGO})
        wanted = [one for one in self.sheets if is_roman or one not in roman]
        sheets = list(needed_sheets(wanted, templates.text, (document.body,), also))
        if is_right_to_left(publication.metadata.language):
            sheets.append(editions.RIGHT_TO_LEFT)
        return sheets

    def placed(self, remark: str, document: Document, templates: Templates) -> str:
        """WeasyPrint's ``remark`` on a line of the style sheet, with the file and line it is in."""
        found = _AT_LINE.search(remark)
        if found is None:
            return remark
        left = int(found["line"]) - 1
        for name in self._sheets_of(document, templates):
            lines = templates.text(name).count("\n") + 1
            if 0 < left <= lines:
                return f"{remark[: found.start()]}at templates/{name}:{left}{remark[found.end() :]}"
            left -= lines
        return remark


def _added_in_print(body: Element) -> Iterator[str]:
    """The classes of what print alone adds to references, and to a note's second mark."""
    marks: set[str] = set()
    for link in body.iter("a"):
        if SAYS_PAGE in link.attrib:
            yield "at-page"
        if link.get("role") == "doc-noteref":
            address = link.get("href") or ""
            if address in marks:
                yield "elsewhere"
            marks.add(address)


_AT_LINE = re.compile(r"\bat (?P<line>\d+):\d+")

PRINT = Look(TEXT_SIZE, editions.PDF.sheets, PAPER)
LARGE_PRINT = Look(
    LARGE_TEXT_SIZE,
    editions.LARGE_PRINT.sheets,
    {"A4": LARGE_PRINT_PAPER, "B5": LARGE_PRINT_PAPER, "A5": LARGE_PRINT_PAPER},
)
