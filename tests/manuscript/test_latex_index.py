r"""The door reads LaTeX's ``\index`` as a mark of the index, and loses no word of it."""

import pytest

from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"Vert.\index{vert}", 'Vert.[]{.index entry="vert"}'),
        (r"Vert.\index{næring!vert} Mer.", 'Vert.[]{.index entry="næring!vert"} Mer.'),
        (r"A\index{vert|see{vertskap, godt}}", 'A[]{.index entry="vert" see="vertskap, godt"}'),
        (r"A\index{vert|textbf}", 'A[]{.index entry="vert"}'),
        (
            r"- A\index{a}" + "\n" + r"  \index{b}",
            '- A[]{.index entry="a"}\n  []{.index entry="b"}',
        ),
        (r"`\index{vert}`", r"`\index{vert}`"),
        (r"\\index{vert}", r"\\index{vert}"),
        (r"\index{}", r"\index{}"),
        (r"\index{" * 5000, r"\index{" * 5000),
        (r"\index{" + "a" * 50_000, r"\index{" + "a" * 50_000),
    ],
)
def test_an_index_mark_of_latex_is_one_of_ours(written: str, text: str) -> None:
    """In words, not in code; what is no mark stays."""
    chapter = let_in("manuscript/chapters/01.md", written, Book())
    assert chapter.text == text
    assert {mark.rule for mark in chapter.marks} == ({"read-as"} if text != written else set())
