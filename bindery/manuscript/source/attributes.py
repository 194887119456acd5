"""Parse attributes in braces, ``{#name .class key="value"}``, with pandoc's grammar."""

import html
import re
from dataclasses import dataclass
from urllib.parse import unquote

_NAME = r"#[\w:.-]+"
_CLASS = r"\.[\w-]+"
_PAIR = r"""[A-Za-z_:][\w:.-]*=(?:"[^"]*"|[^\s<>=`'"}]+)"""
_ONE = f"(?:{_NAME}|{_CLASS}|{_PAIR})"
_EACH = re.compile(rf"(?P<name>{_NAME})|(?P<class>{_CLASS})|(?P<pair>{_PAIR})")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")

BRACES = re.compile(rf"(?:\{{\s*{_ONE}(?:\s+{_ONE})*\s*\}})+")
"""One or more pairs of braces in a row, whose attributes are combined."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """The attributes of an element. ``name`` is its ``id`` for links; the first one counts."""

    name: str = ""
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        """The value of ``key``, or ``None`` if it is not written."""
        return next((value for found, value in self.pairs if found == key), None)

    def __or__(self, more: "Attributes") -> "Attributes":
        return Attributes(
            self.name or more.name, self.classes + more.classes, self.pairs + more.pairs
        )

    def __bool__(self) -> bool:
        return bool(self.name or self.classes or self.pairs)


NOTHING_SAID = Attributes()


def attributes_in(braces: str) -> Attributes:
    """The attributes in ``braces``, a match of :data:`BRACES`."""
    name = ""
    classes: list[str] = []
    pairs: list[tuple[str, str]] = []
    for part in _EACH.finditer(braces):
        if part["name"]:
            name = name or part["name"][1:]
        elif part["class"]:
            classes.append(part["class"][1:])
        else:
            key, _, value = part["pair"].partition("=")
            value = _ENTITY.sub(lambda entity: html.unescape(entity[0]), value.strip('"'))
            if key == "class":
                classes.extend(value.split())
            elif key == "id":
                name = name or value
            else:
                pairs.append((key, value))
    return Attributes(name, tuple(classes), tuple(pairs))


REFERENCE = "ref"
"""The class of links whose words are made of what they lead to."""


def written_reference(said: Attributes, address: str) -> str | None:
    """What the author wrote for a reference to ``address``; ``None`` for any other link.

    It is empty in one that is joined to the reference before it.
    """
    if REFERENCE not in said.classes:
        return None
    if (written := said.get("written")) is not None:
        return written
    return "" if said.get("form") == "more" else f"@{unquote(address.removeprefix('#'))}"
