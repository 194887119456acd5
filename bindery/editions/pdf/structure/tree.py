"""The structure tree: from the print tree and what was drawn of it.

One structure element for an HTML element, however many pages, columns or lines it is broken over.
Its content hangs from it in reading order.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from bindery.editions.pdf.structure import shapes, tables
from bindery.editions.pdf.structure.elements import BOUNDARY, Annotation, Item, StructElem, held
from bindery.editions.pdf.structure.marks import PageMarks, Rectangle, Run
from bindery.editions.pdf.structure.roles import ARTIFACT, TRANSPARENT, TYPES, Holds, type_of

_BLOCKS_WITHOUT_TYPE = ("div", "tr", "td", "th", "thead", "tbody", "tfoot", "table", "hgroup")


@dataclass(frozen=True, slots=True)
class Tree:
    """The Document element, and what each HTML id leads to.

    ``html`` holds the print tree's elements by number, ``ids`` the number of each id.
    """

    document: StructElem
    by_id: dict[str, StructElem]
    html: tuple[Any, ...]
    ids: dict[str, int]

    def id_in(self, fragment: str) -> str:
        """The id that a link's fragment names: as it is written, else decoded (HTML 7.4.6.3)."""
        return fragment if fragment in self.ids else unquote(fragment)


def numbered(root: Any) -> dict[Any, int]:
    """Each element's number: its place in the print tree's document order."""
    return {element: number for number, element in enumerate(root.iter())}


def owners(root: Any, numbers: Mapping[Any, int]) -> dict[Any, int]:
    """The number of the element that each element's own text belongs to.

    That of a span without meaning belongs to the element around it: no marked content for it alone.
    """
    found: dict[Any, int] = {}
    for element in root.iter():
        own = found.setdefault(element, numbers[element])
        for child in element:
            found[child] = own if _is_dissolved(child) else numbers[child]
    return found


def _is_dissolved(element: Any) -> bool:
    return (
        type_of(element) == TRANSPARENT
        and element.tag not in _BLOCKS_WITHOUT_TYPE
        and element.get("lang") is None
        and element.get("id") is None
    )


def hidden(root: Any, numbers: Mapping[Any, int]) -> frozenset[int]:
    """The numbers of elements that are decoration, with all that is in them."""
    return frozenset(
        numbers[inner]
        for element in root.iter()
        if type_of(element) == ARTIFACT
        for inner in element.iter()
    )


def build_tree(root: Any, numbers: Mapping[Any, int], pages: Iterable[PageMarks]) -> Tree:
    """The tree of what ``pages`` show of the print tree ``root``."""
    builder = Builder(root, numbers, pages)
    body = root.find("body")
    document = builder.make("Document", body, builder.children(body))
    document.kids += builder.notes
    html = tuple(root.iter())
    ids: dict[str, int] = {}
    for number, element in enumerate(html):
        if name := element.get("id"):
            ids.setdefault(name, number)
    return Tree(document, builder.living(document), html, ids)


def _undissolved(element: Any) -> Iterator[Any]:
    """The children, those of a dissolved child in its place."""
    for child in element:
        if _is_dissolved(child):
            yield from _undissolved(child)
        else:
            yield child


