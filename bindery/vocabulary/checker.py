"""A checker of finished outputs, and what it needs to run."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from bindery.vocabulary.editions import Edition
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper
from bindery.vocabulary.text import Text

CHANGED_BY_HAND = Text(
    nb="Filen er endret etter at bindery laget den. Hvis manuset har samme feil, rett den der."
    " Ellers fjern endringen i filen.",
    en="The file has been changed since bindery made it. If the manuscript has the same fault, fix"
    " it there. Otherwise undo the change in the file.",
)
"""What to do about a finding in an altered file. Nobody knows that bindery made it wrong."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A finished output to be checked.

    ``output`` is a file of ``edition``, ``book`` the folder that findings' paths are relative to,
    and ``reports`` the folder for a checker's own report. It is ``altered`` if it is not as bindery
    made it. A ``draft`` claims to conform to nothing, and so does a publication ``with_faults``
    that somebody has accepted. ``keeper`` has what a checker has seen of pages that are as they
    were.
    """

    edition: Edition
    book: Path
    output: Path
    reports: Path
    altered: bool = False
    draft: bool = False
    with_faults: bool = False
    keeper: Keeper = field(default=NOTHING_KEPT, compare=False)

    @property
    def claims_nothing(self) -> bool:
        """Whether the output names no standard that it conforms to."""
        return self.draft or self.with_faults

    @property
    def name(self) -> str:
        """The output's path below the book's folder, as in findings; absolute if elsewhere."""
        inside = self.output.is_relative_to(self.book)
        return (self.output.relative_to(self.book) if inside else self.output).as_posix()

    def digest(self) -> str:
        """The SHA-256 of the output as it is now."""
        return sha256(self.output.read_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class Checker:
    """One checker, and the ``standards`` that it can judge.

    It gets every output whose edition must conform to one of them. ``missing`` returns what is not
    installed and the command that installs it, or ``None`` if the checker can run. ``check`` gets
    all of its outputs at once, returns one piece of evidence for each of these standards of each
    output, and raises ``PipelineError`` if the checker itself broke. The evidence of one that is
    ``of_book`` depends on the manuscript as well as on the output. One that ``computes_here`` keeps
    a processor busy in this process, where two would only wait for each other.
    """

    name: str
    standards: tuple[str, ...]
    missing: Callable[[], Text | None]
    check: Callable[[tuple[Subject, ...]], tuple[Evidence, ...]]
    of_book: bool = False
    computes_here: bool = False

    def judged_of(self, edition: Edition) -> tuple[str, ...]:
        """The standards of ``edition`` that it judges, if any."""
        return tuple(standard for standard in edition.standards if standard in self.standards)


def one_by_one(
    check: Callable[[Subject], tuple[Evidence, ...]],
) -> Callable[[tuple[Subject, ...]], tuple[Evidence, ...]]:
    """Make a checker of one output into a checker of several."""

    def check_all(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
        return tuple(evidence for subject in subjects for evidence in check(subject))

    return check_all
