"""Findings on formulas that are wider than a page, and so get smaller letters than the text."""

from collections.abc import Iterable, Iterator

from bindery.document.paper import SMALLEST_LETTERS, TEXT_SIZE
from bindery.editions.pdf.drawn_formulas import Shrunk
from bindery.editions.pdf.looks import Look
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

RULE = "formula-fits-the-page"

_MESSAGE = Text(
    nb="Formelen er bredere enn siden, også på flere linjer. {edition} blir bokstavene {points}"
    " punkt. Teksten har {text_size}.",
    en="The formula is wider than the page, also in several lines. {edition} its letters are"
    " {points} points. The text has {text_size}.",
)
_IN_PRINT = Text(nb="På trykk", en="In print")
_IN_LARGE_PRINT = Text(nb="Med stor skrift", en="In large print")
_HINT = Text(
    nb="Del formelen i flere, gi lange brøker og røtter egne navn, eller bruk kortere navn.",
    en="Divide the formula, give long fractions and roots their own names, or use shorter names.",
)


def too_small(shrunk: Iterable[Shrunk], look: Look) -> Iterator[Finding]:
    """A warning at its line for each formula with letters that are hard to read."""
    for one in shrunk:
        if one.points < SMALLEST_LETTERS[look.text_size]:
            yield Finding(
                RULE,
                Severity.WARNING,
                Location.stamped(one.source) or Location(one.source),
                _MESSAGE.filled(
                    edition=_IN_PRINT if look.text_size == TEXT_SIZE else _IN_LARGE_PRINT,
                    points=round(one.points),
                    text_size=look.text_size,
                ),
                _HINT,
            )
