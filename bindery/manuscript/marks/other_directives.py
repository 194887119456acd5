"""Read MyST's other directives and roles: code, formulas, boxes that only lay out, and the rest."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.callout_kinds import directive_kind
from bindery.manuscript.marks.directives import SIGN, Directive, directive_plugin, directives
from bindery.manuscript.marks.edits import Edit, Kept, Piece, escaped, rewritten
from bindery.manuscript.marks.figure_marks import FIGURES
from bindery.manuscript.marks.media_directives import MEDIA
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.marks.table_directives import TABLES
from bindery.vocabulary.publication import Mark

DIRECTIVE_IS_KNOWN = "directive-is-known"
"""The rule that tells which directives and roles nobody reads."""

_CODE = frozenset({"code", "code-block", "sourcecode", "prompt"})
_DRAWN = frozenset({"mermaid", "graphviz", "dot", "plantuml", "d2"})
_LEFT_OUT = frozenset(
    {"toctree", "contents", "tableofcontents", "sectnum", "listoffigures", "meta"}
)
_QUOTED = frozenset({"epigraph", "pull-quote", "highlights", "blockquote", "parsed-literal"})
_TITLED = frozenset(
    {"card", "grid-item-card", "tab-item", "tab", "sidebar", "topic", "rubric", "centered"}
)
_PLAIN = frozenset(
    {"grid", "grid-item", "tab-set", "tabs", "card-carousel", "div", "container", "margin", "aside"}
    | {"glossary", "hlist", "only", "compound", "button-link", "button-ref"}
)
_BIBLIOGRAPHY = "bibliography"
_ELSEWHERE = FIGURES | TABLES | MEDIA | {"include", "code-cell"}
_LANGUAGE = re.compile(r"[\w+#.-]+")


def other_directives(page: Page) -> Iterator[Edit]:
    """Each directive that no other reader knows."""
    for one in directives(page):
        name = one.name
        if name in _CODE:
            yield _code(page, one)
        elif name in _DRAWN:
            yield _drawn(page, one)
        elif name == "math":
            yield _formula(page, one)
        elif name in _LEFT_OUT:
            tells = (page.mark("left-out", one.start, "contents", f"{{{name}}}"),)
            yield Edit(one.start, one.end, (), page.text[one.start : one.end], tells)
        elif name in _QUOTED:
            yield _quotation(page, one)
        elif name == _BIBLIOGRAPHY:
            made: list[Piece] = [f"::: {{#refs}}\n{one.prefix}:::"]
            yield _edit(page, one, made, page.mark("read-as", one.start, "box", f"{{{name}}}"))
        elif name in _TITLED or name in _PLAIN:
            yield _content(page, one, page.mark("read-as", one.start, "box", f"{{{name}}}"))
        elif not _is_read_elsewhere(name):
            mark = page.mark(DIRECTIVE_IS_KNOWN, one.start, "directive", name)
            yield _content(page, one, mark, options=True)


def _is_read_elsewhere(name: str) -> bool:
    """Whether another reader knows it: also as a callout, or as code in a language."""
    is_code = re.fullmatch(r"[a-z]|\d+|=\w+", name) is not None
    return is_code or name in _ELSEWHERE or directive_kind(name) is not None


def _edit(page: Page, one: Directive, pieces: list[Piece], *tells: Mark) -> Edit:
    return rewritten(page.text, one.start, one.end, pieces, tells)


def _fence(one: Directive) -> str:
    """A fence that nothing in the content closes."""
    content = one.page.text[slice(*one.content)]
    longest = max((len(found) for found in re.findall(r"`{3,}", content)), default=2)
    return "`" * (longest + 1)


def _code(page: Page, one: Directive) -> Edit:
    language = one.words if _LANGUAGE.fullmatch(one.words) else ""
    # No backtick may follow those of a fence.
    caption = one.said("caption").replace('"', "'").replace("`", "")
    numbered = "linenos" in one.options or "number-lines" in one.options
    info = (
        language + (" numberLines" if numbered else "") + (f' title="{caption}"' if caption else "")
    )
    fence = _fence(one)
    pieces: list[Piece] = [f"{fence}{info}\n", *one.around_content(), f"\n{one.prefix}{fence}"]
    return _edit(page, one, pieces, page.mark("read-as", one.start, "code", f"{{{one.name}}}"))


def _drawn(page: Page, one: Directive) -> Edit:
    fence = _fence(one)
    pieces: list[Piece] = [f"{fence}{one.name}\n", *one.around_content(), f"\n{one.prefix}{fence}"]
    return _edit(page, one, pieces)


def _formula(page: Page, one: Directive) -> Edit:
    label = one.said("label")
    named = f" {{#{label}}}" if re.fullmatch(r"[\w:.-]+", label) else ""
    words: list[Piece] = [Kept(*one.argument), "\n"] if one.words else []
    pieces: list[Piece] = [f"$$\n{one.prefix}", *words, *one.around_content()]
    pieces.append(f"\n{one.prefix}$${named}")
    return _edit(page, one, pieces, page.mark("read-as", one.start, "formula", "{math}"))


def _quotation(page: Page, one: Directive) -> Edit:
    first, last = one.content
    pieces: list[Piece] = []
    at = first
    while at < last:
        end = page.text.find("\n", at, last)
        end = last if end < 0 else end
        indent = len(page.text[at:end]) - len(page.text[at:end].lstrip(" \t>"))
        start = max(at, at + min(indent, len(one.prefix)))
        pieces += [f"{one.prefix if pieces else ''}> ", Kept(start, end), "\n"]
        at = end + 1
    return _edit(page, one, pieces[:-1], page.mark("read-as", one.start, "box", f"{{{one.name}}}"))


def _content(page: Page, one: Directive, mark: Mark, *, options: bool = False) -> Edit:
    """The content as Markdown, below the argument as a paragraph, and options as a list."""
    pieces: list[Piece] = []
    if one.words.strip(" 0123456789"):
        strong = "**" if one.name in _TITLED else ""
        pieces += [strong, Kept(*one.argument), f"{strong}\n{one.prefix}\n"]
    shown = one.options.items() if options else ()
    for key, (first, last) in shown:
        if key:
            key_at = page.text.rfind(key, one.start, first)
            pieces += [f"{one.prefix if pieces else ''}- ", Kept(key_at, key_at + len(key))]
            pieces += [": " if last > first else "", Kept(first, last), "\n"]
    if shown:
        pieces.append(f"{one.prefix}\n")
    pieces += [*one.around_content(), f"\n{one.prefix}"]
    return _edit(page, one, pieces, mark)


_ROLE = re.compile(r"\{(?P<name>[a-zA-Z][\w:.-]*)\}$")
_SPANS = {
    "sub": "sub",
    "subscript": "sub",
    "sup": "sup",
    "superscript": "sup",
    "kbd": "kbd",
    "strong": "strong",
    "emphasis": "em",
}
_WORDS_ALONE = frozenset({"menuselection", "guilabel", "abbr", "del", "u", "span", "text"})
_CODE_ROLES = frozenset(
    {"code", "file", "command", "program", "option", "envvar", "samp", "literal", "func", "class"}
)
_ROLES_ELSEWHERE = frozenset(
    {"ref", "numref", "eq", "doc", "term", "index", "cite", "math", "download", "any"}
)
_SIGNS = re.compile(r"[\\`*_\[\]<>$~^{}|@]")


def roles(page: Page) -> Iterator[Edit]:
    """MyST's roles, ``{kbd}`` before code: the words of each are kept."""
    for one in page.inlines():
        if one.token.type != "code_inline":
            continue
        line = page.text.rfind("\n", 0, one.start) + 1
        role = _ROLE.search(page.text, line, one.start)
        if role is None or role["name"].split(":")[0] in _ROLES_ELSEWHERE:
            continue
        if role.start() and page.text[role.start() - 1] == "\\":
            continue
        name = role["name"]
        ticks = len(one.token.markup)
        first, last = one.start + ticks, one.end - ticks
        if name in _CODE_ROLES:
            mark = page.mark("read-as", role.start(), "role", f"{{{name}}}")
            yield Edit(role.start(), role.end(), (), name, (mark,))
            continue
        words = list(escaped(page.text, first, last, _SIGNS))
        pieces: list[Piece] = words
        mark = page.mark("read-as", role.start(), "role", f"{{{name}}}")
        if name in _SPANS:
            marks = {"strong": ("**", "**"), "em": ("*", "*")}
            before, after = marks.get(_SPANS[name], ("[", f"]{{.{_SPANS[name]}}}"))
            pieces = [before, *words, after]
        elif name not in _WORDS_ALONE:
            mark = page.mark(DIRECTIVE_IS_KNOWN, role.start(), "role", name)
        yield Edit(role.start(), one.end, tuple(pieces), name.replace(":", " "), (mark,))


OTHER_DIRECTIVES = Reader(SIGN, other_directives, directive_plugin)
ROLES = Reader(re.compile(r"\{[a-zA-Z][\w:.-]*\}`"), roles)
