"""A checker of finished outputs, and what it needs to run."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bindery.vocabulary.editions import Edition
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Subject:
    """A finished output to be checked.

    ``output`` is a file of ``edition``, ``book`` the folder that findings' paths are relative to,
    and ``reports`` the folder where a checker leaves its own report.
    """

    edition: Edition
    book: Path
    output: Path
    reports: Path

    @property
    def name(self) -> str:
        """The output's path below the book's folder, as findings write it; whole if elsewhere."""
        inside = self.output.is_relative_to(self.book)
        return (self.output.relative_to(self.book) if inside else self.output).as_posix()

    def digest(self) -> str:
        """The SHA-256 of the output as it is now."""
        return sha256(self.output.read_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class Checker:
    """One checker, and the ``standards`` that it can judge.

    It gets every output whose edition must keep one of them. ``missing`` says what is not
    installed and the command that gets it, or ``None`` when the checker can run. ``check`` looks at
    all of its outputs in one go. It gives one piece of evidence for each of these standards of each
    output, and raises ``PipelineError`` when the checker itself broke. The evidence of one that is
    ``of_book`` rests on the manuscript as well as on the output.
    """

    name: str
    standards: tuple[str, ...]
    missing: Callable[[], Text | None]
    check: Callable[[tuple[Subject, ...]], tuple[Evidence, ...]]
    of_book: bool = False

    def judged_of(self, edition: Edition) -> tuple[str, ...]:
        """The standards that it judges of ``edition``; none where it has nothing to say of it."""
        return tuple(standard for standard in edition.standards if standard in self.standards)


def one_by_one(
    check: Callable[[Subject], tuple[Evidence, ...]],
) -> Callable[[tuple[Subject, ...]], tuple[Evidence, ...]]:
    """How a checker that can only look at one output looks at several."""

    def check_all(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
        return tuple(evidence for subject in subjects for evidence in check(subject))

    return check_all
