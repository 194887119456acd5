"""Tables for tests, and who is a header of what in them, by the prose of the HTML standard.

This is the standard read a second time and another way: every slot is painted, and each header is
accepted or refused by looking at all that lies between it and the cell.
"""

from dataclasses import dataclass, field
from itertools import chain
from xml.etree import ElementTree

from hypothesis import strategies as st

NUMBERS = {None: 1, "": 1, "1": 1, "2": 2, "3": 3, " 2": 2, "+2 x": 2, "x": 1, "-1": 1, "0": 0}
"""What may stand in a span, and the number that HTML reads there."""

SCOPES = (None, None, None, "", "row", "col", "COL", "rowgroup", "colgroup", "cell")
CONTENTS = ("a", "a", "a", " b\n", "", " \n\t", "<br />", "\u00a0")


@dataclass(eq=False)
class Cell:
    """A cell as it is written."""

    tag: str
    id: str
    content: str
    spans: tuple[str | None, str | None] = (None, None)
    scope: str | None = None
    headers: str | None = None

    @property
    def markup(self) -> str:
        """The cell as XHTML."""
        written = {
            "id": self.id,
            "colspan": self.spans[0],
            "rowspan": self.spans[1],
            "scope": self.scope,
            "headers": self.headers,
        }
        attributes = "".join(f' {k}="{v}"' for k, v in written.items() if v is not None)
        return f"<{self.tag}{attributes}>{self.content}</{self.tag}>"


@dataclass
class Table:
    """A table as it is written: column groups, then groups of rows, or rows in no group."""

    groups: list[tuple[str, list[list[Cell]]]]
    columns: list[str] = field(default_factory=list)

    @property
    def markup(self) -> str:
        """The table as XHTML, with a caption that is no concern of its cells."""
        groups = []
        for kind, rows in self.groups:
            inside = "".join(f"<tr>{''.join(cell.markup for cell in row)}</tr>" for row in rows)
            groups.append(f"<{kind}>{inside}</{kind}>" if kind else inside)
        return f"<table><caption>c</caption>{''.join(self.columns)}{''.join(groups)}</table>"

    @property
    def element(self) -> ElementTree.Element:
        """The table as a tree."""
        return ElementTree.fromstring(self.markup)

    @property
    def shown(self) -> list[list[list[Cell]]]:
        """The groups of rows, feet last, rows between groups taken together."""
        merged: list[tuple[str, list[list[Cell]]]] = []
        for kind, rows in self.groups:
            if not kind and merged and not merged[-1][0]:
                merged[-1] = ("", merged[-1][1] + rows)
            elif rows or kind:
                merged.append((kind, rows))
        return [r for k, r in merged if k != "tfoot"] + [r for k, r in merged if k == "tfoot"]


@st.composite
def tables(draw: st.DrawFn, *, for_a_browser: bool = False) -> Table:
    """Any table one can write, with spans that break it and scopes that make no sense.

    One ``for_a_browser`` has no more than one head, and first, and no more than one foot: browsers
    show any others in places of their own choice. It has no column groups.
    """
    ids = [f"c{number}" for number in range(6)]
    names = iter(f"c{number}" for number in range(1000))
    tokens = st.lists(st.sampled_from([*ids, "nobody"]), max_size=3).map(" \n".join)
    cells = st.builds(
        lambda *given: Cell(given[0], next(names), *given[1:]),
        st.sampled_from(["td", "th"]),
        st.sampled_from(CONTENTS),
        st.tuples(*[st.sampled_from([None, None, *NUMBERS])] * 2),
        st.sampled_from(SCOPES),
        st.none() | tokens,
    )
    rows = st.lists(st.lists(cells, max_size=4), max_size=4)
    kinds = ["tbody", ""] if for_a_browser else ["thead", "tbody", "tbody", "", "tfoot"]
    groups = draw(st.lists(st.tuples(st.sampled_from(kinds), rows), max_size=4))
    if for_a_browser:
        at = draw(st.integers(0, len(groups)))
        groups = [("thead", draw(rows)), *groups[:at], ("tfoot", draw(rows)), *groups[at:]]
        return Table(groups)
    columns = st.sampled_from(
        ["<colgroup/>", '<colgroup span="2"/>', '<colgroup><col/><col span="2"/></colgroup>']
    )
    return Table(groups, draw(st.lists(columns, max_size=3)))


