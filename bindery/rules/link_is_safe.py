"""Every link leads to a web page, an e-mail address, a telephone or a place in the book.

Why
    A link to a file on the author’s machine leads nowhere on the reader’s, and a link that runs a
    program is an attack. PDF readers and reading systems warn or refuse.

Fails at line 3
    # Lenker

    [Filen](file:///home/kari/notat.docx)

Fails at line 3
    # Lenker

    [Trykk](javascript:alert(1))

Passes
    # Lenker

    [KS](https://www.ks.no) og [post](mailto:post@example.org) og [opp](#lenker)

Clauses
    EPUB 3.3: 3.6. WCAG 2.2: 2.4.4.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Div, Link
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Lenken til «{target}» kan ikke følges av leseren.",
    en="Readers cannot follow the link to “{target}”.",
)
HINT = Text(
    nb="Bruk en nettadresse som begynner med https://, eller skriv bare teksten.",
    en="Use a web address that begins with https://, or write the text alone.",
)

SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
_IGNORED = re.compile(r"[\s\x00-\x1f]")
"""What a browser leaves out before it reads a scheme: “java\\tscript:” runs."""


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Links with a scheme that does not lead a reader anywhere."""
    links = [(link, link.target) for link in manuscript.every(Link)]
    blocks = [(div, div.attributes.get("href") or "") for div in manuscript.every(Div)]
    for element, target in (*links, *blocks):
        if not _is_safe(target):
            message = MESSAGE.filled(target=target)
            yield Finding(RULE.name, RULE.severity, element.location, message, HINT)


def _is_safe(target: str) -> bool:
    try:
        scheme = urlsplit(_IGNORED.sub("", target)).scheme.lower()
    except ValueError:
        return False
    return scheme in SAFE_SCHEMES and not target.startswith("//")


RULE = Rule("link-is-safe", Severity.ERROR, find, stops_build=True)
