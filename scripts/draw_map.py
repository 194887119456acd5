"""Draw ``norgeskart.svg`` and ``omslag.svg``: mainland Norway and the 17 municipalities.

The outlines are Natural Earth's, which are in the public domain, as the npm package
``world-atlas`` 2.0.2 has them. The package is needed to draw, never to build::

    npm install --prefix /tmp/map world-atlas@2.0.2
    python scripts/draw_map.py /tmp/map/node_modules/world-atlas/countries-10m.json

The same data give the same bytes. The script stops, and writes nothing, when a label would
touch another label, a dot, a leader line or the edge, or when a colour has too little contrast.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont
from outlines import HEIGHT, WIDTH, Point, area, path, projected, rings

ROOT = Path(__file__).parents[1]
FONT = ROOT / "templates" / "fonts" / "Andika-Regular.ttf"
SHARE = 0.73
OUTPUT = ROOT / "manuscript" / "figures" / "norgeskart.svg"
COVER = ROOT / "manuscript" / "figures" / "omslag.svg"

TITLE = "Norgeskart der de 17 kommunene i studien er merket med navn"
TEXT_SIZE = 22
DOT, RING = 4.5, 1.5
SEAWARD = 20
"""Extra sea in the west, with room for labels whose letters a reader has spaced out."""

LEADER_FROM = 14
"""The distance from which a label is connected to its dot with a line."""

SEA, LAND, NEIGHBOUR = "#d6e3eb", "#fbf5ea", "#e6e9e7"
COVER_LAND, COVER_DOTS, COVER_DOT = "#14646a", "#d9a441", 6
COAST, DOTS, INK, HALO = "#6f685e", "#8c1c13", "#1c1b1a", "#ffffff"


class Box(NamedTuple):
    """The box around a label's ink, and its baseline."""

    left: float
    top: float
    right: float
    bottom: float
    baseline: float


@dataclass(frozen=True)
class Municipality:
    """A municipality's centre in degrees, and the middle of its label's edge towards the dot.

    The degrees are the administrative centre's, from general knowledge: right to about a
    kilometre, and a dot is 28 kilometres wide.
    """

    name: str
    latitude: float
    longitude: float
    edge: Point

    @property
    def dot(self) -> Point:
        """The middle of the dot."""
        return projected(self.longitude, self.latitude)

    @property
    def label_is_west(self) -> bool:
        """Whether the label ends at its edge, rather than begins there."""
        return self.edge[0] < self.dot[0]


MUNICIPALITIES = (
    Municipality("Grimstad", 58.34, 8.59, (163, 493)),
    Municipality("Sola", 58.89, 5.65, (89, 461)),
    Municipality("Skien", 59.21, 9.61, (249, 459)),
    Municipality("Karmøy", 59.28, 5.31, (85, 434)),
    Municipality("Asker", 59.83, 10.43, (249, 433)),
    Municipality("Askøy", 60.41, 5.23, (89, 398)),
    Municipality("Gjøvik", 60.80, 10.69, (249, 405)),
    Municipality("Hemsedal", 60.86, 8.55, (249, 377)),
    Municipality("Sogndal", 61.23, 7.10, (92, 364)),
    Municipality("Ringebu", 61.53, 10.14, (249, 350)),
    Municipality("Ålesund", 62.47, 6.15, (103, 319)),
    Municipality("Melhus", 63.29, 10.28, (249, 301)),
    Municipality("Frøya", 63.72, 8.83, (152, 279)),
    Municipality("Rana", 66.31, 14.14, (300, 200)),
    Municipality("Vågan", 68.23, 14.57, (232, 115)),
    Municipality("Alta", 69.97, 23.27, (388, 122)),
    Municipality("Karlsøy", 69.97, 19.63, (300, 58)),
)


def ink(place: Municipality, font: TTFont) -> Box:
    """What a label covers, as the typeface draws it; a tall letter is centred on its edge."""
    em = TEXT_SIZE / font["head"].unitsPerEm
    glyphs = [font.getBestCmap()[ord(letter)] for letter in place.name]
    width = em * sum(font["hmtx"][glyph][0] for glyph in glyphs)
    left = place.edge[0] - (width if place.label_is_west else 0)
    baseline = place.edge[1] + em * font["OS/2"].sCapHeight / 2
    shapes = [font["glyf"][glyph] for glyph in glyphs]
    top = baseline - em * max(shape.yMax for shape in shapes)
    return Box(left, top, left + width, baseline - em * min(s.yMin for s in shapes), baseline)


def leader(place: Municipality) -> list[Point]:
    """The points of the line from a dot to its label, one unit apart; none when they are near."""
    length = math.dist(place.dot, place.edge)
    if length < LEADER_FROM:
        return []
    (x, y), (end_x, end_y) = place.dot, place.edge
    across, down = (end_x - x) / length, (end_y - y) / length
    steps = range(math.ceil(DOT + RING), int(length) - 2)
    return [(x + across * step, y + down * step) for step in steps]


def gap(box: Box, point: Point) -> float:
    """The distance of a point from a label; zero inside it."""
    across = max(box.left - point[0], 0, point[0] - box.right)
    down = max(box.top - point[1], 0, point[1] - box.bottom)
    return math.hypot(across, down)


