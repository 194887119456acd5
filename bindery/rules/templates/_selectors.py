"""Selectors and values as they are written."""

import re
from collections.abc import Iterator, Sequence

import tinycss2
from tinycss2.ast import Declaration, Node

STATES = frozenset({"hover", "focus", "focus-visible", "focus-within", "active", "visited"})
"""Pseudo-classes of what a reader is doing with an element just now."""

_ALWAYS = ":not(._)"
"""Matches everything, with the specificity of the pseudo-class it stands in for."""


def fault_of(declaration: Declaration) -> str:
    """What is wrong with the value, as a browser would see it, or an empty string."""
    if any(node.type == "error" for node in declaration.value):
        return "unreadable"
    if declaration.name.startswith("--"):
        return ""
    if any(node.type == "literal" and node.value == ":" for node in declaration.value):
        return "semicolon"
    if not any(node.type not in ("whitespace", "comment") for node in declaration.value):
        return "empty"
    return ""


def parts(prelude: Sequence[Node]) -> Iterator[str]:
    """The selectors of a list, each by itself."""
    part: list[Node] = []
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            yield without_comments(part)
            part = []
        else:
            part.append(node)
    yield without_comments(part)


def without_states(selector: str) -> tuple[str, frozenset[str]]:
    """A selector with what a reader does taken for done, and what that is."""
    states: set[str] = set()

    def done(found: re.Match[str]) -> str:
        states.add(found[1])
        return _ALWAYS

    names = "|".join(sorted(STATES, key=len, reverse=True))
    match = re.sub(rf"(?<!:):({names})(?![\w(-])", done, selector)
    return " ".join(match.split()), frozenset(states)


def without_comments(nodes: Sequence[Node]) -> str:
    return str(tinycss2.serialize([node for node in nodes if node.type != "comment"])).strip()


def newer_than_we_know(selector: str) -> bool:
    """Whether a selector is of a kind that browsers know and the matcher here does not."""
    unknown = re.search(
        r":(?:has|nth-|host|part|slotted|-|popover|modal|open|user-|view-)", selector
    )
    return unknown is not None and not re.search(r"[{};]|::?\s|::?$", selector)


def nested_in(around: str, selector: str) -> str:
    """A selector as it counts below another (CSS Nesting 1)."""
    if not around or not selector:
        return selector
    return (
        selector.replace("&", f":is({around})") if "&" in selector else f":is({around}) {selector}"
    )
