"""Draw what stands for photos in ``annual-report``: ``python tests/books/pictures.py``.

Of its charts, ``utvikling.svg`` is as matplotlib 3.11 wrote it; ``grupper.svg`` and ``ruta.svg``
are written as Office and Inkscape write them.
"""

from itertools import pairwise
from math import sin
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFilter

FIGURES = Path(__file__).parent / "annual-report/manuscript/figures"
SIZE = WIDTH, HEIGHT = 1000, 560
WATERLINE = 360

Colour = tuple[int, int, int]


def _between(low: Colour, high: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(low, high, strict=True))
    return red, green, blue


def _ridge(chance: Random, rough: float) -> list[float]:
    """Heights from 0 to 1, a midpoint displaced again and again."""
    heights = [chance.random(), chance.random()]
    while len(heights) <= WIDTH:
        middles = [(a + b) / 2 + chance.uniform(-rough, rough) for a, b in pairwise(heights)]
        pairs = zip(heights[:-1], middles, strict=True)
        heights = [height for pair in pairs for height in pair] + heights[-1:]
        rough *= 0.52
    return heights[: WIDTH + 1]


def _fjord(chance: Random, high: Colour, low: Colour, dusk: float) -> Image.Image:
    image = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(image)
    for y in range(WATERLINE):
        draw.line([(0, y), (WIDTH, y)], _between(high, low, y / WATERLINE))
    for depth in range(4):
        ridge = _ridge(chance, 0.35)
        top = WATERLINE - 190 + depth * 45
        colour = _between(_between(low, (60, 72, 96), 0.55), (22, 30, 38), dusk * depth / 3)
        line = [(x, top + 75 * (1 - height)) for x, height in enumerate(ridge)]
        draw.polygon([*line, (WIDTH, WATERLINE), (0, WATERLINE)], colour)
    return image


def _mirrored(image: Image.Image, chance: Random) -> None:
    """The sea: what stands above the waterline, upside down, darker, in ripples."""
    pixels = image.load()
    assert pixels is not None
    for y in range(WATERLINE, HEIGHT):
        deep = (y - WATERLINE) / (HEIGHT - WATERLINE)
        for x in range(WIDTH):
            ripple = sin(y * 0.9 + 6 * sin(x * 0.011 + y * 0.05)) * (2 + 10 * deep)
            source = min(max(round(2 * WATERLINE - y * 1.0 + ripple), 0), WATERLINE - 1)
            above = pixels[min(max(x + chance.randrange(-2, 3), 0), WIDTH - 1), source]
            assert isinstance(above, tuple)
            pixels[x, y] = _between((above[0], above[1], above[2]), (12, 30, 44), 0.3 + 0.35 * deep)


def _developed(image: Image.Image, chance: Random) -> Image.Image:
    """``image`` with the softness, the grain and the dark corners of a lens."""
    image = image.filter(ImageFilter.GaussianBlur(0.9))
    pixels = image.load()
    assert pixels is not None
    for y in range(HEIGHT):
        for x in range(WIDTH):
            far = ((x / WIDTH - 0.5) ** 2 + (y / HEIGHT - 0.5) ** 2) * 0.5
            grain = chance.gauss(0, 2.2)
            here = pixels[x, y]
            assert isinstance(here, tuple)
            pixels[x, y] = tuple(min(max(round(part * (1 - far) + grain), 0), 255) for part in here)
    return image


def harbour() -> Image.Image:
    """Return a boat at a quay at dusk."""
    chance = Random(1998)
    image = _fjord(chance, (36, 52, 92), (236, 168, 122), 0.9)
    draw = ImageDraw.Draw(image)
    draw.polygon([(470, 318), (800, 318), (772, 364), (498, 364)], (28, 46, 74))
    draw.rectangle((478, 316, 796, 322), (206, 208, 204))
    draw.polygon([(540, 316), (540, 262), (700, 262), (724, 316)], (214, 210, 200))
    draw.rectangle((575, 226, 660, 262), (196, 192, 184))
    draw.line([(620, 226), (620, 150)], (40, 40, 44), 4)
    draw.line([(620, 160), (790, 316)], (40, 40, 44), 2)
    for x in (556, 592, 628, 664):
        draw.rectangle((x, 276, x + 22, 296), (255, 220, 140))
    for x in (584, 612, 638):
        draw.rectangle((x, 234, x + 16, 250), (255, 226, 150))
    draw.rectangle((0, 340, 440, 366), (58, 48, 44))
    for x in range(20, 440, 70):
        draw.rectangle((x, 340, x + 12, 420), (44, 36, 34))
    _mirrored(image, chance)
    return _developed(image, chance)


def deck() -> Image.Image:
    """Return two children who read on a deck in daylight."""
    chance = Random(2025)
    image = _fjord(chance, (104, 158, 208), (214, 226, 232), 0.35)
    _mirrored(image, chance)
    draw = ImageDraw.Draw(image)
    for plank in range(12):
        low, high = 430 + plank * 11, 441 + plank * 11
        wood = _between((150, 112, 76), (186, 146, 104), chance.random())
        draw.rectangle((0, low, WIDTH, high), wood)
    for x in range(40, WIDTH, 150):
        draw.rectangle((x, 300, x + 8, 432), (232, 232, 228))
    draw.rectangle((0, 298, WIDTH, 308), (232, 232, 228))
    children = (360, (196, 60, 48), (92, 62, 38)), (540, (44, 104, 148), (226, 190, 120))
    for x, coat, hair in children:
        draw.ellipse((x - 66, 356, x + 66, 520), coat)
        draw.ellipse((x - 36, 286, x + 36, 362), (232, 190, 160))
        draw.pieslice((x - 40, 278, x + 40, 362), 175, 365, hair)
        for side in (-1, 1):
            edge = x + side * 52
            draw.polygon([(x, 432), (edge, 416), (edge, 466), (x, 482)], (246, 242, 230))
            draw.ellipse((edge - 11, 434, edge + 11, 456), (232, 190, 160))
    return _developed(image, chance)


if __name__ == "__main__":
    harbour().quantize(256).save(FIGURES / "havna.png", optimize=True)
    deck().save(FIGURES / "dekket.jpg", quality=80, optimize=True)
