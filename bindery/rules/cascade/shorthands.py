"""Expand shorthand properties, as far as the rules need the longhands."""

from collections.abc import Iterator, Sequence

from tinycss2.ast import Node

from bindery.rules.cascade.colours import is_colour
from bindery.rules.cascade.sheets import Declared

Token = tuple[Node, Declared]
"""A token of a value, and the declaration that it is written in."""

Values = Sequence[Token]
Parts = Iterator[tuple[str, Values]]

SIDES = ("top", "right", "bottom", "left")
WIDE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})

_LINE_STYLES = frozenset(
    [
        "none",
        "hidden",
        "dotted",
        "dashed",
        "solid",
        "double",
        "groove",
        "ridge",
        "inset",
        "outset",
        "auto",
    ]
)
_SIZES = frozenset(
    [
        "xx-small",
        "x-small",
        "small",
        "medium",
        "large",
        "x-large",
        "xx-large",
        "xxx-large",
        "smaller",
        "larger",
    ]
)
_LOGICAL = {
    "block": ("top", "bottom"),
    "inline": ("left", "right"),
    "block-start": ("top",),
    "block-end": ("bottom",),
    "inline-start": ("left",),
    "inline-end": ("right",),
}
_FEW_PARTS = frozenset(
    ["inset", "inset-block", "inset-inline", "overflow", "list-style", "animation", "transition"]
)
_PLACES = frozenset({"inside", "outside"})
_SAME = {
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "font-variant": "font-variant-caps",
    "-webkit-font-variant-caps": "font-variant-caps",
    "-webkit-transform": "transform",
    "-webkit-animation": "animation",
    "-webkit-clip-path": "clip-path",
    "-epub-writing-mode": "writing-mode",
    "-webkit-writing-mode": "writing-mode",
    "grid-column-start": "grid-column",
    "grid-row-start": "grid-row",
    "word-wrap": "overflow-wrap",
    "block-size": "height",
    "inline-size": "width",
    "min-block-size": "min-height",
    "min-inline-size": "min-width",
    "max-block-size": "max-height",
    "max-inline-size": "max-width",
    "-webkit-user-select": "user-select",
    "-moz-user-select": "user-select",
    "-webkit-hyphens": "hyphens",
    "-epub-hyphens": "hyphens",
    "-webkit-text-fill-color": "color",
}


def longhands(name: str, value: Values) -> Parts:
    """Expand a declaration of ``name`` into longhands.

    Logical sides are those of text that runs from left to right.
    """
    value = [one for one in value if one[0].type not in ("whitespace", "comment")]
    if not value:
        return
    if name == "background":
        yield from _background(value)
    elif name == "font":
        yield from _font(value)
    elif name in ("outline", "column-rule"):
        yield from _line(name, value)
    elif name == "text-decoration":
        yield "text-decoration-line", value
    elif name in _FEW_PARTS:
        yield from _few(name, value)
    elif name.startswith("border") and "radius" not in name and "image" not in name:
        yield from _border(name, value)
    elif name.startswith(("padding", "margin")) and name != "margin-break":
        box, _, side = name.partition("-")
        yield from _sides(f"{box}-{{}}", side, value)
    else:
        yield _SAME.get(name, name), value


def _few(name: str, value: Values) -> Parts:
    """The longhands of one of ``_FEW_PARTS``."""
    if name.startswith("inset"):
        yield from _sides("{}", name.removeprefix("inset").removeprefix("-"), value)
    elif name == "overflow":
        yield from (("overflow-x", value[:1]), ("overflow-y", value[-1:]))
    elif name == "list-style":
        yield "list-style-type", [one for one in value if _word(one[0]) not in _PLACES] or value
    else:
        yield from _movement(name, value)


def _movement(name: str, value: Values) -> Parts:
    what = "animation-name" if name == "animation" else "transition-property"
    named = [one for one in value if _word(one[0])]
    times = [one for one in value if one[0].type == "dimension"]
    yield what, named or [(_ident("none" if name == "animation" else "all"), value[0][1])]
    yield f"{name}-duration", times[:1] or [(_ident("none"), value[0][1])]


