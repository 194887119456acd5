"""Write pandoc's tables in the dialect: as lines of cells, or drawn as a grid."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bindery.importing.markdown.drawn_grid import Drawn, drawn, folded, placed
from bindery.importing.markdown.inline_writer import MARK, InlineWriter
from bindery.importing.markdown.pandoc_tree import Node, marks_in, walk, words_of
from bindery.importing.remarks import Remarks
from bindery.vocabulary.text import Text

MOST_CELLS = 3000
"""Cells that a table may have. A page has room for some hundreds."""

_GUESSED = Text(
    nb="Er første rad i tabellen kolonneoverskrifter? I Word er den ikke merket som det",
    en="Is the first row of the table its headers? It is not marked as such in Word",
)
_NESTED = Text(
    nb="En tabell inni en celle er skrevet som tekst",
    en="A table in a cell is written as text",
)
_HEADING = Text(
    nb="En overskrift i en tabell er skrevet som halvfet tekst",
    en="A heading in a table is written as bold text",
)
_LAYOUT = Text(
    nb="Er dette en tabell, eller er den brukt for å plassere tekst?",
    en="Is this a table, or was it used to place text?",
)
_TOO_LARGE = Text(
    nb="Tabellen har {cells} celler og er for stor for en side. Den er skrevet som avsnitt, én"
    " rad i hvert",
    en="The table has {cells} cells and is too large for a page. It is written as paragraphs, a row"
    " in each",
)

Blocks = Callable[[Sequence[Node]], list[str]]


@dataclass
class _Cell:
    blocks: list[Node]
    rows: int
    columns: int

    @property
    def is_plain(self) -> bool:
        """Whether the cell is one line of words in one place."""
        is_line = not self.blocks or (len(self.blocks) == 1 and self.blocks[0]["t"] in _LINES)
        return self.rows == self.columns == 1 and is_line


_LINES = ("Para", "Plain")


class TableWriter:
    """Writes the tables of one chapter."""

    def __init__(
        self, inlines: InlineWriter, blocks: Blocks, remarks: Remarks, flagged: frozenset[int]
    ) -> None:
        self._inlines = inlines
        self._blocks = blocks
        self._remarks = remarks
        self._flagged = flagged

    def lines(self, node: Node) -> list[str]:
        """The lines of a table, without its caption."""
        columns = len(node["c"][2])
        header, rows = self._rows(node["c"])
        number = min(marks_in(node), default=0)
        cells = sum(map(len, rows))
        if not rows:
            return []
        if cells > MOST_CELLS:
            says = _TOO_LARGE.filled(cells=cells)
            self._remarks.add(number, "table-too-large", "changed", says, grave=True)
            return self._as_paragraphs(rows)
        is_flagged = bool(self._flagged.intersection(marks_in(node)))
        if not is_flagged:
            self._remarks.add(number, "table-header-guessed", "guessed", _GUESSED, grave=True)
        if self._looks_like_layout(rows, is_flagged):
            self._remarks.add(number, "layout-table", "ask", _LAYOUT)
        header = max(1, min(header, len(rows)))
        if header == 1 and all(cell.is_plain for row in rows for cell in row):
            return self._as_lines(rows, columns)
        return self._as_grid(rows, columns, header)

    def _rows(self, content: Sequence[Any]) -> tuple[int, list[list[_Cell]]]:
        _, _, _, head, bodies, foot = content
        above = [self._cells(row, is_header=True) for row in head[1]]
        below = [self._cells(row) for body in bodies for part in body[2:] for row in part]
        below += [self._cells(row) for row in foot[1]]
        rows = [*above, *below]
        # A row without words has nothing to read, unless a merged cell reaches into it.
        reached = 0
        kept = []
        for row in rows:
            reached = max([reached - 1, *(cell.rows - 1 for cell in row)])
            if reached > 0 or any(cell.blocks for cell in row):
                kept.append(row)
        header = sum(any(row is one for one in kept) for row in above)
        return header, kept

    def _cells(self, row: Sequence[Any], *, is_header: bool = False) -> list[_Cell]:
        cells = []
        for _, _, height, width, blocks in row[1]:
            kept = [one for block in blocks for one in self._in_cell(block, is_header=is_header)]
            cells.append(_Cell(kept, height, width))
        return cells

    def _in_cell(self, block: Node, *, is_header: bool) -> list[Node]:
        """What may be in a cell: no table, no heading, no block without words."""
        kind, content = block["t"], block.get("c")
        number = min(marks_in(block), default=0)
        if kind == "Div" and content is not None:
            return [
                one for inner in content[1] for one in self._in_cell(inner, is_header=is_header)
            ]
        if not words_of(block) and not any(one["t"] in ("Image", "Math") for one in walk(block)):
            return []
        if kind == "Table":
            self._remarks.add(number, "nested-table", "changed", _NESTED)
            _, rows = self._rows(content or [])
            return [_row_as_paragraph(row, ", ") for row in rows]
        if kind == "Header" and content is not None:
            self._remarks.add(number, "heading-in-table", "changed", _HEADING)
            return [{"t": "Para", "c": [{"t": "Strong", "c": content[2]}]}]
        if kind in _LINES and is_header and content is not None:
            # Headers are bold by what they are.
            bare = [
                one for node in content for one in (node["c"] if node["t"] == "Strong" else [node])
            ]
            return [{"t": kind, "c": bare}]
        return [block]

    def _as_lines(self, rows: Sequence[Sequence[_Cell]], columns: int) -> list[str]:
        written = [
            [self._in_line(cell) for cell in row] + [""] * (columns - len(row)) for row in rows
        ]
        dashes = ["---"] * columns
        every = [written[0], dashes, *written[1:]]
        return [f"| {' | '.join(row)} |" for row in every]

    def _in_line(self, cell: _Cell) -> str:
        if not cell.blocks:
            return ""
        said = self._inlines.line(cell.blocks[0]["c"], breaks="<br>", is_first=False)
        return said.replace("|", "\\|")

    def _as_grid(self, rows: Sequence[Sequence[_Cell]], columns: int, header: int) -> list[str]:
        cells = placed(
            [[Drawn(self._in_grid(cell), cell.rows, cell.columns) for cell in row] for row in rows],
            columns,
        )
        # A header row ends where all of its cells end.
        while any(cell.row < header < cell.row + cell.rows for cell in cells):
            header += 1
        if header >= len(rows):
            header = 0
        marks = "".join(found[0] for row in rows for cell in row for found in self._marks_of(cell))
        lines = drawn(cells, len(rows), columns, header)
        return [f"{lines[0]}{marks}", *lines[1:]]

    def _marks_of(self, cell: _Cell) -> list[re.Match[str]]:
        return [
            found
            for number in marks_in(cell.blocks)
            if (found := MARK.match(f"\ue000{number}\ue001")) is not None
        ]

    def _in_grid(self, cell: _Cell) -> list[str]:
        lines = [MARK.sub("", line).rstrip() for line in self._blocks(cell.blocks)]
        return [part for line in lines for part in folded(line)]

    def _as_paragraphs(self, rows: Sequence[Sequence[_Cell]]) -> list[str]:
        return self._blocks([_row_as_paragraph(row, " – ") for row in rows])

    @staticmethod
    def _looks_like_layout(rows: Sequence[Sequence[_Cell]], is_flagged: bool) -> bool:
        words = [words_of(cell.blocks) for row in rows for cell in row]
        has_digits = any(re.search(r"\d", each) for each in words)
        if len(rows) == 1:
            return True
        return not is_flagged and not has_digits and max(map(len, words), default=0) > 200


def _row_as_paragraph(row: Sequence[_Cell], between: str) -> Node:
    inlines: list[Node] = []
    for cell in row:
        for block in cell.blocks:
            parts = block["c"] if block["t"] in _LINES else [{"t": "Str", "c": words_of(block)}]
            if inlines:
                inlines.append({"t": "Str", "c": between})
            inlines += parts
    return {"t": "Para", "c": inlines}


def only_cell(node: Node) -> list[Node] | None:
    """The blocks of a table of one cell, which is a box; ``None`` for any other table."""
    _, _, _, head, bodies, foot = node["c"]
    rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part), *foot[1]]
    if len(rows) == 1 and len(rows[0][1]) == 1:
        return list(rows[0][1][0][4])
    return None
