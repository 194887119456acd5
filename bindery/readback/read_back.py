"""Every finished edition, read back and compared with the Document it was made from."""

from collections.abc import Callable, Mapping
from functools import cached_property

from bindery import __version__
from bindery.document.model import Document
from bindery.finished.documents import UnreadableError
from bindery.finished.epub import read_epub
from bindery.finished.page import read_page
from bindery.finished.pdf.read import read_pdf
from bindery.finished.pdf.tagged import UnreadableEditionError
from bindery.readback.document.lost_words import lost_words
from bindery.readback.html.compare_html import compared_e_book, compared_summary
from bindery.readback.messages import E_BOOK, PDF, READABLE, SUMMARY, Compared, Near, fewer
from bindery.readback.passages import Book
from bindery.readback.pdf.compare_pdf import compared
from bindery.vocabulary.checker import Subject, Validator, one_by_one
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text, Unit, verbatim

__all__ = ["EDITIONS", "NAME", "PDFS", "STANDARD", "compared", "read_back"]

NAME = "bindery"
STANDARD = "bindery read-back"
PDFS = ("pdf", "pdf20", "large-print")
EDITIONS: Mapping[str, Text] = {**dict.fromkeys(PDFS, PDF), "epub": E_BOOK, "html": SUMMARY}
"""What each edition that is read back is called inside a sentence."""

PASSAGES = Unit(nb=("avsnitt", "avsnitt"), en=("passage", "passages"))
_UNREADABLE = Text(nb="{first} kan ikke leses: {why}.", en="{first} cannot be read: {why}.")


def read_back(document: Document) -> Validator:
    """The validator of every edition that says words. It needs nothing that is not installed."""
    standards = dict.fromkeys(EDITIONS, (STANDARD,))
    return Validator(NAME, standards, _never_missing, one_by_one(_validate(document)), of_book=True)


def _never_missing() -> Text | None:
    return None


def _validate(document: Document) -> Callable[[Subject], tuple[Evidence, ...]]:
    compare = _Comparer(document)

    def validate(subject: Subject) -> tuple[Evidence, ...]:
        try:
            examined, findings = compare(subject)
        except (UnreadableEditionError, UnreadableError) as error:
            near = Near(Location(subject.name), EDITIONS[subject.edition])
            message = _UNREADABLE.filled(first=near.first, why=verbatim(str(error)))
            examined, findings = 0, (READABLE.broken(near, message),)
        return (
            judged(
                checker=NAME,
                version=__version__,
                subject=subject.name,
                standard=STANDARD,
                examined=examined,
                unit=PASSAGES,
                findings=findings,
            ),
        )

    return validate


class _Comparer:
    """Holds one edition after the other against a Document, whose words are told once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._printed: dict[bool, Book] = {}

    @cached_property
    def _lost(self) -> tuple[Finding, ...]:
        """What no edition can have, because the Document has it not."""
        return tuple(lost_words(self._document))

    def __call__(self, subject: Subject) -> Compared:
        examined, findings = self._compared(subject)
        return examined, fewer((*self._lost, *findings))

    def _compared(self, subject: Subject) -> Compared:
        if subject.edition == "epub":
            return compared_e_book(read_epub(subject.output, subject.name), self._document)
        if subject.edition == "html":
            return compared_summary(read_page(subject.output, subject.name), self._document)
        return compared(read_pdf(subject.output), self._document, subject.name, self._printed)
