"""Build the structure tree from the print tree and what was drawn of it.

Each HTML element becomes one structure element, however many pages, columns or lines it is broken
over, with its content in reading order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from bindery.editions.pdf.structure.marks import PageMarks
from bindery.editions.pdf.structure.roles import ARTIFACT, type_of
from bindery.editions.pdf.structure.shapes import SHAPES
from bindery.editions.pdf.structure.struct_elements import StructElem
from bindery.editions.pdf.structure.tree_builder import Builder, is_dissolved


@dataclass(frozen=True, slots=True)
class Tree:
    """The Document element, and the target of each HTML id.

    ``html`` has the print tree's elements by number, ``ids`` the number of each id.
    """

    document: StructElem
    by_id: dict[str, StructElem]
    html: tuple[Any, ...]
    ids: dict[str, int]

    def id_in(self, fragment: str) -> str:
        """The id of a link's fragment: the fragment itself, or else decoded (HTML 7.4.6.3)."""
        return fragment if fragment in self.ids else unquote(fragment)


def numbered(root: Any) -> dict[Any, int]:
    """Each element's number in the print tree's document order."""
    return {element: number for number, element in enumerate(root.iter())}


def owners(root: Any, numbers: Mapping[Any, int]) -> dict[Any, int]:
    """The number of the element that each element's own text belongs to.

    The text of a span without meaning belongs to the element around it, so that it needs no marked
    content of its own.
    """
    found: dict[Any, int] = {}
    for element in root.iter():
        own = found.setdefault(element, numbers[element])
        for child in element:
            found[child] = own if is_dissolved(child) else numbers[child]
    return found


def hidden(root: Any, numbers: Mapping[Any, int]) -> frozenset[int]:
    """The numbers of decorative elements and everything in them."""
    return frozenset(
        numbers[inner]
        for element in root.iter()
        if type_of(element) == ARTIFACT
        for inner in element.iter()
    )


def build_tree(root: Any, numbers: Mapping[Any, int], pages: Iterable[PageMarks]) -> Tree:
    """The tree of what ``pages`` show of the print tree ``root``."""
    builder = Builder(root, numbers, pages, SHAPES)
    body = root.find("body")
    document = builder.make("Document", body, builder.children(body))
    document.kids += builder.notes
    html = tuple(root.iter())
    ids: dict[str, int] = {}
    for number, element in enumerate(html):
        if name := element.get("id"):
            ids.setdefault(name, number)
    return Tree(document, builder.living(document), html, ids)
