"""Draw text from right to left in the order it is read, each letter where WeasyPrint would put it.

WeasyPrint 70 draws the glyphs of such a text from left to right. Programs that take text as it is
drawn then get it backwards, and those that sort it by place turn an ``ActualText`` of words around.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from weasyprint.text.ffi import pango

Box = Any

_TOKEN = re.compile(r"<([0-9a-f]*)>|(-?[0-9.]+)")
_DIGITS = 4
"""The hexadecimal digits of a glyph."""

_MIRRORED = "()[]{}<>«»‹›≤≥"
"""Signs that are drawn as each other in text from right to left, and are common in other text."""

PART_OF_A_LETTER = "\N{COMBINING GRAPHEME JOINER}"
"""What a glyph means that is never a letter by itself: one that means nothing is an error."""


class Glyph(NamedTuple):
    """A glyph and where it goes: ``x`` from the text's left edge and ``rise`` from its baseline."""

    code: str
    font: Any
    size: float
    x: float
    rise: float

    @property
    def width(self) -> float:
        """How far the next glyph is drawn from this one."""
        return float(self.font.widths.get(int(self.code, 16), 0)) * self.size / 1000


class Letter(NamedTuple):
    """One or more characters that are drawn together, and their glyphs."""

    text: str
    glyphs: tuple[Glyph, ...]

    @property
    def speaks_for_itself(self) -> bool:
        """Whether its glyph means just this everywhere in the file."""
        first, *others = self.glyphs
        return not others and first.font.to_unicode.get(int(first.code, 16)) == self.text


class ReversedText:
    """What WeasyPrint draws of one text, kept until all of it is known."""

    def __init__(self) -> None:
        self._glyphs: list[Glyph] = []
        self._font: Any = None
        self._size = 1.0
        self._rise = 0.0
        self._pen = 0.0

    def use(self, font: Any, size: float) -> None:
        """Draw what follows in this font and size."""
        self._font, self._size = font, size

    def rise(self, height: float) -> None:
        """Draw what follows this far above the baseline."""
        self._rise = height

    def show(self, text: str) -> None:
        """Draw glyphs and distances, as in the operand of ``TJ``."""
        for codes, distance in _TOKEN.findall(text):
            if distance:
                self._pen -= float(distance) * self._size / 1000
            for at in range(0, len(codes), _DIGITS):
                code = codes[at : at + _DIGITS]
                glyph = Glyph(code, self._font, self._size, self._pen, self._rise)
                self._glyphs.append(glyph)
                self._pen += glyph.width

    def letters(self, box: Box) -> Iterator[Letter]:
        """The letters of the text in reading order.

        A space that was added at its end goes to the left of it. Of white space nothing is drawn.
        """
        if not self._glyphs:
            return
        added = max(0.0, self._pen - box.width) if box.pango_layout.text.endswith(" ") else 0.0
        for text, places in _shapes(box):
            glyphs = (self._glyphs[place] for place in places)
            yield Letter(text, tuple(glyph._replace(x=glyph.x - added) for glyph in glyphs))


def _shapes(box: Box) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each letter in reading order, and the places of its glyphs among those that are drawn.

    A vowel sign is by itself, if it has a glyph of its own.
    """
    encoded: bytes = box.pango_layout.text.encode()
    starts: set[int] = {0}
    glyphs: dict[int, list[int]] = defaultdict(list)
    drawn = 0
    for item in _items(box):
        for number in range(item.glyphs.num_glyphs):
            start = item.item.offset + item.glyphs.log_clusters[number]
            starts.add(start)
            if item.glyphs.glyphs[number].glyph != pango.PANGO_GLYPH_EMPTY:
                glyphs[start].insert(0, drawn)
                drawn += 1
    bounds = sorted(starts & {0, *glyphs}) or [0]
    if 0 not in glyphs and len(bounds) > 1:
        del bounds[1]  # What is not drawn is said with the letter after it.
        glyphs[0] = glyphs[min(glyphs)]
    for start, end in zip(bounds, [*bounds[1:], len(encoded)], strict=True):
        text = encoded[start:end].decode()
        if len(text) == len(glyphs[start]):
            yield from ((one, (place,)) for one, place in zip(text, glyphs[start], strict=True))
        elif glyphs[start]:
            yield text, tuple(glyphs[start])


def _items(box: Box) -> Iterator[Any]:
    """Pango's items of a text, each in one font, from left to right."""
    line, _ = box.pango_layout.get_first_line()
    run = line.runs
    while run:
        yield run.data
        run = run.next


def give_meanings(font: Any, typeface: Any, box: Box, pango_font: Any) -> None:
    """Give the glyphs of ``font`` the meanings that they have by themselves.

    WeasyPrint 70 takes what a glyph means from its first use, where “)” may be drawn for “(”, and a
    vowel sign together with its letter. A letter that no typeface has is given none: WeasyPrint
    numbers it later, and its number so far would make the font's list of glyphs endless.
    """
    for sign in _MIRRORED:
        if glyph := typeface.get_nominal_glyph(ord(sign)):
            font.to_unicode.setdefault(glyph, sign)
    drawn = [
        (info.glyph, item.item.analysis.font)
        for item in _items(box)
        for number in range(item.glyphs.num_glyphs)
        if (info := item.glyphs.glyphs[number]).glyph != pango.PANGO_GLYPH_EMPTY
    ]
    for text, places in _shapes(box):
        glyph, own = drawn[places[0]]
        has_glyph = not glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG
        if has_glyph and own == pango_font and len(places) == 1:
            font.to_unicode.setdefault(glyph, text)
