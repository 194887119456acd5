"""An SVG file parsed as a browser would: internal entities expanded, and nothing fetched."""

import re
from collections.abc import Iterator

from lxml import etree

from bindery.vocabulary.text import Text

Element = etree._Element

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
XML = "{http://www.w3.org/XML/1998/namespace}"

_PARSER = etree.XMLParser(
    resolve_entities="internal", no_network=True, remove_comments=True, remove_pis=True
)

_NOT_XML = Text(
    nb="Tegningen er skadet: Filen kan ikke leses som XML.",
    en="The drawing is damaged: the file cannot be parsed as XML.",
)
_NOT_SVG = Text(
    nb="Filen er ikke en SVG-tegning: Det ytterste elementet er ikke <svg>.",
    en="The file is not an SVG drawing: its outermost element is not <svg>.",
)
_NO_SUCH_ENTITY = Text(
    nb="Tegningen bruker &{name};, som ikke er definert i filen.",
    en="The drawing uses &{name};, which is not defined in the file.",
)


MOST_PARTS = 200_000
"""Elements, those counted again that are drawn again. A map of the world has 20,000."""

DEEPEST = 150
"""Elements within elements. Drawing programs stay below 50."""

TOO_MANY = Text(
    nb=f"Tegningen gjentar seg selv til den har over {MOST_PARTS} deler. Da kan den ikke tegnes.",
    en=f"The drawing repeats itself until it has over {MOST_PARTS} parts. It cannot be drawn.",
)
TOO_DEEP = Text(
    nb=f"Tegningen har deler inni hverandre i mer enn {DEEPEST} nivåer. Da kan den ikke tegnes.",
    en=f"The drawing has parts within parts in more than {DEEPEST} levels. It cannot be drawn.",
)


class UndrawableError(Exception):
    """Raised for a file that is no drawing; ``reason`` is for its author, ``line`` is in it."""

    def __init__(self, reason: Text, line: int | None = None) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.line = line


def parse(content: bytes) -> Element:
    """The ``svg`` element of the file. Raises ``UndrawableError`` if there is none."""
    try:
        svg = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise UndrawableError(_reason(error.msg or ""), error.lineno) from error
    if svg.tag != f"{SVG}svg":
        raise UndrawableError(_NOT_SVG, svg.sourceline)
    for entity in svg.iter(etree.Entity):
        name = (entity.text or "").strip("&;")
        raise UndrawableError(_NO_SUCH_ENTITY.filled(name=name), entity.sourceline)
    return svg


def _reason(message: str) -> Text:
    """What libxml2's ``message`` means to the author of a drawing."""
    if entity := re.search(r"Entity '([^']*)' not defined", message):
        return _NO_SUCH_ENTITY.filled(name=entity[1])
    if "depth" in message:
        return TOO_DEEP
    return TOO_MANY if "amplification" in message else _NOT_XML


def keep_what_is_drawn(svg: Element) -> None:
    """Remove what no program draws: notes of drawing programs, and what is only for one of them.

    Of a ``switch`` the part that every program can draw is kept.
    """
    for element in list(svg.iter()):
        parent = element.getparent()
        if parent is None:
            continue
        if not str(element.tag).startswith(SVG) or element.get("requiredExtensions"):
            remove(element)
        elif element.tag == f"{SVG}switch":
            element.tag = f"{SVG}g"
            chosen = next(_drawable(element), None)
            for child in list(element):
                if child is not chosen:
                    remove(child)


def remove(element: Element) -> None:
    """Remove ``element``, but not the text after it."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _drawable(switch: Element) -> Iterator[Element]:
    """The parts of ``switch`` that can be drawn, the best one first: in no special language."""
    parts = [
        part
        for part in switch
        if str(part.tag).startswith(SVG)
        and part.tag != f"{SVG}foreignObject"
        and not part.get("requiredExtensions")
    ]
    yield from (part for part in parts if not part.get("systemLanguage"))
    yield from parts
