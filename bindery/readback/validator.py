"""Every finished PDF, read back and compared with the Document it was made from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from bindery import __version__
from bindery.document.model import Document
from bindery.readback.compare import Comparison
from bindery.readback.heard import HeardPdf, UnreadablePdfError
from bindery.readback.pdf import read_pdf
from bindery.readback.rules import READABLE
from bindery.readback.said import said
from bindery.readback.spoken import Spoken
from bindery.readback.ways_in import ways_in
from bindery.readback.whole import lost_headers, passed_over, presented
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text, verbatim
from bindery.vocabulary.validator import Subject, Validator, one_by_one

NAME = "bindery"
STANDARD = "bindery read-back"
EDITIONS = ("pdf", "pdf20", "large-print")
"""The editions that are PDFs."""

PASSAGES = Text(nb="avsnitt", en="passages")
MOST_AT_ONE_LINE = 5
"""Findings of one rule. An author sees what is wrong from fewer."""

_AND_MORE = Text(
    nb="Det samme gjelder {more} steder til her.", en="So it is in {more} more places."
)
_UNREADABLE = Text(nb="PDF-en kan ikke leses: {why}.", en="The PDF cannot be read: {why}.")


def read_back(document: Document) -> Validator:
    """The validator of every edition that is a PDF. It needs nothing that is not installed."""
    standards = dict.fromkeys(EDITIONS, (STANDARD,))
    return Validator(NAME, standards, _never_missing, one_by_one(_validate(document)))


def _never_missing() -> Text | None:
    return None


def _validate(document: Document) -> Callable[[Subject], tuple[Evidence, ...]]:
    def validate(subject: Subject) -> tuple[Evidence, ...]:
        try:
            examined, findings = compared(read_pdf(subject.output), document, subject.name)
        except UnreadablePdfError as error:
            message = _UNREADABLE.filled(why=verbatim(str(error)))
            examined = 0
            findings = (READABLE.broken(Location(subject.name), message),)
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


def compared(heard: HeardPdf, document: Document, subject: str) -> tuple[int, tuple[Finding, ...]]:
    """How many passages were looked for in a PDF, and every way in which it differs.

    ``subject`` is the PDF's path, as findings without a manuscript line write it.
    """
    spoken = Spoken(heard)
    comparison = Comparison(said(document, notes_apart=spoken.has_notes), spoken.book, subject)

    def all_findings() -> Iterator[Finding]:
        yield from presented(heard, document.publication.metadata)
        yield from comparison.findings()
        yield from lost_headers(heard, subject)
        yield from ways_in(
            heard, spoken.contents, comparison.said, comparison.counterparts, subject
        )
        yield from passed_over(heard, comparison.said, subject)

    return comparison.examined, tuple(fewer(dict.fromkeys(all_findings())))


def fewer(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings of a kind at one line, and how many more there are.

    A table whose every cell is wrong is told of once, not cell by cell.
    """
    kinds: dict[tuple[str, Location], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((finding.rule, finding.location), []).append(finding)
    for same in kinds.values():
        yield from same[:MOST_AT_ONE_LINE]
        if (more := len(same) - MOST_AT_ONE_LINE) > 0:
            yield replace(same[0], message=_AND_MORE.filled(more=more))
