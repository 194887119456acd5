"""Compare each drawing alone with the same drawing in the PDF and in the e-book, by pixels.

``python -m benchmarks.drawings FOLDER [OUT]`` takes every SVG file in FOLDER, and writes the three
pictures of each, side by side, to OUT. What is printed is the share of pixels that are unlike.
"""

import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pypdfium2
from lxml import etree
from lxml.builder import E
from PIL import Image, ImageChops, ImageFilter

from bindery.document.drawings import inline_drawings
from bindery.document.svg.plain import plain_drawing
from bindery.document.typefaces import embed, font_face
from bindery.editions.epub.plain_styles import plain
from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.layout import lay_out
from bindery.manuscript.templates import Templates
from bindery.tools import browser, elsewhere
from bindery.vocabulary.editions import EPUB

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDE = 400
"""CSS pixels: the width of drawings that say nothing of their own."""

_UNLIKE = 60
"""The least difference, of 255, between two pixels that are not alike."""

_BLUR = 1.5
"""Pixels: edges are smoothed otherwise by each program."""

_HTML = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>{head}</head>{body}</html>'
)

_SET = """([faces, families]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { font-family: ${families} !important }`);
  document.adoptedStyleSheets = [sheet];
  return Promise.all(faces.map(async ([family, weight, style, data]) => {
    const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
    document.fonts.add(await new FontFace(family, bytes, { weight, style }).load());
  })).then(() => document.fonts.ready).then(() => {});
}"""

_ALONE = """(one, width) => {
  document.body.style.visibility = "hidden";
  Object.assign(one.style, {
    visibility: "visible", position: "absolute", left: 0, top: 0, margin: 0, width: `${width}px`,
    maxWidth: "none",
  });
}"""
"""Puts a drawing in the corner of its page, on whole pixels."""

Pictures = Mapping[str, Image.Image]


@dataclass(frozen=True, slots=True)
class Shown:
    """One drawing as it is alone, in print and in the e-book."""

    alone: Image.Image
    printed: Image.Image
    written: Image.Image

    @property
    def unlike(self) -> tuple[float, float]:
        """The share of pixels that are unlike those of the drawing alone: print, e-book."""
        return unlike(self.alone, self.printed), unlike(self.alone, self.written)

    def side_by_side(self) -> Image.Image:
        """The three pictures in a row: alone, in print, in the e-book."""
        pictures = (self.alone, self.printed, self.written)
        row = Image.new("RGB", (sum(one.width + 10 for one in pictures), self.alone.height), "#fbd")
        left = 0
        for picture in pictures:
            row.paste(picture, (left, 0))
            left += picture.width + 10
        return row


