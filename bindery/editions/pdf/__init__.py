"""The printed edition: a tagged PDF for reading and printing."""

from collections.abc import Mapping

from bindery.document.edition import Edition, Made, Workshop
from bindery.document.model import Document
from bindery.editions.pdf.fonts import use_only
from bindery.editions.pdf.layout import lay_out
from bindery.editions.pdf.print_tree import print_tree
from bindery.vocabulary.text import Text


def make(document: Document, workshop: Workshop, _made: Mapping[str, Made]) -> Made:
    """The publication on pages."""
    publication, templates = document.publication, workshop.templates
    use_only(templates.fonts, workshop.work / "fontconfig")
    page_size = publication.settings.editions.pdf.page_size
    css = "\n".join(
        (
            f":root {{ --page-size: {page_size} }}",
            templates.text("tokens.css"),
            templates.text("print/print.css"),
        )
    )

    def fetch(path: str) -> bytes:
        if path in publication.images:
            return publication.images[path]
        return templates.path(path).read_bytes()

    return lay_out(print_tree(document, workshop), css, fetch)


PDF = Edition(
    name="pdf",
    suffix=".pdf",
    unit=Text(nb="sider", en="pages"),
    make=make,
)
