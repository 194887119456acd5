"""What became of many publications, one line each: for a terminal, a log and a screen reader."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from bindery.reports.terminal import ERRORS, WARNINGS, lines, seconds
from bindery.tools.installation import COMMAND
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Severity, any_errors
from bindery.vocabulary.text import Text, Unit

_MOST = 3
"""Findings that are listed of each publication."""

_MORE = Text(
    nb=f"{{book}}: … og {{count}} til. Vis alle med: {COMMAND} check --book {{book}}",
    en=f"{{book}}: … and {{count}} more. Show them with: {COMMAND} check --book {{book}}",
)
_NOT_BUILT = Text(nb="ikke bygd", en="not built")
_DRAFT = Text(nb="{editions} (utkast med feil)", en="{editions} (draft with errors)")
_STOPPED = Text(nb="stoppet", en="stopped")
_UNCHANGED = Text(nb="uendret", en="unchanged")
_COUNTED = Text(nb="{errors}, {warnings}", en="{errors}, {warnings}")
_IN_ALL = Text(
    nb="{books}: {built} bygd, {failed} ikke bygd. Tid i alt: {time}, {at_once} om gangen.",
    en="{books}: {built} built, {failed} not built. Time in all: {time}, {at_once} at a time.",
)
_BOOKS = Unit(nb=("publikasjon", "publikasjoner"), en=("publication", "publications"))


class Told(Protocol):
    """What is told of one publication."""

    @property
    def book(self) -> Path:
        """Its folder."""

    @property
    def editions(self) -> tuple[str, ...]:
        """Its editions by name."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the build found."""

    @property
    def errors(self) -> int:
        """How many errors there are."""

    @property
    def warnings(self) -> int:
        """How many warnings there are."""

    @property
    def unchanged(self) -> bool:
        """Whether nothing had to be made."""

    @property
    def seconds(self) -> float:
        """How long it took."""

    @property
    def stopped(self) -> PipelineError | None:
        """Why it could not be built."""


def found_lines(built: Sequence[Told], here: Path, language: str) -> Iterator[str]:
    """Yield the first errors and warnings of each build, with paths that lead there from ``here``.

    What is for information only, ``check`` tells.
    """
    for one in built:
        name = _named(one.book, here)
        told = [each for each in one.findings if each.severity is not Severity.INFO]
        yield from lines([_seen_from(name, each) for each in told[:_MOST]], language)
        if len(told) > _MOST:
            yield _MORE.filled(book=name, count=len(told) - _MOST).said_in(language)


def stopped_lines(built: Sequence[Told], here: Path, language: str) -> Iterator[str]:
    """Yield for each publication that could not be built why, and what to do."""
    for one in built:
        if one.stopped:
            what, then = one.stopped.what, one.stopped.next
            yield f"{_named(one.book, here)}: {what.said_in(language)} {then.said_in(language)}"


def table(built: Sequence[Told], here: Path, language: str) -> Iterator[str]:
    """Yield a line for each publication: folder, editions, findings, time; in columns."""
    rows = [_row(one, here, language) for one in built]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for *cells, last in rows:
        padded = [f"{cell:{width}}" for cell, width in zip(cells, widths, strict=False)]
        yield "  ".join((*padded, f"{last:>{widths[-1]}}"))


def summary_line(built: Sequence[Told], took: float, at_once: int, language: str) -> str:
    """Return how many were built and how many were not, and how long it took in all."""
    failed = sum(not one.editions for one in built)
    return _IN_ALL.filled(
        books=_BOOKS.counted(len(built)),
        built=len(built) - failed,
        failed=failed,
        time=seconds(took, language),
        at_once=min(at_once, len(built)),
    ).said_in(language)


def _row(one: Told, here: Path, language: str) -> tuple[str, ...]:
    made: Text | str = ", ".join(one.editions)
    if one.stopped:
        made = _STOPPED
    elif not one.editions:
        made = _NOT_BUILT
    elif any_errors(one.findings):
        made = _DRAFT.filled(editions=", ".join(one.editions))
    counted = _COUNTED.filled(
        errors=ERRORS.counted(one.errors), warnings=WARNINGS.counted(one.warnings)
    )
    found = "" if one.stopped else counted.said_in(language)
    took = _UNCHANGED.said_in(language) if one.unchanged else seconds(one.seconds, language)
    said = made if isinstance(made, str) else made.said_in(language)
    return _named(one.book, here), said, found, took


def _named(book: Path, here: Path) -> str:
    """The folder as it is named from ``here``; whole, if it is not below."""
    return book.relative_to(here).as_posix() if book.is_relative_to(here) else book.as_posix()


def _seen_from(book: str, finding: Finding) -> Finding:
    path = f"{book}/{finding.location.path}"
    return replace(finding, location=replace(finding.location, path=path))
