"""The e-book's style sheet says every value itself."""

from bindery.editions.epub.plain_styles import plain

TOKENS = """:root { --ink: #111; --soft: var(--ink); color-scheme: light dark }
@media (prefers-color-scheme: dark) { :root { --ink: #eee } p { margin: 0 } }
@media (prefers-contrast: more) { :root { --soft: #000 } }
"""


def test_a_custom_property_becomes_its_value() -> None:
    """Who knows no custom property still gets the colour, and each medium its own."""
    assert plain(TOKENS + "b { color: var(--ink); margin: 0 }").splitlines() == [
        ":root { color-scheme: light dark; }",
        "@media (prefers-color-scheme: dark) {",
        "p { margin: 0; }",
        "}",
        "b { color: #111; margin: 0; }",
        "@media (prefers-color-scheme: dark) { b { color: #eee; } }",
        "@media (prefers-color-scheme: dark) and (prefers-contrast: more) { b { color: #eee; } }",
    ]


def test_a_value_of_a_value_is_resolved() -> None:
    """A property that is another one follows it where the medium changes that one."""
    written = plain(TOKENS + "i { color: var(--soft) }")
    assert "i { color: #111; }" in written
    assert "dark) { i { color: #eee; } }" in written
    assert "and (prefers-contrast: more) { i { color: #000; } }" in written
    assert "var(" not in written


def test_what_has_no_value_stays() -> None:
    """An unknown property is left as it is, for the checkers to say so."""
    assert plain("p { color: var(--nobody) }") == "p { color: var(--nobody); }"
