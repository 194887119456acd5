"""The Document prepared for print: with front and back matter, formulas drawn, tables turned."""

from urllib.parse import quote
from xml.etree import ElementTree

from lxml.builder import E

from bindery import __version__
from bindery.document.book_index import ENTRIES
from bindery.document.callouts import draw_ends, draw_signs
from bindery.document.code_blocks import (
    FIRST_OF_STYLE,
    LINE,
    LINES,
    NUMBERED,
    indent_of,
    may_go_on,
    size_of_code,
)
from bindery.document.contents import PLACE, named_parts
from bindery.document.directions import mark_directions
from bindery.document.draft import DRAFT, draft_words
from bindery.document.logo import logo_of
from bindery.document.model import (
    BEGINS_PAGE,
    PART,
    TURNED,
    Document,
    Element,
    add_class,
    chapters_in,
    has_class,
    strip_stamps,
    text_of,
)
from bindery.document.paper import Page, letters_needed
from bindery.document.table_elements import placed_cells
from bindery.document.typography import keep_together, kept_together
from bindery.editions.making import Workshop
from bindery.editions.pdf.drawn_formulas import Drawings, Shrunk, draw_formulas
from bindery.editions.pdf.footnotes import move_notes_to_pages
from bindery.editions.pdf.lists import lists_of
from bindery.editions.pdf.looks import PRINT, Look
from bindery.editions.pdf.page_words import say_pages
from bindery.editions.pdf.structure.roles import CHAPTER_NUMBER
from bindery.locales import Word, locale_of
from bindery.manuscript.templates import unusable

PAGE = "print/book.html.j2"

GOING_ON = "going-on"
"""The class of a line of code that may go on below. Only those get the picture with arrows, which
would be drawn for each line, and most of a long book's file."""


def print_tree(
    document: Document,
    workshop: Workshop,
    look: Look = PRINT,
    shrunk: list[Shrunk] | None = None,
) -> ElementTree.Element:
    """The whole book as the tree that WeasyPrint lays out.

    Formulas that are too wide for the page, and so get small letters, are added to ``shrunk``.
    """
    paper = look.page_of(document.publication)
    metadata = document.publication.metadata
    parts = named_parts(document)
    body = parts.chapters
    drawings = Drawings(look.text_size, workshop.keeper)
    for tree in parts:
        keep_together(tree, metadata.language)
        _mark_addresses(tree)
        _write_file_names(tree)
        found = draw_formulas(tree, drawings, paper.text_width)
        if shrunk is not None and tree is body:
            shrunk.extend(found)
    drawings.keep()
    draw_signs(body)
    draw_ends(body)
    fit_code(body, paper, look.text_size)
    mark_wide_tables(body, paper)
    mark_tall_rows(body, paper, look.text_size)
    keep_merged_rows(body)
    say_pages(body, metadata.language)
    numbered = document.publication.settings.numbering.chapters
    for part, chapter in zip(document.chapters, chapters_in(body), strict=True):
        move_notes_to_pages(chapter, metadata.language)
        number = part.number if numbered and part.matter == "body" else ""
        if number != str(part.position):
            chapter.set(CHAPTER_NUMBER, number)
        _head(chapter, part.running_title, number, metadata.language)
    lists = lists_of(body, document.publication.settings.lists, metadata.language)
    indexes = [one for one in body.iter("ul") if has_class(one, ENTRIES)]
    for tree in (parts.contents, *(one.entries for one in lists), *indexes):
        _mark_links_to_front(tree, body)
    for title in body.iterfind(f"section[@role='{PART}']/h1"):
        title.set("data-running", text_of(title))
    for listed in body.iter("ol"):
        _number(listed)
    for paragraph in body.iter("p"):
        _keep_with_list(paragraph)
    for tree in (*parts, *(one.entries for one in lists)):
        mark_directions(tree, metadata.language)
    for block in body.iterfind(f".//*[@{BEGINS_PAGE}]"):
        add_class(block, "begins-page")
    strip_stamps(body)
    page = workshop.templates.render(
        PAGE,
        metadata=metadata,
        logo=logo_of(document.publication),
        title=kept_together(metadata.title, metadata.language),
        subtitle=kept_together(metadata.subtitle, metadata.language),
        contents=parts.contents,
        lists=lists,
        front=[one for one in body if has_class(one, "front")],
        chapters=[one for one in body if not has_class(one, "front")],
        colophon=parts.colophon,
        bindery_version=__version__,
        created=workshop.moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        language=metadata.language,
        word=locale_of(metadata.language).word,
    )
    try:
        pages = ElementTree.fromstring(page)  # noqa: S314 - our own template, entities resolved
    except ElementTree.ParseError as error:
        raise unusable(PAGE, str(error)) from error
    if words := draft_words(document):
        _mark_draft(pages, words, metadata.language)
    return pages


