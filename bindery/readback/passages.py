"""What is said in a book, passage by passage: what editions and manuscript have in common."""

from collections.abc import Hashable
from dataclasses import dataclass

OBJECT = "\ufffc"
"""Where a figure or a formula stands in a line of text."""

Place = tuple[int, int]
"""A passage: the number of the note it is in, or ``MAIN``, and its own number there."""

MAIN = -1


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a passage that are more than words.

    ``kind`` is ``link``, ``abbreviation``, ``figure``, ``formula``, ``emphasis``, ``strong`` or
    ``code``. ``value`` is the address, the expansion or the alternative. ``target`` names what a
    link within the book leads to, and ``page`` the page it opens, from 1.
    """

    kind: str
    text: str
    value: str = ""
    target: Hashable = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """What a passage stands in, and what is said of it when a listener comes to it.

    ``kind`` is ``list``, ``item``, ``table``, ``row``, ``cell``, ``caption``, ``quotation`` or
    ``aside``.
    """

    kind: str
    facts: tuple[tuple[str, object], ...] = ()

    def fact(self, name: str) -> object:
        """One of its facts, or ``None``."""
        return dict(self.facts).get(name)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, term, figure or formula.

    ``inside`` are the boxes around it from the outermost; the last ``opened`` of them begin here.
    ``languages`` are its words by language. ``source`` is its place in the manuscript, ``page``
    in a PDF, else 0. ``added`` is what an edition says besides the manuscript.
    """

    kind: str
    text: str
    level: int = 0
    inside: tuple[Box, ...] = ()
    opened: int = 0
    spans: tuple[Span, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    source: str = ""
    page: int = 0
    added: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number as it is written, what it says, and where its number leads back to."""

    label: str
    passages: tuple[Passage, ...]
    back: Span | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """All that is said, in order. ``places`` finds what links lead to, by name or number."""

    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]
    places: dict[Hashable, Place]
