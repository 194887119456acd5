"""Tables on paper: columns side by side where every row fits in a line, and else a list.

In the list each row begins with its first cell, and every other cell says its column's heading.
The transcriber's note before it says which, so that nobody takes one for the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bindery.document.braille.codes import Code
from bindery.document.braille.in_trees import INLINE
from bindery.document.model import Element
from bindery.editions.braille.book import BrailleBook

BLANK = "\u2800"
_BETWEEN = 2
"""Cells between two columns."""

_BLOCKS = frozenset({"ul", "ol", "dl", "table", "blockquote", "div", "pre", "figure"})


@dataclass(frozen=True, slots=True)
class Line:
    """Words that begin on a line of their own, and the print pages that start with them."""

    text: str
    folios: tuple[str, ...] = ()


def rows_of(table: Element, book: BrailleBook, width: int) -> Iterator[tuple[str, Line]]:
    """The lines of ``table`` and the kind of block that each is."""
    code, phrases = book.code, book.phrases
    rows = [[cell for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
    rows = [row for row in rows if row]
    widths = _widths(rows)
    if widths and sum(widths) + _BETWEEN * (len(widths) - 1) <= width:
        yield "p", Line(_note(code, phrases["table"]))
        for row in rows:
            yield "row", _side_by_side(row, widths)
    else:
        yield from _as_list(rows, book)
    yield "p", Line(_note(code, phrases["table-ends"]))


def _note(code: Code, words: str) -> str:
    return f"{code.opens}{words}{code.closes}"


def _widths(rows: list[list[Element]]) -> list[int]:
    """How wide each column is; nothing if the table is no plain grid of words."""
    plain = all(
        cell.get("colspan", "1") == "1"
        and cell.get("rowspan", "1") == "1"
        and not any(inner.tag in _BLOCKS for inner in cell.iterdescendants())
        for row in rows
        for cell in row
    )
    if not plain or not rows or len({len(row) for row in rows}) != 1:
        return []
    return [max(len(_text(cell)) for cell in column) for column in zip(*rows, strict=True)]


def _text(cell: Element) -> str:
    return " ".join("".join(_texts(cell)).replace("\u00ad", "").split())


def _texts(element: Element) -> Iterator[str]:
    """The texts in ``element``, with a space around each block in it."""
    yield element.text or ""
    for child in element:
        edge = "" if child.tag in INLINE else " "
        yield edge
        yield from _texts(child)
        yield edge + (child.tail or "")


def _folios(cells: list[Element]) -> tuple[str, ...]:
    return tuple(
        one.get("aria-label") or ""
        for cell in cells
        for one in cell.iter("span")
        if one.get("role") == "doc-pagebreak"
    )


def _side_by_side(row: list[Element], widths: list[int]) -> Line:
    """A row with blanks that no line can end at."""
    cells = [_text(cell).ljust(width) for cell, width in zip(row, widths, strict=True)]
    line = (" " * _BETWEEN).join(cells).rstrip().replace(" ", BLANK)
    return Line(line, _folios(row))


def _as_list(rows: list[list[Element]], book: BrailleBook) -> Iterator[tuple[str, Line]]:
    code, phrases = book.code, book.phrases
    heads = [row for row in rows if all(cell.tag == "th" for cell in row)]
    columns = _columns(heads[:1], rows)
    note = phrases["table-as-list"]
    yield "p", Line(_note(code, note), _folios(heads[0]) if heads else ())
    if columns and heads:
        said = "⠂ ".join(_text(cell) for cell in heads[0] if _text(cell))
        yield "p", Line(_note(code, f"{phrases['columns']}⠒ {said}"))
    for row in rows:
        if heads and row is heads[0]:
            continue
        at = 0
        for number, cell in enumerate(row):
            words = _text(cell) or f"{code.opens}{phrases['empty']}{code.closes}"
            head = columns[at] if number and at < len(columns) else ""
            named = f"{head}⠒ {words}" if head else words
            yield ("cell" if number else "row"), Line(named, _folios([cell]))
            at += int(cell.get("colspan") or 1)


def _columns(heads: list[list[Element]], rows: list[list[Element]]) -> list[str]:
    """The heading of each column, from the first row if it has nothing but headings."""
    if not heads or heads[0] is not rows[0]:
        return []
    return [_text(cell) for cell in heads[0] for _ in range(int(cell.get("colspan") or 1))]
