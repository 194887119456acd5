"""The basis for a statement: what it says, and that it keeps what it is about."""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from bindery.checkers.axe import AXE
from bindery.checkers.nu import NU
from bindery.claims.digest import digest_of
from bindery.manuscript.templates import Templates
from bindery.reports.explained import explained
from bindery.reports.statement import write_statement
from bindery.reports.wcag import Verdict
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import SUMMARY
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Location
from bindery.vocabulary.publication import Evaluation
from bindery.vocabulary.text import without_soft_hyphens
from bindery.vocabulary.wcag import CRITERIA
from tests.reports.finished import Finish, finished, found, passed
from tests.reports.folded import Folded, what_is_folded
from tests.reports.samples import WHEN

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
    folder: Path,
    evidence: Sequence[Evidence] = EVERY_KIND,
    language: str = "nb",
    when: datetime | None = None,
) -> html.HtmlElement:
    """The page about a small book in ``language``; it is ``statement.html`` in ``folder``."""
    document, files = finished(folder, Finish())
    settings = document.publication.settings
    metadata = replace(settings.publication, language=language)
    settings = replace(settings, publication=metadata)
    document = replace(document, publication=replace(document.publication, settings=settings))
    path = folder / "statement.html"
    templates = Templates(folder)
    write_statement(path, document, files=files, evidence=evidence, templates=templates, when=when)
    return html.fromstring(path.read_bytes())


def text_of(page: html.HtmlElement, selector: str) -> list[str]:
    """The text of each element that ``selector`` (XPath) finds."""
    return [" ".join(found.text_content().split()) for found in page.xpath(selector)]


def test_the_page_says_it_in_norwegian(tmp_path: Path) -> None:
    """It is not to be published; then the counts, breaches, what to check, and the rest folded."""
    page = written(tmp_path)
    assert page.get("lang") == "nb"
    assert [without_soft_hyphens(one) for one in text_of(page, "//h1")] == [
        "Grunnlag for tilgjengelighetserklæring"
    ]
    assert text_of(page, "//title") == ["Grunnlag for tilgjengelighetserklæring – Prøvebok"]
    assert text_of(page, "//h2") == [
        "Ikke publiser denne siden",
        "Kort sagt",
        "Brudd på kravene",
        "Må kontrolleres manuelt",
        "Avgjort automatisk",
        "Dette er kontrollert",
        "Tekst til erklæringen: tilbakemelding og klage",
    ]
    assert text_of(page, "//ul[@class='tally']/li") == [
        "10 oppfylt",
        "0 oppfylt ifølge kontrollør",
        "1 ikke oppfylt",
        "23 ikke aktuelle",
        "21 må kontrolleres manuelt",
    ]
    assert text_of(page, "//caption") == ["Kriterier i WCAG 2.2, og hvordan du kontrollerer dem"]
    assert text_of(page, "//details/summary") == [
        "10 oppfylt",
        "23 ikke aktuelle",
        "Alle kontroller, fil for fil",
    ]
    assert not page.xpath("//details/@open")
    assert text_of(page, "//header//time") == ["23. november 2026"]


def test_the_page_says_it_in_english(tmp_path: Path) -> None:
    """A publication in any other language has its page in English, its title in its own."""
    page = written(tmp_path, language="se")
    assert page.get("lang") == "en"
    assert page.xpath("//dd[@lang='se']/text()") == ["Prøvebok"]
    assert text_of(page, "//h1") == ["Basis for an accessibility statement"]
    assert "1 not met" in text_of(page, "//ul[@class='tally']/li")
    assert "1.1.1 Non-text Content (level A)" in text_of(page, "//h3")


