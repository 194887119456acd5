"""Grid, simple and multiline tables: what is read of them, where, and what is refused."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.grid_tables import read_grid
from bindery.manuscript.marks.page import Book
from bindery.manuscript.marks.simple_tables import read_simple_table, simple_table_lines
from bindery.manuscript.marks.table_model import TableModel, UnreadableTableError, Written
from bindery.manuscript.source.elements import Prose, Table
from bindery.manuscript.source.from_tokens import read_elements
from bindery.vocabulary.publication import Chapter

PATH = "manuscript/chapters/01.md"


def lines_of(text: str) -> list[Written]:
    """The lines of ``text``, with their places."""
    lines, start = [], 0
    for line in text.strip("\n").split("\n"):
        lines.append(Written(line, start))
        start += len(line) + 1
    return lines


def told(model: TableModel) -> list[list[str]]:
    """Each row: its part, and each cell's lines with its spans, its kind and its alignment."""
    return [
        [
            row.part,
            *(
                "/".join(line.text for line in cell.lines)
                + (
                    f" {cell.colspan}x{cell.rowspan}"
                    if (cell.colspan, cell.rowspan) != (1, 1)
                    else ""
                )
                + (f" {cell.align}" if cell.align else "")
                for cell in row.cells
            ),
        ]
        for row in model.rows
    ]


def chapter_of(text: str) -> Chapter:
    """The chapter that the door makes of ``text``."""
    return let_in(PATH, text, Book())


GRIDS = {
    "plain": (
        """
+-----------+-------+---------------+
| Fisk      | Pris  | Godt å vite   |
+===========+=======+===============+
| Torsk     | 60    | - mager       |
|           |       | - hvit        |
+-----------+-------+---------------+
| Laks      | 90    |               |
+-----------+-------+---------------+
""",
        [
            ["head", "Fisk", "Pris", "Godt å vite"],
            ["body", "Torsk", "60", "- mager/- hvit"],
            ["body", "Laks", "90", ""],
        ],
    ),
    "merged": (
        """
+------------------------+--------+
| Sted                   | Grader |
+============+===========+=======:+
|            | lavest    | -12 °C |
| Målt i mai +-----------+--------+
| 1961–1990  | høyest    | 21 °C  |
+------------+-----------+--------+
""",
        [
            ["head", "Sted 2x1", "Grader right"],
            ["body", "Målt i mai/1961–1990 1x2", "lavest", "-12 °C right"],
            ["body", "høyest", "21 °C right"],
        ],
    ),
    "several header rows": (
        """
+------+-------------+
| Sted | Grader      |
|      +------+------+
|      | fra  | til  |
+:=====+:====:+=====:+
| Bodø | 1    | 2    |
+------+------+------+
""",
        [
            ["head", "Sted 1x2 left", "Grader 2x1"],
            ["head", "fra center", "til right"],
            ["body", "Bodø left", "1 center", "2 right"],
        ],
    ),
    "no header": (
        """
+:----+----:+
| Tau | 120 |
+-----+-----+
""",
        [["body", "Tau left", "120 right"]],
    ),
    "a foot": (
        """
+-----+-----+
| Hva | Kr  |
+=====+=====+
| Tau | 120 |
+=====+=====+
| Sum | 120 |
+=====+=====+
""",
        [["head", "Hva", "Kr"], ["body", "Tau", "120"], ["foot", "Sum", "120"]],
    ),
    "wide letters": (
        """
+------+----+
| 日本 | å  |
+------+----+
""",
        [["body", "日本", "å"]],
    ),
    "wide letters as one column": (
        """
+----+----+
| 日本 | å  |
+----+----+
""",
        [["body", "日本", "å"]],
    ),
    "a table in a cell": (
        """
+-------------+---+
| | a | b |   | x |
| |---|---|   |   |
| | 1 | 2 |   |   |
+-------------+---+
""",
        [["body", "| a | b |/|---|---|/| 1 | 2 |", "x"]],
    ),
}


@pytest.mark.parametrize(("text", "expected"), GRIDS.values(), ids=list(GRIDS))
def test_a_grid_has_these_cells(text: str, expected: list[list[str]]) -> None:
    """Rows, spans, alignment, header rows and the foot are as they are drawn."""
    assert told(read_grid(lines_of(text))) == expected


NO_GRIDS = {
    "overlapping cells": "+---+---+\n| a | b |\n|   +---+\n|       |\n+-------+",
    "a line that is too short": "+---+---+\n| a | b |\n| c |\n+---+---+",
    "no last line": "+---+---+\n| a | b |",
    "a missing corner": "+---+---+\n| a | b |\n+---+---+\n| c | d |\n----+---+",
    "a cell beside nothing": "+---+---+\n| a | b |\n+---+   |\n|       |\n+---+---+",
    "a header that goes on": "+---+---+\n| a | b |\n+===+===|\n| c | d |\n+---+---+",
}


@pytest.mark.parametrize("text", NO_GRIDS.values(), ids=list(NO_GRIDS))
def test_a_grid_that_is_not_whole_is_refused(text: str) -> None:
    """Nobody could say which words are in which cell."""
    with pytest.raises(UnreadableTableError):
        read_grid(lines_of(text))


