"""Tables in HTML: ``<table>`` up to its ``</table>``, with blank lines inside and all.

Rows, cells, header cells, spans, the caption, the foot and the alignment are read; all other
attributes are dropped. What has words outside of cells is left as it is.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from bindery.manuscript.marks.edits import Edit, Piece
from bindery.manuscript.marks.html_cells import Source, content, source_of
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.marks.rows_of_text import INTERRUPTING, written_line
from bindery.manuscript.marks.table_carrier import Around, fence_around, written_table
from bindery.manuscript.marks.table_edits import READ_AS
from bindery.manuscript.marks.table_model import Align, Cell, Header, Part, Row, TableModel
from bindery.manuscript.marks.table_tags import Tag, tags_in

_SIGN = re.compile(r"<[tT][aA][bB][lL][eE]\b")
_TABLE = "html_table"
_OPENS = re.compile(r"<table(?=[\s>]|$)", re.IGNORECASE)
_EDGE = re.compile(r"<(/?)table(?=[\s>])", re.IGNORECASE)
_PARTS: dict[str, Part] = {"thead": "head", "tbody": "body", "tfoot": "foot"}
_ALIGNS: dict[str, Align] = {"left": "left", "center": "center", "right": "right"}
_ALIGN = re.compile(r"text-align\s{0,9}:\s{0,9}(left|center|right)")
_ORDER: dict[Part, int] = {"head": 0, "body": 1, "foot": 2}
_MOST = 1000


def _plugin(md: MarkdownIt) -> None:
    md.block.ruler.before("html_block", _TABLE, _html_table, INTERRUPTING)


def _html_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """All lines from ``<table`` to the line with the ``</table>`` that belongs to it."""
    if state.is_code_block(start):
        return False
    begins = state.bMarks[start] + state.tShift[start]
    if _OPENS.match(state.src, begins) is None:
        return False
    closes = _pairs(state).get(begins)
    if closes is None:
        return False
    last = bisect_right(state.bMarks, closes) - 1
    lines = range(start, last + 1)
    inside = (state.isEmpty(n) or state.sCount[n] >= state.blkIndent for n in lines)
    if last >= end or state.src[closes : state.eMarks[last]].strip() or not all(inside):
        return False
    if silent:
        return True
    token = state.push(_TABLE, "", 0)
    token.map = [start, last + 1]
    token.meta = {"lines": [written_line(state, n, bare=n == start) for n in lines]}
    state.line = last + 1
    return True


def _pairs(state: StateBlock) -> dict[int, int]:
    """Where each ``<table`` of the whole chapter has the end of its ``</table>``."""
    if _TABLE not in state.env:
        pairs: dict[int, int] = {}
        opened: list[int] = []
        for edge in _EDGE.finditer(state.src):
            if not edge[1]:
                opened.append(edge.start())
            elif opened:
                pairs[opened.pop()] = state.src.find(">", edge.end()) + 1
        state.env[_TABLE] = pairs
    found: dict[int, int] = state.env[_TABLE]
    return found


@dataclass(slots=True)
class _Cell:
    tag: Tag
    start: int
    end: int = -1
    is_empty: bool = False

    @property
    def is_header(self) -> bool:
        return self.tag.name == "th"


@dataclass(slots=True)
class _Row:
    part: Part
    cells: list[_Cell] = field(default_factory=list)


class _Table:
    """The tags of one table, read by the tags alone: closing ones may be left out."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._part: Part = "body"
        self._open: _Cell | None = None
        self._depth = 0
        self.rows: list[_Row] = []
        self.caption: _Cell | None = None
        self.table: Tag | None = None
        self.dropped: list[str] = []
        self.is_whole = True
        self._at = 0
        self._row_is_open = False
        for tag in tags_in(text):
            self._read(tag)
        self._between(len(text))

    def _read(self, tag: Tag) -> None:
        if tag.name == "table":
            self._depth += -1 if tag.closes else 1
            if self._depth > (0 if tag.closes else 1):
                return
        elif self._depth > 1:
            return
        if tag.name == "caption" or tag.name in ("td", "th", "tr", "table", *_PARTS):
            self._end_cell(tag.start)
            self._structure(tag)
        elif self._open is None:
            self._drop(tag)

    def _structure(self, tag: Tag) -> None:
        self._drop(tag)
        if tag.name == "table" and not tag.closes:
            self.table = tag
        elif tag.name in _PARTS:
            self._part = "body" if tag.closes else _PARTS[tag.name]
            self._row_is_open = False
        elif tag.name == "tr":
            self._row_is_open = not tag.closes
            if not tag.closes:
                self.rows.append(_Row(self._part))
        elif tag.name in ("td", "th") and not tag.closes:
            if not self._row_is_open:
                self.rows.append(_Row(self._part))
                self._row_is_open = True
            self._open = _Cell(tag, tag.end)
            self.rows[-1].cells.append(self._open)
        elif tag.name == "caption" and not tag.closes:
            if self.caption is not None:
                self.is_whole = False
            self.caption = self._open = _Cell(tag, tag.end)

    def _end_cell(self, at: int) -> None:
        if self._open is not None:
            self._open.end = at
            self._open.is_empty = not self._text[self._open.start : at].strip()
            self._open, self._at = None, at

    def _drop(self, tag: Tag) -> None:
        self._between(tag.start)
        self.dropped.append(self._text[tag.start : tag.end])
        self._at = tag.end

    def _between(self, end: int) -> None:
        """Check that there are no words between tags."""
        if self._text[self._at : end].strip():
            self.is_whole = False


