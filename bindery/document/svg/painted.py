"""Where the shapes and words of a drawing are, in which order and colour they are painted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import cos, hypot, radians, sin, tan

from PIL import ImageColor

from bindery.document.svg.parse import SVG, XLINK_HREF, Element

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Colour = tuple[int, int, int]

MOST = 4_000
"""Elements. A drawing with more is a map or a scan, and is not examined."""

_SAME: Matrix = (1, 0, 0, 1, 0, 0)
_WHITE: Colour = (255, 255, 255)
_INHERITED = ("fill", "stroke", "fill-opacity", "stroke-opacity", "font-size", "font-weight")
_INHERITED_TOO = ("text-anchor", "stroke-width", "visibility", "color", "dominant-baseline")
_UNDRAWN = frozenset(
    f"{SVG}{name}"
    for name in (
        "defs", "symbol", "clipPath", "mask", "marker", "pattern", "linearGradient",
        "radialGradient", "filter", "style", "title", "desc", "metadata",
    )
)  # fmt: skip
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)
_STEP = re.compile(r"([a-z])([^a-z]*(?:e[-+]?\d[^a-z]*)*)", re.IGNORECASE)
_CALL = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_DECLARED = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}


@dataclass(frozen=True, slots=True)
class Paint:
    """A shape with its ``outlines``, or ``words`` with the points they cover.

    ``fill`` and ``stroke`` are ``None`` where nothing is painted; ``unsure`` is whether a colour
    cannot be known: a gradient, a picture, something half transparent. ``size`` is that of the
    words, ``wide`` the width of the stroke, both in the unit of the drawing.
    """

    outlines: tuple[tuple[Point, ...], ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    unsure: bool = False
    words: str = ""
    size: float = 0
    bold: bool = False
    wide: float = 1
    kind: str = ""
    box: tuple[float, float, float, float] = (0, 0, 0, 0)

    def covers(self, point: Point) -> bool:
        """Whether ``point`` is inside the outlines."""
        inside = False
        x, y = point
        left, top, right, bottom = self.box
        if not (left <= x <= right and top <= y <= bottom):
            return False
        for outline in self.outlines:
            for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], *outline[:1]), strict=True):
                if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                    inside = not inside
        return inside


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element takes over from those around it."""

    matrix: Matrix
    said: Mapping[str, str]
    faint: bool = False
    depth: int = 0


def painted(svg: Element) -> tuple[Paint, ...]:
    """What ``svg``, in its plain form, paints, from the bottom up; nothing if it has too much."""
    if sum(1 for _ in svg.iter()) > MOST:
        return ()
    named = {name: element for element in svg.iter() if (name := element.get("id"))}
    return tuple(_walk(svg, _Around(_SAME, {}), named))


def _walk(element: Element, around: _Around, named: Mapping[str, Element]) -> Iterator[Paint]:
    own = {**element.attrib, **dict(_DECLARED.findall(element.get("style") or ""))}
    if not isinstance(element.tag, str) or element.tag in _UNDRAWN or own.get("display") == "none":
        return
    kept = {name: own[name] for name in (*_INHERITED, *_INHERITED_TOO) if name in own}
    said = {**around.said, **{str(k): str(v).strip() for k, v in kept.items()}}
    matrix = _times(around.matrix, _matrix(own.get("transform", "")))
    faint = around.faint or _share(own.get("opacity")) < 1 or "filter" in own or "mask" in own
    here = replace(around, matrix=matrix, said=said, faint=faint)
    name = element.tag.removeprefix(SVG)
    if name in ("text", "tspan"):
        yield from _texts(element, here)
        return
    outlines = _outlines(name, own)
    if outlines:
        yield _shape(name, outlines, here)
    if name == "use" and around.depth < 3:
        target = named.get((element.get(XLINK_HREF) or element.get("href") or "").lstrip("#"))
        if target is not None:
            moved = _times(matrix, (1, 0, 0, 1, _of(own, "x"), _of(own, "y")))
            inside = replace(here, matrix=moved, depth=around.depth + 1)
            yield from _walk(target, inside, named)
    for child in element:
        yield from _walk(child, here, named)