def _background(value: Values) -> Parts:
    if _is_wide(value):
        yield from ((f"background-{part}", value) for part in ("color", "image"))
        return
    colours = [one for one in value if is_colour(one[0])]
    images = [one for one in value if one[0].type in ("url", "function") and one not in colours]
    origin = value[-1][1]
    yield "background-color", colours[-1:] or [(_ident("transparent"), origin)]
    yield "background-image", images or [(_ident("none"), origin)]


def _font(value: Values) -> Parts:
    if _is_wide(value):
        parts = ("size", "weight", "style")
        yield from ((name, value) for name in ("line-height", *(f"font-{one}" for one in parts)))
        return
    size = next((index for index, (node, _) in enumerate(value) if _is_size(node)), None)
    if size is None:
        return
    before = value[:size]
    weights = [one for one in before if _word(one[0]) in ("bold", "bolder") or _is_number(one[0])]
    slanted = [one for one in before if _word(one[0]) in ("italic", "oblique")]
    normal = [(_ident("normal"), value[size][1])]
    yield "font-size", value[size : size + 1]
    yield "font-weight", weights or normal
    yield "font-style", slanted or normal
    slash = len(value) > size + 2 and value[size + 1][0] == "/"
    yield "line-height", value[size + 2 : size + 3] if slash else normal


def _border(name: str, value: Values) -> Parts:
    rest = name.removeprefix("border").removeprefix("-")
    if rest in ("collapse", "spacing"):
        yield name, value
        return
    for part in ("color", "style", "width"):
        if rest == part or rest.endswith(f"-{part}"):
            side = rest.removesuffix(part).removesuffix("-")
            yield from _sides(f"border-{{}}-{part}", side, value)
            return
    for side in _sides_named(rest):
        yield from _line(f"border-{side}", value)


def _line(name: str, value: Values) -> Parts:
    if _is_wide(value):
        yield from ((f"{name}-{part}", value) for part in ("color", "style", "width"))
        return
    origin = value[-1][1]
    colours = [one for one in value if is_colour(one[0])]
    styles = [one for one in value if _word(one[0]) in _LINE_STYLES]
    widths = [one for one in value if one not in colours and one not in styles]
    yield f"{name}-color", colours or [(_ident("currentcolor"), origin)]
    yield f"{name}-style", styles or [(_ident("none"), origin)]
    yield f"{name}-width", widths or [(_ident("medium"), origin)]


def _sides(named: str, side: str, value: Values) -> Parts:
    sides = _sides_named(side)
    if len(sides) == 4:
        first, second = value[0], value[min(1, len(value) - 1)]
        third = value[2] if len(value) > 2 else first
        fourth = value[3] if len(value) > 3 else second
        values: Sequence[Token] = (first, second, third, fourth)
    else:
        values = (value[0], value[-1])
    yield from ((named.format(one), [token]) for one, token in zip(sides, values, strict=False))


def _sides_named(side: str) -> tuple[str, ...]:
    return _LOGICAL.get(side) or ((side,) if side in SIDES else SIDES)


def _is_wide(value: Values) -> bool:
    return len(value) == 1 and _word(value[0][0]) in WIDE


def _is_size(node: Node) -> bool:
    return (
        node.type in ("dimension", "percentage")
        or _word(node) in _SIZES
        or (node.type == "function" and node.lower_name in ("calc", "clamp", "min", "max"))
    )


def _is_number(node: Node) -> bool:
    return bool(node.type == "number" and node.value >= 600)


def _word(node: Node) -> str:
    return str(node.lower_value) if node.type == "ident" else ""


def _ident(word: str) -> Node:
    from tinycss2 import parse_one_component_value  # noqa: PLC0415

    return parse_one_component_value(word)
