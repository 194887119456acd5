"""What a reader is told of a PDF before its text: bookmarks, page labels, title."""

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

from bindery.readback.destinations import Destinations
from bindery.readback.heard import Bookmark
from bindery.readback.objects import is_dictionary, tree_entries, words

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def bookmarks(
    pdf: pikepdf.Pdf, destinations: Destinations, number_of: Callable[[Any], int | None]
) -> Iterator[Bookmark]:
    """The outline from top to bottom, closed branches too."""
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
    """What each page is called (ISO 32000-2, 12.4.2); without labels, its number."""
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
    """A number in a style of page labels: ``D``, ``r``, ``R``, ``a`` or ``A``; else nothing."""
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
