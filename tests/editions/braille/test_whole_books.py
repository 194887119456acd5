"""Whole books in each language that has braille: every word is read back from all three files."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bindery.document.read import read_document
from bindery.editions.making import Made
from bindery.finished.braille_pages import in_cells, read_brf, read_pef
from bindery.finished.epub import read_epub
from bindery.manuscript.load import load
from bindery.readback.braille.brf_tables import TABLES
from bindery.readback.braille.compare_ebraille import compared_ebraille
from bindery.readback.braille.compare_pages import compared_pages
from bindery.vocabulary.editions import BRF, EBRAILLE, EPUB, PDF, PEF
from tests.editions.braille.made import BRAILLE
from tests.shelf import HOUSE, maker_of, workshop_for

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["nynorsk-guide", "sami", "english-handbook"])
def test_a_book_is_read_back(tmp_path: Path, name: str) -> None:
    """No word is lost, doubled or moved, and no row is too wide."""
    shutil.copytree(HOUSE / "tests/books" / name / "manuscript", tmp_path / "manuscript")
    with (tmp_path / "manuscript/publication.toml").open("a", encoding="utf-8") as file:
        file.write(BRAILLE)
    loaded = load(tmp_path)
    assert loaded.publication is not None
    document = read_document(loaded.publication)
    workshop = workshop_for(document, tmp_path)
    made: dict[str, Made] = {}
    for edition in (PDF, EPUB, EBRAILLE, PEF, BRF):
        made[edition.name] = maker_of(edition).make(document, workshop, made)
    assert made[EBRAILLE.name].findings == ()
    e_book = read_epub(made[EPUB.name].content)
    count, findings = compared_ebraille(read_epub(made[EBRAILLE.name].content), document, e_book)
    assert count > 200
    assert findings == ()
    brf = in_cells(read_brf(made[BRF.name].content), TABLES["north-american"])
    for pages in (read_pef(made[PEF.name].content), replace(brf, subject="x.brf")):
        count, findings = compared_pages(pages, document, PEF.called, e_book)
        assert count > 140
        assert findings == ()