def _edits(page: Page) -> Iterator[Edit]:
    for token in page.tokens:
        if token.type == _TABLE and (edit := _edit(page, token)):
            yield edit


def _edit(page: Page, token: Token) -> Edit | None:
    source = source_of(token.meta["lines"])
    table = _Table(source.text)
    rows = [row for row in table.rows if row.cells]
    if not table.is_whole or not rows or table.table is None:
        return None
    begins, ends = source.lines[0].start, source.lines[-1].end
    prefix = page.prefix(begins)
    _mark_heads(rows)
    rows.sort(key=lambda row: _ORDER[row.part])
    lengths = Counter(row.part for row in rows)
    model = TableModel(
        tuple(
            Row(tuple(_cell(cell, row, lengths[row.part]) for cell in row.cells), row.part)
            for row in rows
        )
    )
    inside = [
        [list(_lines(source, cell.start, cell.end, prefix)) for cell in row.cells] for row in rows
    ]
    caption: list[Piece] = []
    if table.caption is not None:
        caption = list(_lines(source, table.caption.start, table.caption.end, prefix))[:-1]
    fence = fence_around(source.text.split("\n"))
    pieces = written_table(model, inside, fence, Around(prefix, _said(table.table), caption))
    told = (page.mark(READ_AS, begins, "html-table"),)
    return Edit(begins, ends, tuple(pieces), " ".join(table.dropped), told, moves=True)


def _lines(source: Source, start: int, end: int, prefix: str) -> Iterator[Piece]:
    for piece in content(source, start, end, is_markdown=False):
        yield f"\n{prefix}" if piece is None else piece


def _said(table: Tag) -> str:
    name, language = _safe(table, "id"), _safe(table, "lang")
    return " ".join([f"#{name}"] * bool(name) + [f"lang={language}"] * bool(language))


def _safe(tag: Tag, name: str) -> str:
    """An attribute that can be written in braces without quotation marks; else nothing."""
    value = tag.attribute(name)
    return value if re.fullmatch(r"[\w:.-]+", value) else ""


def _mark_heads(rows: list[_Row]) -> None:
    """Make the first rows the head, if nothing says what is, and they have only headers."""
    if not any(row.part == "head" for row in rows):
        leading = list(takewhile(_has_only_headers, rows))
        for row in leading if len(leading) < len(rows) else leading[:1]:
            row.part = "head"


def _has_only_headers(row: _Row) -> bool:
    rest = [cell for cell in row.cells if not _heads_column(cell)]
    return len(rest) < len(row.cells) and all(cell.is_empty for cell in rest)


def _heads_column(cell: _Cell) -> bool:
    return cell.is_header and not cell.tag.attribute("scope").lower().startswith("row")


def _cell(cell: _Cell, row: _Row, most_rows: int) -> Cell:
    tag = cell.tag
    scope = tag.attribute("scope").lower()
    header: Header = ""
    if tag.name == "th":
        beside_data = row.part != "head" and not all(one.is_header for one in row.cells)
        header = "row" if scope.startswith("row") or (not scope and beside_data) else "col"
    align = _ALIGN.search(tag.attribute("style").lower())
    return Cell(
        (),
        colspan=_number(tag.attribute("colspan"), 1, _MOST),
        rowspan=_number(tag.attribute("rowspan"), most_rows, most_rows),
        header=header,
        name=_safe(tag, "id"),
        language=_safe(tag, "lang"),
        align=_ALIGNS.get(align[1] if align else tag.attribute("align").lower(), ""),
    )


def _number(written: str, zero: int, most: int) -> int:
    if not re.fullmatch(r"\s*\d{1,5}\s*", written):
        return 1
    return min(int(written) or zero, most)


HTML_TABLES = Reader(_SIGN, _edits, _plugin)
