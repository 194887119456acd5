"""Marks in a chapter that no edition could keep, as text that prints them as they are written.

All edits are within a line, so that every line keeps its number.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bindery.document.for_pandoc import formulas_in
from bindery.document.formulas import too_many_scripts
from bindery.manuscript.source.blocks import cells_in, divider_columns
from bindery.manuscript.source.elements import Element, Table
from bindery.manuscript.source.from_tokens import read_elements
from bindery.vocabulary.publication import Chapter

_QUOTATION = re.compile(r"[ \t>]*")
_BAR = re.compile(r"(?<!\\)\|")
_BACKTICKS = re.compile("`+")
_BRACES_IN_BRACES = re.compile(r"[\^_]\s*\{")


class AsWritten(NamedTuple):
    """The ``text`` with such marks as text, and the lines of ``formulas`` printed as code."""

    text: str
    formulas: tuple[int, ...]


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def as_written(text: str) -> AsWritten:
    """``text`` with two kinds of marks as text, where nothing else can be made of them.

    The bars of cells beyond a table's last column, so that their words are in its last cell, and
    formulas that no program comes to the end of.
    """
    lines = text.split("\n")
    edits: list[_Edit] = []
    if _may_have_long_rows(lines):
        elements = read_elements(Chapter("", text))
        starts = _starts(lines)
        edits += _long_rows(elements, lines, starts)
    formulas = tuple(_formulas(text))
    edits += formulas
    at = tuple(text.count("\n", 0, one.start) + 1 for one in formulas)
    return AsWritten(_edited(text, edits), at)


def _edited(text: str, edits: list[_Edit]) -> str:
    pieces, end = [], 0
    for edit in sorted(edits):
        if edit.start >= end:
            pieces += [text[end : edit.start], edit.text]
            end = edit.end
    return "".join((*pieces, text[end:]))


def _starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _may_have_long_rows(lines: list[str]) -> bool:
    """Whether a line below a line of dashes has more bars than it."""
    most = 0
    for line in lines:
        if "|" not in line:
            most = 0
        elif divider_columns(_QUOTATION.sub("", line, count=1)):
            most = line.count("|") + 1
        elif most and len(_BAR.findall(line)) >= most - 1 and _cells(line) > most - 2:
            return True
    return False


def _cells(line: str) -> int:
    return sum(1 for _ in cells_in(line))


def _long_rows(
    elements: tuple[Element, ...], lines: list[str], starts: list[int]
) -> Iterator[_Edit]:
    for table in (one for one in elements if isinstance(one, Table)):
        columns = len(table.header.cells)
        for row in table.rows:
            if row.written > columns and row.location.line:
                line = row.location.line - 1
                bars = [bar.start() for bar in _BAR.finditer(lines[line])]
                before = lines[line][: bars[0]] if bars else ""
                # A row may begin with its first cell, without a bar.
                first = 0 if before.strip(" \t>") else 1
                for bar in bars[columns - 1 + first : row.written - 1 + first]:
                    at = starts[line] + bar
                    yield _Edit(at, at, "\\")


def _formulas(text: str) -> Iterator[_Edit]:
    """Each formula with too many scripts in one another, as code."""
    if "$" not in text or not _BRACES_IN_BRACES.search(text) or too_many_scripts(text) is None:
        return
    for first, end in formulas_in(text):
        formula = text[first:end]
        if too_many_scripts(formula) is not None:
            longest = max(map(len, _BACKTICKS.findall(formula)), default=0)
            fence = "`" * (longest + 1)
            yield _Edit(first, end, f"{fence}{formula}{fence}")
