"""The style of every element of a page, in one mode and one state (CSS Cascading 5)."""

from collections.abc import Hashable, Mapping, Sequence

import tinycss2
from tinycss2.ast import Node

from bindery.rules.cascade.media import Mode, holds
from bindery.rules.cascade.sheets import Declared, StyleRule
from bindery.rules.cascade.shorthands import WIDE, Token, Values, longhands
from bindery.rules.cascade.tree import Box, Tree

INHERITED = frozenset(
    [
        "color",
        "font-size",
        "font-weight",
        "font-style",
        "line-height",
        "text-align",
        "hyphens",
        "text-transform",
        "visibility",
        "color-scheme",
        "user-select",
        "white-space",
    ]
)


class Cascade:
    """The winning declarations of every box of ``tree`` in ``mode``, and in ``states``."""

    def __init__(self, tree: Tree, mode: Mode, states: frozenset[str] = frozenset()) -> None:
        self.tree = tree
        self.mode = mode
        self.states = states
        self._media: dict[tuple[str, ...], bool] = {}
        self._said: dict[tuple[int, int], list[tuple[str, Values]]] = {}
        self._custom: dict[Box | None, Mapping[str, Values]] = {None: {}}
        self._values: dict[tuple[Box, str], Values] = {}
        self._won: dict[Box, Mapping[str, Values]] = {}
        self._won_by: dict[Hashable, Mapping[str, Values]] = {}

    def value(self, box: Box, name: str) -> Values:
        """The tokens of the property ``name`` for ``box``; empty if no style sets it."""
        key = (box, name)
        if (value := self._values.get(key)) is not None:
            return value
        found = self.won(box).get(name)
        if found is None and name not in INHERITED:
            return ()
        word = keyword(found or ())
        inherits = word == "inherit" or (
            name in INHERITED and word not in ("initial", "revert", "revert-layer")
        )
        if found is not None and word not in WIDE:
            value = found
        else:
            above = box.parent if inherits else None
            value = self.value(above, name) if above else ()
        self._values[key] = value
        return value

    def won(self, box: Box) -> Mapping[str, Values]:
        """The winning longhands declared for ``box`` itself, before inheritance."""
        if (won := self._won.get(box)) is not None:
            return won
        custom = self._custom_of(box)
        key = (box.rules_alike, id(custom))
        if key not in self._won_by:
            self._won_by[key] = self._winning(self._rules(box), custom)
        self._won[box] = self._won_by[key]
        return self._won[box]

    def _winning(
        self, rules: Sequence[StyleRule], custom: Mapping[str, Values]
    ) -> Mapping[str, Values]:
        won: dict[str, Values] = {}
        for weight in (0, 1):
            for rule in rules:
                for declared in rule.by_weight[weight]:
                    won.update(self._longhands(declared, custom))
        return won

    def _rules(self, box: Box) -> list[StyleRule]:
        """The rules that apply to ``box``, the strongest last."""
        return [
            rule
            for states, rule in box.rules
            if (not rule.media or self._holds(rule.media)) and (not states or states <= self.states)
        ]

    def _holds(self, media: tuple[str, ...]) -> bool:
        if media not in self._media:
            self._media[media] = all(holds(condition, self.mode) for condition in media)
        return self._media[media]

    def _custom_of(self, box: Box | None) -> Mapping[str, Values]:
        if box not in self._custom:
            assert box is not None
            inherited = self._custom_of(box.parent)
            if not box.sets_custom:
                self._custom[box] = inherited
                return inherited
            said = (one for rule in self._rules(box) for one in rule.custom)
            weighed = sorted(said, key=lambda one: one.important)
            own = {one.name: [(node, one) for node in one.value] for one in weighed}
            self._custom[box] = {**inherited, **own} if own else inherited
        return self._custom[box]

    def _longhands(
        self, declared: Declared, custom: Mapping[str, Values]
    ) -> list[tuple[str, Values]]:
        key = (id(declared), id(custom))
        if key not in self._said:
            value = resolved([(node, declared) for node in declared.value], custom)
            self._said[key] = [] if value is None else list(longhands(declared.name, value))
        return self._said[key]


def resolved(
    value: Values, custom: Mapping[str, Values], within: tuple[str, ...] = ()
) -> Values | None:
    """``value`` with every ``var()`` replaced, or ``None`` if one cannot be resolved."""
    found: list[Token] = []
    for node, origin in value:
        if node.type != "function":
            found.append((node, origin))
        elif node.lower_name == "var":
            put = _replaced(node, origin, custom, within)
            if put is None:
                return None
            found += put
        elif "var(" in (text := node.serialize()).lower():
            inner = resolved([(one, origin) for one in node.arguments], custom, within)
            if inner is None:
                return None
            text = f"{node.name}({tinycss2.serialize([one for one, _ in inner])})"
            places = {id(place): place for _, place in inner}
            others = [place for place in places.values() if place is not origin]
            put_at = others[0] if len(others) == 1 else origin
            found.append((tinycss2.parse_one_component_value(text), put_at))
        else:
            found.append((node, origin))
    return found


def _replaced(
    node: Node, origin: Declared, custom: Mapping[str, Values], within: tuple[str, ...]
) -> Values | None:
    name, fallback = variable(node)
    if name in custom and name not in within:
        return resolved(custom[name], custom, (*within, name))
    if fallback is None:
        return None
    return resolved([(one, origin) for one in fallback], custom, within)


def variable(node: Node) -> tuple[str, list[Node] | None]:
    """The custom property that ``var()`` names, and its fallback, if any."""
    comma = next(
        (i for i, one in enumerate(node.arguments) if one.type == "literal" and one.value == ","),
        None,
    )
    name = str(tinycss2.serialize(node.arguments[:comma])).strip()
    return name, None if comma is None else list(node.arguments[comma + 1 :])


def keyword(value: Values) -> str:
    """The keyword in lower case, if the value is nothing else, or an empty string."""
    return str(value[0][0].lower_value) if len(value) == 1 and value[0][0].type == "ident" else ""
