"""The tags of a stretch of HTML, each with its exact range."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(
    r"<!--(?:(?!-->).){0,20000}-->"
    r"|<(?P<closes>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)"
    r"(?P<rest>(?:[^<>\"']++|\"[^\"]{0,2000}+\"|'[^']{0,2000}+')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?P<key>[^\s=\"'/>]++)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'"
    r"|(?P<bare>[^\s\"'>]++)))?+"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag or, without a ``name``, a comment, from ``start`` to ``end`` of the text."""

    name: str
    closes: bool
    start: int
    end: int
    rest: str = ""

    def attribute(self, name: str) -> str:
        """The value of an attribute; empty if it is not there."""
        for found in _ATTRIBUTE.finditer(self.rest):
            if found["key"].lower() == name:
                return found["double"] or found["single"] or found["bare"] or ""
        return ""


def tags_in(text: str) -> Iterator[Tag]:
    """The tags and comments of ``text``, in order. Other signs ``<`` are text."""
    for found in _TAG.finditer(text):
        name = (found["name"] or "").lower()
        yield Tag(name, bool(found["closes"]), *found.span(), found["rest"] or "")
