"""The evidence page: what it says, and that it keeps what it reports on."""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from bindery.checkers.axe import AXE
from bindery.checkers.nu import NU
from bindery.manuscript.templates import Templates
from bindery.reports.evidence_html import write_html
from bindery.reports.evidence_html.findings_and_checks import MOST_FINDINGS
from bindery.reports.evidence_html.sentences import VERDICTS
from bindery.reports.explained import explained
from bindery.reports.wcag import Verdict
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import EDITIONS, EPUB, PDF, PDF_UA_1, REFLOW, SUMMARY
from bindery.vocabulary.evidence import Evidence, Exempted, Outcome, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, verbatim, without_soft_hyphens
from bindery.vocabulary.wcag import CRITERIA
from tests.reports.finished import Finish, finished, found, passed
from tests.reports.folded import Folded, what_is_folded
from tests.reports.samples import DIGESTS, EVERY_OUTCOME, WHEN

NAMES = ("pdf", "epub", "html")
"""The editions of a small book, in the order they are finished."""


def of_pdf(*findings: Finding, name: str = "pdf") -> Evidence:
    """What veraPDF found in the PDF, against PDF/UA-1."""
    return judged(
        checker="veraPDF",
        version="1.28.2",
        subject=f"build/bok.{name}",
        standard=PDF_UA_1,
        examined=149,
        unit=verbatim("kontroller"),
        findings=findings,
    )


def written(
    folder: Path,
    evidence: Sequence[Evidence] = (*EVERY_OUTCOME, *passed(), of_pdf()),
    *,
    finish: Finish | None = None,
    language: str = "nb",
    release: str = "",
) -> html.HtmlElement:
    """The page about a small book in ``language``; it is ``evidence.html`` in ``folder``."""
    document, files = finished(folder, finish or Finish())
    settings = document.publication.settings
    metadata = replace(settings.publication, language=language)
    settings = replace(settings, publication=metadata)
    write_html(
        evidence,
        folder / "evidence.html",
        document=replace(document, publication=replace(document.publication, settings=settings)),
        editions=dict(zip((PDF, EPUB, SUMMARY), files, strict=True)),
        templates=Templates(folder),
        digests=DIGESTS,
        when=None if release else WHEN.replace(microsecond=298484),
        release=release,
    )
    return html.fromstring((folder / "evidence.html").read_bytes())


def text_of(element: html.HtmlElement, selector: str) -> list[str]:
    """The text of each element that ``selector`` (XPath) finds."""
    return [" ".join(found.text_content().split()) for found in element.xpath(selector)]


def test_the_page_says_it_in_norwegian(tmp_path: Path) -> None:
    """First the three answers, then every criterion and every file."""
    page = written(tmp_path)
    assert page.get("lang") == "nb"
    assert text_of(page, "//h1") == ["Kontroll av utgavene"]
    assert text_of(page, "//h2") == [
        "Kan publikasjonen gis ut?",
        "Hva må du gjøre først?",
        "Hvem har kontrollert hva, og når?",
        "Alle kriteriene",
        "Filene, manuset og alle kontrollene",
    ]
    assert text_of(page, "//h3") == [
        "Få kjørt disse kontrollene",
        "Rett feilene",
        "Kontroller dette manuelt",
        "PDF",
        "E-bok (EPUB)",
        "Sammendrag (HTML)",
        "Manuset",
    ]
    assert text_of(page, "//dt") == ["Publikasjon"]
    assert text_of(page, "//dd") == ["Prøvebok"]
    assert text_of(page, "//time") == ["23. november 2026"]
    assert page.xpath("//time/@datetime") == ["2026-11-23T12:30:00+00:00"]
    assert text_of(page, "//p[@class='checksum']") == ["Kontrollsum (SHA-256): " + "ab" * 32]


def test_the_page_says_it_in_english(tmp_path: Path) -> None:
    """A publication in any other language has its page in English, its title in its own."""
    page = written(tmp_path, language="se")
    assert page.get("lang") == "en"
    assert page.xpath("//dd[@lang='se']/text()") == ["Prøvebok"]
    assert "EPUB 3.3: NOT RUN" in text_of(page, "//h4")
    heads = text_of(page, "//table[caption[contains(., 'WCAG')]]//th[@scope='col']")
    assert [without_soft_hyphens(head) for head in heads] == [
        "Edition",
        "Errors",
        "Check manually",
        "Confirmed",
        "Found met by a person",
        "Not applicable",
    ]


