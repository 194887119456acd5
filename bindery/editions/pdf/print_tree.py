"""The Document prepared for print: with front and back matter, formulas drawn, tables turned."""

from base64 import b64encode
from threading import Lock
from urllib.parse import quote
from xml.etree import ElementTree

from lxml import etree
from lxml.builder import E

from bindery import __version__
from bindery.document.contents import PLACE, named_parts
from bindery.document.model import MATHML, Document, Element, add_class, strip_stamps, text_of
from bindery.document.paper import Page, letters_needed
from bindery.document.typography import keep_together, kept_together
from bindery.editions.making import Workshop
from bindery.editions.pdf.footnotes import move_notes_to_pages
from bindery.editions.pdf.looks import PRINT, Look
from bindery.locales import locale_of
from bindery.manuscript.templates import unusable

PAGE = "print/book.html.j2"


def print_tree(document: Document, workshop: Workshop, look: Look = PRINT) -> ElementTree.Element:
    """The whole book as the tree that WeasyPrint lays out."""
    metadata = document.publication.metadata
    parts = named_parts(document)
    body = parts.chapters
    for tree in parts:
        keep_together(tree, metadata.language)
        _mark_addresses(tree)
        _write_file_names(tree)
        draw_formulas(tree, look.text_size)
    mark_wide_tables(body, look.page_of(document.publication))
    for part, chapter in zip(document.chapters, body, strict=True):
        move_notes_to_pages(chapter, metadata.language)
        _head(chapter, part.running_title, part.number, metadata.language)
    for numbered in body.iter("ol"):
        _number(numbered)
    for paragraph in body.iter("p"):
        _keep_with_list(paragraph)
    strip_stamps(body)
    page = workshop.templates.render(
        PAGE,
        metadata=metadata,
        title=kept_together(metadata.title, metadata.language),
        subtitle=kept_together(metadata.subtitle, metadata.language),
        contents=parts.contents,
        chapters=list(body),
        colophon=parts.colophon,
        bindery_version=__version__,
        created=workshop.moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        language=metadata.language,
        word=locale_of(metadata.language).word,
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
    label = locale_of(language).word("parts.chapter", number=number)
    above = E.p(label.text, {"class": "chapter-number", "lang": label.language})
    chapter.insert(chapter.index(heading), above)


def _keep_with_list(paragraph: Element) -> None:
    """Keep a sentence that introduces a list on the list's page."""
    following = paragraph.getnext()
    before_a_list = following is not None and following.tag in ("ul", "ol", "dl")
    if before_a_list and text_of(paragraph).endswith(":"):
        add_class(paragraph, "announces")


def _mark_addresses(tree: Element) -> None:
    """Mark links whose text is an address, which must not be hyphenated."""
    for link in tree.iter("a"):
        words_of_link = text_of(link)
        if " " not in words_of_link and ("@" in words_of_link or "." in words_of_link[:-1]):
            add_class(link, "address")


def _write_file_names(tree: Element) -> None:
    """Write the paths of images as parts of an address, whatever characters are in them."""
    for image in tree.iter("img"):
        image.set("src", quote(image.get("src") or ""))


def _number(numbered: Element) -> None:
    """Set the numbers of a list in CSS: WeasyPrint does not read them from attributes."""
    if start := numbered.get("start"):
        numbered.set("style", f"counter-reset: list-item {int(start) - 1}")
    for item in numbered.iterfind("li[@value]"):
        item.set("style", f"counter-set: list-item {item.get('value')}; counter-increment: none")


MATHML_SOURCE = "data-mathml"
"""The attribute of a formula's drawing with its markup, which a PDF 2.0 includes."""

_PIXELS = 4 / 3
"""CSS pixels to a point: drawings are measured in pixels."""

_COLUMNS_APART = "1em"
"""ziamath's own 0.3em lets the numbers of a matrix run together."""

_STRETCHED = {"ˆ": "\N{COMBINING CIRCUMFLEX ACCENT}", "˜": "\N{COMBINING TILDE}", "¯": "‾"}
"""Marks over more than one letter, as ziamath's typeface has them: only these grow wide."""

_ONE_AT_A_TIME = Lock()
"""ziamath reads its typeface from one open file, so that two threads would mix up letters."""


def draw_formulas(body: Element, text_size: int) -> None:
    """Draw each formula, with its words as alternative text. ``text_size`` is in points."""
    for formula in list(body.iter(f"{MATHML}math")):
        _draw(formula, text_size)


def _draw(formula: Element, text_size: int) -> None:
    from ziamath.zmath import Math  # noqa: PLC0415 - slow to import, and few books have formulas

    place = formula.attrib.pop(PLACE, "")
    semantics = formula.find(f"{MATHML}semantics")
    if semantics is not None:
        formula[:] = [semantics[0]]
    mathml = etree.tostring(formula, encoding="unicode", with_tail=False)
    for table in formula.iter(f"{MATHML}mtable"):
        table.set("columnspacing", _COLUMNS_APART)
    for over in formula.iter(f"{MATHML}mover"):
        if len(over) == 2 and len(over[0]) > 1:
            over[1].text = _STRETCHED.get(over[1].text or "", over[1].text)
    source = etree.tostring(formula, encoding="unicode", with_tail=False)
    with _ONE_AT_A_TIME:
        drawing = Math(source, size=text_size * _PIXELS).svg()
    data = b64encode(drawing.encode()).decode()
    block = formula.get("display") == "block"
    image = E.img(
        {"class": "formula formula-block" if block else "formula", MATHML_SOURCE: mathml},
        role="math",
        alt=formula.get("alttext") or "",
        src=f"data:image/svg+xml;base64,{data}",
    )
    if not block:
        image.set("style", f"vertical-align: -{_depth(drawing):.2f}px")
    if place:
        image.set(PLACE, place)
    image.tail = formula.tail
    parent = formula.getparent()
    assert parent is not None
    parent.replace(formula, image)


def _depth(drawing: str) -> float:
    """How far the drawing goes below the baseline, in pixels."""
    _, top, _, height = map(float, etree.fromstring(drawing.encode()).get("viewBox", "").split())
    return max(0.0, top + height)


_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def mark_wide_tables(body: Element, page: Page) -> None:
    """Mark each table that needs a ``page`` in landscape, and each that is too wide even for that.

    A heading is turned with its table. Words are not split to make a table fit, as long as any
    page has room for the whole words.
    """
    for table in body.iter("table"):
        needed = letters_needed(table)
        if needed > page.measure:
            add_class(table, "wide crowded" if needed > page.wide_measure else "wide")
            before = table.getprevious()
            while before is not None and before.tag in _HEADINGS:
                add_class(before, "wide")
                before = before.getprevious()
