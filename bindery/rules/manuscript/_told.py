"""What the front door has left for rules to tell: the marks of a rule, and what is said of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bindery.manuscript.source import Manuscript
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.publication import Chapter, Mark
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text, Unit

_LONGEST_LIST = 12
_TIMES = Text(nb=" Det gjelder {count} steder.", en=" It is so in {count} places.")


def marks_of(manuscript: Manuscript, rule: str) -> Iterator[Mark]:
    """The marks that ``rule`` tells, in reading order."""
    for chapter in manuscript.chapters:
        yield from (mark for mark in chapter.chapter.marks if mark.rule == rule)


def marks_told(rule: str, unit: Unit) -> Extent[Manuscript]:
    """How many marks ``rule`` has to tell."""
    return Extent(unit, lambda manuscript: sum(1 for _ in marks_of(manuscript, rule)))


def told_lines(chapter: Chapter) -> frozenset[int]:
    """The lines of ``chapter`` where a mark is printed that a rule of its own tells."""
    aside = ("read-as", "left-out")
    lines = (mark.location.line for mark in chapter.marks if mark.rule not in aside)
    return frozenset(line for line in lines if line is not None)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a kind of mark."""

    message: Text
    hint: Text


@cache
def said_of(table: str) -> Mapping[str, Said]:
    """What is said of each kind of mark, from the ``table`` beside the rules."""
    return read(dict[str, Said], Path(__file__).with_name(table))


def once_a_kind(found: Iterable[Mark], rule: str, table: str) -> Iterator[Finding]:
    """Information on each kind of mark ``found``, at the first of them, with how many there are."""
    said = said_of(table)
    marks = list(found)
    counts = Counter(mark.kind for mark in marks)
    for kind, count in counts.items():
        of_kind = [mark for mark in marks if mark.kind == kind]
        words = list(dict.fromkeys(mark.words for mark in of_kind if mark.words))
        shown = ", ".join(words[:_LONGEST_LIST]) + (" …" if len(words) > _LONGEST_LIST else "")
        fill = {"words": shown, "first": next(iter(words), "")}
        message, hint = said[kind].message.filled(**fill), said[kind].hint.filled(**fill)
        if count > 1:
            times = _TIMES.filled(count=count)
            message = Text(nb=message.nb + times.nb, en=message.en + times.en)
        yield Finding(rule, Severity.INFO, of_kind[0].location, message, hint)
