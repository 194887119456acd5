"""Tables that need the paper turned, because their words have no room side by side upright."""

from bindery.document.model import Element, add_class
from bindery.document.paper import Page
from bindery.document.widths import letters_needed

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def mark_wide_tables(body: Element, page: Page) -> None:
    """Say of each table whether a turned ``page`` is needed, and whether not even that is enough.

    A heading comes along with its table. Words are not split to make a table fit, as long as any
    page has room for the whole words.
    """
    for table in body.iter("table"):
        needed = letters_needed(table)
        if needed > page.measure:
            add_class(table, "wide crowded" if needed > page.wide_measure else "wide")
            before = table.getprevious()
            while before is not None and before.tag in _HEADINGS:
                add_class(before, "wide")
                before = before.getprevious()
