"""The text of a statement, ready to paste: what the law asks, and what nobody knows is a blank."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from lxml import html

from bindery.claims.digest import digest_of
from bindery.document.model import Document
from bindery.manuscript.templates import Templates
from bindery.pipeline.known_faults import accepted
from bindery.reports.by_edition import judged_editions
from bindery.reports.explained import explained
from bindery.reports.statement import write_statement
from bindery.reports.statement.paste import AFFECTS, EXCEPTED, GROUPS, IN_LAW, REQUIRED, affected
from bindery.vocabulary.editions import Edition
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.judgements import Judgements
from bindery.vocabulary.wcag import CRITERIA
from tests.claims.test_standing import judgement, with_judgements
from tests.pipeline.test_known_faults import TODAY, known
from tests.reports.finished import found, passed
from tests.reports.test_exports import ADDRESS, book


def page_of(
    document: Document, editions: dict[Edition, Path], evidence: Sequence[Evidence]
) -> html.HtmlElement:
    """The basis for the statement of a small book."""
    path = document.publication.book / "statement.html"
    write_statement(
        path,
        document,
        files=[*editions.values()],
        evidence=evidence,
        templates=Templates(document.publication.book),
        editions=judged_editions(document, editions, evidence),
    )
    return html.fromstring(path.read_bytes())


def pasted(page: html.HtmlElement) -> list[str]:
    """The lines of the first text to paste."""
    first = page.xpath("//div[@class='paste']")[0]
    return [" ".join(one.text_content().split()) for one in first.xpath("p")]


def test_the_law_has_47_requirements() -> None:
    """WCAG 2.1 A and AA are 50 with 4.1.1; three are excepted, and none of 2.2 is among them."""
    assert IN_LAW == 47
    assert not REQUIRED & EXCEPTED
    assert {one.number for one in CRITERIA if one.since == "2.2"}.isdisjoint(REQUIRED)


def test_every_criterion_affects_somebody() -> None:
    """Each has groups of users that the table knows, in the order of the form."""
    assert set(AFFECTS) == {one.number for one in CRITERIA}
    assert {name for names in AFFECTS.values() for name in names} == set(GROUPS)
    contrast = next(one for one in CRITERIA if one.number == "1.4.3")
    assert [one.nb for one in affected([contrast])] == [
        "Bruk med begrenset syn",
        "Bruk uten fargesyn",
    ]


def test_a_breach_that_a_check_found(tmp_path: Path) -> None:
    """Cause, consequence and groups are known; of alternative and date only a person knows."""
    document, editions = book(tmp_path)
    page = page_of(document, editions, passed(findings=[found("image-has-alt-text")]))
    lines = pasted(page)
    assert lines[0] == ("Det er brudd på suksesskriterium 1.1.1 Ikke-tekstlig innhold (nivå A).")
    assert lines[1] == "Hva som er feil: Noe er galt."
    assert lines[2] == "Hva det betyr for brukeren: [Fyll ut]"
    assert "Bruk uten syn" in lines[-3]
    assert lines[-2:] == ["Alternativ: [Fyll ut]", "Rettes innen: [Fyll ut]"]
    assert "Brudd på minst 1 av 47 krav." in page.text_content()
    assert "Noen regner 48." in page.text_content()


def test_why_a_rule_matters_is_the_consequence(tmp_path: Path) -> None:
    """What bindery knows of why a rule matters is what the breach means for users."""
    document, editions = book(tmp_path)
    breach = found("axe-color-contrast")
    explanation = explained(breach.rule)
    assert explanation is not None
    lines = pasted(page_of(document, editions, passed(findings=[breach])))
    assert f"Hva det betyr for brukeren: {explanation.why.nb}" in lines


def test_a_breach_that_a_person_found(tmp_path: Path) -> None:
    """Everything that the person has said is in the text, with the address of the alternative."""
    document, editions = book(tmp_path)
    breach = judgement(
        document,
        "2.4.2",
        "not-met",
        reason="Tittelen er filnavnet.",
        consequence="Du ser ikke hva som er åpent.",
        alternative="epub",
        mended_by=date(2027, 2, 1),
    )
    page = page_of(with_judgements(document, [breach]), editions, passed())
    assert pasted(page) == [
        "Det er brudd på suksesskriterium 2.4.2 Sidetitler (nivå A).",
        "Hva som er feil: Tittelen er filnavnet.",
        "Hva det betyr for brukeren: Du ser ikke hva som er åpent.",
        "Brukere som rammes særlig: Bruk uten syn; Bruk med begrenset syn; Bruk med nedsatt"
        " bevegelse eller styrke; Bruk med nedsatt kognisjon.",
        "Alternativ: Den samme teksten uten denne feilen er i E-bok (EPUB)"
        f" ({ADDRESS}proevebok.epub).",
        "Rettes innen: 1. februar 2027.",
    ]


def test_an_edition_without_the_breach_is_the_alternative(tmp_path: Path) -> None:
    """What is broken in the PDF alone and shown in the e-book is read there."""
    document, editions = book(tmp_path)
    fault = replace(found("edition-speaks-the-language"), location=found("x").location)
    evidence = list(passed())
    at = next(n for n, one in enumerate(evidence) if one.checker == "veraPDF")
    evidence[at] = next(one for one in passed(findings=[fault]) if one.checker == "veraPDF")
    page = page_of(document, editions, evidence)
    (text,) = [
        one.text_content()
        for one in page.xpath("//div[@class='paste']")
        if "3.1.1" in one.text_content()
    ]
    assert f"er i E-bok (EPUB) ({ADDRESS}proevebok.epub)." in " ".join(text.split())


def test_a_known_fault_has_its_end(tmp_path: Path) -> None:
    """The day it will be fixed is the statement's, if all that breaks the criterion is known."""
    document, editions = book(tmp_path)
    fault = found("image-has-alt-text")
    evidence, _ = accepted(passed(findings=[fault]), [known(fault)], TODAY)
    judgements = Judgements(known_fault=(known(fault),))
    faulty = replace(document, publication=replace(document.publication, judgements=judgements))
    assert pasted(page_of(faulty, editions, evidence))[-1] == "Rettes innen: 1. februar 2027."
    second = replace(found("alt-text-is-words"), rule="axe-image-alt")
    evidence, _ = accepted(passed(findings=[fault, second]), [known(fault)], TODAY)
    assert pasted(page_of(faulty, editions, evidence))[-1] == "Rettes innen: [Fyll ut]"


def test_what_the_law_does_not_ask_is_said(tmp_path: Path) -> None:
    """A breach of a criterion that came with WCAG 2.2 is told, and does not count among the 47."""
    document, editions = book(tmp_path)
    breach = judgement(document, "2.4.2", "not-met", reason="R", consequence="C")
    later = replace(breach, criterion="2.5.8", units={"p": "ab" * 32})
    later = replace(later, units={"publication": digest_of(document)})
    page = page_of(with_judgements(document, [later]), editions, passed())
    assert "Kriteriet er ikke blant kravene i norsk lov" in page.text_content()
    assert "Brudd på minst 0 av 47 krav." in page.text_content()
