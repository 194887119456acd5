"""Page labels that equal the printed folios (ISO 32000-2, 12.4.2)."""

from collections.abc import Sequence
from itertools import pairwise

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_NUMERALS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

Label = tuple[str, int]
"""Numbering style (``D``, ``r``, ``R``) and number."""


def labels(folios: Sequence[str]) -> list[Label]:
    """Each page's label. A page without a printed folio counts with those after it, or before."""
    read = [_read(folio) if folio else None for folio in folios]
    for index in reversed(range(len(read) - 1)):
        after = read[index + 1]
        if read[index] is None and after is not None and after[1] > 1:
            read[index] = (after[0], after[1] - 1)
    last: Label = ("D", 0)
    found = []
    for label in read:
        last = label if label is not None else (last[0], last[1] + 1)
        found.append(last)
    return found


def printed(label: Label) -> str:
    """A label as a reader sees it."""
    style, number = label
    if style == "D":
        return str(number)
    numeral = ""
    for value, letters in _NUMERALS:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral.upper() if style == "R" else numeral


def number_tree(found: Sequence[Label]) -> bytes:
    """The catalog's ``PageLabels``: a range for each run of pages that count on."""
    ranges = [(0, found[0])] if found else []
    for index, (before, label) in enumerate(pairwise(found), start=1):
        if label != (before[0], before[1] + 1):
            ranges.append((index, label))
    entries = " ".join(
        f"{index}<</S/{style}/St {max(1, number)}>>" for index, (style, number) in ranges
    )
    return f"<</Nums[{entries}]>>".encode()


def _read(folio: str) -> Label:
    if folio.isdecimal():
        return "D", int(folio)
    values = [_ROMAN[letter] for letter in folio.lower()]
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return "r" if folio.islower() else "R", total
