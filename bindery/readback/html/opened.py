"""A finished output made ready to be heard: plain tags, languages, where links lead."""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag

from bindery.document.finished.parts import XHTML
from bindery.document.finished.whole import Finished
from bindery.document.links import ascii_address, scheme_of
from bindery.document.model import Element
from bindery.readback.html.silence import Silence
from bindery.readback.passages import Span

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Opened:
    """One document: its file, its root with HTML's tags plain, its ids, and what is silent."""

    name: str
    root: Element
    by_id: dict[str, Element]
    silence: Silence

    @property
    def body(self) -> Element:
        """All that is heard of it."""
        body = self.root.find("body")
        return self.root if body is None else body


def open_document(finished: Finished, name: str) -> Opened:
    """The document of ``finished`` that is called ``name``. Its elements lose their namespace."""
    root = finished.documents[name]
    for element in root.iter(f"{XHTML}*"):
        element.tag = str(element.tag).removeprefix(XHTML)
    silence = Silence(root, list(finished.sheets.values()))
    return Opened(name, root, dict(finished.named[name]), silence)


def language_of(element: Element) -> str | None:
    """The language an element says it is in: ``xml:lang`` weighs more (HTML, 3.2.6.2)."""
    return element.get(_XML_LANG) or element.get("lang")


def link_span(finished: Finished, document: str, address: str) -> Span:
    """Where a link in ``document`` leads: a place in the output, or an address."""
    path, name = urldefrag(address)
    if not scheme_of(address) and not address.startswith("//"):
        folder = posixpath.dirname(document)
        file = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else document
        if file in finished.documents:
            return Span("link", "", target=(file, unquote(name)), page=0)
    return Span("link", "", value=ascii_address(address))
