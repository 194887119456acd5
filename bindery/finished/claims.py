"""Check what an e-book claims of its accessibility against its finished files.

This code is independent of the code that writes the claims: a book's own templates can make them
false.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bindery.finished import lacking
from bindery.finished.epub import FinishedEpub
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Claim:
    """What a claim ``needs`` of the book, and the files that lack it."""

    needs: Text
    lacking: Callable[[FinishedEpub], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Unborne:
    """A claim that ``file`` does not support, and what the claim needs.

    If a style is the cause, ``file`` names it: ``stil.css: p { font-size }``.
    """

    name: str
    value: str
    file: str
    needs: Text


NEEDS = read(dict[str, Text], Path(__file__).with_suffix(".toml"))
"""What each claim needs, by the name of the function that finds the files which lack it."""


def _claim(lacking: Callable[[FinishedEpub], Iterator[str]]) -> Claim:
    return Claim(NEEDS[lacking.__name__], lacking)


CLAIMS: Mapping[str, Mapping[str, Claim]] = {
    "schema:accessMode": {
        "textual": _claim(lacking.text),
        "visual": _claim(lacking.picture),
    },
    "schema:accessModeSufficient": {
        "textual": _claim(lacking.words),
        "textual,visual": _claim(lacking.silence),
    },
    "schema:accessibilityFeature": {
        "tableOfContents": _claim(lacking.contents),
        "readingOrder": _claim(lacking.order_as_written),
        "structuralNavigation": _claim(lacking.heading_order),
        "displayTransformability": _claim(lacking.free_appearance),
        "ARIA": _claim(lacking.roles),
        "unlocked": _claim(lacking.openness),
        "alternativeText": _claim(lacking.alternatives),
        "longDescription": _claim(lacking.long_descriptions),
        "MathML": _claim(lacking.formulas),
        "pageBreakMarkers": _claim(lacking.markers),
        "pageNavigation": _claim(lacking.page_list),
    },
    "schema:accessibilityHazard": {
        "none": _claim(lacking.safety),
        "noFlashingHazard": _claim(lacking.stillness),
        "noMotionSimulationHazard": _claim(lacking.stillness),
        "noSoundHazard": _claim(lacking.silence),
        "unknown": _claim(lacking.nothing),
        "unknownFlashingHazard": _claim(lacking.nothing),
        "unknownMotionSimulationHazard": _claim(lacking.nothing),
        "unknownSoundHazard": _claim(lacking.nothing),
    },
}
"""What each value of each property needs. A value that is not here is never supported."""

CONFORMANCE = "dcterms:conformsTo"

_CONFORMS = _claim(lacking.evaluator)
_UNHEARD_OF = _claim(lacking.proof)


def unborne(book: FinishedEpub) -> tuple[Unborne, ...]:
    """Return every claim in ``book`` that its files do not support, file by file."""
    return tuple(
        Unborne(name, value, file, claim.needs)
        for name, value, claim in _claims(book)
        for file in dict.fromkeys(claim.lacking(book))
    )


def _claims(book: FinishedEpub) -> Iterator[tuple[str, str, Claim]]:
    for name, value, _ in book.properties:
        if name == CONFORMANCE:
            yield name, value, _CONFORMS
        elif name in CLAIMS:
            yield name, value, CLAIMS[name].get(value, _UNHEARD_OF)
