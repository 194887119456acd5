"""Findings, evidence, outputs and progress as lines of text, for a terminal or a log."""

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from math import ceil
from pathlib import Path
from textwrap import shorten
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bindery.reports.words import (
    HINT,
    OUTCOMES,
    SEVERITIES,
    assertor,
    extent,
    ruled,
    standard_named,
)
from bindery.tools.installation import COMMAND
from bindery.vocabulary.editions import Output
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import ECHOES
from bindery.vocabulary.text import Text, Unit, joined

_TALLY = Text(
    nb=f"Manuset har {{errors}} og {{warnings}}. Kontroller alt med: {COMMAND} check",
    en=f"The manuscript has {{errors}} and {{warnings}}. Check everything with: {COMMAND} check",
)
_REFUSED = Text(
    nb=f"{{errors}} og {{warnings}} i manuset, så release gir ikke ut utgavene. Vis alle med:"
    f" {COMMAND} check",
    en=f"{{errors}} and {{warnings}} in the manuscript, so release refuses the editions. Show them"
    f" with: {COMMAND} check",
)
_MORE = Text(
    nb=f"… og {{count}} til. Vis alle med: {COMMAND} check",
    en=f"… and {{count}} more. Show them with: {COMMAND} check",
)
_MOST_BUILT = 20
"""Findings that a build lists."""

ERRORS = Unit(nb=("feil", "feil"), en=("error", "errors"))
WARNINGS = Unit(nb=("advarsel", "advarsler"), en=("warning", "warnings"))

_VERDICT = Text(
    nb="Feil: {errors}. Advarsler: {warnings}. Ikke kjørt: {untested}. Alt står i {report}",
    en="Errors: {errors}. Warnings: {warnings}. Not run: {untested}. All of it is in {report}",
)

_KNOWN = Text(nb="Kjente feil: {known}.", en="Known faults: {known}.")

_COUNT = Text(
    nb="Feil: {errors}. Advarsler: {warnings}. Ikke kjørt: {untested}.",
    en="Errors: {errors}. Warnings: {warnings}. Not run: {untested}.",
)

_STOPPED = Text(
    nb="Feil: {errors}. Advarsler: {warnings}. Utgavene er verken laget eller kontrollert. Rett"
    " først: {first}",
    en="Errors: {errors}. Warnings: {warnings}. The editions have been neither made nor checked."
    " Fix first: {first}",
)

_INFORMED = Text(
    nb=f"Til opplysning: {{count}} ({{rules}}). Vis dem med: {COMMAND} check --verbose",
    en=f"For information: {{count}} ({{rules}}). Show them with: {COMMAND} check --verbose",
)

_AGAIN = Text(
    nb="I utgavene, trolig av samme grunn: {count} ({rules}). Rett manuset først. Vis dem med:"
    f" {COMMAND} check --verbose",
    en="In the editions, probably for the same reason: {count} ({rules}). Fix the manuscript first."
    f" Show them with: {COMMAND} check --verbose",
)

_ALIKE = Text(
    nb=f"Flere advarsler av samme slag: {{count}} ({{rules}}). Vis dem med: {COMMAND} check"
    " --verbose",
    en=f"More warnings of the same kind: {{count}} ({{rules}}). Show them with: {COMMAND} check"
    " --verbose",
)
_MOST_ALIKE = 5
"""Warnings of one rule that are shown before the others are counted."""

_FIXED = Text(nb="rettet «{old}» til «{new}»", en="changed “{old}” to “{new}”")


_BUILT = "build/"

_COLUMNS, _LINES = 100, 3
"""How much room a finding may take. The reports have all of it."""


def lines(findings: Iterable[Finding], language: str, *, whole: bool = True) -> Iterator[str]:
    """Yield each finding as ``path:line: severity[rule] message``, and below it what to do.

    Unless ``whole``, both take three lines at most.
    """
    for finding in findings:
        severity = SEVERITIES[finding.severity].said_in(language)
        message = finding.message.said_in(language)
        first = f"{finding.location}: {severity}[{finding.rule}] {message}"
        hint = f"{HINT.said_in(language)}: {finding.hint.said_in(language)}"
        if not whole:
            first = shorten(first, _COLUMNS * (_LINES - 1), placeholder=" …")
            left = _LINES - ceil(len(first) / _COLUMNS)
            hint = shorten(hint, _COLUMNS * left - len("  "), placeholder=" …")
        yield first
        yield f"  {hint}"


