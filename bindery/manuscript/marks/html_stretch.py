"""Blocks of HTML with nothing but blank lines between them: their tags and their places."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from markdown_it.token import Token

from bindery.manuscript.marks.html_pairs import Node, Pairing
from bindery.manuscript.marks.html_tags import Span, Tag, items_of
from bindery.manuscript.marks.page import Page


@dataclass(slots=True)
class Stretch:
    """Blocks of HTML, without the marks of the blocks around them.

    ``heads`` are where they begin in the page's text; ``first`` and ``last`` are the lines,
    counted from 0. ``items`` are tags and texts, with the range of each in ``content``.
    """

    heads: list[int]
    first: int
    last: int
    content: str
    starts: list[int]
    origins: list[int]
    items: list[tuple[Node | Span, int, int]] = field(default_factory=list)

    def place(self, at: int) -> int:
        """Where the letter at ``at`` is in the page's text."""
        row = bisect_right(self.starts, at) - 1
        return self.origins[row] + at - self.starts[row]

    @property
    def begins(self) -> int:
        """Where the first block begins."""
        return self.heads[0]

    @property
    def nodes(self) -> list[Node]:
        """The tags."""
        return [item for item, _, _ in self.items if isinstance(item, Node)]


def stretch_of(page: Page, tokens: Sequence[Token]) -> Stretch:
    """The stretch of the blocks of HTML in ``tokens``."""
    rows: list[str] = []
    origins: list[int] = []
    last = -1
    for token in tokens:
        assert token.map is not None
        for line in range(last + 1, token.map[0] if rows else 0):
            rows.append("")
            origins.append(page.starts[line])
        for line, row in enumerate(token.content.rstrip("\n").split("\n"), start=token.map[0]):
            words = row.lstrip(" \t")
            at = page.lines[line].rfind(words) if words else len(page.lines[line])
            rows.append(row)
            origins.append(page.starts[line] + max(at, 0) - len(row) + len(words))
            last = line
    starts = [0, *accumulate(len(row) + 1 for row in rows)][:-1]
    first = tokens[0].map[0] if tokens[0].map else 0
    return Stretch(
        [page.begins(token) for token in tokens], first, last, "\n".join(rows), starts, origins
    )


def pair(stretch: Stretch, number: int, pairing: Pairing) -> list[Node]:
    """Find the tags of ``stretch``, which has this ``number``, and pair them."""
    nodes = []
    for item in items_of(stretch.content):
        if isinstance(item, Span):
            stretch.items.append((item, item.start, item.end))
            continue
        start, end = stretch.place(item.start), stretch.place(item.end - 1) + 1
        tag = Tag(
            item.name,
            start,
            end,
            item.source,
            item.written,
            closes=item.closes,
            is_whole=item.is_whole,
            attributes=item.attributes,
        )
        node = pairing.add(tag, number)
        stretch.items.append((node, item.start, item.end))
        nodes.append(node)
    return nodes
