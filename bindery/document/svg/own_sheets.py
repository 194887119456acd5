"""A drawing's own style sheets, written on the elements that they hold for.

A sheet within a page would hold for the whole page, and the page's own sheets for what has a class
in the drawing. On the elements, styles hold for nothing else, and do so in print too.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import tinycss2
from cssselect2 import (
    ElementWrapper,
    Matcher,
    SelectorError,
    compile_selector_list,
)
from tinycss2.ast import AtRule, Node, QualifiedRule

from bindery.document.fetched import fetched_by
from bindery.document.svg.parse import SVG, Element, UndrawableError
from bindery.document.svg.values import Declared, declared, font_parts, resolved, written
from bindery.vocabulary.text import Text

STYLE = f"{SVG}style"

_NEVER_MATTERS = frozenset(
    {"charset", "counter-style", "font-face", "font-feature-values", "import", "keyframes"}
    | {"-webkit-keyframes", "-moz-keyframes", "page", "property", "namespace", "view-transition"}
)
"""What changes nothing that is drawn in a book: typefaces are the edition's, and nothing moves."""

_NO_PROPERTY = re.compile(
    r"-(?!-)|cursor$|pointer-events$|transition|animation|will-change$|user-select$|outline"
    r"|touch-action$"
)
_WINDOW = re.compile(r"[\d.](?:[sld]?v(?:[hwib]|min|max)|cq(?:[hwib]|min|max))\b", re.IGNORECASE)
"""Lengths that depend on the window a drawing is alone in."""

_LONGEST = 500
"""Letters. What is longer is the points of a path, or a picture."""

_SHOWN = re.compile(
    r"(?:only\s+)?(?:all|screen)?"
    r"(?:(?:^|\s+and\s+)\(\s*prefers-color-scheme\s*:\s*light\s*\))?"
)
_NOT_SHOWN = re.compile(
    r"(?:only\s+)?(?:print|speech|tty|tv|handheld|projection)\b.*"
    r"|(?:(?:only\s+)?(?:all|screen)\s+and\s+)?"
    r"\(\s*(?:prefers-color-scheme\s*:\s*dark|prefers-reduced-motion\s*:\s*reduce"
    r"|prefers-contrast\s*:\s*(?:more|less)|forced-colors\s*:\s*active)\s*\)"
    r"|not\s+(?:all|screen)"
)


_NEGATED = re.compile(r"\bnot\b|selector\(|font-", re.IGNORECASE)


_SIZED = re.compile(r"\(\s*(min|max)-(width|height)\s*:\s*(\d+(?:\.\d+)?)(?:px)?\s*\)")

Window = tuple[float | None, float | None]
"""Width and height in CSS pixels; ``None`` where they are not known."""


_MOST_WORK = 500_000
"""Comparisons, of which a second is enough for some 200,000."""

_TOO_STYLED = Text(
    nb="Tegningen har for mange stiler. De kan ikke brukes på alle delene.",
    en="The drawing has too many styles. They cannot be applied to all its parts.",
)


class _OnlyAloneError(Exception):
    """Raised for a style that cannot be written on elements."""


