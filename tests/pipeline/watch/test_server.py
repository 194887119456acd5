"""Only the page's own reader gets an answer; no address is a path on the disk."""

import http.client
import json
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from bindery.document.contents import PageStart
from bindery.locales import Word
from bindery.pipeline.watch.blocks import Block, Places
from bindery.pipeline.watch.browser_files import XHTML, File
from bindery.pipeline.watch.page import Wanted, page
from bindery.pipeline.watch.page_pictures import Pages
from bindery.pipeline.watch.server import LocalServer
from bindery.pipeline.watch.state import Board, State
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

AT = "manuscript/chapters/01.md:5"
BLOCK = Block("kapittel-1.xhtml", AT, 5)
READ = State(
    version=7,
    number=3,
    judged=3,
    title="Tre <funn>",
    language="nn",
    titles={"kapittel-1.xhtml": Word("Fyrste", "nn"), "kapittel-2.xhtml": Word("Second", "en")},
    files={
        "kapittel-1.xhtml": File(b"<html>Ordet</html>", XHTML),
        "skrift/1/a.ttf": File(b"letters", "font/ttf", lasting=True),
    },
    places=Places({"manuscript/chapters/01.md": ((5,), (BLOCK,))}),
    change=BLOCK,
    pages=Pages(3, b"%PDF-", (PageStart("i"), PageStart("1", "chapters-2", 0))),
    summary=File(b"<p>Kort</p>", "text/html"),
)
SEEN = Finding(
    "image-has-alt-text",
    Severity.ERROR,
    Location("manuscript/chapters/01.md", 6, 2),
    Text(nb="Bildet <mangler> tekst.", en="Image <lacks> text."),
    Text(nb="Skriv den.", en="Write it."),
)


@pytest.fixture(scope="module")
def board() -> Board:
    """A board with a reading."""
    board = Board()
    board._state = READ
    return board


@pytest.fixture(scope="module")
def address(board: Board) -> Iterator[str]:
    """The address of the page."""
    with LocalServer(board) as server:
        yield server.address


