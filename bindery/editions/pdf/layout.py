"""Lay out the printed book, in parts where that can be, and write its files."""

from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import cast
from xml.etree import ElementTree

from bindery.document.directions import RIGHT_TO_LEFT
from bindery.editions.making import Made
from bindery.editions.pdf.apart import Apart
from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.fontconfig import write_configuration
from bindery.editions.pdf.orders import ApartError, Order, Styled, Wanted, Written
from bindery.editions.pdf.structure.standards import PDF_17, Standards
from bindery.tools.elsewhere import Here, Place
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper

LONG = 400_000
"""Bytes of XHTML from which on a book is laid out in parts. Each part, and the joining, takes time
of its own, which pays where there are many pages."""


def lay_out(
    page: bytes,
    css: str,
    files: BookFiles,
    fonts: Path,
    standards: tuple[Standards, ...] = (PDF_17,),
    *,
    beside: Place | None = None,
    keeper: Keeper = NOTHING_KEPT,
    in_parts: bool = False,
) -> Made:
    """A PDF of the same pages for each of ``standards``, the same bytes each time.

    ``page`` is the book as XHTML. ``files`` answers every address of an image or a style sheet;
    no other file can be read. ``fonts`` is a folder for the cache of fonts. The work is done
    ``beside``. A long book, and a short one if ``in_parts``, is laid out in parts if its styles
    allow it; parts that are as they were are recalled from ``keeper``.
    """
    beside = beside or Here()
    write_configuration(files.templates.fonts, fonts, files.templates.look.faces)
    tree = ElementTree.fromstring(page)  # noqa: S314 - our own tree, entities resolved
    styled = Styled(css, files, fonts, _has_both_directions(tree))
    wanted = Wanted(standards, sha256(page + css.encode()).hexdigest()[:32])
    written = None
    if in_parts or len(page) >= LONG:
        with suppress(ApartError):
            written = Apart(tree, styled, beside, keeper).written(wanted)
    if written is None:
        written = beside.run(_bind_whole, Order(page, styled), wanted)
    first, *others = written.files
    return Made(first, len(written.pagination), written.remarks, tuple(others), written.pagination)


def _bind_whole(order: Order, wanted: Wanted) -> Written:
    # Imported late, in the process that lays out: WeasyPrint takes longer than all the rest.
    joining = import_module("bindery.editions.pdf.joining")
    return cast(Written, joining.bind_whole(order, wanted))


def _has_both_directions(tree: ElementTree.Element) -> bool:
    return any(map(RIGHT_TO_LEFT.search, tree.itertext())) or tree.find(".//*[@dir]") is not None