@dataclass(slots=True)
class _Sheets:
    """The rules of all sheets, to be matched; the namespaces that selectors use."""

    window: Window
    lenient: bool = False
    usual: Matcher = field(default_factory=Matcher)
    important: Matcher = field(default_factory=Matcher)
    namespaces: dict[str | None, str] = field(default_factory=dict)
    open_selectors: list[Any] = field(default_factory=list)

    def read(self, css: str) -> None:
        rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        self._rules(rules, "")

    def _rules(self, nodes: list[Node], around: str) -> None:
        own: list[tuple[Declared, bool]] = []
        for node in nodes:
            if isinstance(node, QualifiedRule):
                self._rule(node, around)
            elif isinstance(node, AtRule):
                self._at_rule(node, around)
            elif node.type == "declaration" and around:
                own.extend(declared(node.serialize()))
        if own:
            self._add(around, own)

    def _rule(self, rule: QualifiedRule, around: str) -> None:
        prelude = tinycss2.serialize(rule.prelude).strip()
        if around:
            within = f":is({around})"
            nests = "&" in prelude
            prelude = prelude.replace("&", within) if nests else f"{within} {prelude}"
        self._rules(
            tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True),
            prelude,
        )

    def _at_rule(self, rule: AtRule, around: str) -> None:
        name = rule.lower_at_keyword
        if name == "media" and rule.content is not None:
            if self._is_shown(tinycss2.serialize(rule.prelude)):
                parse = tinycss2.parse_blocks_contents if around else tinycss2.parse_rule_list
                self._rules(parse(rule.content, skip_comments=True, skip_whitespace=True), around)
        elif name == "supports" and rule.content is not None:
            if _NEGATED.search(tinycss2.serialize(rule.prelude)):
                self._give_up(name)
                return
            parse = tinycss2.parse_blocks_contents if around else tinycss2.parse_rule_list
            self._rules(parse(rule.content, skip_comments=True, skip_whitespace=True), around)
        elif name == "namespace":
            *prefix, address = [node for node in rule.prelude if node.type != "whitespace"]
            uri = getattr(address, "value", "") or address.arguments[0].value
            self.namespaces[prefix[0].value if prefix else None] = uri
        elif name not in _NEVER_MATTERS:
            self._give_up(name)

    def _add(self, selectors: str, declarations: list[tuple[Declared, bool]]) -> None:
        if any(_WINDOW.search(value) for (_, value), _ in declarations):
            self._give_up(selectors)
        try:
            compiled = compile_selector_list(selectors, self.namespaces or None)
        except SelectorError:
            self._give_up(selectors)
            return
        usual = [one for one, important in declarations if not important]
        important = [one for one, important in declarations if important]
        for selector in compiled:
            if selector.pseudo_element is None and not selector.never_matches:
                self.usual.add_selector(selector, usual)
                self.important.add_selector(selector, important)
                # One with a class or a name is compared with few elements.
                if not (selector.id or selector.class_name):
                    self.open_selectors.append(selector)

    def _is_shown(self, query: str) -> bool:
        try:
            return _is_shown(query, self.window)
        except _OnlyAloneError as error:
            self._give_up(str(error))
            return False

    def _give_up(self, what: str) -> None:
        """Say that ``what`` holds only where the drawing is alone, if anybody wants to know."""
        if not self.lenient:
            raise _OnlyAloneError(what)

    def work(self, svg: Element) -> int:
        """How many times a selector must be compared with an element that it may select."""
        names = Counter(str(element.tag).removeprefix(SVG) for element in svg.iter())
        return sum(
            names[selector.local_name] if selector.local_name else names.total()
            for selector in self.open_selectors
        )

    def styles_of(self, element: ElementWrapper) -> list[Declared]:
        """All that holds for ``element``, what wins last."""
        own = list(declared(element.etree_element.get("style") or ""))
        return [
            *(one for match in self.usual.match(element) for one in match[-1]),
            *(one for one, important in own if not important),
            *(one for match in self.important.match(element) for one in match[-1]),
            *(one for one, important in own if important),
        ]


def _is_shown(query: str, window: Window) -> bool:
    """Whether a media query holds for a drawing on white paper, in a ``window`` of its own size."""
    shown = False
    for part in query.lower().split(","):
        kind, *conditions = (one.strip() for one in part.split(" and "))
        sized = [_fits(one, window) for one in (kind, *conditions) if _SIZED.fullmatch(one)]
        others = [one for one in (kind, *conditions) if not _SIZED.fullmatch(one)]
        rest = " and ".join(others)
        if not all(sized) or _NOT_SHOWN.fullmatch(rest):
            continue
        if not _SHOWN.fullmatch(rest):
            raise _OnlyAloneError(query)
        shown = True
    return shown


