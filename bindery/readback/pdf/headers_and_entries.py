"""Headers found by Scope in a PDF's tables, and the entries of its contents list."""

from collections.abc import Iterator
from dataclasses import replace

from bindery.finished.pdf.tagged import PdfElement, Words, spaced
from bindery.readback.index_lines import IndexLine, line_of
from bindery.readback.passages import Span

_ACROSS = frozenset({"Row", "Both"})
_DOWN = frozenset({"Column", "Both"})


def headers_by_scope(table: PdfElement) -> dict[int, tuple[PdfElement, ...]]:
    """The headers of every cell by its number (ISO 32000-2, 14.8.5.7)."""
    at: dict[tuple[int, int], PdfElement] = {}
    corners: list[tuple[int, int, PdfElement]] = []
    rows = [row for row in table.walk() if row.role == "TR"]
    for y, row in enumerate(rows):
        x = 0
        for cell in row.children:
            while (x, y) in at:
                x += 1
            corners.append((x, y, cell))
            for dx in range(cell.column_span):
                for dy in range(cell.row_span):
                    at[x + dx, y + dy] = cell
            x += cell.column_span
    found: dict[int, tuple[PdfElement, ...]] = {}
    for x, y, cell in corners:
        across = _towards_edge([at.get((column, y)) for column in range(x - 1, -1, -1)], _ACROSS)
        up = _towards_edge([at.get((x, line)) for line in range(y - 1, -1, -1)], _DOWN)
        found[cell.number] = tuple(dict.fromkeys((*across, *up)))
    return found


def _towards_edge(cells: list[PdfElement | None], scopes: frozenset[str]) -> list[PdfElement]:
    """Return the headers up to the table's edge, or to a data cell beyond a header."""
    met: list[PdfElement] = []
    for cell in cells:
        if cell is None:
            continue
        if cell.role == "TH" and cell.scope in scopes:
            met.append(cell)
        elif met and cell.role == "TD":
            break
    return met


_CONTENTS = ("TOC", "TOCI")


def link_span(element: PdfElement) -> Span:
    """Return where all annotations of a link lead; ``nowhere`` if they do not agree."""
    targets = set(element.links)
    if len(targets) != 1:
        return Span("link", "", value="nowhere" if targets else "")
    target = targets.pop()
    if target.uri is not None:
        return Span("link", "", value=target.uri)
    return Span("link", "", target=target.element, page=target.page)


def entries(contents: PdfElement) -> Iterator[Span]:
    """The entries of a contents list, nested ones too: their words, and where each leads."""
    for child in contents.children:
        if child.role == "TOCI":
            link = next((one for one in _own_elements(child) if one.links), None)
            leads = link_span(link) if link else Span("link", "")
            text = spaced("".join(_own_words(child)))
            yield Span("link", text, leads.value, leads.target, leads.page)
        if child.role in _CONTENTS:
            yield from entries(child)


def _own_elements(entry: PdfElement) -> Iterator[PdfElement]:
    for child in entry.children:
        if child.role not in _CONTENTS:
            yield child
            yield from _own_elements(child)


def _own_words(entry: PdfElement) -> Iterator[str]:
    for part in entry.content:
        if isinstance(part, Words):
            yield part.text
        elif part.role in ("Figure", "Formula"):
            yield f" {part.alternative or ''} "
        elif part.role not in _CONTENTS:
            yield from _own_words(part)


def index_lines(entries: PdfElement) -> Iterator[IndexLine]:
    """The entries of an index, from the list of them; those below others after them."""
    for item in entries.children:
        if item.role != "LI":
            continue
        inside = [one for one in item.walk() if one.role == "L"]
        below = {one.number for each in inside for one in each.walk()}
        names = (one.number for one in item.walk() if one.number not in below)
        yield line_of(_parts(item), names)
        for listed in inside[:1]:
            yield from index_lines(listed)


def _parts(element: PdfElement) -> Iterator[str | Span]:
    """The words and the links of an entry, without those of the entries below it."""
    for part in element.content:
        if isinstance(part, Words):
            yield part.text
        elif part.role == "Link":
            yield replace(link_span(part), text=spaced(part.text))
        elif part.role != "L":
            yield from _parts(part)


_DESCRIBED = frozenset({"Figure", "Formula"})
NOTES = frozenset({"Note", "FENote"})
"""The structure types of notes, of PDF 1.7 and PDF 2.0."""


def words_of_header(header: PdfElement) -> str:
    """Return a header's words, without its images, formulas, notes and labels of lists."""
    return spaced("".join(_plain(header)))


def _plain(element: PdfElement) -> Iterator[str]:
    for part in element.content:
        if isinstance(part, Words):
            yield part.text
        elif part.role not in _DESCRIBED and part.role != "Lbl" and not NOTES & part.names:
            edge = " " if part.role in _BLOCKS_IN_CELLS else ""
            yield edge
            yield from _plain(part)
            yield edge


_BLOCKS_IN_CELLS = frozenset({"BlockQuote", "Div", "L", "LBody", "LI", "P", "Sect", "Table"})
