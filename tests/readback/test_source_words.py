"""What the manuscript says and the Document does not is lost in every edition, and told of."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from bindery.document.model import Document, Element
from bindery.document.read import read_document
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.readback.document.lost_words import lost_words
from tests.readback.twin import LINE, manuscript
from tests.shelf import HOUSE, document_of

CORPUS = sorted((HOUSE / "tests/corpus").glob("*.md"))
SAYS = "edition-says-what-the-manuscript-says"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The manuscript, read."""
    return manuscript(tmp_path_factory.mktemp("bok"))


@pytest.fixture
def document(read: Document) -> Document:
    """The Document, to be broken."""
    return replace(read, body=deepcopy(read.body))


def found(document: Document) -> list[tuple[str, int | None]]:
    """The rule and the line of each finding."""
    return [
        (one.rule, one.location.line)
        for one in lost_words(document, read_source(document.publication))
    ]


def _first(document: Document, path: str) -> Element:
    element = document.body.find(f".//{path}")
    assert element is not None
    return element


def _reword(path: str, old: str, new: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        element = _first(document, path)
        assert old in (element.text or "")
        element.text = (element.text or "").replace(old, new)

    return change


def _remove(path: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        element = _first(document, path)
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return change


def _swap_quote_and_definitions(document: Document) -> None:
    quote, terms = _first(document, "blockquote"), _first(document, "dl")
    parent = terms.getparent()
    assert parent is not None
    parent.insert(parent.index(terms), quote)


def _garble(document: Document) -> None:
    _first(document, "img").set("alt", "Et kart over RÃ¸d")


BROKEN: dict[str, tuple[Callable[[Document], None], str, int]] = {
    "a word is lost": (_reword("blockquote/p", "Ro, ro", "Ro"), SAYS, LINE["> Ro, "]),
    "a letter is garbled": (_reword("ol/li", "skjær", "skjÃ¦r"), SAYS, LINE["1. Ett"]),
    "a paragraph is lost": (_remove("blockquote"), SAYS, LINE["> Ro, "]),
    "an item is lost": (_remove("ul/li"), SAYS, LINE["- Ei b"]),
    "a cell is lost": (_remove("td"), SAYS, LINE["| Bodø"]),
    "a caption is lost": (_remove("figcaption"), SAYS, LINE["Kartet"]),
    "a note is lost": (_remove("section/ol/li/p"), SAYS, LINE["[^n]: "]),
    "code is lost": (_reword("p/code", "1843", "184"), SAYS, LINE["Tast `"]),
    "a formula is lost": (
        _remove("{http://www.w3.org/1998/Math/MathML}math"),
        SAYS,
        LINE["Formel"],
    ),
    "a heading is lost": (_remove("h2"), SAYS, LINE["## Kod"]),
    "two blocks are swapped": (_swap_quote_and_definitions, SAYS, LINE["> Ro, "]),
    "an alternative is garbled": (_garble, "edition-describes-its-figures", LINE["![Et k"]),
}


def test_a_document_with_every_word_is_silent(document: Document) -> None:
    """Captions and notes stand elsewhere than they are written, and that is no loss."""
    assert found(document) == []


@pytest.mark.parametrize("name", BROKEN)
def test_what_the_document_lacks_is_told_of(name: str, document: Document) -> None:
    """At the manuscript line where the words are, and nothing else is reported."""
    change, rule, line = BROKEN[name]
    change(document)
    assert found(document) == [(rule, line)]


def test_what_is_said_twice_is_told_of(document: Document) -> None:
    """Words that no one has written twice are heard twice in every edition."""
    quote = _first(document, "blockquote")
    quote.append(quote.makeelement("p", {}))
    quote[-1].text = "Tast 1843 på porten."
    assert found(document) == [(SAYS, LINE["> Ro, "])]


def test_both_readers_have_the_same_words(tmp_path: Path) -> None:
    """Whatever is written, in every chapter of the corpus: no word is a false alarm."""
    document = document_of(tmp_path, *(file.read_text(encoding="utf-8") for file in CORPUS))
    assert [
        (f"{one.location}", one.message.en)
        for one in lost_words(document, read_source(document.publication))
    ] == []


def test_our_own_publication_has_every_word() -> None:
    """The publication of this house, from its source to its Document."""
    publication = load(HOUSE).publication
    assert publication is not None
    assert found(read_document(publication)) == []
