"""Structure elements as plain data, and which may contain which."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from bindery.editions.pdf.structure.marks import Content, Rectangle
from bindery.editions.pdf.structure.roles import TYPES, Holds


@dataclass(frozen=True, slots=True, eq=False)
class Annotation:
    """A link's active area on one page, with a rectangle for each of its lines."""

    page: int
    rectangles: tuple[Rectangle, ...]


@dataclass(slots=True, eq=False)
class StructElem:
    """One structure element (ISO 32000-2, 14.7.2).

    ``source`` is its HTML element's number. ``attributes`` are by owner (14.7.6). ``target`` is
    a Link's target: ``#id`` in the book, or an address. ``refers_to`` are the HTML ids of what
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
    refers_to: tuple[str, ...] = ()
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


class _Boundary(Enum):
    HERE = "between two blocks that have no element of their own"


BOUNDARY = _Boundary.HERE
"""Text before and after it is never in one paragraph."""

Kid = StructElem | Content | Annotation
Item = Kid | _Boundary


def held(holds: Holds, items: list[Item]) -> list[Kid]:
    """``items`` arranged for an element whose type allows ``holds`` as its content."""
    if holds is Holds.BLOCKS:
        return [kid for segment in _segments(items) for kid in _as_blocks(segment)]
    if holds is Holds.TEXT:
        return [kid for item in items for kid in _as_text(item)]
    if holds is Holds.PARTS:
        return [item for item in items if isinstance(item, StructElem)]
    segments = list(_segments(items))
    if len(segments) == 1 or not any(is_inline(kid) for segment in segments for kid in segment):
        return [kid for segment in segments for kid in segment]
    return [kid for segment in segments for kid in _as_blocks(segment)]


def is_inline(kid: Kid) -> bool:
    """Whether ``kid`` is inline, in a line of text."""
    return not isinstance(kid, StructElem) or TYPES[kid.type].inline


def _segments(items: list[Item]) -> Iterator[list[Kid]]:
    segment: list[Kid] = []
    for item in items:
        if isinstance(item, _Boundary):
            if segment:
                yield segment
            segment = []
        else:
            segment.append(item)
    if segment:
        yield segment


def _as_blocks(kids: list[Kid]) -> Iterator[Kid]:
    """``kids`` as blocks: text between blocks is put in paragraphs."""
    line: list[Kid] = []
    for kid in kids:
        if is_inline(kid):
            line.append(kid)
            continue
        yield from _paragraph(line)
        line = []
        yield kid
    yield from _paragraph(line)


def _paragraph(line: list[Kid]) -> list[Kid]:
    """``line`` as a paragraph; a figure or formula alone needs none."""
    if all(isinstance(kid, StructElem) and kid.type in ("Figure", "Formula") for kid in line):
        return line
    return [StructElem("P", kids=line)]


def _as_text(item: Item) -> list[Kid]:
    """``item`` as text: a paragraph in a heading or a term is replaced by its content."""
    if isinstance(item, _Boundary):
        return []
    if isinstance(item, StructElem) and item.type == "P" and not item.language:
        return item.kids
    return [item]
