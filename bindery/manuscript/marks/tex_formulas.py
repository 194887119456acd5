r"""Formulas that other tools write without dollars alone.

``\\(x\\)`` and ``\\[x\\]``, `` $`x`$ ``, ```` ```math ```` and ``\begin{equation}`` become ``$x$``
and ``$$x$$``, on one line, so that no line of a formula can begin a list or a heading.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from markdown_it.token import Token

from bindery.manuscript.marks.cross_references import name_of
from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_ALIGNED = {
    "align": "aligned",
    "flalign": "aligned",
    "eqnarray": "aligned",
    "gather": "gathered",
    "multline": "gathered",
}
_NAMES = "equation|displaymath|math|align|flalign|eqnarray|gather|multline"
_BEGIN = re.compile(rf"\\begin\{{(?P<name>{_NAMES})(?P<star>\*?)\}}")
_SIGN = re.compile(
    rf"\\\\[(\[]|\$`|`\$|^[ \t>]*(?:```|~~~)+[ \t]*math\b|{_BEGIN.pattern}", re.MULTILINE
)
_LABEL = re.compile(r"\\label\{(?P<label>[\w:.-]+)\}|\(\\#(?P<book>eq:[\w:.-]+)\)")
_NO_NUMBER = re.compile(r"\\(?:nonumber|notag)(?![A-Za-z])")
_COMMENT = re.compile(r"(?<!\\)%.*")
_BRACKET = re.compile(r"\\\\(?P<sign>[()\[\]])")
_CLOSES = {"(": ")", "[": "]"}
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_TICKED = re.compile(r"(?P<ticks>`+)(?P<tex>[^`$]+)(?P=ticks)")
_NO_FORMULA = re.compile(r"[$`]")
_MOST_LINES = 200


def _blocks(page: Page) -> Iterator[Edit]:
    """Formulas that are blocks, or have lines of their own."""
    for before, token in zip((None, *page.tokens), page.tokens, strict=False):
        if token.type == "fence" and token.info.strip() == "math":
            yield from _fence(page, token)
        elif token.type == "inline" and before is not None and before.type == "paragraph_open":
            yield from _environments(page, token)


def _fence(page: Page, token: Token) -> Iterator[Edit]:
    if not token.content.strip() or token.map is None or _NO_FORMULA.search(token.content):
        return
    start, end = page.begins(token), page.ends(token)
    rows: list[tuple[int, int]] = []
    for number, row in enumerate(token.content.split("\n"), start=token.map[0] + 1):
        if row.strip():
            at = page.starts[number] + page.lines[number].rfind(row.strip())
            if at + len(row.strip()) <= end:
                rows.append((at, at + len(row.strip())))
    tells = (page.mark("read-as", start, "formula", "```math"),)
    pieces, drops = _formula(page, rows)
    yield Edit(start, end, ("$$", *pieces, "$$"), f"math {drops}", tells)


def _environments(page: Page, block: Token) -> Iterator[Edit]:
    """Those with a name in LaTeX, where its lines are one block, or outside others."""
    last = 0
    hidden = _Hidden(block)
    for found in _BEGIN.finditer(block.content):
        if found.start() < last or found.start() in hidden:
            continue
        end_mark = f"\\end{{{found['name']}{found['star']}}}"
        start = page.offset(block, found.start())
        ends = block.content.find(end_mark, found.end())
        if ends >= 0:
            last = ends + len(end_mark)
            inside = _rows_in(page, block, found.end(), ends)
            end = page.end(block, last)
        else:
            if page.prefix(start).strip() or page.text[start - 1 : start] not in ("", "\n"):
                return
            assert block.map is not None
            line = block.map[0] + block.content.count("\n", 0, found.start())
            limit = page.starts[min(len(page.starts) - 1, line + _MOST_LINES)]
            closes = page.text.find(end_mark, start, limit)
            if closes < 0:
                return
            first = start + len(found[0])
            inside = [
                (one.start() + first, one.end() + first)
                for one in re.finditer(r"[^\s][^\n]*", page.text[first:closes])
            ]
            last, end = len(block.content), closes + len(end_mark)
        edit = _environment(page, found, start, end, inside)
        if edit is not None:
            yield edit


def _rows_in(page: Page, block: Token, first: int, end: int) -> list[tuple[int, int]]:
    rows = re.finditer(r"\S[^\n]*", block.content[first:end])
    return [
        (page.offset(block, first + one.start()), page.end(block, first + one.end()))
        for one in rows
    ]


def _environment(
    page: Page, found: re.Match[str], start: int, end: int, rows: list[tuple[int, int]]
) -> Edit | None:
    if any(_NO_FORMULA.search(page.text, *row) for row in rows) or not rows:
        return None
    made = _ALIGNED.get(found["name"], "")
    pieces, drops = _formula(page, rows)
    labels = [one for row in rows for one in _LABEL.finditer(page.text, *row)]
    name = name_of(labels[0]["label"] or labels[0]["book"]) if labels else ""
    tells = [page.mark("read-as", start, "formula", found[0])]
    tells += [page.mark("left-out", one.start(), "label", one[0]) for one in labels[1:]]
    dollars = "$" if found["name"] == "math" else "$$"
    before = f"{dollars}\\begin{{{made}}}" if made else dollars
    after = f"\\end{{{made}}}{dollars}" if made else dollars
    called = f" {{#{name}}}" if name and dollars == "$$" else ""
    word = f"begin {found['name']} end {found['name']} {drops}"
    return Edit(start, end, (before, *pieces, after, called), word, tuple(tells))


def _formula(page: Page, rows: list[tuple[int, int]]) -> tuple[list[Piece], str]:
    """The TeX in ``rows`` on one line, and the words of what is no part of a formula."""
    pieces: list[Piece] = []
    drops: list[str] = []
    for first, end in rows:
        cuts = [
            *_COMMENT.finditer(page.text, first, end),
            *_LABEL.finditer(page.text, first, end),
            *_NO_NUMBER.finditer(page.text, first, end),
        ]
        at = first
        kept: list[Piece] = []
        for cut in sorted(cuts, key=lambda one: (one.start(), -one.end())):
            if cut.start() >= at:
                kept += [Kept(at, cut.start())]
                drops.append(cut[0])
                at = cut.end()
        kept.append(Kept(at, end))
        shown = [one for one in (_stripped(page, one) for one in kept) if one is not None]
        if shown:
            pieces += [" "] if pieces else []
            for number, one in enumerate(shown):
                pieces += [" ", one] if number else [one]
    return pieces, " ".join(drops)


def _stripped(page: Page, piece: Piece) -> Piece | None:
    assert isinstance(piece, Kept)
    written = page.text[piece.start : piece.end]
    if not written.strip():
        return None
    start = piece.start + len(written) - len(written.lstrip())
    return Kept(start, start + len(written.strip()))


class _Hidden:
    """The letters of a block's words that are in code, a formula or an address."""

    def __init__(self, block: Token) -> None:
        self._spans = sorted(
            span
            for token in block.children or ()
            if token.type != "text_special"
            for span in token.meta.get("hides", ())
        )

    def __contains__(self, at: int) -> bool:
        near = bisect_right(self._spans, (at, sys.maxsize)) - 1
        return near >= 0 and at < self._spans[near][1]


