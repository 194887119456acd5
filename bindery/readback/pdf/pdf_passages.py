"""What a finished PDF says, passage by passage."""

import re
from collections.abc import Collection, Hashable, Sequence
from dataclasses import replace

from bindery.finished.pdf.tagged import FinishedPdf, PdfElement, Words, spaced
from bindery.readback.align import plain
from bindery.readback.index_lines import IndexLine
from bindery.readback.passages import MAIN, Book, Composer, Note, Place, Span
from bindery.readback.pdf.code_lines import has_bullets, has_labels, has_numbered_lines, line_number
from bindery.readback.pdf.headers_and_entries import (
    NOTES,
    entries,
    headers_by_scope,
    index_lines,
    link_span,
    words_of_header,
)
from bindery.readback.pdf.pages_said import mark_elsewhere, page_said, way_back

_HEADING = re.compile(r"H([1-6])")
_LEAVES = frozenset({"P", "Title"})
_BOXES = {"BlockQuote": "quotation", "Caption": "caption", "TR": "row"}
_MARKED = {"Em": "emphasis", "Strong": "strong", "Code": "code"}
_OBJECTS = {"Figure": "figure", "Formula": "formula"}
_INLINE = frozenset({"Span", "Quote", "Lbl", "Reference", "BibEntry", "Sub", "Ruby", "Warichu"})
_MARKER = re.compile(r"[•◦▪▸‣–—*-]|[0-9]+|\(?(?:[0-9]+|[A-Za-z]{1,2}|[ivxlcdmIVXLCDM]+)[.)]")
_BULLETS = frozenset({"Disc", "Circle", "Square", "Unordered"})


