"""An alternative text says what the image shows, not that it is an image.

Why
    A screen reader says “image” by itself. A file name, or “bilde av …”, costs the listener time
    and tells nothing.

Fails at line 3
    # Kart

    ![kart.svg](../figures/kart.svg)

Fails at line 3
    # Kart

    ![Bilde av Tromsø](../figures/kart.svg)

Passes
    # Kart

    ![Tromsø ligger i nord](../figures/kart.svg)

Clauses
    WCAG 2.2: 1.1.1, techniques F30 and G94.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Image
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Den alternative teksten «{alt}» sier ikke hva bildet viser.",
    en="The alternative text “{alt}” does not say what the image shows.",
)
HINT = Text(
    nb="Skriv det leseren ville gått glipp av, uten «bilde av» og uten filnavn.",
    en="Write what the reader would miss, without “image of” and without a file name.",
)

_ANNOUNCES = re.compile(
    r"(et |a |an )?(bilde|bilete|foto|fotografi|illustrasjon|figur|image|picture|photo|graphic)"
    r"(et)? (av|som viser|of|showing)\b",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"\S+\.(svg|png|jpe?g|gif|webp)", re.IGNORECASE)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Alternatives that announce an image, or are its file name."""
    for image in manuscript.every(Image):
        alt = image.alt.strip()
        is_stem = bool(alt) and alt == PurePosixPath(image.source).stem
        if _ANNOUNCES.match(alt) or _FILE_NAME.fullmatch(alt) or is_stem:
            message = MESSAGE.filled(alt=alt)
            yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


RULE = Rule("alt-text-says-what-is-shown", Severity.ERROR, find)
