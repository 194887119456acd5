"""Every image says what it shows, or says that it only decorates.

Why
    A listener hears the alternative text in place of the image. Without one, some screen readers
    read the file name aloud, and others pass the image in silence.

Fails at line 3
    # Kart

    ![](../figures/kart.svg)

Passes
    # Kart

    ![Tromsø ligger i nord](../figures/kart.svg)

Passes
    # Kart

    ![](../figures/kart.svg){.decorative}

Clauses
    WCAG 2.2: 1.1.1. Matterhorn Protocol 1.1: 13-004. EPUB Accessibility 1.1: 2.4.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Image
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="Bildet har ingen alternativ tekst.", en="This image has no alternative text.")
HINT = Text(
    nb="Beskriv det mellom hakeparentesene, eller merk det {.decorative} hvis det bare pynter.",
    en="Describe it between the brackets, or mark it {.decorative} if it only decorates.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images without words for those who do not see them."""
    for image in manuscript.every(Image):
        if not image.alt.strip() and not image.is_decorative:
            yield Finding(RULE.name, RULE.severity, image.location, MESSAGE, HINT)


RULE = Rule("image-has-alt-text", Severity.ERROR, find)
