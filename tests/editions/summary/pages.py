"""The summaries under test, and broken twins of them that keep their own policy."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread
from typing import Literal

from playwright.sync_api import Browser, Page

from bindery.document.read import read_document
from bindery.editions.making import Made
from bindery.editions.summary import MAKES_SUMMARY
from bindery.manuscript.load import load
from bindery.manuscript.templates import policy_digest
from tests.editions.torture import TORTURE
from tests.shelf import HOUSE, workshop_for

BOOKS = {"ours": HOUSE, "torture": TORTURE}
MADE = {
    "pdf": Made(b"x" * 71_861, 13),
    "pdf20": Made(b"x" * 71_042, 13),
    "large-print": Made(b"x" * 1_240_000, 26),
    "epub": Made(b"x" * 64_068, 4),
}


@cache
def summary_of(book: str) -> str:
    """The summary of our own publication or of the torture book."""
    publication = load(BOOKS[book]).publication
    assert publication is not None
    document = read_document(publication)
    return MAKES_SUMMARY.make(
        document, workshop_for(document, Path(mkdtemp())), MADE
    ).content.decode()


def restyled(html: str, css: str) -> str:
    """A twin of ``html`` with more style, let in by its own policy."""
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    more = f"{style[1]}\n{css}"
    twin = html.replace(style[0], f"<style>{more}</style>")
    return twin.replace(policy_digest(style[1]), policy_digest(more))


@dataclass(frozen=True)
class Sight:
    """How a reader sees a page. ``zoom`` is what the browser enlarges by, in a window so wide."""

    width: int = 1280
    height: int = 800
    scheme: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"
    media: Literal["screen", "print"] = "screen"
    zoom: int = 1


@dataclass
class Log:
    """What happened while a page was open: what was asked for, and what the browser said."""

    requests: list[str]
    messages: list[str]


@contextmanager
def opened(browser: Browser, html: str, sight: Sight | None = None) -> Iterator[tuple[Page, Log]]:
    """``html`` as a server on this machine hands it out, and the log of its visit."""
    sight = sight or Sight()
    log = Log([], [])

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            log.requests.append(self.path)
            found = self.path == "/summary.html"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode() if found else b"")

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}"
    context = browser.new_context(
        viewport={"width": sight.width // sight.zoom, "height": sight.height // sight.zoom},
        device_scale_factor=sight.zoom,
        color_scheme=sight.scheme,
        forced_colors=sight.forced,
        # Smooth scrolling goes on after a key; what is looked at is where it ends.
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.emulate_media(media=sight.media, color_scheme=sight.scheme, forced_colors=sight.forced)
    page.on("console", lambda message: log.messages.append(message.text))
    page.on("pageerror", lambda error: log.messages.append(str(error)))
    page.on(
        "request",
        lambda request: (
            log.requests.append(request.url)
            if not request.url.startswith((home, "data:"))
            else None
        ),
    )
    page.goto(f"{home}/summary.html", wait_until="load")
    page.evaluate("document.fonts.ready")
    # What is folded is part of the page too.
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    try:
        yield page, log
    finally:
        context.close()
        server.shutdown()
        server.server_close()
