"""Who has proofread the braille is said by every page and record, and of that version alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bindery.document.model import Document
from bindery.editions.making import Made
from bindery.editions.summary.downloads import downloads
from bindery.manuscript.templates import Templates
from bindery.reports.evidence_html.evidence_page import write_html
from bindery.reports.onix.accessibility import braille_claims
from bindery.reports.onix.codes import SUMMARY
from bindery.reports.statement.statement_page import write_statement
from bindery.vocabulary.editions import BRF, EBRAILLE, EPUB, PEF, READ_BACK
from bindery.vocabulary.evidence import judged
from bindery.vocabulary.text import verbatim
from tests.editions.braille.made import BRAILLE
from tests.shelf import SETTINGS, document_of

NOBODY = "Ingen som leser punktskrift, har lest korrektur."
SOMEBODY = "Kari Nordmann har lest korrektur"
SIGNED = BRAILLE + (
    '[editions.braille.proofread]\nby = "Kari Nordmann"\non = 2026-11-30\nversion = "{}"\n'
)


def in_summary(document: Document, _folder: Path) -> str:
    """What the downloads say that the braille is."""
    made = {row.name: Made(b"x", 1) for row in (EBRAILLE, PEF, BRF)}
    offered = downloads(document.publication, made, {})
    said = {one.edition.name: one.purpose.text for one in offered}
    assert NOBODY not in said[BRF.name]
    assert said[EBRAILLE.name].partition(". ")[2] in said[PEF.name]
    return said[EBRAILLE.name]


def in_onix(document: Document, _folder: Path) -> str:
    """What the record says of accessibility in words."""
    (said,) = (one for one in braille_claims(document, ()) if one.code == SUMMARY)
    assert said.language == "nb"
    return said.said


def _evidence(folder: Path) -> tuple[Path, dict[str, object]]:
    file = folder / "build" / "proevebok.brf"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"A\r\n\f")
    shown = judged(
        checker="bindery",
        version="1",
        subject="build/proevebok.brf",
        standard=READ_BACK,
        examined=1,
        unit=verbatim("ord"),
        findings=(),
    )
    return file, {"evidence": (shown,), "templates": Templates(folder), "when": None}


def in_evidence(document: Document, folder: Path) -> str:
    """The page of the evidence."""
    file, given = _evidence(folder)
    page = folder / "evidence.html"
    write_html(path=page, document=document, editions={BRF: file}, digests={}, **given)  # type: ignore[arg-type]
    return page.read_text(encoding="utf-8")


def in_statement(document: Document, folder: Path) -> str:
    """The basis for a statement."""
    file, given = _evidence(folder)
    page = folder / "statement.html"
    write_statement(page, document, files=(file,), **given)  # type: ignore[arg-type]
    return page.read_text(encoding="utf-8")


PLACES = [in_summary, in_onix, in_evidence, in_statement]


@pytest.mark.parametrize("said_in", PLACES)
def test_who_has_read_is_said(said_in: Callable[[Document, Path], str], tmp_path: Path) -> None:
    """Nobody; then the name and date; and nobody again when the version is another."""
    told = [
        said_in(
            document_of(tmp_path / str(at), "# A\n", settings=SETTINGS + of), tmp_path / str(at)
        )
        for at, of in enumerate((BRAILLE, SIGNED.format("1.0.0"), SIGNED.format("0.9.0")))
    ]
    without, signed, stale = told
    assert NOBODY in without
    assert SOMEBODY not in without
    assert SOMEBODY in signed
    assert "30. november 2026" in signed
    assert NOBODY not in signed
    assert SOMEBODY not in stale
    assert NOBODY in stale or "Ingen har lest korrektur på denne versjonen." in stale


def test_a_publication_without_braille_says_nothing_of_it(tmp_path: Path) -> None:
    """Evidence, statement and the other editions' records do not speak of proofreading."""
    document = document_of(tmp_path, "# A\n")
    (download,) = downloads(document.publication, {EPUB.name: Made(b"x", 1)}, {})
    assert "korrektur" not in download.purpose.text
    page = tmp_path / "statement.html"
    write_statement(page, document, files=(), evidence=(), templates=Templates(tmp_path))
    assert "korrektur" not in page.read_text(encoding="utf-8")
