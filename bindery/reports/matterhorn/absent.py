"""Which conditions do not apply if a kind of content is not in the PDF."""

from dataclasses import dataclass
from pathlib import Path

from bindery.finished.documents import UnreadableError
from bindery.finished.opened import opened
from bindery.vocabulary.editions import PDF_TYPE
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Absent:
    """Conditions, by number, that do not apply if none of ``names`` is in the PDF."""

    conditions: tuple[str, ...]
    names: frozenset[str]
    reason: Text


ABSENT = tuple(read(dict[str, Absent], Path(__file__).with_suffix(".toml")).values())
"""In the order of the protocol."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The ``names`` in a PDF, such as ``/Table``. One that is not readable may have any name."""

    names: frozenset[str]
    readable: bool = True

    def may_have(self, wanted: frozenset[str]) -> bool:
        """Whether anything that is ``wanted`` may be in the PDF."""
        return not self.readable or bool(self.names & wanted)


def contents_of(file: Path) -> Contents:
    """Return all the names in the PDF ``file``, referenced or not."""
    try:
        return Contents(opened(file, PDF_TYPE).names)
    except UnreadableError:
        return Contents(frozenset(), readable=False)


def absent(contents: Contents) -> dict[str, Text]:
    """Return the conditions that do not apply to a PDF with these ``contents``, and why."""
    return {
        condition: one.reason
        for one in ABSENT
        if not contents.may_have(one.names)
        for condition in one.conditions
    }
