"""Every image the text points to is a file of a kind the editions can show.

Why
    A missing image is a hole on the page, and its description describes nothing.

Fails at line 3
    # Kart

    ![Kart](../figures/borte.svg)

Fails at line 3
    # Kart

    ![Kart](../figures/kart.tiff)

Passes
    # Kart

    ![Kart](../figures/kart.svg)

Clauses
    EPUB 3.3: 3.2 (core media types).
"""

from collections.abc import Iterator

from bindery.manuscript.images import image_path, is_outside
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Image
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Bildet «{source}» finnes ikke, eller er av en type utgavene ikke kan vise.",
    en="There is no image “{source}”, or it is of a kind the editions cannot show.",
)
HINT = Text(
    nb="Sjekk stavemåten, og at filen er SVG, PNG, JPEG, GIF eller WebP. Stien er fra kapittelet.",
    en="Check the spelling, and that it is SVG, PNG, JPEG, GIF or WebP. The path is the chapter’s.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images in the manuscript that were not read with it."""
    publication = manuscript.publication
    for image in manuscript.every(Image):
        path = image_path(image)
        if path is None or is_outside(publication.book, path) or path in publication.images:
            continue
        message = MESSAGE.filled(source=image.source)
        yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


RULE = Rule("image-is-there", Severity.ERROR, find, stops_build=True)
