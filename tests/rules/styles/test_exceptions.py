"""How far an exception in a style sheet reaches."""

import pytest

from bindery.manuscript.templates import HOUSE
from bindery.rules.styles._exceptions import exceptions_in
from bindery.vocabulary.text import Text
from tests.rules.styles.styles import house, laid_over

SHEET = "summary/summary.css"
COMMENT = "/* unntak lines-can-be-seen: Pynt. */"


def reached(css: str) -> list[list[int]]:
    """The lines that each exception in ``css`` holds for, counted from its first."""
    above = house(SHEET).count("\n")
    return [
        [line - above for line in one.lines]
        for one in exceptions_in(laid_over({SHEET: css}))
        if one.location.path == f"templates/{SHEET}"
    ]


@pytest.mark.parametrize(
    ("css", "lines"),
    [
        (f"{COMMENT}\n.a {{ margin: 0; }}\n.b {{ margin: 0; }}\n", [2]),
        (f"{COMMENT}\n.a {{\n  margin: 0;\n}}\n.b {{ margin: 0; }}\n", [2, 3, 4]),
        (f"{COMMENT}\n.a::before {{ content: '{{'; }}\n.b {{ margin: 0; }}\n", [2]),
        (f'{COMMENT}\n.a::before {{ content: "\\"{{"; }}\n.b {{ margin: 0; }}\n', [2]),
        (f"{COMMENT}\n.a {{ margin: 0; /* {{ */ }}\n.b {{ margin: 0; }}\n", [2]),
        (f"{COMMENT}\n.a {{\n  /* }} */\n  margin: 0;\n}}\n.b {{ margin: 0; }}\n", [2, 3, 4, 5]),
        (f"{COMMENT}\n.a,\n.b {{\n  margin: 0;\n}}\n.c {{ margin: 0; }}\n", [2, 3, 4, 5]),
        (f"{COMMENT}\n@media print {{\n  .a {{ margin: 0; }}\n}}\n.c {{}}\n", [2, 3, 4]),
        (f".a {{\n  {COMMENT}\n  margin: 0;\n  padding: 0;\n}}\n", [3]),
        (f".a {{\n  {COMMENT}\n  background: url(x)\n    red;\n  padding: 0;\n}}\n", [3, 4]),
        (f".a {{\n  {COMMENT}\n  margin: 0\n}}\n.b {{ margin: 0; }}\n", [3]),
        (f".a {{\n  margin: 0; {COMMENT}\n}}\n.b {{ margin: 0; }}\n", []),
        (f"{COMMENT} .a {{ margin: 0; }}\n.b {{ margin: 0; }}\n", [1]),
        (f"{COMMENT}\n\n/* {{ */\n.a {{ margin: 0; }}\n.b {{ margin: 0; }}\n", [4]),
        (f"{COMMENT}\n", []),
    ],
)
def test_an_exception_holds_for_what_stands_below_it(css: str, lines: list[int]) -> None:
    """One declaration or one rule, whatever its strings and comments have in them."""
    assert reached(css) == [lines]


def test_a_string_is_no_exception() -> None:
    """What only looks like a comment is text that the page shows."""
    assert reached(f'.a::before {{ content: "{COMMENT}"; }}\n.b {{ margin: 0; }}\n') == []


def test_a_reason_may_be_given_in_both_languages() -> None:
    """Two comments on one place, one in each language, are one exception."""
    css = f"{COMMENT}\n/* exception lines-can-be-seen:\n Ornament. */\n.a {{ margin: 0; }}\n"
    (one,) = [
        each
        for each in exceptions_in(laid_over({SHEET: css}))
        if each.location.path == f"templates/{SHEET}"
    ]
    assert one.reason == Text(nb="Pynt.", en="Ornament.")


def test_reasons_for_several_rules_may_stand_in_any_order() -> None:
    """First all in one language and then all in the other: each rule has both its reasons."""
    css = (
        "/* unntak lines-can-be-seen: Pynt. */\n/* unntak text-has-contrast: Logo. */\n"
        "/* exception lines-can-be-seen: Ornament. */\n/* exception text-has-contrast: A logo. */\n"
        ".a { margin: 0; }\n"
    )
    given = {
        (one.rule, one.reason)
        for one in exceptions_in(laid_over({SHEET: css}))
        if one.location.path == f"templates/{SHEET}"
    }
    assert given == {
        ("lines-can-be-seen", Text(nb="Pynt.", en="Ornament.")),
        ("text-has-contrast", Text(nb="Logo.", en="A logo.")),
    }


def test_the_house_gives_its_reasons_in_both_languages() -> None:
    """Whoever reads the evidence reads why the house's own exceptions stand, and whose they are."""
    exceptions = list(exceptions_in(laid_over({SHEET: f"{COMMENT}\n.a {{ margin: 0; }}\n"})))
    assert [
        one.in_default_templates for one in exceptions if one.location.path != f"templates/{SHEET}"
    ]
    for one in exceptions:
        assert one.reason is not None
        assert one.in_default_templates == (one.location.path != f"templates/{SHEET}")
        assert one.in_default_templates == (one.reason.nb != one.reason.en)


def test_the_house_is_the_house_in_its_own_book() -> None:
    """In the book that the house's templates stand beside, they are still the house's."""
    from bindery.manuscript.templates import Templates
    from bindery.rules.cascade.styles import Styles

    assert all(one.in_default_templates for one in exceptions_in(Styles(Templates(HOUSE.parent))))
