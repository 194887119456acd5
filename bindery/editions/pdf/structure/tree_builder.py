"""Build structure elements from the print tree and what was drawn of it, from the leaves up."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from bindery.editions.pdf.structure.marks import PageMarks, Rectangle, Run
from bindery.editions.pdf.structure.roles import (
    ARTIFACT,
    TABLE_PARTS,
    TRANSPARENT,
    TYPES,
    Holds,
    type_of,
)
from bindery.editions.pdf.structure.struct_elements import (
    BOUNDARY,
    Annotation,
    Item,
    StructElem,
    held,
)

Shape = Callable[["Builder", Any], list[Item]]
"""Builds an element that needs more than its own content."""

_BLOCKS_WITHOUT_TYPE = ("div", "tr", "td", "th", "thead", "tbody", "tfoot", "table", "hgroup")


def is_dissolved(element: Any) -> bool:
    """Whether a span adds nothing to its text, which then belongs to the element around it."""
    return (
        type_of(element) == TRANSPARENT
        and element.tag not in _BLOCKS_WITHOUT_TYPE
        and element.get("lang") is None
        and element.get("id") is None
    )


def _undissolved(element: Any) -> Iterator[Any]:
    """The children of ``element``, with a dissolved child replaced by its own."""
    for child in element:
        if is_dissolved(child):
            yield from _undissolved(child)
        else:
            yield child


class Builder:
    """Builds elements from the leaves up. ``shapes`` builds those that are not plain."""

    def __init__(
        self,
        root: Any,
        numbers: Mapping[Any, int],
        pages: Iterable[PageMarks],
        shapes: Mapping[str, Shape],
    ) -> None:
        self._shapes = shapes
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
        """Record where an element, and each one around it, first has content."""
        while number is not None and number not in self._first:
            self._first[number] = order
            number = self._around.get(number)

    def living(self, document: StructElem) -> dict[str, StructElem]:
        """Each id's structure element, or the nearest around it if it has none."""
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
        """The language at the element that is being built."""
        return str(self._languages[-1])

    def marker(self, element: Any) -> list[Item]:
        """The content of a list item's marker."""
        return self._contents(element, lambda part: part == "marker")

    def own(self, element: Any) -> list[Item]:
        """The element's own content, without its children's."""
        return self._contents(element, lambda part: part != "marker")

    def _contents(self, element: Any, wanted: Any) -> list[Item]:
        runs = self._runs.get(self.numbers[element], ())
        return [content for _, run in runs if wanted(run.part) for content in run.contents]

    def children(self, element: Any) -> list[Item]:
        """The content of ``element``, in reading order.

        Children are in document order, even if drawn elsewhere, as a footnote is; the element's own
        text is put between them in the order it was drawn.
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
        """The children, each with the number of the first run at or after it."""
        place = float("inf")
        placed = []
        for child in reversed(list(_undissolved(element))):
            place = min(place, self._first.get(self.numbers[child], place))
            placed.append((child, place))
        return placed[::-1]

    def build(self, element: Any) -> list[Item]:
        """The structure element for ``element``, or its content if it is transparent."""
        kind = type_of(element)
        if kind in TABLE_PARTS and kind != "Caption":
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
        if kind != TRANSPARENT and (shape := self._shapes.get(kind)):
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
        """An element of ``kind`` with ``items``, arranged as its type allows."""
        made = StructElem(kind, self.numbers[element])
        made.kids = held(TYPES[kind].holds, items)
        while self._loose_ids:
            self.by_id.setdefault(self._loose_ids.pop(), made)
        return made

    def finished(self, made: StructElem) -> list[Item]:
        """The element, unless it is empty, and the notes that it refers to.

        A note is read after the paragraph that refers to it, not in the middle of the sentence.
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
        """Record the target of links to the element's id."""
        if name := element.get("id"):
            first = next((item for item in items if isinstance(item, StructElem)), None)
            if first is not None and first.source >= self.numbers[element]:
                self.by_id.setdefault(name, first)
            else:
                self._loose_ids.append(name)
