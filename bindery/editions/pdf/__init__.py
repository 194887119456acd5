"""The printed editions: tagged PDFs for reading and printing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from xml.etree import ElementTree

from bindery.document.model import Document
from bindery.editions.making import Edition, Made, Workshop
from bindery.editions.pdf import looks
from bindery.editions.pdf.layout import BookFiles, lay_out
from bindery.editions.pdf.looks import Look
from bindery.editions.pdf.metadata import PDF_17, PDF_20, Standards
from bindery.editions.pdf.pictures import PICTURE, cover_picture
from bindery.editions.pdf.print_tree import print_tree
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.words import PAGES


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
            _standards(publication, look),
        )

    return make


def _with_cover(document: Document, workshop: Workshop, made: Mapping[str, Made]) -> Made:
    """The publication on pages, and a picture of its cover for the e-book."""
    printed = _printed(looks.PRINT)(document, workshop, made)
    return replace(printed, cover=cover_picture(printed.content))


def _standards(publication: Publication, look: Look) -> tuple[Standards, ...]:
    """PDF 1.7, which all software opens, and PDF 2.0 of the same pages where it is asked for."""
    newer = look is looks.PRINT and publication.settings.editions.pdf20.enabled
    return (PDF_17, PDF_20) if newer else (PDF_17,)


def _same_pages(_document: Document, _workshop: Workshop, made: Mapping[str, Made]) -> Made:
    """The pages of the first PDF, in a file that keeps newer standards."""
    first = made["pdf"]
    return Made(first.also[0], first.count)


__all__ = ["LARGE_PRINT", "PDF", "PDF20", "PICTURE"]

PDF = Edition(name="pdf", suffix=".pdf", unit=PAGES, make=_with_cover)
PDF20 = Edition(
    name="pdf20",
    suffix="-pdf20.pdf",
    unit=PAGES,
    make=_same_pages,
    wanted=lambda publication: publication.settings.editions.pdf20.enabled,
)
LARGE_PRINT = Edition(
    name="large-print",
    suffix="-large-print.pdf",
    unit=PAGES,
    make=_printed(looks.LARGE_PRINT),
    wanted=lambda publication: publication.settings.editions.large_print.enabled,
)
