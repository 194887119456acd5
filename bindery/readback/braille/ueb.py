"""A reader of Unified English Braille, uncontracted (grade 1), by its rulebook.

It is table-driven: the longest sign that fits is read. ``as_read`` writes texts as they are read.
"""

import re
from dataclasses import dataclass, field
from unicodedata import digit, normalize

from bindery.readback.braille.read_cells import DIGITS, FORCED, MARKS, PLACES, CellReader, Read, Set

_LETTERS = dict(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵", "abcdefghijklmnopqrstuvwxyz", strict=True))
_ACCENTS = {
    "⠘⠌": "\u0301",
    "⠘⠡": "\u0300",
    "⠘⠩": "\u0302",
    "⠘⠒": "\u0308",
    "⠘⠻": "\u0303",
    "⠘⠫": "\u030a",
    "⠘⠬": "\u030c",
    "⠘⠯": "\u0327",
    "⠈⠤": "\u0304",
    "⠈⠬": "\u0306",
}
"""What is written before a letter with an accent."""

_STROKES = {"⠈⠡⠕": "ø", "⠈⠡⠇": "ł", "⠈⠒⠙": "đ", "⠈⠒⠓": "ħ", "⠈⠒⠞": "ŧ", "⠘⠝": "ŋ", "⠨⠮": "ß"}
_JOINED = {"⠁⠘⠖⠑": "æ", "⠕⠘⠖⠑": "œ", "⠁⠠⠘⠖⠑": "æ", "⠕⠠⠘⠖⠑": "œ"}
_GREEK = dict(zip("⠁⠃⠛⠙⠑⠵⠱⠹⠊⠅⠇⠍⠝⠭⠕⠏⠗⠎⠞⠥⠋⠯⠽⠺", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_SIGNS = {
    **{"⠂": ",", "⠆": ";", "⠒": ":", "⠲": ".", "⠖": "!", "⠄": "'", "⠤": "-", "⠴": '"', "⠶": "′"},
    **{
        "⠠⠶": '"',
        "⠠⠦": "'",
        "⠠⠴": "'",
        "⠠⠤": "–",
        "⠐⠠⠤": "–",
        "⠐⠣": "(",
        "⠐⠜": ")",
        "⠨⠣": "[",
        "⠨⠜": "]",
    },
    **{"⠸⠣": "{", "⠸⠜": "}", "⠸⠌": "/", "⠸⠡": "\\", "⠸⠦": "«", "⠸⠴": "»", "⠸⠲": "•", "⠸⠳": "|"},
    **{"⠸⠹": "#", "⠨⠤": "_", "⠨⠴": "%", "⠨⠡": "`", "⠐⠔": "*", "⠐⠖": "+", "⠐⠶": "=", "⠐⠤": "−"},
    **{"⠐⠦": "×", "⠐⠌": "÷", "⠐⠩": "√", "⠐⠲": "⋅", "⠈⠁": "@", "⠈⠔": "~", "⠈⠢": "^", "⠈⠣": "<"},
    **{"⠈⠜": ">", "⠈⠯": "&", "⠈⠎": "$", "⠈⠑": "€", "⠈⠇": "£", "⠈⠉": "¢", "⠈⠽": "¥", "⠈⠡": "·"},
    **{"⠘⠎": "§", "⠘⠏": "¶", "⠘⠉": "©", "⠘⠗": "®", "⠘⠞": "™", "⠘⠚": "°", "⠘⠔": "≈", "⠘⠑": "∈"},
    **{"⠸⠈⠣": "≤", "⠸⠈⠜": "≥", "⠐⠶⠈⠱": "≠", "⠸⠖": "±", "⠼⠿": "∞", "⠈⠠⠹": "†", "⠈⠠⠻": "‡"},
    **{
        "⠈⠩": "✓",
        "⠰⠳⠕": "→",
        "⠰⠳⠶⠕": "⇒",
        "⠰⠳⠪": "←",
        "⠰⠳⠬": "↑",
        "⠰⠳⠩": "↓",
        "⠰⠳⠲⠩": "↵",
        "⠠⠨⠎": "Σ",
    },
    **{"⠰⠔": "^", "⠰⠢": "↓", "⠘⠒": "¨", "⠫⠿": "○", "⠸⠫⠼⠙": "■", "⠫⠼⠙": "□"},
}
_MOST_CELLS = 4
_NOTE_OPENS, _NOTE_CLOSES = "⠈⠨⠣", "⠈⠨⠜"
_KINDS = {"⠨": "emphasis", "⠘": "strong"}
_ONE, _WORD, _PASSAGE, _ENDS = "⠆", "⠂", "⠶", "⠄"
_OPENING = " ⠣⠦⠤⠌⠶"


_DIVIDED = re.compile(f"([⠈⠘⠨⠸⠐⠠⠼⠰]+[⠌⠡⠩⠒⠻⠫⠬⠯]?)([{FORCED}{PLACES}]+)")
"""A sign of several cells in which a row ends, without a space or a hyphen."""


def read(cells: str) -> Read:
    """What ``cells`` say: rows joined, without soft hyphens, with ordinary spaces."""
    cells = _DIVIDED.sub(r"\2\1", cells)
    reader = _Reader(cells)
    while reader.at < len(cells):
        reader.step()
    reader.end_letter()
    reader.end_word()
    if reader.notes or reader.passage or reader.since:
        reader.unread.append(cells[-12:])
    return Read("".join(reader.said), tuple(reader.sets), tuple(reader.unread))


@dataclass(slots=True)
class _Reader(CellReader):
    since: dict[str, int] = field(default_factory=dict)
    until_space: set[str] = field(default_factory=set)
    letter: str = ""
    at_row: dict[str, int] = field(default_factory=dict)

    def step(self) -> None:
        """Read one sign: one cell or several."""
        self.end_letter()
        for reads in (self._apart, self._number, self._note, self._set_off, self._capitals):
            if reads():
                return
        if self._letter() or self._sign():
            return
        self.tell_unread()

    def end_letter(self) -> None:
        """End what is set off for one letter."""
        if self.letter and len(self.said) > self.since[self.letter]:
            self._end(self.letter)
            self.letter = ""

    def end_word(self) -> None:
        """End what is set off for one word."""
        for kind in sorted(self.until_space, reverse=True):
            self._end(kind)
        self.until_space.clear()

    def _end(self, kind: str) -> None:
        self.sets.append(Set(kind, "".join(self.said[self.since.pop(kind) :])))

    def _apart(self) -> bool:
        """Spaces, and marks of rows and pages."""
        cell = self.cell()
        if cell in MARKS:
            return self.say(cell)
        if cell != " ":
            return False
        self.numeric = self.word = False
        # An address goes on in the next row after a space that is not its own.
        ends_row = self.cell(1) in tuple(PLACES)
        words = {kind: self.since[kind] for kind in self.until_space}
        self.at_row = {**self.at_row, **words} if ends_row else {}
        self.end_word()
        return self.say(" ")

    def _number(self) -> bool:
        cell = self.cell()
        if self.numeric:
            if cell in DIGITS:
                return self.say(DIGITS[cell])
            if cell in "⠂⠲⠌" and self.cell(1) in DIGITS:
                return self.say({"⠂": ",", "⠲": ".", "⠌": "/"}[cell])
            self.numeric = False
        if cell == "⠼" and self.cell(1) in DIGITS:
            self.numeric, self.word = True, False
            return self.skip(1)
        return False

    def _note(self) -> bool:
        opens = self.here(_NOTE_OPENS)
        if opens or (self.here(_NOTE_CLOSES) and self.notes):
            return self.say_note(len(_NOTE_OPENS), opens=opens)
        return False

    def _set_off(self) -> bool:
        """Signs of emphasis: for one letter, a word or a passage, and the sign that ends them."""
        kind = _KINDS.get(self.cell(), "")
        how = self.cell(1)
        if not kind or how not in (_ONE, _WORD, _PASSAGE, _ENDS):
            return False
        if how == _ENDS:
            if kind in self.at_row and kind not in self.since:
                self._take_back(kind)
            if kind not in self.since:
                return False
            self._end(kind)
            self.until_space.discard(kind)
        elif kind in self.since:
            return False
        else:
            self.since[kind] = len(self.said)
            if how == _ONE:
                self.letter = kind
            elif how == _WORD:
                self.until_space.add(kind)
        return self.skip(2)

    def _take_back(self, kind: str) -> None:
        """Let the word that ended with a row go on: the sign that ends it comes after."""
        last = max(at for at, one in enumerate(self.sets) if one.kind == kind)
        del self.sets[last]
        self.since[kind] = self.at_row.pop(kind)

    def _capitals(self) -> bool:
        if self.here("⠠⠠⠠"):
            self.passage = True
            return self.skip(3)
        if self.here("⠠⠠"):
            self.word = True
            return self.skip(2)
        if self.here("⠠⠄") and (self.passage or self.word):
            self.passage = self.word = False
            return self.skip(2)
        if self.cell() != "⠠":
            return False
        found, cells = self._letter_at(self.at + 1)
        return bool(found) and self.say(found.upper(), cells + 1)

    def _letter_at(self, at: int) -> tuple[str, int]:
        """The letter that begins at ``at``, with its accent, and how many cells it has."""
        for table in (_JOINED, _STROKES):
            for cells, letter in table.items():
                if self.cells.startswith(cells, at):
                    return letter, len(cells)
        accent = _ACCENTS.get(self.cells[at : at + 2], "")
        base = _LETTERS.get(self.cells[at + 2 : at + 3], "")
        if accent and base:
            return normalize("NFC", base + accent), 3
        if self.cells[at : at + 1] == "⠨" and self.cells[at + 1 : at + 2] in _GREEK:
            return _GREEK[self.cells[at + 1]], 2
        return _LETTERS.get(self.cells[at : at + 1], ""), 1

    def _letter(self) -> bool:
        found, cells = self._letter_at(self.at)
        if not found or (self.cell() in "⠈⠘⠨" and self._longest() > cells):
            return False
        return self.say(found.upper() if self.word or self.passage else found, cells)

    def _longest(self) -> int:
        """How many cells the longest sign has that fits here; 0 if none does."""
        return next(
            (
                size
                for size in range(_MOST_CELLS, 0, -1)
                if self.cells[self.at : self.at + size] in _SIGNS
            ),
            0,
        )

    def _sign(self) -> bool:
        cell = self.cell()
        if cell == "⠦":
            before = self.cells[self.at - 1] if self.at else " "
            opens = before in _OPENING or before in MARKS
            return self._ended(self.say('"' if opens else "?"))
        if size := self._longest():
            return self._ended(self.say(_SIGNS[self.cells[self.at : self.at + size]], size))
        if cell == "⠰" and self.cell(1) == "⠦":
            return self._ended(self.say("?", 2))
        return cell == "⠰" and self.skip(1)

    def _ended(self, done: bool) -> bool:
        self.word = False
        return done


_SAME = {
    **dict.fromkeys("“”„‟", '"'),
    **dict.fromkeys("‘’ʼ", "'"),
    **dict.fromkeys("—―", "–"),
    **dict.fromkeys("\u2010\u2011\u2012", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f", " "),
    **dict.fromkeys(
        "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\ufe0e\ufe0f",
        "",
    ),
    **{"…": "...", "µ": "μ", "●": "*", "∑": "Σ", "ς": "σ", "´": "'", "″": "′′"},
    **dict(zip("½⅓⅔¼¾⅕⅛", ["1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/8"], strict=True)),
}
_SAME_TABLE = str.maketrans(_SAME)
_SMALLDIGITS = ((re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+"), "^"), (re.compile("[₀₁₂₃₄₅₆₇₈₉]+"), "↓"))


def as_read(text: str) -> str:
    """Write the manuscript's ``text`` as the reader of cells would."""
    for pattern, sign in _SMALLDIGITS:
        for found in sorted(set(pattern.findall(text)), key=len, reverse=True):
            text = text.replace(found, sign + "".join(str(digit(one)) for one in found))
    return normalize("NFC", text).translate(_SAME_TABLE)
