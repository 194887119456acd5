"""Whether a book's styles look the same where its parts are laid out apart.

What counts, or looks, over the edge of a part is laid out in one piece: counters, page numbers in
the text, pages that differ by their side or number, fixed boxes, and selectors that depend on what
is before or after a part.
"""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

import tinycss2
from cssselect2 import ElementWrapper, SelectorError, compile_selector_list
from tinycss2.ast import AtRule, Declaration, FunctionBlock, Node, QualifiedRule

from bindery.document.model import PART
from bindery.editions.pdf.orders import ApartError

_COUNTERS = ("counter-increment", "counter-reset", "counter-set")
_LISTS = ("list-item", "none")
_BREAKS = ("break-before", "break-after", "page-break-before", "page-break-after")
_SIDES = ("left", "right", "recto", "verso")
_STARTS_AGAIN = re.compile(r":nth\(\s*1\s+of\s+([\w-]+)\s*\)")
_GROUPS = ("media", "supports", "layer")
_HARMLESS = ("counter-style", "charset")
_STRUCTURAL = re.compile(
    r":(?:nth-[\w-]+|(?:first|last|only)-(?:child|of-type)|empty|has|not|is|where)\b(?![\w-])"
)
_OF_OTHERS = re.compile(r":(?:nth|first|last|only|empty|has)\b|[+~]")
"""What asks for neighbours inside the brackets of ``:not()``."""


def restarting_pages(css: str, tree: Element) -> frozenset[str]:
    """The kinds of page of which the first one has the number 1.

    Raises ``ApartError`` if a book with these styles is to be laid out in one piece.
    """
    rules = [*_all(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))]
    edges = _Edges(tree)
    restarts: set[str] = set()
    users: list[tuple[str, str]] = []
    for rule in rules:
        if isinstance(rule, AtRule):
            restarts.update(_page_rule(rule))
            continue
        selectors = tinycss2.serialize(rule.prelude).strip()
        edges.require_within(selectors)
        for one in _declarations(rule.content):
            _require_apart(one, in_note="footnote" in selectors)
            if one.lower_name == "page":
                users.append((_text(one), selectors))
    for kind in restarts:
        if [selectors for page, selectors in users if page == kind] != ["main"]:
            raise ApartError
    return frozenset(restarts)


def _all(rules: Sequence[Node]) -> Iterator[QualifiedRule | AtRule]:
    """The rules for elements and for pages, also those in rules for a medium."""
    for rule in rules:
        if isinstance(rule, QualifiedRule) or (
            isinstance(rule, AtRule) and rule.lower_at_keyword == "page"
        ):
            yield rule
        elif isinstance(rule, AtRule):
            if rule.lower_at_keyword in _GROUPS and rule.content is not None:
                inner = rule.content
                yield from _all(
                    tinycss2.parse_rule_list(inner, skip_comments=True, skip_whitespace=True)
                )
            elif rule.lower_at_keyword not in _HARMLESS:
                raise ApartError


def _page_rule(rule: AtRule) -> Iterator[str]:
    selector = tinycss2.serialize(rule.prelude).strip()
    inside = tinycss2.parse_blocks_contents(
        rule.content or (), skip_comments=True, skip_whitespace=True
    )
    if ":" in selector:
        again = _STARTS_AGAIN.fullmatch(selector)
        values = [(one.lower_name, _text(one)) for one in inside if isinstance(one, Declaration)]
        if again is None or len(inside) != 1 or values != [("counter-reset", "page 1")]:
            raise ApartError
        yield again[1]
        return
    for one in inside:
        if isinstance(one, Declaration):
            _require_no_counting(one)
        elif isinstance(one, AtRule):
            for inner in _declarations(one.content or ()):
                _require_margin(inner)
        else:
            raise ApartError


def _declarations(content: Sequence[Node]) -> Iterator[Declaration]:
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if isinstance(one, Declaration):
            yield one
        elif one.type != "error":
            raise ApartError  # a rule in a rule


def _require_apart(one: Declaration, *, in_note: bool) -> None:
    """Raise ``ApartError`` if a declaration for elements looks over the edge of their part."""
    _require_no_counting(one)
    name, text = one.lower_name, _text(one)
    fixed = name == "position" and (text == "fixed" or text.startswith("running"))
    aside = name in _BREAKS and text in _SIDES
    counted_notes = in_note and name == "content" and text != "none"
    if fixed or aside or counted_notes or (text.startswith("var(") and name in _BREAKS):
        raise ApartError
    for function in _functions(one.value):
        words = [part.lower_value for part in function.arguments if part.type == "ident"]
        is_page = function.lower_name == "target-counter" and words[:1] == ["page"]
        is_list = function.lower_name in ("counter", "counters") and words[:1] == ["list-item"]
        if function.lower_name in _COUNTING and not is_page and not is_list:
            raise ApartError


