"""Read a block of code in HTML: its letters as they are, with the tags among them left out."""

import re
from collections.abc import Sequence
from html import unescape

from bindery.manuscript.marks.edits import Kept, Piece
from bindery.manuscript.marks.html_pairs import Node
from bindery.manuscript.marks.html_stretch import Stretch
from bindery.manuscript.marks.page import Page

_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_LANGUAGE = re.compile(r"^(?:lang|language|highlight-source|highlight)-([\w+#-]+)$")
_TICKS = re.compile(r"`{3,}")


class CodeBlock:
    """The ``rows`` of the code in ``node``, between ``ticks``, and its ``language``.

    ``drops`` are the tags and the words that are written in another way.
    """

    def __init__(self, page: Page, nodes: Sequence[Node], stretch: Stretch, node: Node) -> None:
        partner = node.partner
        assert partner is not None
        self.drops: list[str] = []
        self.rows: list[list[Piece]] = [[]]
        inside = nodes[node.number + 1 : partner.number]
        classes = [*node.tag.classes, *(name for one in inside[:1] for name in one.tag.classes)]
        said = (found[1] for name in classes if (found := _LANGUAGE.match(name)))
        self.language = next(said, "")
        letters = ""
        at = next(i for i, one in enumerate(stretch.items) if one[0] is node)
        for item, start, end in stretch.items[at + 1 :]:
            if isinstance(item, Node):
                self.drops.append(page.text[item.tag.start : item.tag.end])
                if item is partner:
                    break
                if item.tag.name == "br":
                    self.rows.append([])
            elif item.is_comment:
                self.drops.append(item.text)
            else:
                letters += unescape(item.text)
                self._add(stretch, start, end)
        for row in (0, -1):
            if len(self.rows) > 1 and not any(self.rows[row]):
                del self.rows[row]
        self.ticks = "`" * max([3, *(len(found) + 1 for found in _TICKS.findall(letters))])

    def _add(self, stretch: Stretch, start: int, end: int) -> None:
        for number, row in enumerate(stretch.content[start:end].split("\n")):
            if number:
                self.rows.append([])
            at, after = start, start + len(row)
            if number:
                # The indentation of a line may be part of a tab.
                words = row.lstrip(" \t")
                self.rows[-1].append(row[: len(row) - len(words)])
                at += len(row) - len(words)
            for found in _ENTITY.finditer(stretch.content, at, after):
                if found.start() > at:
                    self.rows[-1].append(
                        Kept(stretch.place(at), stretch.place(found.start() - 1) + 1)
                    )
                self.rows[-1].append(unescape(found[0]))
                self.drops.append(found[0])
                at = found.end()
            if after > at:
                self.rows[-1].append(Kept(stretch.place(at), stretch.place(after - 1) + 1))
            start = after + 1
