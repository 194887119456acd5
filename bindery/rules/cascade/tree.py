"""A page as a tree of boxes, each with the rules that match it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from operator import itemgetter
from typing import Any

from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from cssselect2.compiler import CompiledSelector
from lxml.html import HtmlElement

from bindery.rules.cascade.sheets import Sheet, StyleRule

Met = tuple[frozenset[str], StyleRule]
"""The states that must hold for a rule to apply, and the rule."""

Entry = tuple[object, int, str | None, Met]
"""How specific a selector that matches is, its place in its sheet, its pseudo-element, its rule."""

_PSEUDO = frozenset({"before", "after", "marker", "first-letter", "first-line"})


@dataclass(eq=False)
class Box:
    """An element of a page, or one of its pseudo-elements (``pseudo``).

    It represents all elements that are styled alike and have ancestors styled alike.
    """

    element: HtmlElement
    parent: "Box | None"
    pseudo: str = ""
    rules: list[Met] = field(default_factory=list)

    @cached_property
    def tag(self) -> str:
        """The element's name."""
        return str(self.element.tag)

    @cached_property
    def has_text(self) -> bool:
        """Whether it has words of its own, outside its children."""
        return bool(self.pseudo) or _has_text(self.element)

    @cached_property
    def said(self) -> frozenset[str]:
        """The properties that a rule sets for it, in any mode and state."""
        return frozenset(one.name for _, rule in self.rules for one in rule.declared)

    @cached_property
    def sets_custom(self) -> bool:
        """Whether a rule sets a custom property for it, in any mode and state."""
        return any(rule.custom for _, rule in self.rules)

    @cached_property
    def rules_alike(self) -> Hashable:
        """The same for two boxes with the same rules."""
        return tuple(map(id, self.rules))

    @cached_property
    def holds_text(self) -> bool:
        """Whether there are words in it, its children's included."""
        return bool(self.pseudo or self.element.text_content().strip())

    @property
    def ancestors(self) -> Iterator["Box"]:
        """It, its parent, and so on to the root."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


@dataclass(eq=False)
class Tree:
    """A page with the rules that match each of its boxes, the strongest last.

    Every rule of ``browser`` is weaker than any of ``sheets``.
    """

    root: HtmlElement
    browser: Sheet
    sheets: Sequence[Sheet]

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """Every box, parents before children."""
        return tuple(dict.fromkeys(box for boxes in self._made.values() for box in boxes))

    def box_of(self, element: HtmlElement) -> Box:
        """The box that represents ``element``."""
        return self._made[element][0]

    @cached_property
    def _made(self) -> Mapping[HtmlElement, tuple[Box, ...]]:
        """The box of each element, and those of its pseudo-elements."""
        by_browser = _met(self.root, self.browser)
        by_sheet = [_met(self.root, sheet) for sheet in self.sheets]
        made: dict[HtmlElement, tuple[Box, ...]] = {}
        alike: dict[Hashable, tuple[Box, ...]] = {}
        for number, (wrapped, kind) in enumerate(_elements(self.root)):
            element = wrapped.etree_element
            parent = made.get(element.getparent(), (None,))[0]
            met = [entry for each in by_sheet if number in each for entry in each[number]]
            # Sheets are in order, and so are the selectors of each that are equally specific.
            met = [*by_browser.get(number, ()), *sorted(met, key=itemgetter(0))]
            key = (parent, kind, *((pseudo, id(rule[1])) for _, _, pseudo, rule in met))
            if key not in alike:
                rules = [rule for _, _, pseudo, rule in met if not pseudo]
                first = Box(element, parent, "", rules)
                alike[key] = (first, *_pseudos(first, met))
            made[element] = alike[key]
        return made


def _has_text(element: HtmlElement) -> bool:
    texts = [element.text, *(child.tail for child in element)]
    return any(text and text.strip() for text in texts)


def _kind(element: HtmlElement) -> Hashable:
    """What besides its rules distinguishes a box from others."""
    attributes = element.attrib
    flags = (_has_text(element), "href" in attributes, "disabled" in attributes)
    return str(element.tag), *flags, attributes.get("tabindex")


def _pseudos(box: Box, met: Sequence[Entry]) -> Iterator[Box]:
    for name in dict.fromkeys(pseudo for _, _, pseudo, _ in met if pseudo in _PSEUDO):
        assert name is not None
        yield Box(box.element, box, name, [rule for _, _, pseudo, rule in met if pseudo == name])


def _matcher(sheet: Sheet) -> Matcher:
    matcher = Matcher()
    for rule in sheet.rules:
        for selector, states in rule.matches:
            for compiled in _compiled(selector):
                matcher.add_selector(compiled, (states, rule))
    return matcher


@cache
def _compiled(selector: str) -> tuple[CompiledSelector, ...]:
    try:
        return tuple(compile_selector_list(selector))
    except SelectorError:
        return ()


@lru_cache(maxsize=64)
def _elements(root: HtmlElement) -> Sequence[tuple[ElementWrapper, Hashable]]:
    """The elements of a page, each with its kind."""
    every = ElementWrapper.from_html_root(root).iter_subtree()
    return [(wrapped, _kind(wrapped.etree_element)) for wrapped in every]


@lru_cache(maxsize=64)
def _index(root: HtmlElement) -> Mapping[tuple[str, str], Sequence[int]]:
    """The numbers of a page's elements by ``id``, ``class`` and ``name``, and all of them."""
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (wrapped, _) in enumerate(_elements(root)):
        named = [("id", wrapped.id), *(("class", name) for name in wrapped.classes)]
        for key in (*named, ("name", wrapped.local_name.lower()), ("", "")):
            index[key].append(number)
        if "lang" in wrapped.etree_element.attrib:
            index["lang", ""].append(number)
    return index


@lru_cache(maxsize=512)
def _met(root: HtmlElement, sheet: Sheet) -> Mapping[int, Sequence[Entry]]:
    """The selectors of ``sheet`` that match each element, by its number, the weakest first.

    They are the same whatever other sheets the page has.
    """
    found: defaultdict[int, list[Entry]] = defaultdict(list)
    elements, index = _elements(root), _index(root)
    for key, selectors in _by_key(_matcher(sheet)):
        for number in index.get(key, ()):
            wrapped, _ = elements[number]
            for test, *entry in selectors:
                if test(wrapped):
                    found[number].append(tuple(entry))
    return {number: sorted(entries, key=itemgetter(0, 1)) for number, entries in found.items()}


def _by_key(matcher: Matcher) -> Iterator[tuple[tuple[str, str], Iterable[tuple[Any, ...]]]]:
    """The selectors, each at a key in the index of all elements that it may match."""
    for what, selectors in (
        ("id", matcher.id_selectors),
        ("class", matcher.class_selectors),
        ("name", matcher.lower_local_name_selectors),
    ):
        yield from (((what, name), those) for name, those in selectors.items())
    yield ("lang", ""), matcher.lang_attr_selectors
    yield ("", ""), matcher.other_selectors
