"""The Document as it goes to print: with a cover, contents and colophon, formulas drawn."""

from xml.etree import ElementTree

from lxml.builder import E

from bindery import __version__
from bindery.document.edition import Workshop
from bindery.document.model import Document, Element, add_class, strip_stamps, text_of
from bindery.document.pagination import named_parts
from bindery.document.typography import keep_together, kept_together
from bindery.editions.pdf.drawn_formulas import draw_formulas
from bindery.editions.pdf.footnotes import move_notes_to_pages
from bindery.editions.pdf.looks import PRINT, Look
from bindery.editions.pdf.wide_tables import mark_wide_tables
from bindery.manuscript.templates import unusable
from bindery.vocabulary import words

PAGE = "print/book.html.j2"


def print_tree(document: Document, workshop: Workshop, look: Look = PRINT) -> ElementTree.Element:
    """The whole book as WeasyPrint reads it."""
    metadata = document.publication.metadata
    parts = named_parts(document)
    body = parts.chapters
    for tree in parts:
        keep_together(tree, metadata.language)
        _mark_addresses(tree)
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
    chapter.insert(
        chapter.index(heading), E.p(label, {"class": "chapter-number", "lang": language})
    )


def _keep_with_list(paragraph: Element) -> None:
    """Keep a sentence that announces a list on the list's page."""
    following = paragraph.getnext()
    before_a_list = following is not None and following.tag in ("ul", "ol", "dl")
    if before_a_list and text_of(paragraph).endswith(":"):
        add_class(paragraph, "announces")


def _mark_addresses(tree: Element) -> None:
    """Mark links whose words are an address: no hyphen may get into one."""
    for link in tree.iter("a"):
        words_of_link = text_of(link)
        if " " not in words_of_link and ("@" in words_of_link or "." in words_of_link[:-1]):
            add_class(link, "address")


def _number(numbered: Element) -> None:
    """Say in CSS which numbers a list has: WeasyPrint reads that from no attribute."""
    if start := numbered.get("start"):
        numbered.set("style", f"counter-reset: list-item {int(start) - 1}")
    for item in numbered.iterfind("li[@value]"):
        item.set("style", f"counter-set: list-item {item.get('value')}; counter-increment: none")
