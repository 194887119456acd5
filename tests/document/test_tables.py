"""Tables in the Document, whatever they were written as: cells, headers, captions, feet."""

from pathlib import Path

import pytest

from bindery.document.model import TURNED, Element, text_of
from bindery.manuscript.source import read_source
from bindery.readback.document.lost_words import lost_words
from bindery.readback.tables_and_lists import cells_of
from tests.shelf import document_of

ONE = "# T\n\n{}\n"


def tables_of(folder: Path, *chapters: str) -> list[Element]:
    """The tables of a book of ``chapters``; no word of them is lost."""
    document = document_of(folder, *chapters)
    assert list(lost_words(document, read_source(document.publication))) == []
    return list(document.body.iter("table"))


def told(table: Element) -> list[str]:
    """Each row in one line: its part, its cells with ``*`` for a header, and their spans."""
    rows = []
    for row in table.iterfind("*/tr"):
        part = row.getparent()
        assert part is not None
        cells = [
            ("*" if cell.tag == "th" else "")
            + text_of(cell)
            + "".join(
                f" {name[:3]}{cell.get(name)}" for name in ("colspan", "rowspan") if cell.get(name)
            )
            for cell in row
        ]
        rows.append(f"{part.tag!s}: " + " | ".join(cells))
    return rows


def headers_of(table: Element) -> dict[str, list[str]]:
    """The headers of each data cell, by its words, as the read-back finds them."""
    return {
        text_of(cell): sorted(text_of(header) for header in found.headers)
        for cell, found in cells_of(table).items()
        if cell.tag == "td"
    }


MERGED = """\
+-----------------+-------------+
| Sted            | Grader      |
|                 +------+------+
|                 | fra  | til  |
+========+========+======+======+
| Nord   | Bodø   | 1    | 2    |
|        +--------+------+------+
|        | Røst   | 3    | 4    |
+--------+--------+------+------+

: Målt i mai. {#tbl-m .row-headers .wide}
"""


def test_merged_cells_name_their_headers(tmp_path: Path) -> None:
    """In both directions, for every edition: ``scope`` does not say which of several headers."""
    (table,) = tables_of(tmp_path, ONE.format(MERGED))
    assert told(table) == [
        "thead: *Sted col2 row2 | *Grader col2",
        "thead: *fra | *til",
        "tbody: *Nord row2 | *Bodø | 1 | 2",
        "tbody: *Røst | 3 | 4",
    ]
    assert headers_of(table) == {
        "1": ["Bodø", "Grader", "Nord", "fra"],
        "2": ["Bodø", "Grader", "Nord", "til"],
        "3": ["Grader", "Nord", "Røst", "fra"],
        "4": ["Grader", "Nord", "Røst", "til"],
    }
    assert (table.get("id"), table.get(TURNED)) == ("tbl-m", "")
    assert text_of(table[0]) == "Målt i mai."


def test_names_of_header_cells_differ_in_the_whole_book(tmp_path: Path) -> None:
    """What a cell names is in its own table, in the second chapter too."""
    chapter = ONE.format(MERGED)
    first, second = tables_of(tmp_path, chapter, chapter.replace("tbl-m", "tbl-n"))
    names = [cell.get("id") for table in (first, second) for cell in table.iter("th")]
    assert len(set(names)) == len(names)
    assert headers_of(second) == headers_of(first)


def test_a_table_without_merged_cells_needs_no_names(tmp_path: Path) -> None:
    """Its headers have a scope, which all programs know."""
    (table,) = tables_of(tmp_path, ONE.format("| a | b |\n|---|---|\n| 1 | 2 |"))
    assert not table.xpath(".//*[@headers or @id]")
    assert [cell.get("scope") for cell in table.iter("th")] == ["col", "col"]


def test_the_last_column_is_never_a_header(tmp_path: Path) -> None:
    """Headers of two columns leave data in the third, or none is a header of anything."""
    grid = "+---+---+\n| a | b |\n+===+===+\n| c | 1 |\n|   +---+\n|   | 2 |\n+---+---+"
    (table,) = tables_of(tmp_path, ONE.format(f"{grid}\n\n: Tall. {{.row-headers}}"))
    assert told(table)[1:] == ["tbody: *c row2 | 1", "tbody: 2"]


@pytest.mark.parametrize(
    "table",
    [
        "| a | b |\n|---|---|\n| 1 | 2 |\n| I alt | 3 |",
        "+-------+---+\n| a     | b |\n+=======+===+\n| 1     | 2 |\n+-------+---+\n| I alt | 3 |\n"
        "+-------+---+",
    ],
)
def test_a_total_is_the_foot(tmp_path: Path, table: str) -> None:
    """``.total`` makes the last row the sum of those above; a foot of a grid needs no such word."""
    (made,) = tables_of(
        tmp_path, ONE.format(f"::: {{.table .total .row-headers}}\n{table}\n\nT.\n:::")
    )
    assert told(made)[1:] == ["tbody: *1 | 2", "tfoot: *I alt | 3"]


def test_an_authors_block_around_a_grid_is_one_table(tmp_path: Path) -> None:
    """As around a pipe table: its name, its classes, and the paragraph below as the caption."""
    grid = "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+"
    text = ONE.format(f"::: {{.table .row-headers #x}}\n{grid}\n\nTall.\n:::")
    (table,) = tables_of(tmp_path, text)
    assert told(table) == ["thead: *a | *b", "tbody: *1 | 2"]
    assert (table.get("id"), text_of(table[0])) == ("x", "Tall.")


def test_a_block_with_two_tables_loses_neither(tmp_path: Path) -> None:
    """It is an error; both tables are printed, and so is the paragraph."""
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert len(tables_of(tmp_path, ONE.format(f"::: table\n{table}\n{table}\nTall.\n:::"))) == 2


