"""Draw a page of braille, with what each line says beneath it: docs/images/braille.png.

python scripts/braille_picture.py build/<slug>.pef 4
"""

import re
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bindery.finished.braille_pages import BLANK, read_pef
from bindery.readback.braille.norwegian import read
from bindery.readback.braille.read_cells import UNKNOWN

HOUSE = Path(__file__).resolve().parents[1]
PICTURE = HOUSE / "docs" / "images" / "braille.png"

CELL, LINE, DOT, MARGIN = 26, 72, 4, 40
STEP = 10
"""Pixels: the width of a cell, the height of a line, a dot's radius, the paper's edge."""

TYPEFACE = HOUSE / "templates" / "fonts" / "Andika-Regular.ttf"

_PIECES = re.compile(f"[^{BLANK}]+(?:{BLANK}[^{BLANK}]+)*")
"""What stands together in a row: the mark in the margin, text, the numbers of pages."""

BLACK, GREY, PAPER = (20, 20, 20), (215, 215, 215), (255, 255, 255)


def draw(pef: Path, number: int) -> Image.Image:
    """The page with this ``number`` of the file, from 1."""
    pages = read_pef(pef)
    rows = pages.pages[number - 1]
    size = (2 * MARGIN + CELL * pages.cells, 2 * MARGIN + LINE * len(rows))
    picture = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(picture)
    letters = ImageFont.truetype(TYPEFACE, 17)
    for at, row in enumerate(rows):
        top = MARGIN + at * LINE
        for place, cell in enumerate(row):
            _cell(pen, MARGIN + place * CELL, top, ord(cell) - 0x2800)
        for piece in _PIECES.finditer(row):
            place = MARGIN + piece.start() * CELL
            pen.text((place, top + 34), _plain(piece[0]), BLACK, font=letters)
    return picture


def _plain(piece: str) -> str:
    """What a piece of a row says, without the mark in the margin and without signs of emphasis."""
    cells = piece.removeprefix("⠿").replace(BLANK, " ")
    return read(cells).text.replace(UNKNOWN, "")


def _cell(pen: ImageDraw.ImageDraw, left: int, top: int, dots: int) -> None:
    if not dots:
        return
    for dot in range(6):
        across, down = left + STEP * (dot // 3), top + STEP * (dot % 3)
        colour = BLACK if dots >> dot & 1 else GREY
        radius = DOT if dots >> dot & 1 else 1
        pen.ellipse((across - radius, down - radius, across + radius, down + radius), fill=colour)


if __name__ == "__main__":
    draw(Path(sys.argv[1]), int(sys.argv[2])).save(PICTURE, optimize=True)
