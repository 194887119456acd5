"""Find characters that do not follow the conventions of their language."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import Reading, readings, shown
from bindery.rules.manuscript._extents import PROSE, prose_in
from bindery.vocabulary.findings import Finding, Fix, Location, Severity
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.text import Text

AROUND = 15
"""How many characters are shown on each side, so that an author finds the place."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A ``pattern`` to find in prose; ``written`` makes the correct text from a match.

    Text in ``languages`` is searched, or (if none are given) in all. A match that ``is_right`` in
    its text is not reported. In the message, ``{old}`` is
    the text as it is, ``{new}`` as it should be.
    """

    pattern: re.Pattern[str]
    written: Callable[[re.Match[str]], str]
    message: Text
    hint: Text
    languages: tuple[str, ...] = ()
    is_right: Callable[[re.Match[str]], bool] = lambda found: False

    @property
    def extent(self) -> Extent[Manuscript]:
        """The pieces of text that are searched."""
        return prose_in(self.languages) if self.languages else PROSE

    def findings(self, manuscript: Manuscript, rule: str, severity: Severity) -> Iterator[Finding]:
        """Report each match that is written in the manuscript exactly as it is read."""
        for reading in readings(manuscript):
            text = reading.only(*self.languages) if self.languages else reading.text
            for found in self.pattern.finditer(text):
                place = as_written(reading, found.start(), found.end())
                if place is None or self.is_right(found):
                    continue
                new = self.written(found)
                before, after = _around(text, found)
                message = self.message.filled(
                    old=f"{before}{found[0]}{after}", new=f"{before}{new}{after}"
                )
                fix = Fix(place, found[0], new)
                yield Finding(rule, severity, place, message, self.hint, fix)


def as_written(reading: Reading, start: int, end: int) -> Location | None:
    """The location of these characters, if they are written exactly as they are read.

    They are not if a note, an image, an entity or a line end is among them.
    """
    place = reading.at(start)
    if place.line is None or place.column is None:
        return None
    line = reading.chapter.lines[place.line - 1]
    first = place.column - 1
    return place if line[first : first + end - start] == reading.text[start:end] else None


def _around(text: str, found: re.Match[str]) -> tuple[str, str]:
    """The whole words within ``AROUND`` characters on each side of the match."""
    before = text[max(0, found.start() - AROUND) : found.start()]
    after = text[found.end() : found.end() + AROUND]
    if found.start() > AROUND:
        before = before.partition(" ")[2] or before
    if found.end() + AROUND < len(text):
        after = after.rpartition(" ")[0] or after
    return shown(before), shown(after)
