"""A chapter as a tree. The smallest part that cannot be read is printed as code."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from lxml.builder import E

from bindery.document.as_written import AsWritten, as_written
from bindery.document.for_pandoc import Prepared, for_pandoc
from bindery.document.formulas import MOST_LEVELS
from bindery.document.from_pandoc import NoTreeError, kept_tree, tree_of
from bindery.document.model import Element
from bindery.document.signs import printable
from bindery.manuscript.requirements import CHAPTER_IS_READABLE
from bindery.manuscript.source.dialect import dialect
from bindery.tools import pandoc
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.keeping import Keeper
from bindery.vocabulary.publication import Chapter
from bindery.vocabulary.text import Text

_UNREADABLE = Text(
    nb="Dette kan ikke leses, og er trykt som kode.",
    en="This cannot be parsed, and is printed as code.",
)
_HOW_TO_MEND = Text(
    nb="Se etter løse krøllparenteser.",
    en="Look for stray braces.",
)
_TOO_SLOW = Text(
    nb="Det lengste avsnittet er trykt som kode. Det tar for lang tid eller for mye minne å lese.",
    en="The longest paragraph is printed as code. Reading it takes too much time or memory.",
)
_DIVIDE = Text(
    nb="Del opp avsnittet hvis det samme tegnet er gjentatt mange ganger.",
    en="Divide it if the same character is repeated many times.",
)
_TOO_DEEP = Text(
    nb="Noe her er lagt inn i noe annet altfor mange ganger, og er trykt som kode.",
    en="Something here is nested far too many times, and is printed as code.",
)
_FEWER_LEVELS = Text(
    nb="Bruk færre nivåer av lister, sitater, blokker, spenn og formler. Over femti er for mange.",
    en="Use fewer levels of lists, quotations, blocks, spans and formulas. Over fifty is too many.",
)
FORMULA_OF_LEVELS = Text(
    nb="Formelen har for mange parenteser, potenser eller indekser inni hverandre.",
    en="The formula has too many brackets, powers or indices inside one another.",
)
FEWER_IN_FORMULAS = Text(
    nb=f"Bruk høyst {MOST_LEVELS} nivåer, eller gi en del av formelen et eget navn.",
    en=f"Use at most {MOST_LEVELS} levels, or give a part of the formula a name.",
)

_READER = Path(__file__).with_name("reader.lua")

_MOST_TRIES = 8
"""How many parts of a chapter are printed as code. Then all of it is."""

_BESIDE_THE_LIST = re.compile(r"(?![-*+][ \t]|\d+[.)][ \t])\S")

AS_CODE = "as-code"
"""The class of what is printed as code, since nothing else could be made of it."""


class Readable(NamedTuple):
    """A chapter's ``section``, and the findings about what is printed as code in it."""

    section: Element
    findings: tuple[Finding, ...]


def readable(chapters: Sequence[Chapter], keeper: Keeper) -> list[Readable]:
    """Each of ``chapters`` as pandoc reads it, in XHTML, its blocks with ``data-pos``."""
    written = [as_written(printable(chapter.text)) for chapter in chapters]
    read = _Reading(keeper)
    prepared = [for_pandoc(one.text) for one in written]
    return list(map(partial(_readable, read), chapters, written, read.all(prepared)))


_Read = Callable[[], Element]


