"""Small things every part of the reader asks of PDF objects, whatever shape they are in."""

from collections.abc import Iterator
from typing import Any

import pikepdf

Objgen = tuple[int, int]


def words(value: Any) -> str:
    """A text string or a name without its slash; empty for anything else."""
    if isinstance(value, pikepdf.Name):
        return str(value).removeprefix("/")
    if isinstance(value, pikepdf.String):
        return str(value)
    return ""


def several(value: Any) -> Iterator[Any]:
    """The entries of an array, or the one entry that stands without an array."""
    if isinstance(value, pikepdf.Array):
        yield from value
    elif value is not None:
        yield value


def is_dictionary(value: Any) -> bool:
    """Whether ``value`` has keys: a dictionary or a stream."""
    return isinstance(value, pikepdf.Dictionary | pikepdf.Stream)


def tree_entries(root: Any, leaf: str) -> Iterator[tuple[Any, Any]]:
    """Keys and values of a name tree (``/Names``) or a number tree (``/Nums``)."""
    todo, seen = [root], set()
    while todo:
        node = todo.pop()
        if not is_dictionary(node) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        entries = list(node.get(leaf, ()))
        yield from zip(entries[::2], entries[1::2], strict=False)
        todo.extend(reversed(list(node.get("/Kids", ()))))
