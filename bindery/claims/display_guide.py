"""A book's accessibility described to readers by the W3C's Display Guide 2.1, for EPUB.

The guide's descriptive statements are in the language files, as the W3C published them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bindery.claims.accessibility import Accessibility
from bindery.locales import Locale, Word, locale_of
from bindery.vocabulary.publication import Evaluation

_TABLE = "display-guide"

_NAVIGATION = {
    "tableOfContents": "navigation-toc",
    "structuralNavigation": "navigation-structural",
    "pageNavigation": "navigation-page-navigation",
}
_RICH_CONTENT = {
    "longDescription": "rich-content-extended",
    "MathML": "rich-content-accessible-math-as-mathml",
}
_HAZARDS = {
    "none": "hazards-none",
    "unknownFlashingHazard": "hazards-flashing-unknown",
    "unknownMotionSimulationHazard": "hazards-motion-unknown",
    "noSoundHazard": "hazards-sound-none",
}
_ADDITIONAL = {
    "pageBreakMarkers": "additional-accessibility-information-page-breaks",
    "ARIA": "additional-accessibility-information-aria",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement to readers. ``address`` is where they can read more, or empty."""

    text: Word
    address: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One of the guide's display fields."""

    heading: Word
    statements: tuple[Statement, ...]


def display_statement(accessibility: Accessibility, language: str) -> tuple[Section, ...]:
    """The statements for readers of ``language``.

    All are in one language, except the accessibility summary. Fields without a statement are left
    out, except those that the guide always shows: ways of reading, and conformance.
    """
    teller = _Teller(locale_of(language).having(_TABLE))
    features, hazards = accessibility.features, accessibility.hazards
    fields = (
        ("ways-of-reading-title", teller.ways_of_reading(accessibility)),
        ("conformance-title", teller.conformance(accessibility.evaluation)),
        ("navigation-title", teller.terms(_NAVIGATION, features)),
        ("rich-content-title", teller.terms(_RICH_CONTENT, features)),
        ("hazards-title", teller.terms(_HAZARDS, hazards)),
        ("accessibility-summary-title", iter((Statement(accessibility.summary),))),
        ("additional-accessibility-information-title", teller.terms(_ADDITIONAL, features)),
    )
    sections = (Section(teller.say(heading), tuple(told)) for heading, told in fields)
    return tuple(section for section in sections if section.statements)


class _Teller:
    """The guide's statements in one language."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def say(self, key: str, **values: object) -> Word:
        return self._locale.word(f"{_TABLE}.{key}", **values)

    def terms(self, statements: Mapping[str, str], terms: Iterable[str]) -> Iterator[Statement]:
        """The statement for each of ``terms`` that has one, in the guide's order."""
        there = frozenset(terms)
        return (Statement(self.say(key)) for term, key in statements.items() if term in there)

    def ways_of_reading(self, accessibility: Accessibility) -> Iterator[Statement]:
        """EPUB techniques 2.1, visual adjustments and nonvisual reading. There is no audio."""
        adjustable = "displayTransformability" in accessibility.features
        ways = [
            "visual-adjustments-modifiable" if adjustable else "visual-adjustments-unknown",
            "nonvisual-reading-readable"
            if ("textual",) in accessibility.sufficient
            else "nonvisual-reading-not-fully",
        ]
        if {"alternativeText", "longDescription"} & set(accessibility.features):
            ways.append("nonvisual-reading-alt-text")
        return (Statement(self.say(f"ways-of-reading-{way}")) for way in ways)

    def conformance(self, evaluation: Evaluation | None) -> Iterator[Statement]:
        """EPUB techniques 2.1, conformance: the short statement, then the details."""
        if evaluation is None:
            yield Statement(self.say("conformance-no"))
            return
        _, version, _, level = evaluation.standard.lower().replace(".", "-").split()
        claim = (
            "conformance-details-epub-accessibility-1-1",
            f"conformance-details-wcag-{version}",
            f"conformance-details-level-{level}",
        )
        yield Statement(self.say(f"conformance-{level}"))
        yield Statement(self.say("conformance-certifier", certifier=evaluation.evaluator))
        if credential := evaluation.credential:
            yield Statement(self.say("conformance-certifier-credentials", credential=credential))
        claimed = " ".join(self.say(key).text for key in claim)
        yield Statement(self.say("conformance-details-claim", claim=claimed))
        certified = self.say("conformance-details-certification-info", date=evaluation.date)
        yield Statement(certified)
        if evaluation.report:
            told = self.say("conformance-details-certifier-report")
            yield Statement(told, evaluation.report)
