"""Tables: rows, cells, and the headers that are read out with each cell (ISO 32000-2, 14.8.5.7)."""

from typing import Any

from bindery.editions.pdf.structure.struct_elements import Item, Kid, StructElem
from bindery.editions.pdf.structure.table_headers import Cell, read_table
from bindery.editions.pdf.structure.tree_builder import Builder


def table(builder: Builder, element: Any) -> list[Item]:
    """A table with its caption first and every cell in place, including empty ones."""
    cells = {cell.element: cell for cell in read_table(element).cells}
    kids = [_part(builder, child, cells) for child in element]
    captions = [kid for kid in kids if kid is not None and kid.type == "Caption"]
    rows = [kid for kid in kids if kid is not None and kid.type != "Caption"]
    made = builder.make("Table", element, [*captions, *_grouped(rows)])
    return builder.finished(made)


def _grouped(rows: list[StructElem]) -> list[StructElem]:
    """``rows`` in groups if there is a head; without groups if there are only head rows.

    A THead must have a TBody beside it (ISO 14289-1, 7.2).
    """
    if not any(row.type == "THead" for row in rows):
        return rows
    if all(row.type == "THead" for row in rows):
        return [row for head in rows for row in head.kids if isinstance(row, StructElem)]
    grouped: list[StructElem] = []
    for row in rows:
        if row.type != "TR":
            grouped.append(row)
        elif grouped and grouped[-1].type == "TBody" and grouped[-1].source == -1:
            grouped[-1].kids.append(row)
        else:
            grouped.append(StructElem("TBody", kids=[row]))
    return grouped


def _part(builder: Builder, element: Any, cells: dict[Any, Cell]) -> StructElem | None:
    if element in cells:
        return _cell(builder, element, cells[element], cells)
    if element.tag == "caption":
        made = builder.make("Caption", element, builder.children(element))
        return made if builder.finished(made) else None
    kind = {"thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR"}.get(element.tag)
    if kind is None:
        return None
    parts = [_part(builder, child, cells) for child in element]
    kids: list[Item] = [part for part in parts if part is not None]
    return builder.make(kind, element, kids) if kids else None


def _cell(builder: Builder, element: Any, cell: Cell, cells: dict[Any, Cell]) -> StructElem:
    made = builder.make("TH" if cell.is_header else "TD", element, builder.children(element))
    builder.finished(made)
    made.kids = [_allowed(kid) for kid in made.kids]
    made.language = element.get("lang", "")
    if cell.is_header:
        made.id = _name(builder, element)
        made.set("Table", Scope=cell.scope or "Column")
    if cell.colspan > 1:
        made.set("Table", ColSpan=cell.colspan)
    if cell.rowspan > 1:
        made.set("Table", RowSpan=cell.rowspan)
    # HTML lets ``headers`` name a data cell; in a PDF only a TH is a header (14.8.5.7).
    heads = (header for header in cell.headers if header in cells and cells[header].is_header)
    headers = [_name(builder, header) for header in heads]
    if headers:
        made.set("Table", Headers=headers)
    return made


_NOT_IN_CELLS = frozenset({"Art", "Aside", "BlockQuote"})


def _allowed(kid: Kid) -> Kid:
    """``kid`` as a cell may hold it: what it may not hold itself, in a section (ISO 32005)."""
    is_apart = isinstance(kid, StructElem) and kid.type in _NOT_IN_CELLS
    return StructElem("Sect", kids=[kid]) if is_apart else kid


def _name(builder: Builder, header: Any) -> str:
    """A header cell's own name in the file."""
    return f"th{builder.numbers[header]}"
