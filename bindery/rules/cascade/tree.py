"""A page as a tree of boxes, each with the rules that match it."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from cssselect2.compiler import CompiledSelector
from lxml.html import HtmlElement

from bindery.rules.cascade.sheets import Sheet, StyleRule

Met = tuple[frozenset[str], StyleRule]
"""The states that must hold for a rule to apply, and the rule."""

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
        if self.pseudo:
            return True
        texts = [self.element.text, *(child.tail for child in self.element)]
        return any(text and text.strip() for text in texts)

    @cached_property
    def said(self) -> frozenset[str]:
        """The properties that a rule sets for it, in any mode and state."""
        return frozenset(one.name for _, rule in self.rules for one in rule.declared)

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
        matchers = (_matcher((self.browser,)), _matcher(self.sheets))
        made: dict[HtmlElement, tuple[Box, ...]] = {}
        alike: dict[Hashable, tuple[Box, ...]] = {}
        for wrapped in ElementWrapper.from_html_root(self.root).iter_subtree():
            element = wrapped.etree_element
            parent = made.get(element.getparent(), (None,))[0]
            met = [one for each in matchers for one in _met(each, wrapped)]
            first = Box(element, parent, "", [rule for _, _, pseudo, rule in met if not pseudo])
            key = (parent, *_kind(first), *((pseudo, id(rule[1])) for _, _, pseudo, rule in met))
            if key not in alike:
                alike[key] = (first, *_pseudos(first, met))
            made[element] = alike[key]
        return made


def _kind(box: Box) -> Iterator[Hashable]:
    """What besides its rules distinguishes a box from others."""
    attributes = box.element.attrib
    yield from (box.tag, box.has_text, "href" in attributes, "disabled" in attributes)
    yield attributes.get("tabindex")


def _pseudos(box: Box, met: Sequence[tuple[object, int, str | None, Met]]) -> Iterator[Box]:
    for name in dict.fromkeys(pseudo for _, _, pseudo, _ in met if pseudo in _PSEUDO):
        assert name is not None
        yield Box(box.element, box, name, [rule for _, _, pseudo, rule in met if pseudo == name])


def _matcher(sheets: Sequence[Sheet]) -> Matcher:
    matcher = Matcher()
    for sheet in sheets:
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


def _met(matcher: Matcher, element: ElementWrapper) -> list[tuple[object, int, str | None, Met]]:
    """The selectors that match ``element``, the weakest first."""
    found = [
        entry
        for lists in (
            matcher.id_selectors.get(element.id, ()),
            *(matcher.class_selectors.get(name, ()) for name in element.classes),
            matcher.lower_local_name_selectors.get(element.local_name.lower(), ()),
            matcher.lang_attr_selectors if "lang" in element.etree_element.attrib else (),
            matcher.other_selectors,
        )
        for test, *entry in lists
        if test(element)
    ]
    return sorted((tuple(entry) for entry in found), key=lambda entry: entry[:2])
