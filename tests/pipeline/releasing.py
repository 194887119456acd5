"""Checkers for tests of releases: they pass all, or do the one thing that a test is about."""

import pytest
from invoke.context import Context
from invoke.exceptions import Exit

from bindery import tasks
from bindery.checkers.onix import ONIX
from bindery.pipeline import examine as examine_module
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import EBRAILLE_1, EPUB_33, PDF_UA_1, PDF_UA_2, PEF_1, WCAG_AA
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, verbatim

STANDARDS = (PDF_UA_1, PDF_UA_2, EPUB_33, EBRAILLE_1, PEF_1, WCAG_AA)
"""The first that each edition must keep."""


def passing(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
    """A checker that finds nothing wrong."""
    return tuple(judged_by_prober(subject) for subject in subjects)


def failing_on(name: str) -> object:
    """A checker that finds something wrong with the file ``name``."""

    def validate(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
        return tuple(
            judged_by_prober(subject, *([_wrong(subject)] if subject.output.name == name else []))
            for subject in subjects
        )

    return validate


def breaking(_subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
    """A checker that stops halfway."""
    raise PipelineError(Text(nb="Prøveren stanset.", en="The prober stopped."), verbatim("…"))


def seeing_nothing(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
    """A checker that runs and has nothing to examine."""
    return tuple(judged_by_prober(subject, examined=0) for subject in subjects)


def judged_by_prober(subject: Subject, *findings: Finding, examined: int = 1) -> Evidence:
    """What the checker says of one file."""
    return judged(
        checker="prober",
        version="1.0",
        subject=subject.name,
        standard=subject.edition.standards[0],
        examined=examined,
        unit=verbatim("ting"),
        findings=findings,
    )


def prober(
    check: object = passing, missing: Text | None = None, standards: tuple[str, ...] = STANDARDS
) -> Checker:
    """The checker of all editions, or of those that keep one of ``standards``."""
    return Checker("prober", standards, lambda: missing, check)  # type: ignore[arg-type]


def check_with(monkeypatch: pytest.MonkeyPatch, *checkers: Checker) -> None:
    """Let a release be checked by ``checkers``, and by the ONIX schemas."""
    monkeypatch.setattr(examine_module, "CHECKERS", (*checkers, ONIX))


def invoke_release(book: object, tag: str = "") -> int:
    """The exit status of ``invoke release``."""
    try:
        tasks.release.body(Context(), book=str(book), lang="en", tag=tag)
    except Exit as ended:
        return int(ended.code)
    return 0


def _wrong(subject: Subject) -> Finding:
    place = Location(subject.name)
    return Finding("x", Severity.ERROR, place, verbatim("wrong"), verbatim("mend"))