def answer_of(page: html.HtmlElement) -> list[str]:
    """What the page says of whether the publication can go out."""
    return text_of(page, "//section[@aria-labelledby='ready']/p")[:-1]


def test_whether_it_can_go_out_is_said_first(tmp_path: Path) -> None:
    """Errors come before checks that are missing, and both before what a person must check."""
    sound = written(tmp_path / "sound", (*passed(), of_pdf()))
    assert answer_of(sound) == [
        "Ja, hvis den manuelle kontrollen ikke finner feil. De automatiske kontrollene fant ingen"
        " feil.",
        "Kriterier i WCAG 2.2 som må kontrolleres manuelt: 19. Begynn her.",
    ]
    assert not sound.xpath("//h3[.='Rett feilene' or .='Få kjørt disse kontrollene']")
    faulty = written(tmp_path / "faulty")
    assert answer_of(faulty)[0] == "Nei, ikke ennå. Feil som er funnet: 2."
    missing = passed(missing="axe of build/bok.html")
    unrun = written(tmp_path / "unrun", (*missing, of_pdf()))
    assert answer_of(unrun)[0] == "Nei, ikke ennå. Kontroller som ikke er kjørt: 1."
    empty = replace(of_pdf(), examined=0, outcome=Outcome.INAPPLICABLE)
    seeing_nothing = written(tmp_path / "empty", (*passed(), empty))
    assert answer_of(seeing_nothing)[0] == "Nei, ikke ennå. Kontroller som ikke er kjørt: 1."
    released = written(tmp_path / "released", (*passed(), of_pdf()), release="1.0")
    assert answer_of(released)[0] == "De automatiske kontrollene fant ingen feil."


def test_each_program_is_told_once_for_a_standard(tmp_path: Path) -> None:
    """Who checked what: all files against one standard are one row, with their result and count."""
    undecided = replace(EVERY_OUTCOME[-1], version="1", examined=23188)
    page = written(tmp_path, (*passed(), undecided))
    rows = [text_of(row, "*") for row in page.xpath("//section[@aria-labelledby='who']//tbody/tr")]
    assert [
        "axe 1",
        "WCAG 2.2 AA, en del av kravene: e-bok (EPUB), sammendrag (HTML)",
        "ingen feil funnet, men noe må kontrolleres manuelt; 23 190 kontroller",
    ] in rows
    assert "; 23\u202f190 kontroller" in page.text_content()
    assert ["Nu 1", "HTML: e-bok (EPUB), sammendrag (HTML)", "ingen feil funnet; 2 checks"] in rows
    programs = [(row[0], row[1].partition(":")[0]) for row in rows]
    assert len(programs) == len(set(programs))
    assert not [row for row in rows if "bestått" in row[2] and "regler" not in row[1]]
    assert text_of(page, "//section[@aria-labelledby='who']/p") == [
        "Automatisk kontroll: 23. november 2026.",
        "Manuell kontroll: Ingen vurdering er registrert for denne teksten.",
    ]


def test_every_edition_is_counted(tmp_path: Path) -> None:
    """The 55 criteria and the 31 checkpoints add up; only what keeps PDF/UA-1 has checkpoints."""
    page = written(tmp_path)
    every = page.xpath("//section[@aria-labelledby='every']//table")
    tables = [text_of(table, ".//tbody/tr/*") for table in every]
    assert [table[::6] for table in tables] == [
        ["PDF", "E-bok (EPUB)", "Sammendrag (HTML)"],
        ["PDF"],
    ]
    assert tables[1][1:6] == ["0", "7", "12", "0", "12"]
    for table, whole in zip(tables, (55, 31), strict=True):
        rows = [table[start + 1 : start + 6] for start in range(0, len(table), 6)]
        assert [sum(map(int, row)) for row in rows] == [whole] * len(rows)
    assert "PDF/UA-2" not in page.text_content()


