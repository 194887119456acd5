"""Each cell of a table is read with the headers that the HTML standard gives it."""

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bindery.editions.pdf.structure.table_headers import TableModel, read_table
from bindery.tools import locate
from bindery.tools.browser import View, answers
from tests.editions.tables import Cell, Table, headers, spots, tables


def ids(table: TableModel) -> dict[str, list[str]]:
    """The ids of each cell's headers."""
    return {
        cell.element.get("id", ""): [header.get("id", "") for header in cell.headers]
        for cell in table.cells
    }


def read(markup: str) -> TableModel:
    """The table of ``markup``."""
    return read_table(ElementTree.fromstring(f"<table>{markup}</table>"))


TWO_HEAD_ROWS = """
<thead><tr><th id="k" rowspan="2">Kommune</th><th id="f" colspan="2">Folketall</th></tr>
<tr><th id="a">2024</th><th id="b">2025</th></tr></thead>
<tbody><tr><th id="o">Oslo</th><td id="x">1</td><td id="y">2</td></tr></tbody>
"""


def test_a_head_of_two_rows_is_heard_whole() -> None:
    """A number is heard with its row, its year and what the years are years of."""
    table = read(TWO_HEAD_ROWS)
    assert ids(table) == {
        "k": [],
        "f": [],
        "a": ["f"],
        "b": ["f"],
        "o": ["k"],
        "x": ["o", "a", "f"],
        "y": ["o", "b", "f"],
    }
    scopes = {cell.element.get("id"): cell.scope for cell in table.cells}
    assert scopes == dict.fromkeys("kfab", "Column") | {"o": "Row", "x": None, "y": None}
    assert (table.rows, table.columns) == (3, 3)


def test_a_header_among_data_hides_the_one_above() -> None:
    """Below a second row of heads, the first is not heard."""
    table = read(
        "<tr><th id='a'>A</th></tr><tr><td id='x'>1</td></tr>"
        "<tr><th id='b'>B</th></tr><tr><td id='y'>2</td></tr>"
    )
    assert ids(table) == {"a": [], "x": ["a"], "b": [], "y": ["b"]}


def test_a_group_of_rows_has_its_header_to_itself() -> None:
    """The header of a ``tbody`` is heard with its rows, and not with the next one's."""
    group = "<tbody><tr><th id='{0}' scope='rowgroup'>{0}</th></tr><tr><td id='{1}'>1</td></tr>"
    table = read(f"{group.format('a', 'x')}</tbody>{group.format('b', 'y')}</tbody>")
    assert ids(table) == {"a": [], "x": ["a"], "b": [], "y": ["b"]}


def test_named_headers_are_the_only_ones() -> None:
    """``headers`` replaces what place would tell, in the author's order, in this table alone."""
    table = read(
        "<tr><th id='a'>A</th><th id='b'>B</th><th id='c'/></tr>"
        "<tr><td id='x' headers='c b nobody b x a'>1</td><td headers='' id='y'>2</td></tr>"
    )
    assert ids(table)["x"] == ["b", "a"]
    assert ids(table)["y"] == []


