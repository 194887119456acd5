"""What an ONIX record claims of each file's accessibility: counted, read in the file, or proven."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bindery.claims.accessibility import Accessibility
from bindery.claims.holdings import holdings_of
from bindery.claims.proofread_braille import braille_summary
from bindery.document.model import Document
from bindery.finished.documents import TYPE_ATTRIBUTE, XHTML
from bindery.finished.opened import opened
from bindery.reports.onix import codes
from bindery.vocabulary.editions import EPUB_TYPE, PDF_UA_1, PDF_UA_2, READ_BACK
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.publication import Evaluation, Metadata

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Claim:
    """One code of list 196, and the words, date or address that belong to it.

    ``language`` is that of words.
    """

    code: str
    said: str = ""
    language: str = ""


def epub_claims(
    document: Document, access: Accessibility, epub: Path, passed: tuple[Evidence, ...]
) -> Iterator[Claim]:
    """Yield what can be claimed of the EPUB."""
    if access.evaluation:
        yield from _evaluated(access.evaluation)
    links = navigation_links(epub)
    if _contents_lead_everywhere(document, links):
        yield Claim(codes.CONTENTS_LEAD_EVERYWHERE)
    if links.get("landmarks"):
        yield Claim(codes.LANDMARKS)
    if links.get("page-list"):
        yield Claim(codes.PAGES_AS_PRINTED)
    # axe measures the contrast of every word that it can examine.
    if any(one.checker == "axe" for one in passed):
        yield Claim(codes.TEXT_CONTRAST)
    yield Claim(codes.LANGUAGES_MARKED)
    yield from (Claim(codes.FEATURES[name]) for name in access.features if name in codes.FEATURES)
    yield from _of_the_content(document, access)
    yield Claim(codes.SUMMARY, access.summary.text, access.summary.language)


def pdf_claims(
    document: Document, access: Accessibility, passed: tuple[Evidence, ...]
) -> Iterator[Claim]:
    """Yield what can be claimed of a PDF: what veraPDF and the read-back have shown."""
    standards = {one.standard for one in passed}
    if PDF_UA_1 in standards:
        yield Claim(codes.PDF_UA_1)
    if PDF_UA_2 in standards:
        yield Claim(codes.PDF_UA_2)
    if READ_BACK in standards:
        yield Claim(codes.ONE_READING_ORDER)
        yield Claim(codes.LANGUAGES_MARKED)
        for name in ("alternativeText", "structuralNavigation"):
            if name in access.features:
                yield Claim(codes.FEATURES[name])
        yield from _of_the_content(document, access)


def braille_claims(document: Document, passed: tuple[Evidence, ...]) -> Iterator[Claim]:
    """Yield what can be claimed of braille: what reading it back has shown, and who has read it."""
    if READ_BACK in {one.standard for one in passed}:
        yield Claim(codes.ONE_READING_ORDER)
        yield Claim(codes.PAGES_AS_PRINTED)
    said = braille_summary(document.publication)
    yield Claim(codes.SUMMARY, said.text, said.language)


def claims_of_all(metadata: Metadata) -> Iterator[Claim]:
    """Yield the page on accessibility, which is the summary, and the address for questions."""
    if metadata.address:
        yield Claim(codes.PUBLISHERS_PAGE, metadata.address)
    if "@" in metadata.accessibility_contact:
        yield Claim(codes.CONTACT, metadata.accessibility_contact.removeprefix("mailto:"))


def navigation_links(epub: Path) -> dict[str, int]:
    """Return how many links each ``nav`` in the EPUB has, by its ``epub:type``."""
    return {
        nav.get(TYPE_ATTRIBUTE, ""): sum(1 for _ in nav.iter(f"{XHTML}a"))
        for page in opened(epub, EPUB_TYPE).documents.values()
        for nav in page.iter(f"{XHTML}nav")
    }


def _evaluated(evaluation: Evaluation) -> Iterator[Claim]:
    """Yield what an evaluator has found (EPUB Accessibility 1.1, a version and level of WCAG)."""
    _, version, _, level = evaluation.standard.split()
    yield Claim(codes.EPUB_ACCESSIBILITY_1_1, evaluation.report)
    yield Claim(codes.WCAG_VERSIONS[version])
    yield Claim(codes.WCAG_LEVELS[level])
    yield Claim(codes.EVALUATED_BY, evaluation.evaluator)
    yield Claim(codes.EVALUATED_ON, evaluation.date.strftime("%Y%m%d"))
    if evaluation.report:
        yield Claim(codes.EVALUATION_REPORT, evaluation.report)


def _of_the_content(document: Document, access: Accessibility) -> Iterator[Claim]:
    holdings = holdings_of(document)
    if holdings.images and holdings.long_descriptions == holdings.images:
        yield Claim(codes.FULL_ALTERNATIVES)
    if ("textual",) in access.sufficient:
        yield Claim(codes.READS_WITHOUT_SIGHT)


def _contents_lead_everywhere(document: Document, links: Mapping[str, int]) -> bool:
    """Whether there are as many list entries as headings, figures and tables."""
    holdings = holdings_of(document)
    headings = sum(1 for _ in document.body.iter(*_HEADINGS))
    wanted = {"toc": headings, "lot": holdings.tables, "loi": holdings.images}
    return all(links.get(kind, 0) >= count for kind, count in wanted.items())
