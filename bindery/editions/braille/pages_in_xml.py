"""PEF 1.0: the pages as Dotify lays them out, with the publication's metadata, and all in cells.

Dotify writes the numbers that it counts in digits of print, and a divided word's hyphen as one of
print. Both have the width of their cells, so that they are replaced in place.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from bindery.claims.proofread_braille import braille_summary
from bindery.editions.braille.book import BrailleBook
from bindery.tools.dotify import LayoutError

NS = "http://www.daisy.org/ns/2008/pef"
DC = "http://purl.org/dc/elements/1.1/"
_ROW = f"{{{NS}}}row"
_CELLS = str.maketrans({**dict(zip("1234567890", "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚", strict=True)), "-": "⠤", " ": "⠀"})
_SIX_DOTS = re.compile("[\u2800-\u283f]*")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)


def finished(laid_out: bytes, book: BrailleBook, moment: datetime) -> bytes:
    """The finished file. Raises ``LayoutError`` for a row that is too long, or no braille."""
    root = etree.fromstring(laid_out, _PARSER)
    for row in root.iter(_ROW):
        cells = (row.text or "").translate(_CELLS).rstrip("\u2800")
        if len(cells) > book.settings.cells or not _SIX_DOTS.fullmatch(cells):
            raise LayoutError(f"row: {cells}")
        row.text = cells or None
    head = next(root.iter(f"{{{NS}}}meta"))
    head[:] = []
    for name, value in _metadata(book, moment):
        etree.SubElement(head, f"{{{DC}}}{name}").text = value
    etree.indent(root, " ")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _metadata(book: BrailleBook, moment: datetime) -> Iterator[tuple[str, str]]:
    metadata = book.metadata
    yield "format", "application/x-pef+xml"
    yield "identifier", f"{metadata.identifier}:pef"
    yield "title", metadata.title
    authors = [one.name for one in metadata.contributors if one.role == "author"]
    for name in authors or [metadata.publisher]:
        yield "creator", name
    yield "publisher", metadata.publisher
    yield "language", metadata.language
    yield "date", moment.date().isoformat()
    yield "description", braille_summary(book.document.publication).text
    yield "source", metadata.identifier
    yield "rights", metadata.rights


def pages_in(pef: bytes) -> int:
    """How many pages a finished file has."""
    return sum(1 for _ in etree.fromstring(pef, _PARSER).iter(f"{{{NS}}}page"))
