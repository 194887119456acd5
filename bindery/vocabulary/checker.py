"""A validator: an outside checker, and what it needs to run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Subject:
    """A finished output to be checked.

    ``output`` is the file of the edition named ``edition``, ``book`` the folder that findings'
    paths are relative to, and ``reports`` the folder where a validator leaves the checker's own
    report.
    """

    edition: str
    book: Path
    output: Path
    reports: Path

    @property
    def name(self) -> str:
        """The output's path below the book's folder, as findings write it."""
        return self.output.relative_to(self.book).as_posix()

    def digest(self) -> str:
        """The SHA-256 of the output as it is now."""
        return sha256(self.output.read_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class Validator:
    """One outside checker, for the outputs of some editions, against named standards.

    ``standards`` are those that each edition, by its name, must keep. ``missing`` says what is not
    installed and the command that gets it, or ``None`` when the checker can run. ``validate`` looks
    at all outputs of those editions in one go. It gives one piece of evidence for each standard of
    each output, and raises ``PipelineError`` when the checker itself broke. One that is ``of_book``
    knows the manuscript, too: what it sees of an output rests on both.
    """

    name: str
    standards: Mapping[str, tuple[str, ...]]
    missing: Callable[[], Text | None]
    validate: Callable[[tuple[Subject, ...]], tuple[Evidence, ...]]
    of_book: bool = False


def one_by_one(
    validate: Callable[[Subject], tuple[Evidence, ...]],
) -> Callable[[tuple[Subject, ...]], tuple[Evidence, ...]]:
    """How a checker that can only look at one output looks at several."""

    def validate_all(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
        return tuple(evidence for subject in subjects for evidence in validate(subject))

    return validate_all
