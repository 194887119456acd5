"""Verdicts that follow if a kind of content is in none of the files."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bindery.reports.wcag.inside import Kind
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text


class Verdict(StrEnum):
    """What a draft can say of one criterion. Nothing is met by default.

    ``MET`` is shown by checks, and ``FOUND_MET`` found by a person: the two are not the same.
    """

    MET = "met"
    FOUND_MET = "found-met"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"
    NEEDS_PERSON = "needs-person"


@dataclass(frozen=True, slots=True)
class Absent:
    """Criteria, by number, that have this ``verdict`` if none of ``kinds`` is in any file."""

    numbers: tuple[str, ...]
    kinds: frozenset[Kind]
    verdict: Verdict
    reason: Text


ACTIVE = frozenset({Kind.SCRIPT, Kind.FORM, Kind.EMBEDDED})

ABSENT = tuple(read(dict[str, Absent], Path(__file__).with_suffix(".toml")).values())


def absent(number: str, present: frozenset[Kind]) -> Absent | None:
    """Return what follows for one criterion from what is ``present``, or ``None``."""
    return next(
        (one for one in ABSENT if number in one.numbers and not one.kinds & present),
        None,
    )
