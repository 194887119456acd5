"""Read ``<div class="note">`` with its ``</div>``, with blank lines between them or without."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from bindery.manuscript.marks.callout_edits import edited, told, whole
from bindery.manuscript.marks.callout_kinds import Opening, carrier, colons_for, kind_among
from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import Page

_TAG = re.compile(
    r"<div(?P<attributes>(?:[ \t]+[\w:-]+(?:=(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))?)*)[ \t]*>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?P<key>[\w:-]+)=(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'>]+))")
_NAME = re.compile(r"[\w.:-]+")
_ANY_DIV = re.compile(r"<(?P<close>/?)div\b[^<>]*>", re.IGNORECASE)
_BLOCK = re.compile(r"\s*</?(?:p|ul|ol|dl|table|h[1-6]|pre|blockquote|hr|section)\b", re.IGNORECASE)
_TAG_OR_SIGN = re.compile(
    r"(?P<tag><[^<>\n]*>)|[\\`*_\[\]$~^{}|@#!:]|(?<=\n)[-+=](?=\s)|(?<=\n\d)[.)]"
)


class Divs:
    """Finds the callouts among the blocks of HTML of a page. Other HTML is for other readers."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._ends: dict[int, Token] | None = None

    def read(self, index: int) -> Edit | None:
        """The edit of the callout that the block of HTML at ``index`` begins, if it begins one."""
        token = self._page.tokens[index]
        tag = _TAG.match(token.content.lstrip())
        if tag is None:
            return None
        values = {
            one["key"].lower(): one["a"] or one["b"] or one["c"] or ""
            for one in _ATTRIBUTE.finditer(tag["attributes"])
        }
        kind = kind_among(values.get("class", "").split())
        if kind is None:
            return None
        said = [
            f" {mark}{value}"
            for key, mark in (("id", "#"), ("lang", "lang="))
            if _NAME.fullmatch(value := values.get(key, ""))
        ]
        opening = Opening(kind, (), "".join(said))
        start = self._page.begins(token)
        body = start + len(tag[0])
        if token.content.strip() == tag[0]:
            return self._apart(index, start, opening, body)
        return self._together(token, start, opening, body)

    def _apart(self, index: int, start: int, opening: Opening, body: int) -> Edit | None:
        """With blank lines: what is between the tags is Markdown."""
        if self._ends is None:
            self._ends = dict(self._pairs())
        closing = self._ends.get(index)
        if closing is None:
            return None
        last = self._page.text.rfind("\n", 0, self._page.begins(closing))
        around = start, self._page.ends(closing)
        return whole(self._page, around, (body, max(body, last)), opening)

    def _pairs(self) -> Iterator[tuple[int, Token]]:
        """Each block that opens a ``div``, and the block that is nothing but its closing tag."""
        opened: list[tuple[int, int]] = []
        for index, token in enumerate(self._page.tokens):
            if token.type != "html_block":
                continue
            for tag in _ANY_DIV.finditer(token.content):
                if not tag["close"]:
                    opened.append((index, token.level))
                elif opened:
                    first, level = opened.pop()
                    alone = token.content.strip() == tag[0] and level == token.level
                    if alone and first != index:
                        yield first, token

    def _together(self, token: Token, start: int, opening: Opening, body: int) -> Edit | None:
        """Without blank lines: what is between the tags is text, and other tags."""
        page = self._page
        end = page.ends(token)
        written = page.text[body:end]
        tags = list(_ANY_DIV.finditer(written))
        if len(tags) != 1 or not tags[0]["close"] or written[tags[0].end() :].strip():
            return None
        last = body + tags[0].start()
        line = max(body, page.text.rfind("\n", 0, last))
        if not page.text[line:last].strip(" \t>\n"):
            last = line
        prefix = page.prefix(start)
        colons = colons_for(page.text[body:last])
        inside = [Kept(body, last)] if _BLOCK.match(written) else list(_escaped(page, body, last))
        pieces = [
            *carrier(opening, colons, prefix),
            "" if written.startswith("\n") else f"\n{prefix}",
            *inside,
            f"{prefix}{colons}" if page.text[body:last].endswith("\n") else f"\n{prefix}{colons}",
        ]
        return edited(page, (start, end), pieces, told(page, start, opening))


def _escaped(page: Page, start: int, end: int) -> Iterator[Piece]:
    """The letters of HTML's text, with signs that mean something in Markdown escaped."""
    at = start
    for found in _TAG_OR_SIGN.finditer(page.text, start, end):
        if not found["tag"]:
            yield Kept(at, found.start())
            yield "\\"
            at = found.start()
    yield Kept(at, end)