def numbers_on(page: html.HtmlElement) -> list[str]:
    """The number of every criterion of WCAG, as often as the page has it."""
    settled = "//section[@aria-labelledby='every']//details//strong"
    told = (
        *text_of(page, "//details[starts-with(@id, 'wcag-')]/summary"),
        *text_of(page, "//div[@class='check failed']/h4"),
        *text_of(page, settled),
    )
    return [one.split()[0] for one in told if "." in one.split()[0]]


def test_each_criterion_is_on_the_page_once(tmp_path: Path) -> None:
    """Not once for each edition: those that differ are named as exceptions."""
    fault = replace(found("verapdf-ua1-7-3-1"), location=Location("build/bok.pdf"))
    for name, evidence in {"sound": of_pdf(), "faulty": of_pdf(fault)}.items():
        page = written(tmp_path / name, (*passed(), evidence))
        assert sorted(numbers_on(page)) == sorted(one.number for one in CRITERIA)


def test_what_a_person_must_look_at_comes_once(tmp_path: Path) -> None:
    """A criterion open in several editions is told of once, with its places and its exceptions."""
    chapter = "# En\n\n![Kart](../figures/kart.svg)\n"
    finish = Finish((chapter,), html='<img src="a.png" alt="Kart">', epub="<svg/>")
    page = written(tmp_path, finish=finish)
    (item,) = page.xpath("//details[@class='item'][@id='wcag-1.1.1']")
    assert text_of(item, "summary") == ["1.1.1 Ikke-tekstlig innhold (nivå A)"]
    assert text_of(item, "ul[@class='where']/li") == ["Kart – manuscript/chapters/01.md:3"]
    assert text_of(item, "p")[0].endswith(" Gjelder ikke PDF.")
    assert text_of(item, "p")[1] == "Se først her:"
    assert text_of(item, "p/a") == ["1.1.1 forklart av W3C (på engelsk)"]
    (item,) = page.xpath("//div[@class='item'][h4[@id='matterhorn-14']]")
    assert "Vilkår som står igjen: 14-001." in text_of(item, "p")[-1]


def test_a_place_is_told_as_readers_find_it(tmp_path: Path) -> None:
    """The words there, the page of the PDF and the file of the e-book, beside the manuscript."""
    chapter = "# En\n\n![Kart](../figures/kart.svg)\n"
    marker = '<span id="side-7" role="doc-pagebreak" aria-label="7"/>'
    finish = Finish((chapter,), epub=f'{marker}<figure id="kart"><img alt="Kart"/></figure>')
    page = written(tmp_path, finish=finish)
    place = "Kart – PDF-side 7, e-bok: en.xhtml#kart, manuscript/chapters/01.md:3"
    assert text_of(page, "//details[@id='wcag-1.1.1']/ul/li") == [place]


def test_what_is_partly_checked_is_not_called_checked(tmp_path: Path) -> None:
    """1.4.10 must be checked manually, and the page says how far a program got."""
    narrow = replace(
        of_pdf(), checker="Chromium", subject="build/bok.html", standard=REFLOW, examined=7
    )
    page = written(tmp_path, (*passed(), of_pdf(), narrow))
    part = (
        "Chromium fant ingen feil i sammendrag (HTML), men kontrollerer bare en del av kriteriet."
    )
    assert part in text_of(page, "//details[@id='wcag-1.4.10']/p")
    assert "WCAG 2.2, en del av 1.4.10: 320 piksler bredde: ingen feil funnet" in text_of(
        page, "//h4"
    )
    assert "1.4.10: bestått" not in page.text_content()


