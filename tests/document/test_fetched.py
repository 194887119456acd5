"""What CSS fetches is decided on its tokens."""

import pytest

from bindery.document.fetched import fetched_by, fetched_by_sheet, is_elsewhere

THERE = "http://a.no/b"


@pytest.mark.parametrize(
    "css",
    [
        f"url({THERE})",
        f'fill: URL( "{THERE}" )',
        rf"a{{fill:u\72l({THERE})}}",
        rf"a{{background:\75 rl({THERE})}}",
        f'@import "{THERE}";',
        rf'@\69mport "{THERE}" screen;',
        f'a{{background:image-set("{THERE}" 1x)}}',
        f"a{{background:-webkit-image-set(url({THERE}) 1x)}}",
        f'a{{background:image("{THERE}")}}',
        f'a{{src:src("{THERE}")}}',
        f'@media screen{{a{{mask:cross-fade("{THERE}")}}}}',
        f"a{{b:url({THERE}",
    ],
)
def test_an_address_is_seen(css: str) -> None:
    """In an escape, a newer function, a rule within a rule, and where a bracket is missing."""
    assert [*fetched_by(css)] == [THERE]


@pytest.mark.parametrize(
    "css",
    [
        "fill:url(#a)",
        "fill:url('#a')",
        f"/* url({THERE}) */",
        f'a{{content:"url({THERE})"}}',
        f"@namespace s url({THERE});",
        "a{src:url(data:font/woff2;base64,AA)}",
        "url()",
    ],
)
def test_what_is_not_fetched_is_not_seen(css: str) -> None:
    """A part of the same file, a comment, words, a name, what is in its own address."""
    assert [*fetched_by(css)] == []


def test_what_a_browser_puts_together_is_seen() -> None:
    """An address in a variable is one all the same."""
    assert [*fetched_by(f'a{{--x:"{THERE}";b:image-set(var(--x) 1x)}}')]


def test_a_typeface_of_a_drawing_is_not_fetched() -> None:
    """It is left out: words are set in the edition's."""
    assert [*fetched_by_sheet(f"@font-face{{src:url({THERE})}}")] == []
    assert [*fetched_by_sheet(f"a{{b:url({THERE})}}")] == [THERE]


@pytest.mark.parametrize(
    ("address", "elsewhere"),
    [
        *(
            (one, True)
            for one in (THERE, "//a.no", r"\\a.no\b", "ht\ntps://a.no", " ftp:a", "https:a")
        ),
        *((one, False) for one in ("a.png", "fonts/a.woff2", "#a", "data:image/png,a", "a/b:c")),
    ],
)
def test_the_network_is_told_from_a_file(address: str, elsewhere: bool) -> None:
    """As browsers do, which read a backslash as a slash and skip line breaks."""
    assert is_elsewhere(address) is elsewhere