def _shape(name: str, outlines: list[list[Point]], here: _Around) -> Paint:
    fill, unsure = _colour(here.said, "fill", "" if name == "line" else "black")
    stroke, other = _colour(here.said, "stroke", "none")
    seen = here.said.get("visibility") not in ("hidden", "collapse")
    moved = tuple(tuple(_moved(here.matrix, point) for point in one) for one in outlines)
    across, down = zip(*(point for one in moved for point in one), strict=True)
    return Paint(
        moved,
        fill if seen and name != "image" else None,
        stroke if seen else None,
        unsure=(unsure or other or here.faint or name == "image") and seen,
        wide=_first(here.said.get("stroke-width"), 1) * _scale(here.matrix),
        kind=name,
        box=(min(across), min(down), max(across), max(down)),
    )


def _texts(element: Element, here: _Around) -> Iterator[Paint]:
    """The words of a ``text``, and of each ``tspan`` in it that has a place of its own."""
    words = " ".join("".join(str(part) for part in element.itertext()).split())
    parts = [child for child in element if child.get("x") or child.get("y") or child.get("dy")]
    if len(parts) > 1 or (parts and not (element.text or "").strip()):
        for part in parts:
            said = {**here.said, **dict(_DECLARED.findall(part.get("style") or ""))}
            said |= {name: str(part.get(name)) for name in _INHERITED if part.get(name)}
            at = (_first(part.get("x") or element.get("x"), 0), _first(part.get("y"), -1e9))
            text = " ".join("".join(str(one) for one in part.itertext()).split())
            known = at[1] != -1e9
            place = at if known else (at[0], _first(element.get("y"), 0))
            yield from _words(text, place, replace(here, said=said, faint=here.faint or not known))
        return
    first = parts[0] if parts else element
    at = (
        _first(first.get("x") or element.get("x"), 0),
        _first(first.get("y") or element.get("y"), 0),
    )
    yield from _words(words, at, here)


def _words(words: str, at: Point, here: _Around) -> Iterator[Paint]:
    if not words or here.said.get("visibility") in ("hidden", "collapse"):
        return
    fill, unsure = _colour(here.said, "fill", "black")
    size = _first(here.said.get("font-size"), 16)
    width = 0.5 * size * len(words)
    left = {"middle": -width / 2, "end": -width}.get(here.said.get("text-anchor", ""), 0.0)
    high = 0.0 if "middle" in here.said.get("dominant-baseline", "") else -0.3 * size
    points = ((at[0] + left + width * share, at[1] + high) for share in (0.15, 0.5, 0.85))
    yield Paint(
        (tuple(_moved(here.matrix, point) for point in points),),
        fill,
        unsure=unsure or here.faint,
        words=words,
        size=size * _scale(here.matrix),
        bold=here.said.get("font-weight", "") in ("bold", "bolder", "600", "700", "800", "900"),
        kind="text",
    )


def _colour(said: Mapping[str, str], name: str, usual: str) -> tuple[Colour | None, bool]:
    """The colour, and whether it cannot be known."""
    written = said.get(name) or usual
    if written in ("currentColor", "currentcolor"):
        written = said.get("color", "black")
    share = _share(said.get(f"{name}-opacity"))
    if not written or written in ("none", "transparent") or not share:
        return None, False
    try:
        red, green, blue, *rest = ImageColor.getrgb(written)
    except ValueError:
        return None, True
    return (red, green, blue), share < 1 or bool(rest and rest[0] < 255)


def _outlines(name: str, own: Mapping[str, str]) -> list[list[Point]]:
    if name == "path":
        return list(_path(own.get("d", "")))
    outline = _outline(name, own)
    return [outline] if outline else []


