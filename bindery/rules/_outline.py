"""A chapter's outline: headings, paragraphs and lists one after the other, not what is in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source_elements import Block, Div, Element, Heading, Note, Paragraph, Table
from bindery.rules._prose import Reading, readings_of

_ITEMS = {"bullet_list": "list_item", "ordered_list": "list_item", "dl": "dt"}
_OUTLINED = (Block, Heading, Note, Paragraph, Table)


@dataclass(frozen=True, slots=True)
class Part:
    """One element of the outline; ``reading`` is what a heading or a paragraph says.

    ``items`` is how many a list has, lists in it not counted; 0 for what is no list.
    """

    element: Element
    reading: Reading | None = None
    items: int = 0

    @property
    def level(self) -> int:
        """1 to 6 for a heading; 0 for what is none."""
        return self.element.level if isinstance(self.element, Heading) else 0

    @property
    def is_ordered(self) -> bool:
        """Whether it is a list whose items are numbered."""
        return isinstance(self.element, Block) and self.element.kind == "ordered_list"


def outline_of(chapter: ChapterSource, manuscript: Manuscript) -> tuple[Part, ...]:
    """The outline of ``chapter``."""
    said = {id(reading.prose): reading for reading in readings_of(chapter, manuscript)}
    lines = chapter.chapter.text.split("\n")
    elements = chapter.elements
    parts: list[Part] = []
    for index, element in enumerate(elements):
        if _is_inside(element) or not isinstance(element, _OUTLINED):
            continue
        match element:
            case Heading() | Paragraph():
                after = elements[index + 1] if index + 1 < len(elements) else None
                parts.append(Part(element, said.get(id(after))))
            case Block(kind="bullet_list" | "ordered_list" | "dl"):
                parts.append(Part(element, items=_items(elements[index:], lines)))
            case _:
                parts.append(Part(element))
    return tuple(parts)


def section_of(heading: Part, parts: Sequence[Part]) -> tuple[Part, ...]:
    """What stands below ``heading``, to the next heading of its level or a higher one."""
    first = next(place for place, part in enumerate(parts) if part is heading) + 1
    ends = (
        place
        for place in range(first, len(parts))
        if parts[place].level and parts[place].level <= heading.level
    )
    return tuple(parts[first : next(ends, len(parts))])


def introduces(part: Part, listed: Part) -> bool:
    """Whether ``part`` stands in the same block as ``listed``, or in one around it."""
    around: list[Div | None] = [*listed.element.divs(), None]
    return part.element.div in around


def _is_inside(element: Element) -> bool:
    return element.nested or any(div.nested for div in element.divs())


def _items(elements: Sequence[Element], lines: Sequence[str]) -> int:
    """How many items the list has that ``elements`` begin with.

    Items of a list in it stand further to the right; a longer number may stand one space further
    to the left.
    """
    whole = elements[0]
    assert isinstance(whole, Block)
    margins: list[int] = []
    for element in _until_outside(elements[1:]):
        if isinstance(element, Block) and element.kind == _ITEMS[whole.kind]:
            assert element.location.line is not None
            line = lines[element.location.line - 1]
            margins.append(len(line) - len(line.lstrip()))
    return sum(margin < margins[0] + 2 for margin in margins)


def _until_outside(elements: Sequence[Element]) -> Iterator[Element]:
    for element in elements:
        if not _is_inside(element):
            return
        yield element