def _mark_draft(tree: ElementTree.Element, words: Word, language: str) -> None:
    """Begin the first page with ``words``, also where a book has a template of its own."""
    first = tree.find("body/*")
    paragraph = ElementTree.Element("p", {"class": DRAFT})
    paragraph.text = words.text
    if words.language.lower() != language.lower():
        paragraph.set("lang", words.language)
    if first is not None and first.tag in ("section", "div", "header", "main"):
        first.insert(0, paragraph)
    elif (body := tree.find("body")) is not None:
        body.insert(0, paragraph)


def fit_code(body: Element, page: Page, text_size: int) -> None:
    """Give a block of code with long lines smaller letters, if all of them then fit.

    Lines that may not fit are marked.
    """
    for pre in body.iter("pre"):
        if has_class(pre, NUMBERED):
            number_lines(pre)
        if not has_class(pre, LINES):
            continue
        if size := size_of_code(pre, page, text_size):
            pre.set("style", f"font-size: {size:g}pt")
        indent = indent_of(pre)
        for line in pre.iter("span"):
            if has_class(line, LINE) and may_go_on(line, page, size or text_size, indent):
                add_class(line, GOING_ON)


def number_lines(pre: Element) -> None:
    """Write the number of each line before it, as a label.

    Each line is code of its own, with the place of its line: PDF/UA-2 has no labels inside code.
    """
    code = pre.find("code")
    assert code is not None
    number = int(code.attrib.pop("style", "").removeprefix(FIRST_OF_STYLE) or 0)
    code.tag = "span"
    code.set("class", "numbered-lines")
    for line in code.iterchildren("span"):
        number += 1
        words = E.code(line.text or "", *line)
        if (place := line.attrib.pop(PLACE, None)) is not None:
            words.set(PLACE, place)
        line.text = None
        label = E.span(str(number), {"class": "line-number", "data-structure": "Lbl"})
        label.set("style", f"--digits: {len(str(number))}")
        line[:] = [label, words]


def _head(chapter: Element, running_title: str, number: str, language: str) -> None:
    heading = chapter.find("h1")
    if heading is None:
        return
    heading.set("data-running", running_title)
    if not number:
        return
    label = locale_of(language).word("parts.chapter", number=number)
    above = E.p(label.text, {"class": "chapter-number", "lang": label.language})
    chapter.insert(chapter.index(heading), above)


def _mark_links_to_front(tree: Element, body: Element) -> None:
    """Mark links to pages that may have other numerals: those of the front matter."""
    front = (one for section in body if has_class(section, "front") for one in section.iter())
    names = {f"#{name}" for one in front if (name := one.get("id"))}
    for link in tree.iter("a"):
        if link.get("href") in names:
            add_class(link, "to-front")


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


_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def mark_wide_tables(body: Element, page: Page) -> None:
    """Mark each table that needs a ``page`` in landscape, and each that is too wide even for that.

    A heading is turned with its table. Words are not split to make a table fit, as long as any
    page has room for the whole words.
    """
    for table in body.iter("table"):
        needed = letters_needed(table)
        if needed > page.measure or TURNED in table.attrib:
            add_class(table, "wide crowded" if needed > page.wide_measure else "wide")
            before = table.getprevious()
            while before is not None and before.tag in _HEADINGS:
                add_class(before, "wide")
                before = before.getprevious()


def mark_tall_rows(body: Element, page: Page, text_size: int) -> None:
    """Mark each row that may be higher than a ``page``, so that it goes on over to the next.

    A cell counts as if all columns were as wide as each other, though a long one gets more room:
    a row is marked rather than lost.
    """
    for table in body.iter("table"):
        turned = has_class(table, "wide")
        measure = page.wide_measure if turned else page.measure
        for row in table.iter("tr"):
            needed = max((len(text_of(cell)) for cell in row), default=0) * len(row) / measure
            if needed > page.lines(text_size, turned=turned) - _LINES_OF_THE_HEAD:
                add_class(row, "tall")


def keep_merged_rows(body: Element) -> None:
    """Mark the rows that a cell of a few rows goes on into: they stay on that cell's page."""
    for table in body.iter("table"):
        rows = [row for part in table.iterchildren("thead", "tbody", "tfoot") for row in part]
        going_on = {
            number
            for placed in placed_cells(table)
            if len(placed.rows) <= _KEPT_TOGETHER
            for number in placed.rows[1:]
        }
        for number in sorted(going_on):
            add_class(rows[number], "joined")


_KEPT_TOGETHER = 6
"""Rows. More might leave half a page empty."""

_LINES_OF_THE_HEAD = 4
"""What a table's caption and header row take of a page."""
