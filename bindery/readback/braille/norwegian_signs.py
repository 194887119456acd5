"""What print has several signs for, and Norwegian braille one: texts are compared as read."""

import re
from collections.abc import Iterator
from functools import partial
from unicodedata import digit

_LIKE = {
    "ä": "æ",
    "ö": "ø",
    "á": "à",
    "ž": "è",
    "ß": "è",
    "í": "ê",
    "đ": "ó",
    "~": "ó",
    "ð": "š",
    "\\": "š",
    "ŧ": "ü",
    "þ": "ŋ",
    "√": "č",
    "œ": "ò",
    "§": "ò",
    "&": "ò",
    "ý": "ç",
    "ï": "/",
    "|": "é",
    "■": "é",
    "□": "é",
    "[": "à",
    "{": "À",
    "£": "l",
    "$": '"',
    "€": "?",
    "+": "!",
    "±": "!-",
    "≈": "??",
    "÷": ":",
    "×": ".",
    "·": ".",
    "⋅": ".",
    "´": "'",
    "¯": "`",
    "¥": "`y",
    "¤": "(m)",
    "©": "(c)",
    "®": "(r)",
    "™": "(t)",
    "°": "')",
    "″": "''",
    "→": ":'",
    "←": ",:",
    "↔": ",:'",
    "%": "^)",
    "‰": "^))",
    "…": "...",
    "—": "–",
    "―": "–",
    "•": "–",
    "●": "=",
    "○": "=",
    "∞": "#é",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2212": "-",
    **dict.fromkeys("«»“”„‟‹›‚", '"'),
    **dict(
        zip(
            "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
            [
                "1/2",
                "1/3",
                "2/3",
                "1/4",
                "3/4",
                "1/5",
                "2/5",
                "3/5",
                "4/5",
                "1/6",
                "5/6",
                "1/8",
                "3/8",
                "5/8",
                "7/8",
            ],
            strict=True,
        )
    ),
}


_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_GREEK_ACCENTED = "άέήίόύώϊϋΐΰς"


def _greek() -> Iterator[tuple[str, str]]:
    latin = "abgdezšóiklmnxoprstufçyw"
    for small, letter in zip(_GREEK, latin, strict=True):
        yield small, f"`{letter}"
        yield small.upper(), f"_{letter}"
    for accented, plain in zip(_GREEK_ACCENTED, "αεηιουωιυιυσ", strict=True):
        yield accented, f"`{latin[_GREEK.index(plain)]}"
        if len(accented.upper()) == 1:
            yield accented.upper(), f"_{latin[_GREEK.index(plain)]}"
    yield "µ", "`m"


_ACCENTED = {
    "a": "âãāăą",
    "c": "ćĉċ¢",
    "d": "ď",
    "e": "ëēĕėęě",
    "g": "ĝğġģ",
    "h": "ĥħ",
    "i": "ìîĩīĭį",
    "j": "ĵ",
    "k": "ķ",
    "l": "ĺļľŀł",
    "n": "ñńņň",
    "o": "ôõōŏő",
    "r": "ŕŗř",
    "s": "śŝş",
    "t": "ţť",
    "u": "ùûũūŭůűų",
    "w": "ŵ",
    "y": "ÿŷ",
    "z": "źż",
}
"""Letters that the code writes as a letter after dot 4."""

_LIKE |= dict(_greek())
_LIKE |= {letter: f"@{base}" for base, letters in _ACCENTED.items() for letter in letters}
_LIKE |= {
    letter.upper(): f"@{base.upper()}"
    for base, letters in _ACCENTED.items()
    for letter in letters
    if letter.upper() != letter
}
for _small, _same in [*_LIKE.items()]:
    if len(_small.upper()) == 1 and _small.upper() != _small and len(_same) == 1:
        _LIKE.setdefault(_small.upper(), _same.upper())

SAME = str.maketrans(_LIKE)
"""What print has several signs for, and the code one."""

_BEFORE_SAME = (
    (re.compile(r"(?<=\w)[’‘ʼ](?=\w)"), "'"),
    (re.compile(r"(?<=[sxzSXZ])’"), "'"),
    (re.compile(r"[‘’]"), '"'),
    (re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))"), "."),
    (re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]"), " "),
    (re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufe0e\ufe0f]"), ""),
    (re.compile(r"\u2212"), "-"),
    (re.compile(r"--"), "–"),
    (re.compile(r"(?<=\d)-(?=\d)"), "–"),
    (re.compile(r" +(?=[%‰])"), ""),
    (re.compile(r"(?<=§) +(?=\d)"), ""),
)


_SMALL_DIGITS = ((re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+"), "^"), (re.compile("[₀₁₂₃₄₅₆₇₈₉]+"), "↓"))
"""Digits above and below the line, and the sign that stands before them."""


def _signed(sign: str, found: "re.Match[str]") -> str:
    return sign + "".join(str(digit(one)) for one in found[0])


def as_read(text: str) -> str:
    """Write the manuscript's ``text`` as the reader of cells would."""
    for pattern, by in _BEFORE_SAME:
        text = pattern.sub(by, text)
    for pattern, sign in _SMALL_DIGITS:
        text = pattern.sub(partial(_signed, sign), text)
    return text.translate(SAME)
