"""ONIX for Books 3.0: the record for booksellers and libraries, a product for each edition.

Nothing is guessed: what is not known of a publication is left out, such as price and supplier.
The names are EDItEUR's reference names, release 3.0.
"""

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from bindery.claims.accessibility import Accessibility, accessibility_of
from bindery.document.model import Document
from bindery.reports.onix.accessibility import navigation_links
from bindery.reports.onix.product import Record, product
from bindery.reports.onix.record import element
from bindery.tools.writing import write_whole
from bindery.vocabulary.editions import EPUB, Output
from bindery.vocabulary.evidence import Evidence


def write_onix(
    path: Path,
    document: Document,
    outputs: tuple[Output, ...],
    proven: Mapping[str, tuple[Evidence, ...]],
) -> None:
    """Write the record of the ``outputs`` that are PDFs or an EPUB to ``path``.

    ``proven`` is what has passed its checks, edition by edition. The record is dated by the
    publication, as the editions are.
    """
    record = Record(document, _accessibility(document, outputs), outputs, proven)
    metadata = document.publication.metadata
    message = element(
        "ONIXMessage",
        element(
            "Header",
            element("Sender", element("SenderName", metadata.publisher)),
            element("SentDateTime", metadata.date.strftime("%Y%m%d")),
        ),
        *(product(output, record) for output in record.products),
        release="3.0",
    )
    etree.indent(message)
    text = etree.tostring(message, encoding="unicode")
    write_whole(path, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')


def _accessibility(document: Document, outputs: tuple[Output, ...]) -> Accessibility:
    """Return what the EPUB says of itself: it has printed page numbers if it has a page list."""
    epubs = (output.path for output in outputs if output.edition == EPUB)
    paged = any(navigation_links(path).get("page-list") for path in epubs)
    return accessibility_of(document, paged=paged)
