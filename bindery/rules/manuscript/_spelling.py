"""Characters that are written in another way than their language has them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import Reading, readings
from bindery.rules.manuscript._extents import PROSE, prose_in
from bindery.vocabulary.findings import Finding, Fix, Location, Severity
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.text import Text

AROUND = 15
"""How many characters on each side are shown, so that an author finds the place again."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """What ``pattern`` finds in prose, and how it is written instead: ``written`` makes it.

    It is looked for in ``languages``, or (none given) in all. ``{old}`` of the message is what
    stands there, ``{new}`` what should.
    """

    pattern: re.Pattern[str]
    written: Callable[[re.Match[str]], str]
    message: Text
    hint: Text
    languages: tuple[str, ...] = ()

    @property
    def extent(self) -> Extent[Manuscript]:
        """The pieces of text it is looked for in."""
        return prose_in(self.languages) if self.languages else PROSE

    def findings(self, manuscript: Manuscript, rule: str, severity: Severity) -> Iterator[Finding]:
        """Each place where the manuscript has these very characters, one after the other."""
        for reading in readings(manuscript):
            text = reading.only(*self.languages) if self.languages else reading.text
            for found in self.pattern.finditer(text):
                place = as_written(reading, found.start(), found.end())
                if place is None:
                    continue
                new = self.written(found)
                before, after = _around(text, found)
                message = self.message.filled(
                    old=f"{before}{found[0]}{after}", new=f"{before}{new}{after}"
                )
                fix = Fix(place, found[0], new)
                yield Finding(rule, severity, place, message, self.hint, fix)


def as_written(reading: Reading, start: int, end: int) -> Location | None:
    """Where these characters stand, if they are written as they are read.

    They are not where a note, an image or an entity is among them, or a line ends.
    """
    place = reading.at(start)
    if place.line is None or place.column is None:
        return None
    line = reading.chapter.chapter.text.split("\n")[place.line - 1]
    first = place.column - 1
    return place if line[first : first + end - start] == reading.text[start:end] else None


def _around(text: str, found: re.Match[str]) -> tuple[str, str]:
    """Whole words on each side of what was found, as far as ``AROUND`` goes."""
    before = text[max(0, found.start() - AROUND) : found.start()]
    after = text[found.end() : found.end() + AROUND]
    if found.start() > AROUND:
        before = before.partition(" ")[2] or before
    if found.end() + AROUND < len(text):
        after = after.rpartition(" ")[0] or after
    return before, after
