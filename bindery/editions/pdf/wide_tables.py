"""Tables that need the paper turned, because their words have no room side by side upright."""

from collections import defaultdict

from bindery.document.model import Element, add_class, text_of
from bindery.editions.pdf.looks import Page

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BETWEEN_COLUMNS = 2
"""Letters."""


def mark_wide_tables(body: Element, page: Page) -> None:
    """Say of each table whether a turned ``page`` is needed, and whether not even that is enough.

    A heading comes along with its table. Words are not split to make a table fit, as long as any
    page has room for the whole words.
    """
    for table in body.iter("table"):
        needed = _letters_needed(table)
        if needed > page.measure:
            add_class(table, "wide crowded" if needed > page.wide_measure else "wide")
            before = table.getprevious()
            while before is not None and before.tag in _HEADINGS:
                add_class(before, "wide")
                before = before.getprevious()


def _letters_needed(table: Element) -> int:
    """How many letters the longest words of all columns take up on one line."""
    columns: dict[int, int] = defaultdict(int)
    for row in table.iter("tr"):
        for column, cell in enumerate(row.iterfind("*")):
            longest = max((len(word) for word in text_of(cell).split(" ")), default=0)
            columns[column] = max(columns[column], longest + _BETWEEN_COLUMNS)
    return sum(columns.values())
