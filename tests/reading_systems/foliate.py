"""The engine of the reading system Foliate, in Chromium, with a book open in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

from bindery.tools import inventory, locate

ORIGIN = "https://reader.invalid"
OWN = ("foliate.html", "foliate.js")
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self' blob:; frame-src blob:;"
    " style-src 'unsafe-inline' blob:; img-src blob: data:; font-src blob:"
)
"""As the engine's own documentation asks: no book may run scripts."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen: of which content document, which words, and how many images.

    ``whole`` are the words of the content document. ``cut`` are the lines of words that the foot
    of the screen goes through. What scrolls within itself is among neither words.
    """

    document: str
    words: str
    whole: str
    images: int
    cut: list[str]


@dataclass(frozen=True, slots=True)
class Followed(Shown):
    """What is on the screen after a link, and whether its target is.

    ``next`` are the words from there to where the next printed page, or a picture, begins.
    """

    found: bool
    displayed: bool
    next: str


@dataclass(slots=True)
class Reader:
    """A book that is open. ``complaints`` are the browser's errors, and what the book asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def documents(self) -> list[str]:
        """The content documents in reading order, by their paths in the EPUB."""
        return list(self.page.evaluate("contents()"))

    def pages(self) -> Iterator[Shown]:
        """The screens of the whole book, each one page turn from the one before."""
        shown: dict[str, Any] | None = self.page.evaluate("shown()")
        while shown:
            yield Shown(**shown)
            shown = self.page.evaluate("turn()")

    def follow(self, address: str) -> Followed:
        """Go where a link leads: a path in the EPUB, with a fragment."""
        return Followed(**self.page.evaluate("(address) => follow(address)", address))


@contextmanager
def opened(browser: Browser, epub: Path, width: int = 400, height: int = 700) -> Iterator[Reader]:
    """``epub`` open at its first page, on a screen of so many CSS pixels, without a network."""
    assert not (missing := inventory.missing("Chromium", "Playwright", "foliate-js")), missing
    with browser.new_page(viewport={"width": width, "height": height}) as page:
        reader = Reader(page)
        page.on("pageerror", lambda error: reader.complaints.append(str(error)))
        page.on(
            "console",
            lambda said: reader.complaints.append(said.text) if said.type == "error" else None,
        )
        page.route("**/*", lambda route: _answer(route, epub, reader))
        page.goto(f"{ORIGIN}/foliate.html")
        page.wait_for_function("() => window.follow")
        page.evaluate("() => open('/book.epub')")
        yield reader


def _answer(route: Route, epub: Path, reader: Reader) -> None:
    """Everything there is: the engine, what is around it, and the book."""
    engine = locate.foliate()
    assert engine
    path = route.request.url.removeprefix(ORIGIN).lstrip("/")
    if path in OWN:
        file = Path(__file__).with_name(path)
    elif path == "book.epub":
        file = epub
    else:
        file = engine.parent / path
    if file.is_file() and route.request.url.startswith(ORIGIN):
        route.fulfill(path=file, headers=_headers(file))
    else:
        reader.complaints.append(f"asked for {route.request.url}")
        route.abort()


def _headers(file: Path) -> dict[str, str]:
    kinds = {".js": "text/javascript", ".html": "text/html", ".epub": "application/epub+zip"}
    return {"Content-Type": kinds.get(file.suffix, ""), "Content-Security-Policy": POLICY}
