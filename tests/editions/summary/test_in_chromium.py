"""The summary as readers meet it in a real browser; every check has been seen to fail."""

from collections.abc import Callable, Iterable
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from tests.editions.summary.keyboard import keyboard_faults
from tests.editions.summary.looks import (
    lost_with_spacing,
    overflows,
    small_targets,
    unreadable_on_paper,
)
from tests.editions.summary.pages import BOOKS, Sight, opened, restyled, summary_of

pytestmark = pytest.mark.slow

Check = Callable[[Page], Iterable[str]]

PHONE, ZOOMED = Sight(width=320), Sight(width=1280, height=1024, zoom=4)
DARK_PRINT = Sight(width=640, scheme="dark", media="print")

CHECKS: dict[str, tuple[Check, Sight]] = {
    "reflow at 320 px": (overflows, PHONE),
    "reflow at 400 %": (overflows, ZOOMED),
    "reflow on paper": (overflows, Sight(width=640, media="print")),
    "text spacing on a phone": (lost_with_spacing, PHONE),
    "text spacing on a screen": (lost_with_spacing, Sight()),
    "targets on a phone": (small_targets, PHONE),
    "targets on a screen": (small_targets, Sight()),
    "keyboard on a phone": (keyboard_faults, PHONE),
    "keyboard at 400 %": (keyboard_faults, ZOOMED),
    "keyboard in light": (keyboard_faults, Sight()),
    "keyboard in dark": (keyboard_faults, Sight(scheme="dark")),
    "keyboard in forced light": (keyboard_faults, Sight(forced="active")),
    "keyboard in forced dark": (keyboard_faults, Sight(scheme="dark", forced="active")),
    "paper": (unreadable_on_paper, Sight(width=640, media="print")),
    "paper, from a dark screen": (unreadable_on_paper, DARK_PRINT),
}


@pytest.mark.parametrize(
    ("check", "book"),
    [
        (check, book)
        for check, book in product(CHECKS, BOOKS)
        # Focus has the same style in every book: its colours are seen in one.
        if book == "ours" or not check.startswith(("keyboard in forced", "keyboard in dark"))
    ],
)
def test_readers_get_all_of_it(browser: Browser, check: str, book: str) -> None:
    """Small windows, wide spacing, a keyboard, dark, forced colours and paper take nothing away."""
    seen, sight = CHECKS[check]
    with opened(browser, summary_of(book), sight) as (page, _):
        assert list(seen(page)) == []


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_fetched_and_nothing_complains(browser: Browser, book: str, scheme: str) -> None:
    """One request, for the page itself; the policy refuses nothing that the page holds."""
    sight = Sight(scheme="dark" if scheme == "dark" else "light")
    with opened(browser, summary_of(book), sight) as (page, log):
        page.emulate_media(media="print")
        page.wait_for_timeout(200)
        assert log.requests == ["/summary.html"]
        assert log.messages == []
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 50
        assert page.evaluate("[...document.fonts].some(font => font.status === 'loaded')")


TWINS = [
    ("reflow at 320 px", "main { min-width: 30rem }", "the page is"),
    ("reflow at 400 %", ".lead { white-space: nowrap }", "the page is"),
    ("reflow at 400 %", "header h1 { font-size: 9rem; overflow-wrap: normal }", "the page is"),
    ("reflow on paper", "pre, p { white-space: pre; } .lead { width: 50rem }", "the page is"),
    ("text spacing on a phone", "h1 { max-height: 1.2em; overflow: hidden }", "cut off: h1"),
    ("text spacing on a screen", ".messages dd { margin-top: -1.2rem }", "on top of each other"),
    ("keyboard in light", ":focus-visible { outline: none !important }", "focus shows in 0"),
    ("keyboard in light", ":focus-visible { outline-color: #dddddd !important }", "focus shows in"),
    ("keyboard in dark", ":focus-visible { outline-color: #333333 !important }", "focus shows in"),
    ("keyboard in forced dark", ":focus-visible { outline: 0 !important }", "focus shows in 0"),
    ("keyboard on a phone", ":focus-visible { outline-width: 1px !important }", "focus shows in"),
    ("keyboard on a phone", ".skip:focus { inset-inline-start: -100vw }", "skip"),
    ("keyboard in light", "header { position: fixed; inset: 0 }", "covered"),
    ("paper, from a dark screen", "@media print { p { color: #e9efee } }", "faint on paper"),
]
TWINS_OF_A_LONG_PAGE = [
    ("reflow at 320 px", ".region { overflow: visible } table { width: 60rem }", "outside: table"),
    ("text spacing on a screen", "nav a { height: 1.4rem; padding: 0 }", "on top of each other"),
    (
        "targets on a phone",
        "main a, footer a { padding: 0 !important; font-size: 0.7rem }",
        " px: a",
    ),
    ("targets on a screen", "nav a { padding: 0; line-height: 1.2 }", " px: a"),
    ("paper", "@media print { main a::after { content: none !important } }", "leads nowhere"),
    ("paper", "@media print { nav { display: block } }", "contents that lead nowhere"),
]


@pytest.mark.parametrize(
    ("book", "check", "css", "fault"),
    [
        *(("ours", *twin) for twin in TWINS),
        *(("torture", *twin) for twin in TWINS_OF_A_LONG_PAGE),
    ],
)
def test_a_broken_twin_is_seen(
    browser: Browser, book: str, check: str, css: str, fault: str
) -> None:
    """Each check can fail: it sees what a style has broken, and says where."""
    seen, sight = CHECKS[check]
    with opened(browser, restyled(summary_of(book), css), sight) as (page, log):
        assert any(fault in one for one in seen(page))
        assert log.messages == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<main ", '<a tabindex="1" href="#x">først</a><main ', "out of order"),
        ("<main ", '<div tabindex="3">først</div><main ', "out of order"),
    ],
)
def test_a_jumping_keyboard_is_seen(browser: Browser, old: str, new: str, fault: str) -> None:
    """A stop that takes the keyboard out of the reading order is reported."""
    twin = summary_of("ours").replace(old, new, 1)
    with opened(browser, twin) as (page, _):
        assert any(fault in one for one in keyboard_faults(page))


@pytest.mark.parametrize(
    "fetched",
    [
        '<img src="http://127.0.0.1:9/bilde.png" alt="">',
        '<script src="/skript.js"></script>',
        '<p style="color: red">rødt</p>',
        "<script>document.title = 'x'</script>",
    ],
)
def test_what_the_policy_refuses_is_heard_of(browser: Browser, fetched: str) -> None:
    """Pictures from afar, scripts and styles that nobody named are refused, and it is logged."""
    twin = summary_of("ours").replace("</main>", f"{fetched}</main>")
    with opened(browser, twin) as (_, log):
        assert any("Content Security Policy" in message for message in log.messages)


def test_a_request_is_seen(browser: Browser) -> None:
    """Without the policy and the empty icon, what a page fetches is in the log."""
    html = summary_of("ours")
    for old, new in (("http-equiv", "data-x"), ("</main>", '<img src="/a.png" alt=""></main>')):
        html = html.replace(old, new, 1)
    with opened(browser, html) as (_, log):
        assert log.requests == ["/summary.html", "/a.png"]
