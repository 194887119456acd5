"""The size of the words in a drawing, however the drawing says it."""

import pytest

from bindery.rules.manuscript._drawn_words import size_of, smallest_words

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}>{}</svg>'


@pytest.mark.parametrize(
    ("inner", "size"),
    [
        ("<text>a</text>", 16),
        ('<text font-size="9">a</text>', 9),
        ('<text font-size="9" style="font-size:12px">a</text>', 12),
        ('<text style="font: bold 9pt sans-serif">a</text>', 12),
        ('<style>.st0{font-size:10px}</style><text class="st0">a</text>', 10),
        ("<style>#a text, tspan {font-size:10px}</style><text>a</text>", 10),
        ('<g font-size="20"><text><tspan font-size="50%">a</tspan></text></g>', 10),
        ('<g transform="scale(.5)"><text font-size="20">a</text></g>', 10),
        ('<g transform="matrix(0.5 0 0 0.25 3 4)"><text font-size="20">a</text></g>', 5),
        ('<text font-size="20">a</text><text font-size="6"> </text>', 20),
        ('<defs><text font-size="4">a</text></defs><text font-size="20">a</text>', 20),
        ("<rect/>", None),
    ],
)
def test_the_smallest_words_are_found(inner: str, size: float | None) -> None:
    """By attribute, style, rule, size of what is around, and scale; no other words count."""
    assert smallest_words(SVG.format("", inner).encode()) == size


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 200 100"', (200, 100, 1)),
        ('viewBox="0 0 200 100" width="100"', (100, 50, 0.5)),
        ('viewBox="0 0 200 100" height="50"', (100, 50, 0.5)),
        ('viewBox="0 0 200 100" width="100%"', (200, 100, 1)),
        ('width="72pt" height="36pt"', (96, 48, 1)),
        ("", (0, 0, 1)),
    ],
)
def test_the_size_of_a_drawing_is_its_own(
    attributes: str, size: tuple[float, float, float]
) -> None:
    """In pixels, and pixels to its unit."""
    assert size_of(SVG.format(attributes, "").encode()) == pytest.approx(size)