def _require_margin(one: Declaration) -> None:
    """Raise ``ApartError`` if a declaration for a margin needs more than its own page's number."""
    _require_no_counting(one)
    for function in _functions(one.value):
        words = [part.lower_value for part in function.arguments if part.type == "ident"]
        is_page = function.lower_name == "counter" and words[:1] == ["page"]
        is_string = function.lower_name == "string" and words[1:] != ["start"]
        if function.lower_name in _COUNTING and not is_page and not is_string:
            raise ApartError


_COUNTING = (
    "counter",
    "counters",
    "target-counter",
    "target-counters",
    "target-text",
    "string",
    "element",
)


def _require_no_counting(one: Declaration) -> None:
    words = {part.lower_value for part in one.value if part.type == "ident"}
    if one.lower_name in _COUNTERS and words - {*_LISTS}:
        raise ApartError


def _functions(nodes: Sequence[Node]) -> Iterator[FunctionBlock]:
    for node in nodes:
        if isinstance(node, FunctionBlock):
            yield node
            yield from _functions(node.arguments)


def _text(one: Declaration) -> str:
    return str(tinycss2.serialize(one.value)).strip().lower()


class _Edges:
    """The elements at the edges of parts: those around them, their first ones and their last."""

    def __init__(self, tree: Element) -> None:
        root = ElementWrapper.from_html_root(tree)
        self._elements = [*_at_edges(root)]

    def require_within(self, selectors: str) -> None:
        """Raise ``ApartError`` if one of ``selectors`` may look over the edge of a part."""
        if not _STRUCTURAL.search(selectors) and "+" not in selectors and "~" not in selectors:
            return
        for selector in _listed(tinycss2.parse_component_value_list(selectors)):
            for general in _more_general(selector):
                if self._has(general):
                    raise ApartError(general)

    def _has(self, selector: str) -> bool:
        try:
            compiled = compile_selector_list(selector)
        except SelectorError:
            return True
        return any(one.test(element) for one in compiled for element in self._elements)


def _at_edges(element: ElementWrapper) -> Iterator[ElementWrapper]:
    """The elements around parts, from ``element`` down, and all that are directly in them."""
    yield element
    around = ("html", "body", "main")
    if element.local_name in around or element.etree_element.get("role") == PART:
        for child in element.iter_children():
            yield from _at_edges(child)


def _listed(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """The selectors between the commas."""
    one: list[Node] = []
    for node in nodes:
        if node == ",":
            yield one
            one = []
        else:
            one.append(node)
    yield one


def _more_general(selector: Sequence[Node]) -> Iterator[str]:
    """Selectors of the elements whose neighbours count in ``selector``, and maybe of some others.

    Each is its beginning up to such an element, without what is asked of the neighbours.
    """
    compounds: list[tuple[str, str, bool]] = []
    compound, relation, structural = "", "", False
    for text, counts in _tokens(selector):
        if text in (" ", ">", "+", "~"):
            compounds.append((relation, compound, structural))
            compound, relation, structural = "", text, False
        elif counts:
            structural = True
        else:
            compound += text
    compounds.append((relation, compound, structural))
    for index, (_, _, structural) in enumerate(compounds):
        following = compounds[index + 1][0] if index + 1 < len(compounds) else ""
        if structural or following in ("+", "~"):
            yield _joined(compounds[: index + 1])


def _joined(compounds: Sequence[tuple[str, str, bool]]) -> str:
    """The compounds as a selector, from the last of them that is a sibling's on."""
    text = ""
    for relation, compound, _ in compounds:
        if relation in ("+", "~"):
            text = ""
        plain = compound.partition("::")[0] or "*"
        text = f"{text} {relation} {plain}" if text else plain
    return text


def _tokens(selector: Sequence[Node]) -> Iterator[tuple[str, bool]]:
    """The pieces of a selector, each with whether it asks for an element's neighbours."""
    text = tinycss2.serialize(selector).strip()
    text = re.sub(r"\s*([>+~])\s*(?![^(\[]*[)\]])", r"\1", text)
    at = 0
    while at < len(text):
        if text[at] in " >+~":
            yield text[at], False
            at += 1
            continue
        if found := _STRUCTURAL.match(text, at):
            end = found.end()
            if end < len(text) and text[end] == "(":
                end = _closing(text, end)
            with_brackets = found[0] in (":not", ":is", ":where")
            yield text[at:end], not with_brackets or bool(_OF_OTHERS.search(text, at + 1, end))
            at = end
            continue
        end = at + 1
        while end < len(text) and text[end] not in " >+~:":
            end = _closing(text, end) if text[end] in "([" else end + 1
        yield text[at:end], False
        at = end


def _closing(text: str, at: int) -> int:
    """The place after the bracket that closes the one ``at`` this place."""
    depth = 0
    for place in range(at, len(text)):
        depth += (text[place] in "([") - (text[place] in ")]")
        if not depth:
            return place + 1
    return len(text)
