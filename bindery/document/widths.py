"""How much room a table needs, so that no word in it is split."""

from collections import defaultdict

from bindery.document.model import Element, text_of

_BETWEEN_COLUMNS = 2
"""Letters."""


def letters_needed(table: Element) -> int:
    """How many letters the longest words of all columns take up on one line."""
    columns: dict[int, int] = defaultdict(int)
    for row in table.iter("tr"):
        for column, cell in enumerate(row.iterfind("*")):
            longest = max((len(word) for word in text_of(cell).split(" ")), default=0)
            columns[column] = max(columns[column], longest + _BETWEEN_COLUMNS)
    return sum(columns.values())
