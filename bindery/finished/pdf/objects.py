"""PDF objects in any shape, attributes of structure elements, and role maps."""

from collections.abc import Iterator
from typing import Any

import pikepdf

Objgen = tuple[int, int]


def words(value: Any) -> str:
    """Return a text string, or a name without its slash; empty for anything else."""
    if isinstance(value, pikepdf.Name):
        return str(value).removeprefix("/")
    if isinstance(value, pikepdf.String):
        return str(value)
    return ""


def several(value: Any) -> Iterator[Any]:
    """Yield the entries of an array, or the one entry that is not in an array."""
    if isinstance(value, pikepdf.Array):
        yield from value
    elif value is not None:
        yield value


def is_dictionary(value: Any) -> bool:
    """Whether ``value`` has keys: a dictionary or a stream."""
    return isinstance(value, pikepdf.Dictionary | pikepdf.Stream)


def tree_entries(root: Any, leaf: str) -> Iterator[tuple[Any, Any]]:
    """Yield keys and values of a name tree (``/Names``) or a number tree (``/Nums``)."""
    todo, seen = [root], set()
    while todo:
        node = todo.pop()
        if not is_dictionary(node) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        entries = list(node.get(leaf, ()))
        yield from zip(entries[::2], entries[1::2], strict=False)
        todo.extend(reversed(list(node.get("/Kids", ()))))


def attributes_of(element: Any, classes: Any) -> dict[str, Any]:
    """Return every attribute by name; the element's own override its classes' (14.7.6)."""
    found: dict[str, Any] = {}
    for name in several(element.get("/C")):
        if isinstance(name, pikepdf.Name):
            found.update(_entries(classes.get(str(name))))
    found.update(_entries(element.get("/A")))
    return found


def _entries(value: Any) -> Iterator[tuple[str, Any]]:
    # An array may have revision numbers between the dictionaries.
    for owned in several(value):
        if is_dictionary(owned):
            yield from ((name.removeprefix("/"), owned[name]) for name in owned)


def number(value: Any, otherwise: int) -> int:
    """Return ``value`` if it is a whole number, else ``otherwise``."""
    return value if isinstance(value, int) else otherwise


def numbers(value: Any) -> tuple[float, ...]:
    """Return the numbers of an array, such as a BBox; empty for anything else."""
    if not isinstance(value, pikepdf.Array):
        return ()
    return tuple(float(part) for part in value)


def names(value: Any) -> tuple[bytes, ...]:
    """Return the element identifiers of an array, such as Headers."""
    return tuple(bytes(part) for part in several(value) if isinstance(part, pikepdf.String))


PDF = "pdf"
PDF2 = "pdf2"
MATHML = "mathml"

_STANDARD = {
    "http://iso.org/pdf/ssn": PDF,
    "http://iso.org/pdf2/ssn": PDF2,
    "http://www.w3.org/1998/Math/MathML": MATHML,
}


class Roles:
    """Resolves roles by the role maps of one file: the default, and each namespace's (14.8.6.2)."""

    def __init__(self, tree_root: Any) -> None:
        role_map = tree_root.get("/RoleMap", {})
        self._default = {name.removeprefix("/"): words(role_map[name]) for name in role_map}

    def standard(self, element: Any) -> tuple[str, str]:
        """Return the standard role of a structure element, and the namespace it is from."""
        name, namespace = words(element.get("/S")), element.get("/NS")
        seen = set()
        while (name, _address(namespace)) not in seen:
            seen.add((name, _address(namespace)))
            if not is_dictionary(namespace):
                name = self._default.get(name, name)
                continue
            mapped = namespace.get("/RoleMapNS", {}).get(f"/{name}")
            if mapped is None:
                break
            if words(mapped):
                name, namespace = words(mapped), None
            else:
                name, namespace = words(mapped[0]), mapped[1]
        address = _address(namespace)
        return name, _STANDARD.get(address, address)


def _address(namespace: Any) -> str:
    if not is_dictionary(namespace):
        return "http://iso.org/pdf/ssn"
    return words(namespace.get("/NS"))
