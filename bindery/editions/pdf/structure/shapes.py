"""Structure elements that need more than their content: lists, figures, links, notes."""

from typing import Any

from bindery.editions.pdf.structure.roles import Holds, alternative_of
from bindery.editions.pdf.structure.struct_elements import Item, StructElem, held
from bindery.editions.pdf.structure.tables import table
from bindery.editions.pdf.structure.tree_builder import Builder, Shape

_NUMBERING = {
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
}
"""``ListNumbering`` (ISO 32000-1, table 347) by CSS's ``list-style-type``.

Bullets of another shape, such as a dash, have a value in PDF 2.0 alone: ``Unordered``.
"""

TOC = "doc-toc"


def _around(builder: Builder, element: Any) -> list[Any]:
    """The elements around ``element``, nearest first."""
    found = []
    while (element := builder.parents.get(element)) is not None:
        found.append(element)
    return found


def _in_contents(builder: Builder, element: Any) -> bool:
    return any(one.get("role") == TOC for one in _around(builder, element))


def _list(builder: Builder, element: Any) -> list[Item]:
    if _in_contents(builder, element):
        return builder.finished(builder.make("TOC", element, builder.children(element)))
    if element.tag == "dl":
        return _definitions(builder, element)
    items = builder.children(element)
    made = builder.make("L", element, items)
    labelled = any(builder.marker(item) for item in element)
    style = next((builder.markers.get(builder.numbers[item], "") for item in element), "")
    # The styles with parentheses count as those that they extend: ``lower-alpha-paren``.
    plain = style.removesuffix("s").removesuffix("-paren")
    numbering = _NUMBERING.get(plain, "Decimal" if element.tag == "ol" else "Unordered")
    made.set("List", ListNumbering=numbering if labelled else "None")
    return builder.finished(made)


def _item(builder: Builder, element: Any) -> list[Item]:
    """A list item's label and body (ISO 32000-2, 14.8.4.8.3), or an entry in the contents."""
    kids: list[Item] = []
    if marker := builder.marker(element):
        kids.append(builder.make("Lbl", element, marker))
    content = builder.children(element)
    if _in_contents(builder, element):
        return builder.finished(builder.make("TOCI", element, [*kids, *content]))
    notes = builder.parents.get(builder.parents.get(element))
    if notes is not None and notes.get("role") == "doc-endnotes":
        # The number is the note's label, as in a footnote.
        kids, content = [], [_note_of(builder, element, [*kids, *content])]
    body = builder.make("LBody", element, content)
    kids += builder.finished(body)
    return builder.finished(builder.make("LI", element, kids))


def _aside(builder: Builder, element: Any) -> list[Item]:
    """An aside; one directly in another is in a section of its own (ISO 32005, table 5)."""
    made = builder.make("Aside", element, builder.children(element))
    made.kids = [
        builder.make("Sect", element, [kid])
        if isinstance(kid, StructElem) and kid.type == "Aside"
        else kid
        for kid in made.kids
    ]
    return builder.finished(made)


def _definitions(builder: Builder, element: Any) -> list[Item]:
    """Terms with their definitions: one list item for each group of them."""
    groups: list[list[Item]] = []
    last = ""
    for child in (part for one in element for part in ([one] if one.tag != "div" else one)):
        if not groups or (child.tag == "dt" and last != "dt"):
            groups.append([])
        groups[-1] += builder.build(child)
        last = child.tag
    made = builder.make(
        "L", element, [StructElem("LI", kids=held(Holds.PARTS, one)) for one in groups if one]
    )
    made.set("List", ListNumbering="Description")
    return builder.finished(made)


def _image(builder: Builder, element: Any, kind: str = "Figure") -> list[Item]:
    """An image, with its alternative text and its position (14.8.5.4.3, ``BBox``)."""
    made = builder.make(kind, element, builder.own(element))
    made.alternative = alternative_of(element)
    made.mathml = element.get("data-mathml", "")
    if extent := builder.extents.get(builder.numbers[element]):
        made.set("Layout", BBox=extent)
    return builder.finished(made)


