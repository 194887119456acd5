"""Findings: what is wrong in a manuscript or an edition, and where its author can fix it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bindery.vocabulary.text import Text


class Severity(StrEnum):
    """How serious a finding is: an error fails ``check``, the others inform."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file.

    ``path`` is relative to the book's folder, with forward slashes; ``line`` and ``column``
    count from 1, and are ``None`` if only the file is known.
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)

    @classmethod
    def stamped(cls, stamp: str) -> Self | None:
        """The place that a block of the Document is stamped with, ``path:line``, if it is."""
        path, _, line = stamp.rpartition(":")
        return cls(path, int(line)) if path and line.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that is safe to make unasked: replace ``old`` at ``location`` by ``new``.

    A change is safe if it cannot change the meaning. The location has line and column.
    """

    location: Location
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem for readers, and what the author can do about it.

    ``rule`` is the property that does not hold, in kebab case: ``image-has-alt-text``. ``fix`` is
    set if it can be fixed automatically.
    """

    rule: str
    severity: Severity
    location: Location
    message: Text
    hint: Text
    fix: Fix | None = None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The sort key of findings: file, then line, column and rule."""
        place = self.location
        return (place.path, place.line or 0, place.column or 0, self.rule)


def any_errors(findings: tuple[Finding, ...]) -> bool:
    """Whether at least one finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
