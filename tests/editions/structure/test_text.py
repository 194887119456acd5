"""Text reads whole: the author's words, whatever the lines and pages do."""

from pathlib import Path

import pytest
from weasyprint.pdf.fonts import Font

from tests.editions.structure.laid import LOREM, heard, printed, tree

LONG = "næringsutviklingssamarbeidet arbeidsgiverorganisasjonene "
NARROW = "p { width: 90pt; hyphens: auto; hyphenate-limit-chars: 5 2 2 }"


def said(folder: Path, body: str, css: str = "") -> str:
    """All that is heard, with spaces as they are in the file."""
    return "".join(word.text for root in heard(folder, body, css).roots for word in root.words())


def test_a_word_hyphenated_at_a_line_end_is_one_word(tmp_path: Path) -> None:
    """The hyphen is seen, and not heard."""
    assert said(tmp_path, f"<p>{LONG * 3}</p>", NARROW).split() == LONG.split() * 3


def test_a_word_hyphenated_at_a_page_end_is_one_word(tmp_path: Path) -> None:
    """The page breaks in the middle of it; the listener hears nothing of that."""
    css = f"{NARROW} @page {{ size: 130pt 80pt }} p {{ orphans: 1; widows: 1 }}"
    pdf = heard(tmp_path, f"<p>{LONG * 8}</p>", css)
    assert len(pdf.pages) > 3
    assert pdf.roots[0].text.split() == LONG.split() * 8


def test_words_of_two_lines_never_run_together(tmp_path: Path) -> None:
    """There is a space at every line's end, also where the line ends in an element."""
    css = "@page { size: 120pt 400pt }"
    body = f"<p>{'<em>ett</em> <strong>to</strong> tre <code>fire</code> fem ' * 12}</p>"
    assert said(tmp_path, body, css).split() == ["ett", "to", "tre", "fire", "fem"] * 12


@pytest.mark.parametrize("width", range(60, 140, 8))
def test_however_long_the_lines_are(tmp_path: Path, width: int) -> None:
    """The same words come back from every width."""
    inline = "<em>Én</em> <a href='#x'>lenke</a>, så KS-NHO-modellen/veien."
    body = f"<p id='x'>{LOREM}{inline} {LOREM}</p>"
    words = said(tmp_path, body, f"p {{ width: {width}pt; hyphens: auto }}").split()
    wanted = f"{LOREM}Én lenke, så KS-NHO-modellen/veien. {LOREM}".split()
    assert words == wanted


def test_a_line_that_is_broken_on_purpose_is_two_words(tmp_path: Path) -> None:
    """A line break in a verse is heard as a space."""
    assert tree(tmp_path, "<p>Ro, ro<br/>til fiskeskjær</p>") == "P “Ro, ro til fiskeskjær”"


@pytest.mark.layout_complains
def test_a_letter_that_no_typeface_has_is_one_glyph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also one from right to left, as Thaana’s, whose number was once one of 268 million.

    Then a font took 25 seconds and 4 GB.
    """
    last: list[int] = []

    def subset(_font: Font, glyphs: dict[int, str], _hinting: bool) -> None:
        last.append(max(glyphs))

    monkeypatch.setattr(Font, "subset", subset)
    printed(tmp_path, '<p dir="rtl">ދިވެހި</p>')
    assert max(last) < 2**16


def test_lines_of_code_are_apart(tmp_path: Path) -> None:
    """The last word of one line of code is not the first of the next."""
    assert "print(1) if x:" in said(tmp_path, "<pre><code>print(1)\nif x:\n    y</code></pre>")


@pytest.mark.parametrize(
    "text",
    [
        "fjell, flaggskip, offisiell, affisje, kaffi",
        "10\N{NO-BREAK SPACE}km og 1\N{NARROW NO-BREAK SPACE}000\N{THIN SPACE}000",
        "æøå ÆØÅ – «sitat» … ‘x’",
        "áčđŋšŧž ÁČĐŊŠŦŽ Gáisavuotna",
        "αβγ Ελληνικά ώς",
        "en hard\N{HYPHEN}bindestrek og KS-NHO\N{NON-BREAKING HYPHEN}veien",
        "soft\N{SOFT HYPHEN}hyphen",
    ],
)
def test_the_authors_characters_come_back(tmp_path: Path, text: str) -> None:
    """Ligatures, spaces that hold, hyphens and letters of all our alphabets."""
    assert said(tmp_path, f"<p>{text}</p>") == text.replace("\N{SOFT HYPHEN}", "")


@pytest.mark.parametrize("caps", ["small-caps", "all-small-caps", "unicase"])
def test_small_capitals_are_the_authors_letters(tmp_path: Path, caps: str) -> None:
    """What is set in small capitals is heard as it is written."""
    body = f"<p style='font-variant-caps: {caps}'>Ks og NHO ks</p>"
    assert said(tmp_path, body) == "Ks og NHO ks"


def test_a_hyphen_that_the_author_wrote_is_heard_at_a_line_end_too(tmp_path: Path) -> None:
    """U+2010 is the hyphen of hyphenation, and may be the author's own."""
    text = "KS\N{HYPHEN}modellen " * 20
    assert said(tmp_path, f"<p>{text}</p>", NARROW).split() == text.split()


def test_a_float_in_a_line_is_a_word_of_its_own(tmp_path: Path) -> None:
    """The page number in the contents does not stick to the title."""
    css = "a::after { content: '7'; float: right }"
    assert said(tmp_path, "<p><a href='#x'>Innledning</a></p><p id='x'>x</p>", css).startswith(
        "Innledning 7"
    )


def test_a_space_at_a_page_end_is_heard(tmp_path: Path) -> None:
    """The page breaks between emphasis and the next word, and the space is in neither."""
    css = "@page { size: 110pt 76pt } p { orphans: 1; widows: 1 }"
    words = "<a href='#x'><em>kommunene</em> samarbeider</a> " * 12
    body = f"<p>{words}</p><p id='x'>x</p>"
    pdf = heard(tmp_path, body, css)
    assert len(pdf.pages) > 6
    assert pdf.roots[0].children[0].text.split() == ["kommunene", "samarbeider"] * 12


def test_a_word_over_a_page_end_in_a_list_is_one_word(tmp_path: Path) -> None:
    """Blocks in blocks go on, too."""
    css = f"{NARROW} @page {{ size: 130pt 80pt }} p {{ orphans: 1; widows: 1 }}"
    words = said(tmp_path, f"<ul><li><p>{LONG * 6}</p></li></ul>", css).replace("•", "").split()
    assert words == LONG.split() * 6
