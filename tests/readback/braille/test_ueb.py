"""The reader of Unified English Braille, by its rulebook, without what translates to it."""

import pytest

from bindery.readback.braille.ueb import as_read, read


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ("⠠⠞⠓⠑ ⠠⠠⠝⠓⠕", "The NHO"),
        ("⠠⠠⠠⠁ ⠃ ⠉⠠⠄ ⠙", "A B C d"),
        ("⠠⠠⠏⠙⠋⠠⠄⠎", "PDFs"),
        ("⠼⠁⠊⠰⠉", "19c"),
        ("⠼⠁⠃⠲⠑ ⠨⠴", "12.5 %"),
        ("⠼⠁⠌⠃", "1/2"),
        ("⠼⠉⠂⠰⠁", "3,a"),
        ("⠦⠠⠽⠑⠎⠂⠴ ⠠⠓⠑", '"Yes," He'),
        ("⠠⠺⠓⠽⠦", "Why?"),
        ("⠉⠁⠋⠘⠌⠑ ⠝⠁⠘⠒⠊⠧⠑", "café naïve"),
        ("⠈⠡⠕ ⠘⠫⠁ ⠁⠘⠖⠑", "ø å æ"),
        ("⠐⠣⠁⠐⠜ ⠨⠣⠃⠨⠜", "(a) [b]"),
        ("⠭⠰⠔⠼⠃", "x^2"),
        ("⠈⠨⠣⠠⠊⠍⠁⠛⠑⠒ ⠍⠁⠏⠈⠨⠜", "⟨Image: map⟩"),
    ],
)
def test_cells_are_read(cells: str, text: str) -> None:
    """Letters, capitals, numbers, accents and signs mean what the rulebook says."""
    made = read(cells)
    assert made.text == text
    assert made.unread == ()


@pytest.mark.parametrize(
    ("cells", "kind", "words"),
    [
        ("⠨⠂⠛⠕⠕⠙ ⠓⠕⠎⠞", "emphasis", "good"),
        ("⠨⠂⠛⠕⠕⠙⠨⠄⠂ ⠓⠕⠎⠞", "emphasis", "good"),
        ("⠘⠶⠛⠕⠕⠙ ⠓⠕⠎⠞ ⠓⠑⠗⠑⠘⠄", "strong", "good host here"),
    ],
)
def test_what_is_set_off_is_read(cells: str, kind: str, words: str) -> None:
    """For a word up to the next space, or up to the sign that ends it."""
    made = read(cells)
    assert (kind, words) in [(one.kind, one.text) for one in made.sets]
    assert made.unread == ()


@pytest.mark.parametrize("cells", ["⠁⡀", "⠈⠨⠣⠁", "⠨⠶⠛⠕⠕⠙", "⠠⠠⠠⠁ ⠃", "x"])
def test_what_has_no_meaning_is_told(cells: str) -> None:
    """A cell of eight dots, a sign that is never closed, and a letter of print."""
    assert read(cells).unread


def test_texts_are_compared_as_they_are_read() -> None:
    """What print has several signs for is written as one."""
    assert as_read("“don’t” — x² ½") == '"don\'t" – x^2 1/2'


def test_a_sign_that_a_row_divides_is_read() -> None:
    """Where a word fills a row, the row can end between the cells of one letter or sign."""
    for at in range(1, 9):
        cells = "⠁⠘⠫⠁⠸⠌⠠⠃⠎"
        assert (
            read(cells[:at] + "\u200b\ue001" + cells[at:]).text.translate(
                dict.fromkeys((0x200B, 0xE001))
            )
            == "aå/Bs"
        )


def test_a_word_that_is_set_off_goes_on_in_the_next_row() -> None:
    """An address ends with its sign, not with the row; a word without the sign does."""
    row = "\ue002"
    made = read(f"⠘⠂⠁⠸⠌ {row}⠃⠸⠌ {row}⠉⠘⠄⠲ ⠙")
    assert [one.text.replace(row, "") for one in made.sets] == ["a/ b/ c"]
    assert made.unread == ()
    (alone,) = read(f"⠘⠂⠁ {row}⠃").sets
    assert alone.text == "a"


def test_notes_are_read_wherever_they_begin() -> None:
    """After a bracket, after capitals, and in each other."""
    assert read("⠐⠣⠈⠨⠣⠠⠭⠈⠨⠜⠐⠜ ⠠⠠⠅⠎⠈⠨⠣⠠⠽⠵⠈⠨⠜").text == "(⟨X⟩) KS⟨Yz⟩"
    assert read("⠈⠨⠣⠠⠁ ⠈⠨⠣⠠⠭⠈⠨⠜⠈⠨⠜").text == "⟨A ⟨X⟩⟩"
