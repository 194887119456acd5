"""A link’s words tell where it leads, also when read alone.

Why
    Screen readers list all links of a page. Ten times “her” leads nowhere one can choose, and a
    web address is read letter by letter.

Fails at line 3
    # Lenker

    Les rapporten [her](https://example.org).

Fails at line 3
    # Lenker

    [https://example.org](https://example.org)

Fails at line 3
    # Lenker

    Se [](https://example.org).

Passes
    # Lenker

    Les [rapporten om vertskommuner](https://example.org).

Passes
    # Lenker

    Skriv til <post@example.org>.

Clauses
    WCAG 2.2: 2.4.4, 2.4.9.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Link
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Lenketeksten «{text}» sier ikke hvor lenken går.",
    en="The link text “{text}” does not say where the link goes.",
)
EMPTY = Text(nb="Lenken har ingen tekst.", en="The link has no text.")
HINT = Text(
    nb="La navnet på det leseren kommer til, være lenken: [rapporten om vertskommuner](…).",
    en="Make the name of what the reader gets the link: [the report on host towns](…).",
)

_NOTHING = frozenset(
    {
        *("her", "klikk her", "trykk her", "se her", "les mer", "les mer her", "les meir", "mer"),
        *("lenke", "lenken", "denne", "dette", "here", "click here", "see here", "read more"),
        *("more", "learn more", "this", "link"),
    }
)
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Links whose words could lead anywhere."""
    for link in manuscript.every(Link):
        text = " ".join(link.text.split())
        if not text:
            yield Finding(RULE.name, RULE.severity, link.location, EMPTY, HINT)
        elif text.lower().rstrip(" .…»>→") in _NOTHING or _ADDRESS.fullmatch(text):
            message = MESSAGE.filled(text=text)
            yield Finding(RULE.name, RULE.severity, link.location, message, HINT)


RULE = Rule("link-text-says-where", Severity.ERROR, find)