def _outline(name: str, own: Mapping[str, str]) -> list[Point]:
    match name:
        case "rect" | "image":
            x, y, width, height = (_of(own, one) for one in ("x", "y", "width", "height"))
            return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        case "circle" | "ellipse":
            x, y = _of(own, "cx"), _of(own, "cy")
            wide = _of(own, "rx") or _of(own, "r")
            high = _of(own, "ry") or _of(own, "r")
            turns = (radians(15 * step) for step in range(24))
            return [(x + wide * cos(turn), y + high * sin(turn)) for turn in turns]
        case "polygon" | "polyline":
            numbers = [float(one) for one in _NUMBER.findall(own.get("points", ""))]
            return list(zip(numbers[::2], numbers[1::2], strict=False))
        case "line":
            return [(_of(own, "x1"), _of(own, "y1")), (_of(own, "x2"), _of(own, "y2"))]
    return []


def _path(written: str) -> Iterator[list[Point]]:
    """The parts of a path, each begun with a move, with a straight line for each curve."""
    x = y = 0.0
    part: list[Point] = []
    for letter, rest in _STEP.findall(written):
        kind, numbers = letter.lower(), [float(one) for one in _NUMBER.findall(rest)]
        takes = _TAKES.get(kind)
        if takes is None:
            break
        if kind == "z":
            x, y = part[0] if part else (x, y)
            continue
        if kind == "m" and part:
            yield part
            part = []
        from_here = letter.islower()
        for first in range(0, len(numbers) - takes + 1, takes):
            step = numbers[first : first + takes]
            if kind == "h":
                x = step[0] + (x if from_here else 0)
            elif kind == "v":
                y = step[0] + (y if from_here else 0)
            else:
                x, y = step[-2] + (x if from_here else 0), step[-1] + (y if from_here else 0)
            part.append((x, y))
    if part:
        yield part


def _matrix(written: str) -> Matrix:
    whole = _SAME
    for kind, inside in _CALL.findall(written):
        by = [float(one) for one in _NUMBER.findall(inside)] or [0.0]
        one, two = by[0], by[1] if len(by) > 1 else None
        match kind:
            case "matrix" if len(by) == 6:
                step: Matrix = (by[0], by[1], by[2], by[3], by[4], by[5])
            case "translate":
                step = (1, 0, 0, 1, one, two or 0)
            case "scale":
                step = (one, 0, 0, one if two is None else two, 0, 0)
            case "rotate":
                turn = radians(one)
                x, y = (by[1], by[2]) if len(by) == 3 else (0.0, 0.0)
                c, s = cos(turn), sin(turn)
                step = (c, s, -s, c, x - c * x + s * y, y - s * x - c * y)
            case "skewX":
                step = (1, 0, tan(radians(one)), 1, 0, 0)
            case "skewY":
                step = (1, tan(radians(one)), 0, 1, 0, 0)
            case _:
                step = _SAME
        whole = _times(whole, step)
    return whole


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e,
        b * k + d * m + f,
    )  # fmt: skip


def _moved(matrix: Matrix, point: Point) -> Point:
    if matrix == _SAME:
        return point
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def _scale(matrix: Matrix) -> float:
    return hypot(matrix[2], matrix[3])


def _of(own: Mapping[str, str], name: str) -> float:
    return _first(own.get(name), 0)


def _first(written: str | None, usual: float) -> float:
    found = _NUMBER.match((written or "").strip())
    return float(found[0]) if found else usual


def _share(written: str | None) -> float:
    share = _first(written, 1)
    return share / 100 if written and written.strip().endswith("%") else share


def under(point: Point, below: tuple[Paint, ...]) -> Colour | None:
    """The colour at ``point`` of what is painted ``below``; ``None`` if it cannot be known."""
    for paint in reversed(below):
        if (paint.fill is not None or paint.unsure) and not paint.words and paint.covers(point):
            return None if paint.unsure else paint.fill
    return _WHITE


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    parts = (part / 255 for part in colour)
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
