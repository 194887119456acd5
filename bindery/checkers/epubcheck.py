"""EPUBCheck: whether the EPUB is a publication that every reading system can open.

Its warnings fail the EPUB as its errors do, because some reading systems may not cope with them.
What it says of usage is a warning, unless it is known to be as it should be. An eBraille is an
EPUB, too: it is checked as one, but for five properties of its own.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Literal

from pydantic import Field

from bindery.checkers import running
from bindery.checkers.known import Verdict, verdict
from bindery.checkers.running import run_java
from bindery.tools import inventory, locate
from bindery.vocabulary.checker import Checker, Subject, one_by_one
from bindery.vocabulary.editions import EBRAILLE_1, EPUB_33
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

NAME = "EPUBCheck"
VALID, INVALID = 0, 1

SEVERITIES = {
    "FATAL": Severity.ERROR,
    "ERROR": Severity.ERROR,
    "WARNING": Severity.ERROR,
    "INFO": Severity.INFO,
    "USAGE": Severity.WARNING,
}

SAID = Text(
    nb="EPUBCheck har et funn ({places}). Originalmelding: {message}",
    en="EPUBCheck reports ({places}): {message}",
)
MEND = Text(
    nb="Noen leseprogrammer åpner ikke en e-bok med slike feil, eller viser den galt. {mend}"
    " Første sted i e-boka: {place}",
    en="Some reading systems refuse an e-book with such a fault, or show it wrong. {mend} First"
    " place in the e-book: {place}",
)
INFORM = Text(
    nb="{why} Første sted i e-boka: {place}",
    en="{why} First place in the e-book: {place}",
)


FAILING = frozenset({"FATAL", "ERROR", "WARNING"})


class _Place(running.Report):
    path: str
    line: int
    column: int

    def __str__(self) -> str:
        if self.line < 1:  # the file as a whole, which EPUBCheck names by its path on this machine
            return PurePath(self.path).name
        return f"{self.path}:{self.line}:{self.column}"


class _Message(running.Report):
    id: str = Field(alias="ID")
    severity: Literal["FATAL", "ERROR", "WARNING", "INFO", "USAGE"]
    message: str
    additional_locations: int
    locations: tuple[_Place, ...]

    @property
    def fails_epubcheck(self) -> bool:
        """Whether EPUBCheck itself fails the EPUB for it."""
        return self.severity in FAILING


class _Checker(running.Report):
    checker_version: str


class _Item(running.Report):
    file_name: str


class _EpubReport(running.Report):
    checker: _Checker
    items: tuple[_Item, ...]
    messages: tuple[_Message, ...]


_OF_EBRAILLE = (
    *("a11y:brailleCellType", "a11y:brailleSystem", "a11y:completeTranscription"),
    *("a11y:producer", "a11y:tactileGraphics"),
)
"""Properties that eBraille 1.0 requires, and that EPUBCheck 5.3 does not know."""

_UNDEFINED = "OPF-027"


def _check(subject: Subject) -> tuple[Evidence, ...]:
    if not subject.edition.is_braille:
        return _checked(subject, subject.output, EPUB_33)
    # EPUBCheck refuses a file with another ending than an e-book's.
    copy = subject.reports / f"{subject.output.stem}-ebraille.epub"
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(subject.output, copy)
    try:
        return _checked(subject, copy, EBRAILLE_1)
    finally:
        copy.unlink()


def _is_of_ebraille(message: "_Message") -> bool:
    """Whether the only fault is a property of eBraille's own."""
    return message.id == _UNDEFINED and any(f'"{name}"' in message.message for name in _OF_EBRAILLE)


def _checked(subject: Subject, file: Path, standard: str) -> tuple[Evidence, ...]:
    path = running.fresh(subject.reports / "epubcheck.json")
    jar = running.installed(NAME, NAME, locate.epubcheck_jar())
    ended = run_java(
        NAME,
        *("-jar", jar, file),
        *("--json", path, "--usage", "--failonwarnings", "--quiet", "--locale", "en"),
        statuses=frozenset({VALID, INVALID}),
    )
    report = running.read(NAME, _EpubReport, path)
    if any(message.fails_epubcheck for message in report.messages) == (ended.status == VALID):
        raise running.broken(
            NAME, f"exit status {ended.status}, and {len(report.messages)} messages"
        )
    findings = tuple(_findings(subject, report))
    return (
        judged(
            checker=NAME,
            version=report.checker.checker_version,
            subject=subject.name,
            standard=standard,
            examined=len(report.items),
            unit=running.FILES,
            findings=findings,
        ),
    )


def _findings(subject: Subject, report: _EpubReport) -> Iterator[Finding]:
    for message in report.messages:
        if subject.edition.is_braille and _is_of_ebraille(message):
            continue
        counts = Verdict(SEVERITIES[message.severity])
        if message.severity == "USAGE":
            counts = verdict(NAME, f"{message.id} {message.message}", Severity.WARNING)
        count = max(len(message.locations) + message.additional_locations, 1)
        hint = MEND if counts.severity is Severity.ERROR else INFORM
        place = message.locations[0] if message.locations else subject.output.name
        yield Finding(
            rule=f"epubcheck-{message.id.lower()}",
            severity=counts.severity,
            location=Location(subject.name),
            message=SAID.filled(
                places=running.places(count), message=running.quoted(message.message)
            ),
            hint=hint.filled(mend=running.MEND, why=counts.reason, place=place),
        )


EPUBCHECK = Checker(
    name=NAME,
    standards=(EPUB_33, EBRAILLE_1),
    missing=lambda: inventory.missing("Java", NAME),
    check=one_by_one(_check),
)
