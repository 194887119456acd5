"""Each defect sown into a finished edition is found by its rule, and nothing else is."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bindery.document.model import Document
from bindery.manuscript.source import read_source
from bindery.readback.read_back import read_back
from bindery.rules.editions.judge_editions import FINISHED_EDITIONS
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import edition_named
from bindery.vocabulary.findings import Finding
from tests.seeded.defect import BOOK, Defect, EditionDefect, PdfDefect, line_of
from tests.seeded.in_epub import IN_EPUB
from tests.seeded.in_pdf import IN_PDF
from tests.seeded.in_summary import IN_SUMMARY
from tests.seeded.missed import MISSED

pytestmark = pytest.mark.slow

EDITIONS = ("pdf", "epub", "html")
IN_EDITIONS = (*IN_PDF, *IN_EPUB, *IN_SUMMARY)

Look = Callable[..., list[Finding]]


@pytest.fixture
def look(editions: Path, document: Document, tmp_path: Path) -> Look:
    """What is found in an edition with a defect in it, or with none."""

    def found(edition: str, change: Callable[[bytes], bytes] = bytes) -> list[Finding]:
        folder = tmp_path / "build"
        folder.mkdir()
        # The summary tells of files that must be there.
        for other in EDITIONS:
            shutil.copy(editions / other, folder / f"havna.{other}")
        path = folder / f"havna.{edition}"
        path.write_bytes(change(path.read_bytes()))
        subject = (Subject(edition_named(edition), tmp_path, path, tmp_path),)
        evidence = [
            *read_back(document, read_source(document.publication)).check(subject),
            *FINISHED_EDITIONS.check(subject),
        ]
        return [finding for one in evidence for finding in one.findings]

    return found


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_clean_edition_has_no_defect(edition: str, look: Look) -> None:
    """No rule finds anything in it."""
    assert look(edition) == []


@pytest.mark.parametrize("defect", IN_EDITIONS, ids=lambda defect: f"{defect.kind}: {defect.name}")
def test_a_defect_is_found_by_its_rule_at_its_place_and_nothing_else_is(
    defect: EditionDefect | PdfDefect, look: Look
) -> None:
    """The manuscript's line, where it can be known; else the edition, and the file in it."""
    found = look(defect.edition, defect.changed_in)
    said = [f"{one.rule} {one.location} {one.message.en}" for one in found]
    assert {one.rule for one in found} == {defect.rule, *defect.also}, said
    path = defect.where or f"build/havna.{defect.edition}"
    line = line_of(defect.said_of, BOOK / path) if defect.said_of else None
    mine = [one for one in found if one.rule == defect.rule]
    assert {(one.location.path, one.location.line) for one in mine} == {(path, line)}, said


@pytest.mark.parametrize(
    "defect", [one for one in MISSED if not isinstance(one, Defect)], ids=lambda defect: defect.name
)
def test_what_no_rule_sees_is_known(defect: EditionDefect | PdfDefect, look: Look) -> None:
    """A defect that is found now belongs among the others."""
    assert look(defect.edition, defect.changed_in) == []
