"""HTML in the text is printed as it stands.

Why
    The dialect has its own marks for everything an edition can show. A tag would be seen, and
    heard, as angle brackets and letters.

Fails at line 3
    # A

    Dette er <b>viktig</b>.

Passes
    # A

    Dette er **viktig**. <!-- husk -->

Passes
    # A

    Typen `Box<T>`.

Clauses
    None: what the author sees is what readers get.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import RawHtml
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="«{html}» blir trykt som det står.", en="“{html}” will be printed as it stands.")
HINT = Text(
    nb="Bruk dialektens egne merker, eller sett det i `kode` hvis det er meningen.",
    en="Use the dialect’s own marks, or write it as `code` if it is meant.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tags, one finding a line; comments are left out of the editions and may stand."""
    said = set()
    for html in manuscript.every(RawHtml):
        place = (html.location.path, html.location.line)
        if not html.text.lstrip().startswith("<!--") and place not in said:
            said.add(place)
            first = html.text.strip().splitlines()[0]
            message = MESSAGE.filled(html=first)
            yield Finding(RULE.name, RULE.severity, html.location, message, HINT)


RULE = Rule("raw-html-is-not-rendered", Severity.WARNING, find)
