"""What the pages of rules on formulas and foreign marks are too short to show."""

import pytest

from bindery.rules.manuscript import dash_is_a_dash, text_is_not_in_capitals
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
