"""How each element of the braille trees is set on paper: OBFL's blocks.

``BLOCKS`` is a table to read. The rules are those of Norwegian braille (``docs/braille.md``).
"""

import re
from collections.abc import Mapping

from lxml import etree

from bindery.document.braille.in_trees import INLINE
from bindery.document.model import Element, has_class
from bindery.editions.braille.book import BrailleBook
from bindery.editions.braille.tables_on_paper import rows_of
from bindery.editions.braille.transcribed import CODE_LINE, LABEL

NS = "http://www.daisy.org/ns/2011/obfl"
MARGIN = 2
"""Cells left of the text where print pages start."""

_KEPT = {"keep": "page", "keep-with-next": "1"}
_TEXT = {"orphans": "2", "widows": "2"}
BLOCKS: Mapping[str, Mapping[str, str]] = {
    "h1": {"align": "center", "margin-top": "1", "margin-bottom": "1", **_KEPT},
    "h2": {"align": "center", "margin-top": "2", "margin-bottom": "1", **_KEPT},
    "h3": {"align": "center", "margin-top": "1", **_KEPT},
    "h4": {"margin-top": "1", "padding-right": "5", **_KEPT},
    "h5": {"margin-top": "1", "padding-right": "5", **_KEPT},
    "h6": {"margin-top": "1", "padding-right": "5", **_KEPT},
    "p": {"first-line-indent": "2", **_TEXT},
    "li": {"text-indent": "2", **_TEXT},
    "dt": {"text-indent": "2", "keep": "page", "keep-with-next": "1"},
    "dd": {"margin-left": "2", **_TEXT},
    "caption": {"text-indent": "2", **_KEPT},
    "figcaption": {"first-line-indent": "2", **_TEXT},
    CODE_LINE: {"text-indent": "4"},
    "row": {"text-indent": "4", "keep": "page"},
    "cell": {"margin-left": "2", "text-indent": "2", **_TEXT},
}
"""Dotify's attributes of each kind of block. ``text-indent`` is of all lines but the first."""

BOXES: Mapping[str, Mapping[str, str]] = {
    "ul": {"margin-top": "1", "margin-bottom": "1"},
    "ol": {"margin-top": "1", "margin-bottom": "1"},
    "dl": {"margin-top": "1", "margin-bottom": "1"},
    "table": {"margin-top": "1", "margin-bottom": "1"},
    "figure": {"margin-top": "1", "margin-bottom": "1"},
    "aside": {"margin-top": "1", "margin-bottom": "1"},
    "div": {"margin-top": "1", "margin-bottom": "1"},
    "blockquote": {"margin-top": "1", "margin-bottom": "1", "margin-left": "2"},
}
"""The blocks around blocks."""

_IN_A_LIST = {"margin-left": "2"}


def obfl_element(name: str, attributes: Mapping[str, str], *children: Element | str) -> Element:
    """An element of OBFL, with text and elements in it."""
    made = etree.Element(f"{{{NS}}}{name}", dict(attributes), nsmap={None: NS})
    for child in children:
        if not isinstance(child, str):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + child
        else:
            made.text = (made.text or "") + child
    return made


