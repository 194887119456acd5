"""Small changes to a finished PDF. Elements are named by their type and their number, from 0."""

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

Change = Callable[[pikepdf.Pdf], None]


def put(role: str, number: int, key: str, value: Any) -> Change:
    """Give an element the entry ``key``, or another value of it."""

    def change(pdf: pikepdf.Pdf) -> None:
        element = find(pdf, role, number)
        assert element.get(key) != value, key
        element[key] = value

    return change


def drop(role: str, number: int, key: str) -> Change:
    """Take the entry ``key`` from an element."""

    def change(pdf: pikepdf.Pdf) -> None:
        element = find(pdf, role, number)
        assert key in element, key
        del element[key]

    return change


def attribute(role: str, number: int, key: str, value: Any) -> Change:
    """Give an element's attributes another value of ``key``; take it away if there is none."""

    def change(pdf: pikepdf.Pdf) -> None:
        attributes = find(pdf, role, number)["/A"]
        assert attributes.get(key) != value, key
        if value is None:
            del attributes[key]
        else:
            attributes[key] = value

    return change


def draw_only(role: str, number: int) -> Change:
    """Let the words of an element be decoration, which is seen and never read."""

    def change(pdf: pikepdf.Pdf) -> None:
        element = find(pdf, role, number)
        for one in (element, *walk(element.get("/K", Array([])))):
            for mark in [kid for kid in kids_of(one) if not isinstance(kid, Dictionary)]:
                _as_artifact(one.Pg, int(mark))
        _among_kids(pdf, role, number, lambda _: [])

    return change


def unmark(role: str) -> Change:
    """Take away the first mark in a page that says what is drawn there: ``/Artifact``."""

    def change(pdf: pikepdf.Pdf) -> None:
        def plain(operands: Any, operator: str) -> tuple[Any, str]:
            return ([Name.Span], "BMC") if operands[0] == f"/{role}" else (operands, operator)

        remark(pdf.pages[4].obj, plain)

    return change


def _as_artifact(page: Any, mark: int) -> None:
    def decoration(operands: Any, operator: str) -> tuple[Any, str]:
        properties: Any = operands[1] if operator == "BDC" else None
        if isinstance(properties, Dictionary) and properties.get("/MCID") == mark:
            return [Name.Artifact], "BMC"
        return operands, operator

    remark(page, decoration)


def remark(page: Any, become: Callable[[Any, str], tuple[Any, str]]) -> None:
    """Change what begins marked content in a page."""
    written = []
    for step in pikepdf.parse_content_stream(pikepdf.Page(page)):
        operands, operator = step.operands, str(step.operator)
        if operator in ("BDC", "BMC"):
            operands, operator = become(operands, operator)
        written.append((operands, pikepdf.Operator(operator)))
    page.Contents.write(pikepdf.unparse_content_stream(written))


def unwrap(role: str, number: int) -> Change:
    """Put what is in an element in the element's own place."""

    def change(pdf: pikepdf.Pdf) -> None:
        def kids(element: Dictionary) -> list[Any]:
            inside = kids_of(element)
            for kid in inside:
                kid.P = element.P
            return inside

        _among_kids(pdf, role, number, kids)

    return change


def swap(role: str, number: int) -> Change:
    """Let an element be read after the one that follows it."""

    def change(pdf: pikepdf.Pdf) -> None:
        element = find(pdf, role, number)
        kids = [*element.P.K]
        at = next(place for place, kid in enumerate(kids) if is_one(kid, element))
        kids[at : at + 2] = kids[at + 1], kids[at]
        element.P.K = Array(kids)

    return change


def catalogue(key: str, value: Any) -> Change:
    """Say another thing of the whole PDF; nothing, if there is no value."""

    def change(pdf: pikepdf.Pdf) -> None:
        if value is None:
            del pdf.Root[key]
        else:
            pdf.Root[key] = value

    return change


def title(name: str) -> Change:
    """Give the PDF another title, in both places where it has one."""

    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(update_docinfo=True) as metadata:
            metadata["dc:title"] = name

    return change


def link_uri(old: str, new: str) -> Change:
    """Let the link to the web address ``old`` lead to another."""

    def change(pdf: pikepdf.Pdf) -> None:
        (link,) = (one for one in _links(pdf) if one.get("/A", {}).get("/URI") == old)
        link["/A"]["/URI"] = String(new)

    return change


def lead(number: int, other: int) -> Change:
    """Let a link lead where another one does. Links are counted as they stand in the pages."""

    def change(pdf: pikepdf.Pdf) -> None:
        links = [*_links(pdf)]
        links[number]["/A"] = links[other]["/A"]

    return change


def bookmarks(edit: Callable[[list[OutlineItem]], None]) -> Change:
    """Change the list of bookmarks."""

    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            edit(outline.root)

    return change


def every(pdf: pikepdf.Pdf, role: str) -> list[Dictionary]:
    """The elements of a type, as they are read."""
    return [one for one in walk(pdf.Root.StructTreeRoot.K) if f"/{role}" == one.S]


def find(pdf: pikepdf.Pdf, role: str, number: int) -> Dictionary:
    """One element."""
    return every(pdf, role)[number]


def inside(element: Dictionary, role: str) -> list[Dictionary]:
    """The elements of a type in another element, as they are read."""
    return [one for one in walk(element.get("/K", Array([]))) if f"/{role}" == one.S]


def walk(kids: Any) -> Iterator[Dictionary]:
    """All elements in ``kids`` and below, as they are read."""
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from walk(kid.get("/K", Array([])))


def _among_kids(
    pdf: pikepdf.Pdf, role: str, number: int, become: Callable[[Dictionary], list[Any]]
) -> None:
    element = find(pdf, role, number)
    parent = element.P
    kids: list[Any] = []
    for kid in kids_of(parent):
        kids += become(element) if is_one(kid, element) else [kid]
    parent.K = Array(kids)


def kids_of(element: Any) -> list[Any]:
    """What is in an element."""
    return [*element.K] if isinstance(element.K, Array) else [element.K]


def is_one(one: Any, other: Dictionary) -> bool:
    """Whether both are the same object of the file."""
    return isinstance(one, Dictionary) and one.objgen == other.objgen


def _links(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        yield from (one for one in page.get("/Annots", Array([])) if one.Subtype == Name.Link)
