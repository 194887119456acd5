"""What the styles of a finished output do to its text. Only rules that match an element count."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import tinycss2
from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from bindery.finished.documents import SVG, XHTML, Finished

_ABSOLUTE = frozenset({"px", "pt", "pc", "cm", "mm", "in", "q"})
_SETS_LETTERS = ("font", "font-size", "line-height", "letter-spacing", "word-spacing")
_READERS_OWN = (
    *("font", "line-height", "letter-spacing", "word-spacing", "text-align", "text-indent"),
    *("color", "background", "margin", "writing-mode"),
)
"""What reading systems let readers choose: these properties, and those that begin so."""

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_MOVES_AWAY = ("order", "grid-area", "grid-row", "grid-column")


@dataclass(frozen=True, slots=True)
class Style:
    """One declaration, its selector, and its file.

    ``absolute`` says that it has a length that readers cannot scale; ``variables`` are the custom
    properties in its value.
    """

    file: str
    selector: str
    name: str
    value: str
    absolute: bool
    important: bool
    variables: frozenset[str] = frozenset()


def fixes_appearance(style: Style) -> bool:
    """Whether readers cannot change the size, spacing or colours of the text."""
    chosen = any(style.name == own or style.name.startswith(f"{own}-") for own in _READERS_OWN)
    return (style.name in _SETS_LETTERS and style.absolute) or (chosen and style.important)


def moves_text(style: Style) -> bool:
    """Whether text may be shown in another place than it is read (WCAG 2.2, 1.3.2)."""
    if style.name == "position":
        return style.value in ("absolute", "fixed")
    if style.name in ("flex-direction", "flex-flow"):
        return "reverse" in style.value
    return style.name.startswith(_MOVES_AWAY) and style.value not in ("0", "auto")


def animates(style: Style) -> bool:
    """Whether it starts an animation."""
    return style.name in ("animation", "animation-name") and style.value != "none"


def styles_that(
    book: Finished, suspect: Callable[[Style], bool], *, of_text: bool = False
) -> Iterator[str]:
    """Yield where a ``suspect`` style matches an element: ``stil.css: p { font-size }``.

    With ``of_text``, words on a drawing do not count, because they scale with the drawing.
    """
    suspects = [style for style in _resolved(list(all_styles(book))) if suspect(style)]
    waiting = set(suspects)
    for name in book.documents:
        if waiting:
            waiting -= set(_matching(waiting, name, book, of_text=of_text))
    for style in suspects:
        if style not in waiting:
            yield f"{style.file}: {style.selector} {{ {style.name} }}"
    for name, root in book.documents.items():
        for element in root.iterfind(".//*[@style]"):
            if of_text and not str(element.tag).startswith(XHTML):
                continue
            inline = tinycss2.parse_blocks_contents(element.get("style") or "")
            if any(suspect(style) for style in _declared(name, "", inline)):
                yield name


def _resolved(styles: list[Style]) -> Iterator[Style]:
    """Yield the styles, each absolute if a custom property in its value is."""
    absolute = {style.name for style in styles if style.absolute and style.name.startswith("--")}
    return (replace(one, absolute=True) if one.variables & absolute else one for one in styles)


def all_styles(book: Finished) -> Iterator[Style]:
    """Yield every declaration that is read on a screen, whatever it matches."""
    for name, css in book.sheets.items():
        yield from _sheet(name, css)
    for name, root in book.documents.items():
        for element in root.iter(f"{XHTML}style", f"{SVG}style"):
            yield from _sheet(name, element.text or "")


@lru_cache(maxsize=8)
def _sheet(file: str, css: str) -> tuple[Style, ...]:
    """Return every declaration of a style sheet."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return tuple(_rules(file, "", rules))


def _rules(file: str, around: str, nodes: list[Node]) -> Iterator[Style]:
    yield from _declared(file, around, nodes)
    for node in nodes:
        if isinstance(node, QualifiedRule):
            prelude = tinycss2.serialize(node.prelude).strip()
            inner = tinycss2.parse_blocks_contents(node.content)
            yield from _rules(file, _nested(around, prelude), inner)
        elif isinstance(node, AtRule) and node.content and _is_read(node):
            parse = tinycss2.parse_blocks_contents if around else tinycss2.parse_rule_list
            yield from _rules(file, around, parse(node.content))


def _is_read(rule: AtRule) -> bool:
    """Whether a reading system applies the rules in ``rule`` on a screen."""
    media = tinycss2.serialize(rule.prelude).strip().lower()
    return rule.lower_at_keyword in ("media", "supports", "layer") and media != "print"


def _nested(around: str, prelude: str) -> str:
    if not around:
        return prelude
    return prelude.replace("&", f":is({around})") if "&" in prelude else f":is({around}) {prelude}"


def _declared(file: str, selector: str, nodes: list[Node]) -> Iterator[Style]:
    for node in nodes:
        if isinstance(node, Declaration):
            absolute = any(getattr(one, "lower_unit", "") in _ABSOLUTE for one in node.value)
            value = tinycss2.serialize(node.value).strip().lower()
            variables = frozenset(_VARIABLE.findall(value))
            yield Style(file, selector, node.lower_name, value, absolute, node.important, variables)


def _matching(
    styles: Iterable[Style], document: str, book: Finished, *, of_text: bool
) -> Iterator[Style]:
    """Those whose selectors match in ``document``. One that cannot be parsed counts as matching."""
    matcher = Matcher()
    for style in styles:
        if style.file in book.documents and style.file != document:
            continue
        try:
            selectors = compile_selector_list(style.selector)
        except SelectorError:
            yield style
        else:
            for selector in selectors:
                matcher.add_selector(selector, style)
    if not matcher.order:
        return
    for element in ElementWrapper.from_html_root(book.documents[document]).iter_subtree():
        if not of_text or str(element.etree_element.tag).startswith(XHTML):
            yield from (style for *_, style in matcher.match(element))
