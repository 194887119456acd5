"""Defects that no rule of ours finds yet, and the rule that ought to.

When a rule learns to see one, its test fails, and the defect moves to the others.
"""

from pikepdf import Name

from tests.seeded.defect import AnyDefect, Defect, PdfDefect
from tests.seeded.in_manuscript.book import TWO
from tests.seeded.in_pdf.changes import attribute, put
from tests.seeded.in_pdf.rules import HEADERS, NOTES

MISSED: tuple[AnyDefect, ...] = (
    Defect(
        "A caption that tells by colour alone",
        TWO,
        "Havna slik den er i dag.",
        "De røde kaiene er i bruk i dag.",
        "colour-is-not-alone",
    ),
    PdfDefect("A note’s way back that is no link", put("Link", 8, "/S", Name.Span), NOTES),
    PdfDefect("A header of the wrong direction", attribute("TH", 1, "/Scope", Name.Row), HEADERS),
)
