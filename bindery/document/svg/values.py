"""Values in a drawing's styles as every program reads them: no variables, no shorthand of fonts."""

import re
from collections.abc import Iterable, Iterator, Mapping

import tinycss2
from tinycss2.ast import FunctionBlock, IdentToken, LiteralToken, Node

Declared = tuple[str, str]
"""A property and its value."""

Variables = Mapping[str, str]

_DEEPEST = 20
"""Variables within variables; CSS forbids circles."""

_FONT = {
    **dict.fromkeys(("italic", "oblique"), "font-style"),
    "small-caps": "font-variant",
    **dict.fromkeys(("bold", "bolder", "lighter"), "font-weight"),
    **{
        f"{much}{width}": "font-stretch"
        for much in ("", "semi-", "extra-", "ultra-")
        for width in ("condensed", "expanded")
    },
}
_SIZES = frozenset(
    {"xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "larger", "smaller"}
)
_PLAIN_COLOURS = frozenset({"rgb", "rgba", "hsl", "hsla"})
_PLAIN_TOKENS = frozenset({"ident", "hash", "number", "dimension", "percentage", "whitespace"})


def declared(css: str) -> Iterator[tuple[Declared, bool]]:
    """Yield the declarations of a style attribute or a block, and whether each is important."""
    for one in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            name = one.name if one.name.startswith("--") else one.lower_name
            yield (name, tinycss2.serialize(one.value).strip()), one.important


def written(declarations: Iterable[Declared]) -> str:
    """The declarations as a style attribute. An earlier one is kept where a later may be unknown.

    ``fill: red; fill: oklch(…)`` is red in a program that has never heard of the second.
    """
    kept: list[Declared] = []
    for name, value in declarations:
        if is_plain(value):
            kept = [one for one in kept if one[0] != name]
        kept.append((name, value))
    return ";".join(f"{name}:{value}" for name, value in kept)


def is_plain(value: str) -> bool:
    """Whether every program that draws SVG knows values of this form."""
    return all(
        node.type in _PLAIN_TOKENS
        or (isinstance(node, FunctionBlock) and node.lower_name in _PLAIN_COLOURS)
        for node in tinycss2.parse_component_value_list(value)
    )


def resolved(value: str, variables: Variables) -> str | None:
    """``value`` with each ``var()`` and ``light-dark()`` replaced; ``None`` if one has no value."""
    lowered = value.lower()
    if "var(" not in lowered and "light-dark(" not in lowered and "\\" not in value:
        return value
    nodes = tinycss2.parse_component_value_list(value, skip_comments=True)
    try:
        return "".join(_resolved(nodes, variables, 0)).strip()
    except LookupError:
        return None


def _resolved(nodes: Iterable[Node], variables: Variables, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise LookupError
    for node in nodes:
        if not isinstance(node, FunctionBlock):
            yield node.serialize()
        elif node.lower_name == "var":
            yield from _variable(node, variables, depth)
        elif node.lower_name == "light-dark":
            # A drawing is always on white paper.
            yield from _resolved(_parted(node.arguments)[0], variables, depth + 1)
        else:
            inside = "".join(_resolved(node.arguments, variables, depth + 1))
            yield f"{node.name}({inside})"


def _variable(node: FunctionBlock, variables: Variables, depth: int) -> Iterator[str]:
    name, *otherwise = _parted(node.arguments)
    value = variables.get(tinycss2.serialize(name).strip())
    if value is not None:
        nodes = tinycss2.parse_component_value_list(value)
        yield from _resolved(nodes, variables, depth + 1)
    elif otherwise:
        yield from _resolved(otherwise[0], variables, depth + 1)
    else:
        raise LookupError


def _parted(arguments: list[Node]) -> list[list[Node]]:
    """The arguments before and after the first comma."""
    for at, node in enumerate(arguments):
        if isinstance(node, LiteralToken) and node.value == ",":
            return [arguments[:at], arguments[at + 1 :]]
    return [arguments]


def font_parts(value: str) -> tuple[Declared, ...]:
    """The properties that the shorthand ``font`` sets; none if it cannot be read."""
    nodes = [
        node for node in tinycss2.parse_component_value_list(value) if node.type != "whitespace"
    ]
    found: dict[str, str] = {"font-style": "normal", "font-weight": "normal"}
    for at, node in enumerate(nodes):
        word = node.lower_value if isinstance(node, IdentToken) else ""
        if node.type in ("dimension", "percentage") or word in _SIZES:
            family = nodes[at + 1 :]
            if family and isinstance(family[0], LiteralToken) and family[0].value == "/":
                family = family[2:]
            if not family:
                return ()
            found["font-size"] = node.serialize()
            found["font-family"] = " ".join(one.serialize() for one in family)
            return tuple(found.items())
        if node.type == "number":
            found["font-weight"] = node.serialize()
        elif word in _FONT:
            found[_FONT[word]] = word
    return ()


_SIZE = re.compile(r"(\d*\.?\d+(?:e[+-]?\d+)?)(em|rem|%|ex|ch)", re.IGNORECASE)
_OF_LETTERS = {"em": 1.0, "%": 0.01, "ex": 0.5, "ch": 0.5}
_NAMED_SIZES = {
    **{"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0},
    **{"x-large": 24.0, "xx-large": 32.0},
}
_STEPS = {"larger": 1.2, "smaller": 1 / 1.2}


def font_size(value: str, around: float, root: float) -> float | None:
    """A size of letters in pixels, if it is said in relation to ``around`` or ``root``."""
    word = value.strip().lower()
    if word in _NAMED_SIZES or word in _STEPS:
        return _NAMED_SIZES.get(word) or around * _STEPS[word]
    found = _SIZE.fullmatch(word)
    if not found:
        return None
    unit = found[2]
    return float(found[1]) * (root if unit == "rem" else around * _OF_LETTERS[unit])
