"""``build/release/`` is put on a web server as it is, and every link in it is followed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import SplitResult, unquote, urldefrag, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Request

from bindery.pipeline import examine as examine_module
from tests.built import built_book, moved
from tests.once import Once
from tests.pipeline.releasing import check_with, invoke_release, prober
from tests.pipeline.test_check import SILENT

pytestmark = [pytest.mark.slow, pytest.mark.long]

PAGES = ("index.html", "reports/evidence.html")
TYPES = {
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".ebrl": "application/ebrl+zip",
    ".pef": "application/x-pef+xml",
    ".brf": "application/x-brf",
    ".html": "text/html",
    ".json": "application/json",
}
EDITIONS = (".pdf", ".epub", ".ebrl", ".pef", ".brf")
SHOWN = (".html", ".json")
"""What a browser shows instead of saving it."""
ELSEWHERE = ("https", "mailto")


class Handler(SimpleHTTPRequestHandler):
    """A web server that knows what an EPUB is, and keeps quiet."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of ``folder`` on a web server of its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


OPEN_AROUND = """link => {
  for (let around = link; (around = around.parentElement?.closest("details"));) around.open = true;
}"""
"""What a reader must have opened to come to a link."""


class Visit:
    """Someone who follows every link of a folder's pages: what is wrong, what was reached."""

    def __init__(self, page: Page, address: str, folder: Path) -> None:
        self.page, self.address, self.folder = page, address, folder
        self.wrong: list[str] = []
        self.reached: set[str] = set()
        page.on("request", self._note_request)

    def read(self, name: str) -> None:
        """Follow each link of the page ``name``, opened anew where the last one led away.

        Of those that lead to the same file, the first is followed. For the others it is enough
        that their places are there.
        """
        answer = self.page.goto(self.address + name)
        if answer is None or answer.status != 200:
            self.wrong.append(f"{name}: not there")
            return
        addresses = self.page.locator("a[href]").evaluate_all("links => links.map(one => one.href)")
        by_file: dict[str, list[str]] = {}
        for address in addresses:
            by_file.setdefault(urldefrag(address).url, []).append(address)
        for first, *others in by_file.values():
            if urlsplit(self.page.url).path != f"/{name}":
                self.page.goto(self.address + name)
            self._follow(name, self.page.locator("a[href]").nth(addresses.index(first)))
            self._see_places(name, [urlsplit(address) for address in others])

    def _follow(self, name: str, link: Locator) -> None:
        target = urlsplit(link.evaluate("link => link.href"))
        if target.scheme in ELSEWHERE:
            return
        path = unquote(target.path).lstrip("/") or "index.html"
        file = self.folder / path
        if not file.is_file():
            self.wrong.append(f"{name}: {path}: no file")
            return
        if file.suffix in SHOWN:
            self._open(f"{name}: {path}#{target.fragment}", link, target)
        else:
            self._fetch(f"{name}: {path}", link, target.geturl(), file)
        self.reached.add(path)

    def _see_places(self, name: str, links: list[SplitResult]) -> None:
        """All of ``links`` lead to one file; if it is a page, their places are in it."""
        path = unquote(links[0].path).lstrip("/") if links else ""
        if not path.endswith(".html") or path not in self.reached:
            return
        if urlsplit(self.page.url).path != links[0].path:
            self.page.goto(self.address + path)
        places = [unquote(link.fragment) for link in links if link.fragment]
        gone = self.page.evaluate("all => all.filter(id => !document.getElementById(id))", places)
        self.wrong += [f"{name}: {path}#{place}: no such place" for place in dict.fromkeys(gone)]

    def _open(self, what: str, link: Locator, target: SplitResult) -> None:
        link.evaluate(OPEN_AROUND)
        link.focus()
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(target.geturl())
        place = unquote(target.fragment)
        if not self.page.evaluate("id => !id || !!document.getElementById(id)", place):
            self.wrong.append(f"{what}: no such place")

    def _fetch(self, what: str, link: Locator, address: str, file: Path) -> None:
        with self.page.expect_download() as download:
            link.click()
        if Path(download.value.path()).read_bytes() != file.read_bytes():
            self.wrong.append(f"{what}: other bytes")
        answer = self.page.request.get(address)
        if answer.status != 200 or answer.headers["content-type"] != TYPES[file.suffix]:
            self.wrong.append(f"{what}: {answer.status} {answer.headers['content-type']}")

    def _note_request(self, sent: Request) -> None:
        """Nothing is fetched from anywhere else."""
        if not sent.url.startswith((self.address, "data:")):
            self.wrong.append(f"fetches {sent.url}")


def followed(browser: Browser, folder: Path) -> Visit:
    """A visit to every page of ``folder``."""
    with served(folder) as address, browser.new_page(accept_downloads=True) as page:
        visit = Visit(page, address, folder)
        for name in PAGES:
            visit.read(name)
    return visit


def torture_book(once: Once, folder: Path) -> Path:
    """The book that has everything a manuscript can have."""
    return moved(built_book(once, "torture").folder, folder)


def our_publication(once: Once, folder: Path) -> Path:
    """The publication of this repository."""
    return moved(built_book(once, "ours").folder, folder)


@pytest.mark.parametrize("make", [torture_book, our_publication])
def test_every_link_leads_where_it_says(
    browser: Browser,
    once: Once,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Once, Path], Path],
) -> None:
    """From the summary and the evidence; each edition is reached, byte for byte."""
    check_with(monkeypatch, prober())
    # ``tests/readback/test_books.py`` reads all of them back.
    monkeypatch.setattr(examine_module, "read_back", lambda *_: SILENT)
    book = make(once, tmp_path)
    assert invoke_release(book) == 0
    folder = book / "build/release"
    visit = followed(browser, folder)
    assert visit.wrong == []
    editions = {path.name for path in folder.iterdir() if path.suffix in EDITIONS}
    assert len(editions) == (7 if make is our_publication else 4)
    assert editions <= visit.reached


def test_a_dead_end_is_seen(browser: Browser, tmp_path: Path) -> None:
    """A file that is gone, a place that is not there and a picture from elsewhere are told."""
    (tmp_path / "reports").mkdir()
    page = '<!DOCTYPE html><title>A</title><p id="a"><a href="#a">A</a> {}'
    for name in PAGES[1:]:
        (tmp_path / name).write_text(page.format(""), encoding="utf-8")
    there = '<a href="reports/evidence.html">E</a> <a href="reports/evidence.html#borte">E</a>'
    picture = '<img src="http://127.0.0.2:9/a.png">'
    links = f'<a href="borte.pdf">P</a> <a href="#borte">B</a> {there} {picture}'
    (tmp_path / "index.html").write_text(page.format(links), encoding="utf-8")
    visit = followed(browser, tmp_path)
    assert sorted(set(visit.wrong)) == [
        "fetches http://127.0.0.2:9/a.png",
        "index.html: borte.pdf: no file",
        "index.html: index.html#borte: no such place",
        "index.html: reports/evidence.html#borte: no such place",
    ]
    assert visit.reached == set(PAGES)
