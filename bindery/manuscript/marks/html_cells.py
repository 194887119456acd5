"""The content of a cell of an HTML table, as lines of Markdown that keep every letter.

Text in HTML is only text: what would be a mark in Markdown gets a backslash. After a blank line it
is Markdown, as in CommonMark. Tags are left where they are, for those who read HTML.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bindery.manuscript.marks.edits import Kept, Piece
from bindery.manuscript.marks.table_carrier import kept
from bindery.manuscript.marks.table_model import Written, cell_lines
from bindery.manuscript.marks.table_tags import Tag, tags_in

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote details div dl dt dd fieldset figure figcaption footer"
        " form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul",
    )
)
_EMPTY = frozenset({"hr"})
_MARK = re.compile(r"[\\`*_\[\]~^${}]")
_BLANK = re.compile(r"\n[ \t]*(?=\n)")


@dataclass(frozen=True, slots=True)
class Source:
    """Lines of a block as one ``text``, and where each of them is in the chapter."""

    text: str
    lines: tuple[Written, ...]
    starts: tuple[int, ...]

    def written(self, start: int, end: int) -> Iterator[Written]:
        """The lines from ``start`` to ``end`` of the text."""
        for number in range(bisect_right(self.starts, start) - 1, bisect_right(self.starts, end)):
            line, begins = self.lines[number], self.starts[number]
            first = max(start - begins, 0)
            yield line.part(first, max(first, end - begins))


def source_of(lines: Sequence[Written]) -> Source:
    """``lines`` as one text."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.text) + 1)
    return Source("\n".join(line.text for line in lines), tuple(lines), tuple(starts[:-1]))


def content(source: Source, start: int, end: int, *, is_markdown: bool) -> Iterator[Piece | None]:
    """The pieces of the content from ``start`` to ``end``; ``None`` ends a line.

    ``is_markdown`` is whether a blank line was above it and no tag first.
    """
    is_first = True
    for first, last in _paragraphs(source.text, start, end):
        chunk = source.text[first:last]
        if not chunk.strip():
            continue
        if not is_first:
            yield None
        starts_with_tag = chunk.lstrip().startswith("<")
        markdown = not starts_with_tag if first > start else is_markdown
        if markdown:
            for line in cell_lines(tuple(source.written(first, last))):
                if line.text:
                    yield Kept(line.start, line.end)
                yield None
        else:
            yield from _html(source, first, last)
        is_first = False


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between blank lines."""
    edges = [start, *(found.end() for found in _BLANK.finditer(text, start, end)), end]
    yield from pairwise(edges)


def _html(source: Source, start: int, end: int) -> Iterator[Piece | None]:
    """HTML: its blocks each on lines of their own, and the text between them."""
    at = start
    for first, last in _blocks(source.text, start, end):
        if source.text[at:first].strip():
            yield from _words(source, at, first)
            yield None
        for line in cell_lines(tuple(source.written(first, last))):
            yield Kept(line.start, line.end)
            yield None
        if source.text[last:end].strip():
            yield None
        at = last
    if source.text[at:end].strip():
        yield from _words(source, at, end)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of the outermost elements that are blocks."""
    open_names: list[str] = []
    begins = start
    for tag in _tags(text, start, end):
        if tag.name not in _BLOCKS:
            continue
        if not tag.closes:
            if not open_names:
                begins = tag.start
            if tag.name not in _EMPTY:
                open_names.append(tag.name)
        elif tag.name in open_names:
            del open_names[len(open_names) - 1 - open_names[::-1].index(tag.name) :]
        else:
            continue
        if not open_names:
            yield begins, tag.end
    if open_names:
        yield begins, end


def _tags(text: str, start: int, end: int) -> Iterator[Tag]:
    for tag in tags_in(text[start:end]):
        yield Tag(tag.name, tag.closes, start + tag.start, start + tag.end, tag.rest)


def _words(source: Source, start: int, end: int) -> Iterator[Piece | None]:
    """Text of HTML with its inline tags, on the lines it was written on."""
    for line in source.written(start, end):
        bare = line.stripped()
        if not bare.text:
            continue
        marks = list(_marks(bare.text))
        at = marks[0] if marks else len(bare.text)
        yield from kept(bare.part(0, at), words=True)
        for mark, after in pairwise([*marks, len(bare.text)]):
            yield "\\"
            yield Kept(bare.start + mark, bare.start + after)
        yield None


def _marks(text: str) -> Iterator[int]:
    """Where ``text`` has what would be a mark in Markdown, outside of its tags."""
    at = 0
    for tag in [*tags_in(text), Tag("", False, len(text), len(text))]:
        yield from (found.start() for found in _MARK.finditer(text, at, tag.start))
        at = tag.end
