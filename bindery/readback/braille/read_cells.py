"""What a reader of braille gives: the text, the words set off in it, and what it cannot read."""

from dataclasses import dataclass

SOFT, FORCED = "\u00ad", "\u200b"
JOINS = SOFT + FORCED
"""Where rows were joined: at a hyphen that may be the layout's, and in a word without one."""

PAGE, START, ROW = "\ue000", "\ue001", "\ue002"
PLACES = PAGE + START + ROW
MARKS = JOINS + PLACES
"""What readers hand on: joined rows, and where pages, printed pages and rows begin."""

UNKNOWN = "\ufffd"
"""Stands in the text for cells that have no meaning."""


@dataclass(frozen=True, slots=True)
class Set:
    """Words that are set off: ``kind`` is ``emphasis`` or ``strong``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Read:
    """The text, with ``⟨`` and ``⟩`` around notes of the transcriber's.

    ``unread`` are cells that the code has no meaning for, and a sign that is never closed.
    """

    text: str
    sets: tuple[Set, ...] = ()
    unread: tuple[str, ...] = ()