def faults(boxes: dict[Municipality, Box]) -> Iterator[str]:
    """Whatever makes labels hard to read or to tell apart."""
    for place, box in boxes.items():
        if box.left < 3 or box.top < 3 or box.right > WIDTH - 3 or box.bottom > HEIGHT - 3:
            yield f"{place.name} leaves the map."
        if gap(box, place.dot) < DOT + RING:
            yield f"{place.name} touches its own dot."
    for (one, box), (other, its_box) in permutations(boxes.items(), 2):
        near = max(its_box.left - box.right, its_box.top - box.bottom)
        if max(near, box.left - its_box.right, box.top - its_box.bottom) < 2:
            yield f"{one.name} and {other.name} touch."
        for what, points in (("dot", [other.dot]), ("line", leader(other))):
            if any(gap(box, point) < DOT + RING for point in points):
                yield f"{one.name} touches the {what} of {other.name}."
            if any(math.dist(a, b) < DOT + RING for a in leader(one) for b in points):
                yield f"The line of {one.name} touches the {what} of {other.name}."
    for front, back, least in (
        *((INK, ground, 7) for ground in (SEA, LAND, NEIGHBOUR)),
        *((mark, ground, 3) for mark in (COAST, DOTS) for ground in (SEA, LAND, NEIGHBOUR)),
    ):
        if contrast(front, back) < least:
            yield f"{front} on {back} is below {least}:1."


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    dark, light = sorted(luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def drawing(topology: dict[str, Any], boxes: dict[Municipality, Box]) -> Iterator[str]:
    """The SVG, line by line: sea, neighbours, Norway, lines, dots, labels."""

    def land(*countries: str) -> str:
        every = (ring for country in countries for ring in rings(topology, country))
        return "".join(path(ring) for ring in every if area(ring) > 1)

    width = SEAWARD + WIDTH
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-{SEAWARD} 0 {width} {HEIGHT}"'
    # In print the names are then as large as the text, 12 points.
    yield f'  width="{width * SHARE:.0f}" height="{HEIGHT * SHARE:.0f}" role="img"'
    yield '  aria-labelledby="kart-tittel">'
    yield f'<title id="kart-tittel">{TITLE}</title>'
    yield f'<rect x="-{SEAWARD}" width="{width}" height="{HEIGHT}" fill="{SEA}"/>'
    yield '<g transform="scale(0.1)">'
    yield f'<path fill="{NEIGHBOUR}" d="{land("Sweden", "Finland", "Russia", "Denmark")}"/>'
    yield f'<path fill="{LAND}" stroke="{COAST}" stroke-width="9" stroke-linejoin="round"'
    yield f'  d="{land("Norway")}"/>'
    yield "</g>"
    yield f'<g stroke="{INK}" stroke-width="1.2">'
    for line in filter(None, map(leader, boxes)):
        ends = "L".join(f"{x:.1f},{y:.1f}" for x, y in (line[0], line[-1]))
        yield f'<path d="M{ends}"/>'
    yield "</g>"
    yield f'<g fill="{DOTS}" stroke="{HALO}" stroke-width="{RING}">'
    for place in boxes:
        yield f'<circle cx="{place.dot[0]:.1f}" cy="{place.dot[1]:.1f}" r="{DOT}"/>'
    yield "</g>"
    yield f'<g font-family="Andika, sans-serif" font-size="{TEXT_SIZE}" fill="{INK}">'
    for place, box in boxes.items():
        anchor = ' text-anchor="end"' if place.label_is_west else ""
        at = f'x="{place.edge[0]:.1f}" y="{box.baseline:.1f}"'
        yield f"<text {at}{anchor}>{place.name}</text>"
    yield "</g>"
    yield "</svg>"


def cover(topology: dict[str, Any]) -> Iterator[str]:
    """The drawing of the cover: the outline of Norway and the dots, without words."""
    outline = "".join(path(ring) for ring in rings(topology, "Norway") if area(ring) > 1)
    yield '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-290 -10 800 525">'
    yield f'<path fill="{COVER_LAND}" transform="scale(0.1)" d="{outline}"/>'
    yield f'<g fill="{COVER_DOTS}">'
    for place in MUNICIPALITIES:
        yield f'<circle cx="{place.dot[0]:.1f}" cy="{place.dot[1]:.1f}" r="{COVER_DOT}"/>'
    yield "</g>"
    yield "</svg>"


def main() -> int:
    """Draw the map, or report why it would not be readable."""
    parser = argparse.ArgumentParser(description="Draw the map of the 17 municipalities.")
    parser.add_argument("countries", type=Path, help="world-atlas's countries-10m.json")
    topology = json.loads(parser.parse_args().countries.read_text("utf-8"))
    font = TTFont(FONT)
    boxes = {place: ink(place, font) for place in MUNICIPALITIES}
    if found := sorted(set(faults(boxes))):
        print(*found, sep="\n", file=sys.stderr)
        return 1
    OUTPUT.write_text("\n".join([*drawing(topology, boxes), ""]), "utf-8")
    COVER.write_text("\n".join([*cover(topology), ""]), "utf-8")
    for file in (OUTPUT, COVER):
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
