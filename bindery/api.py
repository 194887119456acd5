"""The public API: three functions, and their results as plain data.

``docs/api.md`` documents it. Everything else in the package can change at any time.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bindery.pipeline import build as building
from bindery.pipeline import check as checking
from bindery.pipeline.check_edition import check_edition as _check_edition
from bindery.vocabulary.errors import PipelineError  # noqa: F401 - part of the API
from bindery.vocabulary.evidence import Evidence as _Evidence
from bindery.vocabulary.findings import Finding as _Finding
from bindery.vocabulary.findings import Severity

Place = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, and what to do about it.

    ``severity`` is ``"error"``, ``"warning"`` or ``"info"``. ``path`` is below the book's folder,
    with forward slashes; ``line`` and ``column`` count from 1, if they are known.
    """

    rule: str
    severity: str
    path: str
    line: int | None
    column: int | None
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The result of one checker for one file, against one standard, or a rule of it.

    ``outcome`` is one of EARL's: ``"passed"``, ``"failed"``, ``"cantTell"`` (check manually),
    ``"inapplicable"`` (nothing to examine) or ``"untested"`` (the checker is missing, or broke).
    ``examined`` is how many ``unit`` were examined.
    """

    checker: str
    version: str
    subject: str
    standard: str
    rule: str
    outcome: str
    examined: int
    unit: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: its ``edition``, its ``path`` below the book's folder, its size."""

    edition: str
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left: the outputs, or none and the findings that prevented them.

    Outputs with an error among the findings are drafts, which say so on their first page.

    ``unchanged`` is true if they were there already and up to date.
    """

    outputs: tuple[Output, ...]
    findings: tuple[Finding, ...]
    unchanged: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a check, in reading order, and the evidence of each checker.

    There is no evidence if the manuscript cannot be read. ``broken`` names the
    checkers that stopped halfway.
    """

    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    broken: tuple[str, ...]

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return any(one.severity == Severity.ERROR.value for one in self.findings)


def build(book: Place, *, lang: str = "en", rebuild: bool = False) -> Built:
    """Make every edition of the publication in the folder ``book``, or none.

    An edition that somebody has changed is kept, unless ``rebuild``. Raises ``PipelineError`` if
    the work cannot be done.
    """
    folder = Path(book).resolve()
    built = building.build(folder, rebuild=rebuild)
    outputs = (
        Output(one.edition.name, one.path.relative_to(folder).as_posix(), one.size)
        for one in built.outputs
    )
    return Built(tuple(outputs), _findings(built.findings, lang), built.unchanged)


def check(
    book: Place, checkers: bool = True, *, lang: str = "en", rebuild: bool = False
) -> Checked:
    """Build what is not built, and check the manuscript, the templates and every edition.

    Without ``checkers`` only the rules and the read-back run; with them, outside checkers that are
    installed run too, and ``build/reports/`` is written. An edition that somebody has changed is
    checked as it is, unless ``rebuild``.
    """
    folder = Path(book).resolve()
    work = checking.check if checkers else checking.check_own
    return _checked(work(folder, rebuild=rebuild), lang)


def check_edition(file: Place, book: Place, checkers: bool = True, *, lang: str = "en") -> Checked:
    """Check ``file``, as it is, as an edition of ``book``. Nothing is built or changed.

    Its name must end like those in ``build/``. The evidence is of this file alone.
    """
    path, folder = Path(file).resolve(), Path(book).resolve()
    return _checked(_check_edition(path, folder, outside=checkers), lang)


def _checked(checked: checking.Checked, lang: str) -> Checked:
    return Checked(
        _findings(checked.findings, lang),
        tuple(_evidence(one, lang) for one in checked.evidence),
        tuple(error.what.said_in(lang) for error in checked.broken),
    )


def _findings(findings: Iterable[_Finding], lang: str) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            one.rule,
            one.severity.value,
            one.location.path,
            one.location.line,
            one.location.column,
            one.message.said_in(lang),
            one.hint.said_in(lang),
        )
        for one in findings
    )


def _evidence(one: _Evidence, lang: str) -> Evidence:
    return Evidence(
        one.checker,
        one.version,
        one.subject,
        one.standard,
        one.rule,
        one.outcome.value,
        one.examined,
        one.unit.said_in(lang),
        _findings(one.findings, lang),
    )