def ask(
    address: str, path: str = "", *, method: str = "GET", whole: str = "", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    """The answer to a request for ``path`` below the token, or for the ``whole`` path."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.putrequest(method, whole or parts.path + path, skip_host="host" in named)
    for name, value in named.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def test_the_address_is_local_and_cannot_be_guessed(address: str) -> None:
    """It names the machine by its number, any port, and 256 bits of chance."""
    parts = urlsplit(address)
    assert (parts.scheme, parts.hostname) == ("http", "127.0.0.1")
    assert len(parts.path.strip("/")) >= 43


def test_the_reader_gets_page_document_and_typeface(address: str) -> None:
    """What is asked for with the token is answered, with its own kind of policy."""
    answer, content = ask(address)
    assert answer.status == 200
    assert "Førehandsvising: Tre &lt;funn&gt;".encode() in content
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self'" in policy
    assert "unsafe" not in policy
    answer, content = ask(address, "dokument/kapittel-1.xhtml")
    assert (answer.status, content) == (200, b"<html>Ordet</html>")
    assert "script" not in answer.headers["content-security-policy"]
    assert "sandbox allow-same-origin" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    answer, _ = ask(address, "dokument/skrift/1/a.ttf")
    assert "immutable" in answer.headers["cache-control"]
    assert ask(address, "dokument/sammendrag.html")[1] == b"<p>Kort</p>"
    assert ask(address, "pdf/3.pdf")[1] == b"%PDF-"
    for name in ("watch.css", "watch.js"):
        assert ask(address, name)[0].status == 200


def test_no_other_site_may_read_an_answer(address: str) -> None:
    """There is no header that lets one."""
    answer, _ = ask(address)
    names = {name.lower() for name in answer.headers}
    assert not any(name.startswith("access-control-") for name in names)
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"host": "localhost:{port}"}, 421),
        ({"host": "127.0.0.1"}, 421),
        ({"host": "127.0.0.1:{port}.evil.example"}, 421),
        ({"host": ""}, 421),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:1"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
        ({"origin": "http://127.0.0.1:{port}", "sec_fetch_site": "same-origin"}, 200),
        ({"sec_fetch_site": "none"}, 200),
    ],
)
def test_a_request_from_elsewhere_is_refused(
    address: str, headers: dict[str, str], status: int
) -> None:
    """Another name for this machine, and another site's page, get nothing."""
    port = urlsplit(address).port
    filled = {name: value.format(port=port) for name, value in headers.items()}
    answer, content = ask(address, **filled)
    assert answer.status == status
    assert (b"Tre" in content) == (status == 200)


@pytest.mark.parametrize(
    "whole", ["/", "/events", "/watch.js", "/wrong/", "/{token}", "/{token}x/"]
)
def test_without_the_token_there_is_nothing(address: str, whole: str) -> None:
    """Not even the script is there."""
    token = urlsplit(address).path.strip("/")
    answer, content = ask(address, whole=whole.format(token=token))
    assert (answer.status, content) == (404, b"Not for you.\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(address: str, method: str) -> None:
    """The page only reads."""
    assert ask(address, method=method)[0].status == 405


@pytest.mark.parametrize(
    "path",
    [
        "dokument/../../../../etc/passwd",
        "dokument/%2e%2e/%2e%2e/etc/passwd",
        "dokument/..%2f..%2fetc%2fpasswd",
        "dokument//etc/passwd",
        "dokument/",
        "dokument/kapittel-1.xhtml%00.png",
        "../etc/passwd",
        "side/3/0.png",
        "side/3/3.png",
        "side/3/-1.png",
        "side/3/99999999999999999999999.png",
        "pdf/x.pdf",
    ],
)
def test_no_other_file_is_there(address: str, path: str) -> None:
    """An address is looked up among what was made, never on the disk."""
    answer, content = ask(address, path)
    assert answer.status == 404
    assert b"root:" not in content


def test_a_change_is_told_at_once(address: str, board: Board) -> None:
    """The first event is the present state, the next one comes with the change."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    connection.request("GET", f"{parts.path}events")
    stream = connection.getresponse()
    assert stream.headers["content-type"].startswith("text/event-stream")
    told = [json.loads(stream.readline()[len("data: ") :])]
    stream.readline()
    board.change(number=4)
    told.append(json.loads(stream.readline()[len("data: ") :]))
    connection.close()
    board._state = READ
    assert [one["number"] for one in told] == [3, 4]
    assert told[1]["version"] == 8
    assert (told[1]["show"], told[1]["at"]) == ("kapittel-1.xhtml", AT)


def test_a_finding_has_its_place_in_text_and_a_link_to_it() -> None:
    """The words are those of the terminal, marked as bokmål on a page in nynorsk."""
    html = page(replace(READ, by_rules=(SEEN,), before=()), Wanted())
    assert f'<a href="?show=kapittel-1.xhtml&amp;at={AT}"><code>{AT[:-1]}6:2</code></a>' in html
    assert "Feil (1)" in html
    assert '<strong class="new" lang="nn">Nytt:</strong>' in html
    assert '<li class="errors" lang="nb">' in html
    assert "Bildet &lt;mangler&gt; tekst." in html
    assert "tips: Skriv den." in html


def test_a_place_with_odd_signs_is_an_address_all_the_same() -> None:
    """A chapter may be called anything."""
    odd = "manuscript/chapters/01 «a&b» #1.md"
    block = Block("kapittel-1.xhtml", f"{odd}:5", 5)
    state = replace(
        READ,
        places=Places({odd: ((5,), (block,))}),
        by_rules=(replace(SEEN, location=Location(odd, 5)),),
    )
    assert "at=manuscript/chapters/01+%C2%ABa%26b%C2%BB+%231.md:5" in page(state, Wanted())


def test_the_page_follows_the_change_unless_told_otherwise() -> None:
    """Without a wish it is the document that was changed; a wish for what is not there is none."""
    pages = Pages(3, b"", (PageStart("i"), PageStart("1", "chapters-2", 0)))
    state = replace(READ, pages=pages)
    for wanted in (Wanted(), Wanted.by({"show": "../x", "page": "-1"}), Wanted.by({"page": "²"})):
        html = page(state, wanted)
        assert 'src="dokument/kapittel-1.xhtml"' in html
        assert 'alt="Side 1 i PDF-utgåva"' in html
    html = page(state, Wanted.by({"show": "sammendrag.html", "page": "99999"}))
    assert 'src="dokument/sammendrag.html"' in html
    assert "Ark 2 av 2" in html


@pytest.mark.parametrize(
    ("language", "title"), [("nb", "Forhånd"), ("en-GB", "Pre"), ("sv", "Pre")]
)
def test_the_page_is_in_the_language_of_the_publication(language: str, title: str) -> None:
    """Norwegian in both kinds, English for all others, with the title's own language kept."""
    html = page(replace(READ, language=language), Wanted())
    assert f"<title>{title}" in html


def test_what_is_wrong_with_all_of_it_is_told() -> None:
    """An error that stopped the reading is on the page, and the last good one stays."""
    what = Text(nb="Mappen finnes ikke.", en="There is no such folder.")
    html = page(replace(READ, stopped=PipelineError(what, what)), Wanted())
    assert "Mappen finnes ikke." in html
    assert 'src="dokument/kapittel-1.xhtml"' in html
    assert "Ikkje oppdatert." in html
    assert "Publikasjonen kan ikkje" in page(
        State(stopped=PipelineError(what, what), language="nn"), Wanted()
    )