def test_an_open_question_stands_with_its_criterion(tmp_path: Path) -> None:
    """What axe could not decide is one sentence there; markup and views are in the evidence."""
    hint = verbatim("Første sted: <text x='1'>Oslo</text> (320 px lys, 6 til). axe sier: Fix any.")
    question = replace(
        found("axe-color-contrast", Severity.INFO),
        message=verbatim("Ord i tegninger (17 steder): Kontroller kontrasten."),
        hint=hint,
    )
    undecided = replace(EVERY_OUTCOME[-1], findings=(question,))
    page = written(tmp_path, (*passed(), of_pdf(), undecided))
    (item,) = page.xpath("//details[@id='wcag-1.4.3']")
    assert item.get("open") is not None
    assert text_of(item, "p[@class='question']") == [question.message.nb]
    assert "Oslo" not in page.text_content()
    assert "Meldinger til opplysning, i evidence.json: 1" in text_of(page, "//p")
    assert [one for one in page.xpath("//details/@open/..") if one is not item] == []


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.ERROR])
def test_excerpts_of_tools_are_left_to_the_evidence(tmp_path: Path, severity: Severity) -> None:
    """What a tool quotes of markup is not on the page, where bindery itself explains the rule."""
    quoting = replace(found("axe-color-contrast", severity), hint=verbatim("<svg> Fix any of"))
    page = written(tmp_path, (*passed(), replace(EVERY_OUTCOME[-1], findings=(quoting,))))
    assert "Noe er galt." in page.text_content()
    assert "Fix any of" not in page.text_content()


def test_every_link_leads_somewhere(tmp_path: Path) -> None:
    """To a place on the page, a file beside it, or W3C's explanation; no name is given twice."""
    page = written(tmp_path)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = set(page.xpath("//a/@href"))
    assert len(links) > 25
    inside = {link for link in links if link.startswith("#")}
    assert {link.removeprefix("#") for link in inside} <= set(ids)
    explained_by_w3c = {link for link in links if link.startswith("https:")}
    items = page.xpath("//details[starts-with(@id, 'wcag-')]")
    assert len(explained_by_w3c) == len(items) > 20
    assert "https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum.html" in explained_by_w3c
    files = links - inside - explained_by_w3c
    assert files == {"evidence.json", *(f"build/bok.{name}" for name in ("pdf", "epub", "html"))}


def test_nothing_is_shown_by_default(tmp_path: Path) -> None:
    """What no checker has looked at is named, and counts as shown nowhere."""
    page = written(tmp_path, EVERY_OUTCOME[1:])
    assert text_of(page, "//ul[@class='untested']/li")[1:] == [
        "build/bok.epub: EPUB 3.3. EPUBCheck er ikke installert, eller stoppet underveis."
        " Kontrollen er ikke gjort. Kjør: invoke doctor"
    ]
    shown = text_of(page, "//details[summary[starts-with(., 'Bekreftet')]]//strong")
    assert shown
    assert not [one for one in shown if one.startswith(("3.1.1", "4.1.2", "07", "10", "30"))]
    assert text_of(page, "//section[@aria-labelledby='who']//tbody/tr/td[last()]") == [
        "IKKE KJØRT",
        "må kontrolleres manuelt; 4 kontroller",
        "ikke bestått; 828 kontroller",
        "ingenting å kontrollere",
    ]


def test_a_fault_stands_with_its_edition(tmp_path: Path) -> None:
    """What broke a criterion or a checkpoint is told openly, with its rule, place and remedy."""
    fault = replace(found("verapdf-ua1-7-3-1"), location=Location("build/bok.pdf"))
    page = written(tmp_path, (*passed(), of_pdf(fault)))
    faults = page.xpath("//section[@aria-labelledby='first']/div[@class='check failed']")
    assert [text_of(one, "h4") for one in faults] == [
        ["1.1.1 Ikke-tekstlig innhold"],
        ["13 Figurer og bilder"],
    ]
    for one in faults:
        assert text_of(one, "p[@class='in']")[0].startswith("Gjelder: PDF.")
        assert text_of(one, "div/ul/li/p") == ["Noe er galt.", "Rett det.", "build/bok.pdf"]
        assert text_of(one, ".//code") == ["verapdf-ua1-7-3-1"]
    row = text_of(page, "//table[caption[contains(., 'WCAG')]]/tbody/tr[1]/*")
    assert row[:2] == ["PDF", "1"]
    assert not page.xpath("//div[contains(@class, 'unplaced')]")


