"""The formats in the summary: what a reader gets, and what has been shown of it."""

from pathlib import Path

import pytest
from lxml import html as lxml_html

from bindery.document.model import text_of
from bindery.editions.making import Made, Workshop
from bindery.editions.summary import MAKES_SUMMARY
from bindery.editions.summary.downloads import written_size
from bindery.locales import locale_of
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.text import verbatim
from tests.shelf import document_of, workshop_for

MADE = {
    "pdf": Made(b"x" * 61_500, 12),
    "epub": Made(b"x" * 1_240_000, 4),
    "large-print": Made(b"x" * 80_000, 25),
}

Proven = dict[str, tuple[Evidence, ...]]


def said(standard: str, checker: str, outcome: Outcome = Outcome.PASSED) -> Evidence:
    """What a checker says of a file against a standard."""
    return Evidence(checker, "1.2", "build/x", standard, 9, verbatim("ting"), outcome)


def formats(folder: Path, proven: Proven) -> tuple[list[str], str]:
    """The formats as one reads them, and the text of their whole section."""
    document = document_of(folder, "# A\n\n::: key-message\nA.\n:::\n")
    plain = workshop_for(document, folder)
    workshop = Workshop(plain.templates, plain.work, plain.moment, proven=proven)
    page = MAKES_SUMMARY.make(document, workshop, MADE).content.decode()
    listed = lxml_html.document_fromstring(page).find(".//ul[@class='downloads']")
    assert listed is not None
    section = listed.getparent()
    assert section is not None
    return [text_of(item) for item in listed], text_of(section)


def test_a_format_says_type_size_and_pages_and_whom_it_is_for(tmp_path: Path) -> None:
    """A reader knows what she gets before she gets it; what is not made is not offered."""
    epub, pdf, large = formats(tmp_path, {})[0]
    assert epub.startswith("E-bok (EPUB) (1,2 MB) Les eller lytt på telefon")
    assert pdf.startswith("PDF for skjerm og utskrift (12 sider, 62 kB) Faste sider")
    assert large.startswith("PDF med stor skrift (25 sider, 80 kB) Bokstaver på 18 punkt")


def test_links_are_the_names_of_the_files(tmp_path: Path) -> None:
    """Each link leads to the file beside the page, and says its media type."""
    document = document_of(tmp_path, "# A\n")
    page = MAKES_SUMMARY.make(document, workshop_for(document, tmp_path), MADE).content.decode()
    assert '<a href="proevebok.epub" type="application/epub+zip" download>' in page
    assert '<a href="proevebok-large-print.pdf" type="application/pdf" download>' in page
    assert "pdf20" not in page


def test_of_what_nothing_has_checked_nothing_is_said(tmp_path: Path) -> None:
    """Without evidence the page does not speak of checks."""
    _, section = formats(tmp_path, {})
    for word in ("kontroll", "Kontroll", "PDF/UA"):
        assert word not in section


def test_what_has_passed_is_named_with_who_says_so(tmp_path: Path) -> None:
    """The standard, what it is about, and the checkers; each edition has only its own."""
    proven: Proven = {
        "pdf": (
            said("PDF/UA-1", "veraPDF"),
            said("PDF/UA-1", "PAC"),
            said("bindery read-back", "bindery"),
            said("Ukjent 9", "noe"),
        )
    }
    _, section = formats(tmp_path, proven)
    assert "Kontrollene er automatiske og finner ikke alt." in section
    _, folded = section.split("Automatisk kontrollert, ingen feil funnet")
    assert " ".join(folded.split()) == (
        "PDF for skjerm og utskrift PDF/UA-1, tilgjengelig PDF (veraPDF 1.2, PAC 1.2) "
        "Innholdet stemmer med manuset (bindery 1.2) Ukjent 9 (noe 1.2)"
    )


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.UNTESTED, Outcome.INAPPLICABLE])
def test_what_has_not_passed_is_not_named(tmp_path: Path, outcome: Outcome) -> None:
    """A failure, a missing checker or nothing to look at proves nothing."""
    _, section = formats(tmp_path, {"pdf": (said("PDF/UA-1", "veraPDF", outcome),)})
    assert "PDF/UA-1" not in section


def test_one_failure_outweighs_a_pass(tmp_path: Path) -> None:
    """A standard that one checker finds broken is not called kept because another did not look."""
    split = (said("PDF/UA-1", "PAC"), said("PDF/UA-1", "veraPDF", Outcome.FAILED))
    assert "PDF/UA-1" not in formats(tmp_path, {"pdf": split})[1]


def test_what_no_program_can_tell_is_left_to_a_person(tmp_path: Path) -> None:
    """A standard that is checked in part is named with what is left."""
    part = (said("WCAG 2.2 AA", "axe"), said("WCAG 2.2 AA", "axe", Outcome.CANNOT_TELL))
    _, section = formats(tmp_path, {"epub": part})
    assert "WCAG 2.2 AA, tilgjengelig innhold (axe 1.2; noe må kontrolleres manuelt)" in section


def test_sizes_are_written_in_the_language() -> None:
    """Norwegian has a comma where English has a point."""
    assert written_size(1_440_000, locale_of("nb")) == "1,4\u00a0MB"
    assert written_size(1_440_000, locale_of("en")) == "1.4\u00a0MB"
    assert written_size(999_700, locale_of("nb")) == "1,0\u00a0MB"
    assert written_size(10, locale_of("nb")) == "1\u00a0kB"
