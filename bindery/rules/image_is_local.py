"""Every image is a file in the manuscript, never an address on the network.

Why
    What is on the network today may be gone or changed tomorrow, and opening a book must not tell
    anyone that it is being read. Nothing is fetched during a build.

Fails at line 3
    # Kart

    ![Kart](https://example.org/kart.png)

Passes
    # Kart

    ![Kart](../figures/kart.svg)

Clauses
    EPUB 3.3: 3.6 (remote resources).
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Image
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Bildet «{source}» ligger ikke i manuskriptet.",
    en="The image “{source}” is not in the manuscript.",
)
HINT = Text(
    nb="Last ned bildet, legg det i manuscript/figures/ og vis til det med ../figures/….",
    en="Save the image in manuscript/figures/ and point to it with ../figures/….",
)

ELSEWHERE = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
"""An address with a scheme, or with a host and the reader's own scheme."""


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images with an address of their own."""
    for image in manuscript.every(Image):
        if ELSEWHERE.match(image.source):
            message = MESSAGE.filled(source=image.source)
            yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


RULE = Rule("image-is-local", Severity.ERROR, find, stops_build=True)
