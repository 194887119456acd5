"""A book's accessibility metadata, counted in the Document, and its accessibility summary."""

from collections.abc import Iterator
from dataclasses import dataclass

from bindery.claims.conformance import evaluation_of
from bindery.claims.holdings import Holdings, holdings_of
from bindery.document.model import Document
from bindery.locales import Locale, Word, locale_of
from bindery.vocabulary.publication import Evaluation

_Sentence = tuple[str, dict[str, object]]
"""A key, and what is filled in."""

_TABLE = "accessibility-summary"
_THINGS = ("headings", "lists", "tables", "notes")


def summary_of(
    document: Document, holdings: Holdings, evaluation: Evaluation | None, *, paged: bool
) -> Word:
    """The summary for readers of the publication (schema.org ``accessibilitySummary``).

    All its sentences are in one language.
    """
    metadata = document.publication.metadata
    locale = locale_of(metadata.language).having(_TABLE)
    sentences: list[_Sentence] = [
        *_about_reading(holdings, locale),
        *_about_images(holdings),
        *([("pages", {"version": metadata.version})] if paged else ()),
        _about_evaluation(evaluation),
    ]
    said = (locale.word(f"{_TABLE}.{key}", **values).text for key, values in sentences)
    told = " ".join(said)
    if document.draft:
        told = f"{locale.word('parts.draft').text}. {told}"
    return Word(told, locale.language)


def _about_reading(holdings: Holdings, locale: Locale) -> Iterator[_Sentence]:
    every = holdings.images + holdings.formulas
    if holdings.undescribed:
        yield "not-all-can-be-heard", {"undescribed": holdings.undescribed, "all": every}
    else:
        yield "all-can-be-heard", {}
    there = [name for name in _THINGS if name == "headings" or getattr(holdings, name)]
    things = locale.listed([locale.word(f"{_TABLE}.{name}").text for name in there])
    yield "marked-up", {"things": things[:1].upper() + things[1:]}
    if not holdings.headings_in_order:
        yield "levels-skipped", {}
    if holdings.headerless:
        yield "headerless", {"headerless": holdings.headerless, "tables": holdings.tables}


def _about_images(holdings: Holdings) -> Iterator[_Sentence]:
    if holdings.images and not holdings.undescribed:
        yield "images", {"images": holdings.images}
    if holdings.long_descriptions:
        yield "long-descriptions", {"long_descriptions": holdings.long_descriptions}
    if holdings.formulas and not holdings.undescribed:
        yield "formulas", {}
    if holdings.moving:
        yield "moving", {"moving": holdings.moving}


def _about_evaluation(evaluation: Evaluation | None) -> _Sentence:
    if evaluation is None:
        return "not-evaluated", {}
    return "evaluated", {
        "evaluator": evaluation.evaluator,
        "date": evaluation.date,
        "standard": evaluation.standard,
        "method": evaluation.method.strip().rstrip("."),
    }


@dataclass(frozen=True, slots=True)
class Accessibility:
    """How a book can be read, in schema.org's terms, and in a few sentences.

    ``sufficient`` lists each set of access modes that is enough to get everything. ``evaluation``
    is the one made of this exact text, if any: without it no edition may claim to conform.
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
    """The conformance claim in the wording that EPUB Accessibility 1.1 (4.2.1) requires."""
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
    """The hazards. There is never sound; whether moving images flash or sway is unknown."""
    if not holdings.moving:
        yield "none"
        return
    yield "unknownFlashingHazard"
    yield "unknownMotionSimulationHazard"
    yield "noSoundHazard"
