"""The Document as it goes to print: with a cover, contents and colophon, formulas drawn."""

from base64 import b64encode
from copy import deepcopy
from xml.etree import ElementTree

from lxml import etree
from lxml.builder import E

from bindery import __version__
from bindery.document.colophon import colophon
from bindery.document.edition import Workshop
from bindery.document.model import MATHML, Document, Element, strip_stamps, text_of
from bindery.manuscript.templates import unusable
from bindery.vocabulary import words

PAGE = "print/book.html.j2"


def print_tree(document: Document, workshop: Workshop) -> ElementTree.Element:
    """The whole book as WeasyPrint reads it."""
    metadata = document.publication.metadata
    body = deepcopy(document.body)
    for part, chapter in zip(document.chapters, body, strict=True):
        _head(chapter, part.running_title, part.number, metadata.language)
    for formula in list(body.iter(f"{MATHML}math")):
        _draw(formula)
    for item in body.iter("li"):
        _tighten(item)
    for paragraph in body.iter("p"):
        _keep_with_list(paragraph)
    strip_stamps(body)
    page = workshop.templates.render(
        PAGE,
        metadata=metadata,
        chapters=document.chapters,
        sections=list(body),
        colophon=colophon(metadata),
        bindery_version=__version__,
        created=workshop.moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        words={
            "contents": words.CONTENTS.said_in(metadata.language),
            "colophon": words.COLOPHON.said_in(metadata.language),
        },
    )
    try:
        return ElementTree.fromstring(page)  # noqa: S314 - our own template, entities resolved
    except ElementTree.ParseError as error:
        raise unusable(PAGE, str(error)) from error


def _head(chapter: Element, running_title: str, number: int, language: str) -> None:
    heading = chapter.find("h1")
    if heading is None:
        return
    heading.set("data-running", running_title)
    label = words.CHAPTER.said_in(language).format(number=number)
    chapter.insert(chapter.index(heading), E.p(label, {"class": "chapter-number"}))


def _draw(formula: Element) -> None:
    """Put a drawing with the formula's TeX as its alternative: WeasyPrint lays out no MathML."""
    from ziamath.zmath import Math  # noqa: PLC0415 - slow to import, and few books have formulas

    source = formula.findtext(f"{MATHML}semantics/{MATHML}annotation") or ""
    semantics = formula.find(f"{MATHML}semantics")
    if semantics is not None:
        formula[:] = [semantics[0]]
    drawing = Math(etree.tostring(formula, encoding="unicode", with_tail=False), size=16).svg()
    data = b64encode(drawing.encode()).decode()
    block = formula.get("display") == "block"
    image = E.img(
        {"class": "formula formula-block" if block else "formula"},
        alt=source,
        src=f"data:image/svg+xml;base64,{data}",
    )
    image.tail = formula.tail
    parent = formula.getparent()
    assert parent is not None
    parent.replace(formula, image)


def _keep_with_list(paragraph: Element) -> None:
    """Keep a sentence that announces a list on the list's page."""
    following = paragraph.getnext()
    before_a_list = following is not None and following.tag in ("ul", "ol", "dl")
    if before_a_list and text_of(paragraph).endswith(":"):
        paragraph.set("class", f"{paragraph.get('class', '')} announces".strip())


def _tighten(item: Element) -> None:
    """Print a list item's only paragraph as the item's own text.

    WeasyPrint 70 tags a paragraph in a list item as ``P`` directly under ``LI``
    (PDF/UA-1 7.2, test 20).
    """
    if len(item) and item[0].tag == "p" and not (item.text or "").strip():
        first = item[0]
        if all(child.tag in ("ul", "ol") for child in item[1:]):
            item.text = first.text
            for offset, child in enumerate(list(first)):
                item.insert(offset, child)
            item.remove(first)
