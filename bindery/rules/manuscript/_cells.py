"""What is in the cells of tables: numbers, and how exact they are."""

import re
from dataclasses import dataclass

_WRITTEN = re.compile(
    r"(?:kr\.?|nok|[$€£]|ca\.?|[~≈<>])?\s*(?P<sign>[-−–]?)\s*"
    r"(?P<digits>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,3}(?:,\d{3}){2,}|\d+)"
    r"(?:(?P<mark>[.,])(?P<decimals>\d+))?\s*(?P<unit>[^\d.,]{0,20})",
    re.IGNORECASE,
)
_ROUND = 3
"""As many zeros at the end may come of rounding."""
_NOTHING = frozenset({"–", "-", "—", "−", "..", "…", ".", ":"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a cell. ``step`` is the difference that rounding may make: 0.1 for 4,2."""

    value: float
    step: float
    unit: str


def number_in(cell: str, *, grouped: str = "") -> Number | None:
    """The number that is all of ``cell``, with a unit. A dash for nothing is 0.

    ``grouped`` is the mark between thousands in the language of the table, if it has one.
    """
    text = cell.strip().strip("*")
    if text in _NOTHING:
        return Number(0, 0, "")
    found = _WRITTEN.fullmatch(text)
    if found is None or len(found["unit"].split()) > 2:
        return None
    digits, decimals = re.sub(r"\D", "", found["digits"]), found["decimals"] or ""
    if found["mark"] and found["mark"] == grouped and len(decimals) == 3:
        digits, decimals = digits + decimals, ""
    value = float(f"{digits}.{decimals or 0}")
    zeros = len(digits) - len(digits.rstrip("0")) if digits.strip("0") else 0
    # 4 100 000 may be rounded to a hundred thousand.
    step = 10.0 ** (-len(decimals) if decimals else zeros if zeros >= _ROUND else 0)
    return Number(-value if found["sign"] else value, step, found["unit"].strip())
