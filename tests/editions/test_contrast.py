"""Every colour of print can be told from what it stands on (WCAG 2.2, 1.4.6 and 1.4.11).

Nothing is listed here: colours, grounds and where they meet are read from the style sheets.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import tinycss2
from coloraide import Color
from tinycss2.ast import AtRule, Node, QualifiedRule

from bindery.editions.pdf.looks import LARGE_PRINT, PRINT, Look
from bindery.manuscript.templates import HOUSE

TEXT, GRAPHIC = 7.0, 3.0
PAPER = "--paper"


@dataclass(frozen=True)
class Use:
    """A colour as a rule gives it: to text, to a line (``border``) or to a ground."""

    selector: str
    kind: str
    colour: str


def sheet_of(look: Look) -> str:
    """All the CSS of a look, the small sheets that settings add, too."""
    names = (*look.sheets, "print/roman-front-matter.css")
    return "\n".join((HOUSE / name).read_text(encoding="utf-8") for name in names)


def rules(css: str) -> Iterator[tuple[str, list[Node]]]:
    """Each rule's selector and declarations; margin boxes have their page's selector first."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if isinstance(rule, (QualifiedRule, AtRule)) and rule.content is not None:
            yield from _rule("", rule)


def _rule(around: str, rule: QualifiedRule | AtRule) -> Iterator[tuple[str, list[Node]]]:
    name = f"@{rule.at_keyword} " if isinstance(rule, AtRule) else ""
    selector = f"{around} {name}{tinycss2.serialize(rule.prelude).strip()}".strip()
    inner = tinycss2.parse_blocks_contents(
        rule.content or [], skip_comments=True, skip_whitespace=True
    )
    yield selector, [node for node in inner if node.type == "declaration"]
    for node in inner:
        if isinstance(node, (QualifiedRule, AtRule)) and node.content is not None:
            yield from _rule(selector, node)


def colours_of(css: str) -> tuple[dict[str, str], list[Use]]:
    """The named colours, and where each is used."""
    names: dict[str, str] = {}
    uses = []
    for selector, declarations in rules(css):
        for declaration in declarations:
            value = tinycss2.serialize(declaration.value).strip()
            if declaration.name.startswith("--"):
                names[declaration.name] = value
            elif kind := _kind(declaration.name):
                uses += [Use(selector, kind, colour) for colour in _colours(declaration.value)]
    return names, uses


def _kind(name: str) -> str:
    if name == "color":
        return "text"
    if name.startswith("background"):
        return "ground"
    return "line" if name.startswith(("border", "outline", "text-decoration")) else ""


def _colours(value: list[Node]) -> Iterator[str]:
    for token in value:
        if token.type == "function" and token.lower_name == "var":
            yield tinycss2.serialize(token.arguments).strip()
        elif token.type in ("hash", "ident", "function"):
            written = token.serialize()
            if Color.match(written) is not None:
                yield written


def meetings(css: str) -> Iterator[tuple[Use, str, float]]:
    """Every text and line with every ground it can stand on, and their contrast.

    What is said of an element with a page of its own stands on that page's ground; all else can
    stand on paper and on every ground that is not a page's.
    """
    names, uses = colours_of(css)
    pages = {
        selector: next(tinycss2.serialize(d.value).strip() for d in found if d.name == "page")
        for selector, found in rules(css)
        if any(d.name == "page" for d in found)
    }
    grounds = [use for use in uses if use.kind == "ground"]
    for use in uses:
        if use.kind == "ground":
            continue
        page = next((page for own, page in pages.items() if use.selector.split()[0] == own), None)
        under = [one.colour for one in grounds if one.selector == f"@page {page}"]
        if not under:
            under = [PAPER, *(g.colour for g in grounds if not g.selector.startswith("@page"))]
        for ground in under:
            yield use, ground, _contrast(names, use.colour, ground)


def _contrast(names: dict[str, str], one: str, other: str) -> float:
    colours = [Color(names.get(colour, colour)) for colour in (one, other)]
    assert all(colour.alpha() == 1 for colour in colours), "a contrast is of solid colours"
    return colours[0].contrast(colours[1], method="wcag21")


def too_faint(css: str) -> list[str]:
    """The meetings of colours that some readers cannot see."""
    return [
        f"{use.selector}: {use.colour} on {ground} {contrast:.1f}"
        for use, ground, contrast in meetings(css)
        if contrast < (TEXT if use.kind == "text" else GRAPHIC)
    ]


LOOKS = pytest.mark.parametrize("look", [PRINT, LARGE_PRINT], ids=["print", "large print"])


@LOOKS
def test_text_and_lines_can_be_seen(look: Look) -> None:
    """Text is at least 7:1 against every ground it can stand on, and lines 3:1."""
    met = list(meetings(sheet_of(look)))
    assert len(met) > 50
    assert {use.kind for use, _, _ in met} == {"text", "line"}
    assert too_faint(sheet_of(look)) == []


@LOOKS
@pytest.mark.parametrize(
    "fault",
    [
        ":root { --ink-soft: #6b7778 }",
        ":root { --tint: #9fc0ba }",
        ":root { --rule: #b9c2c3 }",
        ".editor-note { background: #777 }",
        ".cover .subtitle { color: #64868a }",
        "@page { @top-left { color: gray } }",
        "blockquote { border-left: 2pt solid #ddd }",
    ],
)
def test_a_faint_colour_is_seen(look: Look, fault: str) -> None:
    """The test can fail: each of these makes something too faint."""
    assert too_faint(f"{sheet_of(look)}\n{fault}")


@LOOKS
def test_nothing_is_seen_through(look: Look) -> None:
    """No opacity, filter or blending makes another colour than the style says."""
    seen_through = {"opacity", "filter", "mix-blend-mode", "background-blend-mode"}
    used = {node.name for _, declarations in rules(sheet_of(look)) for node in declarations}
    assert not used & seen_through
