"""Read callouts in all their spellings: ``> [!TIP]``, ``::: note``, ``!!! note``, ``<div>``."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bindery.manuscript.marks import colons, indented
from bindery.manuscript.marks.callout_directives import callout_directives
from bindery.manuscript.marks.callout_edits import (
    SPELT,
    TAB,
    edited,
    kept,
    line_end,
    told,
    trimmed,
    whole,
)
from bindery.manuscript.marks.callout_html import Divs
from bindery.manuscript.marks.callout_kinds import (
    DETAILS,
    Opening,
    attributes_in,
    carrier,
    classes_in,
    colons_for,
    kind_among,
    kind_of,
)
from bindery.manuscript.marks.directives import directive_plugin
from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.source.attributes import Attributes

_TAUGHT = frozenset({"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"})

_ALERT = re.compile(r"\[!(?P<word>[A-Za-z][\w-]*)\](?P<fold>[+-]?)(?:[ \t]+(?P<title>\S.*))?")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)*")
_TITLE = re.compile(r"""\btitle=(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s}"']+))""")
_LAST_BRACES = re.compile(r"\{[^{}]*\}$")

_OWN = frozenset(
    {"abstract", "editor-note", "figure", "in-summary", "key-message", "link-block"}
    | {"long-description", "table"}
)
"""Kinds of blocks that have a meaning of their own, whatever other class they have."""


def read_callouts(page: Page) -> Iterator[Edit]:
    """The edits that make each callout of ``page`` a carrier."""
    divs = Divs(page)
    for index, token in enumerate(page.tokens):
        edit = None
        match token.type:
            case "blockquote_open":
                edit = _alert(page, token, page.tokens[index + 1 : index + 3])
            case "div_open":
                edit = _fenced(page, token, page.tokens[index + 1 : index + 3])
            case colons.TYPE:
                edit = _between_colons(page, token)
            case indented.TYPE:
                edit = _indented(page, token)
            case "html_block":
                edit = divs.read(index)
        if edit is not None:
            yield edit
    yield from callout_directives(page)


def _alert(page: Page, quotation: Token, inside: Sequence[Token]) -> Edit | None:
    """``> [!TIP] Title``, in a quotation of its own."""
    if inside[0].type != "paragraph_open":
        return None
    start = page.begins(inside[0])
    first_end = line_end(page, start)
    alert = _ALERT.fullmatch(page.text, start, trimmed(page, start, first_end))
    if alert is None:
        return None
    kind = kind_of(alert["word"])
    title = kept(alert.span("title"))
    opening = Opening(kind or "note", title, unknown="" if kind else alert["word"])
    end, prefix = page.ends(quotation), page.prefix(start)
    colon = colons_for(page.text[first_end:end])
    pieces = [
        *carrier(opening, colon, prefix),
        *_quoted(page, first_end, end, prefix),
        f"\n{prefix}{colon}",
    ]
    is_taught = alert["word"] in _TAUGHT and not alert["fold"]
    return edited(page, (start, end), pieces, () if is_taught else told(page, start, opening))


def _quoted(page: Page, start: int, end: int, prefix: str) -> Iterator[Piece]:
    """The lines of a quotation after ``start``; those without its marks get them."""
    marks = prefix.count(">")
    first = at = start
    while at < end:
        at += 1
        stop = min(line_end(page, at), end)
        written = _QUOTED.match(page.text, at, stop)
        if written and written[0].count(">") < marks and page.text[at:stop].strip():
            yield Kept(first, at)
            yield prefix
            first = written.end()
        at = stop
    yield Kept(first, end)


