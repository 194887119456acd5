"""MyST's directives for tables: ``list-table``, ``csv-table`` and ``table``, in either fence.

The options ``header-rows``, ``stub-columns``, ``header``, ``delim`` and ``name`` are read. One with
``file`` or ``url`` is left as it is: its table is not in the manuscript.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from bindery.manuscript.marks.csv_fields import Field, fields_of
from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.marks.rows_of_text import INTERRUPTING, lines_below, written_line
from bindery.manuscript.marks.table_carrier import Around, fence_around, table_pieces, written_table
from bindery.manuscript.marks.table_edits import READ_AS
from bindery.manuscript.marks.table_model import (
    Cell,
    Row,
    TableModel,
    UnreadableTableError,
    Written,
    cell_lines,
)

_SIGN = re.compile(r"\{(?:list-table|csv-table|table)\}")
_DIRECTIVE = "table_directive"
_OPENS = re.compile(
    r"(?P<mark>`{3,}|~{3,}|:{3,})[ \t]{0,9}\{(?P<name>list-table|csv-table|table)\}(?P<title>.*)"
)
_OPTION = re.compile(r"[ \t]*:(?P<key>[\w-]+):(?P<value>.*)")
_YAML_OPTION = re.compile(r"[ \t]*(?P<key>[\w-]+):(?P<value>.*)")
_YAML = re.compile(r"-{3}[ \t]*$")
_ROW = re.compile(r"(?P<before>[ \t]*)[*+-](?P<between>[ \t]+)(?=[*+-](?:[ \t]|$))")
_CELL = re.compile(r"[ \t]*[*+-](?:[ \t]+|$)")
_DELIMITERS = {"tab": "\t", "space": " "}


def _plugin(md: MarkdownIt) -> None:
    # First of all, since ``:::{table}`` is also a fenced div, or any directive.
    md.block.ruler.before("code", _DIRECTIVE, _directive, INTERRUPTING)


def _directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A fence with one of the directives, up to a line of as many signs or more."""
    if state.is_code_block(start):
        return False
    opened = _OPENS.match(written_line(state, start, bare=True).text)
    if opened is None:
        return False
    if silent:
        return True
    closes = re.compile(rf"[ \t]*{re.escape(opened['mark'])}{opened['mark'][0]}*[ \t]*$")
    count, is_closed = 1, False
    for line in lines_below(state, start + 1, end):
        count += 1
        if closes.match(line):
            is_closed = True
            break
    token = state.push(_DIRECTIVE, "", 0)
    token.map = [start, start + count]
    inside = range(start + 1, start + count - is_closed)
    token.meta = {
        "name": opened["name"],
        "title": written_line(state, start, bare=True).part(opened.start("title")).stripped(),
        "lines": [written_line(state, line) for line in inside],
        "end": state.eMarks[start + count - 1],
    }
    state.line = start + count
    return True


@dataclass(frozen=True, slots=True)
class _Directive:
    options: Mapping[str, Written]
    drops: str
    body: Sequence[Written]

    def number(self, option: str) -> int:
        value = self.options[option].text if option in self.options else ""
        return int(value) if re.fullmatch(r"\d{1,3}", value) else 0


def _read(lines: Sequence[Written]) -> _Directive:
    """The options above the body, between ``---`` or each with a colon at both ends."""
    options: dict[str, Written] = {}
    pattern, at = _OPTION, 0
    if lines and _YAML.match(lines[0].text):
        pattern, at = _YAML_OPTION, 1
    while at < len(lines) and (found := pattern.match(lines[at].text)):
        options[found["key"]] = lines[at].part(found.start("value")).stripped()
        at += 1
    if pattern is _YAML_OPTION and at < len(lines) and _YAML.match(lines[at].text):
        at += 1
    kept = options.get("header")
    drops = " ".join(line.text for line in lines[:at])
    if kept is not None:
        drops = drops.replace(kept.text, "", 1)
    return _Directive(options, drops, lines[at:])


def _edits(page: Page) -> Iterator[Edit]:
    for token in page.tokens:
        if token.type == _DIRECTIVE and (edit := _edit(page, token)):
            yield edit


