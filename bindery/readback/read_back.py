"""Read every finished edition back and compare it with the Document it was made from."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from bindery import __version__
from bindery.document.model import Document
from bindery.finished.documents import UnreadableError
from bindery.finished.opened import opened
from bindery.manuscript.source import Manuscript
from bindery.readback.document.lost_words import lost_words
from bindery.readback.html.compare_html import compared_e_book, compared_summary
from bindery.readback.messages import READABLE, Compared, Near, fewer
from bindery.readback.passages import Book
from bindery.readback.pdf.compare_pdf import compared_pdf
from bindery.vocabulary.checker import Checker, Subject, one_by_one
from bindery.vocabulary.editions import EPUB_TYPE, HTML_TYPE, PDF_TYPE, READ_BACK
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text, Unit, verbatim

NAME = "bindery"

PASSAGES = Unit(nb=("avsnitt", "avsnitt"), en=("passage", "passages"))
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
    return compared_e_book(_opened(subject), expected.document)


def _summary(subject: Subject, expected: Expected) -> Compared:
    return compared_summary(_opened(subject), expected.document)


READERS: Mapping[str, Callable[[Subject, Expected], Compared]] = {
    PDF_TYPE: _pdf,
    EPUB_TYPE: _e_book,
    HTML_TYPE: _summary,
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
        unit=PASSAGES,
        findings=findings,
    )
