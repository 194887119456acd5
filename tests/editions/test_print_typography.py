"""Words that belong together in print stay on one line, and stay the author's."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bindery.document.typography import (
    NO_BREAK,
    PASSAGES,
    THIN,
    Passage,
    keep_together,
    kept_together,
)
from bindery.editions.pdf.print_tree import print_tree
from tests.shelf import document_of, workshop_for


def shown(text: str) -> str:
    """The text with its no-break spaces as one can see them."""
    return text.replace(NO_BREAK, "~").replace(THIN, "_")


def plain(text: str) -> str:
    """The text as an author writes it."""
    return " ".join(text.split())


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.example)
def test_every_passage_is_kept_together(passage: Passage) -> None:
    """Each example of the table comes out as it stands there, in the languages it is for."""
    written = passage.example.replace("~", " ").replace("_", " ")
    for language in passage.languages or {"nb", "nn", "en", "se"}:
        assert shown(kept_together(f"Og {written} her", language)) == f"Og {passage.example} her"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("1 000 000 kr og 12,5 prosent", "1_000_000~kr og 12,5~prosent"),
        ("det koster 10000 kr", "det koster 10000~kr"),
        ("i 2020 100 personer", "i 2020 100 personer"),
        ("kapittel\n2", "kapittel~2"),
        ("3 til 5 kommuner", "3 til 5 kommuner"),
        ("den 17. mai 2026", "den 17.~mai 2026"),
        ("fra 5 land", "fra 5 land"),
        ("12 km²", "12~km²"),
        ("– Ja, sa han", "– Ja, sa han"),
        ("Kl. 12 og s. 14–16", "Kl.~12 og s.~14–16"),
        ("outside 5 houses", "outside 5 houses"),
    ],
)
def test_norwegian_passages(written: str, printed: str) -> None:
    """What belongs together in Norwegian does, and what does not is left alone."""
    assert shown(kept_together(written, "nb")) == printed


def test_each_language_has_its_own() -> None:
    """A month is known in the language it is written in."""
    assert shown(kept_together("17. mai, May 17", "nb")) == "17.~mai, May 17"
    assert shown(kept_together("17. mai, May 17", "en-GB")) == "17. mai, May~17"


def test_code_is_left_alone_and_languages_are_heard() -> None:
    """Code keeps its spaces; a passage in another language has that language's."""
    tree = etree.fromstring(
        '<p>5 km <code>5 km</code> 5 km <i lang="en">May 17 <b>page 5</b></i> May 17</p>'
    )
    keep_together(tree, "nb")
    seen = etree.tostring(tree, encoding="unicode")
    assert shown(seen) == (
        '<p>5~km <code>5 km</code> 5~km <i lang="en">May~17 <b>page~5</b></i> May 17</p>'
    )


@given(st.text("1203 kmprosent.§–…%€ABmai\nkl"), st.sampled_from(["nb", "nn", "en", "se"]))
def test_only_spaces_change(text: str, language: str) -> None:
    """Nothing is added and nothing lost: with all spaces alike, it is the author's text."""
    kept = kept_together(text, language)
    assert len(kept) == len(text)
    assert plain(kept) == plain(text)
    assert kept_together(kept, language) == kept


def test_the_whole_printed_book_has_the_authors_words(tmp_path: Path) -> None:
    """Between Document and print, spaces alone have changed."""
    markdown = "# A 5 km\n\nDet er 10 000 kr, *12 prosent* av `5 km`, på s. 5 – eller § 3.\n"
    document = document_of(tmp_path, markdown)
    tree = print_tree(document, workshop_for(document, tmp_path))
    main = tree.find("body/main")
    assert main is not None
    said = "".join(main.itertext())
    assert "10_000~kr" in shown(said)
    assert plain(said).removeprefix("Kapittel 1") == plain("".join(document.body.itertext()))
