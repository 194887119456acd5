"""Faults of the PDF Association's Techniques, and others that a tool leaves in a finished PDF.

A name that begins with a number such as G1_F01 is that of the Technique's wrong example.
"""

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.seeded.defect import PdfDefect
from tests.seeded.in_pdf.changes import attribute, every, find, put
from tests.seeded.in_pdf.rules import (
    AGREE,
    DRAWINGS,
    MARKS,
    NAME_THEIR_PAGE,
    SAYS,
    STRUCTURE,
    WAYS_IN,
)

TYPES = "pdf-types-are-known"
PARTS = "pdf-parts-fit-together"
TABS = "pdf-tab-order-is-the-texts"


def _draw(pdf: Pdf) -> None:
    pdf.pages[3].contents_add(pdf.make_stream(b"q 72 72 m 300 72 l S Q"))


def _by_rows(pdf: Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page.obj:
            page.obj.Tabs = Name.R


def _untabbed(pdf: Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page.obj:
            del page.obj["/Tabs"]


def _describe(pdf: Pdf) -> None:
    links = [one for page in pdf.pages for one in page.obj.get("/Annots", Array([]))]
    links[1].Contents = String("Hva havna trenger, side 7")


def _click_here(pdf: Pdf) -> None:
    links: list[Any] = [one for page in pdf.pages for one in page.obj.get("/Annots", Array([]))]
    (link,) = (one for one in links if "aarsmelding" in str(one.get("/A", {}).get("/URI", "")))
    link.Contents = String("Klikk her")


def _refer(pdf: Pdf) -> None:
    first, *_, last = (one for one in every(pdf, "Reference") if _refers_to_note(one))
    first.Ref = last.Ref


def _refers_to_note(one: Dictionary) -> bool:
    return any(other.S in ("/Note", "/FENote") for other in one.get("/Ref", Array([])))


def _wrong_page(pdf: Pdf) -> None:
    entry = find(pdf, "TOCI", 1)
    element = entry
    while str(element.S) != "/Link":
        kids = element.K if isinstance(element.K, Array) else [element.K]
        element = next(kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid)
    element.ActualText = String("Hva havna trenger 5")


def _comment(pdf: Pdf) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 20, 20], Contents="Stemmer dette?"
    )
    page = pdf.pages[3].obj
    page.Annots = Array([*page.get("/Annots", Array([])), pdf.make_indirect(note)])


TECHNIQUES = (
    PdfDefect(
        "G1_F01 A heading of an own type",
        put("H2", 0, "/S", Name.Mellomtittel),
        TYPES,
        also=(STRUCTURE,),
    ),
    PdfDefect(
        "G3_F04 A line that is neither tagged nor decoration",
        _draw,
        DRAWINGS,
    ),
    PdfDefect("G4_F06 The Tab key goes by rows", _by_rows, TABS),
    PdfDefect("G4_F07 No order for the Tab key", _untabbed, TABS),
    PdfDefect(
        "L_F01 Square for round bullets", attribute("L", 0, "/ListNumbering", Name.Square), MARKS
    ),
    PdfDefect("L_F05 A paragraph for the body of an item", put("LBody", 0, "/S", Name.P), PARTS),
    PdfDefect(
        "An item that is a paragraph", put("LI", 0, "/S", Name.P), PARTS, also=(STRUCTURE, SAYS)
    ),
    PdfDefect("A row that is a section", put("TR", 0, "/S", Name.Sect), PARTS),
    PdfDefect("A link described with another page", _describe, NAME_THEIR_PAGE),
    PdfDefect("A link described as “click here”", _click_here, NAME_THEIR_PAGE),
    PdfDefect("Contents with another page", _wrong_page, NAME_THEIR_PAGE, also=(WAYS_IN,)),
    PdfDefect("A note’s number that refers to another note", _refer, AGREE),
    PdfDefect("A colleague’s comment left in", _comment, "pdf-has-no-comments"),
)
