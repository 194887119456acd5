"""Where the letters of a chapter's text stand in its author's own file."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from bindery.vocabulary.findings import Location


@dataclass(frozen=True, slots=True)
class Stretch:
    """The letters of a text from ``start`` up to the next stretch.

    They are in the author's file from ``origin`` on, letter by letter; or, if ``is_made``, they are
    not there, and ``origin`` is where they were made.
    """

    start: int
    origin: int
    is_made: bool = False


class Places:
    """Finds the place in the author's file of what is in a ``text`` made of it.

    ``written`` is what the author of the chapter at ``path`` wrote.
    """

    def __init__(
        self,
        path: str,
        text: str,
        written: str,
        stretches: Sequence[Stretch],
    ) -> None:
        self._path = path
        self._text = text
        self._lines = line_starts(text)
        self._written_lines = line_starts(written)
        self._stretches = stretches
        self._starts = [stretch.start for stretch in stretches]

    def __repr__(self) -> str:
        """All that it is made of but the two texts, which a chapter has."""
        return f"Places({self._path!r}, {tuple(self._stretches)!r})"

    def at(self, line: int, column: int | None = None) -> Location:
        """The place of a ``line`` of the text, or of a character in it; both count from 1.

        What was made has a line and no column.
        """
        first = self._lines[min(line, len(self._lines)) - 1]
        if column is None:
            return replace(self.of(self._first_origin(first)), column=None)
        origin, is_made = self.origin(first + column - 1)
        place = self.of(origin)
        return replace(place, column=None) if is_made else place

    def origin(self, offset: int) -> tuple[int, bool]:
        """Where the character at ``offset`` of the text is in what is written, or was made."""
        stretch = self._stretches[max(0, bisect_right(self._starts, offset) - 1)]
        if stretch.is_made:
            return stretch.origin, True
        return stretch.origin + offset - stretch.start, False

    def of(self, origin: int) -> Location:
        """The place of the character at ``origin`` in what is written."""
        number = bisect_right(self._written_lines, origin) - 1
        return Location(self._path, number + 1, origin - self._written_lines[number] + 1)

    def _first_origin(self, first: int) -> int:
        """Where the line that begins at ``first`` is written: its first letter that is written."""
        end = self._text.find("\n", first)
        end = len(self._text) if end < 0 else end
        number = max(0, bisect_right(self._starts, first) - 1)
        while number < len(self._stretches) and self._starts[number] < end:
            stretch = self._stretches[number]
            after = self._starts[number + 1] if number + 1 < len(self._starts) else end
            start = max(first, stretch.start)
            letters = self._text[start : min(after, end)]
            if not stretch.is_made and letters.strip():
                return stretch.origin + start - stretch.start
            number += 1
        return self.origin(first)[0]


def line_starts(text: str) -> list[int]:
    """The offset of each line of ``text``."""
    return [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]
