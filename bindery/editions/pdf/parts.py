"""The parts of a print tree that can be laid out apart, and page numbers across them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from bindery.document.book_index import PLACE_IN_BOOK
from bindery.document.contents import PLACE
from bindery.document.model import PART
from bindery.editions.pdf.marks_elsewhere import FIRST
from bindery.editions.pdf.orders import ApartError
from bindery.editions.pdf.page_words import TARGET


@dataclass(frozen=True, slots=True)
class Part:
    """Some neighbours in the print tree, in copies of the elements around them.

    ``first`` is the number of the part's first element in the tree, and ``around`` are those of the
    elements around it, outermost first. ``targets`` are those whose page numbers it prints.
    """

    page: bytes
    first: int
    around: tuple[int, ...]
    targets: frozenset[str]


def parts_of(tree: Element) -> list[Part]:
    """The parts of the book: cover, lists of contents, chapters, colophon."""
    numbers = {element: number for number, element in enumerate(tree.iter())}
    with _without_places(tree):
        return [
            Part(
                ElementTree.tostring(_wrapped(around, elements)),
                numbers[elements[0]],
                tuple(numbers[one] for one in around),
                frozenset(name for one in elements for name in _targets(one)),
            )
            for around, elements in _split(tree)
        ]


def _split(tree: Element) -> Iterator[tuple[tuple[Element, ...], list[Element]]]:
    """The elements of each part, and those around it, outermost first.

    Raises ``ApartError`` if there is text between them.
    """
    body = tree.find("body")
    assert body is not None
    yield from _split_in((tree, body))


def _split_in(around: tuple[Element, ...]) -> Iterator[tuple[tuple[Element, ...], list[Element]]]:
    if any((one.text or "").strip() for one in around):
        raise ApartError
    together: list[Element] = []
    for element in around[-1]:
        if element.tag == "main" or element.get("role") == PART:
            if together:
                yield around, together
                together = []
            yield from _split_in((*around, element))
        elif together and not _begins(element):
            together.append(element)
        else:
            if together:
                yield around, together
            together = [element]
    if together:
        yield around, together


def _begins(element: Element) -> bool:
    """Whether a part begins at an element."""
    return element.tag in ("section", "nav")


def _wrapped(around: Sequence[Element], elements: Sequence[Element]) -> Element:
    html, body, *inner = (Element(one.tag, one.attrib) for one in around)
    html.append(Element("head"))
    html.append(body)
    for one in inner:
        body.append(one)
        body = one
    body.extend(elements)
    return html


@contextmanager
def _without_places(tree: Element) -> Iterator[None]:
    """Within it, no element says its place in the Document: that moves when others change."""
    places = {element: place for element in tree.iter() if (place := element.get(PLACE))}
    for element in places:
        element.set(PLACE, "")
    try:
        yield
    finally:
        for element, place in places.items():
            element.set(PLACE, place)


def _targets(element: Element) -> Iterator[str]:
    """The targets whose page numbers the default styles print in ``element``."""
    in_contents = element.tag == "nav"
    for one in element.iter():
        if in_contents or PLACE_IN_BOOK in one.get("class", "").split():
            names = [one.get("href", "")]
        else:
            names = [one.get(TARGET, ""), one.get(FIRST, "")]
        yield from (name.removeprefix("#") for name in names if name.startswith("#"))


def page_numbers(kinds: Sequence[str], restarts: frozenset[str]) -> list[int]:
    """The number of each page; 1 again on the first page of a kind that ``restarts``."""
    found: list[int] = []
    seen: set[str] = set()
    for kind in kinds:
        first = not found or (kind in restarts and kind not in seen)
        found.append(1 if first else found[-1] + 1)
        seen.add(kind)
    return found