def _fits(condition: str, window: Window) -> bool:
    found = _SIZED.fullmatch(condition)
    assert found is not None
    side = window[0 if found[2] == "width" else 1]
    if side is None:
        raise _OnlyAloneError(condition)
    limit = float(found[3])
    return side >= limit if found[1] == "min" else side <= limit


def write_styles_on_elements(svg: Element, window: Window, *, lenient: bool = False) -> bool:
    """Write each style on its elements, and remove sheets and classes.

    The ``window`` is as large as the drawing says that it is itself. If something in the styles
    holds only where the drawing is alone, nothing is changed, and the answer is ``False``; where
    one is ``lenient``, that is left out.
    """
    sheets = _Sheets(window, lenient)
    try:
        for style in svg.iter(STYLE):
            if _is_css(style) and _is_shown(style.get("media") or "", window):
                sheets.read(style.text or "")
        if not lenient and any(map(_WINDOW.search, _lengths(svg))):
            return False
    except (_OnlyAloneError, IndexError, AttributeError, ValueError):
        if not lenient:
            return False
    if sheets.work(svg) > _MOST_WORK:
        raise UndrawableError(_TOO_STYLED, svg.sourceline)
    wrappers = list(ElementWrapper.from_xml_root(svg).iter_subtree())
    styles = [(wrapper.etree_element, sheets.styles_of(wrapper)) for wrapper in wrappers]
    _write(styles)
    for style in list(svg.iter(STYLE)):
        parent = style.getparent()
        assert parent is not None
        parent.remove(style)
    return True


def is_moved(svg: Element) -> bool:
    """Whether a style moves anything in the drawing; a rule that selects nothing does not."""
    sheets = _Sheets((None, None), lenient=True)
    for style in svg.iter(STYLE):
        sheets.read(style.text or "")
    return sheets.work(svg) <= _MOST_WORK and any(
        name in ("animation", "animation-name") and not value.startswith("none")
        for element in ElementWrapper.from_xml_root(svg).iter_subtree()
        for name, value in sheets.styles_of(element)
    )


def _lengths(svg: Element) -> Iterator[str]:
    """The attributes in which a length may stand."""
    for element in svg.iter():
        for name, value in element.attrib.items():
            if len(value) < _LONGEST and name not in ("id", "class"):
                yield str(value)


def _is_css(style: Element) -> bool:
    return (style.get("type") or "text/css").strip().lower() == "text/css"


def _write(styles: list[tuple[Element, list[Declared]]]) -> None:
    known: dict[Element | None, Mapping[str, str]] = {None: {}}
    for element, declarations in styles:
        around = known[element.getparent()]
        own = {name: value for name, value in declarations if name.startswith("--")}
        known[element] = variables = {**around, **own} if own else around
        for name, value in element.attrib.items():
            replaced = resolved(str(value), variables) if name != "style" else value
            if replaced is None:
                del element.attrib[name]
            elif replaced != value:
                element.set(name, replaced)
        style = written(_plain(declarations, variables))
        element.attrib.pop("class", None)
        element.attrib.pop("style", None)
        if style:
            element.set("style", style)


def _plain(declarations: list[Declared], variables: Mapping[str, str]) -> Iterator[Declared]:
    for name, value in declarations:
        replaced = resolved(value, variables)
        if _NO_PROPERTY.match(name) or name.startswith("--") or not replaced:
            continue
        if not any(fetched_by(replaced)):
            yield from font_parts(replaced) if name == "font" else ((name, replaced),)


def without_what_is_fetched(css: str) -> str:
    """A style sheet without imports and typefaces; nothing, if it fetches more."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    kept = (rule for rule in rules if getattr(rule, "lower_at_keyword", "") not in _NEVER_MATTERS)
    text = "\n".join(rule.serialize() for rule in kept if rule.type != "error")
    return "" if any(fetched_by(text)) or "<" in text else text
