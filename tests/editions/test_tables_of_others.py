"""Tables of other tools in every edition, read back: rows 15, 18 and 20 to 23 of the design."""

from pathlib import Path

import pytest

from bindery.document.model import Document, text_of
from bindery.document.read import read_document
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.readback.document.lost_words import lost_words
from bindery.rules.manuscript import RULES
from bindery.vocabulary.editions import Edition
from tests.every_edition import ALL, EDITIONS, differences, make_all
from tests.once import Once
from tests.shelf import write_book

BOOK = """\
# Tabeller

:::::: in-summary
<table><tr><th>Fugl</th></tr>

<tr><td>Skarv</td></tr></table>

+------------------------+--------+
| Sted                   | Grader |
+============+===========+=======:+
|            | lavest    | -12    |
| Målt i mai +-----------+--------+
| 1961–1990  | høyest    | 21     |
+------------+-----------+--------+

: Temperaturer. {.row-headers .wide}

+---+---+
| u | v |
|   +---+
|       |
+-------+

Right Left
----- ----
12    x

|---|---|
| en | to |

| Kort | Rad |
|------|-----|
| tre  | fire | fem |
| seks<br>sju | åtte |
::::::
"""


def _document(folder: Path) -> Document:
    publication = load(write_book(folder, BOOK, settings=ALL)).publication
    assert publication is not None
    return read_document(publication)


def test_errors_are_told_at_their_lines(tmp_path: Path) -> None:
    """The grid that is not whole, the table without headers, and the row that is too long."""
    source = read_source(_document(tmp_path).publication)
    errors = {
        (finding.rule, finding.location.line)
        for rule in RULES
        for finding in rule.find(source)
        if finding.severity == "error"
    }
    assert errors == {
        ("table-can-be-read", 18),
        ("table-has-headers", 28),
        ("table-is-whole", 33),
    }


def test_no_word_is_lost(tmp_path: Path) -> None:
    """Every letter of the grid that is not whole is code, and every other word is in a cell."""
    document = _document(tmp_path)
    assert list(lost_words(document, read_source(document.publication))) == []
    (code,) = document.body.iter("pre")
    assert "".join(code.itertext()) == "+---+---+\n| u | v |\n|   +---+\n|       |\n+-------+"
    cells = [len(list(table.iter("td", "th"))) for table in document.body.iter("table")]
    assert cells == [2, 7, 4, 2, 6]
    assert "fire | fem" in {text_of(cell) for cell in document.body.iter("td")}


@pytest.fixture(scope="module")
def made(once: Once) -> Path:
    """The folder with all editions of the book."""
    return once("tables-of-others", lambda folder: make_all(_document(folder), folder))


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
def test_every_edition_has_them_with_their_headers(
    edition: Edition, made: Path, tmp_path: Path
) -> None:
    """Words, cells, spans, and the headers of each cell are the Document's."""
    assert differences(edition, made, _document(tmp_path)) == []
