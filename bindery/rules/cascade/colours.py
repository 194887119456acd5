"""Parse CSS colours, and compute their contrast ratio (WCAG 2.2)."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from coloraide import Color
from tinycss2.ast import Node

TRANSPARENT = Color("srgb", (0, 0, 0), 0)

_SYSTEM = {
    "canvas": ("#ffffff", "#121212"),
    "canvastext": ("#000000", "#ffffff"),
    "linktext": ("#0000ee", "#9e9eff"),
    "visitedtext": ("#551a8b", "#d0adf0"),
    "activetext": ("#ff0000", "#ff9e9e"),
    "buttonface": ("#efefef", "#6b6b6b"),
    "buttontext": ("#000000", "#ffffff"),
    "field": ("#ffffff", "#3b3b3b"),
    "fieldtext": ("#000000", "#ffffff"),
    "graytext": ("#808080", "#808080"),
    "mark": ("#ffff00", "#ffff00"),
    "marktext": ("#000000", "#000000"),
}
"""The browser's own colours, in light and dark mode. Chromium's where browsers differ."""

_FUNCTIONS = frozenset(
    [
        "rgb",
        "rgba",
        "hsl",
        "hsla",
        "hwb",
        "lab",
        "lch",
        "oklab",
        "oklch",
        "color",
        "color-mix",
        "light-dark",
    ]
)


def is_colour(node: Node) -> bool:
    """Whether the token is a colour."""
    if node.type == "hash":
        return True
    if node.type == "ident":
        word = node.lower_value
        return word in _SYSTEM or word == "currentcolor" or _matched(word) is not None
    return bool(node.type == "function" and node.lower_name in _FUNCTIONS)


def colour_of(node: Node, *, ink: Color | None, dark: bool) -> Color | None:
    """The colour that a token names, or ``None`` if it names none.

    ``ink`` is the value of ``currentcolor``; ``dark`` selects the browser's own dark colours.
    """
    if node.type == "ident":
        word = node.lower_value
        if word == "currentcolor":
            return ink
        return Color(_SYSTEM[word][dark]) if word in _SYSTEM else _matched(word)
    if node.type == "function" and node.lower_name == "light-dark":
        parts = split(node.arguments)
        return _only(parts[dark], ink, dark) if len(parts) == 2 else None
    if node.type == "function" and node.lower_name == "color-mix":
        return _mixed(split(node.arguments), ink, dark)
    return _matched(node.serialize()) if node.type in ("hash", "function") else None


def split(nodes: Sequence[Node]) -> list[list[Node]]:
    """The arguments between commas, without white space."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node.type == "literal" and node.value == ",":
            parts.append([])
        elif node.type not in ("whitespace", "comment"):
            parts[-1].append(node)
    return parts


def over(top: Color, ground: Color) -> Color:
    """``top`` composited over ``ground``."""
    if top.alpha() >= 1:
        return top
    return Color.layer([top.convert("srgb"), ground.convert("srgb")], space="srgb")


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio, from 1 to 21, of two opaque colours."""
    return _ratio((one.space(), *one[:]), (other.space(), *other[:]))


@cache
def _ratio(one: tuple[Any, ...], other: tuple[Any, ...]) -> float:
    colours = [Color(space, channels) for space, *channels, _ in (one, other)]
    return float(colours[0].contrast(colours[1], method="wcag21"))


@cache
def _matched(text: str) -> Color | None:
    try:
        found = Color.match(text, fullmatch=True)
    except ValueError:
        return None
    return None if found is None else found.color


def _only(nodes: Sequence[Node], ink: Color | None, dark: bool) -> Color | None:
    return colour_of(nodes[0], ink=ink, dark=dark) if len(nodes) == 1 else None


def _mixed(parts: list[list[Node]], ink: Color | None, dark: bool) -> Color | None:
    """``color-mix(in srgb, red 40%, blue)`` (CSS Color 5, section 3)."""
    if len(parts) != 3 or len(parts[0]) < 2:
        return None
    shares: list[float | None] = []
    colours = []
    for part in parts[1:]:
        shares.append(next((one.value / 100 for one in part if one.type == "percentage"), None))
        colours.append(_only([one for one in part if one.type != "percentage"], ink, dark))
    if colours[0] is None or colours[1] is None:
        return None
    first, second = shares
    if first is None:
        first = 0.5 if second is None else 1 - second
    second = 1 - first if second is None else second
    if first + second <= 0:
        return None
    space = parts[0][1].lower_value if parts[0][1].type == "ident" else ""
    try:
        mixed = colours[0].mix(colours[1], second / (first + second), space=space)
    except (KeyError, ValueError):
        return None
    return mixed.set("alpha", mixed.alpha() * min(1.0, first + second))
