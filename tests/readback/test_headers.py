"""Headers of cells, resolved a second time: by a reader that knows nothing of how PDFs are made."""

import pytest
from hypothesis import given
from lxml import etree

from bindery.editions.pdf.structure.table_headers import read_table
from bindery.readback.tables_and_lists import cells_of
from tests.editions.tables import Table, tables

pytestmark = pytest.mark.slow


def own(table: Table) -> dict[str, list[str]]:
    """The ids of each cell's headers, as the comparison has them."""
    cells = cells_of(etree.fromstring(table.markup))
    return {
        str(cell.get("id")): sorted(str(header.get("id")) for header in one.headers)
        for cell, one in cells.items()
    }


def _as_pandoc_writes(table: Table) -> bool:
    """Every row in a group of rows, and no groups of columns: the Document has no others."""
    return not table.columns and all(kind for kind, _ in table.groups)


@given(tables().filter(_as_pandoc_writes))
def test_both_readings_of_the_standard_agree(table: Table) -> None:
    """What the PDF is made with and what it is compared with come to the same headers."""
    theirs = {
        str(cell.element.get("id")): sorted(str(header.get("id")) for header in cell.headers)
        for cell in read_table(table.element).cells
    }
    assert own(table) == theirs, table.markup


def test_a_header_beyond_data_is_hidden_by_its_like() -> None:
    """A second head row with data above it takes over from the first (HTML, 4.9.12.2)."""
    rows = (
        "<tr><th id='a' scope='col'>a</th></tr><tr><td id='x'>1</td></tr>"
        "<tr><th id='b' scope='col'>b</th></tr><tr><td id='y'>2</td></tr>"
    )
    cells = cells_of(etree.fromstring(f"<table>{rows}</table>"))
    found = {
        cell.get("id"): [header.get("id") for header in one.headers] for cell, one in cells.items()
    }
    assert (found["x"], found["y"]) == (["a"], ["b"])
