"""Pandoc's tree as it comes: blocks and inlines, each a table of a type and its content."""

from collections.abc import Iterator, Sequence
from typing import Any

Node = dict[str, Any]

STYLE = "custom-style"


def style_of(attributes: Sequence[Any]) -> str:
    """The name of the style that a Div or a Span was written in."""
    return next((str(value) for key, value in attributes[2] if key == STYLE), "")


def words_of(nodes: Any) -> str:
    """The words of inlines or blocks, without paragraph numbers."""
    parts: list[str] = []
    _gather(nodes, parts, 0)
    return " ".join("".join(parts).split())


DEEPEST = 200


def _gather(node: Any, parts: list[str], depth: int) -> None:
    if depth > DEEPEST:
        return
    if isinstance(node, list):
        for one in node:
            _gather(one, parts, depth + 1)
        return
    if not isinstance(node, dict):
        return
    kind = node.get("t")
    content: Any = node.get("c")
    if kind == "Str":
        parts.append(str(content))
    elif kind in ("Space", "SoftBreak", "LineBreak"):
        parts.append(" ")
    elif kind in ("Code", "Math", "CodeBlock", "RawInline"):
        parts.append(str(content[-1]))
    elif kind == "Span":
        if style_of(content[0]) != "BinderyMark":
            _gather(content[1], parts, depth + 1)
    elif kind in ("Link", "Image"):
        _gather(content[1], parts, depth + 1)
    elif content is not None:
        _gather(content, parts, depth + 1)
    if kind in ("Para", "Plain", "Header"):
        parts.append(" ")


def walk(node: Any, depth: int = 0) -> Iterator[Node]:
    """Every node in ``node``, itself included, in order."""
    if depth > DEEPEST * 2:
        return
    if isinstance(node, dict):
        if "t" in node:
            yield node
        for value in node.values():
            yield from walk(value, depth + 1)
    elif isinstance(node, list):
        for one in node:
            yield from walk(one, depth + 1)


def marks_in(node: Any) -> list[int]:
    """The numbers of the paragraphs that ``node`` has, in order."""
    return [
        int(number)
        for one in walk(node)
        if one["t"] == "Span" and style_of(one["c"][0]) == "BinderyMark"
        if (number := words_of(one["c"][1])).isdigit()
    ]
