"""Finished editions in small, and checks that passed them: what a statement is judged by."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.manuscript.load import load
from bindery.reports.wcag import Judged, Verdict, judge
from bindery.rules import manuscript
from bindery.rules.documentation import page_of
from bindery.vocabulary.editions import (
    EPUB_33,
    EPUB_ACCESSIBILITY,
    HTML,
    PDF_UA_1,
    READ_BACK,
    RULES,
    WCAG_AA,
)
from bindery.vocabulary.evidence import Evidence, judged, untested
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import verbatim
from tests.packed import XHTML, pack
from tests.shelf import write_book

CHECKERS = {
    "manuscript": ("bindery",),
    "build/bok.pdf": ("veraPDF", "bindery"),
    "build/bok.epub": ("EPUBCheck", "Ace", "Nu", "axe", "bindery"),
    "build/bok.html": ("Nu", "axe", "bindery"),
}
"""Who passes each file."""

STANDARDS = {
    "veraPDF": (PDF_UA_1,),
    "EPUBCheck": (EPUB_33,),
    "Ace": (EPUB_ACCESSIBILITY,),
    "Nu": (HTML,),
    "axe": (WCAG_AA,),
    "bindery": (READ_BACK, RULES),
}
"""What each of them judges."""


RULES_BY_NAME = {rule.name: rule for rule in manuscript.RULES}


@dataclass(frozen=True)
class Finish:
    """What is in the editions besides a heading."""

    chapters: tuple[str, ...] = ("# En\n",)
    html: str = ""
    html_language: str = "nb"
    epub: str = ""
    epub_language: str = "nb"
    media_type: str = "text/plain"
    css: str = ""
    pdf: dict[str, object] = field(default_factory=dict)
    figures: dict[str, bytes] = field(default_factory=dict)


def finished(folder: Path, finish: Finish) -> tuple[Document, tuple[Path, ...]]:
    """A Document, and an edition of each kind with ``finish`` in it."""
    loaded = load(write_book(folder, *finish.chapters, files=finish.figures))
    assert loaded.publication is not None, loaded.findings
    build = folder / "build"
    build.mkdir()
    (build / "bok.html").write_text(
        f'<!DOCTYPE html><html lang="{finish.html_language}"><title>A</title>'
        f"<body><h1>A</h1>{finish.html}</body></html>"
    )
    pack(
        build / "bok.epub",
        {
            "en.xhtml": (
                XHTML,
                f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{finish.epub_language}">'
                f"<body><h1>A</h1>{finish.epub}</body></html>",
            ),
            "stil.css": ("text/css", finish.css),
            "annet": (finish.media_type, "<x/>"),
        },
    )
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Lang = pikepdf.String("nb")
        pdf.Root.Extra = pdf.make_indirect(pikepdf.Dictionary(finish.pdf))
        pdf.save(build / "bok.pdf")
    document = read_document(loaded.publication)
    return document, tuple(build / f"bok.{suffix}" for suffix in ("pdf", "epub", "html"))


def passed(
    *, without: str = "", missing: str = "", findings: Sequence[Finding] = ()
) -> tuple[Evidence, ...]:
    """Every checker has passed its file: ``without`` one, or with one ``missing``.

    Those are named ``checker of file``. ``findings`` are those of the manuscript's own rules, and
    veraPDF's of the PDF.
    """
    of_rules = [one for one in findings if one.rule in RULES_BY_NAME]
    findings = [one for one in findings if one.rule not in RULES_BY_NAME]
    return (*_of_checkers(without, missing, findings), *map(_of_rule, of_rules))


def _of_rule(finding: Finding) -> Evidence:
    return judged(
        checker="bindery",
        version="1",
        subject="manuscript",
        standard=RULES,
        examined=1,
        unit=verbatim("things"),
        findings=(finding,),
        rule=finding.rule,
        criteria=page_of(RULES_BY_NAME[finding.rule]).criteria,
    )


def _of_checkers(without: str, missing: str, findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    return tuple(
        untested(checker=checker, subject=subject, standard=standard)
        if missing == f"{checker} of {subject}"
        else judged(
            checker=checker,
            version="1",
            subject=subject,
            standard=standard,
            examined=1,
            unit=verbatim("checks"),
            findings=tuple(findings) if checker == "veraPDF" else (),
        )
        for subject, checkers in CHECKERS.items()
        for checker in checkers
        for standard in STANDARDS[checker]
        if without != f"{checker} of {subject}"
    )


def found(rule: str, severity: Severity = Severity.ERROR) -> Finding:
    """A finding of ``rule`` at a line of the manuscript."""
    place = Location("manuscript/chapters/01.md", 7)
    return Finding(rule, severity, place, verbatim("Noe er galt."), verbatim("Rett det."))


def criteria_of(
    folder: Path, finish: Finish, evidence: Sequence[Evidence] | None = None
) -> dict[str, Judged]:
    """What is said of each criterion, by its number. Every check has passed unless told."""
    document, files = finished(folder, finish)
    shown = passed() if evidence is None else evidence
    return {one.criterion.number: one for one in judge(document, files=files, evidence=shown)}


def numbers(criteria: dict[str, Judged], verdict: Verdict) -> set[str]:
    """The criteria that have ``verdict``."""
    return {number for number, one in criteria.items() if one.verdict is verdict}
