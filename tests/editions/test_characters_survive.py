"""Letters outside the text's own typeface are seen, and come back as what the author wrote."""

from io import BytesIO
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont
from lxml.builder import E

from bindery.document.typefaces import GREEK, embed
from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.layout import lay_out
from bindery.manuscript.templates import HOUSE, Templates
from bindery.tools import locate
from bindery.tools.run import run

FONTS = (HOUSE / "fonts",)
OWN = {"Andika-Regular.woff2", "Andika-Bold.woff2"}
SAMI = "ÁáČčĐđŊŋŠšŦŧŽž ÂâǤǥǦǧǨǩÕõƷʒǮǯÄäʹ ÏïÆæØøÅåÖö"
GREEK_WORDS = "μῆνιν ἄειδε θεὰ Πηληϊάδεω Ἀχιλῆος, Ελλάδα"
EMOJI = "😀 👍🏽 👨‍👩‍👧 🇳🇴"


def letters_of(*words: str) -> dict[str, set[str]]:
    """The letters in each subset that an edition of ``words`` gets."""
    subsets = embed([E.body(E.p(*words))], FONTS)
    return {
        subset.name: set(map(chr, TTFont(BytesIO(subset.data)).getBestCmap())) for subset in subsets
    }


def printed(folder: Path, words: str) -> tuple[str, set[str]]:
    """The text that comes back from a PDF of ``words``, and the typefaces it is set in."""
    page = f"<html lang='nb'><head><title>A</title></head><body><p>{words}</p></body></html>"
    css = "p { font: 12pt Andika, sans-serif }"
    made = lay_out(page.encode(), css, BookFiles({}, Templates(folder)), folder / "fonts")
    assert made.remarks == ()
    path = folder / "bok.pdf"
    path.write_bytes(made.content)
    pdftotext = locate.pdftotext()
    assert pdftotext is not None
    with pikepdf.open(path) as pdf:
        fonts = {str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()}
    return run([pdftotext, path, "-"]).stdout.strip(), {name.split("+")[1] for name in fonts}


def test_sami_is_set_in_the_texts_own_typeface(tmp_path: Path) -> None:
    """No letter of a Sámi language is borrowed from another typeface."""
    assert letters_of(SAMI) == {name: set(SAMI) for name in OWN}
    assert printed(tmp_path, SAMI) == (SAMI, {"Andika"})


def test_a_greek_word_is_set_in_one_typeface(tmp_path: Path) -> None:
    """All its letters, also those that the text's own typeface has."""
    letters = letters_of(f"Om {GREEK_WORDS}")
    greek = {letter for letter in GREEK_WORDS if any(ord(letter) in block for block in GREEK)}
    assert letters["NotoSans-Regular.woff2"] == greek
    assert not letters["Andika-Regular.woff2"] & greek
    assert printed(tmp_path, f"Om {GREEK_WORDS}") == (f"Om {GREEK_WORDS}", {"Andika", "Noto-Sans"})
    assert printed(tmp_path, "λβπδ") == ("λβπδ", {"Noto-Sans"})


def test_an_emoji_is_drawn_whole(tmp_path: Path) -> None:
    """Also one that is made of several, with what joins them."""
    letters = letters_of(f"Om {EMOJI}")
    assert letters["NotoEmoji-Regular.woff2"] >= set(EMOJI) - {" "}
    assert printed(tmp_path, f"Om {EMOJI}") == (f"Om {EMOJI}", {"Andika", "Noto-Emoji"})


def test_arabic_and_hebrew_bring_their_typefaces() -> None:
    """In both weights where both are used, and only the letters that the book has."""
    tree = E.body(E.p("שלום ", E.strong("لا")), E.p("می‌خواهم"))
    letters = {
        subset.name: set(map(chr, TTFont(BytesIO(subset.data)).getBestCmap()))
        for subset in embed([tree], FONTS)
    }
    assert letters["NotoSansHebrew-Regular.woff2"] >= set("שלום")
    assert letters["ScheherazadeNew-Bold.woff2"] >= set("لا")
    assert letters["ScheherazadeNew-Regular.woff2"] >= set("لا") | set("می‌خواهم")
    assert "NotoSansHebrew-Bold.woff2" not in letters


def test_a_book_without_them_carries_no_more() -> None:
    """A typeface that fills in is left out where it has nothing to fill in."""
    assert set(letters_of("Bare norsk, 2 ≥ 1 © 2026.")) == OWN
