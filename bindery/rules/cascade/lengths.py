"""CSS lengths in pixels, as far as they can be computed from a style alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tinycss2.ast import Node

READERS_OWN = 16.0
"""The size of text, in CSS pixels, if the reader has not chosen another."""

ABSOLUTE = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 9.6 / 2.54,
    "q": 2.4 / 2.54,
}
OF_TEXT = frozenset(
    {"em", "rem", "ex", "rex", "ch", "rch", "cap", "rcap", "ic", "ric", "lh", "rlh", "%"}
)
"""Units relative to the size of text that a reader has chosen."""

_OF_WIDTH = frozenset({"vw", "svw", "lvw", "dvw", "vi"})
_OF_HEIGHT = frozenset({"vh", "svh", "lvh", "dvh", "vb"})


@dataclass(frozen=True, slots=True)
class Measures:
    """The sizes in CSS pixels that relative lengths are computed from."""

    em: float = READERS_OWN
    rem: float = READERS_OWN
    lh: float | None = None
    rlh: float | None = None
    percent: float | None = None
    width: float = 1280
    height: float = 800


USUAL = Measures()


def length_of(value: Sequence[Node], by: Measures = USUAL) -> float | None:
    """The single length of ``value`` in CSS pixels, or ``None`` if it cannot be computed."""
    nodes = [node for node in value if node.type not in ("whitespace", "comment")]
    if len(nodes) != 1:
        return None
    return _term(nodes[0], by)


def _term(node: Node, by: Measures) -> float | None:
    if node.type == "number":
        return float(node.value)
    if node.type == "percentage":
        return None if by.percent is None else node.value / 100 * by.percent
    if node.type == "dimension":
        unit = _unit(node.lower_unit, by)
        return None if unit is None else node.value * unit
    if node.type == "() block":
        return _sum(node.content, by)
    if node.type == "function":
        return _function(node.lower_name, node.arguments, by)
    return None


def _unit(unit: str, by: Measures) -> float | None:
    if (pixels := ABSOLUTE.get(unit)) is not None:
        return pixels
    if unit in _OF_WIDTH:
        return by.width / 100
    if unit in _OF_HEIGHT:
        return by.height / 100
    return {
        "em": by.em,
        "rem": by.rem,
        "ex": by.em / 2,
        "ch": by.em / 2,
        "lh": by.lh,
        "rlh": by.rlh,
    }.get(unit)


def _function(name: str, arguments: Sequence[Node], by: Measures) -> float | None:
    parts: list[list[Node]] = [[]]
    for node in arguments:
        if node.type == "literal" and node.value == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    known = [size for part in parts if (size := _sum(part, by)) is not None]
    if len(known) < len(parts):
        return None
    if name == "clamp" and len(known) == 3:
        return max(known[0], min(known[1], known[2]))
    if name in ("min", "max"):
        return min(known) if name == "min" else max(known)
    return known[0] if name == "calc" and len(known) == 1 else None


def _sum(nodes: Sequence[Node], by: Measures) -> float | None:
    """The value of ``1rem + 2 * 3vw``."""
    total, sign, product, operator = 0.0, 1.0, None, "*"
    for node in nodes:
        if node.type in ("whitespace", "comment"):
            continue
        if node.type == "literal" and node.value in "+-":
            total += sign * (product or 0.0)
            sign, product, operator = (1.0 if node.value == "+" else -1.0), None, "*"
        elif node.type == "literal" and node.value in "*/":
            operator = node.value
        else:
            size = _term(node, by)
            if size is None or (operator == "/" and not size):
                return None
            if product is None:
                product = size
            else:
                product = product * size if operator == "*" else product / size
    return None if product is None else total + sign * product


def units_in(value: Sequence[Node]) -> frozenset[str]:
    """The units of all lengths in ``value``, also those in functions: ``px``, ``%``."""
    found: set[str] = set()
    for node in value:
        if node.type == "dimension" and node.value:
            found.add(node.lower_unit)
        elif node.type == "percentage":
            found.add("%")
        elif node.type == "function" and not re.fullmatch("url|attr", node.lower_name):
            found |= units_in(node.arguments)
        elif node.type == "() block":
            found |= units_in(node.content)
    return frozenset(found)
