"""Mending in the manuscript what a machine may mend."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.reporters.whole import write_whole
from bindery.rules import RULES
from bindery.rules._judging import judge
from bindery.vocabulary.findings import Finding, Fix

MOST_ROUNDS = 10
"""One change may let a rule see the next."""

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def fix(book: Path) -> tuple[Finding, ...]:
    """Make every safe change in the chapters of ``book``, and tell what was found there.

    An exception that an author has made is left as it is. Files are written whole, with the line
    endings they had.
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
        file = book / path
        text, done = changed(file.read_bytes().decode(), findings)
        if done:
            write_whole(file, text)
        yield from done


def changed(text: str, findings: Iterable[Finding]) -> tuple[str, tuple[Finding, ...]]:
    """``text`` with the changes that can be made in it, and the findings they mend.

    One that overlaps another, or whose words are not there, is left for the next round. Lines end
    as they did.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    mark = len(text) - len(text.removeprefix(BYTE_ORDER_MARK))
    starts = [mark, *(end.end() for end in re.finditer("\n", text))]
    done: list[Finding] = []
    free = len(text)
    placed = [
        (_offset(finding.fix, starts), finding.fix, finding)
        for finding in findings
        if finding.fix is not None
    ]
    for at, change, finding in sorted(placed, key=lambda one: -one[0]):
        old, new = (words.replace("\n", line_end) for words in (change.old, change.new))
        end = at + len(old)
        if end <= free and text[at:end] == old:
            text = text[:at] + new + text[end:]
            free = at
            done.append(finding)
    return text, tuple(reversed(done))


def _offset(change: Fix, starts: list[int]) -> int:
    place = change.location
    assert place.line is not None and place.column is not None
    return starts[place.line - 1] + place.column - 1
