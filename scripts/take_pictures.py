"""Take the pictures of the editions in the README.

    invoke build && PYTHONPATH=. .venv/bin/python scripts/take_pictures.py

Needs poppler and Chromium (`invoke setup`). Writes `docs/images/`.
"""

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

from bindery.tools.browser import FLAGS
from bindery.tools.locate import chromium
from bindery.tools.run import run

HOUSE = Path(__file__).resolve().parents[1]
SLUG = "gode-vertskommuner"
PAGES = ((".pdf", 1), (".pdf", 5), (".pdf", 6), (".pdf", 8), ("-large-print.pdf", 12))
"""File ending and page: cover, a footnote, a figure, a table over two pages; large print."""
GAP = 16
GREY = "#8a9494"


def side_by_side(pictures: list[Image.Image], path: Path) -> None:
    """Join pictures of equal height side by side."""
    height = min(picture.height for picture in pictures)
    cut = [picture.crop((0, 0, picture.width, height)) for picture in pictures]
    width = sum(picture.width for picture in cut) + GAP * (len(cut) + 1)
    sheet = Image.new("RGB", (width, height + 2 * GAP), GREY)
    left = GAP
    for picture in cut:
        sheet.paste(picture, (left, GAP))
        left += picture.width + GAP
    sheet.quantize(128).save(path, optimize=True)


def print_pages(folder: Path) -> list[Image.Image]:
    """Some pages of the PDFs."""
    taken: list[Image.Image] = []
    for suffix, number in PAGES:
        page = folder / f"page-{len(taken)}"
        which = ("-f", str(number), "-l", str(number), "-singlefile")
        run(["pdftoppm", "-r", "50", "-png", *which, HOUSE / f"build/{SLUG}{suffix}", page])
        taken.append(Image.open(page.with_suffix(".png")))
    return taken


def screens(folder: Path) -> list[Image.Image]:
    """The summary wide and light, narrow and dark; a chapter of the e-book."""
    with zipfile.ZipFile(HOUSE / f"build/{SLUG}.epub") as epub:
        epub.extractall(folder)
    summary = (HOUSE / f"build/{SLUG}.html").as_uri()
    chapter = (folder / "EPUB" / "kapittel-2.xhtml").as_uri()
    taken: list[Image.Image] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS])
        for address, width, scheme in (
            (summary, 900, "light"),
            (summary, 320, "dark"),
            (chapter, 640, "light"),
        ):
            page = browser.new_page(
                viewport={"width": width, "height": 1100},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page.goto(address)
            path = folder / f"screen-{len(taken)}.png"
            page.screenshot(path=path)
            taken.append(Image.open(path))
        browser.close()
    return taken


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        images = HOUSE / "docs" / "images"
        side_by_side(print_pages(Path(name)), images / "print.png")
        side_by_side(screens(Path(name)), images / "screen.png")
