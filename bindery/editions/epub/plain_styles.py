"""Style sheets for every reading system: each custom property is replaced by its value.

Many e-readers, and calibre, do not support ``var()``, and ignore colours, typefaces and lines that
are written with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations

import tinycss2
from tinycss2.ast import AtRule, Declaration, FunctionBlock, Node, QualifiedRule

Values = Mapping[str, list[Node]]


@lru_cache(maxsize=16)
def plain(css: str) -> str:
    """``css`` without custom properties: those on ``:root`` are replaced by their values.

    If ``@media`` gives them other values, each rule that uses them is followed by its form for
    that media query, and by its form for several of them at once.
    """
    rules = _rules(css)
    base = _custom(rules)
    media: dict[str, dict[str, list[Node]]] = {}
    for rule in rules:
        if (
            isinstance(rule, AtRule)
            and rule.lower_at_keyword == "media"
            and (values := _custom(_rules(rule.content)))
        ):
            media.setdefault(tinycss2.serialize(rule.prelude).strip(), {}).update(values)
    contexts: list[tuple[str, Values]] = [
        (" and ".join(names), {key: value for name in names for key, value in media[name].items()})
        for count in range(1, len(media) + 1)
        for names in combinations(media, count)
    ]
    return "\n".join(_written(rules, base, contexts))


def _written(
    rules: Iterable[Node], base: Values, contexts: list[tuple[str, Values]]
) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            usual = _declared(rule, base)
            yield from _rule(rule, usual)
            for name, values in contexts:
                there = _declared(rule, {**base, **values})
                other = [new for new, old in zip(there, usual, strict=True) if new != old]
                yield from (f"@media {name} {{ {text} }}" for text in _rule(rule, other))
        elif isinstance(rule, AtRule) and rule.lower_at_keyword == "media":
            name = tinycss2.serialize(rule.prelude).strip()
            values = {**base, **dict(contexts).get(name, {})}
            inner = "\n".join(_written(_rules(rule.content), values, []))
            if inner:
                yield f"@media {name} {{\n{inner}\n}}"
        else:
            yield rule.serialize()


def _rule(rule: QualifiedRule, declared: list[str]) -> Iterator[str]:
    if declared:
        yield f"{tinycss2.serialize(rule.prelude).strip()} {{ {' '.join(declared)} }}"


def _declared(rule: QualifiedRule, values: Values) -> list[str]:
    return [
        f"{one.name}: {_value(one.value, values)}{' !important' if one.important else ''};"
        for one in _declarations(rule)
        if not one.name.startswith("--")
    ]


def _value(nodes: Iterable[Node], values: Values) -> str:
    """The value as CSS, with every ``var()`` replaced, except unknown ones."""
    return "".join(
        _value(values[name], values)
        if isinstance(node, FunctionBlock)
        and node.lower_name == "var"
        and (name := tinycss2.serialize(node.arguments).strip()) in values
        else node.serialize()
        for node in nodes
    ).strip()


def _custom(rules: Iterable[Node]) -> dict[str, list[Node]]:
    return {
        one.name: one.value
        for rule in rules
        if isinstance(rule, QualifiedRule) and tinycss2.serialize(rule.prelude).strip() == ":root"
        for one in _declarations(rule)
        if one.name.startswith("--")
    }


def _rules(css: str | list[Node]) -> list[Node]:
    return list(tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True))


def _declarations(rule: QualifiedRule) -> list[Declaration]:
    found = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return [one for one in found if isinstance(one, Declaration)]
