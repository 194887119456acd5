"""Formulas are said in words, in the language around them."""

import unicodedata
from pathlib import Path

import pytest

from bindery.document.model import MATHML
from tests.shelf import document_of

NORWEGIAN = {
    "a^2 + b^2 = c^2": "a i andre pluss b i andre er lik c i andre",
    r"p = \frac{F}{A}": "p er lik brøk F over A brøk slutt",
    r"\sqrt{gd}": "kvadratroten av g d rot slutt",
    r"\sqrt[3]{x}": "3. roten av x rot slutt",
    r"T \approx 12{,}42": "T er omtrent lik 12,42",
    "f(1,2)": "f parentes 1 , 2 parentes slutt",
    "x_1^2 - 3": "x indeks 1 i andre minus 3",
    "2^{n+1}": "2 opphøyd i n pluss 1 opphøyd slutt",
    r"\bar{x}": "x med strek over",
    r"\hat{y}": "y med hatt over",
    r"\vec{v}": "v med pil over",
    r"\underline{a}": "a med strek under",
    "h(t)": "h parentes t parentes slutt",
    r"\sum_{i=1}^{n} i": "summen fra i er lik 1 til n av i",
    r"\int_0^T v\,dt": "integralet fra 0 til T av v d t",
    r"\begin{matrix} 1 & 2 \\ 3 & 4 \end{matrix}": "rad 1: 1, 2; rad 2: 3, 4;",
    r"a \leq b \Rightarrow c": "a er mindre enn eller lik b gir c",
}


@pytest.mark.parametrize("tex", NORWEGIAN)
def test_a_formula_is_said_in_norwegian(tmp_path: Path, tex: str) -> None:
    """As one reads it aloud, with every end told where one could lose the way."""
    document = document_of(tmp_path, f"# A\n\n${tex}$\n")
    (formula,) = document.body.iter(f"{MATHML}math")
    assert formula.get("alttext") == NORWEGIAN[tex]


def test_it_is_said_in_the_language_of_its_passage(tmp_path: Path) -> None:
    """A formula in an English passage is English."""
    document = document_of(tmp_path, "# A\n\n::: {lang=en}\n$x^2 = \\frac{1}{2}$\n:::\n")
    (formula,) = document.body.iter(f"{MATHML}math")
    assert formula.get("alttext") == "x squared equals fraction 1 over 2 end fraction"


ACCENTS = [r"\tilde{\theta}", r"\hat{y}", r"\dot{x}", r"\ddot{x}", r"\check{c}", r"\mathring{a}"]


@pytest.mark.parametrize("tex", ACCENTS)
def test_a_mark_over_a_letter_stands_alone(tmp_path: Path, tex: str) -> None:
    """An operator that begins with a combining mark is not MathML, and checkers refuse it."""
    document = document_of(tmp_path, f"# A\n\n${tex}$\n")
    (mark,) = document.body.iter(f"{MATHML}mo")
    assert unicodedata.combining(mark.text or "") == 0


def test_every_formula_that_cannot_be_read_is_told_at_its_line(tmp_path: Path) -> None:
    """The line is that of the formula, not of the paragraph that it is in; each is told once.

    It is printed as code, and the formulas beside it as formulas.
    """
    items = "- En\n- To\n  $\\bar$ og $\\foo$"
    text = f"# A\n\nFør\n$\\foo$ og $x$, $\\foo$\n\n{items}\n\n| $\\foo$ |\n|--|\n| a |\n"
    document = document_of(tmp_path, text)
    assert [one.location.line for one in document.findings] == [4, 8, 8, 10]
    code = ["".join(map(str, one.itertext())) for one in document.body.iter("code")]
    assert code == ["$\\foo$", "$\\foo$", "$\\bar$", "$\\foo$", "$\\foo$"]
    assert next(document.body.iter(f"{MATHML}math"), None) is not None