@dataclass(eq=False)
class Spot:
    """A cell and the rectangle of slots it takes."""

    cell: Cell
    rows: range
    columns: range
    group: int


def spots(table: Table) -> list[Spot]:
    """Every cell in its place, each put down at the first free slot of its row."""
    placed: list[Spot] = []
    first = 0
    for group, rows in enumerate(table.shown):
        last = first + len(rows)
        for y in range(first, last):
            x = 0
            for cell in rows[y - first]:
                while any(x in other.columns and y in other.rows for other in placed):
                    x += 1
                wide, tall = NUMBERS[cell.spans[0]] or 1, NUMBERS[cell.spans[1]] or last - y
                below = range(y, min(y + tall, last))
                placed.append(Spot(cell, below, range(x, x + wide), group))
                x += wide
        first = last
    return placed


def headers(table: Table) -> dict[str, list[str]]:
    """The ids of the headers of each cell, in the standard's order."""
    placed = spots(table)
    return {spot.cell.id: _headers_of(spot, placed, table) for spot in placed}


def _headers_of(spot: Spot, placed: list[Spot], table: Table) -> list[str]:
    by_id = {other.cell.id: other for other in placed}
    if spot.cell.headers is not None:
        found = [by_id[token] for token in spot.cell.headers.split() if token in by_id]
    else:
        x0, y0 = spot.columns.start, spot.rows.start
        leftward = [[(x, y) for x in range(x0 - 1, -1, -1)] for y in spot.rows]
        upward = [[(x, y) for y in range(y0 - 1, -1, -1)] for x in spot.columns]
        found = [
            *chain.from_iterable(_along(spot, way, placed, "row") for way in leftward),
            *chain.from_iterable(_along(spot, way, placed, "col") for way in upward),
            *_of_groups(spot, placed, table),
        ]
    kept = [other for other in found if not _is_blank(other.cell) and other is not spot]
    return [other.cell.id for other in dict.fromkeys(kept)]


def _along(spot: Spot, way: list[tuple[int, int]], placed: list[Spot], state: str) -> list[Spot]:
    """The headers on ``way``: not one whose like stands nearer with data between the two."""
    covering = [[one for one in placed if x in one.columns and y in one.rows] for x, y in way]
    seen = [spot, *(ones[0] for ones in covering if len(ones) == 1)]

    def like(one: Spot, other: Spot) -> bool:
        return one.columns == other.columns if state == "col" else one.rows == other.rows

    def is_hidden(at: int) -> bool:
        return any(
            seen[nearer].cell.tag == "th"
            and like(seen[nearer], seen[at])
            and any(between.cell.tag == "td" for between in seen[nearer + 1 : at])
            for nearer in range(at)
        )

    return [
        one
        for at, one in enumerate(seen)
        if at and one.cell.tag == "th" and _state(one, placed) == state and not is_hidden(at)
    ]


def _state(spot: Spot, placed: list[Spot]) -> str:
    """Which way a header cell heads, by its scope or by the data about it."""
    scope = (spot.cell.scope or "").lower()
    if scope in {"row", "col", "rowgroup", "colgroup"}:
        return scope
    data = [other for other in placed if other.cell.tag == "td"]
    if not any(set(spot.rows) & set(other.rows) for other in data):
        return "col"
    return "" if any(set(spot.columns) & set(other.columns) for other in data) else "row"


def _of_groups(spot: Spot, placed: list[Spot], table: Table) -> list[Spot]:
    groups: list[int] = []
    for number, markup in enumerate(table.columns):
        spans = [one.get("span", "1") for one in ElementTree.fromstring(markup).iter()]
        inner = spans[1:] or spans
        groups += [number] * sum(map(int, inner))

    def column_group(one: Spot) -> int | None:
        return groups[one.columns.start] if one.columns.start < len(groups) else None

    by_then = [
        one
        for one in placed
        if one.cell.tag == "th"
        and one.columns.start <= spot.columns[-1]
        and one.rows.start <= spot.rows[-1]
    ]
    same_rows = [one for one in by_then if one.group == spot.group]
    same_columns = [one for one in by_then if column_group(one) == column_group(spot) is not None]
    return [
        *(one for one in same_rows if _state(one, placed) == "rowgroup"),
        *(one for one in same_columns if _state(one, placed) == "colgroup"),
    ]


def _is_blank(cell: Cell) -> bool:
    return "<" not in cell.content and cell.content.strip(" \t\n\f\r") == ""
