"""What the comparison with the manuscript shows of a PDF, and that a wrong PDF is not shown."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from bindery.document.model import Document
from bindery.manuscript.source import read_source
from bindery.readback.read_back import read_back
from bindery.reports.matterhorn import judge
from bindery.reports.matterhorn.absent import absent, contents_of
from bindery.reports.matterhorn.arguments import ARGUMENTS, FACTS, argued
from bindery.reports.matterhorn.checkpoints import held_by
from bindery.reports.matterhorn.protocol import CHECKPOINTS
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import PDF, PDF_UA_1
from bindery.vocabulary.evidence import Evidence, judged, untested
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import verbatim
from tests.seeded.defect import BOOK
from tests.seeded.in_pdf.against_arguments import SEEDS

pytestmark = pytest.mark.slow

ARGUED = {condition for one in ARGUMENTS for condition in one.conditions}
A_PERSONS = {
    *("04-001", "06-004", "11-007", "13-007", "13-008", "14-001", "15-001", "15-002", "15-004"),
    *("16-003", "17-001"),
}
"""Is something meant, and not written so? Only its author knows."""

Change = Callable[[pikepdf.Pdf], None]
Compared = tuple[Document, Path, tuple[Evidence, ...]]
Compare = Callable[..., Compared]


def by_verapdf(*rules: str) -> Evidence:
    """What veraPDF says of the PDF: nothing but errors of ``rules``."""
    place, nothing = Location("havna.pdf"), verbatim("")
    return judged(
        checker="veraPDF",
        version="1",
        subject="havna.pdf",
        standard=PDF_UA_1,
        examined=100,
        unit=verbatim("checks"),
        findings=tuple(Finding(one, Severity.ERROR, place, nothing, nothing) for one in rules),
    )


@pytest.fixture(scope="session")
def compare(
    editions: Path, document: Document, tmp_path_factory: pytest.TempPathFactory
) -> Compare:
    """Read back the clean PDF, or a changed one; veraPDF finds errors of ``rules``."""
    checker = read_back(document, read_source(document.publication))

    def look(change: Change | None = None, *rules: str) -> Compared:
        folder = tmp_path_factory.mktemp("argued")
        file = folder / "havna.pdf"
        file.write_bytes(_changed((editions / "pdf").read_bytes(), change))
        found = checker.check((Subject(PDF, folder, file, folder),))
        about = replace(document, publication=replace(document.publication, book=folder))
        return about, file, (*found, by_verapdf(*rules))

    return look


def _changed(content: bytes, change: Change | None) -> bytes:
    if change is None:
        return content
    written = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def shown(compared: Compared) -> set[str]:
    """The conditions that an argument shows."""
    document, file, evidence = compared
    nothing = absent(contents_of(file))
    return {*argued(document, file, evidence, {*held_by(evidence), *nothing})}


def test_every_condition_for_a_person_is_argued_or_left() -> None:
    """26 have an argument, 11 need a person, and 11 are about what a PDF seldom has."""
    person = {one for each in CHECKPOINTS for one in each.person}
    assert len(ARGUED) == 26
    assert person >= ARGUED | A_PERSONS
    assert not ARGUED & A_PERSONS
    assert len(person - ARGUED - A_PERSONS) == 11


def test_every_fact_is_used() -> None:
    """No fact is looked for in vain, and none is missing."""
    assert {name for one in ARGUMENTS for name in one.facts} == set(FACTS)


def test_eight_checkpoints_are_left_of_a_right_pdf(compare: Compare) -> None:
    """All arguments hold, and what is left is whether something is meant and not written so."""
    document, file, evidence = compare()
    points = judge(document, file=file, evidence=evidence)
    assert {condition for one in points for condition, _ in one.argued} == ARGUED
    assert {one for each in points for one in each.open} == A_PERSONS
    assert {one.checkpoint.number for one in points if one.open} == {
        *("04", "06", "11", "13", "14", "15", "16", "17")
    }


@pytest.mark.parametrize(("name", "change", "conditions"), SEEDS, ids=[one[0] for one in SEEDS])
def test_an_argument_falls(
    name: str, change: Change, conditions: frozenset[str], compare: Compare
) -> None:
    """What the change makes untrue is no longer shown."""
    left = shown(compare(change))
    assert not conditions & left, name
    assert left, "an argument that has nothing to do with the change no longer holds"


def test_every_argument_has_a_seed() -> None:
    """Each condition that is argued falls by a change to the file, or by what veraPDF finds."""
    assert {one for _, _, conditions in SEEDS for one in conditions} == ARGUED


@pytest.mark.parametrize(
    ("rule", "conditions"),
    [
        ("verapdf-ua1-7-1-3", {"13-001", "13-006"}),
        ("verapdf-ua1-7-2-17", {"01-006", "09-002", "09-003"}),
        ("verapdf-ua1-7-18-3-1", {"28-001", "28-003"}),
        ("verapdf-ua1-7-1-6", {"02-002"}),
    ],
)
def test_what_verapdf_finds_breaks_an_argument(
    rule: str, conditions: set[str], compare: Compare
) -> None:
    """An argument that rests on a tested condition falls with it, and no other does."""
    assert ARGUED - shown(compare(None, rule)) == conditions


def test_nothing_is_argued_of_a_pdf_that_was_not_read_back(
    editions: Path, document: Document
) -> None:
    """Without the comparison, every argument falls."""
    file = editions / "pdf"
    about = replace(document, publication=replace(document.publication, book=editions))
    nothing = untested(checker="bindery", subject="pdf", standard="bindery read-back")
    cases: tuple[tuple[Evidence, ...], ...] = ((), (nothing,))
    for evidence in cases:
        assert not shown((about, file, evidence))


def test_every_book_is_the_seeded_one() -> None:
    """The book has what the arguments are about: notes, a table, a list of each kind, figures."""
    text = "".join(one.read_text() for one in sorted(BOOK.glob("manuscript/chapters/*.md")))
    assert all(mark in text for mark in ("[^tall]", "{.table", "\n1. ", "\n- ", "![", "$v = "))
