"""A structure element as plain data, before it is an object in a file."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bindery.editions.pdf.structure.marks import Content, Rectangle


@dataclass(frozen=True, slots=True, eq=False)
class Annotation:
    """A link's active area on one page, with a rectangle for each line it stands on."""

    page: int
    rectangles: tuple[Rectangle, ...]


@dataclass(slots=True, eq=False)
class StructElem:
    """One structure element (ISO 32000-2, 14.7.2).

    ``source`` is its HTML element's number. ``attributes`` are by owner (14.7.6). ``target`` is
    what a Link leads to: ``#id`` in the book, or an address. ``refers_to`` is the HTML id of what
    it refers to (14.7.2, ``Ref``). ``mathml`` is a formula's markup.
    """

    type: str
    source: int = -1
    kids: list["StructElem | Content | Annotation"] = field(default_factory=list)
    id: str = ""
    language: str = ""
    alternative: str | None = None
    expansion: str = ""
    title: str = ""
    attributes: dict[str, dict[str, object]] = field(default_factory=dict)
    target: str = ""
    refers_to: str = ""
    mathml: str = ""

    def set(self, owner: str, **values: object) -> None:
        """Set attributes of ``owner``: ``Table``, ``List``, ``Layout``."""
        self.attributes.setdefault(owner, {}).update(values)

    def elements(self) -> Iterator["StructElem"]:
        """All from this element down, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, StructElem):
                yield from kid.elements()

    def contents(self) -> Iterator[Content]:
        """All marked content below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Content):
                yield kid
            elif isinstance(kid, StructElem):
                yield from kid.contents()
