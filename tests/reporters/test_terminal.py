"""What an author reads at a terminal."""

import pytest

from bindery.reporters.terminal import evidence_lines, lines
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import verbatim
from tests.reporters.samples import EVERY_OUTCOME, finding


def test_a_finding_is_a_line_and_a_hint_in_english() -> None:
    """A finding names its place, weight, rule and message, and below it what to do."""
    assert list(lines([finding()], "en-GB")) == [
        "manuscript/chapters/02-funn.md:12: error[image-has-alt-text]"
        " This image has no alternative text.",
        "  hint: describe it between the brackets",
    ]


def test_a_finding_is_a_line_and_a_hint_in_norwegian() -> None:
    """A Norwegian author reads the same in Norwegian, the rule's name apart."""
    assert list(lines([finding()], "nb")) == [
        "manuscript/chapters/02-funn.md:12: feil[image-has-alt-text]"
        " Bildet <kart> mangler alternativ tekst.",
        "  tips: beskriv det mellom klammene",
    ]


@pytest.mark.parametrize(
    ("severity", "nb", "en"),
    [
        (Severity.ERROR, "feil[", "error["),
        (Severity.WARNING, "advarsel[", "warning["),
        (Severity.INFO, "til opplysning[", "info["),
    ],
)
def test_the_weight_of_a_finding_is_a_word(severity: Severity, nb: str, en: str) -> None:
    """An error is told from a warning by its word."""
    assert nb in next(lines([finding(severity)], "nn"))
    assert en in next(lines([finding(severity)], "se"))


def test_a_finding_of_a_whole_file_has_no_line() -> None:
    """Where only the file is known, no line is made up."""
    whole = Finding("r", Severity.ERROR, Location("build/bok.pdf"), verbatim("m"), verbatim("h"))
    assert next(lines([whole], "en")) == "build/bok.pdf: error[r] m"


def test_evidence_in_english() -> None:
    """Each check is a line with its outcome in words; one that was not run cannot be overlooked."""
    assert list(evidence_lines(EVERY_OUTCOME, "en")) == [
        "build/bok.pdf: PDF/UA-1: passed (veraPDF 1.28.2: 149 checks examined)",
        "build/bok.pdf: PDF/A-2a: failed (veraPDF 1.28.2: 828 checks examined)",
        "build/bok.pdf: PDF/X: nothing to check (veraPDF 1.28.2: 0 checks examined)",
        "build/bok.epub: EPUB 3.3: NOT RUN"
        " (EPUBCheck is not installed, so this has not been shown. Run: invoke doctor)",
        "build/bok.html: WCAG 2.2 AA: needs a person to look (axe 4.14.1: 4 checks examined)",
    ]


def test_evidence_in_norwegian() -> None:
    """The same in Norwegian."""
    assert list(evidence_lines(EVERY_OUTCOME, "nb")) == [
        "build/bok.pdf: PDF/UA-1: bestått (veraPDF 1.28.2: 149 kontroller undersøkt)",
        "build/bok.pdf: PDF/A-2a: ikke bestått (veraPDF 1.28.2: 828 kontroller undersøkt)",
        "build/bok.pdf: PDF/X: ingenting å kontrollere (veraPDF 1.28.2: 0 kontroller undersøkt)",
        "build/bok.epub: EPUB 3.3: IKKE KJØRT"
        " (EPUBCheck er ikke installert, så dette er ikke vist. Kjør: invoke doctor)",
        "build/bok.html: WCAG 2.2 AA: må ses på av et menneske"
        " (axe 4.14.1: 4 kontroller undersøkt)",
    ]
