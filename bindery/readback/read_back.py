"""Read every finished edition back and compare it with the Document it was made from."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, cast

from bindery import __version__
from bindery.document.model import Document
from bindery.finished.braille_pages import in_cells
from bindery.finished.documents import UnreadableError
from bindery.finished.opened import opened
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.manuscript.source import Manuscript
from bindery.readback.braille.brf_tables import TABLES
from bindery.readback.braille.compare_ebraille import compared_ebraille
from bindery.readback.braille.compare_pages import compared_pages, same_pages
from bindery.readback.document.lost_words import lost_words
from bindery.readback.html.compare_html import compared_e_book, compared_summary
from bindery.readback.messages import READABLE, Compared, Near, fewer
from bindery.readback.passages import Book
from bindery.readback.pdf.compare_pdf import compared_pdf
from bindery.vocabulary.checker import Checker, Subject, one_by_one
from bindery.vocabulary.editions import (
    BRF_TYPE,
    EBRAILLE_TYPE,
    EPUB,
    EPUB_TYPE,
    HTML_TYPE,
    PDF,
    PDF_TYPE,
    PEF,
    PEF_TYPE,
    READ_BACK,
)
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text, Unit, verbatim

NAME = "bindery"

PASSAGES = Unit(nb=("avsnitt", "avsnitt"), en=("passage", "passages"))
WORDS = Unit(nb=("ord", "ord"), en=("word", "words"))
_UNREADABLE = Text(nb="{first} kan ikke leses: {why}.", en="{first} cannot be read: {why}.")


class Expected:
    """What editions must say, taken from the Document once for all that are compared with it."""

    def __init__(self, document: Document, manuscript: Manuscript) -> None:
        self.document = document
        self.printed: dict[bool, Book] = {}
        self._manuscript = manuscript

    @cached_property
    def lost(self) -> tuple[Finding, ...]:
        """What no edition can have, because the Document does not have it."""
        return tuple(lost_words(self.document, self._manuscript))


def _opened(subject: Subject) -> Any:
    return opened(subject.output, subject.edition.media_type, subject.name)


def _pdf(subject: Subject, expected: Expected) -> Compared:
    return compared_pdf(_opened(subject), expected.document, subject.name, expected.printed)


def _e_book(subject: Subject, expected: Expected) -> Compared:
    return compared_e_book(_opened(subject), expected.document, _pdf_beside(subject, expected))


def _summary(subject: Subject, expected: Expected) -> Compared:
    return compared_summary(_opened(subject), expected.document)


def _ebraille(subject: Subject, expected: Expected) -> Compared:
    return compared_ebraille(_opened(subject), expected.document, _e_book_beside(subject, expected))


def _pef(subject: Subject, expected: Expected) -> Compared:
    e_book = _e_book_beside(subject, expected)
    return compared_pages(_opened(subject), expected.document, subject.edition.called, e_book)


def _brf(subject: Subject, expected: Expected) -> Compared:
    table = expected.document.publication.settings.editions.braille.brf_table
    pages = in_cells(_opened(subject), TABLES[table])
    e_book = _e_book_beside(subject, expected)
    count, findings = compared_pages(pages, expected.document, subject.edition.called, e_book)
    beside = subject.output.with_suffix(PEF.suffix)
    other = opened(beside, PEF_TYPE).pages if beside.is_file() else pages.pages
    return count, (*findings, *same_pages(pages, other, subject.edition.called))


def _e_book_beside(subject: Subject, expected: Expected) -> Any:
    """The e-book of the same build, which has the printed pages; ``None`` if it is not there."""
    path = subject.output.with_name(f"{expected.document.publication.slug}{EPUB.suffix}")
    return opened(path, EPUB_TYPE) if path.is_file() else None


def _pdf_beside(subject: Subject, expected: Expected) -> FinishedPdf | None:
    """The PDF of the same build; ``None`` if it is not there, or cannot be read."""
    path = subject.output.with_name(f"{expected.document.publication.slug}{PDF.suffix}")
    try:
        return cast(FinishedPdf, opened(path, PDF_TYPE)) if path.is_file() else None
    except UnreadableError:
        return None


READERS: Mapping[str, Callable[[Subject, Expected], Compared]] = {
    PDF_TYPE: _pdf,
    EPUB_TYPE: _e_book,
    HTML_TYPE: _summary,
    EBRAILLE_TYPE: _ebraille,
    PEF_TYPE: _pef,
    BRF_TYPE: _brf,
}
"""How the words of an edition are read and compared, by the media type of its file."""


def read_back(document: Document, manuscript: Manuscript) -> Checker:
    """Return the checker of every edition with text. It needs no outside program."""
    expected = Expected(document, manuscript)
    check = one_by_one(lambda subject: (_evidence(subject, expected),))
    return Checker(NAME, (READ_BACK,), _never_missing, check, of_book=True, computes_here=True)


def _never_missing() -> Text | None:
    return None


def _evidence(subject: Subject, expected: Expected) -> Evidence:
    try:
        examined, findings = READERS[subject.edition.media_type](subject, expected)
        findings = fewer((*expected.lost, *findings))
    except UnreadableError as error:
        near = Near(Location(subject.name), subject.edition.called)
        message = _UNREADABLE.filled(first=near.first, why=verbatim(str(error)))
        examined, findings = 0, (READABLE.broken(near, message),)
    return judged(
        checker=NAME,
        version=__version__,
        subject=subject.name,
        standard=READ_BACK,
        examined=examined,
        unit=WORDS if subject.edition.is_braille else PASSAGES,
        findings=findings,
    )
