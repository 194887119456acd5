"""Take the pictures in the README and in docs/kom-i-gang.md.

    invoke build && .venv/bin/python scripts/take_pictures.py

Needs poppler and Chromium (`invoke setup`). Writes `docs/images/`: `print.png` and `screen.png` of
the editions in `build/`, `kom-i-gang.png` and `rapport.png` of the book that docs/kom-i-gang.md has
its readers write, which is built and checked here. With names of pictures, it takes only these.
"""

import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from PIL import Image  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from bindery.pipeline.check import check  # noqa: E402
from bindery.tools.browser import FLAGS  # noqa: E402
from bindery.tools.locate import chromium  # noqa: E402
from bindery.tools.run import run  # noqa: E402
from tests.guides import GUIDES, write_guide  # noqa: E402

OURS = HOUSE / "build/gode-vertskommuner"
"""The editions of our own publication, without their endings."""
GUIDE = "build/trygg-skolevei"
"""The editions of the book in docs/kom-i-gang.md, in its folder."""
PAGES = (
    (".pdf", ""),
    (".pdf", "Hva kreves av næringslivet"),
    (".pdf", "Karlsøy Vågan"),
    (".pdf", "De 17 kommunene, med fylke"),
    ("-large-print.pdf", "De 17 kommunene, med fylke"),
)
"""File ending, and words on the page: the cover, a list, the map, a table, the same in large print.

The page is the last one with these words, because headings are also in the contents."""
GUIDE_PAGES = ((".pdf", ""), (".pdf", "Slik kommer elevene"))
"""The cover, and a list and a figure."""
CHAPTER = "EPUB/kapittel-2.xhtml"
HEIGHT = 1100
GAP = 16
GREY = "#8a9494"


def side_by_side(pictures: list[Image.Image]) -> Image.Image:
    """Join pictures side by side, as high as the lowest."""
    height = min(picture.height for picture in pictures)
    cut = [picture.crop((0, 0, picture.width, height)) for picture in pictures]
    width = sum(picture.width for picture in cut) + GAP * (len(cut) + 1)
    sheet = Image.new("RGB", (width, height + 2 * GAP), GREY)
    left = GAP
    for picture in cut:
        sheet.paste(picture, (left, GAP))
        left += picture.width + GAP
    return sheet


def printed(book: Path, pages: tuple[tuple[str, str], ...], dots: int = 50) -> list[Image.Image]:
    """Some pages of the PDFs of ``book``, with so many ``dots`` to the inch."""
    taken: list[Image.Image] = []
    with TemporaryDirectory() as folder:
        for suffix, words in pages:
            file, page = f"{book}{suffix}", Path(folder) / f"page-{len(taken)}"
            number = str(_page_with(words, file) if words else 1)
            which = ("-f", number, "-l", number, "-singlefile")
            run(["pdftoppm", "-r", str(dots), "-png", *which, file, page])
            taken.append(_loaded(page.with_suffix(".png")))
    return taken


def _page_with(words: str, file: str) -> int:
    """The number of the last page of a PDF that has ``words``."""
    pages = run(["pdftotext", file, "-"]).stdout.split("\f")
    having = [n for n, text in enumerate(pages, start=1) if words in " ".join(text.split())]
    if not having:
        sys.exit(f"No page of {file} has the words: {words}")
    return having[-1]


def screens(*views: tuple[Path, int, bool], height: int = HEIGHT) -> list[Image.Image]:
    """The beginning of pages in a browser: each with its width, and whether it is dark."""
    taken: list[Image.Image] = []
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS])
        for file, width, dark in views:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
            )
            page.goto(file.as_uri())
            path = Path(folder) / f"screen-{len(taken)}.png"
            page.screenshot(path=path)
            taken.append(_loaded(path))
        browser.close()
    return taken


def _loaded(path: Path) -> Image.Image:
    """The picture in ``path``, which may then be deleted."""
    with Image.open(path) as picture:
        return picture.convert("RGB")


def print_pages() -> Image.Image:
    """Pages of our own publication's PDFs."""
    return side_by_side(printed(OURS, PAGES))


def screen_pages() -> Image.Image:
    """Our own summary, wide and light, narrow and dark; a chapter of the e-book."""
    with TemporaryDirectory() as folder:
        with zipfile.ZipFile(f"{OURS}.epub") as epub:
            epub.extractall(folder)
        summary, chapter = Path(f"{OURS}.html"), Path(folder) / CHAPTER
        return side_by_side(
            screens((summary, 900, False), (summary, 320, True), (chapter, 640, False))
        )


def guide_editions() -> Image.Image:
    """What the readers of docs/kom-i-gang.md have made: two pages, the summary, the e-book."""
    with TemporaryDirectory() as folder:
        book = _guide(Path(folder))
        with zipfile.ZipFile(book / f"{GUIDE}.epub") as epub:
            epub.extractall(folder)
        summary, chapter = book / f"{GUIDE}.html", book / CHAPTER
        pages = printed(book / GUIDE, GUIDE_PAGES, dots=80)
        views = screens((summary, 700, False), (chapter, 480, False), height=pages[0].height)
        return side_by_side([*pages, *views])


def guide_report() -> Image.Image:
    """The beginning of their report."""
    with TemporaryDirectory() as folder:
        report = _guide(Path(folder)) / "build/reports/evidence.html"
        return side_by_side(screens((report, 1000, False), height=900))


def _guide(folder: Path) -> Path:
    """The book of docs/kom-i-gang.md, built and checked in ``folder``."""
    check(write_guide(GUIDES["nb"], folder))
    return folder


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "print": print_pages,
    "screen": screen_pages,
    "kom-i-gang": guide_editions,
    "rapport": guide_report,
}


def main() -> None:
    """Take the pictures that are asked for, or all."""
    for name in sys.argv[1:] or PICTURES:
        path = HOUSE / "docs/images" / f"{name}.png"
        PICTURES[name]().quantize(128).save(path, optimize=True)


if __name__ == "__main__":
    main()
