"""A chapter as those who read foreign marks see it: tokens with exact ranges, and plain words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from markdown_it.token import Token

from bindery.manuscript.marks.parsing import tokens_of
from bindery.vocabulary.findings import Location
from bindery.vocabulary.places import Places, line_starts
from bindery.vocabulary.publication import Mark, WrittenFor

HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each letter of what is no plain words: code, an address, what is escaped."""

_NOT_A_QUOTATION = re.compile(r"[^>\s]")
_LABEL_OF_A_NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")


@dataclass(frozen=True, slots=True)
class Book:
    """What those who read a chapter know of the rest of the book.

    ``written_for`` is the tool that it was written for. ``chapters`` are the paths of all chapters,
    ``images`` those of the images. ``sources`` are what citations can name.
    """

    written_for: WrittenFor = "commonmark"
    chapters: tuple[str, ...] = ()
    images: Collection[str] = ()
    sources: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Inline:
    """An inline token of a ``block``, from ``start`` to ``end`` of the text."""

    block: Token
    token: Token
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a ``block``. ``plain`` has ``HIDDEN`` for each letter that is no plain word.

    ``kind`` is ``paragraph``, ``heading``, ``dt``, ``th`` or ``td``.
    """

    page: "Page"
    block: Token
    kind: str
    plain: str

    def offset(self, at: int) -> int:
        """Where the letter at ``at`` of the words is in the page's text."""
        return self.page.offset(self.block, at)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where each row of a block's words starts in them, and where it is in the text.

    ``pipes`` are those in a cell, each written with a backslash before it.
    """

    starts: list[int]
    origins: list[int]
    pipes: list[int]


class Page:
    """The ``text`` of a chapter and its ``tokens``, with the place of each in the text.

    ``path`` is the chapter's; ``places`` find what is written in its author's file.
    """

    def __init__(
        self, path: str, text: str, tokens: Sequence[Token], book: Book, places: Places
    ) -> None:
        self.path = path
        self.text = text
        self.tokens = tokens
        self.book = book
        self._places = places

    def with_words(self, sign: re.Pattern[str]) -> "Page":
        """The same page, with the inline tokens of all blocks with ``sign`` in their words."""
        tokens = tokens_of(self.text, (), [sign])
        return Page(self.path, self.text, tokens, self.book, self._places)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each line, and of the end."""
        return [*line_starts(self.text), len(self.text) + 1]

    def begins(self, token: Token) -> int:
        """Where the first line of a block begins, after the marks of the blocks around it."""
        begins: int = token.meta["begins"]
        return begins

    def ends(self, token: Token) -> int:
        """The end of the last line of a block that is not empty, without its line break."""
        assert token.map is not None
        first, line = token.map[0], token.map[1]
        while line - 1 > first and not self.lines[line - 1].strip(" \t>"):
            line -= 1
        return self.starts[line] - 1

    def prefix(self, begins: int) -> str:
        """What a line made below the one with ``begins`` starts with: its quotation marks.

        The marks of a list's item become spaces, and a note's label four of them.
        """
        line = self.text.rfind("\n", 0, begins) + 1
        marks = _LABEL_OF_A_NOTE.sub(" " * 4, self.text[line:begins])
        return _NOT_A_QUOTATION.sub(" ", marks)

    def offset(self, block: Token, at: int) -> int:
        """Where the character at ``at`` of the words of ``block`` is in the text.

        A pipe in a cell begins with its backslash.
        """
        rows = self._rows(block)
        row = bisect_right(rows.starts, at) - 1
        return rows.origins[row] + at - rows.starts[row] + bisect_left(rows.pipes, at)

    def end(self, block: Token, at: int) -> int:
        """Where in the text the words of ``block`` before ``at`` end."""
        is_pipe = block.content[at - 1] == "|" and "column" in block.meta
        return self.offset(block, at - 1) + (2 if is_pipe else 1)

    def _rows(self, block: Token) -> "_Rows":
        if "rows" not in block.meta:
            block.meta["rows"] = self._found_rows(block)
        found: _Rows = block.meta["rows"]
        return found

    def _found_rows(self, block: Token) -> "_Rows":
        assert block.map is not None
        first = block.map[0]
        if (column := block.meta.get("column")) is not None:
            pipes = [found.start() for found in re.finditer(r"\|", block.content)]
            return _Rows([0], [self.starts[first] + int(column)], pipes)
        rows = block.content.split("\n")
        starts = [0, *accumulate(len(row) + 1 for row in rows)][:-1]
        origins = [
            self.starts[number] + self._indent(self.lines[number], row)
            for number, row in enumerate(rows, start=first)
        ]
        if len(rows) == 1 and "begins" in block.meta:
            # A heading may have more signs after its words.
            at = self.text.find(block.content, block.meta["begins"])
            origins = [at if at >= 0 else origins[0]]
        return _Rows(starts, origins, [])

    @staticmethod
    def _indent(line: str, row: str) -> int:
        """Where ``row`` begins in its line, after marks and indentation."""
        line, row = line.rstrip(), row.rstrip()
        if line.endswith(row):
            return len(line) - len(row)
        # Part of a tab belongs to the indentation, so the rest of it is spaces in the row.
        words = row.lstrip()
        return max(0, line.rfind(words)) - len(row) + len(words)

    def inlines(self) -> Iterator[Inline]:
        """Every inline token whose place is known, in order."""
        for block in self.tokens:
            if block.type == "inline":
                yield from self._within(block)

    def _within(self, block: Token) -> Iterator[Inline]:
        for token in block.children or ():
            if "ends" in token.meta:
                first, last = token.meta["at"], token.meta["ends"]
                yield Inline(block, token, self.offset(block, first), self.end(block, last))

    def paragraphs(self) -> Iterator[Token]:
        """The inline token of each paragraph, in order."""
        for before, token in pairwise(self.tokens):
            if token.type == "inline" and before.type == "paragraph_open":
                yield token

    def words(self) -> Iterator[Words]:
        """The words of every paragraph, heading, term and cell that was read for its inlines."""
        kind = ""
        for block in self.tokens:
            if block.type == "inline" and block.children:
                yield Words(self, block, kind, _plain(block))
            kind = block.type.removesuffix("_open")

    def place(self, offset: int) -> Location:
        """Where the character at ``offset`` is in its author's file."""
        return self._places.of(self._places.origin(offset)[0])

    def mark(self, rule: str, offset: int, kind: str = "", words: str = "") -> Mark:
        """The mark at ``offset``, for ``rule`` to tell."""
        return Mark(rule, self.place(offset), kind, words)


def _plain(block: Token) -> str:
    letters = list(block.content)
    for first, last in _hidden(block.children or ()):
        letters[first:last] = HIDDEN * (min(last, len(letters)) - first)
    return "".join(letters)


def _hidden(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    for token in tokens:
        yield from token.meta.get("hides", ())
