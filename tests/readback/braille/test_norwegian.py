"""The reader of Norwegian braille, by the rules of its handbook, without what translates to it."""

import pytest

from bindery.readback.braille.norwegian import read
from bindery.readback.braille.norwegian_signs import as_read

CASES = [
    ("⠅⠕⠍⠍⠥⠝⠑", "kommune"),
    ("⠠⠅⠕⠍⠍⠥⠝⠑", "Kommune"),
    ("⠠⠠⠝⠁⠧ ⠕⠛ ⠠⠠⠑⠪⠎", "NAV og EØS"),
    ("⠠⠠⠠⠕⠎⠇⠕ ⠅⠕⠍⠍⠥⠝⠑⠠⠄", "OSLO KOMMUNE."),
    ("⠠⠠⠑⠥⠤⠗⠑⠛⠇⠑⠗", "EU-regler"),
    ("⠊⠠⠏⠓⠕⠝⠑", "iPhone"),
    ("⠠⠠⠏⠙⠋⠰⠎", "PDFs"),
    ("⠠⠁⠌⠠⠎", "A/S"),
    ("⠼⠁⠊⠰⠉", "19c"),
    ("⠼⠁⠊ ⠉", "19 c"),
    ("⠼⠉⠄⠃⠄⠁", "3.2.1"),
    ("⠼⠙⠄⠰⠃", "4.b"),
    ("⠼⠁⠚⠒⠉⠚", "10:30"),
    ("⠼⠁⠂⠑", "1,5"),
    ("⠼⠁⠄⠚⠚⠚⠄⠚⠚⠚", "1.000.000"),
    ("⠼⠁⠌⠼⠃", "1/2"),
    ("⠼⠃⠚⠃⠋⠤⠤⠼⠃⠚⠉⠚", "2026–2030"),
    ("⠼⠁⠊⠚⠚⠤⠞⠁⠇⠇⠑⠞", "1900-tallet"),
    ("⠃⠼⠃⠰⠃", "b2b"),
    ("⠼⠃⠠⠁", "2A"),
    ("⠍⠨⠼⠃", "m^2"),
    ("⠠⠠⠉⠕⠡⠼⠃", "CO↓2"),
    ("⠁⠆ ⠃", "a; b"),
    ("⠁⠂ ⠃⠒ ⠉⠖ ⠙⠢", "a, b: c! d?"),
    ("⠦⠁⠴", "(a)"),
    ("⠲⠁⠲", '"a"'),
    ("⠙⠕⠝⠐⠞", "don't"),
    ("⠁ ⠤⠤ ⠃", "a – b"),
    ("⠿⠝ ⠕⠛ ⠬⠛", "én og òg"),
    ("⠏⠕⠎⠞⠈⠁⠄⠝⠕", "post@a.no"),
    ("⠈⠝", "@n"),
    ("⠁⠸⠃", "a_b"),
    ("⠷⠁⠾ ⠠⠷⠁⠠⠾", "àa] Àa}"),
    ("⠩⠫⠳⠱", "čŋüš"),
    ("⠰⠄⠠⠃⠊⠇⠙⠑⠒ ⠅⠁⠗⠞⠄⠠⠆", "⟨Bilde: kart.⟩"),
    ("⠦⠰⠄⠠⠭⠠⠆⠴⠂ ⠠⠠⠅⠎⠰⠄⠠⠽⠠⠆", "(⟨X⟩), KS⟨Y⟩"),
    ("⠰⠄⠠⠁⠒ ⠰⠄⠠⠭⠠⠆⠠⠆", "⟨A: ⟨X⟩⟩"),
    ("⠆⠰⠄⠠⠭⠠⠆⠰⠂ ⠆⠁⠰⠄ ⠠⠃", "⟨X⟩, a. B"),
]


@pytest.mark.parametrize(("cells", "text"), CASES)
def test_cells_are_read(cells: str, text: str) -> None:
    """Letters, capitals, numbers and signs mean what the handbook says."""
    made = read(cells)
    assert made.text == text
    assert made.unread == ()


@pytest.mark.parametrize(
    ("cells", "text", "kind", "words"),
    [
        ("⠙⠑ ⠆⠛⠕⠙⠑⠰ ⠧⠑⠗⠞⠑⠗", "de gode verter", "emphasis", "gode"),
        ("⠆⠛⠕⠙⠑⠰⠄ ⠠⠙⠑", "gode. De", "emphasis", "gode"),
        ("⠛⠆⠕⠙⠰⠑", "gode", "emphasis", "od"),
        ("⠆⠼⠙⠰ ⠃", "4 b", "emphasis", "4"),
        ("⠠⠄⠞⠑⠝⠅ ⠎⠞⠕⠗⠞⠄⠠⠄ ⠠⠙⠑", "tenk stort. De", "strong", "tenk stort."),
        ("⠠⠄⠆⠛⠕⠙⠑⠰⠠⠄", "gode", "emphasis", "gode"),
    ],
)
def test_what_is_set_off_is_read(cells: str, text: str, kind: str, words: str) -> None:
    """Signs around words are not part of them, and what is between them is known."""
    made = read(cells)
    assert made.text == text
    assert (kind, words) in [(one.kind, one.text) for one in made.sets]
    assert made.unread == ()


@pytest.mark.parametrize("cells", ["⠁⡀", "⠰⠄⠃⠊⠇⠙⠑", "⠆⠛⠕⠙⠑", "⠠⠠⠠⠕⠎⠇⠕ ⠁", "⠁⠰ ⠃", "x"])
def test_what_has_no_meaning_is_told(cells: str) -> None:
    """A cell of eight dots, a sign that is never closed or never opened, and a letter of print."""
    assert read(cells).unread


def test_every_cell_is_known() -> None:
    """None of the 64 cells is strange by itself before a letter."""
    strange = [cell for cell in map(chr, range(0x2801, 0x2840)) if read(f"⠁⠁{cell} ⠁").unread]
    # The capital sign and the sign that ends emphasis mean nothing before a space.
    assert strange == ["⠠", "⠰"]


@pytest.mark.parametrize(
    ("written", "as_it_is_read"),
    [
        ("«x» “x” „x“", '"x" "x" "x"'),
        ("§ 3 og 12,5 %", "ò3 og 12,5^)"),
        ("1\u00a0000\u00a0000", "1.000.000"),
        ("don’t, KS’", "don't, KS'"),
        ("3-4 og 3–4", "3–4 og 3–4"),
        ("x² CO₂", "x^2 CO↓2"),
        ("ö ä ž", "ø æ è"),
        ("• a", "– a"),
        ("½", "1/2"),
        ("π Ω", "`p _w"),
    ],
)
def test_texts_are_compared_as_they_are_read(written: str, as_it_is_read: str) -> None:
    """What print has several signs for is written as the code's one sign is read."""
    assert as_read(written) == as_it_is_read
