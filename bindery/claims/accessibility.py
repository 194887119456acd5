"""What the book says of its own accessibility: counted in the Document, never asserted.

The terms are those of the Schema.org Accessibility Properties for Discoverability Vocabulary.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bindery.claims.accessibility_summary import summary_of
from bindery.claims.conformance import evaluation_of
from bindery.claims.holdings import Holdings, holdings_of
from bindery.document.model import Document
from bindery.locales import Word
from bindery.vocabulary.publication import Evaluation


@dataclass(frozen=True, slots=True)
class Accessibility:
    """How a book can be read, in schema.org's terms, and in a few sentences.

    ``sufficient`` holds each set of modes that is enough to get everything. ``evaluation`` is the
    one made of this very text, if any: only with it may an edition claim to conform.
    """

    modes: tuple[str, ...]
    sufficient: tuple[tuple[str, ...], ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: Word
    evaluation: Evaluation | None


def accessibility_of(document: Document, *, paged: bool) -> Accessibility:
    """The accessibility of ``document`` as an e-book; ``paged`` with the printed pages' numbers."""
    holdings = holdings_of(document)
    evaluation = evaluation_of(document)
    something_to_see = holdings.images or holdings.undescribed
    both = ("textual", "visual")
    return Accessibility(
        modes=both if something_to_see else ("textual",),
        sufficient=(
            *([both] if something_to_see else ()),
            *([("textual",)] if not holdings.undescribed else ()),
        ),
        features=tuple(_features(holdings, paged=paged)),
        hazards=tuple(_hazards(holdings)),
        summary=summary_of(document, holdings, evaluation, paged=paged),
        evaluation=evaluation,
    )


def conformance_of(evaluation: Evaluation) -> str:
    """The claim exactly as EPUB Accessibility 1.1 (4.2.1) wants it written."""
    return f"EPUB Accessibility 1.1 - {evaluation.standard}"


def _features(holdings: Holdings, *, paged: bool) -> Iterator[str]:
    yield "tableOfContents"
    yield "readingOrder"
    yield "unlocked"
    if holdings.headings_in_order:
        yield "structuralNavigation"
    if holdings.roles:
        yield "ARIA"
    if not holdings.restyled:
        yield "displayTransformability"
    if holdings.images and not holdings.undescribed:
        yield "alternativeText"
    if holdings.long_descriptions:
        yield "longDescription"
    if holdings.formulas:
        yield "MathML"
    if paged:
        yield "pageBreakMarkers"
        yield "pageNavigation"


def _hazards(holdings: Holdings) -> Iterator[str]:
    """Nothing in a manuscript can sound. What moves may flash or sway, and nobody has looked."""
    if not holdings.moving:
        yield "none"
        return
    yield "unknownFlashingHazard"
    yield "unknownMotionSimulationHazard"
    yield "noSoundHazard"
