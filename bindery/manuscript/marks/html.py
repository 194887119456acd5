"""Read HTML: each tag becomes the mark that it stands for, or its words stay without it.

Text in a block of HTML is no Markdown. What is between two such blocks, with blank lines around it,
is Markdown. What no tag of HTML is, such as ``Box<T>``, is text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from bindery.manuscript.marks.edits import Edit, Kept
from bindery.manuscript.marks.html_inline import inline_edits
from bindery.manuscript.marks.html_marks import IS_KNOWN, IS_WHOLE
from bindery.manuscript.marks.html_pairs import Node, Pairing
from bindery.manuscript.marks.html_stretch import Stretch, pair, stretch_of
from bindery.manuscript.marks.html_writer import Writer, mark_what_is_cut
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"<[A-Za-z/?!]")
_AROUND = frozenset(
    {"blockquote_open", "list_item_open", "dd_open", "div_open", "footnote_reference_open"}
)
_BLANK = " \t>"


@dataclass(slots=True)
class _Markdown:
    """Blocks of Markdown between two stretches: from line ``first`` on, at ``begins``."""

    first: int
    begins: int


@dataclass(slots=True)
class _Frame:
    """The blocks that are directly inside one block of Markdown, which begins at ``line``."""

    depth: int
    line: int
    blocks: list[Token | _Markdown] = field(default_factory=list)


def read_html(page: Page) -> Iterator[Edit]:
    """The edits that make all HTML of a page plain."""
    moved: set[int] = set()
    for frame in _frames(page):
        if frame.line not in moved and any(isinstance(one, Token) for one in frame.blocks):
            yield from _Blocks(page, frame, moved).edits()
    for words in page.words():
        block = words.block
        if block.map is None or block.map[0] not in moved:
            yield from inline_edits(page, words)


def _frames(page: Page) -> list[_Frame]:
    """The frames of a page, each after the one it is inside."""
    frames = [_Frame(0, -1)]
    around, depth = [frames[0]], 0
    for token in page.tokens:
        if token.nesting < 0:
            depth -= 1
            if around[-1].depth > depth:
                around.pop()
            continue
        if depth == around[-1].depth and token.map is not None:
            if token.type == "html_block" and "before_text" not in token.meta:
                around[-1].blocks.append(token)
            else:
                begins = token.meta.get("begins", page.starts[token.map[0]])
                around[-1].blocks.append(_Markdown(token.map[0], begins))
        if token.nesting > 0:
            depth += 1
            if token.type in _AROUND:
                line = token.map[0] if token.map else -1
                around.append(_Frame(depth, line))
                frames.append(around[-1])
    return frames


class _Blocks:
    """Makes the edits of one frame."""

    def __init__(self, page: Page, frame: _Frame, moved: set[int]) -> None:
        self._page = page
        self._frame = frame
        self._moved = moved
        self._parts: list[Stretch | _Markdown] = []
        self._lines: list[tuple[int, int, str]] = []

    def edits(self) -> Iterator[Edit]:
        page = self._page
        pairing = Pairing()
        nodes = []
        for tokens in self._runs():
            if isinstance(tokens, _Markdown):
                self._parts.append(tokens)
                continue
            if declared := self._declaration(tokens):
                yield declared
                continue
            stretch = stretch_of(page, tokens)
            self._parts.append(stretch)
            nodes += pair(stretch, len(self._parts), pairing)
        pairing.end()
        mark_what_is_cut(nodes)
        if not nodes:
            return
        base = page.prefix(next(s.begins for s in self._parts if isinstance(s, Stretch)))
        writer = Writer(page, nodes, base)
        for number, part in enumerate(self._parts):
            if isinstance(part, Stretch):
                yield from self._stretch(writer, part, number, base)
        for first, last, added in self._lines:
            yield from self._indented(first, last, base, added)

    def _runs(self) -> Iterator[list[Token] | _Markdown]:
        """The blocks of HTML with nothing between them, and what is between the others."""
        run: list[Token] = []
        for block in self._frame.blocks:
            if isinstance(block, Token):
                run.append(block)
                continue
            if run:
                yield run
                run = []
            yield block
        if run:
            yield run

    def _declaration(self, tokens: list[Token]) -> Edit | None:
        """``<?php …`` and ``<!DOCTYPE …`` are text."""
        content = tokens[0].content
        if len(tokens) > 1 or not content.startswith(("<?", "<!")) or content.startswith("<!--"):
            return None
        at = self._page.begins(tokens[0])
        tells = (self._page.mark(IS_KNOWN, at, "tag", content.split("\n")[0][:40]),)
        return Edit(at, at + 1, ("\\", Kept(at, at + 1)), tells=tells)

    def _stretch(self, writer: Writer, stretch: Stretch, number: int, base: str) -> Iterator[Edit]:
        page = self._page
        nodes = stretch.nodes
        if texts := self._texts(stretch):
            yield from texts
            return
        after = self._parts[number + 1] if number + 1 < len(self._parts) else None
        if nodes or writer.prefix:
            edits, is_at_mark = writer.write(stretch, needs_blank=self._needs_blank(stretch))
        else:
            edits, is_at_mark = [], False
        first_moved = after.first if after is not None else 0
        if edits:
            last = edits[-1]
            end, more = last.end, ""
            if is_at_mark and isinstance(after, _Markdown):
                line = page.lines[after.first]
                end = (
                    page.starts[after.first] + len(base) if line.startswith(base) else after.begins
                )
                first_moved += 1
                self._moved.add(after.first)
            elif any(
                line.strip(_BLANK) for line in page.lines[stretch.last + 1 : stretch.last + 2]
            ):
                more = f"\n{base}{writer.prefix}"
            edits[-1] = Edit(last.start, end, (*last.pieces, more), last.drops, last.tells)
        yield from edits
        if isinstance(after, _Markdown) and writer.prefix:
            following = (one.first for one in self._parts[number + 1 :] if isinstance(one, Stretch))
            until = next(following, after.first)
            self._lines.append((first_moved, until, writer.prefix))
            self._moved.update(range(after.first, until))

    def _texts(self, stretch: Stretch) -> list[Edit]:
        """Edits that make text of the tags that blocks begin with, if the first begins with one.

        All of the stretch is read again after that: most of it may be Markdown.
        """
        nodes = stretch.nodes
        is_whole = all(one.partner is None or one.partner.stretch == one.stretch for one in nodes)
        heads = set(stretch.heads)
        found = [one for one in nodes if one.tag.start in heads and _is_no_tag(one)]
        if not (is_whole and found and found[0].tag.start == stretch.begins):
            return []
        made = []
        for one in found:
            at = one.tag.start
            tells = (self._page.mark(IS_WHOLE, at, words=one.tag.source),) if one.is_broken else ()
            made.append(Edit(at, at + 1, ("\\", Kept(at, at + 1)), tells=tells))
        return made

    def _needs_blank(self, stretch: Stretch) -> bool:
        """Whether the line above is not blank, and in the same frame."""
        above = self._page.lines[stretch.first - 1] if stretch.first else ""
        return bool(above.strip(_BLANK)) and stretch.first != self._frame.line

    def _indented(self, first: int, last: int, base: str, added: str) -> Iterator[Edit]:
        """Begin each line of Markdown with what is around it now."""
        page = self._page
        for number in range(first, last):
            line, at = page.lines[number], page.starts[number]
            if not line.strip(_BLANK):
                yield Edit(at, at + len(line), (f"{base}{added}".rstrip(),))
            elif line.startswith(base):
                yield Edit(at + len(base), at + len(base), (added,))
            else:
                begins = at + len(line) - len(line.lstrip(_BLANK))
                yield Edit(begins, begins, (added,))


def _is_no_tag(node: Node) -> bool:
    return (node.is_text or node.is_broken) and node.tag.name != "table"


HTML = Reader(_SIGN, read_html)
