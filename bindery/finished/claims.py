"""What an e-book claims of its accessibility, held against its finished files.

By another way than the one that wrote it down: a book's own templates can break what was true.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bindery.finished import lacking
from bindery.finished.epub import FinishedEpub
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Claim:
    """What a claim ``needs`` of the book, and the files that lack it."""

    needs: Text
    lacking: Callable[[FinishedEpub], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Unborne:
    """A claim that ``file`` does not bear out, and what it would have needed.

    Where it is a style that does not, ``file`` says which: ``stil.css: p { font-size }``.
    """

    name: str
    value: str
    file: str
    needs: Text


_STILL = Claim(
    Text(nb="ingenting kan bevege seg", en="nothing can move"),
    lacking.stillness,
)
_UNKNOWN = Claim(Text(nb="ingenting", en="nothing"), lacking.nothing)
_UNHEARD_OF = Claim(
    Text(nb="ingen vet hvordan det vises", en="nobody knows how to show it"),
    lacking.proof,
)

_FEATURES = {
    "tableOfContents": Claim(
        Text(
            nb="innholdsfortegnelsen har lenker som alle leder fram",
            en="the table of contents has links that all lead somewhere",
        ),
        lacking.contents,
    ),
    "readingOrder": Claim(
        Text(
            nb="ingen stil flytter tekst bort fra der den leses",
            en="no style moves text away from where it is read",
        ),
        lacking.order_as_written,
    ),
    "structuralNavigation": Claim(
        Text(
            nb="hver tekst har én overskrift på øverste nivå, og ingen nivåer hoppes over",
            en="each text has one heading of the first level, and no level is skipped",
        ),
        lacking.heading_order,
    ),
    "displayTransformability": Claim(
        Text(
            nb="ingen stil låser skrift, avstander eller farger med !important eller faste mål",
            en="no style fixes type, spacing or colours with !important or absolute lengths",
        ),
        lacking.free_appearance,
    ),
    "ARIA": Claim(
        Text(nb="delene har roller fra WAI-ARIA", en="its parts have roles of WAI-ARIA"),
        lacking.roles,
    ),
    "unlocked": Claim(
        Text(nb="ingenting er kryptert", en="nothing is encrypted"),
        lacking.openness,
    ),
    "alternativeText": Claim(
        Text(
            nb="det er bilder, og alle bilder og formler har ord",
            en="there are images, and all images and formulas have words",
        ),
        lacking.alternatives,
    ),
    "longDescription": Claim(
        Text(
            nb="et bilde leder til en beskrivelse som er der",
            en="an image leads to a description that is there",
        ),
        lacking.long_descriptions,
    ),
    "MathML": Claim(
        Text(nb="det er formler i MathML", en="there are formulas in MathML"),
        lacking.formulas,
    ),
    "pageBreakMarkers": Claim(
        Text(
            nb="det er sideskift, hvert med navn og sidetall",
            en="there are page breaks, each with a name and a page number",
        ),
        lacking.markers,
    ),
    "pageNavigation": Claim(
        Text(
            nb="sidelisten leder til hvert sideskift i rekkefølge, og pageBreakSource sier hvor "
            "sidene er fra",
            en="the page list leads to every page break in order, and pageBreakSource says what "
            "the pages are of",
        ),
        lacking.page_list,
    ),
}
_WORDS = Claim(
    Text(
        nb="alle bilder og formler har ord, og ingenting er lyd eller film",
        en="all images and formulas have words, and nothing is sound or film",
    ),
    lacking.words,
)
_SILENT = Claim(
    Text(nb="ingenting er lyd eller film", en="nothing is sound or film"), lacking.silence
)

CLAIMS: Mapping[str, Mapping[str, Claim]] = {
    "schema:accessMode": {
        "textual": Claim(Text(nb="det er tekst", en="there is text"), lacking.text),
        "visual": Claim(Text(nb="det er bilder", en="there are images"), lacking.picture),
    },
    "schema:accessModeSufficient": {"textual": _WORDS, "textual,visual": _SILENT},
    "schema:accessibilityFeature": _FEATURES,
    "schema:accessibilityHazard": {
        "none": Claim(
            Text(
                nb="ingenting kan bevege seg eller lage lyd",
                en="nothing can move or make a sound",
            ),
            lacking.safety,
        ),
        "noFlashingHazard": _STILL,
        "noMotionSimulationHazard": _STILL,
        "noSoundHazard": _SILENT,
        "unknown": _UNKNOWN,
        "unknownFlashingHazard": _UNKNOWN,
        "unknownMotionSimulationHazard": _UNKNOWN,
        "unknownSoundHazard": _UNKNOWN,
    },
}
"""What each value of each property needs. A value that is not here is never borne out."""

CONFORMANCE = "dcterms:conformsTo"

_CONFORMS = Claim(
    Text(
        nb="det står hvem som har vurdert boka, og når",
        en="it says who has evaluated the book, and when",
    ),
    lacking.evaluator,
)


def unborne(book: FinishedEpub) -> tuple[Unborne, ...]:
    """Every claim in ``book`` that its files do not bear out, file by file."""
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
