"""What an author reads at a terminal."""

from dataclasses import replace
from datetime import datetime

import pytest

from bindery.reports.terminal import (
    built_lines,
    evidence_lines,
    fixed_lines,
    lines,
    stopped_line,
    tally_line,
    told_lines,
    verdict_line,
)
from bindery.reports.words import STANDARDS, extent, standard_named
from bindery.vocabulary.editions import READ_BACK, RULES
from bindery.vocabulary.evidence import Exempted, untested
from bindery.vocabulary.findings import Finding, Fix, Location, Severity
from bindery.vocabulary.text import verbatim
from tests.reports.samples import EVERY_OUTCOME, checked, finding


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
        " (EPUBCheck is not installed, or stopped before the end. The check was not done. Run:"
        " invoke doctor)",
        "build/bok.html: WCAG 2.2 AA: needs a manual check (axe 4.14.1: 4 checks examined)",
    ]


def test_evidence_in_norwegian() -> None:
    """The same in Norwegian."""
    assert list(evidence_lines(EVERY_OUTCOME, "nb")) == [
        "build/bok.pdf: PDF/UA-1: bestått (veraPDF 1.28.2: 149 kontroller undersøkt)",
        "build/bok.pdf: PDF/A-2a: ikke bestått (veraPDF 1.28.2: 828 kontroller undersøkt)",
        "build/bok.pdf: PDF/X: ingenting å kontrollere (veraPDF 1.28.2: 0 kontroller undersøkt)",
        "build/bok.epub: EPUB 3.3: IKKE KJØRT"
        " (EPUBCheck er ikke installert, eller stoppet underveis. Kontrollen er ikke gjort. Kjør:"
        " invoke doctor)",
        "build/bok.html: WCAG 2.2 AA: må kontrolleres manuelt (axe 4.14.1: 4 kontroller undersøkt)",
    ]


def test_evidence_from_before_says_since_when_it_stands() -> None:
    """What was not looked at now is told with the minute in which it was, on the reader's clock."""
    when = datetime(2026, 11, 23, 12, 30, 59).astimezone()
    (line,) = evidence_lines([EVERY_OUTCOME[0].seen(when)], "nb")
    assert line.endswith(
        ": bestått (veraPDF 1.28.2: 149 kontroller undersøkt;"
        " uendret siden 23. november 2026 kl. 12.30)"
    )
    rules = [replace(EVERY_OUTCOME[0], rule=name).seen(when) for name in ("a", "b")]
    (line,) = evidence_lines(rules, "en")
    assert line.endswith(": passed: 2 (veraPDF 1.28.2; unchanged since 23 November 2026 at 12:30)")


def test_what_only_informs_is_counted() -> None:
    """Errors and warnings are told in full; what only informs is counted by rule, most first."""
    other = replace(finding(Severity.INFO), rule="sentence-is-short")
    found = [finding(), other, finding(Severity.WARNING), finding(Severity.INFO), other]
    told = list(told_lines(found, "nb"))
    assert len(told) == 5
    assert "feil[" in told[0]
    assert "advarsel[" in told[2]
    assert told[4] == (
        "Til opplysning: 3 (sentence-is-short: 2, image-has-alt-text: 1)."
        " Vis dem med: invoke check --verbose"
    )
    assert list(told_lines(found, "en"))[4] == (
        "For information: 3 (sentence-is-short: 2, image-has-alt-text: 1)."
        " Show them with: invoke check --verbose"
    )


def test_warnings_of_one_rule_are_counted_after_the_first_few() -> None:
    """Forty dates of digits leave room for the one error, which is always shown."""
    dates = [
        replace(
            finding(), rule="date-is-a-date", severity=Severity.WARNING, location=Location("a", n)
        )
        for n in range(1, 41)
    ]
    found = [*dates, finding()]
    told = list(told_lines(found, "nb"))
    assert told[:-1] == [*lines([*dates[:5], finding()], "nb")]
    assert told[-1] == (
        "Flere advarsler av samme slag: 35 (date-is-a-date: 35)."
        " Vis dem med: invoke check --verbose"
    )
    assert list(told_lines(found, "nb", verbose=True)) == list(lines(found, "nb"))


def test_what_the_editions_show_again_is_counted() -> None:
    """One image without words is one fault to mend, however many checkers see it."""
    e_book = replace(finding(), rule="axe-svg-img-alt", location=Location("build/bok.epub"))
    other = replace(e_book, rule="axe-color-contrast")
    images, headings = "edition-images-are-described", "edition-headings-can-be-found"
    ours = [replace(e_book, rule=images), replace(finding(), rule=headings)]
    found = [finding(), e_book, *ours, other]
    assert list(told_lines(found, "en")) == [
        *lines([finding(), other], "en"),
        "In the editions, probably for the same reason: 3 (axe-svg-img-alt: 1,"
        " edition-images-are-described: 1, edition-headings-can-be-found: 1). Fix the manuscript"
        " first. Show them with: invoke check --verbose",
    ]
    assert list(told_lines(found, "en", verbose=True)) == list(lines(found, "en"))
    alone = [e_book, *ours, other]
    assert list(told_lines(alone, "en")) == list(lines(alone, "en"))


