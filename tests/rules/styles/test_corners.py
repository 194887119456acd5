"""Style sheets that no one would write, and that some one will."""

import pytest

from bindery.rules.styles import TEMPLATE_RULES
from bindery.rules.styles._exceptions import exceptions_in
from bindery.rules.styles.brand_colours_have_contrast import RULE as BRAND_COLOURS
from tests.rules.styles.styles import laid_over

pytestmark = pytest.mark.slow

ODD = [
    "",
    ":root { --a: var(--b); --b: var(--a); } p { color: var(--a) }",
    (
        "@media { p { color: red } } @media , { p{} } @media (min-width) { p { color:"
        " #777 } } @media screen and { a{color:#111} }"
    ),
    ("p { color: rgb(; font: ; font: bold; border: ; margin: ; padding: var(--x, ); }"),
    (
        "p { font-size: calc(1px + ); line-height: calc(); font: 1em/ serif; width: c"
        "lamp(1px, 2px); outline: }"
    ),
    (
        "p { color: color-mix(in nospace, red, blue); background: color-mix(in srgb, "
        "red 0%, blue 0%); border-color: light-dark(red); }"
    ),
    (
        "@page :first { margin: 0 } @page { @top-center { content: 'x'; color: #eee }"
        " } @page a b c { color: red }"
    ),
    (
        "p { opacity: 50%; } p { opacity: calc(.2 + .3); font-size: 0; } h1 { line-he"
        "ight: normal; font-size: inherit } a { all: unset }"
    ),
    (
        "*, *::before { content: 'x'; color: inherit } ::selection { color: #fff; bac"
        "kground: #fff } :is( { } :not() { color: red } > p { color: red } & { color:"
        " red }"
    ),
    (
        "p { color: hsl(none none none); border: thin solid currentcolor; border-widt"
        "h: 0 1px 2px; outline: 1px solid; margin: 1em 2em 3em; page: auto; backgroun"
        "d: url(x) red, blue; background: none }"
    ),
    "\ufeffp{color:#777}\x00 a{",
    "p{display:none}html{display:none}",
    (
        "@font-face{} @keyframes x { from { color: red } } @container (width > 1px) {"
        " p { color: #fafafa } } @layer a, b; @layer a { p { color: #fafafa } } @char"
        "set 'x';"
    ),
    (
        "p { text-decoration: inherit; font: inherit; border: inherit; outline: inher"
        "it; background: inherit; color: unset } p { text-decoration: inherit; font: "
        "inherit; border: inherit; outline: inherit; background: inherit; color: unse"
        "t } p { text-decoration: inherit; font: inherit; border: inherit; outline: i"
        "nherit; background: inherit; color: unset }"
    ),
    ("/* unntak x-y */ /* unntak lines-can-be-seen: */ /* exception lines-can-be-seen: a\n b */"),
    "p { color: var(); background: var(--a,) ; margin: var(--a b) }",
    (
        "a:hover:focus::after, a::after:hover { color: #ddd } p:has(> a) { color: #ee"
        "e } p:nth-child(2n of .x) { color: #ccc }"
    ),
    ("p { width: 1e5px; font-size: 1e5px; line-height: -5; height: calc(1px/0) }"),
]


@pytest.mark.parametrize("css", ODD)
def test_every_sheet_can_be_judged(css: str) -> None:
    """Whatever stands in a style sheet, the rules say what they find, and nothing breaks."""
    styles = laid_over({"epub/epub.css": f"{css}\n"})
    findings = [finding for rule in TEMPLATE_RULES for finding in rule.find(styles)]
    assert all(finding.location.line for finding in findings)
    # Nothing here is of a brand.
    assert all(rule.extent.count(styles) for rule in TEMPLATE_RULES if rule is not BRAND_COLOURS)
    assert all(exception.location.line for exception in exceptions_in(styles))
