"""One structure element for one HTML element, however it is broken."""

from collections import Counter
from pathlib import Path

import pytest

from bindery.finished.pdf.tagged import FinishedPdf
from bindery.vocabulary.errors import PipelineError
from tests.editions.structure.laid import LOREM, heard

ROWS = "".join(f"<tr><th scope='row'>By {n}</th><td>{n}</td></tr>" for n in range(60))
TABLE = f"<table><thead><tr><th>By</th><th>Tall</th></tr></thead><tbody>{ROWS}</tbody></table>"


def roles(pdf: FinishedPdf) -> Counter[str]:
    """How many there are of each structure type."""
    return Counter(element.role for element in pdf.elements)


def test_a_paragraph_over_pages_is_one(tmp_path: Path) -> None:
    """It is heard to its end, with all its words in order."""
    pdf = heard(tmp_path, f"<p>{LOREM * 20}</p>")
    assert len(pdf.pages) > 2
    assert roles(pdf) == {"Document": 1, "P": 1}
    assert pdf.roots[0].text == (LOREM * 20).strip()


def test_a_paragraph_with_emphasis_over_pages_keeps_its_order(tmp_path: Path) -> None:
    """Words in italics stay between the words around them."""
    pdf = heard(tmp_path, f"<p>{f'{LOREM}<em>Så.</em> ' * 12}</p>")
    assert len(pdf.pages) > 2
    assert roles(pdf) == {"Document": 1, "P": 1, "Span": 12}
    assert pdf.roots[0].text == (f"{LOREM}Så. " * 12).strip()


def test_a_list_over_pages_is_one(tmp_path: Path) -> None:
    """The number of items that a listener is told is the list's."""
    pdf = heard(tmp_path, f"<ul>{f'<li>{LOREM}</li>' * 20}</ul>")
    assert len(pdf.pages) > 2
    counted = roles(pdf)
    assert (counted["L"], counted["LI"], counted["Lbl"], counted["LBody"]) == (1, 20, 20, 20)


def test_a_table_over_pages_is_one_and_its_head_is_heard_once(tmp_path: Path) -> None:
    """The head that is printed again on each page is for the eye."""
    pdf = heard(tmp_path, TABLE)
    pages = len(pdf.pages)
    assert pages > 3
    counted = roles(pdf)
    assert (counted["Table"], counted["THead"], counted["TR"], counted["TH"]) == (1, 1, 61, 62)
    assert sum("By" in page.furniture[0] for page in pdf.pages if page.furniture) == pages - 1


def test_every_cell_has_its_headers_on_every_page(tmp_path: Path) -> None:
    """The last cell names the same column head as the first."""
    pdf = heard(tmp_path, TABLE)
    cells = [element for element in pdf.elements if element.role == "TD"]
    assert pdf.header_texts(cells[0]) == ("By 0", "Tall")
    assert pdf.header_texts(cells[-1]) == ("By 59", "Tall")


@pytest.mark.parametrize("columns", [2, 3])
def test_a_paragraph_over_columns_is_one(tmp_path: Path, columns: int) -> None:
    """Columns are read one after the other."""
    pdf = heard(tmp_path, f"<div><p>{LOREM * 8}</p></div>", f"div {{ columns: {columns} }}")
    assert roles(pdf) == {"Document": 1, "P": 1}
    assert pdf.roots[0].text == (LOREM * 8).strip()


def test_a_float_keeps_its_place_in_the_document(tmp_path: Path) -> None:
    """What stands to the side is heard where it is written, though it is drawn last."""
    body = "<p>ett</p><div style='float: right'><p>to</p></div><p>tre</p>"
    assert heard(tmp_path, body).roots[0].text == "etttotre"


def test_no_element_stands_for_a_line(tmp_path: Path) -> None:
    """A long text adds content, and no structure."""
    short, long = (heard(tmp_path, f"<p>{LOREM * n}</p>") for n in (1, 30))
    assert len(short.elements) == len(long.elements)


def test_text_that_is_half_transparent_is_heard(tmp_path: Path) -> None:
    """It is drawn as a group of its own, and still belongs to its paragraph."""
    pdf = heard(tmp_path, "<p>klar</p><p style='opacity: 0.5'>dis</p><p>klar</p>")
    assert [child.text for child in pdf.roots[0].children] == ["klar", "dis", "klar"]
    assert pdf.untagged == ()


def test_what_is_nested_too_deep_is_said_in_a_sentence(tmp_path: Path) -> None:
    """WeasyPrint lays out blocks in blocks one inside the other, and Python has an end of that."""
    with pytest.raises(PipelineError, match="nested far too many times"):
        heard(tmp_path, "<blockquote>" * 400 + "<p>x</p>" + "</blockquote>" * 400)
