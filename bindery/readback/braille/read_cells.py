"""What readers of braille share, and give: the text, the words set off in it, what is unread."""

from dataclasses import dataclass, field

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


DIGITS = dict(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚", "1234567890", strict=True))
"""The cells after a number sign, in every code."""


@dataclass(slots=True)
class CellReader:
    """Reads ``cells`` from the place ``at`` on. What reads a sign says whether it has."""

    cells: str
    at: int = 0
    said: list[str] = field(default_factory=list)
    sets: list[Set] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    numeric: bool = False
    word: bool = False
    passage: bool = False
    notes: int = 0

    def here(self, sign: str) -> bool:
        """Whether ``sign`` is at this place."""
        return self.cells.startswith(sign, self.at)

    def cell(self, ahead: int = 0) -> str:
        """The cell so many places ahead; empty after the last one."""
        return self.cells[self.at + ahead : self.at + ahead + 1]

    def say(self, text: str, cells: int = 1) -> bool:
        """Read ``cells`` as ``text``."""
        self.said.append(text)
        return self.skip(cells)

    def skip(self, cells: int) -> bool:
        """Read ``cells`` that stand for no text."""
        self.at += cells
        return True

    def say_note(self, cells: int, *, opens: bool) -> bool:
        """Read the sign before or after a note of the transcriber's; one can be in another."""
        self.notes += 1 if opens else -1
        self.word = self.numeric = False
        return self.say("⟨" if opens else "⟩", cells)

    def tell_unread(self) -> None:
        """Note that the cell here has no meaning."""
        self.unread.append(self.cells[self.at : self.at + 12])
        self.say(UNKNOWN)
