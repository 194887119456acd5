"""From laid-out pages to files: draw once, then add the structure that each standard requires."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import pydyf
import weasyprint
from weasyprint.pdf import generate_pdf

from bindery.document.contents import PageStart, Pagination
from bindery.editions.pdf.metadata import About, xmp
from bindery.editions.pdf.pdf_file import file_of, pack
from bindery.editions.pdf.structure.annotations import (
    Destinations,
    Label,
    labels,
    number_tree,
    printed,
)
from bindery.editions.pdf.structure.marks import PageMarks
from bindery.editions.pdf.structure.objects import text_string
from bindery.editions.pdf.structure.seam import lines_remembered, marking, texts_split
from bindery.editions.pdf.structure.standards import Standards
from bindery.editions.pdf.structure.tree import Tree, build_tree, hidden, numbered, owners
from bindery.editions.pdf.structure.walk import Walk
from bindery.editions.pdf.structure.write import write_tree
from bindery.locales.writing_direction import is_right_to_left

__all__ = ["Written", "lines_remembered", "texts_split", "write_files"]


class Written(NamedTuple):
    """The finished files, and where their pages start."""

    files: Sequence[bytes]
    pagination: Pagination = ()


def write_files(
    laid_out: Any, html: Element, standards: Sequence[Standards], identifier: str
) -> Written:
    """One file for each of ``standards``, in order. ``identifier`` is 32 hexadecimal digits."""
    numbers = numbered(html)
    walk = Walk(owners(html, numbers), hidden(html, numbers))
    walk.read(laid_out.pages)
    forms: list[Any] = []
    options = weasyprint.DEFAULT_OPTIONS | {"output_intent": "srgb"}
    with marking(walk, forms):
        pdf = generate_pdf(laid_out, None, 1, **options)
    book = _Book(
        tree=build_tree(html, numbers, walk.pages),
        pages=walk.pages,
        forms=forms,
        labels=labels([page.folio for page in walk.pages]),
        about=_about(laid_out.metadata),
    )
    drawn = _Drawn(pdf)
    files = []
    for one in standards:
        drawn.begin()
        _finish(pdf, book, one)
        pack(pdf)
        files.append(file_of(pdf, one.pdf, identifier))
    starts = tuple(
        PageStart(printed(label), *page.begins_at)
        for label, page in zip(book.labels, walk.pages, strict=True)
    )
    return Written(files, starts)


@dataclass(frozen=True, slots=True)
class _Book:
    """The book's data besides the drawn pages. ``forms`` are its form XObjects."""

    tree: Tree
    pages: Sequence[PageMarks]
    forms: Sequence[Any]
    labels: Sequence[Label]
    about: About


def _finish(pdf: pydyf.PDF, book: _Book, standards: Standards) -> None:
    """Give ``pdf`` structure, links, bookmarks, page labels and metadata."""
    written = write_tree(pdf, book.tree, book.forms, standards)
    destinations = Destinations(pdf, book.tree, written, book.pages, book.labels)
    destinations.write_links(book.about.language)
    destinations.write_bookmarks()
    catalog = pdf.catalog
    catalog["PageLabels"] = number_tree(book.labels)
    catalog["Lang"] = text_string(book.about.language)
    catalog["MarkInfo"] = "<</Marked true>>"
    # The pages of a book in Arabic are turned from left to right, and shown so two at a time.
    direction = "/Direction/R2L" if is_right_to_left(book.about.language) else ""
    catalog["ViewerPreferences"] = f"<</DisplayDocTitle true{direction}>>"
    catalog["OutputIntents"][0]["S"] = "/GTS_PDFA1"
    packet = {"Type": "/Metadata", "Subtype": "/XML"}
    # Not compressed: archives search the raw file for it.
    metadata = pydyf.Stream([xmp(book.about, standards, files="Names" in catalog)], packet)
    pdf.add_object(metadata)
    catalog["Metadata"] = metadata.reference
    if not standards.information:
        pdf.info.clear()


class _Drawn:
    """The file as it was drawn, to which each set of standards adds its own."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._objects = len(pdf.objects)
        self._catalog = dict(pdf.catalog)
        self._info = dict(pdf.info)

    def begin(self) -> None:
        """Remove what was added for other standards."""
        del self._pdf.objects[self._objects :]
        self._pdf.catalog.clear()
        self._pdf.catalog.update(self._catalog)
        self._pdf.info.clear()
        self._pdf.info.update(self._info)


def _about(metadata: Any) -> About:
    return About(
        title=metadata.title or "",
        authors=tuple(metadata.authors),
        description=metadata.description or "",
        language=metadata.lang or "",
        generator=metadata.generator or "",
        producer=f"WeasyPrint {weasyprint.VERSION}",
        created=metadata.created or "",
    )
