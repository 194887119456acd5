"""The evidence page: what it says, and that it keeps what it reports on."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html

from bindery.manuscript.templates import Templates
from bindery.reporters.evidence_html import write_html
from bindery.validators.axe import AXE
from bindery.validators.nu import NU
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.validator import Subject
from tests.reporters.samples import DIGESTS, EVERY_OUTCOME, WHEN


def written(folder: Path, *evidence: Evidence, language: str = "nb") -> Path:
    """The page of ``evidence`` of a publication in ``language``."""
    path = folder / "evidence.html"
    write_html(
        evidence,
        path,
        templates=Templates(folder),
        title="Kjennetegn & funn",
        language=language,
        digests=DIGESTS,
        when=WHEN,
    )
    return path


def text_of(element: html.HtmlElement, selector: str) -> list[str]:
    """The text of each element that ``selector`` (XPath) finds."""
    return [" ".join(found.text_content().split()) for found in element.xpath(selector)]


def test_the_page_says_it_in_norwegian(tmp_path: Path) -> None:
    """Each check is a heading with its outcome in words, below the file it was made of."""
    page = html.fromstring(written(tmp_path, *EVERY_OUTCOME).read_bytes())
    assert page.get("lang") == "nb"
    assert text_of(page, "//h1") == ["Kontroll av utgavene"]
    assert text_of(page, "//h2") == [
        "Kort sagt",
        "build/bok.epub",
        "build/bok.html",
        "build/bok.pdf",
    ]
    assert text_of(page, "//h3") == [
        "EPUB 3.3: IKKE KJØRT",
        "WCAG 2.2 AA: må ses på av et menneske",
        "PDF/UA-1: bestått",
        "PDF/A-2a: ikke bestått",
        "PDF/X: ingenting å kontrollere",
    ]
    assert text_of(page, "//ul[@class='tally']/li") == [
        "1 bestått",
        "1 ikke bestått",
        "1 må ses på av et menneske",
        "1 ingenting å kontrollere",
        "1 IKKE KJØRT",
    ]
    assert text_of(page, "//dd")[:2] == ["Kjennetegn & funn", "23. november 2026"]
    assert "828 kontroller undersøkt" in text_of(page, "//dd")
    assert text_of(page, "//p[@class='fingerprint']/code") == ["ab" * 32]


def test_the_page_says_it_in_english(tmp_path: Path) -> None:
    """A publication in any other language has its page in English, its title in its own."""
    page = html.fromstring(written(tmp_path, *EVERY_OUTCOME, language="se").read_bytes())
    assert page.get("lang") == "en"
    assert page.xpath("//dd[@lang='se']/text()") == ["Kjennetegn & funn"]
    assert "EPUB 3.3: NOT RUN" in text_of(page, "//h3")


def test_findings_are_listed_in_order(tmp_path: Path) -> None:
    """A finding is its weight in words, message, hint, place and rule. Its text is only text."""
    page = html.fromstring(written(tmp_path, *EVERY_OUTCOME).read_bytes())
    failed = page.xpath("//div[@class='check failed']")[0]
    assert text_of(failed, ".//li") == [
        "Feil: Bildet <kart> mangler alternativ tekst. beskriv det mellom klammene"
        f" manuscript/chapters/02-funn.md:{line}, regel image-has-alt-text"
        for line in (12, 40)
    ]
    assert text_of(page, "//div[@class='check cantTell']//strong") == [
        "Advarsel:",
        "Til opplysning:",
    ]


def test_no_evidence_is_not_a_pass(tmp_path: Path) -> None:
    """A page about nothing says that nothing has been checked."""
    page = html.fromstring(written(tmp_path).read_bytes())
    assert "Ingen kontroller er kjørt." in text_of(page, "//main//p")
    assert not page.xpath("//ul")


def test_the_page_fetches_and_runs_nothing(tmp_path: Path) -> None:
    """One file: its policy allows its own style sheet, by its digest, and nothing else."""
    source = written(tmp_path, *EVERY_OUTCOME).read_text(encoding="utf-8")
    (css,) = re.findall(r"<style>(.*?)</style>", source, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}';" in source
    assert not re.search(r"<script|<link|<img|url\(|@import|\son\w+=|\sstyle=", source)


def test_every_outcome_has_a_sign_beside_its_colour(tmp_path: Path) -> None:
    """Who does not see the colours sees a sign, and reads the word."""
    css = Templates(tmp_path).text("evidence/evidence.css")
    for outcome in Outcome:
        assert re.search(rf"li\.{outcome}::before.*content: \"\S\" / \"\"", css)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_page_passes_what_it_reports_on(tmp_path: Path, language: str) -> None:
    """The evidence page is itself found without fault by Nu and by axe, and leaves no doubt."""
    page = written(tmp_path, *EVERY_OUTCOME, language=language)
    subject = Subject("html", tmp_path, page, tmp_path / "reports")
    evidence = (*NU.validate((subject,)), *AXE.validate((subject,)))
    assert [(one.checker, one.outcome, one.findings) for one in evidence] == [
        ("Nu", Outcome.PASSED, ()),
        ("axe", Outcome.PASSED, ()),
    ]
