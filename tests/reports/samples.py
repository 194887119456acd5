"""Evidence of every outcome, and a finding of every weight."""

from datetime import UTC, datetime

from bindery.vocabulary.evidence import Evidence, Outcome, judged, untested
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

WHEN = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
DIGESTS = {"build/bok.pdf": "ab" * 32}
CHECKS = Text(nb="kontroller", en="checks")


def finding(severity: Severity = Severity.ERROR, line: int = 12) -> Finding:
    """An image without alternative text."""
    return Finding(
        rule="image-has-alt-text",
        severity=severity,
        location=Location("manuscript/chapters/02-funn.md", line),
        message=Text(
            nb="Bildet <kart> mangler alternativ tekst.",
            en="This image has no alternative text.",
        ),
        hint=Text(nb="beskriv det mellom klammene", en="describe it between the brackets"),
    )


def checked(standard: str, examined: int, *findings: Finding) -> Evidence:
    """What a checker saw of the PDF."""
    return judged(
        checker="veraPDF",
        version="1.28.2",
        subject="build/bok.pdf",
        standard=standard,
        examined=examined,
        unit=CHECKS,
        findings=findings,
    )


PASSED = checked("PDF/UA-1", 149)
FAILED = checked("PDF/A-2a", 828, finding(line=40), finding())
NOTHING_THERE = checked("PDF/X", 0)
UNTESTED = untested(checker="EPUBCheck", subject="build/bok.epub", standard="EPUB 3.3")
CANNOT_TELL = Evidence(
    checker="axe",
    version="4.14.1",
    subject="build/bok.html",
    standard="WCAG 2.2 AA",
    examined=4,
    unit=CHECKS,
    outcome=Outcome.CANNOT_TELL,
    findings=(finding(Severity.WARNING), finding(Severity.INFO)),
)
EVERY_OUTCOME = (PASSED, FAILED, NOTHING_THERE, UNTESTED, CANNOT_TELL)
