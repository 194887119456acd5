"""eBraille 1.0: what the specification requires, beyond what it takes over from EPUB 3.

DAISY's own checker is a beta, and in no registry. ``REQUIREMENTS`` is a table to read; each was
seen to fail on a file with just that fault. What the specification advises is a warning.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

from lxml import etree

from bindery import __version__
from bindery.checkers.ebraille_package import (
    NAVIGATION,
    PACKAGE,
    Package,
    container,
    cores,
    formats,
    in_script,
    link_to_package,
    marks_in_text,
    navs,
    no_fixed_layout,
    no_legacy,
    no_looks,
    no_programs,
    nothing_remote,
    one_of,
    only_cells,
    only_xhtml,
    pages_have_digits,
    some,
    utf8,
)
from bindery.vocabulary.checker import Checker, Subject, one_by_one
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, Unit

NAME = "bindery"
REQUIRED, ADVISED = "ebraille-keeps-the-standard", "ebraille-follows-the-advice"

_REPAIR = Text(
    nb="Noen leselister åpner ikke filen, eller viser den galt. Lag utgavene på nytt.",
    en="Some braille displays refuse the file, or show it wrong. Make the editions again.",
)
_BROKEN = Text(
    nb="Filen følger ikke eBraille 1.0 ({clause}): {what}.",
    en="The file breaks eBraille 1.0 ({clause}): {what}.",
)
_UNREADABLE = Text(nb="den kan ikke leses", en="it cannot be read")
_UNITS = Unit(nb=("krav", "krav"), en=("requirement", "requirements"))


@dataclass(frozen=True, slots=True)
class Requirement:
    """One clause: what is wrong where it is broken, and whether it ``holds``."""

    clause: str
    what: Text
    holds: Callable[[Package], bool]
    advice: bool = False


REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement(
        "OCF",
        Text(nb="«mimetype» er ikke først, eller sier noe annet", en="“mimetype” is wrong or late"),
        container,
    ),
    Requirement(
        "package.opf",
        Text(nb="pakken er ikke i roten", en="the package is not in the root"),
        lambda book: PACKAGE in book.files,
    ),
    Requirement(
        "index.html",
        Text(nb="navigasjonen er ikke i roten", en="the navigation is not in the root"),
        lambda book: (
            NAVIGATION in book.files
            and any(
                "nav" in (item.get("properties") or "").split()
                for item in book.items
                if item.get("href") == NAVIGATION
            )
        ),
    ),
    Requirement(
        "link publication",
        Text(
            nb="navigasjonen viser ikke til pakken", en="the navigation has no link to the package"
        ),
        link_to_package,
    ),
    Requirement(
        "doc-toc",
        Text(nb="innholdslista mangler rollen sin", en="the contents have no role"),
        lambda book: len(navs(book, "doc-toc")) == 1,
    ),
    Requirement(
        "doc-pagelist",
        Text(
            nb="en side i sidelista mangler tall i vanlig skrift, eller celler",
            en="a page of the page list has no print digits, or no cells",
        ),
        pages_have_digits,
    ),
    Requirement(
        "spine",
        Text(nb="leserekkefølgen har annet enn XHTML", en="the spine has other files than XHTML"),
        only_xhtml,
    ),
    Requirement("UTF-8", Text(nb="en fil er ikke UTF-8", en="a file is not UTF-8"), utf8),
    Requirement(
        "legacy",
        Text(nb="pakken har utgåtte deler", en="the package has deprecated features"),
        no_legacy,
    ),
    Requirement(
        "remote resources",
        Text(nb="noe hentes utenfra", en="something is fetched from elsewhere"),
        nothing_remote,
    ),
    Requirement(
        "scripting",
        Text(nb="et dokument har et program eller skjema", en="a document has a script or a form"),
        no_programs,
    ),
    Requirement(
        "fixed layout",
        Text(
            nb="sidene er låst, eller stilen er for andre",
            en="layout is fixed, or styles are not allowed",
        ),
        no_fixed_layout,
    ),
    Requirement(
        "a11y:brailleCellType",
        Text(nb="antallet punkter mangler", en="the number of dots is not stated"),
        one_of("a11y:brailleCellType", "6", "8", "6, 8", "8, 6"),
    ),
    Requirement(
        "a11y:brailleSystem",
        Text(nb="punktskriftsystemet mangler", en="the braille code is not stated"),
        some("a11y:brailleSystem"),
    ),
    Requirement(
        "a11y:completeTranscription",
        Text(nb="det står ikke om alt er med", en="it is not stated whether all is transcribed"),
        one_of("a11y:completeTranscription", "true", "false"),
    ),
    Requirement(
        "a11y:producer",
        Text(nb="produsenten mangler", en="the producer is not stated"),
        some("a11y:producer"),
    ),
    Requirement(
        "a11y:tactileGraphics",
        Text(nb="det står ikke om den har taktile bilder", en="tactile graphics are not stated"),
        one_of("a11y:tactileGraphics"),
    ),
    Requirement(
        "dcterms:dateCopyrighted",
        Text(nb="året for opphavsretten mangler", en="the date of copyright is not stated"),
        one_of("dcterms:dateCopyrighted"),
    ),
    Requirement(
        "dcterms:modified",
        Text(nb="tiden for siste endring mangler", en="the last change is not stated"),
        one_of("dcterms:modified"),
    ),
    Requirement(
        "Dublin Core",
        Text(
            nb="tittel, opphav, dato eller identifikator mangler", en="required metadata is missing"
        ),
        cores("title", "creator", "identifier", "date"),
    ),
    Requirement("dc:format", Text(nb="formatet er et annet", en="the format is another"), formats),
    Requirement(
        "dc:language",
        Text(nb="språket mangler skriften Brai", en="the language is without the script Brai"),
        in_script,
    ),
    Requirement(
        "braille only",
        Text(nb="teksten har tegn som ikke er punktskrift", en="the text has other characters"),
        only_cells,
        advice=True,
    ),
    Requirement(
        "list marks",
        Text(nb="et listepunkt mangler tegnet sitt", en="a list item has no mark in its text"),
        marks_in_text,
        advice=True,
    ),
    Requirement(
        "presentation",
        Text(nb="stilen bestemmer skrift eller farge", en="the style sets type or colour"),
        no_looks,
        advice=True,
    ),
    Requirement(
        "dc:source",
        Text(nb="kilden, utgiveren eller rettighetene mangler", en="source or rights are missing"),
        cores("source", "publisher", "rights"),
        advice=True,
    ),
)
"""What a file must have, and what it should have, in the order of the specification."""


def findings_of(archive: ZipFile, name: str) -> Iterator[Finding]:
    """A finding for each requirement that the file does not meet."""
    book = Package(archive, name)
    for one in REQUIREMENTS:
        try:
            holds = one.holds(book)
        except (KeyError, etree.XMLSyntaxError):
            holds = False
        if not holds:
            rule = ADVISED if one.advice else REQUIRED
            severity = Severity.WARNING if one.advice else Severity.ERROR
            message = _BROKEN.filled(clause=one.clause, what=one.what)
            yield Finding(rule, severity, Location(name), message, _REPAIR)


def _check(subject: Subject) -> tuple[Evidence, ...]:
    try:
        with ZipFile(subject.output) as archive:
            findings = tuple(findings_of(archive, subject.name))
    except (OSError, BadZipFile):
        message = _BROKEN.filled(clause="OCF", what=_UNREADABLE)
        broken = Finding(REQUIRED, Severity.ERROR, Location(subject.name), message, _REPAIR)
        findings = (broken,)
    return (
        judged(
            checker=NAME,
            version=__version__,
            subject=subject.name,
            standard=EBRAILLE_1,
            examined=len(REQUIREMENTS),
            unit=_UNITS,
            findings=findings,
        ),
    )


EBRAILLE_RULES = Checker(NAME, (EBRAILLE_1,), lambda: None, one_by_one(_check), computes_here=True)
"""The checker of eBraille files. It needs no outside program."""
