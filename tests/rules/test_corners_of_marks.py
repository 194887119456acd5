"""What the pages of rules on formulas, signs and characters are too short to show."""

import pytest

from bindery.rules.manuscript import (
    dash_is_a_dash,
    no_hidden_direction,
    no_stray_characters,
    signs_between_numbers_are_shown,
    text_is_not_in_capitals,
)
from bindery.rules.manuscript.formula_is_mathematics import is_text
from bindery.vocabulary.publication import Publication
from tests.rules.books import found_in, shelf_of


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication whose chapter each test writes."""
    return shelf_of(tmp_path_factory.mktemp("shelf"))


@pytest.mark.parametrize(
    "formula",
    [
        "fornavn",
        "navn",
        "key",
        "first_name",
        "USER_ID",
        "HOME",
        "pris-per-enhet",
        "5 og AU",
        ", og 6",
        "5](x) or [",
        "5**/**",
        "5 i *",
        "5 til (",
        "x in A",
    ],
)
def test_names_and_sentences_are_text(formula: str) -> None:
    """A word of several letters, and words between words, are no formula."""
    assert is_text(formula)


@pytest.mark.parametrize(
    "formula",
    [
        *("x", "å", "ab", "abc", "ABC", "ABCD", "PQRS", "x_1", "x_{max}", "n!", "kWh", "km/h"),
        *("E = mc^2", "2 ab", "a, b, c", "dx dy", "p \\land q", "F = ma", "pV = nRT", "H_2O"),
        *("\\sin x", "\\frac{gh}{2}", "v_{\\mathrm{snitt}}", "a \\text{ og } b", "\\alpha\\beta"),
        "\\begin{matrix} a & b \\\\ c & d \\end{matrix}",
    ],
)
def test_products_and_points_are_formulas(formula: str) -> None:
    """Letters beside each other are a product, capitals are points, and marked words are words."""
    assert not is_text(formula)


@pytest.mark.parametrize(
    ("text", "dashes"),
    [
        ("Her er $a$ - y, a - $y$, $n$ - $m$, x - 1, 3 - 2 og (a + b) - (c + d).", 0),
        ("Da er overskudd = inntekter - utgifter, og inntekter - utgifter = overskudd.", 0),
        ("Verdien $x$ - som er kjent - er fem.", 2),
        ("Velg `--help` - det viser hjelp. Vitamin C - en kilde. Fra 5 - seks.", 3),
    ],
)
def test_a_minus_is_no_dash(shelf: Publication, text: str, dashes: int) -> None:
    """Between quantities, and in an equation, a hyphen is a minus; elsewhere it is a dash."""
    assert len(found_in(dash_is_a_dash.RULE, shelf, text)) == dashes


def test_a_message_shows_no_sign_of_ours(shelf: Publication) -> None:
    """A formula or code in a quoted passage is shown as three dots."""
    (found,) = found_in(dash_is_a_dash.RULE, shelf, "Bruk `--help` - det viser hjelp.")
    assert "«Bruk … - det viser" in found.message.nb


@pytest.mark.parametrize(
    "text",
    [
        "Last ned ODT, HTML, PDF.",
        "## ODT, HTML, PDF\n\nLagre som odt, html eller pdf.",
        "## PDF\n\nLagre som pdf.",
        "Velg TTF, OTF og WOFF. En ttf og en otf.",
    ],
)
def test_a_list_of_formats_is_not_shouted(shelf: Publication, text: str) -> None:
    """Names of file formats are abbreviations, also where they are in small letters."""
    assert found_in(text_is_not_in_capitals.RULE, shelf, text) == []


def test_words_in_capitals_are_shouted_with_commas_too(shelf: Publication) -> None:
    """A comma in a sentence of capitals makes no list of it."""
    found = found_in(text_is_not_in_capitals.RULE, shelf, "SØKNADEN MÅ, UANSETT GRUNN, SENDES.")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("stray", "new"),
    [
        *(("\u2028", " "), ("\u2029", " "), ("\x85", " "), ("\x92", "’"), ("&#x92;", "’")),
        *(
            ("\x81", None),
            ("\ufffc", None),
            ("\ufffd", None),
            ("\ufdd0", None),
            ("\U0001fffe", None),
        ),
    ],
)
def test_each_stray_character_is_reported(shelf: Publication, stray: str, new: str | None) -> None:
    """Typed or as a number, with what it was meant to be where that is known."""
    (found,) = found_in(no_stray_characters.RULE, shelf, f"Dette er en{stray}prøve.")
    assert found.location.column == 12
    assert (found.fix and found.fix.new) == new


@pytest.mark.parametrize("text", ["a\u202eb\u202c", "a\u202ab", "\u2067a", "a\u2069", "&#8238;a"])
def test_a_character_that_turns_the_text_is_reported(shelf: Publication, text: str) -> None:
    """Embeddings, overrides, and isolates that are not closed on their line."""
    assert len(found_in(no_hidden_direction.RULE, shelf, text)) == 1


@pytest.mark.parametrize("text", ["a \u2067אבג\u2069 b", "a\u200eb\u200f", "vanlig"])
def test_marks_of_direction_in_pairs_are_right(shelf: Publication, text: str) -> None:
    """Isolates in pairs and marks of direction are how such text is written."""
    assert found_in(no_hidden_direction.RULE, shelf, text) == []


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Kassen er 60*40*20 cm.", ["«60*40*20»"]),
        ("Vi har 2^10 og 2^11.", ["«2^10 og 2^11»"]),
        ("Fra 5~10~15 til 2,5*3*4,5.", ["«5~10~15»", "«2,5*3*4,5»"]),
        ("Bruk __init__ og __main__.", ["«__init__»", "«__main__»"]),
        ("I 4**7**2 er sifferet halvfett.", []),
        ("Det er 10^6^ plasser og 2^10^ grupper, H~2~O og CO~2~ i 2030.", []),
        (r"Det er 60\*40\*20, `2*3*4`, 5 *av 6* og __viktig__ ord*i*ord.", []),
    ],
)
def test_signs_that_markdown_takes_are_told_of(
    text: str, lost: list[str], shelf: Publication
) -> None:
    """Where a sign on both sides of a word stands between digits, and in names of Python."""
    findings = found_in(signs_between_numbers_are_shown.RULE, shelf, text)
    assert [one.message.nb.split("i ")[1].split(" forsvinner")[0] for one in findings] == lost