class Builder:
    """Builds elements from the leaves up. ``shapes`` tells it of those that are not plain."""

    def __init__(self, root: Any, numbers: Mapping[Any, int], pages: Iterable[PageMarks]) -> None:
        self.numbers = numbers
        self.parents = {child: element for element in root.iter() for child in element}
        self.by_id: dict[str, StructElem] = {}
        self.extents: dict[int, Rectangle] = {}
        self.links: dict[int, list[Annotation]] = {}
        self.markers: dict[int, str] = {}
        self.notes: list[StructElem] = []
        self._loose_ids: list[str] = []
        self._languages = [root.get("lang", "")]
        self._runs: dict[int, list[tuple[int, Run]]] = {}
        self._first: dict[int, int] = {}
        self._around = {numbers[child]: numbers[one] for child, one in self.parents.items()}
        order = 0
        for page in pages:
            for number, extent in page.extents.items():
                self.extents.setdefault(number, extent)
            self.markers |= page.markers
            for number, rectangles in page.links.items():
                annotation = Annotation(page.index, tuple(rectangles))
                self.links.setdefault(number, []).append(annotation)
            for run in page.runs:
                if run.contents and not run.artifact:
                    order += 1
                    self._runs.setdefault(run.element, []).append((order, run))
                    self._mark_first(run.element, order)

    def _mark_first(self, number: int | None, order: int) -> None:
        """Note where an element, and all it is in, is first seen."""
        while number is not None and number not in self._first:
            self._first[number] = order
            number = self._around.get(number)

    def living(self, document: StructElem) -> dict[str, StructElem]:
        """Each id's element; where it became none of its own, the nearest around it that did."""
        by_source: dict[int, StructElem] = {}
        living = set()
        for element in document.elements():
            by_source.setdefault(element.source, element)
            living.add(element)
        found = {}
        for name, element in self.by_id.items():
            source: int | None = element.source
            while source is not None and source not in by_source:
                source = self._around.get(source)
            around = document if source is None else by_source[source]
            found[name] = element if element in living else around
        return found

    @property
    def language(self) -> str:
        """The language in force where the tree is being built."""
        return str(self._languages[-1])

    def marker(self, element: Any) -> list[Item]:
        """The content of a list item's marker."""
        return self._contents(element, lambda part: part == "marker")

    def own(self, element: Any) -> list[Item]:
        """The content that is the element's own, and none of its children's."""
        return self._contents(element, lambda part: part != "marker")

    def _contents(self, element: Any, wanted: Any) -> list[Item]:
        runs = self._runs.get(self.numbers[element], ())
        return [content for _, run in runs if wanted(run.part) for content in run.contents]

    def children(self, element: Any) -> list[Item]:
        """What ``element`` holds, in reading order.

        Children keep the document's order, also one that is drawn elsewhere, as a footnote is; the
        element's own text is put between them as it was drawn.
        """
        runs = [
            (order, run)
            for order, run in self._runs.get(self.numbers[element], ())
            if run.part != "marker"
        ]
        items: list[Item] = []
        at = 0
        for child, place in self._placed(element):
            while at < len(runs) and runs[at][0] < place:
                items += runs[at][1].contents
                at += 1
            items += self.build(child)
        for _, run in runs[at:]:
            items += run.contents
        return items

    def _placed(self, element: Any) -> list[tuple[Any, float]]:
        """The children, each with the order of the first run at or after it."""
        place = float("inf")
        placed = []
        for child in reversed(list(_undissolved(element))):
            place = min(place, self._first.get(self.numbers[child], place))
            placed.append((child, place))
        return placed[::-1]

    def build(self, element: Any) -> list[Item]:
        """What ``element`` becomes: an element of its own, or what it adds to the one around it."""
        kind = type_of(element)
        if kind in tables.PARTS and kind != "Caption":
            kind = TRANSPARENT  # a row or cell of a table that only lays out: see ``tables``
        if kind == ARTIFACT or not isinstance(element.tag, str):
            return []
        language = element.get("lang")
        changed = language is not None and language != self._languages[-1]
        if changed:
            self._languages.append(language)
        try:
            items = self._of_kind(kind, element, language if changed else "")
        finally:
            if changed:
                self._languages.pop()
        self._name(element, items)
        return items

    def _of_kind(self, kind: str, element: Any, language: str) -> list[Item]:
        block = element.tag in _BLOCKS_WITHOUT_TYPE
        if kind != TRANSPARENT and (shape := shapes.SHAPES.get(kind)):
            items = shape(self, element)
        elif kind in TYPES:
            items = self.finished(self.make(kind, element, self.children(element)))
        elif language and self.numbers[element] in self._first:
            items = [self.make("Div" if block else "Span", element, self.children(element))]
        else:
            items = self.children(element)
            return [BOUNDARY, *items, BOUNDARY] if block else items
        if language:
            for item in items:
                if isinstance(item, StructElem) and item.source == self.numbers[element]:
                    item.language = language
                    break
        return items

    def make(self, kind: str, element: Any, items: list[Item]) -> StructElem:
        """An element of ``kind`` that holds ``items`` as its type allows."""
        made = StructElem(kind, self.numbers[element])
        made.kids = held(TYPES[kind].holds, items)
        while self._loose_ids:
            self.by_id.setdefault(self._loose_ids.pop(), made)
        return made

    def finished(self, made: StructElem) -> list[Item]:
        """The element, unless it is empty, with the notes that were called in it.

        A note is heard after the paragraph that refers to it, not in the middle of the sentence.
        """
        notes: list[Item] = []
        if not TYPES[made.type].inline:
            notes, self.notes = [*self.notes], []
        if not made.kids:
            return notes
        if TYPES[made.type].holds is Holds.TEXT:
            return [made, *notes]
        made.kids += [note for note in notes if isinstance(note, StructElem)]
        return [made]

    def _name(self, element: Any, items: list[Item]) -> None:
        """Remember what a link to the element's id leads to."""
        if name := element.get("id"):
            first = next((item for item in items if isinstance(item, StructElem)), None)
            if first is not None and first.source >= self.numbers[element]:
                self.by_id.setdefault(name, first)
            else:
                self._loose_ids.append(name)
