"""What is heard of a PDF, read by its structure tree."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bindery.finished.pdf.tagged import FinishedPdf, PdfElement, Target, Words, spaced
from bindery.reports.transcript import roles
from bindery.reports.transcript.heard import Block, Cell, Part, headers_of
from bindery.vocabulary.text import Text

_INLINE = frozenset(
    ["Span", "Link", "Em", "Strong", "Quote", "Reference", "Sub", "Code", "Lbl", "Ruby", "Warichu"]
)
_ROWS = ("THead", "TBody", "TFoot")
_DEEPEST = 40


def blocks_of_pdf(heard: FinishedPdf) -> Iterator[Block]:
    """All that is said, in the order of the tree; then what is on a page and in no tag."""
    reader = _Reader(heard)
    for root in heard.roots:
        yield from reader.read(root, 0)
    for number, page in enumerate(heard.pages, start=1):
        for loose in heard.untagged:
            if loose.page == number:
                words = (Part(loose.text, heard.language),)
                yield Block(roles.UNTAGGED, words, page.label)
        for comment in page.comments:
            yield Block(roles.COMMENT, (Part(comment, heard.language),), page.label)


class _Reader:
    """Keeps the page that was read last: an element without words is on that page."""

    def __init__(self, heard: FinishedPdf) -> None:
        self._heard = heard
        self._page = heard.labels[0] if heard.pages else ""

    def read(self, element: PdfElement, depth: int) -> Iterator[Block]:
        """The blocks of ``element``."""
        self._turn(element)
        deeper = min(depth + 1, _DEEPEST)
        for one in element.annotations:
            yield self._field(element, one.kind, one.name, one.value, one.field)
        if element.role in ("Figure", "Formula"):
            yield self._picture(element, depth)
            inner = [child for child in element.children if child.role == "Caption"]
            for child in inner:
                yield from self.read(child, deeper)
        elif element.role == "L":
            items = sum(child.role == "LI" for child in element.children)
            yield self._block(roles.LIST, (), depth, roles.ITEMS.filled(count=items))
            for child in element.children:
                yield from self.read(child, deeper)
        elif element.role == "Table":
            yield from self._table(element, depth)
        elif element.role == "LI":
            yield from self._item(element, depth)
        elif self._is_leaf(element):
            if parts := tuple(self._parts(element, element.language)):
                yield self._block(self._called(element), parts, depth, *self._facts(element))
        else:
            yield from self._container(element, depth)

    def _item(self, item: PdfElement, depth: int) -> Iterator[Block]:
        """An item of a list, with its label before its first words."""
        label = " ".join(
            child.text.strip() for child in item.children if child.role == "Lbl"
        ).strip()
        others = (child for child in item.children if child.role != "Lbl")
        blocks = [block for child in others for block in self.read(child, depth)]
        if label and blocks:
            parts = (Part(f"{label} ", item.language), *blocks[0].parts)
            blocks[0] = replace(blocks[0], parts=parts)
        yield from blocks
        if not blocks:
            parts = tuple(self._parts(item, item.language))
            yield self._block(self._called(item), parts, depth)

    def _container(self, element: PdfElement, depth: int) -> Iterator[Block]:
        if around := roles.AROUND.get(element.role):
            name = (Part(element.title, element.language),) if element.title else ()
            yield self._block(around, name, depth)
            depth = min(depth + 1, _DEEPEST)
        run: list[Part] = []
        for part in element.content:
            if isinstance(part, Words) or part.role in _INLINE:
                run += self._parts_of(part, element.language)
            else:
                yield from self._loose(element, run, depth)
                run = []
                yield from self.read(part, depth)
        yield from self._loose(element, run, depth)

    def _loose(self, element: PdfElement, run: list[Part], depth: int) -> Iterator[Block]:
        if any(part.text.strip() for part in run):
            yield self._block(self._called(element), tuple(run), depth)

    def _table(self, table: PdfElement, depth: int) -> Iterator[Block]:
        rows = [
            row
            for part in table.children
            for row in (part.children if part.role in _ROWS else (part,))
            if row.role == "TR"
        ]
        yield self._block(roles.TABLE, (), depth, roles.SIZE.filled(rows=len(rows)))
        for part in table.children:
            if part.role == "Caption":
                yield from self.read(part, depth + 1)
        cells = [[cell for cell in row.children if cell.role in ("TH", "TD")] for row in rows]
        found = headers_of([[self._cell(cell) for cell in row] for row in cells])
        for cell, headers in zip((cell for row in cells for cell in row), found, strict=True):
            self._turn(cell)
            facts = (roles.WITH_HEADERS.filled(headers=", ".join(headers)),) if headers else ()
            if not headers and cell.role == "TD":
                facts = (roles.NO_HEADERS,)
            role = roles.HEADER if cell.role == "TH" else roles.CELL
            parts = tuple(self._parts(cell, cell.language))
            yield self._block(role, parts, depth + 1, *facts)

    def _cell(self, cell: PdfElement) -> Cell:
        direction = {"Row": "row", "Column": "column"}.get(cell.scope, "")
        return Cell(
            cell.text,
            cell.role == "TH",
            direction,
            max(1, cell.row_span),
            max(1, cell.column_span),
            self._heard.header_texts(cell),
        )

    def _picture(self, element: PdfElement, depth: int) -> Block:
        role = roles.FIGURE if element.role == "Figure" else roles.FORMULA
        if not element.alternative:
            words = tuple(self._parts(element, element.language))
            return self._block(role, words, depth, roles.NO_ALTERNATIVE)
        return self._block(role, (Part(element.alternative, element.language),), depth)

    def _field(self, element: PdfElement, kind: str, name: str, value: str, field: str) -> Block:
        if kind != "Widget":
            return self._block(roles.COMMENT, (Part(value, element.language),), 0)
        facts = (roles.FILLED_IN.filled(value=value),) if value else ()
        named = () if name else (roles.NAMELESS,)
        role = roles.FIELDS.get(field, roles.FIELD)
        return self._block(role, (Part(name, element.language),), 0, *named, *facts)

    def _is_leaf(self, element: PdfElement) -> bool:
        return all(child.role in _INLINE and self._is_leaf(child) for child in element.children)

    def _called(self, element: PdfElement) -> Text:
        if element.role[:1] == "H" and element.role[1:].isdigit():
            return roles.heading(element.role[1:])
        return roles.BLOCKS.get(element.role, roles.TEXT)

    def _parts(self, element: PdfElement, language: str) -> Iterator[Part]:
        for part in element.content:
            yield from self._parts_of(part, language)

    def _parts_of(self, part: PdfElement | Words, language: str) -> list[Part]:
        if isinstance(part, Words):
            return [Part(part.text, part.language or language)] if part.text else []
        if part.role in ("Figure", "Formula"):
            role = roles.FIGURE if part.role == "Figure" else roles.FORMULA
            return [Part(part.alternative or "", part.language, role)]
        inner = list(self._parts(part, part.language))
        role_within = roles.INLINE.get(part.role)
        if part.role == "Link":
            where = [self._where(target) for target in part.links]
            role_within = roles.LEADS_TO.filled(where=where[0]) if where else role_within
        if part.expansion:
            role_within = roles.STANDS_FOR.filled(words=part.expansion)
        says_it_already = part.role == "Reference" and any(one.role for one in inner)
        if role_within is None or says_it_already:
            return inner
        text = "".join(one.text for one in inner)
        return [Part(text, part.language, role_within)] if text else inner

    def _where(self, target: Target) -> str:
        if target.uri:
            return target.uri
        if target.element is not None:
            return spaced(_named(self._heard.elements[target.element]))[:40].strip() or "?"
        is_there = target.page and 0 < target.page <= len(self._heard.pages)
        return self._heard.labels[target.page - 1] if is_there and target.page else "?"

    def _facts(self, element: PdfElement) -> Iterator[Text]:
        if element.expansion:
            yield roles.STANDS_FOR.filled(words=element.expansion)

    def _turn(self, element: PdfElement) -> None:
        page = next((word.page for word in element.words()), element.page or 0)
        if 0 < page <= len(self._heard.pages):
            self._page = self._heard.labels[page - 1]

    def _block(self, role: Text, parts: tuple[Part, ...], depth: int, *facts: Text) -> Block:
        return Block(role, parts, self._page, min(depth, _DEEPEST), facts)


def _named(element: PdfElement) -> str:
    """What a place is called: its first heading, its alternative text, or its own words."""
    headings = (one for one in _within(element) if re.fullmatch(r"H\d*", one.role))
    heading = next(headings, None)
    return heading.text if heading else element.alternative or element.text


def _within(element: PdfElement) -> Iterator[PdfElement]:
    waiting = [element]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += [part for part in reversed(one.content) if isinstance(part, PdfElement)]
