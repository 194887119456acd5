"""The page of the draft statement: what it says, and that it keeps what it is about."""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from bindery.checkers.axe import AXE
from bindery.checkers.nu import NU
from bindery.claims.conformance import digest_of
from bindery.manuscript.templates import Templates
from bindery.reports.statement import write_statement
from bindery.reports.wcag import Verdict
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import SUMMARY
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.publication import Evaluation
from bindery.vocabulary.wcag import CRITERIA
from tests.reports.finished import Finish, finished, found, passed

BREACH = found("image-has-alt-text")
NO_CRITERION = found("verapdf-2a-6-1-2-1")
EVERY_KIND = passed(findings=[BREACH, NO_CRITERION])
"""Evidence that gives a page all the parts it can have."""

EVALUATION = Evaluation(
    evaluator="Kari Nordmann",
    kind="person",
    date=date(2026, 11, 20),
    method="Hun leste alt med skjermleser.",
    standard="WCAG 2.2 Level AA",
)


def written(
    folder: Path, evidence: Sequence[Evidence] = EVERY_KIND, language: str = "nb"
) -> html.HtmlElement:
    """The page about a small book in ``language``; it is ``statement.html`` in ``folder``."""
    document, files = finished(folder, Finish())
    settings = document.publication.settings
    metadata = replace(settings.publication, language=language)
    settings = replace(settings, publication=metadata)
    document = replace(document, publication=replace(document.publication, settings=settings))
    path = folder / "statement.html"
    templates = Templates(folder)
    write_statement(path, document, files=files, evidence=evidence, templates=templates)
    return html.fromstring(path.read_bytes())


def text_of(page: html.HtmlElement, selector: str) -> list[str]:
    """The text of each element that ``selector`` (XPath) finds."""
    return [" ".join(found.text_content().split()) for found in page.xpath(selector)]


def test_the_page_says_it_in_norwegian(tmp_path: Path) -> None:
    """It is a draft first of all; then the counts, the criteria, the checks and whom to ask."""
    page = written(tmp_path)
    assert page.get("lang") == "nb"
    assert text_of(page, "//h1") == ["Utkast til tilgjengelighetserklæring"]
    assert text_of(page, "//h2") == [
        "Dette er et utkast",
        "Kort sagt",
        "Vurdert manuelt",
        "Kriterium for kriterium",
        "Feil uten bestemt kriterium",
        "Dette er kontrollert",
        "Er det noe du ikke får brukt?",
    ]
    assert text_of(page, "//ul[@class='tally']/li") == [
        "4 oppfylt",
        "1 ikke oppfylt",
        "23 ikke aktuelle",
        "27 må vurderes manuelt",
    ]
    assert text_of(page, "//caption") == [
        "Prinsipp 1: Mulig å oppfatte",
        "Prinsipp 2: Mulig å betjene",
        "Prinsipp 3: Forståelig",
        "Prinsipp 4: Robust",
    ]


def test_the_page_says_it_in_english(tmp_path: Path) -> None:
    """A publication in any other language has its page in English, its title in its own."""
    page = written(tmp_path, language="se")
    assert page.get("lang") == "en"
    assert page.xpath("//dd[@lang='se']/text()") == ["Prøvebok"]
    assert text_of(page, "//h1") == ["Draft accessibility statement"]
    assert "1 not met" in text_of(page, "//ul[@class='tally']/li")
    assert "1.1.1 Non-text Content (level A)" in text_of(page, "//th[@scope='row']")


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_criterion_has_a_row(tmp_path: Path, language: str) -> None:
    """The rows are the criteria in order, each with a verdict and a reason, new ones marked."""
    page = written(tmp_path, language=language)
    rows = text_of(page, "//th[@scope='row']")
    names = [f"{one.number} {one.name.said_in(language)} (" for one in CRITERIA]
    assert all(row.startswith(name) for row, name in zip(rows, names, strict=True))
    new = [one.number for one in CRITERIA if one.since == "2.2"]
    assert [row.split()[0] for row in rows if "2.2)" in row] == new
    assert len(page.xpath("//td/p[@class='verdict']/following-sibling::p[1]")) == len(rows)


def test_a_breach_is_told_with_its_place(tmp_path: Path) -> None:
    """What was found stands under its criterion; what belongs to none stands by itself."""
    page = written(tmp_path)
    told = ["Noe er galt. Rett det. manuscript/chapters/01.md:7"]
    assert text_of(page, "//tr[@class='not-met']//li") == told
    assert text_of(page, "//section[@aria-labelledby='unplaced']//li") == told
    sound = written(tmp_path / "sound", passed())
    assert not sound.xpath("//*[@class='findings']")


