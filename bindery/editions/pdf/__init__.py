"""The printed edition: a tagged PDF for reading and printing."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from bindery.document.edition import Edition, Made, Workshop
from bindery.document.model import Document
from bindery.editions.pdf.layout import BookFiles, lay_out
from bindery.editions.pdf.print_tree import print_tree
from bindery.manuscript.templates import Templates
from bindery.vocabulary.publication import PageSize, Publication
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Page:
    """A size of paper, with margins for a line of 60 to 70 letters and a hand to hold it."""

    size: str
    height: str
    margins: str
    cover_margin: str


PAGES: dict[PageSize, Page] = {
    "A4": Page("A4", "297mm", "27mm 34mm 30mm 40mm", "30mm 0 40mm"),
    "B5": Page("B5", "250mm", "22mm 21mm 25mm 24mm", "18mm 0 24mm"),
    "A5": Page("A5", "210mm", "19mm 16mm 21mm 18mm", "14mm 0 18mm"),
}


def make(document: Document, workshop: Workshop, _made: Mapping[str, Made]) -> Made:
    """The publication on pages."""
    publication, templates = document.publication, workshop.templates
    return workshop.beside.run(
        lay_out,
        ElementTree.tostring(print_tree(document, workshop)),
        style_sheet(publication, templates),
        BookFiles(publication.images, templates),
        workshop.work / "fontconfig",
    )


def style_sheet(publication: Publication, templates: Templates) -> str:
    """All the CSS of the printed page, of the size that the publication asks for."""
    page = PAGES[publication.settings.editions.pdf.page_size]
    sheets = (templates.text("tokens.css"), templates.text("print/print.css"))
    variables = (
        f":root {{ --page-size: {page.size}; --page-height: {page.height}; "
        f"--page-margins: {page.margins}; --cover-margin: {page.cover_margin} }}"
    )
    return "\n".join((variables, *sheets))


PDF = Edition(
    name="pdf",
    suffix=".pdf",
    unit=Text(nb="sider", en="pages"),
    make=make,
)
