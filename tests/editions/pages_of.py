"""What is on each page: in the e-book between two markers, and in the PDF as MuPDF sees it."""

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise

import pymupdf
from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
_TAGS = """p li h1 h2 h3 h4 h5 h6 td th dt dd caption figcaption pre div section aside blockquote
table tr thead tbody ul ol dl figure nav body"""
BLOCKS = frozenset(f"{XHTML}{tag}" for tag in _TAGS.split())
_SOFT_HYPHENATED = re.compile(r"\S*\u00ad\S*")
_APART = ("line", "verse", "way-back")
UNPRINTED = frozenset({"doc-endnotes", "doc-cover", "img"})
"""Roles of what stands elsewhere on paper, or has words that are drawn."""


@dataclass
class Marked:
    """The pieces of blocks between a marker and the next; ``broken`` where the last one goes on."""

    folio: str
    pieces: list[str] = field(default_factory=list)
    broken: bool = False


def marked_pages(epub: bytes) -> list[Marked]:
    """The e-book's text by the markers in it, in reading order."""
    pages = [Marked("")]
    with zipfile.ZipFile(BytesIO(epub)) as archive:
        for name in spine(archive):
            (body,) = etree.fromstring(archive.read(f"EPUB/{name}")).iter(f"{XHTML}body")
            for event in _events(body):
                if isinstance(event, Marked):
                    pages.append(event)
                elif event is None:
                    pages[-1].pieces.append("")
                elif pages[-1].pieces:
                    pages[-1].pieces[-1] += event
                else:
                    pages[-1].pieces.append(event)
    for here, there in pairwise(pages):
        here.broken = any(map(str.strip, here.pieces[-1:])) and bool(there.pieces[0].strip())
    return pages


def spine(archive: zipfile.ZipFile) -> list[str]:
    """The names of the content documents, in reading order."""
    package = etree.fromstring(archive.read("EPUB/content.opf"))
    names = {item.get("id"): item.get("href") or "" for item in package.iter(f"{OPF}item")}
    return [names[item.get("idref")] for item in package.iter(f"{OPF}itemref")]


def _events(element: etree._Element) -> Iterator[Marked | str | None]:
    """Text as it comes, ``None`` where a block begins or ends, and the markers."""
    if element.get("role") == "doc-pagebreak":
        yield Marked(element.get("aria-label") or "")
    elif _is_unprinted(element):
        for marker in element.iter(f"{XHTML}span"):
            if marker.get("role") == "doc-pagebreak":
                yield Marked(marker.get("aria-label") or "")
    elif element.get("class") == "place":
        # The index has «side 12» in the e-book, and 12 in print.
        yield (element.text or "").rpartition(" ")[2]
    else:
        # On paper a way back ends with its page, and a line of code may begin with its number.
        # The second mark of a note names the page of the first.
        block = element.tag in BLOCKS or element.get("class") in _APART
        block = block or element.get("role") == "doc-noteref"
        if block:
            yield None
        yield element.text or ""
        for child in element:
            yield from _events(child)
            yield child.tail or ""
        if block:
            yield None


def _is_unprinted(element: etree._Element) -> bool:
    heard = element.get("class") == "heard"
    return heard or element.get("role") in UNPRINTED or not str(element.tag).startswith(XHTML)


def printed_pages(pdf: bytes) -> list[str]:
    """Each page's letters and digits, as MuPDF reads them."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        return [letters(page.get_text()) for page in opened]


def letters(text: str) -> str:
    """``text`` without what a line break can change: spaces, hyphens, punctuation.

    The page that a reference says it leads to is only in print.
    """
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", _PAGE_SAID.sub(" ", text))))


_PAGE_SAID = re.compile(r"(?:på\s+side|on\s+page)\s+\d+")


def astray(pages: list[Marked], printed: list[str]) -> list[str]:
    """The text between two markers that is not on that page of the PDF, each with its folio.

    A word that is broken over two pages belongs to the first. MuPDF reads letters after a soft
    hyphen twice.
    """
    return [
        f"{page.folio}: {piece}"
        for page, paper in zip(pages, printed, strict=True)
        for number, piece in enumerate(page.pieces, start=1)
        for part in _SOFT_HYPHENATED.split(_whole_words(piece, page, number))
        if letters(part) not in paper
    ]


def _whole_words(piece: str, page: Marked, number: int) -> str:
    if page.broken and number == len(page.pieces):
        return piece.rstrip().rpartition(" ")[0]
    return piece