def test_a_table_over_many_pages_is_read_at_once() -> None:
    """A table of two thousand cells costs no more for each than a small one."""
    head = "<tr><th>A</th><th>B</th></tr>"
    row = "<tr><th>a</th><td>1</td></tr>"
    counted = {}
    for count in (100, 1000):
        calls = 0

        def counting(frame: object, event: str, argument: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(counting)
        read(f"<thead>{head}</thead><tbody>{row * count}</tbody>")
        sys.setprofile(None)
        counted[count] = calls
    assert counted[1000] < 12 * counted[100]


@pytest.mark.slow
@given(tables())
def test_every_cell_has_the_headers_of_the_standard(table: Table) -> None:
    """Whatever the spans, scopes and groups, a second reading of the standard says the same."""
    model = read_table(table.element)
    assert ids(model) == headers(table)
    seen = [(c.row, c.column, c.rowspan, c.colspan) for c in model.cells]
    expected = [(s.rows.start, s.columns.start, len(s.rows), len(s.columns)) for s in spots(table)]
    assert seen == expected


GEOMETRY = """() => [...document.querySelectorAll("table")].map((table) => {
  const from = table.getBoundingClientRect();
  return [...table.querySelectorAll("td, th")].map((cell) => {
    const box = cell.getBoundingClientRect();
    return [cell.id, box.top - from.top, box.left - from.left, box.height, box.width];
  });
})"""

GRID = """<style>
  table { table-layout: fixed; border-spacing: 0; line-height: 0; font-size: 0 }
  td, th { padding: 0; box-sizing: border-box; overflow: hidden } tr { height: 8px }
  col { width: 8px }
</style>"""


def asked(tmp_path: Path, body: str, question: str) -> object:
    """What Chromium, with axe in it, answers about a page."""
    page = tmp_path / "tabeller.html"
    page.write_text(f'<!DOCTYPE html><html lang="nb"><meta charset="utf-8">{body}', "utf-8")
    axe = locate.axe_source()
    assert axe is not None
    ((answer,),) = answers([page], [View(1280)], script=axe, question=question).rows
    return answer


def laid_out_in_a_browser(table: Table, model: TableModel) -> str:
    """The table for a browser, each row and each column of the model eight pixels."""
    columns = '<col style="width: 8px">' * model.columns
    width = f'<table style="width: {8 * model.columns}px"><colgroup>{columns}</colgroup>'
    return table.markup.replace("<table><caption>c</caption>", width)


@pytest.mark.slow
def test_cells_stand_where_a_browser_puts_them(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Rows, columns and spans are those that Chromium lays out."""

    @settings(max_examples=2, deadline=None, database=None, phases=[Phase.generate])
    @given(st.lists(tables(for_a_browser=True), min_size=20, max_size=30))
    def agree(several: list[Table]) -> None:
        models = [read_table(table.element) for table in several]
        body = "".join(map(laid_out_in_a_browser, several, models))
        seen = asked(tmp_path_factory.mktemp("sider"), GRID + body, GEOMETRY)
        assert isinstance(seen, list)
        for table, model, boxes in zip(several, models, seen, strict=True):
            ours = {
                c.element.get("id"): [8 * n for n in (c.row, c.column, c.rowspan, c.colspan)]
                for c in model.cells
            }
            assert ours == {cell: place for cell, *place in boxes}, table.markup

    agree()


@st.composite
def reports(draw: st.DrawFn) -> Table:
    """A table as reports have them: rows of heads, then rows with headers of their own.

    It has no spans, over which axe loses count.
    """
    names = iter(f"c{number}" for number in range(1000))
    is_scoped = draw(st.booleans())

    def cells(tag: str, scope: str, count: int) -> list[Cell]:
        said = scope if is_scoped else None
        return [
            Cell(tag, next(names), "a", scope=said if tag == "th" else None) for _ in range(count)
        ]

    stubs, width = draw(st.integers(0, 2)), draw(st.integers(1, 4))
    head = [cells("th", "col", stubs + width) for _ in range(draw(st.integers(1, 2)))]
    rows = range(draw(st.integers(1, 4)))
    body = [[*cells("th", "row", stubs), *cells("td", "", width)] for _ in rows]
    return Table([("thead", head), ("tbody", body)])


AXE_HEADERS = """() => {
  axe.setup(document.body);
  const { getHeaders, toGrid } = axe.commons.table;
  return [...document.querySelectorAll("table")].map((table) => {
    const grid = toGrid(table);
    return [...table.querySelectorAll("td")].map(
      (cell) => [cell.id, getHeaders(cell, grid).map((header) => header.id).sort()]);
  });
}"""


@pytest.mark.slow
def test_axe_hears_the_same_headers_in_a_report(tmp_path_factory: pytest.TempPathFactory) -> None:
    """In tables as reports have them, axe finds the same headers for each data cell."""

    @settings(max_examples=2, deadline=None, database=None, phases=[Phase.generate])
    @given(st.lists(reports(), min_size=20, max_size=40))
    def agree(several: list[Table]) -> None:
        body = "".join(table.markup for table in several)
        seen = asked(tmp_path_factory.mktemp("sider"), body, AXE_HEADERS)
        assert isinstance(seen, list)
        for table, theirs in zip(several, seen, strict=True):
            ours = ids(read_table(table.element))
            assert theirs == [[cell, sorted(ours[cell])] for cell, _ in theirs], table.markup
            assert all(heard for _, heard in theirs)

    agree()