class _Reading:
    """Asks pandoc what its keeper does not recall."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def all(self, prepared: Sequence[Prepared]) -> list[_Read]:
        """What gives the tree of each, or raises ``_UnreadError``."""
        kept = [self._keeper.recall(one.key) for one in prepared]
        missing = [one.text for one, known in zip(prepared, kept, strict=True) if known is None]
        rendered = iter(pandoc.render(missing, _READER))
        return [
            partial(self._made, one, next(rendered)) if known is None else partial(kept_tree, known)
            for one, known in zip(prepared, kept, strict=True)
        ]

    def _made(self, prepared: Prepared, rendered: str | pandoc.UnreadableError) -> Element:
        if isinstance(rendered, pandoc.UnreadableError):
            if rendered.line is None:
                raise _UnreadError(_TOO_SLOW, _DIVIDE, _longest_block(prepared.text)) from rendered
            place = rendered.line, rendered.column
            raise _UnreadError(_UNREADABLE, _HOW_TO_MEND, *place) from rendered
        try:
            section = tree_of(printable(prepared.restored(rendered)))
        except NoTreeError as error:
            if error.too_deep:
                raise _UnreadError(_TOO_DEEP, _FEWER_LEVELS, error.line) from error
            raise _UnreadError(_UNREADABLE, _HOW_TO_MEND, error.line) from error
        self._keeper.keep(prepared.key, etree.tostring(section))
        return section


def _readable(reading: _Reading, chapter: Chapter, written: AsWritten, read: _Read) -> Readable:
    found = {
        CHAPTER_IS_READABLE.broken(
            chapter.in_file(chapter.at(line)), FORMULA_OF_LEVELS, FEWER_IN_FORMULAS
        ): None
        for line in written.formulas
    }
    parts = _Parts(written.text, chapter)
    slow = False
    for _ in range(_MOST_TRIES):
        try:
            section = read()
        except _UnreadError as error:
            if slow and error.message is _TOO_SLOW:
                parts.add_all()
            # The part around one that is told already has no fault of its own.
            elif parts.add(error.line):
                found.setdefault(error.told(chapter))
            slow |= error.message is _TOO_SLOW
        else:
            if parts.put_back(section):
                return Readable(section, tuple(found))
            parts.add_all()
        (read,) = reading.all([for_pandoc(parts.text())])
    return Readable(parts.as_code(), tuple(found))


class _UnreadError(Exception):
    """What cannot be read, at a ``line`` of the chapter, from 1."""

    def __init__(self, message: Text, hint: Text, line: int, column: int | None = None) -> None:
        super().__init__(message.en)
        self.message, self.hint, self.line, self.column = message, hint, line, column

    def told(self, chapter: Chapter) -> Finding:
        place = chapter.in_file(chapter.at(self.line, self.column))
        return CHAPTER_IS_READABLE.broken(place, self.message, self.hint)


def _longest_block(text: str) -> int:
    """The line where the longest stretch without a blank line begins."""
    blocks = re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+", text)
    longest = max(blocks, key=lambda block: len(block[0]), default=None)
    return 1 if longest is None else text.count("\n", 0, longest.start()) + 1


class _Parts:
    """The text of a chapter in which some parts are replaced by a heading each, to be put back.

    A heading of one line ends whatever is above it, and begins nothing. So all other lines keep
    their numbers and their meaning.
    """

    def __init__(self, text: str, chapter: Chapter) -> None:
        self._lines = text.split("\n")
        self._chapter = chapter
        self._name = "bindery-prints-this"
        while self._name in text:
            self._name += "-too"
        self._parts: list[range] = []

    def text(self) -> str:
        """The text to read."""
        lines = list(self._lines)
        for number, part in enumerate(self._parts):
            lines[part.start : part.stop] = [
                f"###### {self._name}-{number}.",
                *[""] * (len(part) - 1),
            ]
        return "\n".join(lines)

    def add(self, line: int) -> bool:
        """Replace the smallest part with ``line`` that is not replaced yet; whether it is new.

        If all is replaced around it already, a larger part is, or all below the title.
        """
        at = min(max(line - 1, 0), len(self._lines) - 1)
        within = any(at in part for part in self._parts)
        for part in self._around(at):
            if not any(part.start >= old.start and part.stop <= old.stop for old in self._parts):
                self._replace(part)
                return not within
        self.add_all()
        return not within

    def add_all(self) -> None:
        """Replace all below the title, or all if that is replaced already."""
        first = self._below_title()
        below = range(first, len(self._lines))
        self._replace(range(len(self._lines)) if below in self._parts else below)

    def _replace(self, part: range) -> None:
        kept = [old for old in self._parts if old.stop <= part.start or old.start >= part.stop]
        self._parts = sorted((*kept, part), key=lambda one: one.start)

    def _around(self, at: int) -> Iterator[range]:
        """The parts with line ``at`` that nothing but fenced divs are around, smallest first."""
        around: list[range] = []
        divs = 0
        for token in dialect().parse("\n".join(self._lines)):
            if token.type == "div_close":
                divs -= 1
            elif token.map and token.level == divs and token.type != "inline":
                first, end = token.map
                end = self._shown_end(token.type, first, end)
                if token.type == "div_open" and self._closes(end):
                    end += 1
                if first <= at < end:
                    around.append(range(first, self._last(first, end)))
            if token.type == "div_open":
                divs += 1
        yield from reversed(around)

    def _closes(self, line: int) -> bool:
        return (
            line < len(self._lines) and re.fullmatch(r"\s*:{3,}\s*", self._lines[line]) is not None
        )

    def _shown_end(self, kind: str, first: int, end: int) -> int:
        """Where a list ends that has more levels than our reader goes into."""
        lines = self._lines
        if kind.endswith("_list_open"):
            for at in range(first + 1, end):
                if not lines[at - 1].strip() and _BESIDE_THE_LIST.match(lines[at]):
                    return at
        return end

    def _last(self, first: int, end: int) -> int:
        while end > first + 1 and not self._lines[end - 1].strip():
            end -= 1
        return end

    def _below_title(self) -> int:
        tokens = dialect().parse("\n".join(self._lines))
        maps = (one.map for one in tokens if one.type == "heading_open" and one.tag == "h1")
        ends = (found[1] for found in maps if found)
        first = next(ends, 0)
        return first if first < len(self._lines) else 0

    def put_back(self, section: Element) -> bool:
        """Put the parts, as code, where their headings are; whether all were found."""
        names = {f"{self._name}-{number}.": part for number, part in enumerate(self._parts)}
        for heading in list(section.iter("h6")) if names else ():
            part = names.pop("".join(map(str, heading.itertext())), None)
            parent = heading.getparent()
            if part is not None and parent is not None:
                code = self._code(part)
                code.tail = heading.tail
                parent.replace(heading, code)
        return not names

    def as_code(self) -> Element:
        """All of the chapter as code."""
        return E.section(self._code(range(len(self._lines))))

    def _code(self, part: range) -> Element:
        first = next((at for at in part if self._lines[at].strip()), part.start)
        begins, ends = self._chapter.at(first + 1).line, self._chapter.at(part.stop).line
        written = self._chapter.lines[(begins or 1) - 1 : ends]
        text = printable("\n".join(written)).rstrip()
        position = {"data-pos": f"{first + 1}:1-{part.stop}:1", "class": AS_CODE}
        return E.pre(E.code(text), **position)