class PdfPassages:
    """A PDF's passages and notes, and apart from them lists: contents, figures, tables, index."""

    def __init__(self, heard: FinishedPdf, references: Collection[str] = ()) -> None:
        self.lists: list[list[Span]] = []
        self.index: list[IndexLine] = []
        self._entries: set[int] = set()
        self._heard = heard
        self._references = references
        self._letters_left: int | None = None
        self._places: dict[Hashable, Place] = {}
        self._notes: list[Note] = []
        self._silent: set[int] = set()
        composer = Composer(MAIN, self._places)
        for root in heard.roots:
            self._say(root, composer)
        composer.end()
        self.book = Book(tuple(composer.passages), tuple(self._notes), self._places)

    def _say(self, element: PdfElement, composer: Composer) -> None:
        if self._is_apart(element, composer):
            return
        if element.number in self._silent:
            return
        composer.name(element.number, inline=_is_inline(element))
        heading = _HEADING.fullmatch(element.role)
        if heading or element.role in _LEAVES:
            composer.begin("heading" if heading else "paragraph", int(heading[1]) if heading else 0)
            self._inside(element, composer)
            composer.end()
        elif element.role in _OBJECTS:
            self._object(element, composer)
        elif element.role == "Link":
            self._link(element, composer)
        elif element.expansion or _MARKED.keys() & element.names:
            composer.enter(_marked(element))
            self._inside(element, composer)
            composer.leave()
        elif element.role in _INLINE:
            self._inside(element, composer)
        elif element.role == "Table":
            self._table(element, composer)
        elif element.role == "L":
            self._list(element, composer)
        elif element.role in _BOXES or "Aside" in element.names:
            composer.open(_BOXES.get(element.role, "aside"))
            self._inside(element, composer)
            composer.close()
        else:
            composer.end()
            self._inside(element, composer)
            composer.end()

    def _link(self, element: PdfElement, composer: Composer) -> None:
        """Add a link. The page that a reference or a note's second mark says is left out."""
        span = link_span(element)
        mark = mark_elsewhere().fullmatch(element.text)
        if mark and self._is_page(span.page, mark["page"]):
            composer.enter(span)
            page = next((words.page for words in element.words()), 0)
            composer.text(mark["number"], element.language, page)
            composer.leave()
            return
        label = "" if span.page is None else self._heard.pages[span.page - 1].label
        text = "".join(words.text for words in element.words())
        said = page_said(label).search(text) if label else None
        if said and plain(spaced(text[: said.start()])) in self._references:
            self._letters_left = said.start()
            span = replace(span, says_page=True)
        composer.enter(span)
        self._inside(element, composer)
        composer.leave()
        self._letters_left = None
        if span.says_page and text != text.rstrip():
            composer.text(" ", element.language)  # The end of a line.

    def _is_apart(self, element: PdfElement, composer: Composer) -> bool:
        """Read a list of contents, the entries of an index or a note, if ``element`` is that."""
        if element.role == "TOC":
            self.lists.append(list(entries(element)))
        elif element.number in self._entries:
            composer.end()
            self.index += index_lines(element)
        elif NOTES & element.names:
            self._note(element)
        else:
            if element.role == "Index":
                lists = [child.number for child in element.children if child.role == "L"]
                self._entries.update(lists[-1:])
            return False
        return True

    def _inside(self, element: PdfElement, composer: Composer) -> None:
        if has_numbered_lines(element):
            self._numbered_lines(element, composer)
            return
        for part in element.content:
            if isinstance(part, PdfElement):
                self._say(part, composer)
                continue
            text = part.text[: self._letters_left]
            if self._letters_left is not None:
                self._letters_left -= len(text)
            if part.expansion:
                composer.enter(Span("abbreviation", "", value=part.expansion))
                composer.text(text, part.language, part.page)
                composer.leave()
            else:
                composer.text(text, part.language, part.page)

    def _is_page(self, page: int | None, label: str) -> bool:
        """Whether ``page``, from 1, has the number ``label`` on it."""
        labels = self._heard.labels
        return page is not None and page <= len(labels) and labels[page - 1] == label

    def _numbered_lines(self, element: PdfElement, composer: Composer) -> None:
        """Add lines of code as one, without their numbers. One that is wrong is reported."""
        last: int | None = None
        composer.enter(Span("code", ""))
        for part in element.children:
            number = line_number(part)
            if number is not None and last in (None, number - 1):
                last = number
            else:
                self._inside(part, composer)
        composer.leave()

    def _object(self, element: PdfElement, composer: Composer) -> None:
        """Add a figure by its alternative, and then its caption, wherever that is in it."""
        page = element.page or next((words.page for words in element.words()), 0)
        composer.put(_OBJECTS[element.role], element.alternative or "", element.language, page)
        for child in element.children:
            if child.role == "Caption":
                self._say(child, composer)

    def _list(self, element: PdfElement, composer: Composer) -> None:
        numbering = _numbering(element.numbering)
        if numbering == "description" and not has_labels(element):
            numbering = "unmarked"
        elif numbering == "description" and has_bullets(element):
            numbering = "bullets"
        composer.open("list", numbering=numbering)
        for item in element.children:
            if item.role != "LI":
                self._say(item, composer)
            elif not self._is_note(item):
                self._item(item, composer)
        composer.close()

    def _item(self, item: PdfElement, composer: Composer) -> None:
        marker = next((child for child in item.children if child.role == "Lbl"), None)
        label = marker.text if marker else ""
        is_marker = marker is not None and _MARKER.fullmatch(label) is not None
        number = label.removesuffix(".") if is_marker else ""
        composer.open("item", label=number if any(map(str.isalnum, number)) else "")
        composer.name(item.number)
        for child in item.children:
            if child.role != "Lbl":
                composer.end()
                self._say(child, composer)
                composer.end()
            elif child is not marker or not is_marker:
                composer.name(child.number)
                composer.begin("term")
                self._inside(child, composer)
                composer.end()
        composer.close()

    def _is_note(self, item: PdfElement) -> bool:
        """Whether an item of a list of notes is only a note and its number; if so, add the note."""
        bodies = [child for child in item.children if child.role != "Lbl"]
        notes = [one for body in bodies for one in body.children]
        if not notes or any(not NOTES & note.names for note in notes) or _has_words(bodies):
            return False
        label = next((child.text for child in item.children if child.role == "Lbl"), "")
        around = [one.number for one in (item, *item.children)]
        for note in notes:
            self._note(note, label.rstrip(".)"), around)
        return True

    def _table(self, element: PdfElement, composer: Composer) -> None:
        """Add a table, with its caption first."""
        composer.open("table")
        by_scope = headers_by_scope(element)
        children = sorted(element.children, key=lambda child: child.role != "Caption")
        for child in children:
            if child.role == "Caption":
                self._say(child, composer)
                continue
            rows = child.children if child.role in ("THead", "TBody", "TFoot") else (child,)
            for row in rows:
                composer.open("row")
                for cell in row.children:
                    if cell.role in ("TH", "TD"):
                        self._cell(cell, by_scope, composer)
                    else:
                        self._say(cell, composer)
                composer.close()
        composer.close()

    def _cell(
        self,
        cell: PdfElement,
        by_scope: dict[int, tuple[PdfElement, ...]],
        composer: Composer,
    ) -> None:
        named = bool(cell.headers or cell.lost_headers)
        headers = (
            tuple(self._heard.elements[number] for number in cell.headers)
            if named
            else by_scope.get(cell.number, ())
        )
        composer.open(
            "cell",
            is_header=cell.role == "TH",
            headers=frozenset(plain(words_of_header(header)) for header in headers),
            rows=cell.row_span,
            columns=cell.column_span,
        )
        composer.name(cell.number)
        self._inside(cell, composer)
        composer.close()

    def _note(self, element: PdfElement, label: str = "", around: Sequence[int] = ()) -> None:
        """Add a note apart from the text, however deep in it the note is.

        ``around`` are the elements that contain only the note: a link may lead to them.
        """
        number = len(self._notes)
        self._notes.append(Note(label, ()))
        back, language = None, ""
        again: list[Span] = []
        inside = list(element.walk())
        marker = next((one for one in inside if one.role == "Lbl"), None)
        if marker is not None and not label:
            label = marker.text.rstrip(".)")
            self._silent.add(marker.number)
            back = next((link_span(one) for one in marker.walk() if one.links), None)
        for link in inside:
            if link.role == "Link" and way_back().fullmatch(link.text):
                self._silent.add(link.number)
                way = replace(link_span(link), text=link.text)
                if back is None:
                    back, language = way, link.language
                else:
                    again.append(way)
        composer = Composer(number, self._places)
        for name in (*around, element.number):
            composer.name(name)
        self._inside(element, composer)
        composer.end()
        self._notes[number] = Note(label, tuple(composer.passages), back, language, tuple(again))


def has_notes(heard: FinishedPdf) -> bool:
    """Whether it has notes apart from its text."""
    return any(NOTES & element.names for element in heard.elements)


def _is_inline(element: PdfElement) -> bool:
    """Whether it is, or may be, in a line of text."""
    return element.role in (_INLINE | _OBJECTS.keys() | _MARKED.keys() | {"Link"})


def _marked(element: PdfElement) -> Span:
    if element.expansion:
        return Span("abbreviation", "", value=element.expansion)
    return Span(next(kind for name, kind in _MARKED.items() if name in element.names), "")


def _numbering(written: str) -> str:
    """Return how a list is numbered. PDF 1.7 has no value for a list of terms, nor for dashes."""
    if written in _BULLETS:
        return "bullets"
    known = {"None": "description", "Description": "description", "Ordered": "Decimal"}
    return known.get(written, written)


def _has_words(elements: list[PdfElement]) -> bool:
    """Whether there are words directly in any of ``elements``."""
    return any(
        isinstance(part, Words) and part.text.strip() for one in elements for part in one.content
    )
