"""The door reads pandoc's ``{-}`` on a heading, and nowhere else."""

import pytest

from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("# Forord {-}\n", "# Forord {.unnumbered}\n"),
        ("# Forord {#a -} #\n", "# Forord {#a .unnumbered} #\n"),
        ("Forord {- .b}\n======\n", "Forord {.unnumbered .b}\n======\n"),
        ("> ## Forord {-}\n", "> ## Forord {.unnumbered}\n"),
        ("# Forord `{-}`\n", "# Forord `{-}`\n"),
        ("# Forord \\{-}\n", "# Forord \\{-}\n"),
        ("# Fra {a-b} - {c}\n", "# Fra {a-b} - {c}\n"),
        ("Tekst {-}\n", "Tekst {-}\n"),
        ("# A {" + "- " * 50_000 + "\n", "# A {" + "- " * 50_000 + "\n"),
    ],
)
def test_a_hyphen_takes_the_number_from_a_heading(written: str, text: str) -> None:
    """It is a class; in text and in code it stays what it is."""
    assert let_in("manuscript/chapters/01.md", written, Book()).text == text