def _edit(page: Page, token: Token) -> Edit | None:
    directive = _read(token.meta["lines"])
    name: str = token.meta["name"]
    if directive.options.keys() & {"file", "url"}:
        return None
    title: Written = token.meta["title"]
    begins = page.begins(token)
    caption: list[Piece] = [Kept(title.start, title.end)] if title.text else []
    around = Around(page.prefix(begins), _said(directive), caption, comes_first=True)
    try:
        pieces = _PIECES[name](directive, around)
    except UnreadableTableError:
        return None
    told = (page.mark(READ_AS, begins, "table-directive", name),)
    drops = f"{name} {directive.drops}"
    return Edit(begins, token.meta["end"], tuple(pieces), drops, told, moves=True)


def _said(directive: _Directive) -> str:
    name = directive.options.get("name")
    return f"#{name.text}" if name and re.fullmatch(r"[\w:.-]+", name.text) else ""


def _around(directive: _Directive, around: Around) -> Iterator[Piece]:
    """A block around the table that the directive holds, with the caption above it."""
    fence = fence_around(line.text for line in directive.body)
    line = f"\n{around.prefix}"
    yield f"{fence} {{.table{around.attributes and ' '}{around.attributes}}}{line}"
    if around.caption:
        yield from (*around.caption, line, line)
    for written in directive.body:
        yield from (Kept(written.start, written.end), line)
    yield fence


def _list_table(directive: _Directive, around: Around) -> Iterator[Piece]:
    rows = [_headed(directive, number, row) for number, row in enumerate(_rows(directive.body))]
    if not rows:
        raise UnreadableTableError
    return table_pieces(TableModel(tuple(rows)), around)


def _headed(directive: _Directive, number: int, cells: Sequence[Cell]) -> Row:
    """A row with its headers, by the numbers of header rows and of stub columns."""
    if number < directive.number("header-rows"):
        return Row(tuple(replace(cell, header="col") for cell in cells), "head")
    stubs = directive.number("stub-columns")
    return Row(
        tuple(replace(cell, header="row" if at < stubs else "") for at, cell in enumerate(cells))
    )


def _rows(body: Sequence[Written]) -> Iterator[Sequence[Cell]]:
    """The cells of each row of a list of lists. Raises ``UnreadableTableError`` if it is none."""
    rows: list[list[list[Written]]] = []
    outer = inner = 0
    for line in body:
        text = line.text
        indent = len(text) - len(text.lstrip())
        begun = _ROW.match(text)
        if begun and (not rows or indent == outer):
            outer, inner = indent, begun.end()
            rows.append([[]])
        elif rows and indent == inner and _CELL.match(text):
            rows[-1].append([])
        elif rows and (not text.strip() or indent > inner):
            rows[-1][-1].append(line)
            continue
        elif text.strip():
            raise UnreadableTableError
        else:
            continue
        content = _CELL.match(text, inner)
        assert content is not None
        rows[-1][-1].append(line.part(content.end()))
    for row in rows:
        yield [_cell(lines) for lines in row]


def _cell(lines: Sequence[Written]) -> Cell:
    """A cell of its first line and, with their own indentation, of those below."""
    below = cell_lines(lines[1:])
    between = () if not below or lines[1].text.strip() else (lines[1].part(len(lines[1].text)),)
    if not lines[0].text.strip():
        return Cell(below)
    return Cell((lines[0].stripped(), *between, *below))


def _csv_table(directive: _Directive, around: Around) -> Iterator[Piece]:
    written = directive.options.get("delim")
    delimiter = "," if written is None else _DELIMITERS.get(written.text, written.text[:1]) or ","
    rows: list[list[Field]] = []
    headers = 0
    if header := directive.options.get("header"):
        rows += fields_of([header], delimiter)
        headers = len(rows)
    rows += fields_of(directive.body, delimiter)
    if not rows:
        raise UnreadableTableError
    headed = _with_headers(directive, headers)
    model = tuple(
        _headed(headed, number, [Cell() for _ in fields]) for number, fields in enumerate(rows)
    )
    inside = [[list(field.pieces(around.prefix)) for field in fields] for fields in rows]
    fence = fence_around(line.text for line in directive.body)
    return written_table(TableModel(model), inside, fence, around)


def _with_headers(directive: _Directive, headers: int) -> _Directive:
    """``directive`` with as many header rows more."""
    rows = Written(str(directive.number("header-rows") + headers), 0)
    return replace(directive, options={**directive.options, "header-rows": rows})


_PIECES = {"table": _around, "list-table": _list_table, "csv-table": _csv_table}
TABLES = frozenset(_PIECES)
"""The directives for tables."""

TABLE_DIRECTIVES = Reader(_SIGN, _edits, _plugin)
