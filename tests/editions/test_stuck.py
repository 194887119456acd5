"""A layout that comes to no end is told at the line of the words, which are printed as code."""

import pickle
from pathlib import Path

import pytest

from bindery.document.as_code import printed_as_code
from bindery.document.model import text_of
from bindery.editions.making import UnprintableError
from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.footnotes import MOST_IN_A_BLOCK
from bindery.editions.pdf.layout import lay_out
from bindery.editions.pdf.looks import PRINT
from bindery.editions.pdf.orders import Order
from bindery.editions.pdf.print_tree import print_tree
from bindery.editions.pdf.stuck import StuckError
from bindery.manuscript.templates import Templates
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import verbatim
from tests.shelf import document_of, workshop_for

SLOW = "Dette tar tid, 42 prosent av den."


def test_a_layout_that_takes_too_long_is_told_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is stopped, and what it was at comes through from another process."""
    monkeypatch.setattr(Order, "patience", property(lambda _: 2.0))
    page = (
        f'<html lang="nb"><head><title>A</title></head><body><p>{SLOW * 40_000}</p></body></html>'
    )
    with pytest.raises(StuckError) as told:
        lay_out(page.encode(), "", BookFiles({}, Templates(tmp_path)), tmp_path / "fonts")
    error = pickle.loads(pickle.dumps(told.value))
    assert error.words.startswith("Dettetartid42prosentavden")
    assert "too long" in error.what.en


@pytest.mark.parametrize(
    ("words", "line"), [("Dettetartid42prosentavden", 5), ("Før", 3), ("Nei", None), ("", None)]
)
def test_the_place_is_the_innermost_block_with_the_words(
    tmp_path: Path, words: str, line: int | None
) -> None:
    """Words that no block has leave a sentence without a line."""
    document = document_of(tmp_path, f"# A\n\nFør.\n\n> {SLOW}\n")
    told = StuckError(words, verbatim("Den stoppet."), verbatim("Del opp.")).told(document)
    if line is None:
        assert isinstance(told, PipelineError)
    else:
        assert isinstance(told, UnprintableError)
        assert told.finding.location.line == line
        shown = printed_as_code(document, told.finding)
        assert shown.findings == (told.finding,)
        assert text_of(shown.body) == text_of(document.body)
        assert [code.get("class") for code in shown.body.iter("pre")] == ["as-code"]


@pytest.mark.parametrize(("count", "at_the_foot"), [(MOST_IN_A_BLOCK, True), (61, False)])
def test_too_many_notes_for_a_page_are_at_the_chapters_end(
    tmp_path: Path, count: int, at_the_foot: bool
) -> None:
    """Sixty notes of a paragraph are at the feet of its pages, and more are in a list."""
    references = " ".join(f"ord[^{n}]" for n in range(count))
    texts = "\n\n".join(f"[^{n}]: Note {n}." for n in range(count))
    document = document_of(tmp_path, f"# A\n\n{references}\n\nMer[^x].\n\n{texts}\n\n[^x]: X.\n")
    tree = print_tree(document, workshop_for(document, tmp_path), PRINT)
    feet = [one for one in tree.iter("aside") if one.get("role") == "doc-footnote"]
    assert len(feet) == (count + 1 if at_the_foot else 1)
