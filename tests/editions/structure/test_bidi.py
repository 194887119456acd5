"""Words of both directions are where their readers look for them, and are read in order."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from bindery.editions.pdf.structure.bidi import levels_of, visual_order
from bindery.tools import locate
from bindery.tools.run import run
from tests.editions.structure.laid import printed, tree

_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e]")


@pytest.mark.parametrize(
    ("levels", "order"),
    [
        ([0, 0], [0, 1]),
        ([1, 1, 1], [2, 1, 0]),
        ([1, 2, 2, 1], [3, 1, 2, 0]),
        ([0, 1, 1, 0], [0, 2, 1, 3]),
        ([0, 1, 2, 1, 0], [0, 3, 2, 1, 4]),
        ([2, 1], [1, 0]),
    ],
)
def test_the_visual_order_is_unicodes(levels: list[int], order: list[int]) -> None:
    """What has a higher level is turned around within what has a lower one (UAX #9, L2)."""
    assert visual_order(levels) == order


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("a אב b", "ltr", [0, 0, 1, 1, 0, 0]),
        ("אב ab 1", "rtl", [1, 1, 1, 2, 2, 2, 2]),
        ("א 12", "rtl", [1, 1, 2, 2]),
        ("a \u2067א\u2069!", "ltr", [0, 0, 0, 1, 0, 0]),
    ],
)
def test_the_levels_are_unicodes(text: str, base: str, levels: list[int]) -> None:
    """Of letters, numbers, signs, and a passage that is set apart."""
    assert list(levels_of(text, base)) == levels


def seen(folder: Path, body: str, *options: str, css: str = "") -> str:
    """What pdftotext makes of the page, which goes by where the letters are."""
    path = folder / "bok.pdf"
    path.write_bytes(printed(folder, body, css).content)
    pdftotext = locate.pdftotext()
    assert pdftotext is not None
    return _CONTROLS.sub("", run([pdftotext, *options, path, "-"]).stdout)


def places(folder: Path, body: str, css: str = "") -> dict[str, float]:
    """How far from the left edge of the page each word begins, and each letter of Hebrew."""
    found = re.findall(r'xMin="([0-9.]+)".*?>([^<]+)</word>', seen(folder, body, "-bbox", css=css))
    return {
        word: float(x) for x, word in sorted(found, reverse=True, key=lambda one: float(one[0]))
    }


def in_order(at: dict[str, float]) -> list[str]:
    """The words from left to right."""
    return sorted(at, key=lambda word: at[word])


@pytest.mark.slow
def test_a_line_in_hebrew_goes_from_right_to_left(tmp_path: Path) -> None:
    """Also over emphasis and links, with Latin words and numbers within it from left to right."""
    at = places(tmp_path, '<p lang="he" dir="rtl">א <b>ב</b> WCAG <em>2.2</em> AA ג</p>')
    assert in_order(at) == ["ג", "WCAG", "2.2", "AA", "ב", "א"]
    assert at["א"] > 260


@pytest.mark.slow
def test_hebrew_within_a_line_is_in_its_place(tmp_path: Path) -> None:
    """The words before and after it stay where they were."""
    body = '<p>Ordet <span lang="he" dir="rtl">א <b>ב</b> ג</span> betyr fred.</p>'
    assert in_order(places(tmp_path, body)) == ["Ordet", "ג", "ב", "א", "betyr", "fred."]


ARABIC = "مرحبا بكم في البلدية (مجانا) وفي المدارس والمستشفيات والمكتبات في كل مدينة"


@pytest.mark.slow
def test_arabic_text_comes_back_as_it_was_written(tmp_path: Path) -> None:
    """From the structure, and by a program that goes by where the letters are, over two lines."""
    body = f'<p lang="ar" dir="rtl">{ARABIC}</p><p>(Norsk)</p>'
    assert tree(tmp_path, body) == f"P lang=ar “{ARABIC}”\nP “(Norsk)”"
    lines = seen(tmp_path, body).split("\n")
    assert " ".join(lines[:2]) == ARABIC


@pytest.mark.slow
def test_a_vowel_sign_is_read_after_its_letter(tmp_path: Path) -> None:
    """Each of them is a glyph of its own."""
    assert tree(tmp_path, '<p lang="ar" dir="rtl">بَيْت</p>') == "P lang=ar “بَيْت”"


@pytest.mark.slow
def test_every_glyph_means_something(tmp_path: Path) -> None:
    """Also one that is only a part of a letter, as in Devanagari."""
    made = printed(tmp_path, '<p lang="hi">नमस्ते हिन्दी</p>')
    with pikepdf.open(BytesIO(made.content)) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        tables = [font.ToUnicode.read_bytes() for font in fonts]
    assert tables
    assert not [table for table in tables if re.search(rb"<[0-9a-f]+> <>", table)]
    assert tree(tmp_path, '<p lang="hi">नमस्ते हिन्दी</p>') == "P lang=hi “नमस्ते हिन्दी”"


@pytest.mark.slow
def test_the_first_line_is_indented_from_the_right(tmp_path: Path) -> None:
    """Where the paragraph begins."""
    body = '<p lang="he" dir="rtl">א<br/>ב</p>'
    plain, indented = (places(tmp_path, body, f"p {{ text-indent: {x}pt }}") for x in (0, 30))
    assert indented["א"] == pytest.approx(plain["א"] - 30, abs=0.1)
    assert indented["ב"] == pytest.approx(plain["ב"], abs=0.1)
