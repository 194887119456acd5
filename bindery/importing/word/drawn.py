"""Drawn things in a Word file: text boxes, charts, diagrams and pictures."""

from bindery.importing.remarks import Remarks, safe_comment
from bindery.importing.word.names import (
    NUMBER,
    Element,
    P,
    every,
    number_of,
    q,
    remove,
    text_of,
    unwrap,
)
from bindery.importing.word.paragraphs import Paragraphs
from bindery.importing.word.parts_read import WordFile
from bindery.vocabulary.text import Text

DECORATIVE = "bindery-decorative"
"""The alternative text of a picture that Word was told is decoration."""

_CHART = Text(
    nb="Her var et diagram. Lagre det som bilde i Word, eller lag en tabell av tallene",
    en="A chart was here. Save it as a picture in Word, or make a table of the numbers",
)
_DIAGRAM = Text(
    nb="Her var SmartArt. Lagre det som bilde i Word, eller skriv det som en liste",
    en="SmartArt was here. Save it as a picture in Word, or write it as a list",
)
_LINKED = Text(
    nb="Bildet ligger et annet sted, og er ikke hentet: {address}",
    en="The picture is somewhere else, and was not fetched: {address}",
)
_CHUNK = Text(
    nb="En fil av en annen type er satt inn her, og er ikke tatt med",
    en="A file of another kind was inserted here, and was left out",
)
_OBJECT = Text(
    nb="Et innebygd objekt er utelatt; bildet av det er tatt med",
    en="An embedded object is left out; its picture was kept",
)


def choose_alternatives(root: Element) -> None:
    """Of what is written in two ways, keep the one for today's Word."""
    for one in every(root, "mc:AlternateContent"):
        chosen = one.find(q("mc:Choice"))
        chosen = one.find(q("mc:Fallback")) if chosen is None else chosen
        if chosen is None:
            remove(one)
        else:
            one[:] = list(chosen)
            unwrap(one)


def lift_boxes(root: Element, paragraphs: Paragraphs) -> None:
    """Put what is in text boxes behind the paragraph that each is anchored in."""
    drawings: list[Element] = []
    for number, box in enumerate(every(root, "w:txbxContent"), 1):
        outermost = [*box.iterancestors(P)][:1]
        if not outermost:
            continue
        for one in box.iter(P):
            paragraphs.boxes.setdefault(int(one.get(NUMBER, "0")), number)
        at = outermost[0]
        for part in list(box):
            at.addnext(part)
            at = part
        drawings += [*box.iterancestors(q("w:drawing"), q("w:pict"), q("w:object"))][-1:]
    for drawing in drawings:
        if not every(drawing, "a:blip", "v:imagedata"):
            remove(drawing)


def settle_drawings(root: Element, part: str, file: WordFile, remarks: Remarks) -> dict[str, int]:
    """Remark on what pandoc has no word for; return the pictures, each with its paragraph."""
    relations = file.relations(part)
    pictures: dict[str, int] = {}
    for drawing in every(root, "w:drawing", "w:pict", "w:object"):
        if drawing.getparent() is None:
            continue
        if every(drawing, "c:chart", "dgm:relIds"):
            _tell_of_drawn(drawing, relations, file, remarks)
            remove(drawing)
            continue
        _mark_decoration(drawing)
        if drawing.tag == q("w:object"):
            remarks.add(number_of(drawing), "object", "dropped", _OBJECT, in_chapter=False)
        for picture in every(drawing, "a:blip", "v:imagedata"):
            _settle_picture(picture, relations, pictures, remarks)
    for chunk in every(root, "w:altChunk"):
        remarks.add(number_of(chunk), "inserted-file", "dropped", _CHUNK, grave=True)
        remove(chunk)
    return pictures


def _settle_picture(
    picture: Element,
    relations: dict[str, tuple[str, str, bool]],
    pictures: dict[str, int],
    remarks: Remarks,
) -> None:
    known = [relations[key] for key in picture.attrib.values() if key in relations]
    if any(is_elsewhere for _, _, is_elsewhere in known):
        address = next(target for _, target, is_elsewhere in known if is_elsewhere)
        says = _LINKED.filled(address=safe_comment(address).replace("{", "%7B").replace("}", "%7D"))
        remarks.add(number_of(picture), "linked-picture", "dropped", says, grave=True)
        drawing = next(picture.iterancestors(q("w:drawing"), q("w:pict"), q("w:object")), None)
        if drawing is not None:
            remove(drawing)
    for _, target, _ in known:
        pictures.setdefault(target.removeprefix("word/"), number_of(picture))


def _mark_decoration(drawing: Element) -> None:
    for one in every(drawing, "adec:decorative"):
        described = next(one.iterancestors(q("wp:docPr")), None)
        if described is not None and one.get("val", "1") not in ("0", "false"):
            described.set("descr", DECORATIVE)


def _tell_of_drawn(
    drawing: Element,
    relations: dict[str, tuple[str, str, bool]],
    file: WordFile,
    remarks: Remarks,
) -> None:
    keys = [key for one in every(drawing, "c:chart", "dgm:relIds") for key in one.attrib.values()]
    targets = [relations[key][1] for key in keys if key in relations]
    roots = [root for target in targets if (root := file.xml(target)) is not None]
    is_chart = bool(every(drawing, "c:chart"))
    words = " · ".join(chart_words(root) if is_chart else text_of(root) for root in roots)
    says = _CHART if is_chart else _DIAGRAM
    remarks.add(
        number_of(drawing), "chart" if is_chart else "diagram", "dropped", says, words, grave=True
    )


def chart_words(root: Element) -> str:
    """The title of a chart, and each series with its categories and values."""
    title = " ".join(filter(None, (one.text for one in every(root, "a:t"))))
    parts = [title] if title else []
    for series in every(root, "c:ser"):
        columns = [
            [
                point.text or ""
                for kind in series.iterchildren(q(name))
                for point in every(kind, "c:v")
            ]
            for name in ("c:tx", "c:cat", "c:val")
        ]
        name, categories, values = columns
        pairs = [
            f"{category} {number}".strip()
            for category, number in zip(
                [*categories, *[""] * len(values)], [*values, *[""] * len(categories)], strict=False
            )
            if category or number
        ]
        parts.append(f"{' '.join(name)}: {', '.join(pairs)}".removeprefix(": "))
    return "; ".join(parts)
