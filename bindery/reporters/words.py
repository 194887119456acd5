"""What the reports call things, so that a terminal and a page say the same."""

from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Severity
from bindery.vocabulary.text import Text

OUTCOMES = {
    Outcome.PASSED: Text(nb="bestått", en="passed"),
    Outcome.FAILED: Text(nb="ikke bestått", en="failed"),
    Outcome.CANNOT_TELL: Text(nb="må ses på av et menneske", en="needs a person to look"),
    Outcome.INAPPLICABLE: Text(nb="ingenting å kontrollere", en="nothing to check"),
    Outcome.UNTESTED: Text(nb="IKKE KJØRT", en="NOT RUN"),
}

SEVERITIES = {
    Severity.ERROR: Text(nb="feil", en="error"),
    Severity.WARNING: Text(nb="advarsel", en="warning"),
    Severity.INFO: Text(nb="til opplysning", en="info"),
}

HINT = Text(nb="tips", en="hint")

EXAMINED = Text(nb="{count} {unit} undersøkt", en="{count} {unit} examined")
NOTHING_SHOWN = Text(
    nb="{checker} er ikke installert, så dette er ikke vist. Kjør: invoke doctor",
    en="{checker} is not installed, so this has not been shown. Run: invoke doctor",
)


def assertor(evidence: Evidence) -> str:
    """The checker and its version, as one names a program."""
    return f"{evidence.checker} {evidence.version}".rstrip()


def extent(evidence: Evidence) -> Text:
    """How much the checker looked at."""
    if evidence.outcome is Outcome.UNTESTED:
        return NOTHING_SHOWN.filled(checker=evidence.checker)
    return EXAMINED.filled(count=evidence.examined, unit=evidence.unit)
