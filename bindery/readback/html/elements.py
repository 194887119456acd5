"""What the elements of HTML are to a listener."""

from collections.abc import Iterator

from bindery.document.finished.parts import SVG
from bindery.document.model import Element
from bindery.readback.align import plain
from bindery.readback.html.names import said_by
from bindery.vocabulary.words import BACK_TO_NOTE

SOFT_HYPHEN = "\u00ad"
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LEAVES = {"p": "paragraph", "pre": "paragraph", "dt": "term"}
BOXES = {
    **{"blockquote": "quotation", "aside": "aside", "caption": "caption"},
    **{"figcaption": "caption", "tr": "row"},
}
MARKED = {"em": "emphasis", "strong": "strong", "code": "code"}
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "br", "cite", "del", "dfn", "i", "img", "ins", "kbd", "mark", "q"}
    | {"s", "samp", "small", "span", "sub", "sup", "time", "u", "var", "wbr", *MARKED}
)
SAYS_NOTHING = frozenset({"head", "script", "style", "template", "wbr"})
TOC = "toc"
"""What a list that leads into the text is: the only kind that a web page has."""

NO_ROLE = frozenset({"presentation", "none"})


def says_back(link: Element, label: str) -> bool:
    """Whether a link says that it is the way back from the note numbered ``label``."""
    forms = (BACK_TO_NOTE.nb, BACK_TO_NOTE.en)
    return said_by(link) in [form.format(number=label) for form in forms]


def roles_around(element: Element) -> set[str]:
    """The roles of what an element stands in, as far as two steps out."""
    around = list(element.iterancestors())[:2]
    return {role for one in around for role in (one.get("role") or "").split()}


def definition_parts(definitions: Element) -> Iterator[Element]:
    """The terms and descriptions of a ``dl``, also those that are grouped in a ``div``."""
    for child in definitions.iterchildren(tag="*"):
        if child.tag == "div":
            yield from child.iterchildren(tag="*")
        else:
            yield child


def level_of(heading: Element, tag: str) -> int:
    """The level that a heading is heard at (WAI-ARIA 1.2, 6.6, ``aria-level``)."""
    level = heading.get("aria-level") or ""
    return int(level) if level.isdecimal() else HEADINGS.get(tag, 2)


def header_words(header: Element) -> str:
    """The words of a header cell, as they are compared."""
    return plain(" ".join("".join(_plain(header)).replace(SOFT_HYPHEN, "").split()))


def _plain(element: Element) -> Iterator[str]:
    """The words in ``element``, but for those that are drawn."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag != f"{SVG}svg":
            yield from _plain(child)
        yield child.tail or ""
