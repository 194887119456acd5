"""Which conditions are about nothing, where a kind of content is not in the PDF."""

from dataclasses import dataclass
from pathlib import Path

from bindery.reports.matterhorn.contents import Contents
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Absent:
    """Conditions, by number, that ask for nothing where none of ``names`` is in the PDF."""

    conditions: tuple[str, ...]
    names: frozenset[str]
    reason: Text


ABSENT = tuple(read(dict[str, Absent], Path(__file__).with_suffix(".toml")).values())
"""In the order of the protocol."""


def absent(contents: Contents) -> dict[str, Text]:
    """The conditions that ask for nothing of a PDF with these ``contents``, and why."""
    return {
        condition: one.reason
        for one in ABSENT
        if not contents.may_have(one.names)
        for condition in one.conditions
    }
