"""Where each printed page starts in the Document."""

from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from bindery.document.colophon import colophon
from bindery.document.contents import contents_of
from bindery.document.model import MATHML, Document, Element

PLACE = "data-place"
"""On an element of what several editions are made from: its name in all of them."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """The word a printed page starts at.

    ``folio`` is the page's number as it is printed (``iv``, ``38``). ``place`` names the element
    whose text or image comes first on the page; a page with nothing of the Document has none.
    ``letters`` says how many letters of the element's own text, white space and its children's not
    counted, stand on earlier pages, or is ``None`` where the page starts with the element itself:
    with an image, or a list item's number.
    """

    folio: str
    place: str = ""
    letters: int | None = None


Pagination = tuple[PageStart, ...]
"""The printed pages, first to last."""


def letters(text: str) -> int:
    """How many characters of ``text`` are no white space."""
    return len("".join(text.split()))


class Parts(NamedTuple):
    """What the printed book and the e-book are both made of, every element with its place."""

    contents: Element
    chapters: Element
    colophon: Element


def named_parts(document: Document) -> Parts:
    """The book's parts, for an edition to change as it needs to.

    Each element has the same place in every edition, whatever is moved, added or taken away.
    """
    chapters, particulars = deepcopy(document.body), colophon(document.publication.metadata)
    parts = Parts(contents_of(document), chapters, particulars)
    for name, tree in zip(Parts._fields, parts, strict=True):
        for number, element in enumerate(tree.iter()):
            # What a formula is made of is drawn as one picture.
            if element.tag == f"{MATHML}math" or etree.QName(element).namespace is None:
                element.set(PLACE, f"{name}-{number}")
    return parts


def strip_places(tree: Element) -> None:
    """Take away the places. An edition does it last."""
    for element in tree.iter():
        element.attrib.pop(PLACE, None)
