"""Write the elements of HTML blocks as Markdown, with their text escaped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bindery.manuscript.marks import page_breaks
from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.html_code import CodeBlock
from bindery.manuscript.marks.html_lines import AT_ITEM, Lines
from bindery.manuscript.marks.html_marks import (
    DEEPEST,
    IS_WHOLE,
    SCRIPT,
    about_box,
    attributes,
    breaks_page,
    told,
)
from bindery.manuscript.marks.html_media import is_media, media_of
from bindery.manuscript.marks.html_names import BLOCKS, BOXES, HEADINGS, MEDIA
from bindery.manuscript.marks.html_pairs import Node
from bindery.manuscript.marks.html_stretch import Stretch
from bindery.manuscript.marks.html_tags import Span
from bindery.manuscript.marks.page import Page

_NUMBER = re.compile(r"\d{1,9}")
_COLONS = re.compile(r"^[ \t>]*(:{3,})", re.MULTILINE)
_MAKES_LOOSE = frozenset({"p", "div", "pre", "blockquote", "figure", "table", "details", "dl"})
_ONE_STRETCH = frozenset({"pre", "script", "style", *MEDIA})


@dataclass(slots=True)
class _List:
    marker: str
    number: int
    is_tight: bool
    has_items: bool = False


@dataclass(slots=True)
class _Open:
    """An element that is being written: what ends it, and what each of its lines begins with."""

    node: Node
    closing: str = ""
    prefix: str = ""
    items: _List | None = None
    is_in_line: bool = False


def mark_what_is_cut(nodes: Sequence[Node]) -> None:
    """Break the pairs that cannot have Markdown between them."""
    for node in nodes:
        partner = node.partner
        if partner and partner.stretch != node.stretch and node.tag.name in _ONE_STRETCH:
            node.is_broken = partner.is_broken = True
            node.partner = partner.partner = None


class Writer(Lines):
    """Writes one stretch after another. What is open stays open over the Markdown between them.

    ``base`` is what each line begins with, for the blocks of Markdown around.
    """

    def __init__(self, page: Page, nodes: Sequence[Node], base: str) -> None:
        super().__init__(page, nodes, base)
        self._has_colons = ":::" in page.text
        self._open: list[_Open] = []
        self._marked = self._in_line = self._in_items = 0
        self._lists = 0
        self._told: set[str] = set()
        self._is_table = False

    def write(self, stretch: Stretch, *, needs_blank: bool) -> tuple[list[Edit], bool]:
        """The edits for ``stretch``; whether they end with a mark that has nothing after it."""
        self._edits = []
        self._begin(stretch.begins)
        if needs_blank and not self._until:
            self._blank_line()
            self._newline()
        for item, start, end in stretch.items:
            if self._until is not None:
                self._skipped(item, start, end, stretch)
            elif isinstance(item, Node):
                self._tag(item, stretch, start, end)
            elif item.is_comment:
                self._drops.append(item.text)
            else:
                self._words(stretch, start, end)
        if self._until is None:
            end = self._page.starts[stretch.last + 1] - 1
            self._finish(end)
        return self._edits, self._last == AT_ITEM

    # Tags

    def _tag(self, node: Node, stretch: Stretch, start: int, end: int) -> None:
        for ended in node.ended:
            self._end(ended)
        tag = node.tag
        if tag.name == "table" and not tag.closes:
            self._table(node)
        elif node.is_text or node.is_broken:
            if node.is_broken and tag.name not in self._told:
                self._told.add(tag.name)
                self._tells.append(self._page.mark(IS_WHOLE, tag.start, words=tag.source))
            self._words(stretch, start, end)
        elif node.partner is not None and tag.name in ("script", "style"):
            self._tells.append(self._page.mark(SCRIPT, tag.start, words=f"<{tag.name}>"))
            self._skip(node)
        else:
            self._drops.append(self._source(tag))
            if is_media(tag):
                self._media(node)
                return
            self._tells += told(self._page, tag, tag.start)
            if tag.closes:
                if node.partner is not None:
                    self._end(node.partner)
            elif tag.name == "pre" and node.partner is not None:
                self._code_block(CodeBlock(self._page, self._nodes, stretch, node))
                self._until = node.partner
            elif tag.name in BLOCKS:
                self._open_block(node)
            else:
                self._inline(node, stretch)

    def _skip(self, node: Node) -> None:
        """Leave out all from here to the end of ``node``."""
        if node.partner is not None:
            self._drops.append(self._page.text[node.tag.start : node.partner.tag.end])
            self._until = node.partner

    def _skipped(self, item: Node | Span, start: int, end: int, stretch: Stretch) -> None:
        if item is not self._until:
            return
        self._until = None
        if self._is_table:
            self._is_table = False
            if stretch.place(end - 1) + 1 >= self._page.starts[stretch.last + 1] - 1:
                self._begin(stretch.place(end - 1) + 1)
                return
            assert isinstance(item, Node)
            self._begin(item.tag.end)
            self._is_fresh = False

    def _table(self, node: Node) -> None:
        """Leave a table to its own reader, on lines of its own."""
        self._block()
        self._finish(node.tag.start)
        self._is_table = True
        self._until = node.partner or node

    def _media(self, node: Node) -> None:
        media = media_of(self._page, self._nodes, node)
        self._tells += media.tells
        self._block()
        self._put(media.block(f"{self._base}{self.prefix}"))
        if node.partner is not None:
            self._drops.pop()
            self._skip(node)

    def _code_block(self, code: CodeBlock) -> None:
        self._block()
        self._put(f"{code.ticks}{code.language}")
        for row in code.rows:
            self._newline()
            self._put(*row)
        self._newline()
        self._put(code.ticks)
        self._drops += code.drops

    # Elements that are blocks

    def _open_block(self, node: Node) -> None:
        tag = node.tag
        if breaks_page(tag) == "before":
            self._page_break()
        is_alone = node.partner is None and not node.stays_open
        if tag.name == "hr":
            self._block()
            self._put("* * *")
        elif is_alone:
            self._note_name(tag)
            self._block()
        else:
            opened = self._opened(node)
            self._open.append(opened)
            self._count(opened, 1)
            self._prefix += opened.prefix

    def _count(self, one: _Open, by: int) -> None:
        self._marked += by * bool(one.prefix or one.closing or one.items)
        self._in_line += by * one.is_in_line
        self._in_items += by * (one.node.tag.name == "li")

    def _page_break(self) -> None:
        self._block()
        self._put(page_breaks.block(f"{self._base}{self.prefix}"))

    def _opened(self, node: Node) -> _Open:
        """Write what begins an element, and return what ends it."""
        tag, partner = node.tag, node.partner
        if self._has_been_cut(node) or self._marked > DEEPEST:
            return self._box(node)
        match tag.name:
            case name if name in HEADINGS and partner and not self._in_line:
                self._block()
                self._put("#" * HEADINGS[name] + " ")
                self._in_run = self._on_one_line = True
                said = attributes(tag)
                opened = _Open(node, f" {said}" if said else "", is_in_line=True)
            case "details" if partner:
                opened = self._div(node, attributes(tag, "callout", "kind=details"))
            case "summary" if partner and self._is_in("details"):
                opened = self._div(node, "callout-title")
            case "figure" if partner and self._has_image(node):
                opened = self._div(node, attributes(tag, "figure"))
            case "ul" | "ol" if partner:
                opened = self._list(node)
            case "li" if self._open and self._open[-1].items:
                opened = self._item(node, self._open[-1].items)
            case "dt":
                opened = self._term(node)
            case "dd" if self._has_term:
                self._newline()
                opened = self._marked_by(node, ":   ")
            case "blockquote" if partner:
                self._block()
                opened = self._marked_by(node, "> ")
            case name if name in BOXES and partner and (about := about_box(tag)):
                opened = self._div(node, about)
            case _:
                opened = self._box(node)
        return opened

    def _has_been_cut(self, node: Node) -> bool:
        """Whether Markdown is inside an element that must be on one line."""
        is_cut = node.partner is not None and node.partner.stretch != node.stretch
        return is_cut and node.tag.name in (*HEADINGS, "summary", "dt", "p")

    def _is_in(self, name: str) -> bool:
        return bool(self._open) and self._open[-1].node.tag.name == name

    def _has_image(self, node: Node) -> bool:
        assert node.partner is not None
        inside = self._nodes[node.number + 1 : node.partner.number]
        return any(one.tag.name == "img" for one in inside)

    def _box(self, node: Node) -> _Open:
        """Only a block: its words are kept, and it is not."""
        self._note_name(node.tag)
        if not self._in_line and self._last != AT_ITEM:
            self._block()
        return _Open(node)

    def _div(self, node: Node, about: str) -> _Open:
        partner = node.partner
        assert partner is not None
        colons = ":::"
        if self._has_colons:
            inside = _COLONS.findall(self._page.text, node.tag.start, partner.tag.end)
            colons = ":" * max([3, *(len(found) + 1 for found in inside)])
        self._block()
        self._put(f"{colons} {about}")
        if node.tag.name == "summary":
            self._newline()
            self._is_fresh = True
            return _Open(node, f"\n{colons}", is_in_line=True)
        return _Open(node, f"\n{colons}")

    def _list(self, node: Node) -> _Open:
        tag, partner = node.tag, node.partner
        assert partner is not None
        inside = self._nodes[node.number + 1 : partner.number]
        is_tight = partner.stretch == node.stretch and not any(
            one.tag.name in _MAKES_LOOSE or one.tag.name in HEADINGS for one in inside
        )
        self._lists += 1
        start, kind = tag.get("start") or "", tag.get("type") or ""
        number = int(start) if _NUMBER.fullmatch(start) else 1
        self._note_name(tag)
        if tag.name == "ul":
            return _Open(node, items=_List("-*"[self._lists % 2], -1, is_tight))
        if kind in ("a", "A", "i", "I"):
            self._block()
            self._put(f"::: {{.list type={kind} delim=period start={number}}}")
            return _Open(node, "\n:::", items=_List(")", number, is_tight))
        return _Open(node, items=_List(".)"[self._lists % 2], number, is_tight))

    def _item(self, node: Node, items: _List) -> _Open:
        value = node.tag.get("value") or ""
        if items.number >= 0 and _NUMBER.fullmatch(value):
            items.number = int(value)
        may_follow = items.has_items or (self._in_items > 0 and items.number in (-1, 1))
        self._block(tight=items.is_tight and may_follow)
        self._note_name(node.tag)
        marker = f"{items.marker} " if items.number < 0 else f"{items.number}{items.marker} "
        items.number += items.number >= 0
        items.has_items = True
        return self._marked_by(node, marker)

    def _term(self, node: Node) -> _Open:
        if self._has_term:
            self._put("[]{.next-term}")
        else:
            self._block()
        self._note_name(node.tag)
        self._in_run = self._on_one_line = True
        self._put(self._anchor)
        self._anchor, self._space = "", ""
        return _Open(node, is_in_line=True)

    def _marked_by(self, node: Node, marker: str) -> _Open:
        """Write the ``marker`` of an item or a quotation."""
        self._put(marker)
        self._end_run()
        self._has_term = False
        self._is_fresh, self._last = True, AT_ITEM
        return _Open(node, prefix=marker if marker == "> " else " " * len(marker))

    def _end(self, node: Node) -> None:
        """End an element, and write its last mark."""
        if node.tag.name not in BLOCKS:
            self._end_inline(node)
            return
        if not self._open or self._open[-1].node is not node:
            return
        ended = self._open[-1]
        if ended.closing.startswith("\n"):
            if not self._is_fresh:
                self._newline()
            self._end_run()
            self._put(ended.closing[1:])
        elif ended.closing:
            self._put(ended.closing)
        self._open.pop()
        self._count(ended, -1)
        self._prefix = self._prefix[: len(self._prefix) - len(ended.prefix)]
        if node.tag.name == "dt":
            self._has_term = True
        elif not self._in_line:
            self._end_run()
        if ended.prefix and self._last == AT_ITEM:
            self._is_fresh = False
        if breaks_page(node.tag) == "after":
            self._page_break()
