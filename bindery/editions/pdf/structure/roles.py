"""Which structure element each HTML element becomes. Read it from top to bottom."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any


class Holds(Enum):
    """What may be directly in a structure element (ISO 32005)."""

    BLOCKS = auto()
    """Paragraphs, headings, lists …; text alone is put in a paragraph."""
    ANYTHING = auto()
    """Text, or blocks, or text and then blocks."""
    TEXT = auto()
    """Text and inline elements."""
    PARTS = auto()
    """Only its own parts: rows of a table, items of a list."""


@dataclass(frozen=True, slots=True)
class StructureType:
    """A structure type, and its equivalents in PDF 1.7 and PDF 2.0.

    ``in_17`` is the standard type it is mapped to if PDF 1.7 does not have it. ``in_20`` is its
    name in PDF 2.0's namespace; empty if only PDF 1.7's namespace has it, which PDF/UA-2
    allows (ISO 14289-2, 8.2.4).
    """

    holds: Holds
    in_17: str = ""
    in_20: str = ""
    inline: bool = False


B, A, T, P = Holds.BLOCKS, Holds.ANYTHING, Holds.TEXT, Holds.PARTS

TYPES: dict[str, StructureType] = {
    # name             holds  PDF 1.7   PDF 2.0      stands in a line of text
    "Document": StructureType(B, "", "Document"),
    "Part": StructureType(B, "", "Part"),
    "Sect": StructureType(B, "", "Sect"),
    "Art": StructureType(B),
    "Div": StructureType(B, "", "Div"),
    "Aside": StructureType(B, "Sect", "Aside"),
    "BlockQuote": StructureType(B),
    "Title": StructureType(T, "P", "Title"),
    **{f"H{level}": StructureType(T, "", f"H{level}") for level in range(1, 7)},
    "P": StructureType(T, "", "P"),
    "TOC": StructureType(P),
    "TOCI": StructureType(A),
    "L": StructureType(P, "", "L"),
    "LI": StructureType(P, "", "LI"),
    "Lbl": StructureType(T, "", "Lbl"),
    "LBody": StructureType(A, "", "LBody"),
    "Table": StructureType(P, "", "Table"),
    "Caption": StructureType(A, "", "Caption"),
    "THead": StructureType(P, "", "THead"),
    "TBody": StructureType(P, "", "TBody"),
    "TFoot": StructureType(P, "", "TFoot"),
    "TR": StructureType(P, "", "TR"),
    "TH": StructureType(A, "", "TH"),
    "TD": StructureType(A, "", "TD"),
    "Index": StructureType(B),
    "FENote": StructureType(B, "Note", "FENote"),
    "Figure": StructureType(A, "", "Figure", inline=True),
    "Formula": StructureType(A, "", "Formula", inline=True),
    "Reference": StructureType(T, inline=True),
    "Link": StructureType(A, "", "Link", inline=True),
    "Span": StructureType(T, "", "Span", inline=True),
    "Em": StructureType(T, "Span", "Em", inline=True),
    "Strong": StructureType(T, "Span", "Strong", inline=True),
    "Quote": StructureType(T, inline=True),
    "Code": StructureType(T, inline=True),
}

ARTIFACT = "Artifact"
TRANSPARENT = ""
"""No element of its own: its content belongs to the element around it."""

TAGS: dict[str, str] = {
    "body": "Document",
    "main": "Part",
    "section": "Sect",
    "nav": "Sect",
    "header": "Sect",
    "footer": "Sect",
    "article": "Art",
    "aside": "Aside",
    "blockquote": "BlockQuote",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "p": "P",
    "pre": "P",
    "address": "P",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "figure": "Figure",
    "figcaption": "Caption",
    "img": "Figure",
    "svg": "Figure",
    "math": "Formula",
    "a": "Link",
    "em": "Em",
    "strong": "Strong",
    "q": "Quote",
    "code": "Code",
    "kbd": "Code",
    "samp": "Code",
    "abbr": "Span",
    "hr": ARTIFACT,
}
"""By HTML element. Elements that are not listed are transparent; with a language of their own they
are a Span, or a Div if they are blocks."""

ROLES: dict[str, str] = {
    "article": "Art",
    "blockquote": "BlockQuote",
    "caption": "Caption",
    "cell": "TD",
    "code": "Code",
    "columnheader": "TH",
    "complementary": "Aside",
    "definition": "LBody",
    "doc-backlink": "Link",
    "doc-bibliography": "Sect",
    "doc-biblioref": "Link",
    "doc-chapter": "Sect",
    "doc-endnotes": "Sect",
    "doc-footnote": "FENote",
    "doc-index": "Index",
    "doc-notice": "Aside",
    "doc-part": "Part",
    "doc-tip": "Aside",
    "doc-toc": "Sect",
    "document": "Div",
    "emphasis": "Em",
    "figure": "Figure",
    "group": "Div",
    "img": "Figure",
    "link": "Link",
    "list": "L",
    "listitem": "LI",
    "main": "Part",
    "math": "Formula",
    "none": TRANSPARENT,
    "note": "Aside",
    "paragraph": "P",
    "presentation": TRANSPARENT,
    "region": "Sect",
    "row": "TR",
    "rowgroup": "TBody",
    "rowheader": "TH",
    "separator": ARTIFACT,
    "strong": "Strong",
    "table": "Table",
    "term": "Lbl",
}
"""By ARIA role (WAI-ARIA 1.2, DPUB-ARIA 1.1), which overrides the element's name.
Roles that add nothing to the element are not listed."""

STRUCTURE = "data-structure"
"""A template's attribute for types that no HTML element has: ``data-structure="Title"``."""

CHAPTER_NUMBER = "data-chapter-number"
"""The attribute of each chapter's section in the print tree; empty if it has no number."""

SVG = "{http://www.w3.org/2000/svg}"


TABLE_PARTS = ("THead", "TBody", "TFoot", "TR", "TH", "TD", "Caption")
"""Types that occur only in tables. In a layout table these are plain divisions."""


def type_of(element: Any) -> str:
    """The structure type of an HTML element, ``ARTIFACT``, or ``TRANSPARENT``."""
    if element.get("aria-hidden") == "true":
        return ARTIFACT
    if (named := element.get(STRUCTURE, "")) in TYPES:
        return str(named)
    role = element.get("role", "")
    tag = str(element.tag).removeprefix(SVG)
    if tag in ("img", "svg") and alternative_of(element) == "":
        return ARTIFACT
    if role == "heading":
        level = element.get("aria-level", "")
        return f"H{min(6, max(1, int(level)))}" if level.isdecimal() else "H2"
    return ROLES.get(role, TAGS.get(tag, TRANSPARENT))


def alternative_of(element: Any) -> str | None:
    """An image's alternative text: empty for decoration, ``None`` if it is missing."""
    if label := element.get("aria-label"):
        return str(label)
    if str(element.tag).startswith(SVG):
        said = [element.findtext(f"{SVG}{part}") for part in ("title", "desc")]
        words = ". ".join(text.strip() for text in said if text and text.strip())
        return words or (None if element.get("role") == "img" else "")
    if element.get("role") in ("none", "presentation"):
        return ""
    alternative: str | None = element.get("alt")
    return alternative if alternative is None else " ".join(alternative.split())
