"""PEF 1.0: whether the file follows its schema, which DAISY's library for braille brings."""

from zipfile import ZipFile

from lxml import etree

from bindery.tools import inventory, locate
from bindery.tools.maven import DOTIFY
from bindery.vocabulary.checker import Checker, Subject, one_by_one
from bindery.vocabulary.editions import PEF_1
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, Unit

NAME = "PEF schema"
BREACH = "pef-schema-error"

_SCHEMA = "org/daisy/braille/utils/pef/resource-files/pef-2008-1-full.rng"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_ROWS = Unit(nb=("linje", "linjer"), en=("line", "lines"))
_BROKEN = Text(
    nb="Filen følger ikke skjemaet for PEF. Originalmelding: {said}",
    en="The file does not follow the schema of PEF: {said}",
)
_REPAIR = Text(
    nb="Noen skrivere tar ikke imot filen. Lag utgavene på nytt.",
    en="Some embossers refuse the file. Make the editions again.",
)


def _check(subject: Subject) -> tuple[Evidence, ...]:
    library = locate.dotify_jars()[0]
    with ZipFile(library) as archive:
        rules = etree.RelaxNG(etree.fromstring(archive.read(_SCHEMA)))
    said, rows = "", 0
    try:
        root = etree.fromstring(subject.output.read_bytes(), _PARSER)
        rows = sum(1 for _ in root.iter("{*}row"))
        if not rules.validate(root):
            said = str(rules.error_log.last_error)
    except (OSError, etree.XMLSyntaxError) as error:
        said = str(error)
    place = Location(subject.name)
    message = _BROKEN.filled(said=said)
    findings = (Finding(BREACH, Severity.ERROR, place, message, _REPAIR),) if said else ()
    return (
        judged(
            checker=NAME,
            version=DOTIFY.version,
            subject=subject.name,
            standard=PEF_1,
            examined=max(rows, len(findings)),
            unit=_ROWS,
            findings=findings,
        ),
    )


PEF_SCHEMA = Checker(NAME, (PEF_1,), lambda: inventory.missing("Dotify"), one_by_one(_check))
"""The checker of braille pages' form. What they say is read back."""
