"""Parse style sheets into declarations, each with its place, its selector and its media."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

import tinycss2
from cssselect2 import SelectorError, compile_selector_list
from tinycss2.ast import AtRule, Comment, Declaration, Node, ParseError, QualifiedRule

from bindery.vocabulary.findings import Location

STATES = frozenset({"hover", "focus", "focus-visible", "focus-within", "active", "visited"})
"""Pseudo-classes that depend on what a reader is doing with an element."""

_ALWAYS = ":not(._)"
"""Matches everything, with the specificity of the pseudo-class it replaces."""


def fault_of(declaration: Declaration) -> str:
    """Why a browser would reject the value, or an empty string."""
    if any(node.type == "error" for node in declaration.value):
        return "unreadable"
    if declaration.name.startswith("--"):
        return ""
    if any(node.type == "literal" and node.value == ":" for node in declaration.value):
        return "semicolon"
    if not any(node.type not in ("whitespace", "comment") for node in declaration.value):
        return "empty"
    return ""


def parts(prelude: Sequence[Node]) -> Iterator[str]:
    """The selectors of a comma-separated list, one by one."""
    part: list[Node] = []
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            yield without_comments(part)
            part = []
        else:
            part.append(node)
    yield without_comments(part)


def without_states(selector: str) -> tuple[str, frozenset[str]]:
    """A selector with its states, such as ``:hover``, assumed to hold, and those states."""
    states: set[str] = set()

    def done(found: re.Match[str]) -> str:
        states.add(found[1])
        return _ALWAYS

    names = "|".join(sorted(STATES, key=len, reverse=True))
    match = re.sub(rf"(?<!:):({names})(?![\w(-])", done, selector)
    return " ".join(match.split()), frozenset(states)


def without_comments(nodes: Sequence[Node]) -> str:
    """The CSS of ``nodes`` without its comments."""
    return str(tinycss2.serialize([node for node in nodes if node.type != "comment"])).strip()


def newer_than_we_know(selector: str) -> bool:
    """Whether a selector is of a kind that browsers support and the matcher here does not."""
    unknown = re.search(
        r":(?:details-|has|nth-|host|part|slotted|-|popover|modal|open|user-|view-)", selector
    )
    return unknown is not None and not re.search(r"[{};]|::?\s|::?$", selector)


def nested_in(around: str, selector: str) -> str:
    """A nested selector, combined with the one around it (CSS Nesting 1)."""
    if not around or not selector:
        return selector
    return (
        selector.replace("&", f":is({around})") if "&" in selector else f":is({around}) {selector}"
    )


_GROUPS = frozenset({"media", "supports", "layer", "container", "scope", "starting-style"})
_CLOSED_BY = {"{": "}", "(": ")", "[": "]"}
_STRING_OR_COMMENT = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""", re.DOTALL)
_IDENTIFIER = re.compile(r"-?-?[^\W\d][\w-]*")


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a style cannot be parsed; ``what`` names the mistake."""

    location: Location
    what: str


@dataclass(frozen=True, slots=True, eq=False)
class Declared:
    """One declaration. ``own`` is whether it is in the book's own templates.

    ``media`` are the conditions around it, outermost first.
    """

    name: str
    value: Sequence[Node]
    important: bool
    selector: str
    media: tuple[str, ...]
    location: Location
    own: bool

    @property
    def text(self) -> str:
        """The value as it is written."""
        return str(tinycss2.serialize(self.value)).strip()


@dataclass(frozen=True, eq=False)
class StyleRule:
    """The declarations of one selector.

    ``matches`` are the selectors between commas, each without its states, and those states.
    ``@page`` and its margin boxes match elements of the same names.
    """

    selector: str
    matches: tuple[tuple[str, frozenset[str]], ...]
    media: tuple[str, ...]
    location: Location
    declared: tuple[Declared, ...]

    @cached_property
    def custom(self) -> tuple[Declared, ...]:
        """Its declarations of custom properties."""
        return tuple(one for one in self.declared if one.name.startswith("--"))

    @cached_property
    def by_weight(self) -> tuple[tuple[Declared, ...], tuple[Declared, ...]]:
        """Its other declarations: those without ``!important``, and those with it."""
        others = [one for one in self.declared if not one.name.startswith("--")]
        return (
            tuple(one for one in others if not one.important),
            tuple(one for one in others if one.important),
        )


@dataclass(slots=True, eq=False)
class Sheet:
    """One style sheet of the templates, by its ``name`` (``print/print.css``)."""

    name: str
    text: str
    own: bool
    rules: list[StyleRule] = field(default_factory=list)
    descriptors: list[Declared] = field(default_factory=list)
    imports: list[tuple[Location, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def declared(self) -> Iterator[Declared]:
        """Every declaration of a property, in source order."""
        return (one for rule in self.rules for one in rule.declared)

    def place(self, line: int, column: int) -> Location:
        """A place in the file of this sheet."""
        return Location(f"templates/{self.name}", line, column)


@cache
def read_sheet(name: str, text: str, *, own: bool) -> Sheet:
    """Parse the sheet ``name``, with a fault for each place that cannot be parsed."""
    return _Reader(Sheet(name, text, own)).read()


class _Reader:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def read(self) -> Sheet:
        self._unclosed()
        self._nodes(tinycss2.parse_stylesheet(self.sheet.text, skip_whitespace=True), "", ())
        return self.sheet

    def _nodes(self, nodes: Iterable[Node], around: str, media: tuple[str, ...]) -> None:
        """Add the rules among ``nodes``, which are nested in the selector ``around``."""
        for node in nodes:
            if isinstance(node, ParseError):
                self._fault(node, "unreadable")
            elif isinstance(node, QualifiedRule):
                self._style(node, around, media)
            elif isinstance(node, AtRule):
                self._at(node, around, media)

    def _style(self, rule: QualifiedRule, around: str, media: tuple[str, ...]) -> None:
        selector = " ".join(without_comments(rule.prelude).split())
        matches = tuple(without_states(part) for part in parts(rule.prelude))
        try:
            for match, _ in matches:
                compile_selector_list(nested_in(around, match))
        except SelectorError:
            if not newer_than_we_know(selector):
                self._fault(rule, "selector")
            matches = ()
        nested = tuple((nested_in(around, match), states) for match, states in matches)
        self._declarations(rule, nested_in(around, selector), nested, media)

    def _at(self, rule: AtRule, around: str, media: tuple[str, ...]) -> None:
        name, prelude = rule.lower_at_keyword, tinycss2.serialize(rule.prelude).strip()
        if name == "import":
            self.sheet.imports.append((self._at_place(rule), prelude))
        elif rule.content is None:
            if name not in ("charset", "namespace", "layer"):
                self._fault(rule, "unreadable")
        elif name in _GROUPS:
            parse = tinycss2.parse_blocks_contents if around else tinycss2.parse_rule_list
            inner = parse(rule.content, skip_whitespace=True)
            if around:
                within = (*media, f"@{name} {prelude}")
                self._declarations(rule, around, ((around, frozenset()),), within)
            else:
                self._nodes(inner, around, (*media, f"@{name} {prelude}"))
        elif name == "page":
            on_paper = (*media, "@media print")
            self._declarations(rule, f"@page {prelude}".strip(), _sheets_of(prelude), on_paper)
        elif name in ("font-face", "counter-style", "property"):
            nodes = tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True)
            self.sheet.descriptors += self._declared(nodes, f"@{name}", media)
        elif "keyframes" not in name and "font-" not in name and "view-" not in name:
            self._fault(rule, "at-rule")

    def _declarations(
        self,
        rule: QualifiedRule | AtRule,
        selector: str,
        matches: tuple[tuple[str, frozenset[str]], ...],
        media: tuple[str, ...],
    ) -> None:
        nodes = tinycss2.parse_blocks_contents(rule.content or (), skip_whitespace=True)
        declared = tuple(self._declared(nodes, selector, media))
        place = self._at_place(rule)
        self.sheet.rules.append(StyleRule(selector, matches, media, place, declared))
        around = ", ".join(match for match, _ in matches)
        for node in nodes:
            if isinstance(node, AtRule) and selector.startswith("@page"):
                boxes = tuple(
                    (f"{match} > {node.lower_at_keyword}", held) for match, held in matches
                )
                self._declarations(node, f"{selector} @{node.lower_at_keyword}", boxes, media)
            elif not isinstance(node, (Declaration, Comment)):
                self._nodes([node], around, media)

    def _declared(
        self, nodes: Iterable[Node], selector: str, media: tuple[str, ...]
    ) -> Iterator[Declared]:
        for node in nodes:
            if isinstance(node, Declaration):
                name = node.name if node.name.startswith("--") else node.lower_name
                if fault := fault_of(node):
                    self._fault(node, fault)
                else:
                    value = [one for one in node.value if one.type != "comment"]
                    place = self._at_place(node)
                    yield Declared(
                        name, value, node.important, selector, media, place, self.sheet.own
                    )

    def _unclosed(self) -> None:
        """Find the bracket or comment that is opened and never closed."""
        bare = _STRING_OR_COMMENT.sub(
            lambda found: re.sub(r"[^\n]", " ", found[0]), self.sheet.text
        )
        opened: list[tuple[str, int, int]] = []
        for line, text in enumerate(bare.split("\n"), start=1):
            comment = text.find("/*")
            if comment >= 0:
                self.sheet.faults.append(Fault(self.sheet.place(line, comment + 1), "comment"))
                return
            for column, letter in enumerate(text, start=1):
                if letter in _CLOSED_BY:
                    opened.append((letter, line, column))
                elif opened and letter == _CLOSED_BY[opened[-1][0]]:
                    opened.pop()
        if opened:
            # An unclosed round bracket takes in all that follows, so it is the one to blame.
            letter, *place = next((one for one in opened if one[0] != "{"), opened[-1])
            self.sheet.faults.append(
                Fault(self.sheet.place(*place), "unclosed" if letter == "{" else "bracket")
            )

    def _fault(self, node: Node, what: str) -> None:
        self.sheet.faults.append(Fault(self._at_place(node), what))

    def _at_place(self, node: Node) -> Location:
        return self.sheet.place(node.source_line, node.source_column)


def _sheets_of(prelude: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The sheets of paper that ``@page`` selects: ``cover``, ``left-over, wide:first``, or all."""
    names = (one.partition(":")[0].strip() for one in prelude.split(","))
    return tuple(
        (f'page[name="{name}"]' if _IDENTIFIER.fullmatch(name) else "page", frozenset())
        for name in names
    )
