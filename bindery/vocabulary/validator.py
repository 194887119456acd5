"""A validator: an outside checker, and what it needs to run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Subject:
    """A finished output to be checked.

    ``output`` is the file, ``book`` the folder that findings' paths are relative to, and
    ``reports`` the folder where a validator leaves the checker's own report.
    """

    book: Path
    output: Path
    reports: Path

    @property
    def name(self) -> str:
        """The output's path below the book's folder, as findings write it."""
        return self.output.relative_to(self.book).as_posix()


@dataclass(frozen=True, slots=True)
class Validator:
    """One outside checker, for the outputs of one edition, against named standards.

    ``missing`` says what is not installed and the command that gets it, or ``None`` when the
    checker can run. ``validate`` gives one piece of evidence for each standard, and raises
    ``PipelineError`` when the checker itself broke.
    """

    name: str
    edition: str
    standards: tuple[str, ...]
    missing: Callable[[], Text | None]
    validate: Callable[[Subject], tuple[Evidence, ...]]