def built_lines(findings: Sequence[Finding], language: str) -> Iterator[str]:
    """Yield the first findings of a build, and how many more there are."""
    yield from lines(findings[:_MOST_BUILT], language)
    if len(findings) > _MOST_BUILT:
        yield _MORE.filled(count=len(findings) - _MOST_BUILT).said_in(language)


def told_lines(
    findings: Sequence[Finding], language: str, *, verbose: bool = False
) -> Iterator[str]:
    """Yield errors and the first warnings of each rule in full; what comes after is counted.

    So are those that are seen again in the editions, and findings for information. With
    ``verbose``, all are in full.
    """
    if verbose:
        yield from lines(findings, language)
        return
    again = _seen_again(findings)
    told = [one for one in findings if one.severity is not Severity.INFO and one not in again]
    alike = _alike(told)
    yield from lines((one for one in told if one not in alike), language, whole=False)
    yield from _counted_by_rule(_ALIKE, alike, language)
    yield from _counted_by_rule(_AGAIN, again, language)
    informing = (one for one in findings if one.severity is Severity.INFO)
    yield from _counted_by_rule(_INFORMED, informing, language)


def _alike(findings: Sequence[Finding]) -> list[Finding]:
    """Return the warnings that come after the first few of their rule."""
    of_rules: dict[str, list[Finding]] = {}
    for one in findings:
        if one.severity is Severity.WARNING:
            of_rules.setdefault(one.rule, []).append(one)
    return [one for alike in of_rules.values() for one in alike[_MOST_ALIKE:]]