def _words(page: Page) -> Iterator[Edit]:
    """Formulas in a line: between brackets with two backslashes, and between ticks and dollars."""
    for block in page.tokens:
        if block.type != "inline" or not block.children:
            continue
        escapes = {one.meta["at"] for one in block.children if one.type == "text_special"}
        opened: re.Match[str] | None = None
        for found in _BRACKET.finditer(block.content):
            if found.start() not in escapes:
                continue
            if found["sign"] in "([":
                opened = found
            elif opened is not None and _CLOSES[opened["sign"]] == found["sign"]:
                yield from _bracketed(page, block, opened, found)
                opened = None
        for token in block.children:
            if token.type == "math_inline" and (ticked := _TICKED.fullmatch(token.content)):
                start = page.offset(block, token.meta["at"])
                end = page.end(block, token.meta["ends"])
                first = token.meta["at"] + 1 + ticked.start("tex")
                rows = _rows_in(page, block, first, first + len(ticked["tex"]))
                pieces, drops = _formula(page, rows)
                tells = (page.mark("read-as", start, "formula", page.text[start:end]),)
                if pieces:
                    yield Edit(start, end, ("$", *pieces, "$"), drops, tells)


def _bracketed(
    page: Page, block: Token, opened: re.Match[str], closed: re.Match[str]
) -> Iterator[Edit]:
    """The formula between two brackets. Markdown takes a backslash away before a sign."""
    alone = opened["sign"] == "["
    after = block.content[closed.end() : closed.end() + 1]
    if _NO_FORMULA.search(block.content, opened.end(), closed.start()):
        return
    if after.isdigit() and not alone:
        return
    pieces: list[Piece] = []
    for first, ends in _rows_in(page, block, opened.end(), closed.start()):
        at, end = first, first + len(page.text[first:ends].rstrip())
        pieces += [" "] if pieces else []
        for escape in _ESCAPE.finditer(page.text, first, end):
            pieces.append(Kept(at, escape.start()))
            at = escape.start() + 1
        pieces.append(Kept(at, end))
    if pieces:
        dollars = "$$" if alone else "$"
        start, end = page.offset(block, opened.start()), page.end(block, closed.end())
        tells = (page.mark("read-as", start, "formula", opened[0]),)
        yield Edit(start, end, (dollars, *pieces, dollars), "", tells)


def _edits(page: Page) -> Iterator[Edit]:
    yield from _blocks(page)
    yield from _words(page)


TEX_FORMULAS = Reader(_SIGN, _edits)
