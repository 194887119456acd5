"""Modes in which a page is shown, and which media queries match them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import tinycss2
from tinycss2.ast import Node

from bindery.rules.cascade.lengths import length_of
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Mode:
    """One way of showing a page, as a reader chooses it. Sizes are in CSS pixels."""

    name: Text
    paper: bool = False
    dark: bool = False
    more_contrast: bool = False
    width: int = 1280
    height: int = 800


ON_PAPER = Mode(Text(nb="på papir", en="on paper"), paper=True)

_LIGHT = Text(nb="i lys visning", en="in light mode")
_DARK = Text(nb="i mørk visning", en="in dark mode")
_MORE_LIGHT = Text(nb="i lys visning med mer kontrast", en="in light mode with more contrast")
_MORE_DARK = Text(nb="i mørk visning med mer kontrast", en="in dark mode with more contrast")

ON_SCREEN = tuple(
    Mode(name, dark=dark, more_contrast=more, width=width)
    for width in (1280, 700, 320)
    for name, dark, more in (
        (_LIGHT, False, False),
        (_DARK, True, False),
        (_MORE_LIGHT, False, True),
        (_MORE_DARK, True, True),
    )
)
"""On a screen: light and dark, with and without more contrast, wide and narrow.

``forced-colors`` is left out: it replaces the colours of the style by the reader's own.
"""


def holds(condition: str, mode: Mode) -> bool:
    """Whether ``@media …`` matches ``mode``. ``@supports`` and the like are assumed to match."""
    name, _, query = condition.partition(" ")
    if name != "@media":
        return True
    return any(_query(part, mode) for part in query.lower().split(","))


def _query(query: str, mode: Mode) -> bool:
    return _all(_parsed(query), mode)


@lru_cache(maxsize=1024)
def _parsed(query: str) -> Sequence[Node]:
    nodes = tinycss2.parse_component_value_list(query, skip_comments=True)
    return [node for node in nodes if node.type != "whitespace"]


def _all(nodes: Sequence[Node], mode: Mode) -> bool:
    """Evaluate the parts of a condition, joined by ``and``, ``or`` and ``not``."""
    result, negated, either = True, False, False
    for node in nodes:
        word = node.lower_value if node.type == "ident" else ""
        if word == "not":
            negated = True
        elif word in ("and", "or", "only"):
            either = word == "or"
        else:
            met = _part(node, mode) != negated
            result = (result or met) if either else (result and met)
            negated = False
    return result


def _part(node: Node, mode: Mode) -> bool:
    if node.type == "ident":
        return bool(
            {"all": True, "screen": not mode.paper, "print": mode.paper}.get(
                node.lower_value, False
            )
        )
    if node.type == "() block":
        inner = [one for one in node.content if one.type not in ("whitespace", "comment")]
        if any(one.type == "() block" for one in inner):
            return _all(inner, mode)
        return _feature(inner, mode)
    return True


def _feature(nodes: Sequence[Node], mode: Mode) -> bool:
    name = nodes[0].lower_value if nodes and nodes[0].type == "ident" else ""
    value = nodes[2].lower_value if len(nodes) == 3 and nodes[2].type == "ident" else ""
    if name in _CHOICES:
        chosen = _CHOICES[name](mode)
        return value == chosen if value else chosen not in ("no-preference", "none")
    return _measured(nodes, mode)


_CHOICES: dict[str, Callable[[Mode], str]] = {
    "prefers-color-scheme": lambda mode: "dark" if mode.dark else "light",
    "prefers-contrast": lambda mode: "more" if mode.more_contrast else "no-preference",
    "prefers-reduced-motion": lambda _: "reduce",
    "prefers-reduced-transparency": lambda _: "no-preference",
    "forced-colors": lambda _: "none",
    "inverted-colors": lambda _: "none",
    "orientation": lambda mode: "portrait" if mode.width < mode.height else "landscape",
    "hover": lambda _: "hover",
    "any-hover": lambda _: "hover",
    "pointer": lambda _: "fine",
    "any-pointer": lambda _: "fine",
    "update": lambda mode: "none" if mode.paper else "fast",
    "scripting": lambda _: "none",
}


def _measured(nodes: Sequence[Node], mode: Mode) -> bool:
    """Evaluate ``min-width: 30em``, ``width >= 30em`` or ``20em < width < 40em``.

    Other features are assumed to match.
    """
    names = [node.lower_value for node in nodes if node.type == "ident"]
    sizes = [length_of([node]) for node in nodes if node.type in ("dimension", "number")]
    size = (
        {"width": mode.width, "height": mode.height}.get(names[0][-6:].lstrip("-"))
        if (names and names[0].removeprefix("min-").removeprefix("max-") in ("width", "height"))
        else None
    )
    if size is None or not sizes or sizes[0] is None:
        return True
    if names[0].startswith("min-"):
        return size >= sizes[0]
    if names[0].startswith("max-"):
        return size <= sizes[0]
    signs = [node.value for node in nodes if node.type == "literal"]
    first = nodes[0].type == "ident"
    small, large = "<" in signs, ">" in signs
    met = size <= sizes[0] if (small if first else large) else size >= sizes[0]
    return met and (len(sizes) < 2 or sizes[1] is None or size <= sizes[1])
