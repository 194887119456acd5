"""Words that a listener does not get, or gets wrong."""

from tests.seeded.defect import PdfDefect
from tests.seeded.in_manuscript.book import ONE, TWO
from tests.seeded.in_pdf.changes import draw_only, drop, put, swap, unmark
from tests.seeded.in_pdf.rules import (
    DESCRIBED,
    DRAWINGS,
    EXPANSION,
    MAP,
    PHOTO,
    QUOTATION,
    SAYS,
    SPEED,
    UNHEARD,
)

TWICE = "Jeg har seilt hit i tretti år, og havna er alltid rolig. " * 2

WORDS = (
    PdfDefect("A figure without a text", drop("Figure", 1, "/Alt"), DESCRIBED, MAP, TWO),
    PdfDefect(
        "A garbled text of a figure",
        put("Figure", 0, "/Alt", "Skip ved kaia i morgenlÃ¸s"),
        DESCRIBED,
        PHOTO,
        ONE,
    ),
    PdfDefect(
        "A figure with another’s text",
        put("Figure", 1, "/Alt", "Skip ved kaia i morgenlys"),
        DESCRIBED,
        MAP,
        TWO,
    ),
    PdfDefect("A formula without words", drop("Formula", 0, "/Alt"), DESCRIBED, SPEED, TWO),
    PdfDefect(
        "A formula read as its markup",
        put("Formula", 0, "/Alt", "v = s / t"),
        DESCRIBED,
        SPEED,
        TWO,
    ),
    PdfDefect("A quotation that is only drawn", draw_only("BlockQuote", 0), SAYS, QUOTATION, TWO),
    PdfDefect(
        "A sentence that is read twice", put("P", 24, "/ActualText", TWICE), SAYS, QUOTATION, TWO
    ),
    PdfDefect("Paragraphs in the wrong order", swap("BlockQuote", 0), SAYS, "The harbour", TWO),
    PdfDefect(
        "Other words for a listener",
        put("LBody", 0, "/ActualText", "grunnere vann ved kaia"),
        SAYS,
        "- dypere vann",
        ONE,
    ),
    PdfDefect(
        "A number that is read wrong", put("TD", 0, "/ActualText", "13"), SAYS, "| Måned", TWO
    ),
    PdfDefect("A folio that is not decoration", unmark("Artifact"), UNHEARD, also=(DRAWINGS,)),
    PdfDefect(
        "An abbreviation that is not expanded",
        drop("Span", 0, "/E"),
        EXPANSION,
        "Det er [NGU]",
        ONE,
    ),
    PdfDefect(
        "An abbreviation that is expanded wrongly",
        put("Span", 0, "/E", "Norges geografiske undersøkelse"),
        EXPANSION,
        "Det er [NGU]",
        ONE,
    ),
)
