"""From the structure types a file uses to the standard ones that a reader knows."""

from typing import Any

from bindery.readback.objects import is_dictionary, words

PDF = "pdf"
PDF2 = "pdf2"
MATHML = "mathml"

_STANDARD = {
    "http://iso.org/pdf/ssn": PDF,
    "http://iso.org/pdf2/ssn": PDF2,
    "http://www.w3.org/1998/Math/MathML": MATHML,
}


class Roles:
    """The role maps of one file: the default namespace's, and one in each of its own (14.8.6.2)."""

    def __init__(self, tree_root: Any) -> None:
        role_map = tree_root.get("/RoleMap", {})
        self._default = {name.removeprefix("/"): words(role_map[name]) for name in role_map}

    def standard(self, element: Any) -> tuple[str, str]:
        """The standard role of a structure element, and the namespace it is from."""
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