def _seen_again(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings in editions that may follow from a finding in the manuscript.

    As long as the manuscript has errors, all may that bindery's own rules find. An error does not
    repeat a warning, which the author may leave as it is.
    """
    errors = [one for one in findings if one.severity is Severity.ERROR]
    doubts = [one for one in findings if one.severity is not Severity.INFO]
    of_errors, of_doubts = (
        frozenset[str]().union(*(ECHOES.get(one.rule, ()) for one in told))
        for told in (errors, doubts)
    )
    unsound = any(not _is_of_edition(one) for one in errors)
    return [
        one
        for one in doubts
        if one.rule in (of_errors if one.severity is Severity.ERROR else of_doubts)
        or (unsound and one.rule.startswith(_OWN_ON_EDITIONS))
    ]


_OWN_ON_EDITIONS = ("edition-", "epub-", "summary-")
"""How the names of bindery's own rules on editions begin, and those of the read-back."""


def _is_of_edition(finding: Finding) -> bool:
    """Whether an edition is wrong, wherever in the manuscript its words come from."""
    in_build = finding.location.path.startswith(_BUILT)
    return in_build or finding.rule.startswith(_OWN_ON_EDITIONS)


def _counted_by_rule(text: Text, findings: Iterable[Finding], language: str) -> Iterator[str]:
    if counted := Counter(one.rule for one in findings):
        rules = ", ".join(f"{rule}: {count}" for rule, count in counted.most_common())
        yield text.filled(count=counted.total(), rules=rules).said_in(language)


def fixed_lines(fixed: Iterable[Finding], language: str) -> Iterator[str]:
    """Yield what has been changed in the manuscript, place by place."""
    for finding in fixed:
        if finding.fix is not None:
            change = _FIXED.filled(old=finding.fix.old, new=finding.fix.new).said_in(language)
            yield f"{finding.fix.location}: {change} [{finding.rule}]"


def tally_line(errors: int, warnings: int, language: str) -> str:
    """Return how many errors and warnings the manuscript has, after a build."""
    counted = {"errors": ERRORS.counted(errors), "warnings": WARNINGS.counted(warnings)}
    return (_REFUSED if errors else _TALLY).filled(**counted).said_in(language)


def verdict_line(
    checked: Sequence[Finding], evidence: Iterable[Evidence], report: str, language: str
) -> str:
    """Return how many errors, warnings and checks not run there are, and the ``report``, if any."""
    evidence = tuple(evidence)
    untested = sum(one.outcome is Outcome.UNTESTED for one in evidence)
    counted = {**_counted(checked), "untested": untested}
    verdict = _VERDICT.filled(**counted, report=report) if report else _COUNT.filled(**counted)
    known = sum(each.known for one in evidence for each in one.exempted)
    accepted = (_KNOWN.filled(known=known),) if known else ()
    return joined(" ", (*accepted, verdict)).said_in(language)


def stopped_line(checked: Sequence[Finding], by: Sequence[Finding], language: str) -> str:
    """Return how many findings there are when nothing was made, and ``by`` which it was stopped."""
    errors = [one for one in by if one.severity is Severity.ERROR]
    first = ", ".join(dict.fromkeys(f"{one.location} [{one.rule}]" for one in errors))
    return _STOPPED.filled(**_counted(checked), first=first).said_in(language)


def _counted(checked: Sequence[Finding]) -> dict[str, int]:
    counted = Counter(one.severity for one in checked)
    return {"errors": counted[Severity.ERROR], "warnings": counted[Severity.WARNING]}


def evidence_lines(evidence: Iterable[Evidence], language: str) -> Iterator[str]:
    """Yield each piece of evidence as ``subject: standard: outcome``, the checker and the extent.

    The rules of a set are counted by outcome.
    """
    for (subject, name, is_rule), several in groupby(evidence, key=_heading):
        standard = standard_named(name).said_in(language)
        if is_rule:
            told = ruled([*several]).said_in(language)
            yield f"{subject}: {standard}: {told}"
            continue
        for one in several:
            outcome = OUTCOMES[one.outcome].said_in(language)
            seen = extent(one).said_in(language)
            if one.outcome is not Outcome.UNTESTED:
                seen = f"{assertor(one)}: {seen}"
            yield f"{subject}: {standard}: {outcome} ({seen})"


def _heading(one: Evidence) -> tuple[str, str, bool]:
    return one.subject, one.standard, bool(one.rule)


_UNCHANGED = Text(nb="uendret", en="unchanged")
_TOUCHED = Text(nb="endret for hånd", en="changed by hand")


def output_lines(
    outputs: tuple[Output, ...],
    book: Path,
    unchanged: bool,
    language: str,
    *,
    touched: Collection[Path] = (),
) -> Iterator[str]:
    """Yield path, length, size and the time it took, or what has been ``touched``, in columns."""
    paths = [output.path.relative_to(book).as_posix() for output in outputs]
    width = max(map(len, paths), default=0)
    for path, output in zip(paths, outputs, strict=True):
        count = f"{output.count} {output.unit.said_in(language)}"
        took = seconds(output.seconds, language)
        if unchanged:
            took = (_TOUCHED if output.path in touched else _UNCHANGED).said_in(language)
        yield f"{path:{width}}  {count:>14}  {round(output.size / 1000):>6} kB  {took:>9}"


def seconds(took: float, language: str) -> str:
    """Return a number of seconds as it is written in ``language``."""
    written = f"{took:.2f} s"
    return Text(nb=written.replace(".", ","), en=written).said_in(language)


_THE_ZIP = Text(
    nb="Alt ligger også i {name}, SHA-256 {digest}",
    en="All of it is also in {name}, SHA-256 {digest}",
)


def bundle_lines(files: tuple[Path, ...], book: Path, language: str) -> Iterator[str]:
    """Yield path and size of each of ``files``; the last is the ZIP of them all."""
    paths = [path.relative_to(book).as_posix() for path in files]
    width = max(map(len, paths), default=0)
    for name, path in zip(paths, files, strict=True):
        yield f"{name:{width}}  {round(path.stat().st_size / 1000):>6} kB"
    for archive in files[-1:]:
        digest = sha256(archive.read_bytes()).hexdigest()
        yield _THE_ZIP.filled(name=archive.name, digest=digest).said_in(language)


if TYPE_CHECKING:
    from rich.status import Status

PATIENCE = 1.0
"""How many seconds pass before anything is shown."""


class Progress:
    """Shows the present step on a terminal, once the work has lasted over a second.

    Without a terminal it shows nothing: a log has no use for it.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._step = ""
        self._status: Status | None = None
        self._lock = Lock()
        self._timer = Timer(PATIENCE, self._show)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            if self._status is not None:
                self._status.stop()

    def __call__(self, step: Text) -> None:
        """Show that ``step`` has begun."""
        with self._lock:
            self._step = step.said_in(self._language)
            if self._status is not None:
                self._status.update(self._step)

    def _show(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - only where someone looks

        with self._lock:
            self._status = Console(stderr=True).status(self._step)
            self._status.start()