def test_blocks_in_cells_stay_blocks(tmp_path: Path) -> None:
    """Lists, code and paragraphs; a single paragraph is only words."""
    grid = (
        "+-------+-----------+\n| a     | - x       |\n|       | - y       |\n"
        "+-------+-----------+\n"
        "| b     | Tekst.    |\n|       |           |\n|       | Mer.      |\n+-------+-----------+"
    )
    (table,) = tables_of(tmp_path, ONE.format(f"{grid}\n\n: Tall. {{.row-headers}}"))
    assert [[child.tag for child in cell] for cell in table.iter("td")] == [["ul"], ["p", "p"]]
    assert [list(cell) for cell in table.iter("th")] == [[], []]


@pytest.mark.parametrize("mark", ["[]{.br}", "<br>", "<br/>"])
def test_a_line_break_in_a_cell(tmp_path: Path, mark: str) -> None:
    """It is a new line, in any table (row 15)."""
    (table,) = tables_of(tmp_path, ONE.format(f"| a | b |\n|---|---|\n| 1{mark}2 | x |"))
    assert [child.tag for child in table.findall("tbody/tr/td")[0]] == ["br"]


def test_tables_are_placed_in_the_authors_file(tmp_path: Path) -> None:
    """The table at its first line, a cell at the first line of its words."""
    document = document_of(tmp_path, f"# T\n\n{MERGED}")
    (table,) = document.body.iter("table")
    lines = {text_of(cell): cell.get("data-source") for cell in table.iter("td", "th")}
    path = "manuscript/chapters/01.md"
    assert table.get("data-source") == f"{path}:3"
    assert (lines["Sted"], lines["fra"], lines["3"]) == (f"{path}:4", f"{path}:6", f"{path}:10")


OF_OTHERS = {
    "html, with blank lines and all (row 18)": (
        "<table><tr><th>A</th></tr>\n\n<tr><td>1</td></tr></table>",
        ["thead: *A", "tbody: 1"],
    ),
    "html with everything": (
        '<table class="x"><caption>Tall <b>her</b></caption>\n<tfoot><tr><th>I alt<td>3</tfoot>\n'
        '<thead><tr><th colspan="2">A &amp; B</th></tr></thead>\n<tbody><tr>'
        '<th scope="row">a * b_c_</th>\n<td align="right">1</td></tr></tbody></table>',
        ["thead: *A & B col2", "tbody: *a * b_c_ | 1", "tfoot: *I alt | 3"],
    ),
    "html with Markdown": (
        "<table><tr><th>A</th></tr><tr><td>\n\n- *x*\n- y\n\n</td></tr></table>",
        ["thead: *A", "tbody: x y"],
    ),
    "html with an empty corner": (
        "<table><tr><td></td><th>A</th></tr><tr><th>b</th><td>1</td></tr></table>",
        ["thead: | *A", "tbody: *b | 1"],
    ),
    "a list of lists": (
        "```{list-table} Fisk\n:header-rows: 1\n:stub-columns: 1\n\n* - a\n  - b\n* - 1\n  - x\n\n"
        "    y\n```",
        ["thead: *a | *b", "tbody: *1 | x y"],
    ),
    "comma-separated values": (
        ':::{csv-table} Fisk\n:header: a, "b, c"\n\n1, "x ""y"""\n:::',
        ["thead: *a | *b, c", "tbody: 1 | x «y»"],
    ),
    "a directive around a table": (
        "```{table} Fisk\n:name: tbl-f\n\n| a | b |\n|---|---|\n| 1 | 2 |\n```",
        ["thead: *a | *b", "tbody: 1 | 2"],
    ),
    "simple (row 22)": (
        "Right Left\n----- ----\n12    x",
        ["thead: *Right | *Left", "tbody: 12 | x"],
    ),
    "no header (row 23)": ("|---|---|\n| 1 | 2 |", ["tbody: 1 | 2"]),
    "an empty header": ("|   |   |\n|---|---|\n| 1 | 2 |", ["tbody: 1 | 2"]),
    "a row that is too long": (
        "| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |",
        ["thead: *a | *b", "tbody: 1 | 2 | 3 | 4"],
    ),
}


@pytest.mark.parametrize(("text", "rows"), OF_OTHERS.values(), ids=list(OF_OTHERS))
def test_tables_of_other_tools_are_tables(tmp_path: Path, text: str, rows: list[str]) -> None:
    """Rows, headers, spans and feet as their authors meant them."""
    (table,) = tables_of(tmp_path, ONE.format(text))
    assert [" ".join(row.split()) for row in told(table)] == rows


def test_a_table_in_a_table_is_one(tmp_path: Path) -> None:
    """The inner one in its cell; the outer one's rows are its own."""
    inner = "<table><tr><th>x</th></tr><tr><td>2</td></tr></table>"
    outer, within = tables_of(
        tmp_path, ONE.format(f"<table><tr><th>A</th></tr><tr><td>1 {inner}</td></tr></table>")
    )
    assert told(within) == ["thead: *x", "tbody: 2"]
    assert within.getparent() in set(outer.iter("td"))


def test_words_outside_of_cells_keep_html_as_it_is(tmp_path: Path) -> None:
    """No word is lost to a table that has none for it."""
    text = ONE.format("<table><tr><td>1</td> ord </tr></table>")
    assert tables_of(tmp_path, text) == []


def test_a_table_in_another_file_is_not_made_up(tmp_path: Path) -> None:
    """Nothing outside the chapter is read."""
    assert tables_of(tmp_path, ONE.format("```{csv-table}\n:file: a.csv\n```")) == []
