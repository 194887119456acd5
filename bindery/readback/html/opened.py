"""Finished documents prepared for reading: plain tags, languages, link targets, hidden content."""

import posixpath
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urldefrag

import tinycss2
from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule, StringToken

from bindery.document.model import Element
from bindery.finished.documents import SVG, XHTML, Finished, elements_by_id
from bindery.manuscript.addresses import ascii_address, scheme_of
from bindery.readback.passages import Span

_HIDES = {"display": "none", "visibility": "hidden"}
_GENERATED = ("before", "after")
_Payload = tuple[str, str, str]
"""The medium a declaration is for (empty for all of them), its property and its value."""


class Silence:
    """What the style sheets of one document hide in any medium except print.

    ``added`` are the words that they insert before and after elements.
    """

    def __init__(self, root: Element, sheets: list[str]) -> None:
        self._hidden: set[Element] = set()
        self.added: dict[tuple[Element, str], str] = {}
        sheets = [*sheets, *(style.text or "" for style in root.iter("style", f"{SVG}style"))]
        declared = [one for css in sheets for one in _sheet(css)]
        if not any(_matters(name, value) for _, _, name, value in declared):
            return
        matcher = Matcher()
        for selector, medium, name, value in declared:
            try:
                for one in compile_selector_list(selector):
                    matcher.add_selector(one, (medium, name, value))
            except SelectorError:
                continue
        for wrapped in ElementWrapper.from_html_root(root).iter_subtree():
            self._meet(wrapped.etree_element, matcher.match(wrapped))

    def covers(self, element: Element) -> bool:
        """Whether the attributes or the style of ``element`` hide it from screen readers."""
        return (
            "hidden" in element.attrib
            or "inert" in element.attrib
            or element.get("aria-hidden") == "true"
            or element in self._hidden
        )

    def _meet(self, element: Element, matches: list[tuple[Any, int, str | None, _Payload]]) -> None:
        own = [payload for _, _, pseudo, payload in matches if pseudo is None]
        for medium in {medium for medium, _, _ in own}:
            holds = {name: value for there, name, value in own if there in ("", medium)}
            if any(holds.get(name) == value for name, value in _HIDES.items()):
                self._hidden.add(element)
        for _, _, pseudo, (_, name, value) in matches:
            if pseudo in _GENERATED and name == "content":
                self.added[element, pseudo] = value


def _matters(name: str, value: str) -> bool:
    return name == "content" or _HIDES.get(name) == value


@lru_cache(maxsize=4)
def _sheet(css: str) -> tuple[tuple[str, str, str, str], ...]:
    return tuple(_rules(css, ""))


def _rules(css: str | list[Node], medium: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield selector, medium, property and value of what hides, shows or adds words."""
    for rule in tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True):
        if isinstance(rule, AtRule) and rule.lower_at_keyword in ("media", "supports"):
            there = tinycss2.serialize(rule.prelude).strip().lower()
            if there != "print" and rule.content:
                yield from _rules(rule.content, there)
        elif isinstance(rule, QualifiedRule):
            selector = tinycss2.serialize(rule.prelude).strip()
            for one in tinycss2.parse_blocks_contents(rule.content):
                if not isinstance(one, Declaration):
                    continue
                if one.lower_name in _HIDES:
                    value = tinycss2.serialize(one.value).strip().lower()
                    yield selector, medium, one.lower_name, value
                elif one.lower_name == "content" and (said := _words(one.value)):
                    yield selector, medium, "content", said


def _words(value: list[Node]) -> str:
    """Return the strings of ``content``, if there is a letter or a digit in them."""
    said = "".join(token.value for token in value if isinstance(token, StringToken))
    return said if any(letter.isalnum() for letter in said) else ""


_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Opened:
    """One document: its file name, its root, its ids, and what styles hide in it."""

    name: str
    root: Element
    by_id: dict[str, Element]
    silence: Silence

    @property
    def body(self) -> Element:
        """The ``body``, or the root without one."""
        body = self.root.find("body")
        return self.root if body is None else body


def open_document(finished: Finished, name: str) -> Opened:
    """Copy the document ``name`` of ``finished``, with HTML's tags without a namespace."""
    root = deepcopy(finished.documents[name])
    for element in root.iter(f"{XHTML}*"):
        element.tag = str(element.tag).removeprefix(XHTML)
    silence = Silence(root, list(finished.sheets.values()))
    return Opened(name, root, elements_by_id(root), silence)


def language_of(element: Element) -> str | None:
    """Return an element's own language: ``xml:lang``, or else ``lang`` (HTML, 3.2.6.2)."""
    return element.get(_XML_LANG) or element.get("lang")


def language_around(element: Element) -> str:
    """Return the language in force around ``element``; empty if none is stated."""
    around = (language_of(one) for one in element.iterancestors())
    return next((language for language in around if language), "")


def link_span(finished: Finished, document: str, address: str) -> Span:
    """Return where a link in ``document`` leads: a place in the output, or an address."""
    path, name = urldefrag(address)
    if not scheme_of(address) and not address.startswith("//"):
        folder = posixpath.dirname(document)
        file = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else document
        if file in finished.documents:
            return Span("link", "", target=(file, unquote(name)), page=0)
    return Span("link", "", value=ascii_address(address))
