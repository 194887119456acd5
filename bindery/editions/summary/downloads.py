"""The other editions, as the summary offers them: what one gets, and what has been shown of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bindery.editions.making import Made
from bindery.vocabulary import words
from bindery.vocabulary.editions import (
    EDITIONS,
    EPUB_33,
    EPUB_ACCESSIBILITY,
    HTML,
    MATTERHORN,
    PDF_A_2A,
    PDF_A_4,
    PDF_UA_1,
    PDF_UA_2,
    READ_BACK,
    REFLOW,
    RULES,
    TEXT_SPACING,
    WCAG_AA,
    WTPDF,
    Edition,
)
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text

_MEANINGS = {
    PDF_UA_1: Text(nb="tilgjengelig PDF", en="accessible PDF"),
    PDF_UA_2: Text(nb="tilgjengelig PDF 2.0", en="accessible PDF 2.0"),
    PDF_A_2A: Text(nb="PDF for arkiv", en="PDF for archives"),
    PDF_A_4: Text(nb="PDF 2.0 for arkiv", en="PDF 2.0 for archives"),
    WTPDF: Text(nb="godt merket PDF", en="well-tagged PDF"),
    MATTERHORN: Text(nb="sjekkliste for tilgjengelig PDF", en="checklist of accessible PDF"),
    EPUB_33: Text(nb="e-bøker", en="e-books"),
    EPUB_ACCESSIBILITY: Text(nb="tilgjengelige e-bøker", en="accessible e-books"),
    WCAG_AA: Text(nb="tilgjengelig innhold", en="accessible content"),
    REFLOW: Text(nb="lesbart på smal skjerm", en="readable on a narrow screen"),
    TEXT_SPACING: Text(nb="lesbart med mer luft", en="readable with wider spacing"),
    HTML: Text(nb="nettsider", en="web pages"),
}
"""What a standard is about, in a reader's words."""

_OWN_CHECKS = {
    READ_BACK: Text(
        nb="Filen sier det samme som manuskriptet", en="The file says what the manuscript says"
    ),
    RULES: Text(
        nb="Filen har ingen av feilene som andre kontroller overser",
        en="The file has none of the faults that other checks overlook",
    ),
}
"""What bindery's own checks hold, which are nobody's standard."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A standard that checkers found no breach of, with its ``meaning`` where one is told.

    ``standard`` is empty where it is nobody's, and ``meaning`` says what has been shown.
    """

    standard: str
    meaning: str
    checkers: str
    needs_a_person: bool


@dataclass(frozen=True, slots=True)
class Download:
    """One of the other editions. ``size`` is in bytes, ``pages`` 0 where there are none."""

    edition: Edition
    address: str
    media_type: str
    title: str
    extent: str
    purpose: str
    size: int
    pages: int
    proofs: tuple[Proof, ...]


def downloads(
    publication: Publication,
    made: Mapping[str, Made],
    proven: Mapping[str, tuple[Evidence, ...]],
) -> Iterator[Download]:
    """Every edition that was ``made``, with what has been ``proven`` of it."""
    language = publication.metadata.language
    offered = ((row.offer, row) for row in EDITIONS if row.offer and row.name in made)
    for offer, row in sorted(offered, key=lambda pair: pair[0].place):
        if edition := made.get(row.name):
            size, pages = len(edition.content), edition.count if row.is_paged else 0
            weight = written_size(size, language)
            extent = words.PAGES_OF_SIZE.filled(pages=words.PAGES.counted(pages), size=weight)
            yield Download(
                edition=row,
                address=f"{publication.slug}{row.suffix}",
                media_type=row.media_type,
                title=offer.title.said_in(language),
                extent=extent.said_in(language) if pages else weight,
                purpose=offer.purpose.said_in(language),
                size=size,
                pages=pages,
                proofs=tuple(_proofs(proven.get(row.name, ()), language)),
            )


def _proofs(evidence: tuple[Evidence, ...], language: str) -> Iterator[Proof]:
    """The standards that something has passed and nothing has failed."""
    for standard in dict.fromkeys(one.standard for one in evidence):
        same = [one for one in evidence if one.standard == standard]
        outcomes = {one.outcome for one in same}
        if Outcome.PASSED in outcomes and Outcome.FAILED not in outcomes:
            passed = [one for one in same if one.outcome is Outcome.PASSED]
            checkers = dict.fromkeys(f"{one.checker} {one.version}".strip() for one in passed)
            own = _OWN_CHECKS.get(standard)
            meaning = own or _MEANINGS.get(standard)
            yield Proof(
                standard="" if own else standard,
                meaning=meaning.said_in(language) if meaning else "",
                checkers=", ".join(checkers),
                needs_a_person=Outcome.CANNOT_TELL in outcomes,
            )


def written_size(size: int, language: str) -> str:
    """A file's size as one reads it: ``62 kB``, ``1,4 MB`` (``1.4 MB`` in English)."""
    if size < 999_500:
        return f"{max(1, round(size / 1000))}\u00a0kB"
    written = f"{size / 1_000_000:.1f}\u00a0MB"
    return Text(nb=written.replace(".", ","), en=written).said_in(language)
