"""The Nu HTML Checker: whether pages are HTML that all browsers and reading systems parse alike.

It reads the HTML summary, and every content document and style sheet of the EPUB. Its errors fail
them, and those of its warnings that are known to be true.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, groupby
from pathlib import Path, PurePath
from typing import Literal
from urllib.parse import unquote, urlsplit

from lxml import etree

from bindery.checkers import running
from bindery.checkers.browser_pages import unpacked
from bindery.checkers.known import verdict
from bindery.checkers.running import run_java
from bindery.tools import inventory, locate
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import EPUB_TYPE, HTML
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

NAME = "Nu"
VALID, INVALID = 0, 1

NAMESPACE_OF_EPUB = "http://www.idpf.org/2007/ops"

SAID = Text(
    nb="Nu har et funn ({places}). Originalmelding: {message}",
    en="Nu reports ({places}): {message}",
)
WHY = Text(
    nb="Nettlesere og skjermlesere må gjette hva som er ment. {mend} Sted: {extract}",
    en="Browsers and screen readers have to guess the meaning. {mend} Place: {extract}",
)
INFORM = Text(nb="{why} Sted: {extract}", en="{why} Place: {extract}")


class _Message(running.Report):
    type: Literal["error", "info", "non-document-error"]
    sub_type: str = ""
    message: str
    url: str = ""
    last_line: int | None = None
    last_column: int | None = None
    extract: str = ""

    @property
    def path(self) -> str:
        """The file that it is about."""
        return unquote(urlsplit(self.url).path)

    @property
    def line(self) -> int | None:
        """Its line, from 1. With ``--also-check-css``, Nu counts lines one too few."""
        return None if self.last_line is None else self.last_line + 1

    @property
    def kind(self) -> str:
        """``error``, ``warning`` or ``info``, as an author would call it."""
        if self.type == "info":
            return "warning" if self.sub_type == "warning" else "info"
        return "error"

    @property
    def severity(self) -> Severity:
        """What Nu makes of it: an error against HTML, a supposition, or information."""
        return Severity(self.kind)


class NuReport(running.Report):
    """Nu's report on pages."""

    version: str
    messages: tuple[_Message, ...]


def _check(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
    """Look at the pages of all ``subjects`` in one run, and write Nu's report to ``nu.json``."""
    path = running.fresh(subjects[0].reports / "nu.json")
    pages: dict[str, list[Path]] = {}
    with ExitStack() as stack:
        for subject in subjects:
            files = stack.enter_context(unpacked(NAME, subject, styles=True))
            pages[subject.name] = [file.path for file in files]
            if subject.edition.media_type == EPUB_TYPE:
                take_away_epub_types([one for one in pages[subject.name] if one.suffix != ".css"])
        report = looked_at([*chain.from_iterable(pages.values())], path)
    return tuple(
        judged(
            checker=NAME,
            version=report.version.split()[0],
            subject=subject.name,
            standard=HTML,
            examined=len(pages[subject.name]),
            unit=running.FILES,
            findings=tuple(_findings(subject, _about(pages[subject.name], report))),
        )
        for subject in subjects
    )


def _about(pages: Sequence[Path], report: NuReport) -> list[_Message]:
    """The messages about ``pages``."""
    names = {str(page.absolute()) for page in pages}
    return [message for message in report.messages if message.path in names]


def looked_at(pages: Sequence[Path], path: Path) -> NuReport:
    """Run Nu on ``pages``, write its report to ``path``, and return it."""
    jar = running.installed(NAME, NAME, locate.vnu_jar())
    options = ("--format", "json", "--verbose", "--also-check-css")
    ended = run_java(NAME, "-jar", jar, *options, *pages, statuses=frozenset({VALID, INVALID}))
    path.write_text(ended.stderr, encoding="utf-8")
    report = running.read(NAME, NuReport, path)
    # Nu reports a file it did not find as a page without faults. It names those it has read.
    read = ended.stdout.splitlines()
    unread = any(message.type == "non-document-error" for message in report.messages)
    if unread or sorted(read) != sorted(map(str, pages)):
        raise running.broken(NAME, f"{len(read)} of {len(pages)} files")
    if len(_about(pages, report)) < len(report.messages):
        raise running.broken(NAME, ", ".join({message.url for message in report.messages}))
    return report


def take_away_epub_types(pages: Sequence[Path]) -> None:
    """Remove the attributes that EPUB 3.3 adds to XHTML, which Nu mistakes for errors in HTML.

    A page that is not XML is left unchanged, for Nu to report.
    """
    for page in pages:
        try:
            document = etree.parse(page)
        except etree.XMLSyntaxError:
            continue
        for element in document.iter(etree.Element):
            for name in element.attrib:
                if etree.QName(name).namespace == NAMESPACE_OF_EPUB:
                    del element.attrib[name]
        document.write(page, encoding="utf-8", xml_declaration=True)


def _findings(subject: Subject, messages: Sequence[_Message]) -> Iterator[Finding]:
    """Yield one finding for each message, at the first place it is about."""
    in_epub = subject.edition.media_type == EPUB_TYPE

    def saying(message: _Message) -> tuple[str, str]:
        return (message.kind, message.message)

    for _, group in groupby(sorted(messages, key=saying), key=saying):
        same = tuple(group)
        first = same[0]
        media_type = subject.edition.media_type
        counts = verdict(NAME, first.message, first.severity, media_type=media_type)
        true = counts.severity is Severity.ERROR
        yield Finding(
            rule=f"nu-{first.kind}",
            severity=counts.severity,
            location=_location(subject, first),
            message=SAID.filled(
                places=running.places(len(same)), message=running.quoted(first.message)
            ),
            hint=(WHY if true else INFORM).filled(
                mend=running.MEND,
                why=counts.reason,
                extract=_extract(first, in_epub),
            ),
        )


def _location(subject: Subject, message: _Message) -> Location:
    if subject.edition.media_type == EPUB_TYPE:
        return Location(subject.name)
    return Location(subject.name, message.line, message.last_column)


def _extract(message: _Message, in_epub: bool) -> str:
    """Return what the page says there, shortened, within an EPUB with the name of the file."""
    extract = running.quoted(message.extract)
    return f"{PurePath(message.path).name}, {extract}" if in_epub else extract


NU = Checker(
    name=NAME,
    standards=(HTML,),
    missing=lambda: inventory.missing("Java", NAME),
    check=_check,
)
