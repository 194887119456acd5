"""Links, bookmarks and page labels: their targets, and how they are written."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import Any
from urllib.parse import urlsplit

import pydyf

from bindery.editions.pdf.structure.marks import PageMarks, Rectangle
from bindery.editions.pdf.structure.objects import Raw, text_string
from bindery.editions.pdf.structure.roles import CHAPTER_NUMBER, alternative_of
from bindery.editions.pdf.structure.struct_elements import Annotation, StructElem
from bindery.editions.pdf.structure.tree import Tree
from bindery.editions.pdf.structure.write import Written
from bindery.locales import Word, locale_of
from bindery.manuscript.addresses import ascii_address
from bindery.vocabulary.text import without_soft_hyphens

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_NUMERALS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

Label = tuple[str, int]
"""Numbering style (``D``, ``r``, ``R``) and number."""


def labels(folios: Sequence[str]) -> list[Label]:
    """Each page's label. A page without a printed folio is numbered by those after or before it."""
    read = [_read(folio) if folio else None for folio in folios]
    for index in reversed(range(len(read) - 1)):
        after = read[index + 1]
        if read[index] is None and after is not None and after[1] > 1:
            read[index] = (after[0], after[1] - 1)
    last: Label = ("D", 0)
    found = []
    for label in read:
        last = label if label is not None else (last[0], last[1] + 1)
        found.append(last)
    return found


def printed(label: Label) -> str:
    """A label as it is printed."""
    style, number = label
    if style == "D":
        return str(number)
    numeral = ""
    for value, letters in _NUMERALS:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral.upper() if style == "R" else numeral


def number_tree(found: Sequence[Label]) -> bytes:
    """The catalog's ``PageLabels``: a range for each run of consecutive numbers."""
    ranges = [(0, found[0])] if found else []
    for index, (before, label) in enumerate(pairwise(found), start=1):
        if label != (before[0], before[1] + 1):
            ranges.append((index, label))
    entries = " ".join(
        f"{index}<</S/{style}/St {max(1, number)}>>" for index, (style, number) in ranges
    )
    return f"<</Nums[{entries}]>>".encode()


def _read(folio: str) -> Label:
    if folio.isdecimal():
        return "D", int(folio)
    values = [_ROMAN[letter] for letter in folio.lower()]
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return "r" if folio.islower() else "R", total


PRINTED = 4
"""The flag ``Print`` of an annotation, which PDF/A requires (ISO 19005-2, 6.3.2)."""

HEADINGS_OF_HTML = ("h1", "h2", "h3", "h4", "h5", "h6")
HEADINGS = {f"H{level}": level for level in range(1, 7)}


