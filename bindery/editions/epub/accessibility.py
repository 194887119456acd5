"""What the package document says of the book’s accessibility (EPUB Accessibility 1.1, 2.2, 4)."""

from collections.abc import Iterator

from bindery.document.accessibility import Accessibility, accessibility_of, conformance_of
from bindery.document.model import XML_LANG, Document
from bindery.editions.epub.package import Property
from bindery.vocabulary.publication import Evaluation
from bindery.vocabulary.text import Text

REFUSED_BY_ACE = "unknownMotionSimulationHazard"
"""A term Ace 1.4.6 knows only misspelt. It tells no more than its absence does."""

_SAID_IN = Text(nb="nb", en="en")


def accessibility_metadata(document: Document, *, paged: bool = False) -> Iterator[Property]:
    """The properties of ``document`` as an e-book; ``paged`` with the printed pages' numbers."""
    accessibility = accessibility_of(document, paged=paged)
    yield from _discovery(accessibility)
    yield _summary(accessibility, document.publication.metadata.language)
    if accessibility.evaluation is not None:
        yield from _conformance(accessibility.evaluation)


def evaluation_report(document: Document) -> Iterator[dict[str, str]]:
    """The attributes of a ``link`` to the evaluator's report, where one is published (4.4.4)."""
    evaluation = accessibility_of(document, paged=False).evaluation
    if evaluation is not None and evaluation.report:
        refines = "#vurdert-av"
        yield {"rel": "a11y:certifierReport", "refines": refines, "href": evaluation.report}


def _discovery(accessibility: Accessibility) -> Iterator[Property]:
    for mode in accessibility.modes:
        yield "schema:accessMode", mode, {}
    for modes in accessibility.sufficient:
        yield "schema:accessModeSufficient", ",".join(modes), {}
    for feature in accessibility.features:
        yield "schema:accessibilityFeature", feature, {}
    for hazard in accessibility.hazards:
        if hazard != REFUSED_BY_ACE:
            yield "schema:accessibilityHazard", hazard, {}


def _summary(accessibility: Accessibility, language: str) -> Property:
    said_in = _SAID_IN.said_in(language)
    own = language.split("-", 1)[0].lower() == said_in
    return "schema:accessibilitySummary", accessibility.summary, {} if own else {XML_LANG: said_in}


def _conformance(evaluation: Evaluation) -> Iterator[Property]:
    of_claim, of_evaluator = {"refines": "#samsvar"}, {"refines": "#vurdert-av"}
    yield "dcterms:conformsTo", conformance_of(evaluation), {"id": "samsvar"}
    yield "a11y:certifiedBy", evaluation.evaluator, {"id": "vurdert-av", **of_claim}
    yield "dcterms:date", evaluation.date.isoformat(), of_evaluator
    if evaluation.credential:
        yield "a11y:certifierCredential", evaluation.credential, of_evaluator