def test_places_are_not_listed_without_end(tmp_path: Path) -> None:
    """Six places are written out, and how many more there are."""
    for number, told in ((6, ""), (7, " og 1 til"), (8, " og 2 til")):
        chapter = "# En\n" + "\n![Kart](../figures/kart.svg)\n" * number
        folder = tmp_path / str(number)
        finish = Finish((chapter,), html='<img src="a.png" alt="Kart">')
        document, files = finished(folder, finish)
        path = folder / "statement.html"
        templates = Templates(folder)
        write_statement(path, document, files=files, evidence=(), templates=templates)
        where = text_of(html.fromstring(path.read_bytes()), "//tr[1]//p[@class='where']")[0]
        assert where.count("01.md:") == 6
        assert where.endswith(f":13{told}")


def test_the_page_names_what_was_checked_and_whom_to_ask(tmp_path: Path) -> None:
    """Each file with its checkers and outcomes; the publisher’s address, and the authorities."""
    page = written(tmp_path, passed(missing="axe of build/bok.html"))
    assert text_of(page, "//section[@aria-labelledby='checked']//h3") == [
        "build/bok.epub",
        "build/bok.html",
        "build/bok.pdf",
        "manuscript",
    ]
    assert "WCAG 2.2 AA: IKKE KJØRT (axe)" in text_of(page, "//li")
    assert "HTML: bestått (Nu 1)" in text_of(page, "//li")
    assert page.xpath("//a/@href") == [
        "https://uustatus.no/",
        "https://www.uutilsynet.no/",
        "reports/evidence.html",
        "mailto:post@example.org",
        "https://www.uutilsynet.no/",
        "https://www.diskrimineringsnemnda.no/",
    ]


def test_no_evidence_is_no_pass(tmp_path: Path) -> None:
    """A page about nothing checked says so, and that what rests on checks is not met."""
    page = written(tmp_path, ())
    assert "Ingen kontroller er kjørt." in text_of(page, "//p")
    assert text_of(page, "//tr[@class='met']/th/strong")[-1].startswith("3.2.1")


def test_an_evaluator_is_named_for_this_very_text(tmp_path: Path) -> None:
    """Who evaluated the text is told where it was this text, and is not where it was another."""
    document, files = finished(tmp_path, Finish())
    path = tmp_path / "statement.html"
    for digest, told in ((digest_of(document), True), ("0" * 64, False)):
        evaluation = replace(EVALUATION, document=digest)
        publication = replace(document.publication, evaluation=evaluation)
        write_statement(
            path,
            replace(document, publication=publication),
            files=files,
            evidence=passed(),
            templates=Templates(tmp_path),
        )
        page = path.read_text(encoding="utf-8")
        assert ("Kari Nordmann vurderte denne teksten 20. november 2026" in page) is told
        assert ("Ingen vurdering av denne teksten er registrert." in page) is not told


def test_the_page_fetches_and_runs_nothing(tmp_path: Path) -> None:
    """One file, the same each time: its policy allows its own style sheet and nothing else."""
    written(tmp_path)
    source = (tmp_path / "statement.html").read_bytes()
    css = re.findall(rb"<style>(.*?)</style>", source, re.DOTALL)[0]
    digest = base64.b64encode(hashlib.sha256(css).digest())
    assert b"default-src 'none'; style-src 'sha256-" + digest + b"';" in source
    assert not re.search(rb"<script|<link|<img|url\(|@import|\son\w+=|\sstyle=", source)
    again = tmp_path / "again"
    written(again)
    assert (again / "statement.html").read_bytes() == source


def test_every_verdict_has_a_sign_beside_its_colour(tmp_path: Path) -> None:
    """Who does not see the colours sees a sign, and reads the word."""
    css = Templates(tmp_path).text("statement/statement.css")
    for verdict in Verdict:
        assert re.search(rf"li\.{verdict}::before.*content: \"\S\" / \"\"", css)


@pytest.mark.slow
def test_the_page_passes_what_it_is_about(tmp_path: Path) -> None:
    """The statement is itself found without fault by Nu and by axe, and leaves no doubt."""
    subjects = []
    for language in ("nb", "en"):
        folder = tmp_path / language
        folder.mkdir()
        written(folder, language=language)
        subjects.append(Subject(SUMMARY, tmp_path, folder / "statement.html", folder / "reports"))
    evidence = (*NU.check(tuple(subjects)), *AXE.check(tuple(subjects)))
    assert [(one.checker, one.outcome, one.findings) for one in evidence] == [
        *[("Nu", Outcome.PASSED, ())] * 2,
        *[("axe", Outcome.PASSED, ())] * 2,
    ]
