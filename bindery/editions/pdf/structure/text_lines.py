"""What a laid-out line of text says: its author's words, however the line was broken or drawn."""

import re
from functools import lru_cache
from typing import Any

Box = Any

HYPHEN = "\N{HYPHEN}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_UNHEARD = re.compile(
    "[\N{SOFT HYPHEN}\N{HYPHEN}\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}"
    "\N{WORD JOINER}-\N{INVISIBLE PLUS}\N{VARIATION SELECTOR-1}-\N{VARIATION SELECTOR-16}"
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U0010ffff]"
)
"""What glyphs alone do not give back: characters that join, choose or colour others, and letters
that are drawn from right to left."""

_ONE_GLYPH_FOR_TWO = ("all-small-caps", "all-petite-caps", "unicase")
"""Where a capital is drawn as the small letter is."""


def authored(box: Box) -> tuple[str, int, int | None]:
    """The text that a text box is a line of, and the bytes of it where its line starts and ends."""
    known: tuple[str, int, int | None] = getattr(box, "authored", (box.text, 0, None))
    return known


@lru_cache(maxsize=64)
def encoded(whole: str) -> bytes:
    """A paragraph's bytes, which each of its lines asks for."""
    return whole.encode()


def spaces(box: Box) -> tuple[bool, bool]:
    """Whether the author has white space just before and at the end of a text box's text.

    Of "one two" over two lines, the first box has it at its end.
    """
    whole, start, end = authored(box)
    raw = encoded(whole)
    return raw[max(0, start - 1) : start].isspace(), raw[start:end][-1:].isspace()


def end_with_space(box: Box) -> None:
    """Give back the space that the end of a line took: two lines' words must not run together."""
    text = box.pango_layout.text
    if not text[-1:].isspace():
        box.pango_layout.text = text + " "


def spoken(box: Box) -> str | None:
    """What the author wrote, where the glyphs alone would not give it back.

    A hyphen at a line's end is read from its glyph as a soft hyphen, so one that the author wrote
    must be told.
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
