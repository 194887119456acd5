"""The other editions as downloads in the summary: their content, and what has been proved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bindery.claims.proofread_braille import who_has_read
from bindery.editions.making import Made
from bindery.locales import Locale, Word, locale_of
from bindery.vocabulary.editions import EBRAILLE, EDITIONS, PEF, Edition
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.publication import Publication


@dataclass(frozen=True, slots=True)
class Proof:
    """A standard that checkers found no breach of, with its ``meaning`` if known.

    ``standard`` is empty if it is not a public one; then ``meaning`` says what was proved.
    """

    standard: str
    meaning: Word | None
    checkers: str
    needs_a_person: bool


@dataclass(frozen=True, slots=True)
class Download:
    """One of the other editions. ``size`` is in bytes, ``pages`` 0 if it has none."""

    edition: Edition
    address: str
    media_type: str
    title: Word
    extent: Word
    purpose: Word
    size: int
    pages: int
    proofs: tuple[Proof, ...]


def downloads(
    publication: Publication,
    made: Mapping[str, Made],
    proven: Mapping[str, tuple[Evidence, ...]],
) -> Iterator[Download]:
    """Every edition that was ``made``, with what has been ``proven`` about it."""
    locale = locale_of(publication.metadata.language)
    for row in sorted(EDITIONS, key=lambda row: row.place):
        if row.place and (edition := made.get(row.name)):
            size, pages = len(edition.content), edition.count if row.is_paged else 0
            yield Download(
                edition=row,
                address=f"{publication.slug}{row.suffix}",
                media_type=row.media_type,
                title=locale.word(f"editions.{row.name}.title"),
                extent=_extent(size, pages, publication.metadata.language),
                purpose=_purpose(row, publication),
                size=size,
                pages=pages,
                proofs=tuple(_proofs(proven.get(row.name, ()), locale)),
            )


def _purpose(row: Edition, publication: Publication) -> Word:
    """What the edition is for; of braille, also who has read it. The BRF has the PEF's pages."""
    key, locale = f"editions.{row.name}.purpose", locale_of(publication.metadata.language)
    if row not in (EBRAILLE, PEF):
        return locale.word(key)
    word, read = locale.having(key, "braille").word(key), who_has_read(publication)
    return Word(f"{word.text} {read.text}", word.language)


def _extent(size: int, pages: int, language: str) -> Word:
    """The number of pages and the size. A size alone is the same in any language."""
    if not pages:
        return Word(written_size(size, locale_of(language)), language)
    locale = locale_of(language).having("units.pages", "summary.pages-of-size")
    counted = locale.counted("pages", pages).text
    weight = written_size(size, locale)
    return locale.word("summary.pages-of-size", pages=counted, size=weight)


def _proofs(evidence: tuple[Evidence, ...], locale: Locale) -> Iterator[Proof]:
    """The standards with passed evidence and no failed one."""
    for standard in dict.fromkeys(one.standard for one in evidence):
        same = [one for one in evidence if one.standard == standard]
        outcomes = {one.outcome for one in same}
        if Outcome.PASSED in outcomes and Outcome.FAILED not in outcomes:
            passed = [one for one in same if one.outcome is Outcome.PASSED]
            checkers = dict.fromkeys(f"{one.checker} {one.version}".strip() for one in passed)
            own = f"own-checks.{standard}" in locale
            key = f"own-checks.{standard}" if own else f"standards.{standard}"
            yield Proof(
                standard="" if own else standard,
                meaning=locale.word(key) if key in locale else None,
                checkers=", ".join(checkers),
                needs_a_person=Outcome.CANNOT_TELL in outcomes,
            )


def written_size(size: int, locale: Locale) -> str:
    """A file's size for readers: ``62 kB``, ``1,4 MB`` (``1.4 MB`` in English)."""
    if size < 999_500:
        return f"{max(1, round(size / 1000))}\u00a0kB"
    return f"{locale.decimal(size / 1_000_000)}\u00a0MB"
