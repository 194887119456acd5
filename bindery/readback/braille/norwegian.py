"""A reader of uncontracted Norwegian braille in six dots, by the rules of its handbook.

What it reads is compared with the manuscript's text after both are written the same way: the code
has one sign for what print has several for (« » “ ”; § and &; ? and €). ``norwegian_signs.py`` has
them all.
An unknown cell is told, never guessed.
"""

from dataclasses import dataclass

from bindery.readback.braille.read_cells import DIGITS, MARKS, CellReader, Read, Set

_LETTERS = dict(
    zip(
        "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵⠡⠜⠪⠿⠮⠣⠷⠬⠹⠳⠯⠻⠩⠫⠱",
        "abcdefghijklmnopqrstuvwxyzåæøéèêàòóüçúčŋš",
        strict=True,
    )
)
"""The last ones are Sámi, too: á is ⠷, đ ⠹, ŧ ⠳ and ž ⠮, as the alphabet of 1994 has them."""

_SIGNS = {
    "⠂": ",",
    "⠄": ".",
    "⠆": ";",
    "⠒": ":",
    "⠖": "!",
    "⠢": "?",
    "⠦": "(",
    "⠴": ")",
    "⠲": '"',
    "⠐": "'",
    "⠌": "/",
    "⠔": "*",
    "⠶": "=",
    "⠾": "]",
    "⠈": "@",
    "⠘": "`",
    "⠨": "^",
    "⠸": "_",
    "⠼": "#",
}
_ODD_CAPITALS = {"⠌": "/", "⠾": "}"}
"""What is no letter and has a capital sign: a brace, and a slash between capitals."""

_WITHIN_NUMBERS = "⠂⠄⠒"
_OPENING = " ⠦⠲⠤⠌⠷⠐"
"""What can stand before a sign of emphasis that begins with a word."""

_IN_BRACKETS = 60
"""Cells in which a bracket that opens is closed."""

_AHEAD = 300
"""Cells in which emphasis that begins within a word ends."""

_WORD_SIGNS = 2
"""Capital signs before a word that is all capitals; a passage has one more."""

_CAPITAL, _NUMBER, _LETTER_SIGN = "⠠", "⠼", "⠰"
_EMPHASIS, _STRONG = "⠆", "⠠⠄"
NOTE_OPENS, NOTE_CLOSES = "⠰⠄", "⠠⠆"


def read(cells: str) -> Read:
    """What ``cells`` say: rows joined, without soft hyphens, with ordinary spaces."""
    reader = _Reader(cells)
    while reader.at < len(cells):
        reader.step()
    if reader.notes or reader.passage or reader.emphasis >= 0 or reader.strong >= 0:
        reader.unread.append(cells[-12:])
    return Read("".join(reader.said), tuple(reader.sets), tuple(reader.unread))


