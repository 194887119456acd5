"""Every image lies in the folder manuscript/, also when links are followed.

Why
    An edition is made of the manuscript and the templates alone. A path that leads out of it
    could carry any file of the machine into a book that others read.

Fails at line 3
    # Kart

    ![Kart](../../../kart.svg)

Fails at line 3
    # Kart

    ![Kart](/etc/kart.svg)

Passes
    # Kart

    ![Kart](../figures/kart.svg)

Clauses
    None: the safety of whoever builds.
"""

from collections.abc import Iterator

from bindery.manuscript.images import image_path, is_outside
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Image
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Bildet «{source}» ligger utenfor mappen manuscript/.",
    en="The image “{source}” lies outside the folder manuscript/.",
)
HINT = Text(
    nb="Kopier bildet til manuscript/figures/ og vis til det med ../figures/….",
    en="Copy the image to manuscript/figures/ and point to it with ../figures/….",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images whose path leads out of the manuscript."""
    for image in manuscript.every(Image):
        path = image_path(image)
        if path is not None and is_outside(manuscript.publication.book, path):
            message = MESSAGE.filled(source=image.source)
            yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


RULE = Rule("image-is-in-the-manuscript", Severity.ERROR, find, stops_build=True)
