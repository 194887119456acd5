"""Every link within the book, and every note, has a place it leads to.

Why
    A reader who follows a link expects to arrive. On paper the page number would be missing, too.

Fails at line 3
    # Funn

    Se [de andre](#borte).

Fails at line 3
    # Funn

    Se noten.[^1]

Passes
    # Funn

    Se [funnene](#funn).[^1]

    [^1]: En note.

Clauses
    WCAG 2.2: 2.4.4. EPUB 3.3: RSC-012 of EPUBCheck.
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Element, Heading, Link, Note, Paragraph
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="«{target}» finnes ikke i boka.", en="There is no “{target}” in the book.")
HINT = Text(
    nb="Sjekk stavemåten. En overskrift får navnet sitt med {#navn}, en note med [^1]: under.",
    en="Check the spelling. A heading is named with {#name}, a note with [^1]: further down.",
)

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_NOTE = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_CODE = re.compile(r"(`+).*?\1", re.DOTALL)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Links to names and chapters that are not there, and references to notes that are not."""
    names = {chapter.path: _names(chapter.elements) for chapter in manuscript.chapters}
    for chapter in manuscript.chapters:
        for link in chapter.every(Link):
            if not _arrives(link.target, chapter.path, names):
                yield _finding(link, link.target)
        notes = {note.label for note in chapter.every(Note)}
        for paragraph in chapter.every(Paragraph):
            # A reference without its note is printed as it stands.
            for label in _NOTE.findall(_CODE.sub("", paragraph.source)):
                if label not in notes:
                    yield _finding(paragraph, f"[^{label}]")


def _names(elements: tuple[Element, ...]) -> set[str]:
    given = {element.attributes.name for element in elements}
    return given | {element.name for element in elements if isinstance(element, Heading)}


def _arrives(target: str, here: str, names: dict[str, set[str]]) -> bool:
    if not target or _SCHEME.match(target):
        return True
    file, _, name = unquote(target).partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), file)) if file else here
    return path in names and (not name or name in names[path])


def _finding(element: Element, target: str) -> Finding:
    message = MESSAGE.filled(target=target)
    return Finding(RULE.name, RULE.severity, element.location, message, HINT)


RULE = Rule("link-leads-somewhere", Severity.ERROR, find, stops_build=True)
