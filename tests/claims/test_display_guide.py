"""What a reader is told of a book's accessibility, in the Display Guide's words."""

from dataclasses import replace
from datetime import date

import pytest

from bindery.claims import accessibility as terms
from bindery.claims import display_guide
from bindery.claims.accessibility import Accessibility
from bindery.claims.display_guide import Statement, display_statement
from bindery.claims.holdings import Holdings
from bindery.locales import Word
from bindery.vocabulary.publication import Evaluation

EVERYTHING = Holdings(
    images=1,
    undescribed=0,
    long_descriptions=1,
    moving=0,
    lists=1,
    tables=1,
    headerless=0,
    notes=1,
    formulas=1,
    roles=1,
    headings_in_order=True,
    restyled=False,
)
FULL = Accessibility(
    modes=("textual", "visual"),
    sufficient=(("textual", "visual"), ("textual",)),
    features=tuple(terms._features(EVERYTHING, paged=True)),
    hazards=("none",),
    summary=Word("Alt kan leses.", "nb"),
    evaluation=None,
)
EVALUATION = Evaluation(
    "Vurderingsbyrået", "organisation", date(2026, 11, 20), "WCAG-EM", "WCAG 2.2 Level AA"
)
SAID_ELSEWHERE = {"readingOrder", "unlocked", "alternativeText", "displayTransformability"}
"""What the guide has no statement of its own for, or says under ways of reading."""


def told(accessibility: Accessibility, language: str = "nb") -> dict[str, tuple[str, ...]]:
    """The texts of each section by its heading."""
    sections = display_statement(accessibility, language)
    return {one.heading.text: tuple(said.text.text for said in one.statements) for one in sections}


def test_a_book_is_told_of_field_by_field() -> None:
    """The guide's fields in the guide's order, in Norwegian."""
    sections = told(FULL)
    assert list(sections) == [
        "Måter å lese på",
        "Samsvar med standarder",
        "Navigasjon",
        "Bilder og formler",
        "Risikofaktorer",
        "Tilgjengeligheten kort fortalt",
        "Mer om tilgjengelighet",
    ]
    assert sections["Måter å lese på"][1:] == (
        "Alt innhold kan leses med skjermleser, talesyntese og leselist",
        "Bilder har alternativ tekst",
    )
    assert sections["Samsvar med standarder"] == ("Ikke vurdert",)
    assert [len(sections[name]) for name in ("Navigasjon", "Bilder og formler")] == [3, 2]
    assert sections["Risikofaktorer"] == ("Ingen kjente risikofaktorer",)
    assert sections["Tilgjengeligheten kort fortalt"] == ("Alt kan leses.",)
    assert len(sections["Mer om tilgjengelighet"]) == 2


def test_what_cannot_be_read_by_ear_is_told() -> None:
    """An undescribed image and a fixed appearance are said, not passed over."""
    lost = replace(FULL, sufficient=(("textual", "visual"),), features=("tableOfContents",))
    assert told(lost)["Måter å lese på"] == (
        "Det er ikke kjent om utseendet kan tilpasses",
        "Noe av innholdet kan ikke leses med skjermleser eller leselist",
    )


def test_fields_with_nothing_to_tell_are_left_out() -> None:
    """A book without formulas and long descriptions has no field for rich content."""
    plain = replace(FULL, features=("tableOfContents",))
    assert "Bilder og formler" not in told(plain)
    assert "Mer om tilgjengelighet" not in told(plain)


def test_unknown_hazards_are_told_one_by_one() -> None:
    """What nobody has looked at is said beside what cannot be."""
    hazards = ("unknownFlashingHazard", "unknownMotionSimulationHazard", "noSoundHazard")
    said = told(replace(FULL, hazards=hazards), "en")["Hazards"]
    assert [sentence.split(" that ")[0] for sentence in said] == [
        "The presence of flashing content",
        "The presence of motion simulations",
        "The publication does not contain sounds",
    ]


def test_an_evaluation_is_told_with_its_details() -> None:
    """Level, evaluator, credential, claim, date, and the report as a link."""
    whole = replace(EVALUATION, credential="Godkjent", report="https://example.org/v")
    sections = display_statement(replace(FULL, evaluation=whole), "nb")
    said = [
        "Oppgitt å oppfylle EPUB Accessibility og WCAG 2 på nivå AA",
        "Vurdert av Vurderingsbyrået",
        "Kvalifikasjoner: Godkjent",
        "Oppgitt standard: EPUB Accessibility 1.1 "
        "Web Content Accessibility Guidelines (WCAG) 2.2 nivå AA",
        "Vurdert 20. november 2026",
    ]
    *statements, report = sections[1].statements
    assert statements == [Statement(Word(text, "nb")) for text in said]
    assert report == Statement(
        Word("Les rapporten fra vurderingen", "nb"),
        "https://example.org/v",
    )
    assert len(told(replace(FULL, evaluation=EVALUATION))["Samsvar med standarder"]) == 4


@pytest.mark.parametrize("standard", ["WCAG 2.0 Level A", "WCAG 2.1 Level AAA"])
def test_every_standard_has_words(standard: str) -> None:
    """Whatever an evaluation may say it found, the guide can tell it."""
    evaluation = replace(EVALUATION, standard=standard)  # type: ignore[arg-type]
    said = " ".join(told(replace(FULL, evaluation=evaluation), "en")["Conformance"])
    assert standard.split()[1] in said
    assert f"Level {standard.rsplit(maxsplit=1)[-1]} standard" in said


def test_every_term_a_book_can_claim_is_told() -> None:
    """A new feature or hazard without a statement would be kept from its readers."""
    moving = replace(EVERYTHING, moving=1)
    features = set(terms._features(EVERYTHING, paged=True))
    hazards = {*terms._hazards(EVERYTHING), *terms._hazards(moving)}
    stated = {
        *display_guide._NAVIGATION,
        *display_guide._RICH_CONTENT,
        *display_guide._ADDITIONAL,
        *SAID_ELSEWHERE,
    }
    assert features == stated
    assert hazards == set(display_guide._HAZARDS)
