"""The printed editions: tagged PDFs for reading and printing."""

from collections.abc import Callable, Mapping
from xml.etree import ElementTree

from bindery.document.edition import Edition, Made, Workshop
from bindery.document.model import Document
from bindery.editions.pdf import looks
from bindery.editions.pdf.layout import BookFiles, lay_out
from bindery.editions.pdf.looks import Look
from bindery.editions.pdf.print_tree import print_tree
from bindery.vocabulary.text import Text

_PAGES = Text(nb="sider", en="pages")


def _printed(look: Look) -> Callable[[Document, Workshop, Mapping[str, Made]], Made]:
    """How to make an edition that looks like this."""

    def make(document: Document, workshop: Workshop, _made: Mapping[str, Made]) -> Made:
        """The publication on pages."""
        publication, templates = document.publication, workshop.templates
        return workshop.beside.run(
            lay_out,
            ElementTree.tostring(print_tree(document, workshop, look)),
            look.style_sheet(publication, templates),
            BookFiles(publication.images, templates),
            workshop.work / "fontconfig",
        )

    return make


PDF = Edition(name="pdf", suffix=".pdf", unit=_PAGES, make=_printed(looks.PRINT))
LARGE_PRINT = Edition(
    name="large-print",
    suffix="-large-print.pdf",
    unit=_PAGES,
    make=_printed(looks.LARGE_PRINT),
    wanted=lambda publication: publication.settings.editions.large_print.enabled,
)
