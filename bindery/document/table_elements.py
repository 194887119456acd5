"""Tables in the Document: header cells, merged cells with their headers, captions, sums.

A pipe table comes as a ``table``; all others as ``div``s of the classes ``table``, ``row`` and
``cell``, which ``bindery/manuscript/marks/`` writes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from lxml import etree
from lxml.builder import E

from bindery.document.figures import names_a
from bindery.document.model import (
    IN_SUMMARY,
    MATHML,
    SOURCE,
    TURNED,
    Element,
    has_class,
    text_of,
    unwrap,
)

_NAMES = etree.XPath("//@id")
"""Finds the ids in the whole chapter."""

_MOST_DIGITS = 3
"""Of a number of columns or rows: HTML has no cell over more than 1000 columns."""


def write_tables(chapter: Element) -> None:
    """Make each table of ``chapter`` one that every cell's headers are known of."""
    # The last first, so that a table in a cell is there before the one around it.
    for div in reversed(list(chapter.iter("div"))):
        if has_class(div, "table") or names_a(div, "tbl"):
            _table(div)
    names = _free_names(chapter)
    for table in chapter.iter("table"):
        _name_headers(table)
        _refer_to_headers(table, names)


def caption_of(tag: str, blocks: list[Element]) -> Element:
    """A caption of ``blocks``: the text of a single paragraph, or several paragraphs."""
    caption = E(tag)
    if len(blocks) == 1 and blocks[0].tag == "p":
        caption.text = blocks[0].text
        caption.extend(list(blocks[0]))
    else:
        caption.extend(blocks)
    if source := blocks[0].get(SOURCE):
        caption.set(SOURCE, source)
    return caption


def _table(div: Element) -> None:
    """Write the caption into the table, and what its classes ask for."""
    rows = [child for child in div if child.tag == "div" and has_class(child, "row")]
    if rows:
        div.insert(div.index(rows[0]), _drawn(rows))
        for row in rows:
            div.remove(row)
    tables = div.findall("table")
    if len(tables) != 1:
        if tables:
            unwrap(div)
        return
    table = tables[0]
    caption = [block for block in div if block is not table]
    if caption:
        for old in table.findall("caption"):
            table.remove(old)
        table.insert(0, caption_of("caption", caption))
    for name in ("id", "lang", IN_SUMMARY):
        if (value := div.get(name)) is not None:
            table.set(name, value)
    if has_class(div, "row-headers"):
        _head_rows(table)
    if has_class(div, "total"):
        _end_with_total(table)
    if has_class(div, "wide"):
        table.set(TURNED, "")
    if SOURCE not in table.attrib and (source := div.get(SOURCE)):
        table.set(SOURCE, source)
    div[:] = [table]
    unwrap(div)


def _drawn(rows: list[Element]) -> Element:
    """The table of a carrier's ``rows``."""
    table = E.table()
    for row in rows:
        part = next((f"t{name}" for name in ("head", "foot") if has_class(row, name)), "tbody")
        if not len(table) or table[-1].tag != part:
            table.append(E(part))
        cells = [_cell(cell) for cell in row if has_class(cell, "cell")]
        table[-1].append(E.tr(*cells))
    return table


def _cell(div: Element) -> Element:
    """A cell of its ``div``: words alone, or blocks."""
    kind = _taken(div, "header")
    cell = E("th" if kind else "td")
    if kind:
        cell.set("scope", kind)
    for span in ("colspan", "rowspan"):
        value = _taken(div, span)
        if value.isdecimal() and len(value) <= _MOST_DIGITS and int(value) > 1:
            cell.set(span, str(int(value)))
    if align := _taken(div, "align"):
        cell.set("class", f"align-{align}")
    for name in ("id", "lang"):
        if (said := div.get(name)) is not None:
            cell.set(name, said)
    blocks = list(div)
    if len(blocks) == 1 and blocks[0].tag == "p":
        cell.text = blocks[0].text
        cell.extend(list(blocks[0]))
    else:
        cell.extend(blocks)
        for block in blocks:
            block.tail = "\n"
    if blocks and (source := blocks[0].get(SOURCE)):
        cell.set(SOURCE, source)
    return cell


def _taken(div: Element, name: str) -> str:
    return div.attrib.pop(name, None) or div.attrib.pop(f"data-{name}", None) or ""


