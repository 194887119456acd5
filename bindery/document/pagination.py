"""Where each printed page starts in the Document."""

from dataclasses import dataclass

from bindery.document.model import Element

PLACE = "data-place"
"""On an element of a tree that several editions are made from: its name in all of them."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """The word a printed page starts at.

    ``folio`` is the page's number as it is printed (``iv``, ``38``). ``place`` names the element
    whose text or image comes first on the page, and ``letters`` says how many letters of its own
    text, white space and its children's not counted, stand on earlier pages.
    """

    folio: str
    place: str
    letters: int = 0


Pagination = tuple[PageStart, ...]
"""The printed pages, first to last."""


def name_places(tree: Element, part: str) -> None:
    """Name every element of ``tree``, which is ``part`` of the book, by its order in it.

    Copies of the tree that were named in the same way have the same names, whatever is moved,
    added or taken away in them afterwards.
    """
    for number, element in enumerate(tree.iter()):
        element.set(PLACE, f"{part}-{number}")
