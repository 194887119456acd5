"""The outlines of countries, from Natural Earth's TopoJSON to a drawing's own units."""

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

WIDTH, HEIGHT = 480, 506
"""The drawing's size. Norway fills it, with room for names in the sea to the west."""

Point = tuple[float, float]
Ring = list[Point]


def projected(longitude: float, latitude: float) -> Point:
    """The point of a place in the drawing.

    Lambert's conformal conic on a sphere, true at 60° and 69° north, upright at 15° east.
    """
    south, north = math.radians(60), math.radians(69)
    cone = math.log(math.cos(south) / math.cos(north)) / math.log(_stretch(north) / _stretch(south))
    radius = math.cos(south) / cone * (_stretch(south) / _stretch(math.radians(latitude))) ** cone
    angle = cone * math.radians(longitude - 15)
    units, across, above = 2060, 272, 714
    return across + units * radius * math.sin(angle), units * radius * math.cos(angle) - above


def _stretch(latitude: float) -> float:
    return math.tan(math.pi / 4 + latitude / 2)


def rings(topology: dict[str, Any], country: str) -> Iterator[Ring]:
    """A country's outlines in the drawing. Neighbours share the points of their border."""
    shape = next(
        each
        for each in topology["objects"]["countries"]["geometries"]
        if each["properties"]["name"] == country
    )
    for polygon in shape["arcs"]:
        yield [point for index in polygon[0] for point in arc(topology, index)[1:]]


def arc(topology: dict[str, Any], index: int) -> Ring:
    """One stretch of coast or border; a negative index is the same stretch walked backwards."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"].values()
    x = y = 0
    line = []
    for step_x, step_y in topology["arcs"][index if index >= 0 else ~index]:
        x, y = x + step_x, y + step_y
        line.append(held(projected(x * scale_x + move_x, y * scale_y + move_y)))
    return simplified(line)[:: 1 if index >= 0 else -1]


def held(point: Point) -> Point:
    """A point, moved to the drawing's edge if it is outside.

    What is entirely outside, such as Svalbard, gets an area of zero.
    """
    return min(max(point[0], 0), WIDTH), min(max(point[1], 0), HEIGHT)


def simplified(line: Ring, tolerance: float = 0.4) -> Ring:
    """A line without the points that are nearer than ``tolerance`` to it (Douglas, Peucker)."""
    keep = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        stretch = (line[first], line[last])
        off = [(distance(line[at], stretch), at) for at in range(first + 1, last)]
        furthest, at = max(off, default=(0, 0))
        if furthest > tolerance:
            keep.add(at)
            parts += [(first, at), (at, last)]
    return [line[at] for at in sorted(keep)]


def distance(point: Point, stretch: tuple[Point, Point]) -> float:
    """The distance of a point from a straight stretch."""
    (x, y), (end_x, end_y) = stretch
    across, down = end_x - x, end_y - y
    length = across**2 + down**2
    share = ((point[0] - x) * across + (point[1] - y) * down) / length if length else 0
    share = min(1, max(0, share))
    return math.dist(point, (x + share * across, y + share * down))


def area(ring: Ring) -> float:
    """The area a ring encloses, in square units."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring[-1:], *ring]))) / 2


def path(outline: Ring) -> str:
    """A closed outline as path data, in whole tenths and steps from point to point."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in outline]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(tenths)]
    return "M{},{}l".format(*tenths[0]) + " ".join(f"{x},{y}" for x, y in steps if x or y) + "z"