def test_a_refused_grid_is_code_with_all_its_letters() -> None:
    """Row 21 of the dialect's outcomes: the error is at its first line, the letters are there."""
    drawn = NO_GRIDS["overlapping cells"]
    chapter = chapter_of(f"# T\n\n> {drawn.replace(chr(10), chr(10) + '> ')}\n")
    assert "\n> ".join(["```", *drawn.split("\n"), "```"]) in chapter.text
    (mark,) = chapter.marks
    assert (mark.rule, mark.location.line) == ("table-can-be-read", 3)


SIMPLE = {
    "simple": (
        "  Havn  Dybde\n------  -----\n    Ny  - 4\n Gamle  1. 3\n",
        [["head", "Havn", "Dybde"], ["body", "Ny", "- 4"], ["body", "Gamle", "1. 3"]],
    ),
    "simple with a last line": (
        "Havn    Dybde\n------  -----\nNy      4\n------  -----\nTekst\n",
        [["head", "Havn", "Dybde"], ["body", "Ny", "4"]],
    ),
    "simple without header": (
        "------  -----\nNy      4\nGamle\n------  -----\n",
        [["body", "Ny", "4"], ["body", "Gamle", ""]],
    ),
    "multiline": (
        "----------------\nHavn     Hva den\n         har\n------- --------\nNy      Krane,\n"
        "        vann\n\nGamle   Ingenting\n----------------\n",
        [
            ["head", "Havn", "Hva den/har"],
            ["body", "Ny", "Krane,/vann"],
            ["body", "Gamle", "Ingenting"],
        ],
    ),
    "multiline of one row": (
        "----------------\nHavn    Hva\n------- --------\nNy      Krane,\n        vann\n\n"
        "----------------\n",
        [["head", "Havn", "Hva"], ["body", "Ny", "Krane,/vann"]],
    ),
    "multiline without header": (
        "------- --------\nNy      Krane\n\nGamle   Ingen\n        ting\n------- --------\n",
        [["body", "Ny", "Krane"], ["body", "Gamle", "Ingen/ting"]],
    ),
    "a word that begins between columns": (
        "Fisk  Pris\n----  ----\nSei  12345\n",
        [["head", "Fisk", "Pris"], ["body", "Sei", "12345"]],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SIMPLE.values(), ids=list(SIMPLE))
def test_a_table_of_dashes_has_these_cells(text: str, expected: list[list[str]]) -> None:
    """Each line is a row in a simple table, each paragraph in a multiline one."""
    lines = lines_of(text)
    count = simple_table_lines(line.text for line in lines)
    assert told(read_simple_table(lines[:count])) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tekst\n---\nmer\n",
        "Tekst\n- - -\nmer\n",
        "Tekst\n--- ---\n\nmer\n",
        "--- ---\n\nTekst.\n",
        "-----\nTekst\n\nmer\n-----\n",
        "--- ---\na b\n\nTekst\n--- ---\nmer\n",
    ],
)
def test_these_are_no_tables(text: str) -> None:
    """Underlined headings and rules between paragraphs stay what they are."""
    assert simple_table_lines(text.split("\n")) == 0
    assert chapter_of(f"# T\n\n{text}").text == f"# T\n\n{text}"


def test_a_word_over_a_columns_edge_is_refused() -> None:
    """It would be cut in two cells."""
    text = "Fisk  Pris\n----  ----\nMakrellen 12\n"
    assert [mark.rule for mark in chapter_of(text).marks] == ["table-can-be-read"]


def test_every_word_of_a_cell_has_its_own_place() -> None:
    """A finding about a word in a cell is at its line and column, in a list and a quotation too."""
    written = (
        "# T\n\n> - I lista:\n>\n>   +------+-------------+\n>   | Sted | Grader      |\n"
        ">   +======+======+======+\n>   | Bodø | fra  | til  |\n>   | nå   |      | 21   |\n"
        ">   +------+------+------+\n>\n>   : Målt\n>   i mai. {.row-headers}\n"
    )
    chapter = chapter_of(written)
    lines = written.split("\n")
    found = {}
    for prose in (one for one in read_elements(chapter) if isinstance(one, Prose)):
        for index, letter in enumerate(prose.text):
            place = prose.at(index)
            assert place.line is not None
            if letter != " ":
                assert place.column is not None
                assert lines[place.line - 1][place.column - 1] == letter
        found[prose.text] = prose.block, prose.at(0).line
    assert found["Grader"] == ("th", 6)
    assert found["Bodø nå"] == ("td", 8)
    assert found["til 21"] == ("td", 8)
    assert found["Målt i mai."] == ("paragraph", 12)


