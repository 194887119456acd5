"""Make the changes in the manuscript that are safe to make unasked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from pathlib import Path

from bindery.manuscript.files import located
from bindery.manuscript.load import LINE_END, load
from bindery.manuscript.source import read_source
from bindery.rules.judge import judge
from bindery.rules.manuscript import RULES
from bindery.tools.writing import write_through
from bindery.vocabulary.findings import Finding, Fix

MOST_ROUNDS = 10
"""Rounds of changes: one change may let a rule find the next."""

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def fix(book: Path) -> tuple[Finding, ...]:
    """Make every safe change in the chapters of ``book``, and return the findings fixed.

    What an author has made an exception for is left as it is. Files are replaced in one step and
    keep their line endings.
    """
    mended: list[Finding] = []
    for _ in range(MOST_ROUNDS):
        done = tuple(_round(book))
        if not done:
            break
        mended += done
    return tuple(mended)


def _round(book: Path) -> Iterator[Finding]:
    publication = load(book).publication
    if publication is None:
        return
    by_file: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in judge(read_source(publication), RULES):
        for finding in one.findings:
            if finding.fix is not None:
                by_file[finding.fix.location.path].append(finding)
    for path, findings in by_file.items():
        file = located(book, path)
        text, done = changed(file.read_bytes().decode(), findings)
        if done:
            write_through(file, text, within=book)
        yield from done


def changed(text: str, findings: Iterable[Finding]) -> tuple[str, tuple[Finding, ...]]:
    """``text`` with the changes that can be made in it, and the findings they fix.

    A change that overlaps another, or whose words are not there, is left for the next round. Line
    endings are kept.
    """
    mark = len(text) - len(text.removeprefix(BYTE_ORDER_MARK))
    starts = [mark, *(end.end() for end in LINE_END.finditer(text))]
    done: list[Finding] = []
    free = len(text)
    placed = [
        (starts[line - 1] + column - 1, finding.fix, finding)
        for finding in findings
        if finding.fix is not None
        for line, column in (_place(finding.fix),)
        if line <= len(starts)
    ]
    for at, change, finding in sorted(placed, key=lambda one: -one[0]):
        if old := _as_written(change.old).match(text, at, free):
            text = text[:at] + _ended_as(old, change.new) + text[old.end() :]
            free = at
            done.append(finding)
    return text, tuple(reversed(done))


def _place(change: Fix) -> tuple[int, int]:
    line, column = change.location.line, change.location.column
    assert line is not None and column is not None
    return line, column


def _as_written(words: str) -> re.Pattern[str]:
    """A pattern for ``words`` with any line endings."""
    return re.compile(f"(?:{LINE_END.pattern})".join(map(re.escape, words.split("\n"))))


def _ended_as(old: re.Match[str], new: str) -> str:
    """``new`` with the line endings of ``old``; any further lines get the last of them."""
    ends = LINE_END.findall(old[0]) or LINE_END.findall(old.string)[:1] or ["\n"]
    first, *others = new.split("\n")
    return first + "".join(map("".join, zip(chain(ends, repeat(ends[-1])), others, strict=False)))