def _head_rows(table: Element) -> None:
    """Make the first column a header of each row, and the next where that one heads several."""
    below = [one for one in placed_cells(table) if _part_of(one.cell) != "thead"]
    most = max((one.columns.stop for one in below), default=0) - 1
    width, column = 1, 0
    while column < width:
        for one in below:
            if one.columns.start == column:
                one.cell.tag = "th"
                one.cell.set("scope", "row")
                if len(one.rows) > 1:
                    width = min(most, max(width, one.columns.stop + 1))
        column += 1


def _part_of(cell: Element) -> str:
    row = cell.getparent()
    part = None if row is None else row.getparent()
    return "" if part is None else str(part.tag)


def _end_with_total(table: Element) -> None:
    """Make the last row a foot: the sum of those above."""
    bodies = table.findall("tbody")
    if table.find("tfoot") is None and bodies and len(bodies[-1]) > 1:
        table.append(E.tfoot(bodies[-1][-1]))


def _name_headers(table: Element) -> None:
    rows = table.findall("thead/tr")
    headers = [cell for row in rows for cell in row.iterfind("th")]
    if rows and not any(map(_says_something, headers)) and table.find("tbody/tr") is not None:
        # A row of empty headers is how its author left them out.
        for head in table.findall("thead"):
            table.remove(head)
        headers = []
    for cell in headers:
        if cell.get("scope") not in ("row", "col"):
            cell.set("scope", "col")
    for number, cell in enumerate(headers):
        if (number == 0 or len(rows) > 1) and not _says_something(cell):
            # The empty corner above the rows' names heads nothing.
            cell.tag = "td"
            del cell.attrib["scope"]
    for cell in table.iter("th", "td"):
        style = cell.attrib.pop("style", "")
        if align := style.removeprefix("text-align: ").rstrip(";"):
            cell.set("class", f"align-{align}")
    for columns in table.findall("colgroup"):
        table.remove(columns)


def _says_something(cell: Element) -> bool:
    return bool(text_of(cell)) or next(cell.iter("img", f"{MATHML}math"), None) is not None


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell where it stands, with the rows and columns that it covers, from 0."""

    cell: Element
    rows: range
    columns: range

    @property
    def is_header(self) -> bool:
        """Whether it has words and is a header of others."""
        return self.cell.tag == "th" and _says_something(self.cell)


def _refer_to_headers(table: Element, names: Iterator[str]) -> None:
    """Name the headers in each cell of a table with merged cells: ``scope`` does not say it all."""
    cells = list(placed_cells(table))
    if all(len(one.rows) == len(one.columns) == 1 for one in cells):
        return
    over: dict[int, list[PlacedCell]] = {}
    beside: dict[int, list[PlacedCell]] = {}
    for one in cells:
        if one.is_header:
            if "id" not in one.cell.attrib:
                one.cell.set("id", next(names))
            if one.cell.get("scope") == "row":
                for row in one.rows:
                    beside.setdefault(row, []).append(one)
            else:
                for column in one.columns:
                    over.setdefault(column, []).append(one)
    for one in cells:
        found = [
            header
            for column in one.columns
            for header in over.get(column, ())
            if header.rows.stop <= one.rows.start
        ]
        found += [
            header
            for row in one.rows
            for header in beside.get(row, ())
            if header.columns.stop <= one.columns.start
        ]
        if found:
            heads = dict.fromkeys(header.cell.get("id") or "" for header in found)
            one.cell.set("headers", " ".join(heads))


def placed_cells(table: Element) -> Iterator[PlacedCell]:
    """The cells of ``table`` where they stand, with the rows and columns that each covers."""
    free: dict[int, int] = {}
    number = 0
    parts = list(table.iterchildren("thead", "tbody", "tfoot")) or [table]
    for part in (part.findall("tr") for part in parts):
        end = number + len(part)
        for row in part:
            column = 0
            for cell in row:
                while free.get(column, 0) > number:
                    column += 1
                width, height = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
                rows = range(number, min(number + height, end))
                columns = range(column, column + width)
                for covered in columns:
                    free[covered] = rows.stop
                yield PlacedCell(cell, rows, columns)
                column = columns.stop
            number += 1


def _free_names(chapter: Element) -> Iterator[str]:
    taken = {*_NAMES(chapter)}
    return (name for number in count(1) if (name := f"celle.{number}") not in taken)