def test_a_fault_of_no_criterion_is_not_lost(tmp_path: Path) -> None:
    """An error that no criterion owns stands by itself; someone must find out what it breaks."""
    fault = replace(found("verapdf-2a-6-1-2-1"), location=Location("build/bok.pdf"))
    page = written(tmp_path, (*passed(), of_pdf(fault)))
    (unplaced,) = page.xpath("//section[@aria-labelledby='first']/div")
    assert text_of(unplaced, "p")[0] == (
        "Feil som ikke er knyttet til et kriterium. Vurder selv hvilket."
    )
    assert text_of(unplaced, ".//code") == [fault.rule]


def test_a_doubt_stands_where_a_person_looks(tmp_path: Path) -> None:
    """A warning is told under its criterion, and an exception with its reason."""
    doubt = found("alt-text-begins-with-what-is-shown", Severity.WARNING)
    aside = Exempted(found("image-has-alt-text"), verbatim("Bildet er en logo <bare til pynt>."))
    (rule,) = [one for one in passed(findings=[aside.finding]) if one.rule]
    exempt = replace(rule, findings=(), outcome=Outcome.PASSED, exempted=(aside,))
    page = written(tmp_path, (*passed(findings=[doubt]), exempt))
    (item,) = page.xpath("//details[@class='item'][@id='wcag-1.1.1'][@open]")
    assert text_of(item, ".//code") == [doubt.rule, aside.finding.rule]
    assert "Begrunnelse: Bildet er en logo <bare til pynt>." in text_of(item, ".//li/p")
    assert text_of(item, ".//p[@class='where']")[-1].endswith(
        "manuscript/chapters/01.md:7, image-has-alt-text"
    )


def of_templates(*findings: Finding, criterion: str, exempted: Sequence[Exempted] = ()) -> Evidence:
    """What one rule found in the style sheets, about ``criterion``."""
    return judged(
        checker="bindery",
        version="1",
        subject="templates",
        standard="bindery rules",
        examined=9,
        unit=verbatim("tekster"),
        findings=findings,
        rule="text-has-contrast",
        criteria=(criterion,),
        exempted=tuple(exempted),
    )


@pytest.mark.parametrize(
    ("sheet", "editions"),
    [
        ("print/print.css", {"PDF"}),
        ("print/roman-front-matter.css", {"PDF"}),
        ("print/large-print.css", set()),
        ("tokens.css", {"PDF", "E-bok (EPUB)", "Sammendrag (HTML)"}),
        ("screen.css", {"E-bok (EPUB)", "Sammendrag (HTML)"}),
        ("epub/epub.css", {"E-bok (EPUB)"}),
        ("summary/summary.css", {"Sammendrag (HTML)"}),
        ("evidence/evidence.css", set()),
        ("statement/statement.css", set()),
        ("egen/helt-ny.css", {"PDF", "E-bok (EPUB)", "Sammendrag (HTML)"}),
    ],
)
def test_a_fault_of_a_template_counts_for_the_editions_that_use_it(
    tmp_path: Path, sheet: str, editions: set[str]
) -> None:
    """An error in a style sheet breaks its criterion where the sheet is; unknown, everywhere."""
    place = Location(f"templates/{sheet}", 3)
    fault = replace(found("text-has-contrast"), location=place)
    page = written(tmp_path, (*passed(), of_pdf(), of_templates(fault, criterion="1.4.3")))
    faults = "//section[@aria-labelledby='first']/div[starts-with(@class, 'check failed')]"
    (told,) = page.xpath("//table[caption[contains(., 'WCAG')]]/tbody")
    rows = [text_of(row, "*") for row in told]
    assert {row[0] for row in rows if row[1] != "0"} == editions
    assert {row[1] for row in rows} <= {"0", "1"}
    assert text_of(page, f"{faults}/h4") == ["1.4.3 Kontrast (minimum)"] * bool(editions)
    assert text_of(page, f"{faults}//code") == ["text-has-contrast"]
    names = ("PDF", "e-bok (EPUB)", "sammendrag (HTML)")
    broken = [name for name in names if name.lower() in {one.lower() for one in editions}]
    sentence = "Gjelder: {}.".format(", ".join(broken))
    if others := [name for name in names if name not in broken]:
        sentence += " Må kontrolleres manuelt i {}.".format(", ".join(others))
    assert text_of(page, f"{faults}/p[@class='in']") == [sentence] * bool(editions)
    assert bool(page.xpath("//details[@id='wcag-1.4.3']")) is not bool(editions)


