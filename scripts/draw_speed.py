"""Draw the curve of docs/speed.md from the table in it."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

PAGE = Path(__file__).resolve().parents[1] / "docs/speed.md"
DRAWING = "images/speed.svg"

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 60, 210, 30, 50
"""What is free around the curves: the right side has their names."""

_RATIO = re.compile(r"\((\d+\.\d+)\)")


@dataclass(frozen=True, slots=True)
class Curve:
    """A column of the table: its heading there, and the dashes of its line."""

    heading: str
    dashes: str


CURVES = (
    Curve("with large print and PDF 2.0", "2 4"),
    Curve("cold", ""),
    Curve("memory", "12 4 2 4"),
    Curve("the largest", "6 4"),
    Curve("one chapter edited", "10 5"),
)


def table(text: str) -> list[dict[str, str]]:
    """The rows of the first table in ``text`` that begins with pages, by heading."""
    lines = iter(text.splitlines())
    head = next(_cells(line) for line in lines if line.startswith("| pages |"))
    next(lines)
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append(dict(zip(head, _cells(line), strict=True)))
    return rows


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def drawing(text: str) -> str:
    """The drawing: for each number of pages, the ratios to WeasyPrint alone."""
    rows = [row for row in table(text) if row["pages"].isdecimal()]
    rows.sort(key=lambda row: int(row["pages"]))
    points = {
        curve: [(int(row["pages"]), _ratio(row[curve.heading])) for row in rows] for curve in CURVES
    }
    most = max(value for several in points.values() for _, value in several)
    last = max(pages for several in points.values() for pages, _ in several)

    def x(pages: float) -> float:
        return LEFT + pages / last * (WIDTH - LEFT - RIGHT)

    def y(ratio: float) -> float:
        return HEIGHT - BOTTOM - ratio / most * (HEIGHT - TOP - BOTTOM)

    made = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        "<title>Time and memory of a build against WeasyPrint alone</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        '<g font-family="sans-serif" font-size="14" fill="#222">',
        f'<text x="{LEFT}" y="18">× WeasyPrint alone</text>',
    ]
    for half in range(int(most * 2) + 1):
        at, said = y(half / 2), f"{half / 2:.1f}"
        made.append(
            f'<path d="M{LEFT} {at:.0f}H{WIDTH - RIGHT}" stroke="#ccc"/>'
            f'<text x="{LEFT - 8}" y="{at + 5:.0f}" text-anchor="end">{said}</text>'
        )
    for row in rows:
        made.append(
            f'<text x="{x(int(row["pages"])):.0f}" y="{HEIGHT - BOTTOM + 20}"'
            f' text-anchor="middle">{row["pages"]}</text>'
        )
    made.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.0f}" y="{HEIGHT - 8}">pages</text>')
    heights = _apart([y(several[-1][1]) + 5 for several in points.values()])
    for (curve, several), at in zip(points.items(), heights, strict=True):
        path = " ".join(f"{x(pages):.1f},{y(ratio):.1f}" for pages, ratio in several)
        dashes = f' stroke-dasharray="{curve.dashes}"' if curve.dashes else ""
        made.append(
            f'<polyline points="{path}" fill="none" stroke="#123f5a" stroke-width="2"{dashes}/>'
            f'<text x="{WIDTH - RIGHT + 8}" y="{at:.0f}">{escape(curve.heading)}</text>'
        )
    return "\n".join((*made, "</g>", "</svg>", ""))


def _ratio(cell: str) -> float:
    found = _RATIO.search(cell)
    assert found is not None, f"no ratio in {cell}"
    return float(found[1])


_LINE = 18
"""Pixels between two names."""


def _apart(heights: list[float]) -> list[float]:
    """The heights, moved down where a name would be over another."""
    moved = dict.fromkeys(range(len(heights)), 0.0)
    free = 0.0
    for place in sorted(range(len(heights)), key=heights.__getitem__):
        moved[place] = max(heights[place], free)
        free = moved[place] + _LINE
    return list(moved.values())


def main() -> int:
    """Write the drawing beside the page."""
    made = drawing(PAGE.read_text(encoding="utf-8"))
    (PAGE.parent / DRAWING).write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
