"""A structure that is not the manuscript's: readers move by it."""

from pikepdf import Array, Name, String

from tests.seeded.defect import PdfDefect
from tests.seeded.in_manuscript.book import ONE, TWO
from tests.seeded.in_pdf.changes import attribute, put, unwrap
from tests.seeded.in_pdf.rules import HEADERS, MARKS, QUOTATION, SAYS, STRUCTURE, TABLE

HEADERS_OF_ANOTHER = Array([String("th91"), String("th88")])
HEADERS_OF_NONE = Array([String("th91"), String("th87"), String("th999")])

TREE = (
    PdfDefect(
        "A heading of another level",
        put("H2", 0, "/S", Name.H3),
        STRUCTURE,
        "## Hva havna trenger",
        ONE,
    ),
    PdfDefect(
        "A heading that is a paragraph", put("H2", 1, "/S", Name.P), STRUCTURE, "## Slik blir", ONE
    ),
    PdfDefect(
        "A paragraph that is a heading",
        put("P", 9, "/S", Name.H4),
        STRUCTURE,
        "Vi har snakket",
        ONE,
    ),
    PdfDefect(
        "A quotation that is a paragraph", unwrap("BlockQuote", 0), STRUCTURE, QUOTATION, TWO
    ),
    PdfDefect(
        "A numbered list with bullets",
        attribute("L", 1, "/ListNumbering", Name.Disc),
        STRUCTURE,
        "1. Bunnen",
        ONE,
        also=(MARKS,),
    ),
    PdfDefect(
        "A list that does not say its kind",
        attribute("L", 1, "/ListNumbering", None),
        STRUCTURE,
        "1. Bunnen",
        ONE,
    ),
    PdfDefect(
        "A caption that is part of the picture",
        put("Caption", 1, "/S", Name.P),
        SAYS,
        "Havna slik",
        TWO,
    ),
    PdfDefect(
        "A header cell that is a data cell", put("TH", 1, "/S", Name.TD), HEADERS, TABLE, TWO
    ),
    PdfDefect(
        "A cell with another cell’s headers",
        attribute("TD", 0, "/Headers", HEADERS_OF_ANOTHER),
        HEADERS,
        TABLE,
        TWO,
    ),
    PdfDefect(
        "A cell with a header that is not there",
        attribute("TD", 0, "/Headers", HEADERS_OF_NONE),
        HEADERS,
    ),
)