def test_a_doubt_about_a_template_is_for_a_person(tmp_path: Path) -> None:
    """A warning in a style sheet is told where a person looks, for the editions that have it."""
    place = Location("templates/summary/summary.css", 3)
    doubt = replace(found("text-has-contrast", Severity.WARNING), location=place)
    page = written(tmp_path, (*passed(), of_pdf(), of_templates(doubt, criterion="1.3.4")))
    (item,) = page.xpath("//details[@class='item'][@id='wcag-1.3.4'][@open]")
    assert text_of(item, ".//code") == ["text-has-contrast"]
    assert text_of(item, "p")[0].endswith(" Bekreftet i PDF, e-bok (EPUB).")


def test_what_the_house_has_put_aside_is_not_its_authors(tmp_path: Path) -> None:
    """Exceptions in bindery's own templates stand apart, in the page's language."""
    place = Location("templates/screen.css", 3)
    finding = replace(found("text-has-contrast", Severity.WARNING), location=place)
    reason = Text(nb="En tegning.", en="A drawing.")
    asides = (
        Exempted(finding, reason, in_default_templates=True),
        Exempted(replace(finding, location=Location("templates/screen.css", 4)), verbatim("Min.")),
    )
    heads = {
        "nb": ("Unntak i binderys egne maler", "Unntak som forfatteren har gjort"),
        "en": ("Exceptions in bindery’s own templates", "Exceptions the author has made"),
    }
    evidence = (*passed(), of_templates(criterion="1.3.4", exempted=asides))
    for language, (house, author) in heads.items():
        page = written(tmp_path / language, evidence, language=language)
        whose = [f"{author}:", f"{house}:"]
        (item,) = page.xpath("//details[@class='item'][@id='wcag-1.3.4']")
        assert [one for one in text_of(item, "p") if one in whose] == whose
        reasons = [text_of(ul, ".//li/p")[1].split(": ")[1] for ul in item.xpath("ul")]
        assert reasons == ["Min.", reason.said_in(language)]
        (check,) = page.xpath("//div[starts-with(@class, 'check')][p[.=$one]]", one=f"{house}:")
        assert [one for one in text_of(check, "p") if one in whose] == whose
        assert [text_of(ul, ".//li/p")[1].split(": ")[1] for ul in check.xpath("ul")[:2]] == reasons


def test_many_findings_of_a_rule_are_counted(tmp_path: Path) -> None:
    """A reader sees what a rule means from the first, and how many more there are."""
    many = [
        replace(found("image-has-alt-text", Severity.INFO), message=verbatim(f"Nr. {number}"))
        for number in range(MOST_FINDINGS + 3)
    ]
    page = written(tmp_path, (*passed(), of_pdf(*many)))
    (group,) = page.xpath("//div[@class='rule'][p/code='image-has-alt-text']")
    assert len(group.xpath("ul/li")) == MOST_FINDINGS
    assert "Og 3 til. Alle står i evidence.json." in text_of(group, "p")


def test_what_is_explained_is_explained_once(tmp_path: Path) -> None:
    """Why a finding matters and how it is mended stand above the findings of its rule."""
    rule = "page-reflows-at-320-px"
    explanation = explained(rule)
    assert explanation is not None
    page = written(tmp_path, (*passed(), of_pdf(found(rule, Severity.INFO))))
    (group,) = page.xpath(f"//div[@class='rule'][p/code='{rule}']")
    assert text_of(group, "p")[1:3] == [
        f"Hvorfor: {explanation.why.nb}",
        f"Slik retter du det: {explanation.mend.nb}",
    ]


def test_each_rule_of_a_set_is_told(tmp_path: Path) -> None:
    """A set of rules is one check; each of them stands in it with its outcome and its extent."""
    rules = [replace(of_pdf(), rule=name, standard="bindery rules") for name in ("b-is", "a-is")]
    others = (one for one in passed() if one.standard != "bindery rules")
    page = written(tmp_path, (*others, *rules))
    (check,) = page.xpath("//div[starts-with(@class, 'check')][h4[contains(., 'binderys regler')]]")
    assert text_of(check, "ul/li") == [
        "a-is: bestått (149 kontroller undersøkt)",
        "b-is: bestått (149 kontroller undersøkt)",
    ]