def test_a_finding_takes_three_lines() -> None:
    """However much a checker says, an author reads three lines; asked for, she gets all of it."""
    long = replace(finding(), message=verbatim("ord " * 80), hint=verbatim("råd " * 200))
    first, hint = told_lines([long], "nb")
    assert first.endswith(" …")
    assert hint.endswith(" …")
    assert [len(first) <= 200, len(hint) <= 100] == [True, True]
    short = replace(long, message=verbatim("ord " * 10))
    assert [100 < len(line) <= 200 for line in told_lines([short], "nb")] == [False, True]
    assert sum(map(len, told_lines([long], "nb", verbose=True))) > 1000


def test_what_weighs_more_in_the_editions_is_told() -> None:
    """Beside a warning that the author may let stand, the error that fails the check is told."""
    mine = replace(finding(Severity.WARNING), rule="alt-text-differs-from-caption")
    its = replace(finding(), rule="edition-alternatives-say-what-is-shown")
    assert list(told_lines([mine, its], "nb")) == list(lines([mine, its], "nb"))


def test_what_only_informs_is_told_when_asked_for() -> None:
    """Asked for, all of it is told in order, and nothing is counted."""
    found = [finding(Severity.INFO), finding()]
    assert list(told_lines(found, "nb", verbose=True)) == list(lines(found, "nb"))
    assert list(told_lines([finding()], "nb")) == list(lines([finding()], "nb"))
    assert not list(told_lines([], "nb"))


def test_rules_are_told_together() -> None:
    """A set of rules is one line for each subject: how many of each outcome, and exceptions."""
    aside = Exempted(finding(), verbatim("Det er en logo."))
    rules = [
        replace(checked("bindery rules", 3), rule="a-is-so", exempted=(aside,)),
        replace(checked("bindery rules", 0), rule="b-is-so"),
        replace(checked("bindery rules", 5), rule="c-is-so"),
        replace(checked("bindery rules", 5, finding()), rule="d-is-so"),
    ]
    assert list(evidence_lines(rules, "nb")) == [
        "build/bok.pdf: binderys regler: bestått: 2, ikke bestått: 1, ingenting å kontrollere: 1"
        " (veraPDF 1.28.2; funn med unntak: 1)"
    ]
    assert list(evidence_lines(rules[1:], "en")) == [
        "build/bok.pdf: bindery’s rules: passed: 1, failed: 1, nothing to check: 1 (veraPDF 1.28.2)"
    ]


def test_a_rule_that_lacks_its_means_is_not_run() -> None:
    """A rule without what it looks with is counted as not run, by the version of those that ran."""
    lacking = untested(checker="veraPDF", subject="build/bok.pdf", standard="R", rule="a-is-so")
    ran = replace(checked("R", 3), rule="b-is-so")
    assert list(evidence_lines([lacking, ran], "nb")) == [
        "build/bok.pdf: R: bestått: 1, IKKE KJØRT: 1 (veraPDF 1.28.2)"
    ]
    assert extent(lacking).nb.startswith("a-is-so ble ikke kjørt, fordi")


def test_what_is_ours_has_a_name_in_words() -> None:
    """Checks against no standard of others are called something an author understands."""
    assert {READ_BACK, RULES} == set(STANDARDS)
    assert standard_named("PDF/UA-1").nb == "PDF/UA-1"


def test_the_verdict_counts_and_leads_on() -> None:
    """The last line says how much there is of each weight, and where all of it stands."""
    found = [finding(), finding(Severity.WARNING), finding(Severity.WARNING)]
    assert verdict_line(found, EVERY_OUTCOME, "build/reports/evidence.html", "nb") == (
        "Feil: 1. Advarsler: 2. Ikke kjørt: 1. Alt står i build/reports/evidence.html"
    )
    assert verdict_line(found, (), "build/reports/evidence.html", "en") == (
        "Errors: 1. Warnings: 2. Not run: 0. All of it is in build/reports/evidence.html"
    )


def test_a_build_counts_what_the_manuscript_has() -> None:
    """Who only builds learns how much there is to fix, and how to see it."""
    assert tally_line(0, 1, "nb") == (
        "Manuset har 0 feil og 1 advarsel. Kontroller alt med: invoke check"
    )
    assert tally_line(1, 2, "en") == (
        "1 error and 2 warnings in the manuscript, so release refuses the editions. Show them with:"
        " invoke check"
    )


def test_a_build_with_many_findings_lists_the_first() -> None:
    """A book from elsewhere may have hundreds, and its last line is to be seen."""
    told = list(built_lines([finding()] * 25, "nb"))
    assert len(told) == 41
    assert told[-1] == "… og 5 til. Vis alle med: invoke check"
    assert len(list(built_lines([finding()] * 20, "nb"))) == 40


def test_a_stopped_check_says_what_to_mend_first() -> None:
    """Where no edition was made, nobody looks for one: what stopped it is named, with its place."""
    stops, other = finding(), replace(finding(Severity.WARNING), rule="annet")
    assert stopped_line([stops, other], [stops, other], "nb") == (
        "Feil: 1. Advarsler: 1. Utgavene er verken laget eller kontrollert. Rett først: "
        "manuscript/chapters/02-funn.md:12 [image-has-alt-text]"
    )


def test_what_was_mended_is_told() -> None:
    """Each change is a line with its place, the old words and the new."""
    place = Location("manuscript/chapters/01.md", 3, 5)
    mended = replace(finding(), fix=Fix(place, '"', "«"))
    assert list(fixed_lines([mended, finding()], "nb")) == [
        'manuscript/chapters/01.md:3:5: rettet «"» til ««» [image-has-alt-text]'
    ]
    assert list(fixed_lines([mended], "en")) == [
        'manuscript/chapters/01.md:3:5: changed “"” to “«” [image-has-alt-text]'
    ]
