"""EDItEUR's schemas: whether the ONIX record is one that its receivers' programs can import.

It is checked against both the XML Schema and the RELAX NG, with the code lists. Readers do not
see the record, but a catalogue that rejects it does not show anyone that the book is accessible.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from bindery.checkers import running
from bindery.tools import inventory, locate
from bindery.tools.makers import report_it
from bindery.vocabulary.checker import Checker, Subject, one_by_one
from bindery.vocabulary.editions import ONIX_3
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, Unit

NAME = "ONIX schema"
RELEASE_AND_REVISION = re.compile(r"Release (\d+\.\d+)\s.*?Revision (\d+)\s.*?Revised: (\S+)", re.S)

ELEMENTS = Unit(nb=("element", "elementer"), en=("element", "elements"))
SAID = Text(
    nb="ONIX-posten bryter med skjemaet. Originalmelding: {message}",
    en="The ONIX record breaks the schema: {message}",
)
WHY = Text(
    nb="Bokhandlere og biblioteker kan avvise posten. Se etter uvanlige tegn eller verdier i"
    " publication.toml. Hvis alt er riktig der, er feilen i bindery. {report}",
    en="Booksellers and libraries may reject the record. Look for unusual characters or values in"
    " publication.toml. If everything is right there, the fault is in bindery. {report}",
).filled(report=report_it())


def _check(subject: Subject) -> tuple[Evidence, ...]:
    xsd, rng = locate.onix_schemas()
    try:
        record = etree.parse(subject.output)
    except etree.XMLSyntaxError as error:
        return (_evidence(subject, 0, (_finding(subject, error.lineno, error.msg or ""),)),)
    findings = tuple(dict.fromkeys(_findings(subject, record, xsd, rng)))
    return (_evidence(subject, sum(1 for _ in record.iter("*")), findings),)


def _findings(
    subject: Subject, record: etree._ElementTree, xsd: Path | None, rng: Path | None
) -> Iterator[Finding]:
    schemas = (
        _xml_schema(running.installed(NAME, NAME, xsd)),
        _relax_ng(running.installed(NAME, NAME, rng)),
    )
    for schema in schemas:
        if not schema.validate(record):
            for error in schema.error_log:
                yield _finding(subject, error.line, error.message)


def _evidence(subject: Subject, examined: int, findings: tuple[Finding, ...]) -> Evidence:
    return judged(
        checker=NAME,
        version=version(),
        subject=subject.name,
        standard=ONIX_3,
        examined=examined,
        unit=ELEMENTS,
        findings=findings,
    )


def _finding(subject: Subject, line: int | None, message: str) -> Finding:
    said = SAID.filled(message=running.quoted(re.sub(r"\{http[^}]*\}", "", message)))
    location = Location(subject.name, line or None)
    return Finding("onix-error", Severity.ERROR, location, said, WHY)


@cache
def _xml_schema(path: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(path))


@cache
def _relax_ng(path: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(path))


def version() -> str:
    """Return the release, revision and date of the schema, as written in it."""
    xsd, _ = locate.onix_schemas()
    head = xsd.read_text(encoding="utf-8")[:4000] if xsd else ""
    found = RELEASE_AND_REVISION.search(head)
    return f"{found[1]}.{found[2]} ({found[3]})" if found else ""


ONIX = Checker(
    name=NAME,
    standards=(ONIX_3,),
    missing=lambda: inventory.missing(NAME),
    check=one_by_one(_check),
)
