"""The headers that a reader finds by Scope, for cells that name none."""

import pytest
from pikepdf import Name

from bindery.finished.pdf.read import read_pdf
from bindery.readback.pdf.headers_and_entries import headers_by_scope
from tests.readback.sheets import Elem, elem, sheets


def header(text: str, scope: str = "", **spans: int) -> Elem:
    """A header cell."""
    attributes: dict[str, object] = {f"/{name}": value for name, value in spans.items()}
    if scope:
        attributes["/Scope"] = Name(f"/{scope}")
    return elem("TH", text, attributes={"Table": attributes})


TABLES = {
    "a row and a column": (
        [
            [elem("TD", ""), header("opp", "Column")],
            [header("bort", "Row"), elem("TD", "x")],
        ],
        ["bort", "opp"],
    ),
    "without a scope it is the header of nothing": (
        [[header("opp")], [elem("TD", "x")]],
        [],
    ),
    "beyond data a column has no more headers": (
        [
            [header("øverst", "Column")],
            [elem("TD", "y")],
            [header("nærmest", "Column")],
            [elem("TD", "x")],
        ],
        ["nærmest"],
    ),
    "a header that spans two columns is the header of both": (
        [
            [header("to", "Column", ColSpan=2)],
            [header("a", "Column"), header("b", "Column")],
            [elem("TD", "y"), elem("TD", "x")],
        ],
        ["b", "to"],
    ),
    "a cell stands beside one that comes down from above": (
        [
            [header("høy", "Row", RowSpan=2), elem("TD", "y")],
            [elem("TD", "x")],
        ],
        ["høy"],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_headers_are_found_to_the_left_and_above(name: str) -> None:
    """From the cell to the table's edge (ISO 32000-2, 14.8.5.7)."""
    rows, expected = TABLES[name]
    pdf = read_pdf(sheets(elem("Table", *(elem("TR", *row) for row in rows))))
    table = pdf.elements[0]
    (cell,) = (one for one in pdf.elements if one.role == "TD" and one.text == "x")
    assert [one.text for one in headers_by_scope(table)[cell.number]] == expected
