"""A change to a PDF for each argument that shows a condition of Matterhorn: then it must fall."""

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.seeded.in_pdf.changes import (
    Change,
    attribute,
    draw_only,
    every,
    find,
    is_one,
    kids_of,
    lead,
    put,
    remark,
    swap,
)


def _tag_the_folio(pdf: pikepdf.Pdf) -> None:
    """Let a page number be read as a part of the text."""
    page = pdf.pages[4].obj
    seen: list[Any] = []

    def become(operands: Any, operator: str) -> tuple[Any, str]:
        if operands[0] == "/Artifact" and not seen and "Pagination" in str(operands[-1]):
            seen.append(operands)
            return [Name.P, Dictionary(MCID=900)], "BDC"
        return operands, operator

    remark(page, become)
    assert seen
    paragraph = find(pdf, "P", 9)
    paragraph.K = Array([*kids_of(paragraph), Dictionary(Type=Name.MCR, Pg=page, MCID=900)])


def _furniture(kind: Dictionary) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:

            def become(operands: Any, operator: str) -> tuple[Any, str]:
                is_head = operands[0] == "/Artifact" and "Pagination" in str(operands[-1])
                return ([Name.Artifact, kind], "BDC") if is_head else (operands, operator)

            remark(page.obj, become)

    return change


def _role(name: str, role: Name) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        tree: Any = pdf.Root.StructTreeRoot
        tree.RoleMap[f"/{name}"] = role

    return change


def _seventh_level(pdf: pikepdf.Pdf) -> None:
    _role("H7", Name.H6)(pdf)
    find(pdf, "H3", 0).S = Name.H7


def _link_a_wordless_figure(pdf: pikepdf.Pdf) -> None:
    figure, link = every(pdf, "Figure")[-1], find(pdf, "Link", 0)
    figure.Alt = String("")
    figure.P.K = Array([one for one in kids_of(figure.P) if not is_one(one, figure)])
    link.K = Array([*kids_of(link), figure])
    figure.P = link


def _annotation(subtype: Name) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        comment = Dictionary(Type=Name.Annot, Subtype=subtype, Rect=Array([0, 0, 9, 9]))
        page = pdf.pages[4].obj
        page.Annots = Array([*page.get("/Annots", Array()), pdf.make_indirect(comment)])

    return change


def _font_without_a_licence(pdf: pikepdf.Pdf) -> None:
    font = next(one for one in pdf.objects if "/FontName" in _keys(one))
    font.FontName = Name("/ABCDEF+ForSale-Regular")


def _keys(thing: Any) -> Any:
    return thing.keys() if isinstance(thing, Dictionary) else ()


SEEDS: tuple[tuple[str, Callable[[pikepdf.Pdf], None], frozenset[str]], ...] = tuple(
    (name, change, frozenset(conditions.split()))
    for name, change, conditions in (
        ("A page number is read", _tag_the_folio, "01-001"),
        ("A paragraph is decoration", draw_only("P", 9), "01-002"),
        ("A paragraph is a heading", put("P", 9, "/S", Name.H4), "01-006 09-002 09-003"),
        ("A type that bindery has not", put("P", 9, "/S", Name.Private), "01-006 09-002 09-003"),
        ("An aside is explained as a note", _role("Aside", Name.Note), "02-002"),
        ("Two paragraphs change places", swap("P", 9), "09-001"),
        ("Pieces of brackets", put("P", 9, "/ActualText", String("\u239b x")), "12-001"),
        ("A figure is text", put("Figure", 1, "/S", Name.Span), "13-001 13-006"),
        ("A linked image without words", _link_a_wordless_figure, "13-002"),
        ("A caption is a paragraph", put("Caption", 1, "/S", Name.P), "13-003"),
        ("A figure is replaced", put("Figure", 1, "/ActualText", String("Kart")), "13-005"),
        ("A heading of level seven", _seventh_level, "14-004 14-005"),
        (
            "A cell with another’s headers",
            attribute("TD", 0, "/Headers", Array([String("th1")])),
            "15-005",
        ),
        (
            "Other bullets than the drawn",
            attribute("L", 0, "/ListNumbering", Name.Square),
            "16-001 16-002",
        ),
        (
            "A numbered list with bullets",
            attribute("L", 1, "/ListNumbering", Name.Disc),
            "16-001 16-002",
        ),
        (
            "Running heads are layout",
            _furniture(Dictionary(Type=Name.Layout)),
            "18-001 18-002",
        ),
        ("A note leads to another", lead(8, 13), "19-001 19-002"),
        ("A field to fill in", _annotation(Name.Widget), "24-001"),
        (
            "A line to write on",
            put("P", 9, "/ActualText", String("Navn: _____")),
            "24-001",
        ),
        ("A comment", _annotation(Name.Text), "28-001 28-003"),
        ("A font without a licence", _font_without_a_licence, "31-010"),
    )
)
"""What is changed, and the conditions that are no longer shown then."""
