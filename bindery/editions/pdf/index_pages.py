"""Page numbers in the index: each page once, and pages that follow each other as one range."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from bindery.document.book_index import ENTRIES, PLACE_IN_BOOK

_FEWEST = 3
"""Pages in a row that are written as a range: 12–14."""


def has_index(tree: Element) -> bool:
    """Whether there are links with page numbers to join."""
    return next(_items(tree), None) is not None


def join_pages(tree: Element, pages: Sequence[Any]) -> bool:
    """Join the page numbers in the index of ``tree``, which was laid out as ``pages``.

    Returns whether anything was changed, so that it must be laid out again. The numbers themselves
    are counted in each layout.
    """
    found = {name: page for page, one in enumerate(pages) for name in one.anchors}
    front = _front(tree)
    changed = False
    for item in list(_items(tree)):
        links = _links(item)
        kept, joined = _once(links, found, front)
        if len(kept) < len(links):
            changed = True
            _write(item, links, kept, joined)
    return changed


def _items(tree: Element) -> Iterator[Element]:
    for listed in tree.iter("ul"):
        if ENTRIES in listed.get("class", "").split():
            yield from (item for item in listed.iter("li") if len(_links(item)) > 1)


def _links(item: Element) -> list[Element]:
    return [one for one in item if PLACE_IN_BOOK in one.get("class", "").split()]


def _front(tree: Element) -> frozenset[str]:
    """The names in the front matter, whose pages may have numerals of their own."""
    sections = (one for one in tree.iter("section") if "front" in one.get("class", "").split())
    return frozenset(name for one in sections for each in one.iter() if (name := each.get("id")))


def _once(
    links: Sequence[Element], found: Mapping[str, int], front: frozenset[str]
) -> tuple[list[Element], set[Element]]:
    """The links to print, and those of them that end a range."""
    by_page: dict[int, Element] = {}
    unknown = []
    for link in links:
        page = found.get(link.get("href", "").removeprefix("#"))
        if page is None:
            unknown.append(link)
        else:
            by_page.setdefault(page, link)
    kept: list[Element] = []
    ends: set[Element] = set()
    for row in _rows(sorted(by_page), by_page, front):
        if len(row) >= _FEWEST:
            kept += [by_page[row[0]], by_page[row[-1]]]
            ends.add(kept[-1])
        else:
            kept += [by_page[page] for page in row]
    return [*kept, *unknown], ends


def _rows(
    pages: Sequence[int], by_page: Mapping[int, Element], front: frozenset[str]
) -> list[list[int]]:
    """The ``pages``, those that follow each other together."""
    rows: list[list[int]] = []
    before = False
    for page in pages:
        in_front = by_page[page].get("href", "").removeprefix("#") in front
        if rows and rows[-1][-1] == page - 1 and before == in_front:
            rows[-1].append(page)
        else:
            rows.append([page])
        before = in_front
    return rows


def _write(
    item: Element, links: Sequence[Element], kept: Sequence[Element], ends: set[Element]
) -> None:
    at = list(item).index(links[0])
    after = links[-1].tail
    for link in links:
        item.remove(link)
    for number, link in enumerate(kept):
        item.insert(at + number, link)
        is_last = number + 1 == len(kept)
        link.tail = after if is_last else "–" if kept[number + 1] in ends else ", "
