"""The other editions, as the summary offers them: what one gets, and what has been shown of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bindery.editions.making import Made
from bindery.vocabulary import words
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of edition: its file ending, whether it has pages, and whom it is for."""

    suffix: str
    media_type: str
    title: Text
    purpose: Text
    paged: bool = True


_PDF, _EPUB = "application/pdf", "application/epub+zip"

_FORMATS = {
    "epub": Format(
        ".epub",
        _EPUB,
        Text(nb="E-bok (EPUB)", en="E-book (EPUB)"),
        Text(
            nb="Leses på telefon, nettbrett eller datamaskin, med øynene, ørene eller fingrene. "
            "Skrift, farger og linjer tilpasser seg deg.",
            en="To read on a phone, tablet or computer, with eyes, ears or fingers. Type, colours "
            "and lines adapt to you.",
        ),
        paged=False,
    ),
    "pdf": Format(
        ".pdf",
        _PDF,
        Text(nb="PDF for skjerm og utskrift", en="PDF for screen and print"),
        Text(
            nb="Faste sider, som på papir. Skjermlesere kan lese den.",
            en="Fixed pages, as on paper. Screen readers can read it.",
        ),
    ),
    "large-print": Format(
        "-large-print.pdf",
        _PDF,
        Text(nb="PDF med stor skrift", en="PDF in large print"),
        Text(
            nb="Samme tekst med bokstaver på 18 punkt eller mer, til å skrive ut.",
            en="The same text in letters of 18 points or more, to print.",
        ),
    ),
    "pdf20": Format(
        "-pdf20.pdf",
        _PDF,
        Text(nb="PDF 2.0", en="PDF 2.0"),
        Text(
            nb="De samme sidene for nyere programmer, med mer for skjermlesere.",
            en="The same pages for newer software, with more for screen readers.",
        ),
    ),
}
"""The editions that are offered where they are made, in the order they are offered."""

_MEANINGS = {
    "PDF/UA-1": Text(nb="tilgjengelig PDF", en="accessible PDF"),
    "PDF/UA-2": Text(nb="tilgjengelig PDF 2.0", en="accessible PDF 2.0"),
    "PDF/A-2a": Text(nb="PDF for arkiv", en="PDF for archives"),
    "PDF/A-4": Text(nb="PDF 2.0 for arkiv", en="PDF 2.0 for archives"),
    "WTPDF 1.0 Accessibility": Text(nb="godt merket PDF", en="well-tagged PDF"),
    "Matterhorn Protocol 1.1": Text(
        nb="sjekkliste for tilgjengelig PDF", en="checklist of accessible PDF"
    ),
    "EPUB 3.3": Text(nb="e-bøker", en="e-books"),
    "EPUB Accessibility 1.1": Text(nb="tilgjengelige e-bøker", en="accessible e-books"),
    "WCAG 2.2 AA": Text(nb="tilgjengelig innhold", en="accessible content"),
    "WCAG 2.2, 1.4.10": Text(nb="lesbart på smal skjerm", en="readable on a narrow screen"),
    "WCAG 2.2, 1.4.12": Text(nb="lesbart med mer luft", en="readable with wider spacing"),
    "HTML": Text(nb="nettsider", en="web pages"),
}
"""What a standard is about, in a reader's words."""

_OWN_CHECKS = {
    "bindery read-back": Text(
        nb="Filen sier det samme som manuskriptet", en="The file says what the manuscript says"
    ),
    "bindery rules": Text(
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

    edition: str
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
    for name, kind in _FORMATS.items():
        if edition := made.get(name):
            size, pages = len(edition.content), edition.count if kind.paged else 0
            weight = written_size(size, language)
            extent = words.PAGES_OF_SIZE.filled(pages=words.PAGES.counted(pages), size=weight)
            yield Download(
                edition=name,
                address=f"{publication.slug}{kind.suffix}",
                media_type=kind.media_type,
                title=kind.title.said_in(language),
                extent=extent.said_in(language) if pages else weight,
                purpose=kind.purpose.said_in(language),
                size=size,
                pages=pages,
                proofs=tuple(_proofs(proven.get(name, ()), language)),
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
