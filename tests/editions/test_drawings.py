"""A drawing looks alike alone, in print and in the e-book, and fetches nothing anywhere."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from lxml.builder import E
from PIL import Image

from benchmarks.drawings import Shown, shown, unlike
from bindery.document.read import read_document
from bindery.document.svg.plain import plain_drawing
from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.layout import lay_out
from bindery.manuscript.load import load
from bindery.manuscript.templates import Templates
from bindery.tools.run import run
from bindery.vocabulary.editions import EPUB, PDF
from tests.shared_browser import SharedBrowser
from tests.shelf import HOUSE, maker_of, workshop_for, write_book

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FIGURES = HOUSE / "tests/books/drawings/manuscript/figures"
SAMPLE = (
    *("mermaid-flyt", "graphviz-klynge", "d3-kart", "illustrator", "inkscape", "matplotlib"),
    *("r-svglite", "office", "figma", "css-variabler", "prefiks", "utenfor"),
)
"""One of each program, and of each way in which they differ; the benchmark takes all."""

MOST = 0.01
"""The share of a picture's pixels that may be unlike: thin lines, smoothed in other ways."""


@pytest.fixture(scope="module")
def pictures(
    browser_kept: SharedBrowser, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Shown]:
    """The sample as it is alone, in print and in the e-book."""
    drawings = {f"{name}.svg": (FIGURES / f"{name}.svg").read_bytes() for name in SAMPLE}
    return dict(shown(drawings, browser_kept.started(), tmp_path_factory.mktemp("drawings")))


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLE)
def test_a_drawing_looks_alike_everywhere(pictures: dict[str, Shown], name: str) -> None:
    """Pixel by pixel, in print and in the e-book, as the file itself does in a browser."""
    in_print, in_page = pictures[f"{name}.svg"].unlike
    assert in_print < MOST
    assert in_page < MOST


@pytest.mark.slow
def test_drawings_that_are_unlike_are_seen(pictures: dict[str, Shown]) -> None:
    """None of the sample is another, or nothing at all."""
    first = pictures["figma.svg"].alone
    white = Image.new("RGB", first.size, "white")
    assert unlike(first, white) > MOST
    for name in SAMPLE:
        assert name == "figma" or unlike(first, pictures[f"{name}.svg"].written) > MOST


HOSTILE = r"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>
@font-face { font-family: a; src: url(http://127.0.0.1:9/a.woff2) }
rect { font-family: a; fill: red } @container (width > 1px) { rect { fill: blue } }
</style><rect width="9" height="9"/><a href="http://127.0.0.1:9/b"><text>b</text></a></svg>"""
CHAPTER = "# Kart\n\n![Kart](../figures/a.svg)\n\n![Flyt](../figures/b.svg)\n\n> Sitat\n"


@pytest.mark.slow
def test_no_document_of_an_e_book_asks_the_network(tmp_path: Path, browser: "Browser") -> None:
    """Each is opened in the browser, and every address that it asks for is a file beside it."""
    flow = (FIGURES / "mermaid-flyt.svg").read_bytes()
    files = {"figures/a.svg": HOSTILE.encode(), "figures/b.svg": flow}
    write_book(tmp_path, CHAPTER, files=files)
    asked, opened = asked_by(e_book(tmp_path), tmp_path / "unpacked", browser)
    assert opened > 4
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []


@pytest.mark.slow
def test_an_address_that_is_asked_for_is_seen(tmp_path: Path, browser: "Browser") -> None:
    """The same book with one line more in its style sheet."""
    write_book(tmp_path, CHAPTER.partition("![")[0])
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(e_book(tmp_path))) as before, zipfile.ZipFile(written, "w") as to:
        for name in before.namelist():
            more = rb"h1 { background: u\72l(http://127.0.0.1:9/c) }" * name.endswith("stil.css")
            to.writestr(name, before.read(name) + more)
    asked, _ = asked_by(written.getvalue(), tmp_path / "unpacked", browser)
    assert "http://127.0.0.1:9/c" in asked


def e_book(folder: Path) -> bytes:
    """The e-book of the book in ``folder``."""
    publication = load(folder).publication
    assert publication is not None
    document = read_document(publication)
    workshop = workshop_for(document, folder)
    printed = maker_of(PDF).make(document, workshop, {})
    return maker_of(EPUB).make(document, workshop, {"pdf": printed}).content


def asked_by(epub: bytes, folder: Path, browser: "Browser") -> tuple[list[str], int]:
    """What all documents of ``epub`` ask for, and how many documents there are."""
    with zipfile.ZipFile(BytesIO(epub)) as packed:
        packed.extractall(folder)
    asked: list[str] = []
    tab = browser.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    documents = sorted(folder.rglob("*.xhtml"))
    for document in documents:
        tab.goto(document.as_uri(), wait_until="load")
    tab.close()
    return asked, len(documents)


GRADIENTS = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><defs>
<linearGradient id="a"><stop stop-color="#3a7bd5"/><stop offset="1" stop-color="#ffd200"/>
</linearGradient><linearGradient id="b" href="#a" gradientTransform="rotate(45)"/>
<radialGradient id="c"><stop stop-color="#000"/><stop offset="1" stop-color="#b00"/>
</radialGradient></defs><rect width="100" height="50" fill="url(#a)"/>
<rect x="100" width="100" height="50" fill="url(#b)"/>
<rect y="50" width="100" height="50" fill="url(#c)"/>
<path d="M110 75H190" stroke="url(#a)" stroke-width="50"/></svg>"""
MIDDLES = ((50, 25), (150, 25), (50, 75), (150, 70))


@pytest.mark.slow
def test_gradients_are_painted_at_every_magnification(tmp_path: Path) -> None:
    """Poppler painted nothing at some, where a gradient was of exactly the size of its shape."""
    image = E.img(src="a.svg", alt="a", style="width: 500px; display: block")
    page = E.html(E.head(E.title("x")), E.body(image), lang="nb")
    files = BookFiles({"a.svg": plain_drawing(GRADIENTS.encode()).for_print()}, Templates(tmp_path))
    css = "@page { size: 500px 250px; margin: 0 } body { margin: 0 }"
    made = lay_out(etree.tostring(page), css, files, tmp_path / "fonts")
    (tmp_path / "a.pdf").write_bytes(made.content)
    for dpi in (60, 72, 96, 110, 150):
        name = tmp_path / f"{dpi}"
        run(["pdftoppm", "-r", f"{dpi}", "-png", "-singlefile", tmp_path / "a.pdf", name])
        with Image.open(name.with_suffix(".png")) as picture:
            scale = picture.width / 200
            seen = [picture.getpixel((round(x * scale), round(y * scale))) for x, y in MIDDLES]
            assert (255, 255, 255) not in seen, (dpi, seen)
