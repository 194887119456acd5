"""The printed edition: a tagged PDF for reading and printing."""

from collections.abc import Mapping
from xml.etree import ElementTree

from bindery.document.edition import Edition, Made, Workshop
from bindery.document.model import Document
from bindery.editions.pdf.layout import BookFiles, lay_out
from bindery.editions.pdf.print_tree import print_tree
from bindery.manuscript.templates import Templates
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text


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
    page_size = publication.settings.editions.pdf.page_size
    sheets = (templates.text("tokens.css"), templates.text("print/print.css"))
    return "\n".join((f":root {{ --page-size: {page_size} }}", *sheets))


PDF = Edition(
    name="pdf",
    suffix=".pdf",
    unit=Text(nb="sider", en="pages"),
    make=make,
)
