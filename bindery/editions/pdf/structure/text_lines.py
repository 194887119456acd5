"""The author's words in a laid-out line of text, however the line was broken or drawn."""

import re
from functools import lru_cache
from typing import Any

from bindery.vocabulary.text import SOFT_HYPHEN

Box = Any

HYPHEN = "\N{HYPHEN}"

_UNHEARD = re.compile(
    "[\N{SOFT HYPHEN}\N{HYPHEN}\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}"
    "\N{WORD JOINER}-\N{INVISIBLE PLUS}\N{VARIATION SELECTOR-1}-\N{VARIATION SELECTOR-16}"
    "\u0590-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U0010ffff]"
)
"""Characters that cannot be recovered from glyphs: those that join, choose or colour others,
letters drawn from right to left, and those of India and its neighbours, which change places."""

_ONE_GLYPH_FOR_TWO = ("all-small-caps", "all-petite-caps", "unicase")
"""Variants in which a capital has the glyph of the small letter."""


def authored(box: Box) -> tuple[str, int, int | None]:
    """The text that a text box is a line of, and the byte offsets of the line's start and end."""
    known: tuple[str, int, int | None] = getattr(box, "authored", (box.text, 0, None))
    return known


@lru_cache(maxsize=64)
def encoded(whole: str) -> bytes:
    """A paragraph's bytes, cached for its lines."""
    return whole.encode()


def spaces(box: Box) -> tuple[bool, bool]:
    """Whether the author wrote white space just before, and at the end of, a text box's text.

    If "one two" is on two lines, the first box has it at its end. A line of code that goes in
    another direction than the one before is a text of its own, which the line break is not part of.
    """
    whole, start, end = authored(box)
    raw = encoded(whole)
    broken = start == 0 and getattr(box, "begins_line", False)
    return broken or raw[max(0, start - 1) : start].isspace(), raw[start:end][-1:].isspace()


def end_with_space(box: Box) -> None:
    """Restore the space removed at the end of a line, so that words of two lines stay separate."""
    text = box.pango_layout.text
    if not text[-1:].isspace():
        box.pango_layout.text = text + " "


def is_right_to_left(box: Box) -> bool:
    """Whether the glyphs of a text box are drawn in the opposite of reading order."""
    return bool(box.style["direction"] == "rtl")


def spoken(box: Box) -> str | None:
    """The author's text, if it cannot be recovered from the glyphs.

    A hyphen at a line's end is extracted as a soft hyphen, so the author's own hyphen there needs
    this text.
    """
    text: str = box.pango_layout.text
    whole, _, end = authored(box)
    mark: str = box.style["hyphenate_character"]
    hyphenated = end is not None and text.endswith(mark)
    hyphenated = hyphenated and not encoded(whole)[:end].endswith(mark.encode())
    written = text.removesuffix(mark) if hyphenated else text
    told = mark != HYPHEN and hyphenated
    told = told or box.style["font_variant_caps"] in _ONE_GLYPH_FOR_TWO
    if not told and not _UNHEARD.search(written):
        return None
    return written.rstrip(SOFT_HYPHEN) + SOFT_HYPHEN if hyphenated else text
