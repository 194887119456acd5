"""Words that rows divide, and printed numbers without marks in the margin."""

from dataclasses import replace

import pytest

from bindery.finished.braille_pages import in_cells, read_brf, read_pef
from bindery.finished.epub import read_epub
from bindery.readback.braille.brf_tables import TABLES
from bindery.readback.braille.compare_pages import compared_pages
from bindery.readback.braille.read_cells import SOFT
from bindery.readback.braille.words import Word, joined
from bindery.vocabulary.editions import BRF, EPUB, PEF
from tests.editions.braille.made import BRAILLE, made
from tests.shelf import SETTINGS


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (["plan-", "og"], ["plan-", "og"]),
        (["planog"], ["planog"]),
        (["plan-og"], ["plan-og"]),
        (["plan", "og"], ["planog"]),
        ([], ["planog"]),
    ],
)
def test_a_hyphen_at_the_end_of_a_row(known: list[str], words: list[str]) -> None:
    """It is the layout's, a word's own, or that of a word whose other half follows."""
    heard = joined([Word("det"), Word(f"plan{SOFT}og"), Word("her")], {"det", "her", *known})
    assert [one.text for one in heard] == ["det", *words, "her"]


@pytest.mark.slow
def test_pages_without_a_margin_are_read_back() -> None:
    """The numbers of printed pages are in the foot line alone, and still go on in order."""
    settings = 'print-pages = "foot"\nbrf-table = "norwegian"\npaper = "32x29"\n'
    document, editions = made(SETTINGS + BRAILLE + settings)
    e_book = read_epub(editions[EPUB.name].content)
    brf = in_cells(read_brf(editions[BRF.name].content), TABLES["norwegian"])
    pages = read_pef(editions[PEF.name].content)
    for one in (pages, brf):
        assert compared_pages(one, document, PEF.called, e_book)[1] == ()
    wrong = tuple((*page[:-1], page[-1].replace("⠼⠙", "⠼⠊")) for page in pages.pages)
    assert wrong != pages.pages
    changed = replace(pages, pages=wrong)
    assert compared_pages(changed, document, PEF.called, e_book)[1]
