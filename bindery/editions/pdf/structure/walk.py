"""Read WeasyPrint's laid-out pages: which text belongs to which element, in reading order.

Nothing is drawn yet. Every box that will be drawn gets its run, and text boxes get back the space
that was removed at the end of a line, so that words of two lines stay separate.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from bindery.document.contents import PLACE, letters
from bindery.editions.pdf.structure.marks import NOWHERE, PageMarks, Rectangle, Run
from bindery.editions.pdf.structure.text_lines import (
    authored,
    encoded,
    end_with_space,
    spaces,
    spoken,
)

Box = Any

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
POINTS = 0.75
"""Points to a CSS pixel."""

_HEAD = "/Type/Pagination/Subtype/Header/Attached[/Top]"
_FOOT = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]"
_SIDE = "/Type/Pagination"
_REPEATED = "/Type/Pagination/Subtype/Header"
_DECORATION = "/Type/Layout"
_GENERATED = ("marker", "before", "after")
_IN_AN_EMPTY_ITEM = "\N{ZERO WIDTH SPACE}"
"""What WeasyPrint writes into a list item without text, so that its number gets a line."""

_BLANK = f" \n\t{_IN_AN_EMPTY_ITEM}"
_FOLIO = re.compile(r"\s*([0-9]+|[ivxlcdm]+|[IVXLCDM]+)\s*")


class Walk:
    """One reading of all pages, first to last.

    ``numbers`` gives an element's place in the print tree; ``hidden`` are the numbers of
    decorative elements. Afterwards ``runs`` has each drawn box's run, ``pages`` the pages, and
    ``spoken`` the text of boxes whose glyphs do not give it.
    """

    def __init__(
        self,
        numbers: Mapping[Any, int],
        hidden: frozenset[int],
        own: Mapping[Any, int] | None = None,
    ) -> None:
        self.runs: dict[Box, Run] = {}
        self.spoken: dict[Box, str] = {}
        self.pages: list[PageMarks] = []
        self._numbers = numbers
        self._own = numbers if own is None else own
        self._hidden = hidden
        self._seen_groups: set[int] = set()
        self._before: Box | None = None
        self._ends: dict[int, Box] = {}
        # The letters of each element's earlier texts, and its last text with where its last line
        # starts. The lines of a text in a code block need not come to its end.
        self._letters: Counter[Any] = Counter()
        self._texts: dict[Any, tuple[str, int]] = {}
        self._begun = -1
        self._in_line = False
        self._height = 0.0

    def read(self, pages: list[Any]) -> None:
        """Read WeasyPrint's ``pages``."""
        for index, page in enumerate(pages):
            self._page = PageMarks(index)
            self._height = page.height
            self.pages.append(self._page)
            for box in page._page_box.children:
                if isinstance(box, boxes.MarginBox):
                    self._margin(box)
                else:
                    self._box(box, -1, "")

    def _margin(self, box: Box) -> None:
        place = box.at_keyword
        artifact = _HEAD if "top" in place else _FOOT if "bottom" in place else _SIDE
        self._before = None
        self._children(box, -1, artifact)
        counted = "counter" in str(box.style["content"])
        if counted and (folio := _FOLIO.fullmatch("".join(_texts(box)))):
            self._page.folio = folio[1]

    def _box(self, box: Box, parent: int, artifact: str) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        number = self._numbers.get(box.element, parent)
        if number in self._hidden:
            artifact = artifact or _DECORATION
        if isinstance(box, boxes.TextBox):
            self._text(box, number, artifact)
        elif isinstance(box, boxes.ReplacedBox):
            self._image(box, number, artifact)
        else:
            if number != parent and not artifact and "::" not in (box.element_tag or ""):
                self._note_place(box, number)
            self._children(box, number, artifact)
            if box.element_tag == "span" and number in self._ends:
                # A formula with its number is a block in a paragraph that goes on after it.
                self._ends[parent] = self._ends[number]

    def _children(self, box: Box, number: int, artifact: str) -> None:
        if box.is_leader:
            artifact = artifact or _DECORATION
            if self._before is not None:
                end_with_space(self._before)
        if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
            if number in self._seen_groups:
                artifact = artifact or _REPEATED
            self._seen_groups.add(number)
        if box.element_tag == "br" and self._before is not None:
            end_with_space(self._before)
        if isinstance(box, (boxes.LineBox, boxes.InlineLevelBox)):
            around, self._in_line = self._in_line, True
            for child in box.children:
                self._box(child, number, artifact)
            self._in_line = around
        else:
            self._block(box, number, artifact)

    def _block(self, box: Box, number: int, artifact: str) -> None:
        """Read a block, which may continue one from an earlier page or column."""
        if self._in_line and self._before is not None:
            end_with_space(self._before)  # a float in the middle of a line
        around, self._in_line = self._in_line, False
        self._before = self._ends.get(number)
        for child in box.children:
            self._box(child, number, artifact)
        if self._before is not None:
            self._ends[number] = self._before
        self._before = None
        self._in_line = around

    def _note_place(self, box: Box, number: int) -> None:
        """Record where a possible target starts, a list item's style and a link's area."""
        element = box.element
        if number not in self._page.starts and (element.tag in HEADINGS or element.get("id")):
            corner = (box.position_x * POINTS, (self._height - box.position_y) * POINTS)
            self._page.starts[number] = corner
        if element.tag == "li":
            style = box.style["list_style_type"]
            self._page.markers[number] = style if isinstance(style, str) else ""
        if element.tag == "a":
            corners = [_corners(inner) for inner in _drawn(box)]
            if corners:
                lefts, tops, rights, bottoms = zip(*corners, strict=True)
                extent = self._points(min(lefts), min(tops), max(rights), max(bottoms))
                self._page.links.setdefault(number, []).append(extent)

    def _points(self, left: float, top: float, right: float, bottom: float) -> Rectangle:
        return (
            left * POINTS,
            (self._height - bottom) * POINTS,
            right * POINTS,
            (self._height - top) * POINTS,
        )

    def _image(self, box: Box, number: int, artifact: str) -> None:
        if not artifact:
            self._page.extents[number] = self._points(*_corners(box))
            left, _, _, top = self._page.extents[number]
            self._page.starts.setdefault(number, (left, top))
        self.runs[box] = self._run(number, "", artifact)
        self._before = None
        if not artifact:
            self._begin_page(box.element, None)

    def _text(self, box: Box, number: int, artifact: str) -> None:
        space_before, space_after = spaces(box)
        drawn = box.text.strip(_BLANK) != ""
        if box.text == _IN_AN_EMPTY_ITEM:
            artifact = artifact or _DECORATION
        if self._before is not None and (space_before or (not drawn and space_after)):
            end_with_space(self._before)
        part = (box.element_tag or "").partition("::")[2]
        self.runs[box] = self._run(number, part, artifact)
        if not artifact:
            self._count(box, part, drawn)
        if not drawn:
            return
        if space_after:
            end_with_space(box)
        if (words := spoken(box)) is not None:
            self.spoken[box] = words
        self._before = box

    def _count(self, box: Box, part: str, drawn: bool) -> None:
        """Count the letters of an element's own text, to know where in it the page begins."""
        whole, start, _ = authored(box)
        own = part not in _GENERATED
        if own:
            text, last = self._texts.get(box.element, ("", -1))
            if text != whole or start <= last:
                self._letters[box.element] += letters(text)
            self._texts[box.element] = whole, start
        if drawn and not self._has_begun():
            before = self._letters[box.element] + letters(encoded(whole)[:start].decode())
            self._begin_page(box.element, before if own else None)

    def _begin_page(self, element: Any, letters_before: int | None) -> None:
        """Record what comes first on the page; it never comes before that of an earlier page.

        WeasyPrint 70 may draw a table's head after rows that had no room beside it.
        """
        number = self._numbers.get(element, -1)
        if self._has_begun() or PLACE not in element.attrib or number < self._begun:
            return
        self._page.begins_at = (self._own[element], letters_before)
        self._begun = number

    def _has_begun(self) -> bool:
        return self._page.begins_at[0] != NOWHERE

    def _run(self, number: int, part: str, artifact: str) -> Run:
        """The page's last run if this continues it, else a new one."""
        last = self._page.runs[-1] if self._page.runs else None
        if last is None or (last.element, last.part, last.artifact) != (number, part, artifact):
            last = Run(number, part, artifact)
            self._page.runs.append(last)
        return last


def _texts(box: Box) -> Iterator[str]:
    for inner in box.descendants():
        if isinstance(inner, boxes.TextBox):
            yield inner.text


def _drawn(box: Box) -> Iterator[Box]:
    """The text and images in ``box``, whose own height may be that of a line of small text."""
    for inner in box.descendants():
        if isinstance(inner, boxes.ReplacedBox) or (
            isinstance(inner, boxes.TextBox) and inner.text.strip()
        ):
            yield inner


def _corners(box: Box) -> Rectangle:
    x, y = box.content_box_x(), box.content_box_y()
    return x, y, x + box.width, y + box.height
