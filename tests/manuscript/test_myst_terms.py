"""The door reads MyST's ``{term}`` and ``{index}`` as our marks."""

import pytest

from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Et {term}`vertskap`.", "Et [vertskap]{.term}."),
        ("{term}`Vertskapet <vertskap>` er", '[Vertskapet]{.term of="vertskap"} er'),
        ("Et {index}`godt vertskap`.", "Et [godt vertskap]{.index}."),
        ("{index}`Vert <næring;vert>`", '[Vert]{.index entry="næring!vert"}'),
        ("{index}`pair: a; b`", "{index}`pair: a; b`"),
        ("`{term}` x", "`{term}` x"),
        ("\\{term}`x`", "\\{term}`x`"),
    ],
)
def test_a_role_is_a_mark_of_ours(written: str, text: str) -> None:
    """The words of each are kept."""
    assert let_in("manuscript/chapters/01.md", written, Book()).text == text
