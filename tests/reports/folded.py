"""What is folded on a page: how it is shown on a screen, on paper and with a keyboard."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser


@dataclass(frozen=True)
class Folded:
    """Whether what is folded is shown on a screen and on paper, and unfolds with the Enter key."""

    on_screen: set[bool]
    on_paper: set[bool]
    after_enter: bool


def what_is_folded(browser: Browser, file: Path) -> Folded:
    """How the folded parts of the page in ``file`` are shown."""
    shown = "all => all.map(one => one.checkVisibility())"
    with browser.new_page() as page:
        page.goto(file.as_uri())
        folded = page.locator("details:not([open]) > :not(summary)")
        on_screen = set(folded.evaluate_all(shown))
        page.emulate_media(media="print")
        on_paper = set(folded.evaluate_all(shown))
        page.emulate_media(media="screen")
        page.locator("summary").first.focus()
        page.keyboard.press("Enter")
        opened = page.locator("details").first.get_attribute("open") is not None
    return Folded(on_screen, on_paper, opened)