@dataclass(slots=True)
class _Reader(CellReader):
    emphasis: int = -1
    strong: int = -1

    def step(self) -> None:
        """Read one sign: one cell or several."""
        for reads in (
            *(self._number, self._note, self._set_off),
            *(self._capitals, self._letter, self._sign),
        ):
            if reads():
                return
        self.tell_unread()

    def _before(self) -> str:
        """The cell before this one. What begins a row is taken to begin a word."""
        before = self.cells[self.at - 1] if self.at else " "
        return " " if before in MARKS else before

    def _number(self) -> bool:
        cell = self.cells[self.at]
        if cell in MARKS:
            return self.say(cell)
        if self.numeric:
            if cell in DIGITS:
                return self.say(DIGITS[cell])
            if cell in _WITHIN_NUMBERS and self.cell(1) in DIGITS:
                return self.say(_SIGNS[cell])
            self.numeric = False
            if cell == _LETTER_SIGN and self.cell(1) in DIGITS and not self._ends_emphasis():
                return self.skip(1)
        if cell == _NUMBER and self.cell(1) in DIGITS:
            self.numeric, self.word = True, False
            return self.skip(1)
        before_letter = self.cell(1) == _LETTER_SIGN and self.cell(2) in DIGITS
        return cell == _NUMBER and before_letter and self.say(_SIGNS[cell], 2)

    def _ends_emphasis(self) -> bool:
        """Whether the sign here, before a letter, is the end of emphasis: the last there is."""
        return self.emphasis >= 0 and _LETTER_SIGN not in self._ahead()

    def _is_before_a_letter(self) -> bool:
        """Whether the sign here keeps a letter from being one more digit: ``4.b``."""
        before = self.cells[max(0, self.at - 2) : self.at]
        after_number = before[:1] in DIGITS and before[1:] in tuple(_WITHIN_NUMBERS)
        return after_number and self.cell(1) in DIGITS and not self._ends_emphasis()

    def _ahead(self) -> str:
        return self.cells[self.at + 1 : self.at + _AHEAD]

    def _note(self) -> bool:
        """The signs around what the transcriber says."""
        opens = self.here(NOTE_OPENS) and self._opens_note()
        if opens or (self.here(NOTE_CLOSES) and self.notes and not self.passage):
            return self.say_note(len(NOTE_OPENS), opens=opens)
        return False

    def _opens_note(self) -> bool:
        """Whether the sign here begins a note, and is no full stop after what is set off."""
        following = self.cell(len(NOTE_OPENS))
        if following not in _LETTERS and following not in (_CAPITAL, _NUMBER):
            return self._before() == " " and following != ""
        begins = self._before() in _OPENING or self.emphasis == len(self.said)
        return begins or self.emphasis < 0

    def _set_off(self) -> bool:
        """The signs around words that are set off."""
        if self.here(_STRONG) and not self.passage:
            self.strong = self._toggled("strong", self.strong)
            return self.skip(len(_STRONG))
        if self.here(_EMPHASIS) and self._opens_emphasis():
            self.emphasis = self._toggled("emphasis", self.emphasis)
            return self.skip(1)
        return self.here(_LETTER_SIGN) and self._ended()

    def _ended(self) -> bool:
        """The sign that ends emphasis, or a word in capitals, or stands before a letter."""
        before_letter = self.cell(1) in _LETTERS
        if self._is_before_a_letter() or (
            self.word and not self._ends_emphasis() and before_letter
        ):
            self.word = False
        elif self.emphasis >= 0:
            self.emphasis = self._toggled("emphasis", self.emphasis)
            self.word = False
        elif not before_letter:
            return False
        return self.skip(1)

    def _opens_emphasis(self) -> bool:
        begins = self._before() in _OPENING
        if self.emphasis >= 0 or self.cell(1) in ("", " "):
            return False
        if self.cell(1) == _CAPITAL and self.cell(2) in ("", " "):
            return False  # a semicolon at the end of a passage in capitals
        after_strong = self.cells[max(0, self.at - 2) : self.at] == _STRONG
        return begins or after_strong or _LETTER_SIGN in self._ahead()

    def _toggled(self, kind: str, since: int) -> int:
        """Begin what is set off, or end it and note its words."""
        if since < 0:
            return len(self.said)
        self.sets.append(Set(kind, "".join(self.said[since:])))
        return -1

    def _capitals(self) -> bool:
        for sign in (_CAPITAL * 3, _CAPITAL * 2, _CAPITAL):
            if self.here(sign) and self._changes(len(sign)):
                return self.skip(len(sign))
        return self.here(_CAPITAL) and self._capital()

    def _capital(self) -> bool:
        """One sign, before a letter or what has it without being one."""
        following = self.cell(1)
        if following in _ODD_CAPITALS:
            self.word = False
            return self.say(_ODD_CAPITALS[following], 2)
        if following == "⠈" and self.cell(2) in _LETTERS:
            return self.say("@" + _LETTERS[self.cell(2)].upper(), 3)
        if following in _LETTERS:
            return self.say(_LETTERS[following].upper(), 2)
        # The sign keeps a number sign, and the second half of per mille, from what is before it.
        parts = following == "⠴" or (following == _NUMBER and self.cell(2) in DIGITS)
        return parts and self.skip(1)

    def _changes(self, signs: int) -> bool:
        """Whether so many capital signs begin a word or a passage, or end one."""
        if signs == 1:
            kept_apart = self.cell(1) == "⠴" and self.cells.endswith("⠨⠴", 0, self.at)
            ends = self.passage and self.cell(1) not in _LETTERS and not kept_apart
            self.passage = self.passage and not ends
            return ends
        if self.passage:
            return False
        self.passage, self.word = signs > _WORD_SIGNS, signs == _WORD_SIGNS
        return True

    def _letter(self) -> bool:
        letter = _LETTERS.get(self.cells[self.at], "")
        if not letter:
            return False
        if letter == "å" and self.cell(1) == _NUMBER:
            self.word = False
            return self.say("↓")
        if letter == "à" and "⠾" in self._ahead()[:_IN_BRACKETS]:
            self.word = False  # a bracket, which has the same sign
        if letter == "ò" and self.cell(1) == _NUMBER:
            return self.say(letter)  # a section sign, which has no capital
        return self.say(letter.upper() if self.word or self.passage else letter)

    def _sign(self) -> bool:
        cell = self.cells[self.at]
        if cell == " ":
            self.word = False
            return self.say(" ")
        if self.here("⠤⠤"):
            self.word = False
            return self.say("–", 2)
        if cell == "⠤":
            self.word = False
            return self.say("-")
        if cell in _SIGNS:
            self.word = self.word and cell == "⠈"
            return self.say(_SIGNS[cell])
        return False
