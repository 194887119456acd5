"""The Nu HTML Checker: whether the HTML summary is HTML that every browser reads alike.

Its warnings fail the page as its errors do.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from bindery.tools import inventory, locate
from bindery.validators import checker
from bindery.validators.jvm import run_java
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text
from bindery.vocabulary.validator import Subject, Validator, one_by_one

NAME = "Nu"
STANDARD = "HTML"
VALID, INVALID = 0, 1

SAID = Text(nb="Nu sier ({places}): {message}", en="Nu says ({places}): {message}")
WHY = Text(
    nb="Nettlesere og skjermlesere må gjette hva som er ment. {mend} Sted: {extract}",
    en="Browsers and screen readers have to guess what is meant. {mend} Place: {extract}",
)
INFORM = Text(
    nb="Dette er til opplysning. Sted: {extract}",
    en="This is for information. Place: {extract}",
)


class _Message(checker.Report):
    type: Literal["error", "info", "non-document-error"]
    sub_type: str = ""
    message: str
    last_line: int | None = None
    last_column: int | None = None
    extract: str = ""

    @property
    def kind(self) -> str:
        """``error``, ``warning`` or ``info``, as an author would call it."""
        if self.type == "info":
            return "warning" if self.sub_type == "warning" else "info"
        return "error"


class _NuReport(checker.Report):
    version: str
    messages: tuple[_Message, ...]


def _validate(subject: Subject) -> tuple[Evidence, ...]:
    path = checker.fresh(subject.reports / "nu.json")
    jar = checker.installed(NAME, NAME, locate.vnu_jar())
    ended = run_java(
        NAME,
        *("-jar", jar, "--format", "json", "--verbose", subject.output),
        statuses=frozenset({VALID, INVALID}),
    )
    path.write_text(ended.stderr, encoding="utf-8")
    report = checker.read(NAME, _NuReport, path)
    # Nu reports a file it did not find as a page without faults. It names those it has read.
    examined = ended.stdout.splitlines().count(str(subject.output))
    if examined != 1 or any(message.type == "non-document-error" for message in report.messages):
        raise checker.broken(NAME, f"{subject.name} ({len(ended.stdout.splitlines())})")
    return (
        judged(
            checker=NAME,
            version=report.version.split()[0],
            subject=subject.name,
            standard=STANDARD,
            examined=examined,
            unit=checker.ONE_DOCUMENT,
            findings=tuple(_findings(subject, report)),
        ),
    )


def _findings(subject: Subject, report: _NuReport) -> Iterator[Finding]:
    """One finding for each thing said, at the first place it is said of."""

    def saying(message: _Message) -> tuple[str, str]:
        return (message.kind, message.message)

    for _, group in groupby(sorted(report.messages, key=saying), key=saying):
        same = tuple(group)
        first = same[0]
        informs = first.kind == "info"
        yield Finding(
            rule=f"nu-{first.kind}",
            severity=Severity.INFO if informs else Severity.ERROR,
            location=Location(subject.name, first.last_line, first.last_column),
            message=SAID.filled(places=checker.places(len(same)), message=first.message),
            hint=(INFORM if informs else WHY).filled(mend=checker.MEND, extract=first.extract),
        )


NU = Validator(
    name=NAME,
    standards={"html": (STANDARD,)},
    missing=lambda: inventory.missing("Java", NAME),
    validate=one_by_one(_validate),
)
