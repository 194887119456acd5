"""What a book's own style sheets may be, so that every program that reads them comes to an end."""

from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

import tinycss2
from tinycss2.ast import Node

from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

DEEPEST = 60
"""Brackets in one another."""

LONGEST_SELECTOR = 500
"""Names and signs in a selector, without those in brackets."""

LARGEST = 1_000_000
"""The largest length or percentage: a kilometre of pixels is a quarter of it."""

MOST_VALUES = 10_000
"""Words and signs that a custom property becomes when the others in it are filled in."""

MOST_MEDIA = 8
"""Media queries in which custom properties have other values: their number is doubled by each."""

_DEEP = Text(nb="parenteser i for mange nivåer", en="brackets in too many levels")
_LONG = Text(nb="en for lang velger", en="a selector that is too long")
_LARGE = Text(nb="et for stort tall", en="a number that is too large")
_MUCH = Text(
    nb="en egenskap som blir for lang når de andre i den er satt inn",
    en="a property that becomes too long when the others in it are filled in",
)
_MEDIA = Text(nb="for mange @media med egne verdier", en="too many @media with values of their own")
_CANNOT = Text(
    nb="Stilarket templates/{name}:{line} kan ikke brukes: Det har {what}.",
    en="The style sheet templates/{name}:{line} cannot be used: it has {what}.",
)
_SIMPLIFY = Text(
    nb="Rett stilarket, eller slett det for å bruke standardmalen.",
    en="Fix the style sheet, or delete it to use the default template.",
)


def require_modest(name: str, css: str) -> None:
    """Raise ``PipelineError``, with the line, if the sheet ``name`` is beyond these limits."""
    for line, what in _beyond(tuple(_flat(tinycss2.parse_component_value_list(css)))):
        raise PipelineError(_CANNOT.filled(name=name, line=line, what=what), _SIMPLIFY)


def _flat(tokens: Sequence[Node]) -> Iterator[tuple[Node, int]]:
    """Each token, and those in brackets after their bracket, with how many are around it."""
    around = [iter(tokens)]
    while around:
        token = next(around[-1], None)
        if token is None:
            around.pop()
            continue
        yield token, len(around) - 1
        inside = getattr(token, "content", getattr(token, "arguments", None))
        if isinstance(inside, list):
            around.append(iter(inside))


def _beyond(tokens: Sequence[tuple[Node, int]]) -> Iterator[tuple[int, Text]]:
    selector = 0
    for token, depth in tokens:
        if depth > DEEPEST:
            yield token.source_line, _DEEP
        if token.type in {"dimension", "percentage"} and abs(token.value) > LARGEST:
            yield token.source_line, _LARGE
        if token.type == "{} block" and selector > LONGEST_SELECTOR:
            yield token.source_line, _LONG
        if token.type == "{} block" or _is(token, ",") or _is(token, ";"):
            selector = 0
        elif depth <= 1 and token.type != "whitespace":
            selector += 1
    yield from _grown(_Properties(tokens))


class _Properties:
    """The custom properties of a sheet: their lengths, lines, and the others in each."""

    def __init__(self, tokens: Sequence[tuple[Node, int]]) -> None:
        self.lengths: dict[str, int] = {}
        self.lines: dict[str, int] = {}
        self.inside: dict[str, list[str]] = {}
        self.media: set[int] = set()
        name, level, media = "", 0, 0
        for at, (token, depth) in enumerate(tokens):
            if name and (depth < level or (depth == level and _is(token, ";"))):
                name = ""
            if token.type == "at-keyword" and token.lower_value == "media":
                media = at
            if token.type == "ident" and token.value.startswith("--"):
                if name:
                    self.inside[name].append(token.value)
                elif _is_set(tokens[at + 1 : at + 4]):
                    name, level = token.value, depth
                    self.lines[name] = token.source_line
                    self.inside[name] = []
                    self.lengths[name] = 0
                    self.media.update({media} if depth > 1 else ())
            if name:
                self.lengths[name] += 1


def _is_set(after: Sequence[tuple[Node, int]]) -> bool:
    """Whether a colon follows."""
    return next((_is(token, ":") for token, _ in after if token.type != "whitespace"), False)


def _is(token: Node, mark: str) -> bool:
    return token.type == "literal" and bool(token.value == mark)


def _grown(properties: _Properties) -> Iterator[tuple[int, Text]]:
    if len(properties.media) > MOST_MEDIA:
        yield max(properties.lines.values()), _MEDIA
    lengths = dict(properties.lengths)
    try:
        order = tuple(TopologicalSorter(properties.inside).static_order())
    except CycleError:
        # They are invalid, and the rule on style sheets tells of them.
        return
    for name in order:
        used = properties.inside.get(name, ())
        lengths[name] = properties.lengths.get(name, 1) + sum(lengths.get(one, 1) for one in used)
        if lengths[name] > MOST_VALUES:
            yield properties.lines[name], _MUCH
