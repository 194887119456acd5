"""``bindery watch`` as its users meet it: the command, a browser, an editor that saves."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bindery.tools import locate
from tests.shelf import HOUSE, write_book

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

CHAPTERS = ("# En\n\n" + "Ord og ord.\n\n" * 60, "# To\n\nEt annet kapittel.\n")
AXE = """() => axe.run(document, { runOnly: { type: "tag", values:
  ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } })"""
START = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from bindery.start import main; main()"
)
SECONDS = 60_000


class Command:
    """The running command, and the address that it has printed."""

    def __init__(self, book: Path) -> None:
        self.book = book
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, "watch", "--book", book, "--lang", "en"],
            env=os.environ | {"PYTHONPATH": str(HOUSE)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        found = re.search(r"http://\S+", self.process.stdout.readline())
        assert found is not None
        self.address = found[0]

    def save(self, number: int, text: str) -> None:
        """Save a chapter."""
        path = self.book / f"manuscript/chapters/{number:02}.md"
        path.write_text(text, encoding="utf-8")

    def programs(self) -> set[int]:
        """The processes that the command has started, which are still there."""
        children = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return {int(one) for path in children for one in path.read_text().split()}


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Command]:
    """The command, about a small publication."""
    running = Command(write_book(tmp_path_factory.mktemp("watched"), *CHAPTERS))
    yield running
    running.process.kill()
    running.process.communicate()


@pytest.fixture(scope="module")
def page(command: Command, browser_kept: "object") -> Iterator["Page"]:
    """Its page, from which nothing outside may be asked for."""
    browser: Browser = browser_kept.started()  # type: ignore[attr-defined]
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(SECONDS)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(command.address)
    page.wait_for_selector("body:not([data-judged='0']) #picture")
    yield page
    assert [url for url in asked if not url.startswith((command.address, "data:"))] == []
    context.close()


def words(page: "Page", *, there: str) -> None:
    """Wait until the document that is shown has these words."""
    page.frame_locator("#frame").get_by_text(there).first.wait_for()


def test_a_save_is_shown_where_it_was_made(command: Command, page: "Page") -> None:
    """The block comes into view and is marked, the page of the PDF and the status follow."""
    picture = page.get_attribute("#picture", "src")
    command.save(1, CHAPTERS[0] + "Aller sist.\n")
    words(page, there="Aller sist.")
    block = page.frame_locator("#frame").locator("[data-bindery-changed]")
    block.wait_for()
    assert block.inner_text() == "Aller sist."
    assert block.evaluate("(block) => block.getBoundingClientRect().bottom <= innerHeight")
    assert page.evaluate("() => document.activeElement === document.body")
    page.wait_for_function(
        "(before) => document.getElementById('picture').src !== before", arg=picture
    )
    page.wait_for_function("() => document.getElementById('picture').complete")
    assert page.get_attribute("#picture", "alt") != "Side 1 i PDF-utgaven"


def test_another_chapter_is_shown_when_it_is_edited(command: Command, page: "Page") -> None:
    """Unless the author has asked to stay."""
    page.uncheck("#follow")
    command.save(2, CHAPTERS[1] + "\nIkke vis dette.\n")
    page.wait_for_function("() => document.getElementById('changed').dataset.show.includes('-2.')")
    assert "kapittel-1" in (page.get_attribute("#frame", "src") or "")
    page.click("#go")
    words(page, there="Ikke vis dette.")
    focused = page.frame_locator("#frame").locator(":focus")
    assert focused.inner_text() == "Ikke vis dette."
    page.check("#follow")
    # Somebody who has just used the page is reading it: nothing moves.
    command.save(1, CHAPTERS[0] + "Mens noen leser.\n")
    page.wait_for_function("() => document.getElementById('changed').dataset.show.includes('-1.')")
    assert "kapittel-2" in (page.get_attribute("#frame", "src") or "")


def test_new_findings_are_counted_aloud(command: Command, page: "Page") -> None:
    """The live region says how many are new, and each is called so in words."""
    command.save(2, CHAPTERS[1] + "\n![](../figures/borte.svg)\n")
    page.wait_for_function(
        "() => /Nye funn: [1-9]/.test(document.getElementById('status').textContent)"
    )
    assert page.get_attribute("#status", "aria-live") == "polite"
    assert page.locator(".findings strong", has_text="Nytt:").count() >= 1
    page.locator(".findings a").first.focus()
    command.save(2, CHAPTERS[1])
    page.wait_for_function(
        "() => /Rettet: [1-9]/.test(document.getElementById('status').textContent)"
    )
    # What had the focus is gone: the heading of the list has it.
    assert page.evaluate("() => document.activeElement.id") == "findings"


def test_pages_are_turned_where_one_is(page: "Page") -> None:
    """Focus and document stay; at the last page, the heading has the focus."""
    page.locator("#previous, #next").first.wait_for()
    while page.locator("#previous").count():
        before = page.get_attribute("#picture", "src")
        page.focus("#previous")
        page.keyboard.press("Enter")
        page.wait_for_function(
            "(before) => document.getElementById('picture').getAttribute('src') !== before",
            arg=before,
        )
        # The buttons come after the picture.
        page.wait_for_timeout(500)
        focused = page.evaluate("() => document.activeElement.id")
        assert focused == ("previous" if page.locator("#previous").count() else "sheet")


def test_a_link_leads_to_the_document_in_the_page(page: "Page") -> None:
    """The list at the top shows which one it is."""
    page.click("nav.parts a[href*='innhold']")
    page.frame_locator("#frame").get_by_role("link", name="To", exact=True).click()
    page.wait_for_selector("nav.parts a[aria-current][href*='kapittel-2']")
    assert page.frame_locator("#frame").get_by_role("heading", name="To").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(page: "Page", command: Command, scheme: str, width: int) -> None:
    """In light and dark, and as wide as a telephone, where nothing is wider than the window."""
    axe = locate.axe_source()
    assert axe is not None
    settings = command.book / "manuscript/publication.toml"
    good = settings.read_text(encoding="utf-8")
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 800})
    settings.write_text(good + "\n[[[", encoding="utf-8")
    page.wait_for_selector(".behind:not([hidden])")
    page.evaluate(axe.read_text(encoding="utf-8"))
    report = page.evaluate(AXE)
    assert len(report["passes"]) > 30
    assert [one["id"] for one in report["violations"]] == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    settings.write_text(good, encoding="utf-8")
    page.wait_for_selector(".behind[hidden]", state="attached")


def test_ctrl_c_ends_it_and_all_it_has_started(command: Command, page: "Page") -> None:
    """No process is left, one sentence is said, and the page says that it is no longer kept."""
    programs = command.programs()
    assert programs
    command.process.send_signal(signal.SIGINT)
    _, told = command.process.communicate(timeout=20)
    assert command.process.returncode == -signal.SIGINT
    assert told.startswith("Stopped.")
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and any(Path(f"/proc/{one}").exists() for one in programs):
        time.sleep(0.05)
    assert not any(Path(f"/proc/{one}").exists() for one in programs)
    page.wait_for_function("() => document.getElementById('lost').textContent !== ''")
