"""Nothing in a manuscript runs: no scripts, no event handlers, no frames.

Why
    A book is read, it does not act. Scripts shut out readers whose systems do not run them, and
    could do anything on those that do. Drawings are looked into, too.

Fails at line 3
    # Tittel

    <script>alert(1)</script>

Fails at line 3
    # Tittel

    En <b onclick="x()">knapp</b>.

Fails at line 3
    # Tittel

    ![Kart](../figures/aktiv.svg)

Passes
    # Tittel

    En pil og <!-- en kommentar -->.

Clauses
    EPUB 3.3: 5.5 (scripting). Nordic guidelines 2025-1: no JavaScript.
"""

import re
from collections.abc import Iterator

from lxml import etree

from bindery.manuscript.images import image_path
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Image, RawHtml
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Her står det noe som kan kjøres: «{what}».",
    en="Something here can run: “{what}”.",
)
HINT = Text(
    nb="Ta det bort. Utgavene viser tekst og bilder, og kjører ingenting.",
    en="Take it away. The editions show text and images, and run nothing.",
)

_ACTIVE = re.compile(
    r"<\s*/?\s*(script|style|iframe|object|embed|form|link|meta|base)\b"
    r"|<[^>]*\son\w+\s*=|javascript:",
    re.IGNORECASE,
)
_ACTIVE_TAGS = frozenset({"script", "foreignobject", "handler", "iframe", "object", "embed"})
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Raw HTML and drawings that would run or load something."""
    for html in manuscript.every(RawHtml):
        if active := _ACTIVE.search(html.text):
            yield _finding(html, active[0])
    for image in manuscript.every(Image):
        path = image_path(image) or ""
        drawing = manuscript.publication.images.get(path)
        if drawing is not None and path.lower().endswith(".svg"):
            for what in _active_in(drawing):
                yield _finding(image, what)


def _finding(element: Image | RawHtml, what: str) -> Finding:
    message = MESSAGE.filled(what=what.strip())
    return Finding(RULE.name, RULE.severity, element.location, message, HINT)


def _active_in(drawing: bytes) -> Iterator[str]:
    """The first thing in an SVG that runs or leads out of it."""
    root = etree.fromstring(drawing, _PARSER)
    if root is None:
        return
    for element in root.iter(etree.Element):
        tag = etree.QName(element).localname.lower()
        if tag in _ACTIVE_TAGS:
            yield f"<{tag}>"
            return
        for name, value in element.attrib.items():
            attribute = etree.QName(str(name)).localname.lower()
            outward = attribute == "href" and not str(value).startswith(("#", "data:image/"))
            if attribute.startswith("on") or outward:
                yield f"{attribute}={value}"
                return


RULE = Rule("no-active-content", Severity.ERROR, find, stops_build=True)
