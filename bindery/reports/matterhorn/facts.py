"""Facts about a finished PDF that arguments rest on. Each is looked for in the file as it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bindery.document.lists import TASK
from bindery.document.model import Document, has_class
from bindery.finished.pdf.tagged import FinishedPdf, PdfElement
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import squeezed


@dataclass(frozen=True, slots=True)
class _Names:
    known_types: frozenset[str]
    other_annotations: frozenset[str]


_NAMES = read(_Names, Path(__file__).with_suffix(".toml"))

REVIEWED = frozenset(
    {("Title", "P"), ("Em", "Span"), ("Strong", "Span"), ("Aside", "Sect"), ("FENote", "Note")}
)
"""Types of its own that a PDF may have, each with the standard type that is most like it."""

BULLETS = {"Disc": "•●", "Circle": "◦○", "Square": "▪■"}
"""What is drawn for each kind of bullet (ISO 32000-1, table 347)."""

_HEADING = re.compile(r"H[0-9]*")
_PIECES = re.compile("[\u239b-\u23b3]")
"""Pieces of brackets, of integrals and of other signs that stretch."""

_LINES_TO_WRITE_ON = re.compile(r"_{3,}|\.{8,}|…{3,}|☐|□")
_READ = re.compile(r"\w")

_HEADERS_AND_FOOTERS = frozenset({"Pagination/Header", "Pagination/Footer"})


def artifacts_are_known(pdf: FinishedPdf, document: Document) -> bool:
    """Whether all text that is not read is a running head, a folio or a repeated table header."""
    heads = {squeezed(one.text) for one in pdf.elements if _HEADING.fullmatch(one.role)}
    heads |= {squeezed(one.running_title) for one in document.chapters}
    heads.add(squeezed(document.publication.metadata.title))
    tables = [squeezed(one.text) for one in pdf.elements if one.role in ("THead", "TH")]
    return all(
        squeezed(text) in heads
        or text == page.label
        or not _READ.search(text)
        or any(squeezed(text) in one for one in tables)
        for page in pdf.pages
        for text in page.furniture
    )


def artifacts_are_headers_and_footers(pdf: FinishedPdf, _document: Document) -> bool:
    """Whether all text that is not read is marked as a page header or footer."""
    return all(
        kind in _HEADERS_AND_FOOTERS
        for page in pdf.pages
        for text, kind in zip(page.furniture, page.kinds, strict=True)
        if _READ.search(text)
    )


def types_are_known(pdf: FinishedPdf, _document: Document) -> bool:
    """Whether every structure element has a type that bindery gives."""
    return all(one.names <= _NAMES.known_types for one in pdf.elements)


def own_types_are_reviewed(pdf: FinishedPdf, _document: Document) -> bool:
    """Whether no type is mapped to another than the one that was reviewed."""
    mapped = {(one.tag, one.role) for one in pdf.elements if one.tag != one.role}
    return mapped <= REVIEWED


def no_pieces_of_brackets(pdf: FinishedPdf, _document: Document) -> bool:
    """Whether no brackets over several lines are drawn of pieces that would be read."""
    return not any(_PIECES.search(said.text) for root in pdf.roots for said in root.words())


def figures_have_no_other_text(pdf: FinishedPdf, _document: Document) -> bool:
    """Whether no figure has replacement text (``ActualText``) instead of an alternative."""
    return not any(one.replaced for one in pdf.elements if one.role == "Figure")


def linked_figures_are_described(pdf: FinishedPdf, _document: Document) -> bool:
    """Whether each figure in a link has an alternative text."""
    return all(
        (each.alternative or "").strip()
        for one in pdf.elements
        if one.role == "Link"
        for each in one.walk()
        if each.role == "Figure"
    )


def headings_are_h1_to_h6(pdf: FinishedPdf, _document: Document) -> bool:
    """Whether the level of every heading is a number from 1 to 6."""
    headings = {name for one in pdf.elements for name in one.names if _HEADING.fullmatch(name)}
    return headings <= {f"H{level}" for level in range(1, 7)}


def bullets_are_as_drawn(pdf: FinishedPdf, _document: Document) -> bool:
    """Whether a list with bullets of a kind is drawn with bullets of that kind."""
    return all(
        label in BULLETS.get(one.numbering, label)
        for one in pdf.elements
        if one.role == "L"
        for label in _labels(one)
    )


def _labels(of_list: PdfElement) -> Iterator[str]:
    """Yield the labels of the items that are not letters or numbers."""
    for item in of_list.children:
        for part in item.children if item.role == "LI" else ():
            if part.role == "Lbl" and (label := part.text.strip()):
                yield label


def only_links(pdf: FinishedPdf, _document: Document) -> bool:
    """Whether there are no annotations but links."""
    return not pdf.types & _NAMES.other_annotations


def nothing_to_fill_in(pdf: FinishedPdf, document: Document) -> bool:
    """Whether there are no lines to write on, and no boxes of tasks to tick."""
    if any(has_class(image, TASK) for image in document.body.iter("img")):
        return False
    return not any(_LINES_TO_WRITE_ON.search(root.text) for root in pdf.roots)