def test_the_day_of_testing_is_told(tmp_path: Path) -> None:
    """Who writes a statement must date it; without checks that were dated there is no date."""
    assert len(written(tmp_path / "undated").xpath("//time")) == 1
    page = written(tmp_path / "dated", when=WHEN)
    assert text_of(page, "//header//div[dt='Kontrollert']/dd") == ["23. november 2026"]
    assert page.xpath("//time/@datetime")[-1] == "2026-11-23T12:30:00+00:00"


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_criterion_is_there_once(tmp_path: Path, language: str) -> None:
    """Breaches, what to check, what is settled: in order, with a reason, new ones marked."""
    page = written(tmp_path, language=language)
    breaches = text_of(page, "//section[@aria-labelledby='breaches']/h3[strong]")
    rows = text_of(page, "//th[@scope='row']")
    settled = [
        " ".join((strong.text_content(), strong.getnext().text_content()))
        for strong in page.xpath("//section[@aria-labelledby='settled']//li/strong")
    ]
    told = {one.split()[0]: one for one in (*breaches, *rows, *settled)}
    assert len(told) == len(breaches) + len(rows) + len(settled) == len(CRITERIA)
    for one in CRITERIA:
        assert told[one.number].startswith(f"{one.number} {one.name.said_in(language)} (")
    assert {number for number, one in told.items() if "2.2*)" in one} == {
        one.number for one in CRITERIA if one.since == "2.2"
    }
    numbers = [one.split()[0] for one in rows]
    assert numbers == [one.number for one in CRITERIA if one.number in numbers]
    assert all(text_of(page, "//td/p[1]"))
    assert len(page.xpath("//td/p[1]")) == len(rows)
    assert all(": " in one for one in text_of(page, "//section[@aria-labelledby='settled']//li"))


def test_the_note_on_names_is_a_footnote(tmp_path: Path) -> None:
    """The names that are ours are marked with an asterisk, and explained at the end."""
    page = written(tmp_path)
    (note,) = text_of(page, "//footer/p")
    assert note.startswith("* Navnene på kriteriene er fra den autoriserte oversettelsen")


BLANKS = ["Hvem det går ut over", "Alternativ for dem", "Når det blir rettet"]
"""What only a person can say of a breach."""


def test_a_breach_is_told_with_its_place(tmp_path: Path) -> None:
    """What was found, where, and blanks for the rest; what belongs to no criterion by itself."""
    page = written(tmp_path)
    breaches = page.xpath("//dl[@class='breach']")
    assert len(breaches) == 2
    for one in breaches:
        assert text_of(one, ".//dt") == ["Hva som er feil", "Hvor", *BLANKS]
        assert text_of(one, "div[position() < 3]/dd") == [
            "Noe er galt.",
            "manuscript/chapters/01.md:7",
        ]
        assert text_of(one, ".//dd[@class='blank']") == ["[Fyll ut]"] * 3
    assert text_of(page, "//dl[@class='breach']/preceding-sibling::h3[1]") == [
        "1.1.1 Ikke-tekstlig innhold (nivå A)",
        "Feil som ikke er knyttet til et kriterium",
    ]


def test_a_breach_found_by_several_is_filled_in_once(tmp_path: Path) -> None:
    """Of one criterion there is one form: everything that was said, every place, once."""
    again = replace(BREACH, rule="verapdf-ua1-7-3-1", location=Location("build/bok.pdf"))
    other = replace(again, rule="verapdf-ua1-7-3-2")
    page = written(tmp_path, passed(findings=[BREACH, again, other]))
    (breach,) = page.xpath("//dl[@class='breach']")
    assert text_of(breach, "div[dt='Hva som er feil']/dd") == ["Noe er galt."]
    places = ["manuscript/chapters/01.md:7", "build/bok.pdf"]
    assert sorted(text_of(breach, "div[dt='Hvor']/dd")) == sorted(places)
    assert len(breach.xpath(".//dd[@class='blank']")) == 3


def test_whom_a_breach_affects_is_helped_along(tmp_path: Path) -> None:
    """What bindery knows of why a rule matters stands beside the blank, and does not fill it."""
    breach = found("axe-color-contrast")
    explanation = explained(breach.rule)
    assert explanation is not None
    page = written(tmp_path, passed(findings=[breach]))
    (whom,) = page.xpath("//dl[@class='breach']/div[dt='Hvem det går ut over']")
    assert text_of(whom, "dd") == ["[Fyll ut]", f"Til hjelp: {explanation.why.nb}"]


def test_a_breach_that_a_person_finds_has_its_blanks(tmp_path: Path) -> None:
    """Without breaches the page says what a statement must have of one, all of it to fill in."""
    for page in (written(tmp_path / "faulty"), sound := written(tmp_path / "sound", passed())):
        (own,) = page.xpath("//dl[@class='breach own']")
        assert text_of(own, ".//dt") == ["Kriterium", "Hva som er feil", "Hvor", *BLANKS]
        assert text_of(own, ".//dd[@class='blank']") == ["[Fyll ut]"] * 6
    assert not sound.xpath("//dl[@class='breach'] | //*[@class='findings']")


