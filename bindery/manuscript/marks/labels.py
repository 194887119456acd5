"""Labels of numbered lists as people write them: ``a)``, ``iv.``, ``(1)``, ``#.``."""

import re
from dataclasses import dataclass

_LABEL = re.compile(
    r"(?P<open>\()?(?P<number>\d{1,9}|[a-z]{1,8}|[A-Z]{1,8}|#|@[\w-]{0,40})(?P<close>[.)])"
    r"(?P<space>[ \t]+(?=\S))"
)
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_TWO_SPACES = 2

ANY = "#"
"""The number of a label that only says that the next number comes."""

EXAMPLE = "@"
"""How the number of an example's label begins."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label as written: its ``number``, what is around it, and how ``wide`` it is.

    ``delimiter`` is ``period``, ``paren`` or ``parens``.
    """

    written: str
    number: str
    delimiter: str
    wide: int

    @property
    def kind(self) -> tuple[str, str]:
        """What all items of one list have in common."""
        if self.number.startswith((ANY, EXAMPLE)):
            return self.number[0], self.delimiter
        if self.number.isdecimal():
            return "1", self.delimiter
        return "a" if self.number.islower() else "A", self.delimiter

    def values(self) -> dict[str, int]:
        """The type of list (HTML's) that this may be the label of, and its number there."""
        if self.number.isdecimal():
            return {"1": int(self.number)}
        if self.number.startswith((ANY, EXAMPLE)):
            return {}
        small = self.number.lower()
        upper = self.number != small
        found = {}
        if len(small) == 1:
            found["A" if upper else "a"] = ord(small) - ord("a") + 1
        if _ROMAN.fullmatch(small):
            found["I" if upper else "i"] = _roman(small)
        return found


def label_at(line: str) -> Label | None:
    """The label that ``line`` begins with, of a list that CommonMark does not have."""
    found = _LABEL.match(line)
    if found is None:
        return None
    number, opened, close = found["number"], found["open"], found["close"]
    delimiter = "parens" if opened else "paren" if close == ")" else "period"
    written = found[0].rstrip(" \t")
    label = Label(written, number, delimiter, len(written))
    if number.startswith((ANY, EXAMPLE)):
        fits = delimiter == ("period" if number == ANY else "parens")
    elif number.isdecimal():
        fits = delimiter == "parens"  # The others are CommonMark's.
    else:
        is_initial = len(number) == 1 and number.isupper() and delimiter == "period"
        fits = not is_initial or len(found["space"].expandtabs()) >= _TWO_SPACES
        fits = fits and bool(label.values())
    return label if fits and not (opened and close == ".") else None


def _roman(number: str) -> int:
    values = [_VALUES[letter] for letter in number]
    following = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, following, strict=True))


def runs(labels: list[Label]) -> list[tuple[str, int, int]]:
    """The lists that ``labels`` of one kind make: the type of each, its first number, its length.

    A label that does not follow from the one before begins a list of its own, so that all are
    printed as they are written.
    """
    found: list[tuple[str, int, int]] = []
    at = 0
    while at < len(labels):
        first = labels[at].values()
        possible, length = first, 1
        while at + length < len(labels):
            values = labels[at + length].values()
            going_on = {
                kind: start
                for kind, start in possible.items()
                if values.get(kind) == start + length
            }
            if not going_on:
                break
            possible, length = going_on, length + 1
        kind = _settled(possible, length)
        found.append((kind, possible[kind], length))
        at += length
    return found


def _settled(possible: dict[str, int], length: int) -> str:
    """The type of a list with several possible ones: ``i)`` alone is roman, ``c)`` a letter."""
    roman = next((kind for kind in possible if kind in "iI"), None)
    if roman is not None and (len(possible) == 1 or (possible[roman] == 1 and length == 1)):
        return roman
    return next(kind for kind in possible if kind not in "iI")
