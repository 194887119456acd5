"""The printed editions: tagged PDFs for reading and printing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from xml.etree import ElementTree

from bindery.document.draft import DRAFT_SHEET, label_of
from bindery.document.drawings import is_drawing
from bindery.document.logo import logo_path
from bindery.document.model import Document
from bindery.document.paper import TEXT_SIZE
from bindery.document.pictures.shown import MOST_PIXELS_IN_PRINT, can_be_shown, fitting
from bindery.document.svg.plain import plain_drawing
from bindery.editions.making import Made, Maker, Workshop
from bindery.editions.pdf import looks
from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.drawn_formulas import Shrunk
from bindery.editions.pdf.layout import lay_out
from bindery.editions.pdf.looks import Look
from bindery.editions.pdf.missing_letters import told_once
from bindery.editions.pdf.pictures import cover_picture
from bindery.editions.pdf.print_tree import print_tree
from bindery.editions.pdf.small_letters import too_small
from bindery.editions.pdf.structure.standards import PDF_17, PDF_20, Standards
from bindery.editions.pdf.stuck import StuckError
from bindery.manuscript.addresses import file_at
from bindery.manuscript.files import SETTINGS
from bindery.manuscript.templates import Templates
from bindery.vocabulary.editions import LARGE_PRINT, PDF, PDF20


def _printed(look: Look) -> Callable[[Document, Workshop, Mapping[str, Made]], Made]:
    """The function that makes an edition with this look."""

    def make(document: Document, workshop: Workshop, _made: Mapping[str, Made]) -> Made:
        """Lay out the publication on pages."""
        templates = workshop.templates
        shrunk: list[Shrunk] = []
        try:
            printed = lay_out(
                ElementTree.tostring(print_tree(document, workshop, look, shrunk)),
                "\n".join((look.style_sheet(document, templates), *_of_draft(document, templates))),
                BookFiles(_printable(document, look), templates),
                workshop.work / "fontconfig",
                _standards(document, look),
                beside=workshop.beside,
                keeper=workshop.keeper,
                in_parts=workshop.again_soon,
            )
        except StuckError as error:
            raise error.told(document) from error
        told = told_once(printed.remarks, document)
        placed = tuple(look.placed(one, document, templates) for one in told)
        return replace(printed, remarks=placed, findings=tuple(too_small(shrunk, look)))

    return make


pages_alone = _printed(looks.PRINT)
"""Lay out the pages, without a picture of the cover."""

_COVER = "print/cover.svg"
"""The name by which the style sheet asks for the cover's picture."""


def _printable(document: Document, look: Look) -> dict[str, bytes]:
    """Every image that the book shows by its path, as it is printed.

    A drawing is as many times larger as the text is, up to the width of the text.
    """
    images, pictures = document.publication.images, document.pictures
    names = {path: path for image in document.body.iter("img") if (path := image.get("src") or "")}
    if logo := logo_path(document.publication):
        names[logo] = logo
    if cover := document.publication.settings.brand.cover:
        path = file_at(cover, SETTINGS, images)
        # A picture that cannot be shown leaves the templates' own.
        names[_COVER] = path if path in images and can_be_shown(path, images[path]) else ""
    return {
        name: plain_drawing(images[path]).for_print(look.text_size / TEXT_SIZE)
        if is_drawing(path)
        else fitting(pictures[path], MOST_PIXELS_IN_PRINT).content
        for name, path in sorted(names.items())
        if path in images
    }


def _with_cover(document: Document, workshop: Workshop, made: Mapping[str, Made]) -> Made:
    """Make the PDF, and a picture of its cover for the e-book."""
    printed = pages_alone(document, workshop, made)
    return replace(printed, cover=cover_picture(printed.content))


def _of_draft(document: Document, templates: Templates) -> Iterator[str]:
    """The style sheets of a draft."""
    if document.draft:
        yield from map(templates.text, (DRAFT_SHEET, "print/draft.css"))


def _standards(document: Document, look: Look) -> tuple[Standards, ...]:
    """PDF 1.7, which all software opens, and PDF 2.0 of the same pages if it is asked for."""
    newer = look is looks.PRINT and document.publication.settings.editions.pdf20.enabled
    label = label_of(document)
    return tuple(replace(one, draft=label) for one in ((PDF_17, PDF_20) if newer else (PDF_17,)))


def _same_pages(_document: Document, _workshop: Workshop, made: Mapping[str, Made]) -> Made:
    """The pages of the first PDF, in a file that conforms to newer standards."""
    first = made[PDF.name]
    return Made(first.also[0], first.count)


MAKES_PDF = Maker(PDF, _with_cover)
MAKES_PDF20 = Maker(
    PDF20, _same_pages, lambda publication: publication.settings.editions.pdf20.enabled
)
MAKES_LARGE_PRINT = Maker(
    LARGE_PRINT,
    _printed(looks.LARGE_PRINT),
    lambda publication: publication.settings.editions.large_print.enabled,
)
