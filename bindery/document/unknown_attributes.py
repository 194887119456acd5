"""Drop what an author may not say between braces: nothing that acts or fetches gets further."""

import re
from collections.abc import Mapping

from bindery.document.contents import HEADINGS
from bindery.document.lists import EXAMPLE
from bindery.document.matter import KINDS
from bindery.document.model import MATHML, Element
from bindery.manuscript.source.elements import Code, Div, Image, Reference, Span
from bindery.manuscript.source.known_attributes import ALSO, EVERYWHERE

_OF_EVERY_ELEMENT = EVERYWHERE | {"id", "class", "role", "data-pos", "data-wrapper"}

_OF_PANDOC: Mapping[str, frozenset[str]] = {
    "a": ALSO[Reference] | {"href", "title"},
    "img": ALSO[Image] | {"alt", "src", "style", "title"},
    # Those of a table's cell and of a list are written at the front door.
    "div": ALSO[Div] | {"align", "colspan", "header", "rowspan"} | {"delim", "start", "type"},
    "pre": ALSO[Code],
    "span": ALSO[Span] | {"data-single", "done"},
    "ol": frozenset({"start", "type"}),
    "li": frozenset({"value"}),
    "td": frozenset({"style"}),
    "th": frozenset({"style"}),
    "col": frozenset({"style"}),
}
"""What pandoc writes of the dialect, by element."""

_ON_HEADINGS = frozenset({*KINDS, "index", "unlisted", "unnumbered"})

_CLASSES: Mapping[str, frozenset[str]] = {
    "a": frozenset({EXAMPLE, "footnote-back", "footnote-ref", "noteref", "ref"}),
    "div": frozenset(
        {"abstract", "byline", "callout", "callout-title", "editor-note", "figure", "in-summary"}
        | {"key-message", "line-block", "link-block", "list", "listing", "long-description"}
        | {"page-break", "subtitle", "table", "row-headers", "total", "wide"}
        | {"cell", "foot", "head", "leads", "row"}
    ),
    "img": frozenset({"decorative", "icon"}),
    "span": frozenset(
        {"br", "display", "index", "inline", "math", "noted", "smallcaps", "sub", "sup", "task"}
        | {"term", "del", "em", "strong", "u"}
    ),
    **dict.fromkeys(HEADINGS, _ON_HEADINGS),
}
"""The classes of the dialect and of pandoc, by element. Those of editions are no author's."""

_SIZE = re.compile(r"(?:\s*(?:width|height)\s*:\s*[\d.]+(?:%|[a-z]{2,4})?\s*;?)+\s*")


def drop_unknown_attributes(section: Element) -> None:
    """Remove each attribute and class that the dialect does not have. Words are kept."""
    for element in section.iter():
        tag = str(element.tag)
        if tag.startswith(MATHML):
            continue
        _drop_unknown_classes(element)
        known = _OF_PANDOC.get(tag, frozenset())
        for name in list(map(str, element.attrib)):
            if name in _OF_EVERY_ELEMENT or name in known:
                continue
            if name.startswith("data-") and name.removeprefix("data-") in known:
                continue
            del element.attrib[name]
        if tag == "img" and not _SIZE.fullmatch(element.get("style") or "width:1%"):
            del element.attrib["style"]


def _drop_unknown_classes(element: Element) -> None:
    """Code keeps its language, and sections are pandoc's."""
    said = (element.get("class") or "").split()
    if not said or element.tag in ("code", "pre", "section"):
        return
    known = _CLASSES.get(str(element.tag), frozenset())
    if "list" in said:
        # Alone, the name is one that books give boxes.
        known |= {EXAMPLE}
    if names := [name for name in said if name in known]:
        element.set("class", " ".join(names))
    else:
        del element.attrib["class"]
