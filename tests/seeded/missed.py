"""Defects that no rule of ours finds yet, and the rule that ought to.

When a rule learns to see one, its test fails, and the defect moves to the others.
"""

from pikepdf import Name, OutlineItem

from tests.seeded.defect import PdfDefect
from tests.seeded.in_pdf.changes import attribute, bookmarks, put
from tests.seeded.in_pdf.rules import HEADERS, NOTES, WAYS_IN


def _turn(marks: list[OutlineItem]) -> None:
    marks[1], marks[2] = marks[2], marks[1]


MISSED: tuple[PdfDefect, ...] = (
    PdfDefect("Bookmarks in the wrong order", bookmarks(_turn), WAYS_IN),
    PdfDefect("A note’s way back that is no link", put("Link", 8, "/S", Name.Span), NOTES),
    PdfDefect("A header of the wrong direction", attribute("TH", 1, "/Scope", Name.Row), HEADERS),
)
