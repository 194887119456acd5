"""What the pages of rules on formulas and foreign marks are too short to show."""

import pytest

from bindery.rules.manuscript.formula_is_mathematics import is_text


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
