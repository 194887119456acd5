"""The words of a block, run by run, each with its language and its place."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

from markdown_it.token import Token

from bindery.manuscript.source.attributes import NOTHING_SAID, written_reference
from bindery.manuscript.source.elements import Run
from bindery.vocabulary.findings import Location
from bindery.vocabulary.publication import Chapter


class Places:
    """Places in the text of one block. ``lines`` are those of the ``chapter``'s plain text."""

    def __init__(self, chapter: Chapter, lines: Sequence[str], block: Token) -> None:
        assert block.map is not None
        self.chapter = chapter
        self.lines = lines
        self.first_line = block.map[0]
        self.rows = block.content.split("\n")
        self.starts = [0, *accumulate(len(row) + 1 for row in self.rows)]
        self.column = block.meta.get("column")

    def at(self, offset: int) -> Location:
        """The place of the character at ``offset``."""
        if self.column is not None:
            # In a cell, every pipe is written with a backslash before it.
            escaped = self.rows[0].count("|", 0, offset)
            return self.chapter.at(self.first_line + 1, self.column + offset + escaped + 1)
        row = bisect_right(self.starts, offset) - 1
        # A line of a block is the end of a line of the chapter, after marks and indentation.
        indent = self.lines[self.first_line + row].rfind(self.rows[row].rstrip())
        column = None if indent < 0 else indent + offset - self.starts[row] + 1
        return self.chapter.at(self.first_line + row + 1, column)


def lines_from(place: Location, block: Token, chapter: Chapter) -> range:
    """The lines of ``block``, from ``place`` on, in the author's file."""
    assert place.line is not None
    assert block.map is not None
    return range(place.line, max(place.line, chapter.at(block.map[1]).line or 0) + 1)


def lines_with_next(tokens: Sequence[Token], index: int, chapter: Chapter) -> range:
    """The lines in the author's file of the block at ``index`` and of its next sibling, if any.

    More HTML, and attributes of the next, may be between the two.
    """
    here = last = tokens[index]
    for token in tokens[index + 1 :]:
        if token.level < here.level:
            break
        if token.type not in ("html_block", "attributes"):
            last = token
            break
    assert here.map is not None
    assert last.map is not None
    first, end = chapter.at(here.map[0] + 1).line, chapter.at(last.map[1]).line
    assert first is not None
    assert end is not None
    return range(first, max(first, end) + 1)


_CODE = frozenset({"code_inline", "math_inline", "math_inline_double"})
_BREAKS = frozenset({"softbreak", "hardbreak"})
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_ESCAPED = re.compile(r"[!-/:-@\[-`{-~]")


def runs_of(
    tokens: Sequence[Token], source: str, places: Places, begins: int = 0
) -> tuple[Run, ...]:
    """The runs of a block's inline ``tokens``, which were parsed from its ``source``.

    They are not before ``begins`` in it.
    """
    return tuple(_runs(tokens, source, places, begins))


def languages_of(tokens: Sequence[Token]) -> Iterator[str]:
    """The marked language of each of ``tokens``, on it or on what it is inside, or empty."""
    around = [""]
    for token in tokens:
        said = token.meta.get("attributes", NOTHING_SAID).get("lang") or around[-1]
        yield said
        if token.nesting > 0:
            around.append(said)
        elif token.nesting < 0:
            around.pop()


def _runs(tokens: Sequence[Token], source: str, places: Places, begins: int) -> Iterator[Run]:
    cursor, start = begins, 0
    for token, language in zip(tokens, languages_of(tokens), strict=True):
        if token.type == "link_open" and (words := _written(token)):
            # What is made of it is no prose of the author's, and stands at the link's place.
            place = partial(_at, places, [token.meta.get("at", cursor)])
            yield Run(words, start, place, language, True)
            start += len(words)
            continue
        cursor = max(cursor, token.meta.get("resumes", 0) if token.type == "footnote_ref" else 0)
        text = " " if token.type in _BREAKS else token.content
        if not text or token.type not in {"text", *_CODE, *_BREAKS}:
            continue
        if token.type in _BREAKS and "at" in token.meta:
            offsets: Sequence[int] = [token.meta["at"]]
        else:
            offsets = _offsets("\n" if token.type in _BREAKS else text, source, cursor)
        place = partial(_at, places, offsets)
        yield Run(text, start, place, language, token.type in _CODE)
        cursor, start = offsets[-1] + 1, start + len(text)


def _written(token: Token) -> str:
    said = token.meta.get("attributes", NOTHING_SAID)
    return written_reference(said, str(token.attrs["href"])) or ""


def _at(places: Places, offsets: Sequence[int], index: int) -> Location:
    return places.at(offsets[min(index, len(offsets) - 1)])


def _offsets(text: str, source: str, cursor: int) -> Sequence[int]:
    """The offset in ``source``, from ``cursor`` on, of each character of ``text``.

    Some characters are written with a backslash before them, or as an entity.
    """
    whole = source.find(text, cursor)
    if whole >= 0:
        return range(whole, whole + len(text))
    plain = _ESCAPED.split(text, maxsplit=1)[0]
    at = max(source.find(plain, cursor), cursor) if plain else cursor
    offsets = []
    for character in text:
        if source.startswith(f"\\{character}", at):
            at += 1
        entity = _ENTITY.match(source, at)
        offsets.append(min(at, len(source) - 1))
        stands_for = entity and html.unescape(entity[0]) == character
        at = entity.end() if entity and stands_for else at + 1
    return offsets