@pytest.mark.parametrize(
    ("caption", "where"),
    [
        (": Fiskene *i* fjorden. {#tbl-fisk .row-headers}", "below"),
        ("Table: Fiskene *i* fjorden. {#tbl-fisk .row-headers}", "below"),
        (": Fiskene *i*\nfjorden. {#tbl-fisk .row-headers}", "below"),
        ("Table: Fiskene *i* fjorden. {#tbl-fisk .row-headers}", "above"),
        (": Fiskene *i* fjorden. {#tbl-fisk .row-headers}", "above"),
    ],
)
@pytest.mark.parametrize("blank", ["\n", ""])
def test_a_caption_is_above_or_below(caption: str, where: str, blank: str) -> None:
    """With a blank line between or without, on one line or two; it names the table."""
    drawn = "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n"
    both = f"{caption}\n{blank}{drawn}" if where == "above" else f"{drawn}{blank}{caption}\n"
    chapter = chapter_of(f"# T\n\n## Først\n\n{both}\nEtter.\n")
    (table,) = (one for one in read_elements(chapter) if isinstance(one, Table))
    assert table.div is not None
    assert (table.div.attributes.name, table.rows_are_headed) == ("tbl-fisk", True)
    texts = [one.text for one in read_elements(chapter) if isinstance(one, Prose)]
    assert "Fiskene i fjorden." in texts
    assert texts[-1] == "Etter."


def test_a_line_that_is_no_caption_stays_text() -> None:
    """A colon away from a table means nothing."""
    text = "# T\n\n+---+\n| a |\n+---+\n\nTekst.\n\n: ikke noe\n"
    assert ": ikke noe\n" in chapter_of(text).text


@st.composite
def tilings(draw: st.DrawFn) -> tuple[int, int, list[tuple[int, int, int, int]]]:
    """Rows, columns, and cells that fill them: row, column, height, width."""
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            free = next((at for at in range(column, columns) if (row, at) in taken), columns)
            width = draw(st.integers(1, free - column))
            height = draw(st.integers(1, rows - row))
            taken |= {(row + y, column + x) for y in range(height) for x in range(width)}
            cells.append((row, column, height, width))
    return rows, columns, cells


def _drawn(rows: int, columns: int, cells: list[tuple[int, int, int, int]]) -> str:
    """A grid of the ``cells``, each with its number in it."""
    picture = [[" "] * (columns * 4 + 1) for _ in range(rows * 2 + 1)]
    for row, column, height, width in cells:
        top, left, bottom, right = row * 2, column * 4, (row + height) * 2, (column + width) * 4
        for x in range(left, right + 1):
            for y in (top, bottom):
                picture[y][x] = "+" if picture[y][x] in "|+" or x in (left, right) else "-"
        for y in range(top, bottom + 1):
            for x in (left, right):
                picture[y][x] = "+" if picture[y][x] in "-+" or y in (top, bottom) else "|"
    for number, (row, column, _, _) in enumerate(cells):
        for place, letter in enumerate(f"{number:2}"):
            picture[row * 2 + 1][column * 4 + 1 + place] = letter
    return "\n".join("".join(line) for line in picture)


@settings(max_examples=150, deadline=None)
@given(tilings())
def test_whatever_is_drawn_is_read(
    tiling: tuple[int, int, list[tuple[int, int, int, int]]],
) -> None:
    """Each cell of a drawn grid is read with its words, in its row, as large as it is drawn."""
    rows, columns, cells = tiling
    # Lines that no cell ends at cannot be seen.
    edges = {row for row, *_ in cells}
    sides = {column for _, column, *_ in cells}
    model = read_grid(lines_of(_drawn(rows, columns, cells)))
    seen = [
        ("".join(line.text for line in cell.lines), cell.rowspan, cell.colspan)
        for row in model.rows
        for cell in row.cells
    ]
    expected = [
        (
            str(number),
            sum(row <= edge < row + height for edge in edges),
            sum(column <= side < column + width for side in sides),
        )
        for number, (row, column, height, width) in enumerate(cells)
    ]
    assert sorted(seen) == sorted(expected)


def _hostile() -> Iterator[tuple[str, str]]:
    yield "crosses", "\n".join(["+" + "-+" * 400, *(["|" + "+|" * 400] * 400)])
    yield "bars", "\n".join(["+" + "-" * 800 + "+", *(["|" * 802] * 400), "+" + "-" * 800 + "+"])
    yield "open grids", "+---+\n| a\n\n" * 4000
    yield "one long line", "+" + "-" * 200_000 + "x"
    yield "dashes", "-- --\nx\n\n" * 10_000
    yield "headers", "a b\n-- --\n" * 10_000
    yield "rules", "-----\na\n" * 10_000
    yield "tables", "<table>\n" * 20_000
    yield "cells", "<table><tr>" + "<td>a" * 20_000 + "</table>"
    yield "tags", "<table>" + '<a "' * 20_000 + "</table>"
    yield "directives", "```{list-table}\n* - a\n\n" * 5000
    yield "fields", "```{csv-table}\n" + '"a,""' * 20_000 + "\n```"
    yield "bars in a row", "|a|\n|-|\n" + "|a" * 20_000


@pytest.mark.parametrize(("name", "text"), list(_hostile()), ids=[name for name, _ in _hostile()])
def test_no_table_takes_long(name: str, text: str) -> None:
    """A text of any size and depth is read, or refused, in bounded time."""
    begun = time.process_time()
    chapter_of(f"# T\n\n{text}\n")
    assert time.process_time() - begun < 20, name
