"""The forty wrong Techniques: those sown into the book of the right ones, and those sown before."""

import re
from collections.abc import Callable

from pikepdf import Dictionary, Pdf

from tests.seeded.defect import PdfDefect
from tests.seeded.in_pdf import IN_PDF
from tests.seeded.in_pdf.rules import HEADERS, SAYS, STRUCTURE, UNHEARD, WAYS_IN
from tests.seeded.in_pdf.techniques import PARTS
from tests.seeded.techniques import wrong_content as content
from tests.seeded.techniques import wrong_lists as lists
from tests.seeded.techniques.right.book import chapter_file
from tests.seeded.techniques.sowing import sown

TECHNIQUES = "techniques"
"""What the book is called in the contest."""


def _wrong(
    name: str, into: str, change: Callable[[Pdf, Dictionary], None], rule: str, *also: str
) -> PdfDefect:
    where = chapter_file(into) if into else ""
    return PdfDefect(name, sown(into, change), rule, where=where, also=also, book=TECHNIQUES)


SOWN = (
    _wrong("G2_F01 A letter without a Unicode value", "G2_04", content.letter_without_value, SAYS),
    _wrong(
        "G2_F02 A letter with a wrong Unicode value", "G2_04", content.letter_with_another, SAYS
    ),
    _wrong("G2_F03 A drawn word that is a figure", "G3_01", content.word_as_figure, SAYS),
    _wrong("G2_F04 A page that is an image", "G2_01", content.page_as_image, SAYS, WAYS_IN),
    _wrong("G3_F01 Real content without a tag", "G2_01", content.untagged, SAYS, UNHEARD),
    _wrong("G3_F03 Decoration that is a figure", "G3_02", content.decoration_as_figure, SAYS),
    _wrong("G4_F02 Lines of a paragraph backwards", "G4_03", content.lines_backwards, SAYS),
    _wrong("G4_F03 Columns read line by line", "G4_03", content.columns_line_by_line, SAYS),
    _wrong("G4_F04 A sidebar in the wrong place", "G4_04", content.sidebar_elsewhere, SAYS),
    _wrong("G4_F05 Wrong order within a marked sequence", "G4_03", content.drawn_backwards, SAYS),
    _wrong("G5_F01 A title that is a paragraph", "G5_01", content.as_type("H1", 0, "P"), STRUCTURE),
    _wrong("G5_F02 Two paragraphs that are one", "G5_02", content.joined, SAYS),
    _wrong("G5_F03 A paragraph that is two", "G5_03", content.broken("P", -1), SAYS),
    _wrong(
        "G5_F04 A paragraph over two columns that is two", "G4_03", content.broken("P", 2), SAYS
    ),
    _wrong("G5_F05 A heading of two lines that is two", "G5_04", content.broken("H1", 0), SAYS),
    _wrong(
        "G5_F06 A header cell that is a heading",
        "table",
        content.headings_in_cells("/Column"),
        STRUCTURE,
        HEADERS,
    ),
    _wrong(
        "H_F01 A heading at the top that is a paragraph",
        "H_01",
        content.as_type("H1", 0, "P"),
        STRUCTURE,
    ),
    _wrong(
        "H_F02 A heading of several lines that is two",
        "H_02",
        content.broken("H1", 0),
        SAYS,
        WAYS_IN,
    ),
    _wrong("H_F03 A paragraph that is an H2", "H_05", content.as_type("P", -1, "H2"), STRUCTURE),
    _wrong(
        "H_F04 Headings for header cells",
        "table",
        content.headings_in_cells(""),
        STRUCTURE,
        HEADERS,
    ),
    _wrong("H_F06 H beside H1 and H2", "H_03", content.as_type("H2", 0, "H"), STRUCTURE),
    _wrong("H_F07 The title is an H1, too", "", content.as_type("Title", 0, "H1"), STRUCTURE),
    _wrong("L_F02 Labels inside the bodies", "L_03", lists.labels_in_bodies, SAYS, STRUCTURE),
    _wrong("L_F06 A list that is paragraphs", "L_03", lists.list_as_paragraphs, SAYS, STRUCTURE),
    _wrong("L_F07 A list beside the body of its item", "L_05", lists.nested_beside_the_body, PARTS),
    _wrong(
        "L_F08 A paragraph between the items", "L_13", lists.paragraphs_between_items, STRUCTURE
    ),
    _wrong("L_F09 A paragraph that is an item", "L_13", lists.paragraph_as_item, SAYS, PARTS),
    _wrong(
        "L_F10 A list over two pages that is two", "L_15", lists.a_list_for_each_page, STRUCTURE
    ),
)

_NAMED_OTHERWISE = {
    "G3_F02": "A quotation that is only drawn",
    "G4_F01": "Paragraphs in the wrong order",
    "H_F05": "A heading that is a paragraph",
    "H_F08": "A heading of another level",
    "L_F03": "A list that does not say its kind",
    "L_F04": "A numbered list with bullets",
}
_IS_NAMED = re.compile(r"[GHL]\d?_F\d\d ")
_ANY = {one.name: one for one in (*IN_PDF, *SOWN)}

FORTY: dict[str, PdfDefect] = {
    **{name.partition(" ")[0]: one for name, one in _ANY.items() if _IS_NAMED.match(name)},
    **{technique: _ANY[name] for technique, name in _NAMED_OTHERWISE.items()},
}
"""The defect that is each wrong Technique."""
