"""What the parts of a drawing are called, and how they refer to each other."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

import tinycss2
from tinycss2.ast import FunctionBlock, Node, StringToken, URLToken

from bindery.document.svg.parse import (
    DEEPEST,
    MOST_PARTS,
    SVG,
    TOO_DEEP,
    TOO_MANY,
    XLINK_HREF,
    Element,
)
from bindery.document.svg.values import declared, written
from bindery.vocabulary.text import Text

HREFS = ("href", XLINK_HREF)

_SAFE = re.compile(r"[A-Za-z0-9_.-]+")
_NOTHING = {"fill": "none", "stroke": "none"}
_MAY_REFER = re.compile(r"[(\\]")


def name_safely(svg: Element) -> None:
    """Give each id letters that need no escape anywhere, and remove those given before."""
    names: dict[str, str] = {}
    for element in svg.iter():
        name = element.get("id")
        if name in names or name == "":
            del element.attrib["id"]
        elif name:
            names[name] = name if _SAFE.fullmatch(name) else f"del-{len(names) + 1}"
            element.set("id", names[name])
    refer_by(svg, lambda name: names.get(name, ""))


def refer_by(svg: Element, named: Callable[[str], str]) -> None:
    """Write every reference in ``svg`` to the name that ``named`` gives for its own.

    A reference that gets no name, or that leads out of the drawing, is removed.
    """
    for element in svg.iter():
        for name, value in list(element.attrib.items()):
            referred = _referred(str(name), str(value), named)
            if referred:
                element.set(name, referred)
            elif value:
                del element.attrib[name]


def _referred(name: str, value: str, named: Callable[[str], str]) -> str:
    if name in HREFS:
        if not value.strip().startswith("#"):
            return value
        there = named(unquote(value.strip()[1:]))
        return there and f"#{there}"
    if name != "style":
        return _in_value(name, value, named)
    if not _MAY_REFER.search(value):
        return value
    declarations = (one.partition(":") for one in _declarations(value))
    kept = ((key, _in_value(key, said, named)) for key, _, said in declarations)
    return ";".join(f"{key}:{said}" for key, said in kept if said)


def _declarations(style: str) -> Iterator[str]:
    for one in tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            yield f"{one.name}:{tinycss2.serialize(one.value).strip()}"


def _in_value(name: str, value: str, named: Callable[[str], str]) -> str:
    if not _MAY_REFER.search(value):
        return value
    nodes = tinycss2.parse_component_value_list(value)
    if not any(_address(node) for node in nodes):
        return value
    # A paint that is not there paints nothing; other properties are as if they were not said.
    return "".join(_written(node, named) for node in nodes).strip() or _NOTHING.get(name, "")


def _written(node: Node, named: Callable[[str], str]) -> str:
    address = _address(node)
    if not address:
        return str(node.serialize())
    there = named(unquote(address[1:])) if address.startswith("#") else ""
    return there and f"url(#{there})"


def with_declarations(
    element: Element, said: Mapping[str, str] | None = None, without: Iterable[str] = ()
) -> None:
    """Say in the style of ``element`` what is ``said``, and nothing of ``without``."""
    said = said or {}
    others = [
        (name, value)
        for (name, value), _ in declared(element.get("style") or "")
        if name not in said and name not in without
    ]
    if style := written((*others, *said.items())):
        element.set("style", style)
    else:
        element.attrib.pop("style", None)


def _address(node: Node) -> str:
    """The address of ``url(…)``, in quotation marks or not; nothing for another value."""
    if isinstance(node, URLToken):
        return str(node.value).strip()
    if isinstance(node, FunctionBlock) and node.lower_name == "url":
        return next((one.value.strip() for one in node.arguments if _is_string(one)), "")
    return ""


def _is_string(node: Node) -> bool:
    return isinstance(node, StringToken)


@dataclass(slots=True)
class _Walk:
    """How much is drawn for each element, and how deep it goes, with all that it refers to."""

    named: Mapping[str, Element]
    known: dict[Element, tuple[int, int]] = field(default_factory=dict)
    open: set[Element] = field(default_factory=set)

    def measure(self, element: Element) -> tuple[int, int]:
        if element in self.known:
            return self.known[element]
        self.open.add(element)
        parts, depth = 1, 0
        for part in (*element, *self._referred(element)):
            more, below = self.measure(part)
            parts, depth = parts + more, max(depth, below)
        self.open.discard(element)
        self.known[element] = parts, depth + 1
        return self.known[element]

    def _referred(self, element: Element) -> Iterator[Element]:
        for name, value in list(element.attrib.items()):
            for target in _targets(str(name), str(value)):
                found = self.named.get(target)
                if found in self.open:
                    # Browsers do not follow one that leads around in a circle, either.
                    del element.attrib[name]
                elif found is not None:
                    yield found


def _targets(name: str, value: str) -> Iterable[str]:
    if name in HREFS:
        return (value[1:],) if value.startswith("#") else ()
    return re.findall(r"url\(#([\w.-]+)\)", value) if "url(" in value else ()


def too_much(svg: Element) -> Text | None:
    """Why ``svg`` is more than can be drawn, if it is. References in a circle are removed.

    Every reference is written ``url(#name)`` or ``#name``, as ``name_safely`` does.
    """
    named = {str(one.get("id")): one for one in svg.iter() if one.get("id")}
    try:
        parts, depth = _Walk(named).measure(svg)
    except RecursionError:
        return TOO_DEEP
    if depth > DEEPEST:
        return TOO_DEEP
    return TOO_MANY if parts > MOST_PARTS else None


def unlink(svg: Element) -> None:
    """Make links groups: in a book, links stand in the text, where every reader gets them."""
    for link in svg.iter(f"{SVG}a"):
        in_text = any(around.tag == f"{SVG}text" for around in link.iterancestors())
        link.tag = f"{SVG}tspan" if in_text else f"{SVG}g"
        for name in (*HREFS, "target", "rel", "download", "type"):
            link.attrib.pop(name, None)
