"""A formula that is wider than the page is broken into lines, or reported at its line."""

import pytest
from lxml import etree

from bindery.document.model import MATHML, Element, text_of
from bindery.document.paper import LARGE_TEXT_SIZE, PAPER, TEXT_SIZE
from bindery.editions.pdf.drawn_formulas import Drawings, Shrunk, draw_formulas
from bindery.editions.pdf.formula_lines import fit
from bindery.editions.pdf.looks import LARGE_PRINT, PRINT
from bindery.editions.pdf.small_letters import too_small

M = MATHML.strip("{}")


def formula(inner: str) -> Element:
    """A formula in a block of its own."""
    return etree.fromstring(f'<math xmlns="{M}" display="block">{inner}</math>')


def letters(part: Element) -> float:
    """In the place of drawing: as wide as it has letters, and a fraction as its wider part."""
    if part.tag == f"{MATHML}mfrac":
        return max(map(letters, part))
    if part.tag == f"{MATHML}mtable":
        return max(map(letters, part))
    return sum(map(letters, part)) if len(part) else len(text_of(part))


def terms(count: int) -> str:
    """A sum of as many terms."""
    return "<mo>+</mo>".join(["<mi>aaaa</mi>"] * count)


def lines(part: Element) -> list[str]:
    """The lines of a formula that is broken."""
    return [text_of(row).replace(" ", "") for row in part.iter(f"{MATHML}mtr")]


@pytest.mark.parametrize(
    ("inner", "broken"),
    [
        (f"<mi>S</mi><mo>=</mo>{terms(2)}", []),
        (f"<mi>S</mi><mo>=</mo>{terms(4)}", ["S=aaaa", "+aaaa", "+aaaa", "+aaaa"]),
        ("<mi>aaaaaaaa</mi><mo>=</mo><mi>bbbbbbbb</mi>", ["aaaaaaaa", "=bbbbbbbb"]),
        ("<mi>aaaa</mi><mo>(</mo><mi>b</mi><mo>+</mo><mi>bbbbbbbbb</mi><mo>)</mo>", []),
        ("<mi>aaaaaaaa</mi><mo>=</mo><mo>−</mo><mi>bbbbbbbb</mi>", ["aaaaaaaa", "=−bbbbbbbb"]),
        (
            f"<mfrac><mrow>{terms(3)}</mrow><mn>22</mn></mfrac>",
            ["aaaa+aaaa", "+aaaa"],
        ),
        ("<mi>aaaaaaaaaaaaaaaaaaa</mi>", []),
    ],
)
def test_a_line_begins_with_a_sign_between_terms(inner: str, broken: list[str]) -> None:
    """Outside of parentheses, in a fraction too; what fits stays on one line."""
    whole = formula(f"<mrow>{inner}</mrow>")
    said = text_of(whole).replace(" ", "")
    fit(whole, 12, 1, letters)
    assert lines(whole) == broken
    assert text_of(whole).replace(" ", "") == said


WIDE = "<p data-source='manuscript/chapters/01.md:7'>{}</p>"


def drawn(inner: str, size: int) -> tuple[Shrunk, ...]:
    """What shrinks on A4, of a formula in a paragraph."""
    math = etree.tostring(formula(inner), encoding="unicode")
    paragraph = etree.fromstring(f"<body>{WIDE.format(math)}</body>")
    return draw_formulas(paragraph, Drawings(size), PAPER["A4"].text_width)


@pytest.mark.slow
@pytest.mark.parametrize("size", [TEXT_SIZE, LARGE_TEXT_SIZE])
def test_a_long_sum_keeps_its_letters(size: int) -> None:
    """In print and in large print."""
    assert drawn(f"<mi>S</mi><mo>=</mo>{terms(30)}", size) == ()


@pytest.mark.slow
def test_what_cannot_be_broken_is_reported_at_its_line() -> None:
    """With the size of its letters, in the edition in which they are small."""
    shrunk = drawn(f"<msqrt>{terms(12)}</msqrt>", LARGE_TEXT_SIZE)
    (finding,) = too_small(shrunk, LARGE_PRINT)
    assert (finding.location.path, finding.location.line) == ("manuscript/chapters/01.md", 7)
    assert "In large print its letters are" in finding.message.en
    assert list(too_small([Shrunk("a.md:1", 9.5)], PRINT)) == []