class Blocks:
    """Makes OBFL's blocks of a tree, in order."""

    def __init__(self, into: Element, book: BrailleBook) -> None:
        self._into = into
        self._book = book
        self._starts: list[Element] = []
        self._names: list[str] = []
        self._breaks = False
        self.names: dict[str, str] = {}

    def chapter(self, body: Element, *, first: bool) -> None:
        """Add one document, on a page of its own."""
        self._breaks = not first
        self._around(body)

    def inside(self, element: Element) -> None:
        """Add the blocks in ``element``, with the words between them."""
        words: list[Element | str] = []
        self._words(element, words)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in INLINE:
                self._flush(words, "p")
                self._block(child)
            else:
                self._inline(child, words)
            if child.tail:
                words.append(child.tail)
        self._flush(words, "p")

    def _words(self, element: Element, words: list[Element | str]) -> None:
        if element.text:
            words.append(element.text)

    def _block(self, element: Element) -> None:
        tag = str(element.tag)
        if has_class(element, CODE_LINE):
            self._leaf(element, CODE_LINE)
        elif tag == "table":
            self._table(element)
        elif tag == "br":
            return
        elif tag in ("li", "dd", "figcaption", "caption") and _has_blocks(element):
            self._boxed(element, _IN_A_LIST if tag == "dd" else {})
        elif tag == "p" and _is_labelled(element):
            self._leaf(element, "li")
        elif tag in BLOCKS:
            self._leaf(element, tag)
        elif tag in BOXES:
            nested = any(one.tag in ("ul", "ol") for one in element.iterancestors())
            is_list = tag in ("ul", "ol")
            self._boxed(element, _IN_A_LIST if nested and is_list else BOXES[tag])
        else:
            self._around(element)

    def _around(self, element: Element) -> None:
        if name := element.get("id"):
            self._names.append(name)
        self.inside(element)

    def _boxed(self, element: Element, attributes: Mapping[str, str]) -> None:
        """Add a block with blocks in it."""
        around = self._into
        self._into = obfl_element("block", attributes)
        self._around(element)
        around.append(self._into)
        self._into = around

    def _leaf(self, element: Element, kind: str) -> None:
        """Add a block of words; blocks in it, such as a list in an item, come after them."""
        if name := element.get("id"):
            self._names.append(name)
        words: list[Element | str] = []
        self._words(element, words)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in INLINE and child.tag != "br":
                self._flush(words, kind)
                self._block(child)
            else:
                self._inline(child, words)
            if child.tail:
                words.append(child.tail)
        self._flush(words, kind)

    def _inline(self, element: Element, words: list[Element | str]) -> None:
        if not isinstance(element.tag, str):
            return
        if element.get("role") == "doc-pagebreak":
            folio = self._book.folios[element.get("aria-label") or ""]
            self._starts.append(obfl_element("marker", {"class": "pages", "value": folio}))
            if "".join(word for word in words if isinstance(word, str)).strip():
                words += self._starts
                self._starts = []
            return
        if element.tag == "br":
            words.append(obfl_element("br", {}))
            return
        self._words(element, words)
        for child in element:
            self._inline(child, words)
            if child.tail:
                words.append(child.tail)

    def _flush(self, words: list[Element | str], kind: str) -> None:
        """Add the block of ``words``, if there are any."""
        said = list(words)
        words.clear()
        if not any(not isinstance(word, str) or word.strip() for word in said):
            return
        attributes = dict(BLOCKS[kind])
        if kind == "h1" and self._into.getparent() is None:
            attributes = {**attributes, **({"break-before": "sheet"} if self._breaks else {})}
            self._breaks = False
        elif self._breaks:
            attributes["break-before"], self._breaks = "page", False
        divided = (_divisible(word) if isinstance(word, str) else word for word in said)
        block = self._add(attributes, *self._starts, *divided)
        self._starts = []
        if self._names:
            # A block has one name. What leads to a section leads to its heading.
            name = self._names[-1]
            block.set("id", name)
            self.names.update(dict.fromkeys(self._names, name))
            self._names.clear()

    def _add(self, attributes: Mapping[str, str], *words: Element | str) -> Element:
        block = obfl_element("block", attributes, *words)
        self._into.append(block)
        return block

    def _table(self, element: Element) -> None:
        around = self._into
        self._into = obfl_element("block", BOXES["table"])
        for caption in element.iterchildren("caption"):
            self._block(caption)
        width = self._book.settings.cells - MARGIN
        for kind, cells in rows_of(element, self._book, width):
            self._starts += [
                obfl_element("marker", {"class": "pages", "value": self._book.folios[folio]})
                for folio in cells.folios
            ]
            self._flush([cells.text], kind)
        around.append(self._into)
        self._into = around


_LONG = 18
"""Longer words are addresses and the like, which are divided at their signs where a row ends."""

_ADDRESS = re.compile(r"[^\s\u2800]+")
_AFTER_SIGN = re.compile("(?<=[⠁-⠿][⠌⠤])(?=[^⠌⠤⠄⠂])|(?<=[^⠠⠨⠡⠼⠰])(?=[⠼⠈])")
_NO_HYPHEN = "\u200b"


def _divisible(text: str) -> str:
    """Let rows end at the signs of long words, without a hyphen, and never within a number."""

    def divided(found: "re.Match[str]") -> str:
        word = found[0]
        return _AFTER_SIGN.sub(_NO_HYPHEN, word) if len(word) > _LONG else word

    return _ADDRESS.sub(divided, text)


def _is_labelled(element: Element) -> bool:
    """Whether it begins with the number or the mark of a list item."""
    return len(element) > 0 and not element.text and has_class(element[0], LABEL)


def _has_blocks(element: Element) -> bool:
    """Whether it begins with a block, not with words."""
    first = next((child for child in element if isinstance(child.tag, str)), None)
    words = (element.text or "").strip()
    return not words and first is not None and first.tag not in (*INLINE, "br")