class Destinations:
    """Every target in the book, by page and by structure element."""

    def __init__(
        self,
        pdf: pydyf.PDF,
        tree: Tree,
        written: Written,
        pages: Sequence[PageMarks],
        labels: Sequence[Label],
    ) -> None:
        self.pdf = pdf
        self.tree = tree
        self.written = written
        self.labels = labels
        self.pages = tuple(pdf.pages["Kids"][::3])
        self.starts: dict[int, tuple[int, float, float]] = {}
        for page in pages:
            for number, (x, y) in page.starts.items():
                self.starts.setdefault(number, (page.index, x, y))
        self.chapters = _chapters(tree.html)
        self._in_parts = _in_parts(tree.html)

    def action(self, start: tuple[int, float, float], element: StructElem) -> str:
        """The action that goes to the place on the page, and to the structure element.

        ISO 32000-2, 12.6.4.2; ISO 14289-2, 8.8. Both are given because not all software supports
        structure destinations.
        """
        page, x, y = start
        place = f"/XYZ {x:.0f} {y:.0f} 0"
        structure = self.written.numbers[element]
        return f"<</S/GoTo/D[{self.pages[page]} 0 R{place}]/SD[{structure} 0 R{place}]>>"

    def write_links(self, language: str) -> None:
        """Write every link's annotations, and add them to their pages."""
        on_pages: dict[int, list[int]] = {}
        for element in self.tree.document.elements():
            for kid in element.kids:
                if isinstance(kid, Annotation):
                    number = self.written.annotations[kid]
                    self.pdf.objects[number].update(self._annotation(element, kid, language))
                    on_pages.setdefault(kid.page, []).append(number)
        for page, numbers in on_pages.items():
            self.pdf.objects[self.pages[page]]["Annots"] = pydyf.Array(
                [f"{number} 0 R" for number in numbers]
            )

    def _annotation(
        self, element: StructElem, annotation: Annotation, language: str
    ) -> dict[str, object]:
        lefts, bottoms, rights, tops = zip(*annotation.rectangles, strict=True)
        action, said = self._lead(element, language)
        entries: dict[str, object] = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": _numbers(_whole((min(lefts), min(bottoms), max(rights), max(tops)))),
            "BS": "<</W 0>>",
            "F": PRINTED,
            "StructParent": self.written.annotation_keys[annotation],
            # A link that is only an image is named by the image in both places (ISO 14289-2, 8.9).
            "Contents": text_string(element.alternative or said.text),
            "A": action,
        }
        if said.language != language and not element.alternative:
            entries["Lang"] = text_string(said.language)
        if len(annotation.rectangles) > 1:
            entries["QuadPoints"] = _quads(annotation.rectangles)
        return entries

    def _lead(self, element: StructElem, language: str) -> tuple[str, Word]:
        """A link's action, and the description of its target."""
        name = self.tree.id_in(element.target.removeprefix("#"))
        number = self.tree.ids.get(name)
        if element.target.startswith("#") and number is not None and number in self.starts:
            start = self.starts[number]
            target = self.tree.by_id.get(name, self.tree.document)
            page = printed(self.labels[start[0]])
            said = described(self.tree.html[number], self.chapters, page, language)
            return self.action(start, target), said
        address = text_string(ascii_address(element.target)).decode("latin-1")
        host = _host(element.target)
        text = spoken_text(self.tree.html[element.source])
        said = Word(f"{text} ({host})" if host else text, language)
        return f"<</S/URI/URI{address}>>", said

    def write_bookmarks(self) -> None:
        """Write a bookmark for every heading, nested as the headings and the book's parts are."""
        found: list[tuple[int, StructElem]] = [
            (HEADINGS[element.type] + (self.tree.html[element.source] in self._in_parts), element)
            for element in self.tree.document.elements()
            if element.type in HEADINGS and element.source in self.starts
        ]
        if not found:
            return
        root = Raw()
        self.pdf.add_object(root)
        objects = [Raw() for _ in found]
        for one in objects:
            self.pdf.add_object(one)
        parents, children = _outline([level for level, _ in found])
        for index, (_, element) in enumerate(found):
            parent = parents[index]
            siblings = children[parent]
            at = siblings.index(index)
            title = text_string(spoken_text(self.tree.html[element.source])).decode("latin-1")
            entries = [f"/Title{title}"]
            entries.append(f"/Parent {(objects[parent] if parent >= 0 else root).number} 0 R")
            if at:
                entries.append(f"/Prev {objects[siblings[at - 1]].number} 0 R")
            if at + 1 < len(siblings):
                entries.append(f"/Next {objects[siblings[at + 1]].number} 0 R")
            entries.append(_family(children.get(index, []), objects, _below(index, children)))
            entries.append(f"/A{self.action(self.starts[element.source], element)}")
            entries.append(f"/SE {self.written.numbers[element]} 0 R")
            objects[index].bytes = f"<<{''.join(entries)}>>".encode("latin-1")
        root.bytes = f"<<{_family(children[-1], objects, len(found))}>>".encode("latin-1")
        self.pdf.catalog["Outlines"] = root.reference


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _chapters(html: Sequence[Any]) -> dict[Any, tuple[str, Any]]:
    """The number and the title of each chapter and part, by its section and by its title."""
    found = {}
    position = 0
    for section in html:
        title = section.find("h1")
        is_chapter = "chapter" in (section.get("class") or "").split()
        is_chapter |= section.get(CHAPTER_NUMBER) is not None
        position += is_chapter
        if is_chapter or section.get("role") == _PART:
            number = section.get(CHAPTER_NUMBER, str(position) if is_chapter else "")
            found[section] = number, title
            if title is not None:
                found[title] = found[section]
    return found


