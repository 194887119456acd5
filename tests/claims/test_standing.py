"""What a person has judged counts for exactly that, and is asked about again when it is changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bindery.claims.accessibility import accessibility_of
from bindery.claims.conformance import evaluation_findings, evaluation_of
from bindery.claims.standing import Standing, required_by, standings_of
from bindery.claims.units import ASKED, units_of
from bindery.document.model import Document
from bindery.reports.wcag import Judged, Verdict, judge
from bindery.vocabulary.judgements import Conformance, Judgement, Judgements
from tests.reports.finished import Finish, finished, passed
from tests.reports.finished import found as finding
from tests.shelf import document_of

CHAPTER = """# Havna

Se [årsmeldingen](https://havna.example/a) for tallene.

![Kart over havna](../figures/kart.svg)

## Kaia

Kaia er ny. Den er $v = 2$ meter bred.
"""
DAY = date(2026, 11, 20)


def judgement(
    document: Document, number: str, verdict: str = "met", day: date = DAY, **more: object
) -> Judgement:
    """Somebody's verdict on every unit of one criterion."""
    units = {str(at): one.digest for at, one in enumerate(units_of(document)[number])}
    return Judgement(
        criterion=number,
        verdict=verdict,  # type: ignore[arg-type]
        by="Kari Nordmann",
        date=day,
        method="Leste alt",
        units=units,
        **more,  # type: ignore[arg-type]
    )


def with_judgements(
    document: Document, judged: Sequence[Judgement], *claims: Conformance
) -> Document:
    """The same Document, with what people have found of it."""
    judgements = Judgements(tuple(judged), claims)
    return replace(document, publication=replace(document.publication, judgements=judgements))


def open_in(document: Document) -> dict[str, list[str]]:
    """The names of the units that nobody has judged, by criterion."""
    found: dict[str, list[str]] = {}
    for number, one in standings_of(document).items():
        if one.open:
            found[number] = [unit.name for unit in one.open]
    return found


def all_met(document: Document) -> list[Judgement]:
    """Everything that a person is asked, found met."""
    return [judgement(document, number) for number in ASKED if units_of(document)[number]]


def test_twelve_criteria_have_units(tmp_path: Path) -> None:
    """Each image, formula, link, heading, chapter, the title and the look, each once."""
    units = units_of(document_of(tmp_path, CHAPTER))
    assert tuple(units) == ASKED
    assert len(ASKED) == 12
    assert {number: [one.name for one in of_it] for number, of_it in units.items()} == {
        "1.1.1": ["01#kart", "01#formula-1"],
        **{number: ["01"] for number in ("1.3.1", "1.3.3", "3.1.2")},
        **{number: ["templates", "01#kart"] for number in ("1.4.1", "1.4.3", "1.4.11")},
        "1.4.5": ["01#kart"],
        "1.4.10": ["pdf"],
        "2.4.2": ["title"],
        "2.4.4": ["01#årsmeldingen"],
        "2.4.6": ["01#havna", "01#kaia"],
    }
    assert units["1.1.1"][0].source == "manuscript/chapters/01.md:5"


def test_a_book_of_words_has_no_images_to_judge(tmp_path: Path) -> None:
    """1.1.1 and 1.4.5 are about nothing; 1.4.1 is about the templates still."""
    units = units_of(document_of(tmp_path, "# Havna\n"))
    assert not units["1.1.1"]
    assert not units["1.4.5"]
    assert [one.name for one in units["1.4.1"]] == ["templates"]
    assert [one.name for one in units["2.4.4"]] == ["templates"]


@pytest.mark.parametrize(
    ("old", "new", "asked"),
    [
        ("Kaia er ny.", "Kaia er\nny.", {}),
        (
            "Kaia er ny.",
            "Kaia er gammel.",
            {
                **{number: ["01"] for number in ("1.3.1", "1.3.3", "3.1.2")},
                "2.4.6": ["01#kaia"],
            },
        ),
        (
            "for tallene",
            "for alle tallene",
            {
                **{number: ["01"] for number in ("1.3.1", "1.3.3", "3.1.2")},
                "2.4.4": ["01#årsmeldingen"],
                "2.4.6": ["01#havna"],
            },
        ),
        (
            "Kart over havna",
            "Kart over byen",
            {"1.1.1": ["01#kart"], **{n: ["01"] for n in ("1.3.1", "1.3.3", "3.1.2")}},
        ),
    ],
)
def test_only_what_is_changed_is_asked_again(
    tmp_path: Path, old: str, new: str, asked: dict[str, list[str]]
) -> None:
    """Another line break is no change; another word touches its chapter, section or link."""
    before = document_of(tmp_path / "before", CHAPTER)
    assert open_in(with_judgements(before, all_met(before))) == {}
    after = document_of(tmp_path / "after", CHAPTER.replace(old, new))
    assert open_in(with_judgements(after, all_met(before))) == asked


def test_another_chapter_is_left_alone(tmp_path: Path) -> None:
    """A paragraph that is put into one chapter moves the lines of the next, and nothing else."""
    before = document_of(tmp_path / "a", CHAPTER, "# Byen\n\nTekst.\n")
    after = document_of(tmp_path / "b", CHAPTER + "\nMer.\n", "# Byen\n\nTekst.\n")
    touched = {
        name
        for names in open_in(with_judgements(after, all_met(before))).values()
        for name in names
    }
    assert touched == {"01", "01#kaia"}


def test_other_colours_ask_what_is_about_colours(tmp_path: Path) -> None:
    """The look is a unit of 1.4.1, 1.4.3, 1.4.11 and of 1.4.10 on paper, and of no other."""
    document = document_of(tmp_path, CHAPTER)
    judged = with_judgements(document, all_met(document))
    own = tmp_path / "templates"
    own.mkdir()
    (own / "tokens.css").write_text(":root { --paper: #fff }")
    assert open_in(judged) == {
        **{number: ["templates"] for number in ("1.4.1", "1.4.3", "1.4.11")},
        "1.4.10": ["pdf"],
    }


def test_the_later_verdict_counts(tmp_path: Path) -> None:
    """Of two on one day, the one that is written last."""
    document = document_of(tmp_path, CHAPTER)
    wrong = judgement(document, "2.4.2", "not-met", reason="R", consequence="C")
    right = judgement(document, "2.4.2", day=date(2026, 11, 21))
    for judged, met in (((wrong, right), True), ((right, wrong), True), ((wrong,), False)):
        standing = standings_of(with_judgements(document, judged))["2.4.2"]
        assert standing.is_met is met
        assert bool(standing.not_met) is not met


def claim(standard: str = "WCAG 2.2 Level AA") -> Conformance:
    """Somebody's claim that the e-book conforms."""
    return Conformance(standard=standard, by="Byrået", date=DAY, method="WCAG-EM")  # type: ignore[arg-type]


def test_a_claim_lives_as_long_as_every_verdict_under_it(tmp_path: Path) -> None:
    """With all met it is made, in the e-book too; without one it is not, and that is said."""
    document = document_of(tmp_path, CHAPTER)
    whole = with_judgements(document, all_met(document), claim())
    evaluation = evaluation_of(whole)
    assert evaluation is not None
    assert (evaluation.evaluator, evaluation.standard) == ("Byrået", "WCAG 2.2 Level AA")
    assert accessibility_of(whole, paged=False).evaluation == evaluation
    assert evaluation_findings(whole) == ()
    for number in ASKED:
        judged = [one for one in all_met(document) if one.criterion != number]
        without = with_judgements(document, judged, claim())
        # 1.4.10 is about the PDF, and the claim about the e-book.
        assert (evaluation_of(without) is None) is (number != "1.4.10"), number
        if number != "1.4.10":
            (finding,) = evaluation_findings(without)
            assert finding.rule == "evaluation-is-of-this-text"
            assert number in finding.message.en


def test_nobody_claims_by_judging(tmp_path: Path) -> None:
    """All twelve met are no claim that the e-book conforms: somebody must make it."""
    document = document_of(tmp_path, CHAPTER)
    assert evaluation_of(with_judgements(document, all_met(document))) is None


def test_a_breach_is_no_claim(tmp_path: Path) -> None:
    """One verdict that is not met takes the claim away."""
    document = document_of(tmp_path, CHAPTER)
    breach = judgement(
        document, "2.4.4", "not-met", date(2026, 11, 22), reason="R", consequence="C"
    )
    assert evaluation_of(with_judgements(document, [*all_met(document), breach], claim())) is None


def test_a_claim_needs_what_its_standard_asks() -> None:
    """Level A asks for fewer, and WCAG 2.0 has no 1.4.11."""
    assert required_by("WCAG 2.2 Level AA") == ASKED
    assert required_by("WCAG 2.0 Level A") == ("1.1.1", "1.3.1", "1.3.3", "1.4.1", "2.4.2", "2.4.4")
    assert "1.4.11" not in required_by("WCAG 2.0 Level AA")


def verdict_of(document: Document, files: Sequence[Path], number: str) -> Judged:
    """What is said of one criterion."""
    criteria = judge(document, files=files, evidence=passed())
    return next(one for one in criteria if one.criterion.number == number)


def test_a_verdict_is_the_persons(tmp_path: Path) -> None:
    """Found met is not shown; a breach has its reason, and its alternative is without it."""
    document, files = finished(tmp_path, Finish((CHAPTER,), figures={}))
    assert verdict_of(document, files, "2.4.2").verdict is Verdict.NEEDS_PERSON
    met = with_judgements(document, [judgement(document, "2.4.2")])
    found = verdict_of(met, files, "2.4.2")
    assert found.verdict is Verdict.FOUND_MET
    assert found.reason.en.startswith("Kari Nordmann checked 1 unit on 20 November 2026")
    breach = judgement(
        document,
        "2.4.2",
        "not-met",
        reason="Feil",
        consequence="Ingen finner den",
        alternative="epub",
    )
    broken = with_judgements(document, [breach])
    assert verdict_of(broken, files, "2.4.2").verdict is Verdict.NOT_MET
    assert "Feil. Ingen finner den." in verdict_of(broken, files, "2.4.2").reason.nb
    assert verdict_of(broken, files[:1], "2.4.2").verdict is Verdict.NOT_MET
    assert verdict_of(broken, files[1:2], "2.4.2").verdict is Verdict.FOUND_MET


def test_what_is_half_judged_asks_for_the_rest(tmp_path: Path) -> None:
    """The places are those of what is new, and how much is done is said."""
    document, files = finished(tmp_path, Finish((CHAPTER,), figures={}))
    (first, _) = units_of(document)["2.4.6"]
    half = replace(judgement(document, "2.4.6"), units={"a": first.digest})
    found = verdict_of(with_judgements(document, [half]), files, "2.4.6")
    assert found.verdict is Verdict.NEEDS_PERSON
    assert found.places == ("manuscript/chapters/01.md:7",)
    assert found.reason.en.startswith("1 of 2 units have been checked by Kari Nordmann.")


def test_a_person_is_not_heard_against_an_error(tmp_path: Path) -> None:
    """What a check found is not met, whoever has signed it."""
    document, files = finished(tmp_path, Finish((CHAPTER,), figures={}))
    signed = with_judgements(document, [judgement(document, "1.1.1")])
    evidence = passed(findings=[finding("image-has-alt-text")])
    criteria = judge(signed, files=files, evidence=evidence)
    assert {one.criterion.number: one.verdict for one in criteria}["1.1.1"] is Verdict.NOT_MET


def test_nothing_is_met_without_units() -> None:
    """A criterion about nothing is not found met."""
    assert not Standing("1.1.1").is_met
