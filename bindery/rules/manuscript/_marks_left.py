"""The marks that are still in the text after the front door, each found once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Block, Code, Element
from bindery.prose.readings import Reading, readings_of, shown
from bindery.rules.manuscript._foreign_marks import (
    CODE,
    DASHES,
    DIRECTIVE,
    EMOJI,
    EMOJI_HINT,
    MARKS,
    TABLE,
    Mark,
)
from bindery.rules.manuscript._told import told_lines
from bindery.vocabulary.findings import Location
from bindery.vocabulary.text import Text

IN_CODE = Text(
    nb="«{mark}» er et merke fra en annen dialekt. Alt blir trykt som kode.",
    en="“{mark}” is a mark of another dialect. All of it is printed as code.",
)
NO_TABLE = Text(
    nb="Tabellen er skrevet med tegn fra en annen dialekt. Leserne får linjer uten celler.",
    en="The table is written with marks of another dialect. Readers get lines without cells.",
)
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_BEFORE = re.compile(r"[\s>*+:|\d.)-]*")
_LONGEST_PREFIX = 200
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Left:
    """A mark that is left: where, the mark as it is shown, and what to write instead.

    It ``is_sure`` if it can be nothing but a mark.
    """

    location: Location
    mark: str
    hint: Text
    is_sure: bool


def marks_left(manuscript: Manuscript) -> Iterator[Left]:
    """The marks in prose, except on lines where another rule tells of one."""
    for chapter in manuscript.chapters:
        yield from _left_in(chapter, tuple(readings_of(chapter, manuscript)))


def emoji_left(manuscript: Manuscript) -> Iterator[Left]:
    """The names between colons that other programs draw a picture for."""
    for chapter in manuscript.chapters:
        for reading in readings_of(chapter, manuscript):
            for found in EMOJI.finditer(reading.text) if ":" in reading.text else ():
                if not _is_escaped(reading, found.start(), found.end()):
                    yield Left(reading.at(found.start()), found[0], EMOJI_HINT, is_sure=False)


def directives_left(manuscript: Manuscript) -> Iterator[tuple[Location, Text, Text]]:
    """Code blocks that another program would make something of: where, message and hint."""
    for code in manuscript.every(Code):
        if DIRECTIVE.fullmatch(code.language):
            mark = _short(f"```{code.language}")
            yield code.location, IN_CODE.filled(mark=mark), CODE


def tables_left(manuscript: Manuscript) -> Iterator[tuple[Location, Text, Text]]:
    """Lines of dashes that are no table here, each at the first line of what is around it."""
    for chapter in manuscript.chapters:
        rows = chapter.lines
        lines = [one.location.line or 1 for one in chapter.elements if _is_table(one, rows)]
        firsts = _first_lines(rows) if lines else []
        for first in dict.fromkeys(firsts[line - 1] for line in lines):
            yield Location(chapter.path, first), NO_TABLE, TABLE


# Two rules ask of the same chapter in turn.
@lru_cache(maxsize=256)
def _left_in(chapter: ChapterSource, readings: tuple[Reading, ...]) -> tuple[Left, ...]:
    told = told_lines(chapter.chapter)
    left = [
        Left(reading.at(start), _short(reading.text[start:end]), mark.hint, mark.is_sure)
        for reading in readings
        for start, end, mark in _marks(reading)
    ]
    return tuple(one for one in left if one.location.line not in told)


def _marks(reading: Reading) -> Iterator[tuple[int, int, Mark]]:
    """The marks of ``reading`` that do not overlap."""
    taken = [False] * len(reading.text)
    for mark in MARKS:
        for found in mark.pattern.finditer(reading.text):
            start, end = found.span()
            if any(taken[start:end]) or _is_text(reading, mark, start, end):
                continue
            taken[start:end] = [True] * (end - start)
            yield start, end, mark


def _is_text(reading: Reading, mark: Mark, start: int, end: int) -> bool:
    """Whether it is written with backslashes, so that it is printed, or is no mark where it is."""
    if mark.in_items_only and not reading.prose.nested:
        return True
    if mark.begins_line and not _begins_line(reading, start):
        return True
    if mark.is_inside_a_line and _begins_line(reading, start):
        return True
    return mark.backslash == "means text" and _is_escaped(reading, start, end)


def _begins_line(reading: Reading, start: int) -> bool:
    """Whether only marks of quotations and lists are before it on its line."""
    place = reading.at(start)
    if place.line is None or place.column is None:
        return start == 0
    if place.column > _LONGEST_PREFIX:
        return False
    line = reading.chapter.lines[place.line - 1]
    return _BEFORE.fullmatch(line[: place.column - 1]) is not None


def _is_escaped(reading: Reading, start: int, end: int) -> bool:
    """Whether the author wrote a backslash before a sign from ``start`` to ``end``."""
    first, last = reading.at(start), reading.at(end - 1)
    if first.column is None or last.column is None or first.line is None or last.line != first.line:
        return False
    line = reading.chapter.lines[first.line - 1]
    # A backslash just before it is outside the place of its first character.
    return bool(_ESCAPED.search(line[max(0, first.column - 2) : last.column]))


def _short(mark: str) -> str:
    text = shown(" ".join(mark.split()))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"


def _is_table(element: Element, rows: list[str]) -> bool:
    match element:
        case Block(kind="hr"):
            row = rows[(element.location.line or 1) - 1]
            return DASHES.fullmatch(row.lstrip("> ")) is not None
    return False


def _first_lines(rows: list[str]) -> list[int]:
    """For each line, the number of the first one above it with no empty line between."""
    firsts: list[int] = []
    for number, row in enumerate(rows, start=1):
        goes_on = firsts and rows[number - 2].strip() and not rows[number - 2].startswith("```")
        firsts.append(firsts[-1] if goes_on and row.strip() else number)
    return firsts
