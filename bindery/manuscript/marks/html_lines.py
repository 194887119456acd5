"""Write words of HTML as lines of Markdown: their text is escaped, and marks stand for tags."""

import re
from collections.abc import Sequence

from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.html_marks import (
    DEEPEST,
    as_code,
    attributes,
    image,
    marks_of,
    name_of,
)
from bindery.manuscript.marks.html_media import is_media
from bindery.manuscript.marks.html_names import BLOCKS, CODE
from bindery.manuscript.marks.html_pairs import Node
from bindery.manuscript.marks.html_stretch import Stretch
from bindery.manuscript.marks.html_tags import Tag
from bindery.manuscript.marks.page import Page
from bindery.vocabulary.publication import Mark

_SPACE = re.compile(r"\s+")
_SIGN = re.compile(r"[\\`*\[\]<{$~^|@]|(?<!\w)_|_(?!\w)|(?<!=)==|(?<!\S)#")
_BEGINS_BLOCK = re.compile(r"[-+=>:%!?~]|(?P<label>\(?(?:\w{1,9}|#))[.)](?=\s|$)")
AT_ITEM = "\N{NULL}item"
"""Stands for a mark of a list or a quotation that has nothing after it yet."""


class Lines:
    """Writes words and the marks among them. ``base`` is what each line begins with.

    ``nodes`` are all tags that were paired together.
    """

    def __init__(self, page: Page, nodes: Sequence[Node], base: str) -> None:
        self._page = page
        self._nodes = nodes
        self._base = base
        self._prefix = ""
        self._closing: dict[int, str] = {}
        self._anchor = ""
        self._has_term = False
        self._until: Node | None = None
        self._edits: list[Edit] = []
        self._begin(0)

    def _begin(self, start: int) -> None:
        self._start = start
        self._pieces: list[Piece] = []
        self._drops: list[str] = []
        self._tells: list[Mark] = []
        self._is_fresh = True
        self._has_prefix = False
        self._in_run = False
        self._on_one_line = False
        self._space = ""
        self._breaks = False
        self._last = "\n"

    @property
    def prefix(self) -> str:
        """What the elements that are open put before each line of Markdown inside them."""
        return self._prefix

    def _finish(self, end: int) -> None:
        """Make an edit of what was written up to ``end``."""
        self._drops = [drop for drop in self._drops if drop]
        if self._drops or self._page.text[self._start : end].strip():
            pieces, drops = tuple(self._pieces), "\n".join(self._drops)
            self._edits.append(Edit(self._start, end, pieces, drops, tuple(self._tells)))

    # Lines and blocks

    def _put(self, *pieces: Piece) -> None:
        for piece in pieces:
            if piece:
                if not self._has_prefix:
                    self._pieces.append(self.prefix)
                    self._has_prefix = True
                self._pieces.append(piece)
                is_made = isinstance(piece, str)
                self._last = piece if is_made else self._page.text[piece.end - 1]  # type: ignore[union-attr,assignment]
        self._is_fresh = False

    def _newline(self) -> None:
        self._pieces.append(f"\n{self._base}")
        self._has_prefix = False

    def _blank_line(self) -> None:
        self._pieces.append(f"\n{self._base}{self.prefix.rstrip()}")

    def _block(self, *, tight: bool = False) -> None:
        """Begin a block: on a line of its own, with a blank one above it."""
        if not self._is_fresh:
            if not tight:
                self._blank_line()
            self._newline()
            self._last = "\n"
        self._is_fresh = True
        self._end_run()
        self._has_term = False

    def _end_run(self) -> None:
        self._in_run = self._on_one_line = self._breaks = False
        self._space = ""

    def _run(self) -> None:
        """Begin or go on with a run of words."""
        if not self._in_run:
            self._block()
            self._in_run = True
            self._put(self._anchor)
            self._anchor = ""
            self._is_fresh = True
        elif self._breaks:
            self._put("[]{.br}")
        elif self._space == "\n" and not self._on_one_line:
            self._newline()
            self._last = "\n"
        elif self._space:
            self._put(" ")
        self._space, self._breaks = "", False

    # Words

    def _words(self, stretch: Stretch, start: int, end: int) -> None:
        at = start
        for found in _SPACE.finditer(stretch.content, start, end):
            self._word(stretch, at, found.start())
            if self._in_run:
                self._space = "\n" if "\n" in self._space + found[0] else " "
            at = found.end()
        self._word(stretch, at, end)

    def _word(self, stretch: Stretch, start: int, end: int) -> None:
        if start == end:
            return
        self._run()
        text, at = stretch.content, start
        signs = {found.start() for found in _SIGN.finditer(text, start, end)}
        if self._is_fresh or self._last == "\n":
            begins = _BEGINS_BLOCK.match(text, start)
            if begins:
                signs.add(begins.end("label") if begins["label"] else start)
        for sign in sorted(signs):
            self._keep(stretch, at, sign)
            self._put("\\")
            at = sign
        self._keep(stretch, at, end)

    def _keep(self, stretch: Stretch, start: int, end: int) -> None:
        if end > start:
            self._put(Kept(stretch.place(start), stretch.place(end - 1) + 1))

    def _source(self, tag: Tag) -> str:
        return self._page.text[tag.start : tag.end]

    def _note_name(self, tag: Tag) -> None:
        said = attributes(tag) if name_of(tag) else ""
        self._anchor += f"[]{said}" if said else ""

    # Elements in a line

    def _inline(self, node: Node, stretch: Stretch) -> None:
        tag, partner = node.tag, node.partner
        if tag.name == "br":
            self._breaks = self._in_run
        elif tag.name == "img":
            self._run()
            self._put(image(tag))
        elif (
            partner is None
            or partner.stretch != node.stretch
            or node.depth > DEEPEST
            or self._is_around(node)
        ):
            self._note_name(tag)
        elif tag.name in CODE and self._has_only_words(node, stretch):
            start, end = tag.end, partner.tag.start
            pieces, drops = as_code(self._page.text, start, end, is_markdown=False)
            self._run()
            self._put(*pieces)
            self._drops += [drops, self._source(partner.tag)]
            self._until = partner
        else:
            may_link = not any(one.tag.name == "a" for one in self._inside(node))
            first, last = marks_of(self._page.text, node, partner, may_link=may_link)
            if first:
                self._run()
                self._put(first)
                self._closing[id(node)] = last

    def _end_inline(self, node: Node) -> None:
        if last := self._closing.pop(id(node), ""):
            self._put(last)

    def _inside(self, node: Node) -> Sequence[Node]:
        return self._nodes[node.number + 1 : node.partner.number] if node.partner else ()

    def _is_around(self, node: Node) -> bool:
        """Whether blocks are inside an element."""
        return any(one.tag.name in BLOCKS or is_media(one.tag) for one in self._inside(node))

    def _has_only_words(self, node: Node, stretch: Stretch) -> bool:
        assert node.partner is not None
        inside = self._page.text[node.tag.end : node.partner.tag.start]
        return bool(inside.strip()) and not self._inside(node) and "<!--" not in inside