def test_no_evidence_is_not_a_pass(tmp_path: Path) -> None:
    """A page about nothing says that nothing has been checked, and judges no edition."""
    page = written(tmp_path, ())
    assert "Ingen kontroller er kjørt." in text_of(page, "//main//p")
    assert not page.xpath("//ul | //table | //details")


def test_a_release_gives_the_same_page_each_time(tmp_path: Path) -> None:
    """A released page names its release in place of the day; other files are named, too."""
    other = judged(
        checker="Nu",
        version="1",
        subject="onix.xml",
        standard="ONIX 3.0",
        examined=1,
        unit=verbatim("felt"),
        findings=(),
    )
    pages = [
        written(tmp_path / name, (*passed(), other), release="1.0, 1. mars 2026") for name in "ab"
    ]
    assert len({(tmp_path / name / "evidence.html").read_bytes() for name in "ab"}) == 1
    assert text_of(pages[0], "//dd")[1] == "1.0, 1. mars 2026"
    assert not pages[0].xpath("//time")
    assert pages[0].xpath("//section[@aria-labelledby='who']/p/a/@href") == ["tested.json"]
    assert text_of(pages[0], "//h3")[-2:] == ["Manuset", "onix.xml"]


def test_the_page_fetches_and_runs_nothing(tmp_path: Path) -> None:
    """One file: its policy allows its own style sheet, by its digest, and nothing else."""
    written(tmp_path)
    source = (tmp_path / "evidence.html").read_text(encoding="utf-8")
    (css,) = re.findall(r"<style>(.*?)</style>", source, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}';" in source
    assert not re.search(r"<script|<link|<img|url\(|@import|\son\w+=|\sstyle=", source)


def test_every_outcome_has_a_sign_beside_its_colour(tmp_path: Path) -> None:
    """Who does not see the colours sees a sign, and reads the word."""
    css = Templates(tmp_path).text("evidence/evidence.css")
    for outcome in Outcome:
        assert re.search(rf"li\.{outcome}::before.*content: \"\S\" / \"\"", css)


def test_everything_has_its_words() -> None:
    """Each verdict has a column; each edition that is read a name, and its style sheets."""
    assert set(VERDICTS) == set(Verdict)
    told = [row for row in EDITIONS if row.standards]
    assert [row.name for row in told] == [
        "pdf",
        "pdf20",
        "large-print",
        "epub",
        "ebraille",
        "pef",
        "brf",
        "html",
    ]
    assert all(row.title.nb and row.title.en for row in told)
    assert [row.name for row in told if not row.sheets] == ["ebraille", "pef", "brf"]


@pytest.mark.slow
def test_what_is_folded_opens_with_keys_and_is_open_on_paper(
    browser: Browser, tmp_path: Path
) -> None:
    """A reader without a mouse opens it, and nobody can open a sheet of paper."""
    written(tmp_path)
    assert what_is_folded(browser, tmp_path / "evidence.html") == Folded(
        on_screen={False}, on_paper={True}, after_enter=True
    )


@pytest.mark.slow
def test_the_page_passes_what_it_reports_on(tmp_path: Path) -> None:
    """The evidence page is itself found without fault by Nu and by axe, and leaves no doubt."""
    doubt = found("alt-text-begins-with-what-is-shown", Severity.WARNING)
    fault = replace(found("verapdf-ua1-7-3-1"), location=Location("build/bok.pdf"))
    written(tmp_path, (*EVERY_OUTCOME, *passed(findings=[doubt]), of_pdf(fault)))
    path = tmp_path / "evidence.html"
    # What is folded is looked at, too.
    path.write_text(path.read_text().replace("<details", "<details open"))
    subject = Subject(SUMMARY, tmp_path, path, tmp_path / "reports")
    evidence = (*NU.check((subject,)), *AXE.check((subject,)))
    assert [(one.checker, one.outcome, one.findings) for one in evidence] == [
        ("Nu", Outcome.PASSED, ()),
        ("axe", Outcome.PASSED, ()),
    ]
