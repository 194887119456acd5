"""What is written another way before it is translated, since the table would write it wrongly.

``docs/braille.md`` lists it for transcribers. Each letter keeps the number of the one it is from.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bindery.document.braille.codes import Code

_INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\u2066\u2067\u2068\u2069\ufe0e\ufe0f",
    )
)
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPTS = dict(zip(SUPERSCRIPTS, "0123456789", strict=True))
_SINGLE = {
    "\u2011": "-",  # a hyphen at which no line ends
    "\u2015": "–",
    "·": "×",  # a dot for times, which the code writes as it writes a cross
    "⋅": "×",
    "µ": "μ",  # the sign for micro is the Greek letter
    "‹": "«",
    "›": "»",
    "‚": "«",
    "´": "'",
    "¸": ",",
    "ª": "a",
    "º": "o",
    # The code has no accents of Greek, and one sign for both forms of sigma.
    **dict(zip("άέήίόύώϊϋΐΰςΆΈΉΊΌΎΏ", "αεηιουωιυιυσΑΕΗΙΟΥΩ", strict=True)),
}

Letters = Sequence[int]
Change = Callable[["re.Match[str]"], str]

_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)")
_GROUPS = re.compile(r"[\u00a0\u2009\u202f]")
_APOSTROPHE = re.compile(r"(?<=\w)[’‘ʼ](?=\w)|(?<=[sxzSXZ])’(?=\s|$|[.,;:!?)])")
_INNER = re.compile(r"[‘’]")
_AFTER_NUMBER = re.compile(r"(?<=\d[.,:])(?=[a-j])|(?<=#)(?=[a-j])")
"""Where a letter would be read as a digit: the table puts its sign only right after the digit, and
# is the sign of numbers."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is translated, and which letter of the one before each letter is from."""

    text: str
    origins: tuple[int, ...]


def folded(text: str, code: Code, looks: Sequence[int] = ()) -> Folded:
    """Write ``text`` as the table for ``code`` can translate it; ``looks`` are of its letters."""
    pairs = [(letter, at) for at, letter in enumerate(text) if ord(letter) not in _INVISIBLE]
    for pattern, change in _changes(code):
        pairs = _changed(pairs, pattern, change)
    if code.name == "norwegian":
        pairs = _capitals_one_by_one(pairs)
        pairs = _capitals_word_by_word(pairs, looks)
    return Folded("".join(letter for letter, _ in pairs), tuple(at for _, at in pairs))


def _changes(code: Code) -> Iterable[tuple["re.Pattern[str]", Change]]:
    if code.thousands.strip():
        yield _GROUPED, lambda found: _GROUPS.sub(code.thousands, found[0])
    yield re.compile(f"[{_SPACES}]"), lambda _: " "
    if code.name != "ueb":
        yield re.compile("\u2212"), lambda _: "-"
    yield re.compile(f"[{''.join(_SINGLE)}]"), lambda found: _SINGLE[found[0]]
    if code.name == "ueb":
        yield (
            re.compile(f"[{SUPERSCRIPTS}]+"),
            lambda found: f"⠰⠔⠼{_in_cells(found[0], SUPERSCRIPTS)}",
        )
        yield (
            re.compile(f"[{_SUBSCRIPTS}]+"),
            lambda found: f"⠰⠢⠼{_in_cells(found[0], _SUBSCRIPTS)}",
        )
    if code.name == "norwegian":
        yield re.compile(f"[{''.join(_SUPERSCRIPTS)}]+"), _raised
        yield _AFTER_NUMBER, lambda _: "⠰"
        yield _APOSTROPHE, lambda _: "'"
        yield _INNER, lambda found: "«" if found[0] == "‘" else "»"


_PATH = re.compile(r"\S*/\S*/\S*")


def _capitals_one_by_one(pairs: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Write the capitals of addresses with a sign each.

    After a slash the table makes the letters that follow a word in capitals capitals, too.
    """
    text = "".join(letter for letter, _ in pairs)
    made: list[tuple[str, int]] = []
    last = 0
    for found in _PATH.finditer(text):
        made += pairs[last : found.start()]
        for letter, at in pairs[found.start() : found.end()]:
            if letter != (small := letter.lower()) and len(small) == 1:
                made += (("⠠", at), (small, at))
            else:
                made.append((letter, at))
        last = found.end()
    return made + pairs[last:]


_TOKENS = re.compile(r"\S+|$")
_PIECES = re.compile(r"[^\W\d_]+|[\W\d_]")


def _capitals_word_by_word(
    pairs: list[tuple[str, int]], looks: Sequence[int]
) -> list[tuple[str, int]]:
    """Write a sign before each word in capitals where words are set off within a row of them.

    The table ends the row after the comma or full stop that follows, and so within the words that
    are set off and outside them at the same time.
    """
    text = "".join(letter for letter, _ in pairs)
    made: list[tuple[str, int]] = []
    last = 0
    for start, end in _rows_of_capitals(text):
        around = [looks[at] for _, at in pairs[max(0, start - 1) : end + 1]] if looks else []
        if len(set(around)) < 2:
            continue
        made += pairs[last:start]
        last = end
        for found in _PIECES.finditer(text[start:end]):
            own = pairs[start + found.start() : start + found.end()]
            if found[0].isupper() and len(found[0].lower()) == len(own):
                made += [("⠠", own[0][1])] * min(2, len(own))
                own = [(letter.lower(), at) for letter, at in own]
            made += own
    return made + pairs[last:]


def _rows_of_capitals(text: str) -> Iterator[tuple[int, int]]:
    """Where two or more words in a row have capitals and no small letters."""
    row: list[tuple[int, int]] = []
    for found in _TOKENS.finditer(text):
        if found[0].isupper():
            row.append(found.span())
        else:
            if len(row) > 1:
                yield row[0][0], row[-1][1]
            row = []


_SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"
_DIGITS = "⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊"


def _in_cells(digits: str, kind: str) -> str:
    """Digits above or below the line, as cells: the English table has only some of them."""
    return "".join(_DIGITS[kind.index(digit)] for digit in digits)


def _raised(found: "re.Match[str]") -> str:
    return "^" + "".join(_SUPERSCRIPTS[digit] for digit in found[0])


def _changed(
    pairs: list[tuple[str, int]], pattern: "re.Pattern[str]", change: Change
) -> list[tuple[str, int]]:
    text = "".join(letter for letter, _ in pairs)
    made: list[tuple[str, int]] = []
    last = 0
    for found in pattern.finditer(text):
        made += pairs[last : found.start()]
        new = change(found)
        origins = [at for _, at in pairs[found.start() : found.end()]]
        # A sign that is put before what it belongs to comes from the same letter.
        first = origins[0] if origins else pairs[found.start()][1]
        origins = [first] * (len(new) - len(origins)) + origins
        made += zip(new, origins, strict=True)
        last = found.end()
    return made + pairs[last:]