def _fenced(page: Page, token: Token, inside: Sequence[Token]) -> Edit | None:
    """``::: note`` and ``::: {.callout-note title="…"}``. A heading that is first is the title."""
    said: Attributes = token.meta["attributes"]
    is_carrier = "callout" in said.classes
    kind = said.get("kind") if is_carrier else _kind_of_div(said.classes)
    if kind is None and not is_carrier:
        return None
    start = page.begins(token)
    end = line_end(page, start)
    fence = page.text[start:end]
    title, braces = _title_in(page, start, end), ""
    heading, *words = inside
    if not title and heading.type == "heading_open" and heading.markup.startswith("#"):
        title, braces = _of_heading(page, words[0])
        end = page.ends(heading)
    if is_carrier and not title:
        return None
    attributes = attributes_in(fence) or attributes_in(braces)
    opening = Opening(kind or "note", title, attributes)
    colon = fence[: len(fence) - len(fence.lstrip(":"))]
    pieces = carrier(opening, colon, page.prefix(start))
    return edited(page, (start, end), pieces, told(page, start, opening))


def _kind_of_div(classes: Sequence[str]) -> str | None:
    if not _OWN.isdisjoint(classes):
        return None
    return DETAILS if DETAILS in classes else kind_among(classes)


def _title_in(page: Page, start: int, end: int) -> tuple[Piece, ...]:
    """The value of ``title`` in the attributes from ``start`` to ``end``."""
    found = _TITLE.search(page.text, start, end)
    return kept(found.span(found.lastgroup or 0)) if found else ()


def _of_heading(page: Page, words: Token) -> tuple[tuple[Piece, ...], str]:
    """The words of a heading as a title, and the braces after them."""
    braces = _LAST_BRACES.search(words.content)
    text = words.content[: braces.start()] if braces else words.content
    start = page.offset(words, 0)
    return kept((start, start + len(text.rstrip()))), braces[0] if braces else ""


def _between_colons(page: Page, token: Token) -> Edit:
    """``:::note[T]``, ``:::note T``, and braces that pandoc does not read."""
    about: re.Match[str] = token.meta["about"]
    start, end = page.begins(token), page.ends(token)
    body = line_end(page, start)
    if braces := about["braces"]:
        kind = kind_among(classes_in(braces)) or "note"
        opening = Opening(kind, _title_in(page, start, body), attributes_in(braces))
    else:
        word = about["bracketed"] or about["plain"]
        title = kept(about.span("label" if about["bracketed"] else "words"))
        kind = DETAILS if word == DETAILS else kind_of(word) or "note"
        opening = Opening(kind, title, attributes_in(about["after"] or ""))
    last = page.text.rfind("\n", 0, end) if token.meta["is_closed"] else end
    return whole(page, (start, end), (body, max(body, last)), opening)


def _indented(page: Page, token: Token) -> Edit:
    """``!!! note "T"``, ``??? note`` and ``=== "T"``, with lines indented by four."""
    start, end = page.begins(token), page.ends(token)
    prefix = page.prefix(start)
    title = kept(token.meta["title"])
    words: list[str] = token.meta["words"]
    is_tab = token.markup.startswith("=")
    if is_tab or words[0] == DETAILS:
        opening = Opening(DETAILS, title)
    else:
        kind = kind_of(words[0])
        opening = Opening(kind or "note", title, unknown="" if kind else words[0])
    lines: list[tuple[int, int, int]] = token.meta["lines"]
    colon = colons_for("\n".join(page.text[first:last] for first, last, _ in lines))
    pieces: list[Piece] = carrier(opening, colon, prefix)
    for first, last, columns in lines:
        line = f"{prefix}{' ' * columns}"
        pieces += [f"\n{line if first < last else line.rstrip(' ')}", Kept(first, last)]
    pieces.append(f"\n{prefix}{colon}")
    tells = told(page, start, opening, TAB if is_tab else SPELT)
    return edited(page, (start, end), pieces, tells)


def _plugin(md: MarkdownIt) -> None:
    md.use(indented.indented_plugin).use(colons.colon_plugin).use(directive_plugin)


_BEFORE = r"^[ \t>\d.)*+-]*"

CALLOUTS = Reader(
    re.compile(
        r"\[![A-Za-z]"
        rf"|{_BEFORE}(?::::|!!!|\?\?\?|===[!+]?[ ]?[\"“«]|<[dD][iI][vV]\b)"
        rf"|{_BEFORE}(?:```|~~~)[`~]*[ \t]*\{{[\w-]+\}}",
        re.MULTILINE,
    ),
    read_callouts,
    _plugin,
)