def unlike(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ, where edges may be smoothed in other ways."""
    first, second = (picture.convert("RGB") for picture in (one, other))
    second = second.resize(first.size)
    blurred = (picture.filter(ImageFilter.GaussianBlur(_BLUR)) for picture in (first, second))
    difference = ImageChops.difference(*blurred)
    channels = difference.split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    counts = most.histogram()
    return sum(counts[_UNLIKE:]) / (first.width * first.height)


def shown(
    drawings: Mapping[str, bytes], opened: "Browser", work: Path
) -> Iterator[tuple[str, Shown]]:
    """Yield each of ``drawings`` with its three pictures."""
    printed = _printed(drawings, work)
    written, faces = _written(drawings, opened, work)
    for name, content in drawings.items():
        alone = _alone(name, content, opened, work, faces)
        yield name, Shown(alone, printed[name], written[name])


def size_of(content: bytes) -> tuple[int, int]:
    """The size in pixels that the drawing is compared in."""
    drawing = plain_drawing(content)
    if drawing.size.width and drawing.size.height:
        return ceil(drawing.size.width), ceil(drawing.size.height)
    _, _, width, height = map(float, (drawing.svg.get("viewBox") or "").split())
    return WIDE, ceil(WIDE * height / width)


def _printed(drawings: Mapping[str, bytes], work: Path) -> Pictures:
    """Each drawing as poppler or PDFium shows it: on a page of its own size."""
    rules, pages = [], []
    for number, (name, content) in enumerate(drawings.items()):
        width, height = size_of(content)
        rules.append(f"@page p{number} {{ size: {width}px {height}px; margin: 0 }}")
        image = E.img(src=name, alt=name, style=f"width: {width}px; height: {height}px")
        pages.append(E.p(image, style=f"page: p{number}; margin: 0; line-height: 0"))
    tree = E.html(E.head(E.title("x")), E.body(*pages), lang="nb")
    printed = {name: plain_drawing(content).for_print() for name, content in drawings.items()}
    files = BookFiles(printed, Templates(work))
    css = "html { font: 16px sans-serif } body { margin: 0 } img { display: block }"
    page = etree.tostring(tree)
    # In a process of its own: in this one, other typefaces may be known already.
    with elsewhere.Elsewhere(preload="weasyprint") as beside:
        made = beside.run(lay_out, page, "\n".join((css, *rules)), files, work / "fonts")
    pdf = pypdfium2.PdfDocument(made.content)
    (work / "drawings.pdf").write_bytes(made.content)
    scale = 4 / 3
    return {
        name: page.render(scale=scale).to_pil().convert("RGB")
        for name, page in zip(drawings, pdf, strict=True)
    }


def _written(
    drawings: Mapping[str, bytes], opened: "Browser", work: Path
) -> tuple[Pictures, list[tuple[str, str, str, str]]]:
    """Each drawing within a page of an e-book, and the page's typefaces."""
    body = E.body(*(E.p(E.img(src=name, alt=name)) for name in drawings))
    inline_drawings(body, drawings, 0)
    templates = Templates(work)
    subsets = list(embed([body], templates.fonts))
    faces = []
    for subset in subsets:
        face = subset.face
        faces.append((face.family, face.weight, face.style, b64encode(subset.data).decode()))
    rules = [
        font_face(subset, f"data:font/woff2;base64,{b64encode(subset.data).decode()}")
        for subset in subsets
    ]
    css = plain("\n".join((*rules, *map(templates.text, EPUB.sheets))))
    (work / "page.css").write_text(css, encoding="utf-8")
    for name, content in drawings.items():
        (work / name).write_bytes(plain_drawing(content).as_file)
    link = '<link rel="stylesheet" href="page.css"/>'
    html = _HTML.format(head=link, body=etree.tostring(body, encoding="unicode"))
    (work / "page.xhtml").write_text(html, encoding="utf-8")
    page = opened.new_page(viewport={"width": 1200, "height": 900})
    page.goto((work / "page.xhtml").as_uri())
    pictures = {}
    for (name, content), place in zip(
        drawings.items(), page.locator(".drawing, img").all(), strict=True
    ):
        width, height = size_of(content)
        place.evaluate(_ALONE, width)
        pictures[name] = _opened(place.screenshot()).crop((0, 0, width, height))
        place.evaluate("(one) => { one.style.position = 'static'; one.style.visibility = null }")
    page.close()
    return pictures, faces


def _alone(
    name: str, content: bytes, opened: "Browser", work: Path, faces: list[tuple[str, str, str, str]]
) -> Image.Image:
    """The file as it is, in a window of its own, with the book's letters."""
    width, height = size_of(content)
    (work / f"alone-{name}").write_bytes(content)
    page: Page = opened.new_page(viewport={"width": width, "height": height})
    page.goto((work / f"alone-{name}").as_uri())
    if plain_drawing(content).fits_a_page:
        page.evaluate(_SET, [faces, '"Bindery Sans", "Bindery Greek", "Bindery Emoji", sans-serif'])
    picture = _opened(page.screenshot())
    page.close()
    return picture


def _opened(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture)).convert("RGB")


def main(folder: Path, out: Path | None) -> None:
    """Print how unlike each drawing in ``folder`` is, and write the pictures to ``out``."""
    drawings = {path.name: path.read_bytes() for path in sorted(folder.glob("*.svg"))}
    print(f"{'drawing':24}{'print':>9}{'e-book':>9}")
    with TemporaryDirectory() as work, browser._chromium() as opened:
        for name, pictures in shown(drawings, opened, Path(work)):
            in_print, in_page = pictures.unlike
            print(f"{name:24}{in_print:9.2%}{in_page:9.2%}")
            if out:
                out.mkdir(parents=True, exist_ok=True)
                pictures.side_by_side().save(out / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
