"""What auditors import: EARL by criterion and edition, and an OpenACR in the form of WCAG 2.1."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bindery.document.model import Document
from bindery.reports.by_edition import judged_editions
from bindery.reports.openacr import CHAPTERS, level_of, write_openacr
from bindery.reports.wcag import Verdict
from bindery.reports.wcag_earl import address_of, write_wcag_earl
from bindery.vocabulary.editions import EPUB, PDF, SUMMARY, Edition
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.wcag import CRITERIA
from tests.claims.test_standing import judgement, with_judgements
from tests.reports.finished import Finish, finished, found, passed
from tests.reports.samples import WHEN

ADDRESS = "https://kommunen.example.org/bok/"
LEVELS = {
    *("supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated"),
}
"""The terms of OpenACR."""


def book(folder: Path, address: str = ADDRESS) -> tuple[Document, dict[Edition, Path]]:
    """A small book that is published at an address, and its editions."""
    document, files = finished(folder, Finish())
    publication = document.publication
    metadata = replace(publication.metadata, address=address)
    settings = replace(publication.settings, publication=metadata)
    document = replace(document, publication=replace(publication, settings=settings))
    return document, dict(zip((PDF, EPUB, SUMMARY), files, strict=True))


def earl(
    document: Document, editions: dict[Edition, Path], evidence: Sequence[Evidence]
) -> list[Any]:
    """The assertions that are written."""
    path = document.publication.book / "earl.json"
    judged = judged_editions(document, editions, evidence)
    write_wcag_earl(path, document, editions=judged, digests={}, when=WHEN)
    graph: list[Any] = json.loads(path.read_text())["@graph"]
    return graph


def test_each_criterion_in_each_edition_is_one_assertion(tmp_path: Path) -> None:
    """With WCAG's own ids, addresses for subjects, an outcome that EARL has, and plain text."""
    document, editions = book(tmp_path)
    graph = earl(document, editions, passed())
    pairs = [(one["earl:subject"]["@id"], one["earl:test"]["@id"]) for one in graph]
    assert len(pairs) == len(set(pairs)) == len(CRITERIA) * 3
    assert {subject for subject, _ in pairs} == {
        f"{ADDRESS}proevebok.pdf",
        f"{ADDRESS}proevebok.epub",
        ADDRESS,
    }
    assert "http://www.w3.org/TR/WCAG/#non-text-content" in {test for _, test in pairs}
    outcomes = {one["earl:result"]["earl:outcome"]["@id"] for one in graph}
    assert outcomes == {"earl:passed", "earl:inapplicable", "earl:cantTell"}
    for one in graph:
        assert isinstance(one["earl:result"]["dcterms:description"], str)
        assert one["earl:mode"] == {"@id": "earl:automatic"}


def test_what_is_not_published_has_no_address(tmp_path: Path) -> None:
    """Then the subject is the file's name, which no tool can find in its sample."""
    document, editions = book(tmp_path, address="")
    assert address_of(PDF, document) == ""
    assert all("@id" not in one["earl:subject"] for one in earl(document, editions, passed()))


def test_a_breach_has_failed(tmp_path: Path) -> None:
    """With what the check said, in the edition that has it."""
    document, editions = book(tmp_path)
    graph = earl(document, editions, passed(findings=[found("image-has-alt-text")]))
    failed = [one for one in graph if one["earl:result"]["earl:outcome"]["@id"] == "earl:failed"]
    assert {one["earl:test"]["dcterms:title"] for one in failed} == {"1.1.1 Non-text Content"}
    assert "Noe er galt." in failed[0]["earl:result"]["dcterms:description"]


def test_a_persons_verdict_is_the_persons(tmp_path: Path) -> None:
    """Manual, asserted by name; what a person has not judged is bindery's."""
    document, editions = book(tmp_path)
    signed = with_judgements(document, [judgement(document, "2.4.2")])
    graph = earl(signed, editions, passed())
    manual = [one for one in graph if one["earl:mode"] == {"@id": "earl:manual"}]
    assert {one["earl:test"]["dcterms:title"] for one in manual} == {"2.4.2 Page Titled"}
    assert {one["earl:assertedBy"]["schema:name"] for one in manual} == {"Kari Nordmann"}
    assert {one["earl:result"]["earl:outcome"]["@id"] for one in manual} == {"earl:passed"}


@pytest.mark.parametrize(
    ("verdicts", "level"),
    [
        ([Verdict.MET, Verdict.FOUND_MET], "supports"),
        ([Verdict.MET, Verdict.NOT_APPLICABLE], "supports"),
        ([Verdict.MET, Verdict.NEEDS_PERSON], "not-evaluated"),
        ([Verdict.NOT_MET, Verdict.NEEDS_PERSON], "partially-supports"),
        ([Verdict.NOT_MET], "does-not-support"),
        ([Verdict.NOT_APPLICABLE], "not-applicable"),
        ([], "not-applicable"),
    ],
)
def test_nothing_is_supported_by_default(verdicts: list[Verdict], level: str) -> None:
    """One edition with a breach supports a criterion partially, one that is open not at all yet."""
    assert level_of(verdicts) == level


def test_an_openacr_has_the_criteria_of_wcag_2_1(tmp_path: Path) -> None:
    """50 of them, in order, each with four components and a level that OpenACR knows."""
    document, editions = book(tmp_path)
    path = tmp_path / "openacr.yaml"
    judged = judged_editions(document, editions, passed())
    write_openacr(path, document, editions=judged, when=WHEN)
    report = json.loads(path.read_text())
    assert report["author"]["email"] == document.publication.metadata.accessibility_contact
    rows = [row for one in CHAPTERS.values() for row in report["chapters"][one]["criteria"]]
    numbers = [row["num"] for row in rows]
    assert len(numbers) == len(set(numbers)) == 50
    assert set(numbers) == {one.number for one in CRITERIA if one.since != "2.2"} | {"4.1.1"}
    for row in rows:
        names = [one["name"] for one in row["components"]]
        assert names == ["web", "electronic-docs", "software", "authoring-tool"]
        assert {one["adherence"]["level"] for one in row["components"]} <= LEVELS
    levels = {row["num"]: [one["adherence"]["level"] for one in row["components"]] for row in rows}
    assert levels["2.4.2"][:2] == ["not-evaluated", "not-evaluated"]
    assert levels["3.1.1"][:2] == ["supports", "supports"]
    assert levels["1.2.1"][:2] == ["not-applicable", "not-applicable"]
