"""The transcript says what is heard of a PDF, an e-book or a page, and is accessible itself."""

from io import BytesIO
from pathlib import Path

import lxml.html
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from bindery.finished.opened import opened
from bindery.finished.pdf.read import read_pdf
from bindery.pipeline.listen import TRANSCRIPT, listen
from bindery.reports.transcript.heard import Block, Cell, Part, headers_of
from bindery.reports.transcript.of_html import blocks_of_pages
from bindery.reports.transcript.of_pdf import blocks_of_pdf
from bindery.reports.transcript.transcript_page import transcript_page
from bindery.vocabulary.editions import HTML_TYPE, PDF
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text
from tests.shelf import document_of, maker_of, workshop_for

PAGE = """<!DOCTYPE html><html lang="nb"><head><title>A</title></head><body><main>
<h1>Havna</h1><p>Et <a href="#b">sted</a> <span lang="en">to sleep</span><span hidden>nei</span></p>
<ul><li>én</li><li>to</li></ul><img src="a.png" alt="Et skip"><img src="b.png">
<table><caption>Tall</caption><tr><th scope="col">Måned</th><th scope="col">Skip</th></tr>
<tr><th scope="row">Mai</th><td>31</td></tr></table></main></body></html>"""


def said(blocks: list[Block]) -> list[str]:
    """Each block on a line, in English."""
    return [
        f"{block.role.en}: {' '.join(block.text.split())}"
        + "".join(f" ({fact.en})" for fact in block.facts)
        for block in blocks
    ]


def test_a_page_is_heard_by_its_elements(tmp_path: Path) -> None:
    """Roles, levels, counts, alternatives and headers are said, hidden words are not."""
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    blocks = list(blocks_of_pages(opened(tmp_path / "a.html", HTML_TYPE)))
    assert said(blocks) == [
        "Main content: ",
        "Heading, level 1: Havna",
        "Paragraph: Et sted to sleep",
        "List:  (2 items)",
        "Item: én",
        "Item: to",
        "Text: Et skip",
        "Table:  (2 rows)",
        "Caption: Tall",
        "Header cell: Måned",
        "Header cell: Skip",
        "Header cell: Mai",
        "Cell: 31 (headers: Skip, Mai)",
    ]
    paragraph = blocks[2]
    assert [part.language for part in paragraph.parts if part.text == "to sleep"] == ["en"]
    assert [part.role.en for part in paragraph.parts if part.role] == ["link to #b"]


def _pdf() -> bytes:
    """A PDF of one page: a heading, a form field, a stamp outside all tags, a comment."""
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=(300, 300))
    page = pdf.pages[0]
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    page.obj.Resources = Dictionary(Font=Dictionary(F=font))
    page.contents_add(
        pdf.make_stream(
            b"/H1 <</MCID 0>> BDC BT /F 9 Tf (Skjema) Tj ET EMC BT /F 9 Tf (KLADD) Tj ET"
        )
    )
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T="navn",
            TU="Navnet ditt",
            V="Kari",
            Rect=[0, 0, 9, 9],
        )
    )
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents="Sjekk")
    page.obj.Annots = Array([field, pdf.make_indirect(note)])
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    heading = pdf.make_indirect(Dictionary(S=Name.H1, P=root, Pg=page.obj, K=0))
    form = pdf.make_indirect(
        Dictionary(S=Name.Form, P=root, Pg=page.obj, K=Dictionary(Type=Name.OBJR, Obj=field))
    )
    root.K = Array([heading, form])
    pdf.Root.StructTreeRoot = root
    pdf.Root.Lang = String("nb")
    written = BytesIO()
    pdf.save(written)
    return written.getvalue()


def test_a_pdf_is_heard_by_its_tags() -> None:
    """Fields say their name and value; what has no tag, and what others wrote, is told last."""
    assert said(list(blocks_of_pdf(read_pdf(_pdf())))) == [
        "Heading, level 1: Skjema",
        "Text field: Navnet ditt (filled in: Kari)",
        "Not tagged: KLADD",
        "Comment: Sjekk",
    ]


def test_a_cell_has_the_headers_of_its_line_and_those_it_names() -> None:
    """Merged headers count for each cell they stand over."""
    top = [Cell("", False), Cell("Skip", True, "column", columns=2)]
    row = [Cell("Mai", True, "row"), Cell("3", False), Cell("4", False, named=("Fly",))]
    assert [*headers_of([top, row])] == [(), (), (), ("Skip", "Mai"), ("Fly",)]


def test_the_page_is_accessible_and_marks_differences() -> None:
    """One h1, no level skipped, unique ids, language on every word, links both ways."""
    role = Text(nb="Avsnitt", en="Paragraph")
    blocks = [Block(role, (Part("Havna er rolig", "nb"),), page) for page in ("1", "2")]
    message = Text(nb="I manuset står «Havna er rolig».", en="In the manuscript: “Havna er rolig”.")
    finding = Finding("a", Severity.ERROR, Location("x.md", 3), message, message)
    root = lxml.html.document_fromstring(transcript_page("a.pdf", blocks, [finding], "en"))
    assert root.get("lang") == "en"
    assert len(root.findall(".//h1")) == 1
    assert root.findtext(".//title") == "How a.pdf sounds"
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {str(one)[1:] for one in root.xpath("//a/@href")} <= set(ids)
    assert [mark.text_content() for mark in root.iter("mark")] == ["difference 1"]
    assert root.xpath("//*[@id='linje-0']//*[@lang='nb']")


def test_signs_that_no_page_can_have_are_left_out() -> None:
    """A PDF can hold any code; the page is still written."""
    role = Text(nb="Avsnitt", en="Paragraph")
    page = transcript_page(
        "a.pdf", [Block(role, (Part("a\x00\x0b\ufffeb", "nb"),), "1")], None, "nb"
    )
    assert "ab" in page.decode()


def test_a_file_that_is_no_edition_is_refused(tmp_path: Path) -> None:
    """A sentence, and no file."""
    (tmp_path / "a.pdf").write_bytes(b"nei")
    for name in ("a.pdf", "b.pdf", "c.txt"):
        with pytest.raises(PipelineError):
            listen(tmp_path / name, None, tmp_path / "ut", "nb")
    assert not (tmp_path / "ut" / TRANSCRIPT).exists()


def test_the_transcript_of_a_page_is_written(tmp_path: Path) -> None:
    """Beside no book, it is not compared."""
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    said = listen(tmp_path / "a.html", None, tmp_path / "ut", "nb")
    assert TRANSCRIPT in said.en
    assert "ikke sammenlignet" in (tmp_path / "ut" / TRANSCRIPT).read_text(encoding="utf-8")


@pytest.mark.slow
def test_terms_are_apart_and_links_lead_to_titles(tmp_path: Path) -> None:
    """Two terms of an item are two; a chapter is called by its title, not by all of its words."""
    document = document_of(
        tmp_path,
        "# En\n\n::: key-message\nKort.\n:::\n\nSe [neste](02.md).\n",
        "# To dager\n\nPer, leder\nKari, nestleder\n: Innledet.\n",
    )
    made = maker_of(PDF).make(document, workshop_for(document, tmp_path), {})
    (tmp_path / "bok.pdf").write_bytes(made.content)
    blocks = list(blocks_of_pdf(read_pdf(tmp_path / "bok.pdf")))
    assert any(one.startswith("Item: Per, leder Kari, nestleder Innledet.") for one in said(blocks))
    led = {part.role.en for block in blocks for part in block.parts if part.role is not None}
    assert "link to To dager" in led