def test_places_are_not_listed_without_end(tmp_path: Path) -> None:
    """Six places are written out, and how many more there are."""
    for number, told in ((6, []), (7, ["Og 1 til."]), (8, ["Og 2 til."])):
        chapter = "# En\n" + "\n![Kart](../figures/kart.svg)\n" * number
        folder = tmp_path / str(number)
        finish = Finish((chapter,), html='<img src="a.png" alt="Kart">')
        document, files = finished(folder, finish)
        path = folder / "statement.html"
        templates = Templates(folder)
        write_statement(path, document, files=files, evidence=(), templates=templates)
        page = html.fromstring(path.read_bytes())
        where = text_of(page, "//tr[th[contains(., '1.1.1 ')]]//ul[@class='where']/li")
        assert len([one for one in where if "01.md:" in one]) == 6
        assert where[5].endswith(":13")
        assert where[6:] == told


def test_the_page_names_what_was_checked_and_whom_to_ask(tmp_path: Path) -> None:
    """Each file with its checkers and outcomes; the publisher’s address, and the authorities."""
    page = written(tmp_path, passed(missing="axe of build/bok.html"))
    assert text_of(page, "//section[@aria-labelledby='checked']//h3") == [
        "build/bok.epub",
        "build/bok.html",
        "build/bok.pdf",
        "manuscript",
    ]
    assert "axe: IKKE KJØRT (WCAG 2.2 AA, en del av kravene)" in text_of(page, "//li")
    assert "Nu 1: ingen feil funnet (HTML)" in text_of(page, "//li")
    assert "axe 1: ingen feil funnet (WCAG 2.2 AA, en del av kravene)" in text_of(page, "//li")
    assert "WCAG 2.2 AA: bestått" not in page.text_content()
    assert page.xpath("//a/@href") == [
        "https://uustatus.no/",
        "https://www.uutilsynet.no/",
        "evidence.html",
        "mailto:post@example.org",
        "https://www.uutilsynet.no/",
        "https://www.diskrimineringsnemnda.no/",
    ]


@pytest.mark.parametrize(
    ("language", "in_norway"),
    [("nb", True), ("nn", True), ("nn-NO", True), ("se", True), ("en", False), ("sv", False)],
)
def test_the_law_of_norway_is_told_of_norwegian_publications(
    tmp_path: Path, language: str, in_norway: bool
) -> None:
    """Whom to complain to depends on the law; a publication in another language has another."""
    links = written(tmp_path, language=language).xpath("//a/@href")
    assert ("https://www.diskrimineringsnemnda.no/" in links) is in_norway
    assert ("https://uustatus.no/" in links) is in_norway
    assert "mailto:post@example.org" in links


def test_no_evidence_is_no_pass(tmp_path: Path) -> None:
    """A page about nothing checked says so, and that what rests on checks is not met."""
    page = written(tmp_path, ())
    assert "Ingen kontroller er kjørt." in text_of(page, "//p")
    assert text_of(page, "//details[@class='met']//strong")[-1].startswith("3.2.1")


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
        assert ("Ingen vurdering er registrert for denne teksten." in page) is not told


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
def test_what_is_folded_opens_with_keys_and_is_open_on_paper(
    browser: Browser, tmp_path: Path
) -> None:
    """A reader without a mouse opens it, and nobody can open a sheet of paper."""
    written(tmp_path)
    assert what_is_folded(browser, tmp_path / "statement.html") == Folded(
        on_screen={False}, on_paper={True}, after_enter=True
    )


@pytest.mark.slow
def test_the_page_passes_what_it_is_about(tmp_path: Path) -> None:
    """The statement is itself found without fault by Nu and by axe, and leaves no doubt."""
    subjects = []
    for language in ("nb", "en"):
        folder = tmp_path / language
        folder.mkdir()
        page = written(folder, language=language)
        path = folder / "statement.html"
        # What is folded is looked at, too.
        assert page.xpath("//details")
        path.write_text(path.read_text().replace("<details", "<details open"))
        subjects.append(Subject(SUMMARY, tmp_path, folder / "statement.html", folder / "reports"))
    evidence = (*NU.check(tuple(subjects)), *AXE.check(tuple(subjects)))
    assert [(one.checker, one.outcome, one.findings) for one in evidence] == [
        *[("Nu", Outcome.PASSED, ())] * 2,
        *[("axe", Outcome.PASSED, ())] * 2,
    ]