def _figure(builder: Builder, element: Any) -> list[Item]:
    """An image with its caption as one element, followed by whatever else is in the figure."""
    if element.tag != "figure":
        return _image(builder, element)
    items = builder.children(element)
    images = [item for item in items if _is(item, "Figure")]
    captions = [item for item in items if _is(item, "Caption")]
    if len(images) != 1:
        return _other_figure(builder, element, items)
    image, *_ = images
    assert isinstance(image, StructElem)
    others = [item for item in items if item not in captions and item is not image]
    caption_first = bool(captions) and items.index(captions[0]) < items.index(image)
    kids = [*captions, *image.kids] if caption_first else [*image.kids, *captions]
    made = builder.make("Figure", element, kids)
    made.alternative, made.attributes = image.alternative, image.attributes
    if image.language:
        made.language = image.language
        for caption in captions:
            if isinstance(caption, StructElem) and not caption.language:
                caption.language = builder.language
    return [*builder.finished(made), *others]


def _other_figure(builder: Builder, element: Any, items: list[Item]) -> list[Item]:
    """A figure of a table moves its caption into the table; other figures are a division.

    That of several images, or of code, is a section, as a division has no caption (ISO 14289-2,
    8.2.5.27).
    """
    images = [item for item in items if _is(item, "Figure")]
    captioned = len(images) > 1 or element.find("pre") is not None
    tables = [item for item in items if _is(item, "Table")]
    for item in items:
        if isinstance(item, StructElem) and item.type == "Caption":
            if len(tables) == 1 and isinstance(tables[0], StructElem):
                tables[0].kids.insert(0, item)
                items = [one for one in items if one is not item]
            elif not captioned:
                item.type = "P"
    return builder.finished(builder.make("Sect" if captioned else "Div", element, items))


def _is(item: Item, kind: str) -> bool:
    return isinstance(item, StructElem) and item.type == kind


def _formula(builder: Builder, element: Any) -> list[Item]:
    return _image(builder, element, "Formula")


_REFERENCES = ("doc-noteref", "doc-biblioref")
"""Roles of links that are in a Reference."""


def _link(builder: Builder, element: Any) -> list[Item]:
    """One link, whatever its content and line breaks, with its active area on each page."""
    items = builder.children(element)
    target = element.get("href", "")
    if not target or not items:
        return items
    made = builder.make("Link", element, items)
    images = [kid for kid in made.kids if isinstance(kid, StructElem) and kid.type == "Figure"]
    if len(images) == len(made.kids):
        made.alternative = " ".join(image.alternative or "" for image in images) or None
    made.kids += builder.links.get(builder.numbers[element], [])
    made.target = target
    if not _in_contents(builder, element) and element.get("role") not in _REFERENCES:
        return [made]
    reference = builder.make("Reference", element, [made])
    reference.refers_to = (target.removeprefix("#"),)
    return [reference]


def _note(builder: Builder, element: Any) -> list[Item]:
    """A footnote: its label, then its text. It is added after its paragraph."""
    waiting, builder.notes = builder.notes, []
    made = _note_of(builder, element, builder.children(element))
    builder.notes = [*waiting, made, *builder.notes]
    return []


def _note_of(builder: Builder, element: Any, content: list[Item]) -> StructElem:
    """A note that its reference refers to, and that refers back."""
    made = builder.make("FENote", element, content)
    made.id = element.get("id") or f"note{builder.numbers[element]}"
    back = (a for a in element.iter("a") if a.get("role") == "doc-backlink")
    made.refers_to = tuple(a.get("href", "").removeprefix("#") for a in back)
    builder.by_id[made.id] = made
    return made


def _abbreviation(builder: Builder, element: Any) -> list[Item]:
    items = builder.children(element)
    if not element.get("title") or not items or element.tag != "abbr":
        return items
    made = builder.make("Span", element, items)
    made.expansion = element.get("title")
    return [made]


SHAPES: dict[str, Shape] = {
    "L": _list,
    "LI": _item,
    "Figure": _figure,
    "Formula": _formula,
    "Aside": _aside,
    "Link": _link,
    "FENote": _note,
    "Span": _abbreviation,
    "Table": table,
}
