"""The attributes of a structure element, from its own dictionaries and from its classes."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from bindery.readback.objects import is_dictionary, several


def attributes_of(element: Any, classes: Any) -> dict[str, Any]:
    """Every attribute by name; the element's own weigh more than its classes' (14.7.6)."""
    found: dict[str, Any] = {}
    for name in several(element.get("/C")):
        if isinstance(name, pikepdf.Name):
            found.update(_entries(classes.get(str(name))))
    found.update(_entries(element.get("/A")))
    return found


def _entries(value: Any) -> Iterator[tuple[str, Any]]:
    # An array may hold revision numbers between the dictionaries.
    for owned in several(value):
        if is_dictionary(owned):
            yield from ((name.removeprefix("/"), owned[name]) for name in owned)


def number(value: Any, otherwise: int) -> int:
    """A whole number that an attribute holds, or ``otherwise``."""
    return value if isinstance(value, int) else otherwise


def numbers(value: Any) -> tuple[float, ...]:
    """An array of numbers, such as a BBox."""
    if not isinstance(value, pikepdf.Array):
        return ()
    return tuple(float(part) for part in value)


def names(value: Any) -> tuple[bytes, ...]:
    """An array of element identifiers: Headers."""
    return tuple(bytes(part) for part in several(value) if isinstance(part, pikepdf.String))
