"""The words of a chapter, each with its language and its place."""

import pytest

from bindery.manuscript.source.elements import Prose
from bindery.manuscript.source.from_tokens import read_elements
from bindery.vocabulary.publication import Chapter

CHAPTER = """\
# En \\*stjerne\\* &amp; **to**

Et *avsnitt* med [lenke her](x) og [fair
play]{lang=en} og `kode` &lt;her&gt;, ![Kart](a.svg) $x^2$ [^1].

| Navn | Vei |
|---|---|
| rød \\| blå | grønn |

- punkt en
  fortsatt

[^1]: Noten.
"""


def prose(text: str = CHAPTER) -> list[Prose]:
    """The pieces of prose in a chapter."""
    return [one for one in read_elements(Chapter("01.md", text)) if isinstance(one, Prose)]


def test_words_are_what_is_read() -> None:
    """Marks are gone, a line's end is a space, alternative texts stand apart."""
    assert [(one.block, one.text) for one in prose()] == [
        ("heading", "En *stjerne* & to"),
        ("paragraph", "Et avsnitt med lenke her og fair play og kode <her>,  x^2 ."),
        ("th", "Navn"),
        ("th", "Vei"),
        ("td", "rød | blå"),
        ("td", "grønn"),
        ("paragraph", "punkt en fortsatt"),
        ("paragraph", "Noten."),
    ]


def test_every_letter_is_found_where_it_is_written() -> None:
    """A finding in the middle of a word can be shown there."""
    lines = CHAPTER.split("\n")
    for piece in prose():
        for index, letter in enumerate(piece.text):
            at = piece.at(index)
            assert at.line is not None and at.column is not None
            if letter.isalnum():
                assert lines[at.line - 1][at.column - 1] == letter, (piece.text, index)


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("a [b]{lang=en} c", [("a ", ""), ("b", "en"), (" c", "")]),
        ("[a [b]{lang=nn} *c*]{lang=en}", [("a ", "en"), ("b", "nn"), (" ", "en"), ("c", "en")]),
        ("[a](x){lang=de} b", [("a", "de"), (" b", "")]),
    ],
)
def test_words_have_their_language(source: str, runs: list[tuple[str, str]]) -> None:
    """What an author says of some words is said of those alone."""
    (piece,) = prose(source)
    assert [(run.text, run.language) for run in piece.runs] == runs


def test_code_and_formulas_are_told_apart() -> None:
    """They are read, but no prose."""
    (piece,) = prose("Skriv `a b` og $x$ her.")
    assert [run.text for run in piece.runs if run.is_code] == ["a b", "x"]