_PART = "doc-part"


def _in_parts(html: Sequence[Any]) -> frozenset[Any]:
    """The elements of the chapters that are in a part of the book."""
    parts = (one for one in html if one.get("role") == _PART)
    chapters = (chapter for part in parts for chapter in part.findall("section"))
    return frozenset(element for chapter in chapters for element in chapter.iter())


def described(
    element: Any, chapters: Mapping[Any, tuple[str, Any]], page: str, language: str
) -> Word:
    """The target of a link in the book, in words: ``Kapittel 2, side 7``."""
    word = locale_of(language).word
    if element.get("role") == "doc-footnote":
        label = spoken_text(next(iter(element), element))
        return word("ways.note-at", number=label, page=page)
    if element.get("role") == "doc-noteref":
        return word("ways.back-to-text-at", page=page)
    number, title = chapters.get(element, ("", None))
    if number:
        return word("ways.chapter-at", number=number, page=page)
    named = element if element.tag in (*HEADINGS_OF_HTML, "dfn") else _caption(element)
    named = named if title is None else title
    text = spoken_text(named) if named is not None else ""
    if text:
        return word("ways.named-at", name=text, page=page)
    return word("ways.page-at", page=page)


def _caption(element: Any) -> Any:
    for tag in ("caption", "figcaption"):
        if (caption := element.find(tag)) is not None:
            return caption
    return None


def spoken_text(element: Any) -> str:
    """The words of an element, with images' alternative text, without notes and their numbers."""
    return " ".join(without_soft_hyphens("".join(_words(element))).split())


def _words(element: Any) -> list[str]:
    found = [element.text or ""]
    for child in element:
        if child.tag == "img":
            found.append(alternative_of(child) or "")
        elif child.get("role") not in ("doc-noteref", "doc-footnote"):
            found += _words(child)
        found.append(child.tail or "")
    return found


def _outline(levels: Sequence[int]) -> tuple[list[int], dict[int, list[int]]]:
    """Each bookmark's parent by index, -1 for the top; and each one's children."""
    parents: list[int] = []
    children: dict[int, list[int]] = {-1: []}
    open_ones: list[int] = []
    for index, level in enumerate(levels):
        while open_ones and levels[open_ones[-1]] >= level:
            open_ones.pop()
        parent = open_ones[-1] if open_ones else -1
        parents.append(parent)
        children.setdefault(parent, []).append(index)
        open_ones.append(index)
    return parents, children


def _below(index: int, children: dict[int, list[int]]) -> int:
    return sum(1 + _below(child, children) for child in children.get(index, []))


def _family(children: Sequence[int], objects: Sequence[Raw], count: int) -> str:
    if not children:
        return ""
    first, last = objects[children[0]].number, objects[children[-1]].number
    return f"/First {first} 0 R/Last {last} 0 R/Count {count}"


def _whole(rectangle: Rectangle) -> Rectangle:
    """The smallest rectangle in whole points that covers ``rectangle``."""
    left, bottom, right, top = rectangle
    return floor(left), floor(bottom), ceil(right), ceil(top)


def _numbers(values: Sequence[float]) -> str:
    return "[" + " ".join(f"{value:g}" for value in values) + "]"


def _quads(rectangles: Sequence[Rectangle]) -> str:
    """Each line's corners in software's order: upper left, upper right, lower left, lower right."""
    return _numbers(
        [
            corner
            for left, bottom, right, top in map(_whole, rectangles)
            for corner in (left, top, right, top, left, bottom, right, bottom)
        ]
    )
