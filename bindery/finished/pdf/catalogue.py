"""Destinations, bookmarks and page labels of a PDF."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pikepdf

from bindery.finished.pdf.objects import Objgen, is_dictionary, tree_entries, words
from bindery.finished.pdf.tagged import Bookmark, Target


class Destinations:
    """Resolves every kind of destination (ISO 32000-2, 12.3.2 and 12.6.4.2) to a ``Target``.

    ``number_of`` gives a structure element's number.
    """

    def __init__(self, pdf: pikepdf.Pdf, number_of: Callable[[Objgen], int | None]) -> None:
        self._number_of = number_of
        self._pages: Mapping[Objgen, int] = {
            page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)
        }
        root: Any = pdf.Root
        names = root.get("/Names", {}).get("/Dests")
        self._named = {bytes(key): value for key, value in tree_entries(names, "/Names")}
        for key, value in root.get("/Dests", {}).items():
            self._named[key.removeprefix("/").encode()] = value

    def target(self, holder: Any) -> Target:
        """Where an annotation or an outline item leads."""
        action = holder.get("/A")
        if is_dictionary(action):
            if words(action.get("/S")) == "URI":
                # An address is ASCII by the standard; anything else is decoded as UTF-8.
                uri = action.get("/URI")
                return Target(uri=bytes(uri).decode("utf-8", errors="replace") if uri else "")
            return self._destination(action.get("/D"), action.get("/SD"))
        return self._destination(holder.get("/Dest"), None)

    def page(self, objgen: Objgen) -> int | None:
        """The number of a page object, from 1."""
        return self._pages.get(objgen)

    def _destination(self, place: Any, structure: Any) -> Target:
        element = page = None
        place = self._unnamed(place)
        if is_dictionary(place):
            structure = structure if structure is not None else place.get("/SD")
            place = place.get("/D")
        if isinstance(place, pikepdf.Array) and len(place) and is_dictionary(place[0]):
            page = self.page(place[0].objgen)
            # A structure destination may stand in place of a page (12.3.2.3).
            element = self._number_of(place[0].objgen) if page is None else None
        if isinstance(structure, pikepdf.Array) and len(structure) and is_dictionary(structure[0]):
            element = self._number_of(structure[0].objgen)
        return Target(element=element, page=page)

    def _unnamed(self, place: Any) -> Any:
        if isinstance(place, pikepdf.String):
            return self._named.get(bytes(place))
        if isinstance(place, pikepdf.Name):
            return self._named.get(words(place).encode())
        return place


_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def bookmarks(
    pdf: pikepdf.Pdf, destinations: Destinations, number_of: Callable[[Any], int | None]
) -> Iterator[Bookmark]:
    """Yield the outline from top to bottom, closed branches too."""
    catalogue: Any = pdf.Root
    seen = set()
    todo: list[tuple[Any, int]] = [(catalogue.get("/Outlines", {}).get("/First"), 1)]
    while todo:
        item, level = todo.pop()
        if not is_dictionary(item) or item.objgen in seen:
            continue
        seen.add(item.objgen)
        element = number_of(item.get("/SE"))
        yield Bookmark(words(item.get("/Title")), level, destinations.target(item), element)
        todo += [(item.get("/Next"), level), (item.get("/First"), level + 1)]


def page_labels(pdf: pikepdf.Pdf) -> list[str]:
    """Return the label of each page (ISO 32000-2, 12.4.2); without labels, its number."""
    ranges = {
        int(first): style for first, style in tree_entries(pdf.Root.get("/PageLabels"), "/Nums")
    }
    labels = []
    style: Any = {"/S": pikepdf.Name.D}
    first = 0
    for index in range(len(pdf.pages)):
        if index in ranges:
            style, first = ranges[index], index
        value = int(style.get("/St", 1)) + index - first
        labels.append(words(style.get("/P")) + written(value, words(style.get("/S"))))
    return labels


def written(value: int, style: str) -> str:
    """Write a number in a style of page labels: ``D``, ``r``, ``R``, ``a`` or ``A``; else empty."""
    match style:
        case "D":
            return str(value)
        case "r" | "R":
            roman = "".join(_roman(value))
            return roman if style == "r" else roman.upper()
        case "a" | "A":
            letter = chr(ord(style) + (value - 1) % 26)
            return letter * ((value - 1) // 26 + 1)
    return ""


def _roman(value: int) -> Iterator[str]:
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        yield letters * times
