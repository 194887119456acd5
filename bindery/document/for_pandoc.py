"""A chapter as pandoc gets it: with dollars and comments only where both readers see the same.

pandoc's reader of CommonMark takes ``$5 a day, *$6`` for a formula, and a line that begins with a
comment for HTML. It has no option for either.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate
from urllib.parse import quote

from markdown_it.token import Token

from bindery.manuscript.source.comments import COMMENT
from bindery.manuscript.source.dialect import dialect
from bindery.manuscript.source.places import Places
from bindery.vocabulary.findings import Location
from bindery.vocabulary.publication import Chapter

_STAND_INS = "₰₻₢₤₠₯"
"""Signs that CommonMark treats as it treats a dollar."""

_UNNAMED = Chapter("", "")
"""Stands for the text itself: places are in it."""

_DOLLAR = re.compile(r"\\.|\$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The ``text`` for pandoc. Lines are as in the chapter."""

    text: str
    stand_in: str = ""

    @property
    def key(self) -> str:
        """Another for each ``text``, and for each ``stand_in``."""
        return sha256(f"{self.stand_in}\0{self.text}".encode()).hexdigest()

    def restored(self, rendered: str) -> str:
        """What pandoc made of it, with the dollars again."""
        if not self.stand_in:
            return rendered
        return rendered.replace(self.stand_in, "$").replace(quote(self.stand_in), "$")


def for_pandoc(text: str) -> Prepared:
    """``text`` with another sign for each dollar that is in no formula.

    Comments before text on the same line are removed.
    """
    if "$" not in text and "<!--" not in text:
        return Prepared(text)
    chapter = _Chapter(text)
    stand_in = next((sign for sign in _STAND_INS if sign not in text), "")
    characters = list(text)
    for at in chapter.plain_dollars() if stand_in else ():
        characters[at] = stand_in
    for first, end in chapter.comments():
        characters[first:end] = [c if c == "\n" else "" for c in characters[first:end]]
    return Prepared("".join(characters), stand_in)


def formulas_in(text: str) -> list[tuple[int, int]]:
    """Where each formula of ``text`` begins and ends, its dollars included."""
    return sorted(_Chapter(text).formulas())


class _Chapter:
    """Where the formulas and the comments of a chapter are, as offsets in its text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]
        self._tokens = dialect().parse(text)

    def plain_dollars(self) -> Iterator[int]:
        """Each dollar in no formula, except those with a backslash, which pandoc takes as text."""
        formulas = sorted(self.formulas())
        for dollar in _DOLLAR.finditer(self._text):
            near = bisect_left(formulas, (dollar.end(), 0)) - 1
            in_formula = near >= 0 and dollar.start() < formulas[near][1]
            if dollar[0] == "$" and not in_formula:
                yield dollar.start()

    def comments(self) -> Iterator[tuple[int, int]]:
        """Each comment that begins a line with text after it, with the space between."""
        for token in self._tokens:
            if "before_text" in token.meta:
                yield token.meta["before_text"]
            elif token.type == "inline":
                places = Places(_UNNAMED, self._lines, token)
                for child in token.children or ():
                    if child.type == "html_inline" and COMMENT.fullmatch(child.content):
                        yield from self._beginning_a_line(child, places)

    def _beginning_a_line(self, comment: Token, places: Places) -> Iterator[tuple[int, int]]:
        first = self._offset(places.at(comment.meta["at"]))
        line_begins = self._text.rfind("\n", 0, first) + 1
        if not self._text[line_begins:first].strip(" \t>"):
            end = first + len(comment.content)
            after = self._text[end:]
            yield first, end + len(after) - len(after.lstrip(" \t"))

    def formulas(self) -> Iterator[tuple[int, int]]:
        """Where each formula begins and ends."""
        for token in self._tokens:
            if token.type == "inline":
                places = Places(_UNNAMED, self._lines, token)
                yield from self._within(token.children or (), places, 0)

    def _within(
        self, tokens: Sequence[Token], places: Places, label: int
    ) -> Iterator[tuple[int, int]]:
        """The formulas in ``tokens``, whose places count from ``label`` in their block."""
        for token in tokens:
            if token.type == "image":
                yield from self._within(token.children or (), places, label + token.meta["at"] + 2)
            elif token.type.startswith("math_inline"):
                first = label + token.meta["at"]
                last = first + len(token.content) + 2 * len(token.markup) - 1
                yield self._offset(places.at(first)), self._offset(places.at(last), last=True) + 1

    def _offset(self, place: Location, *, last: bool = False) -> int:
        """The offset of ``place``. Without a column it is the first or the last of its line."""
        assert place.line is not None
        line = place.line - 1
        at = len(self._lines[line]) if last else 0
        return self._starts[line] + (at if place.column is None else place.column - 1)
