"""Which headers a reader finds for a cell that names none: by Scope, up and to the left."""

from bindery.readback.heard import HeardElement

_ACROSS = frozenset({"Row", "Both"})
_DOWN = frozenset({"Column", "Both"})


def headers_by_scope(table: HeardElement) -> dict[int, tuple[HeardElement, ...]]:
    """The headers of every cell by its number (ISO 32000-2, 14.8.5.7)."""
    at: dict[tuple[int, int], HeardElement] = {}
    corners: list[tuple[int, int, HeardElement]] = []
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
    found: dict[int, tuple[HeardElement, ...]] = {}
    for x, y, cell in corners:
        across = _towards_edge([at.get((column, y)) for column in range(x - 1, -1, -1)], _ACROSS)
        up = _towards_edge([at.get((x, line)) for line in range(y - 1, -1, -1)], _DOWN)
        found[cell.number] = tuple(dict.fromkeys((*across, *up)))
    return found


def _towards_edge(cells: list[HeardElement | None], scopes: frozenset[str]) -> list[HeardElement]:
    """The headers met on the way to the table's edge; a data cell beyond a header ends it."""
    met: list[HeardElement] = []
    for cell in cells:
        if cell is None:
            continue
        if cell.role == "TH" and cell.scope in scopes:
            met.append(cell)
        elif met and cell.role == "TD":
            break
    return met
