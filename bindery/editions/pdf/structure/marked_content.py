"""Mark content while WeasyPrint draws it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uharfbuzz
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

from bindery.editions.pdf.structure.marks import Content, Run
from bindery.editions.pdf.structure.reversed_text import (
    PART_OF_A_LETTER,
    ReversedText,
    give_meanings,
)
from bindery.editions.pdf.structure.text_lines import HYPHEN, is_right_to_left
from bindery.editions.pdf.structure.walk import Walk
from bindery.vocabulary.text import SOFT_HYPHEN

_LAYOUT = Run(-1, artifact="/Type/Layout")
"""Backgrounds, borders and rules."""


_HEX = re.compile(rb"<([0-9a-f]*)>")
_SPECIAL = re.compile(rb"[\\\\()\r\n]")
_ESCAPES = {byte: b"\\" + bytes([byte]) for byte in b"\\()"} | {0x0D: b"\\r", 0x0A: b"\\n"}


_Box = tuple[float, float, float, float]
"""Left edge, top, width and height."""


def _literal(digits: re.Match[bytes]) -> bytes:
    """A literal string (ISO 32000-2, 7.3.4.2) of the bytes that the digits stand for."""
    content = bytes.fromhex(digits[1].decode())
    if _SPECIAL.search(content):
        content = b"".join(_ESCAPES.get(byte, bytes([byte])) for byte in content)
    return b"(" + content + b")"


def _actual_text(spoken: str) -> bytes:
    text = (b"\xfe\xff" + spoken.encode("utf-16-be")).hex()
    return f"/Span<</ActualText<{text}>>>BDC".encode()


class MarkedStream(Stream):  # type: ignore[misc]
    """A page's content stream, or a form XObject's, in which everything is marked or an artifact.

    Content that continues the last run goes into the same marked-content sequence.
    """

    def __init__(self, walk: Walk, page: int, forms: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._walk = walk
        self._page = page
        self._forms = forms
        self._form = 0
        self._next_mcid = 0
        self._last: Run | None = None
        self._inside = False
        self._in_pixels = False
        self._translucent = False
        self._reversed: ReversedText | None = None
        self._box: Any = None
        self._next_font: Any = None
        self._line: tuple[float, float] | None = None
        self._paint: tuple[_Box | None, Any] = (None, None)
        self._covers: _Box | None = None

    @contextmanager
    def painting(self, box: _Box | None = None, matrix: Any = None) -> Iterator[None]:
        """The next pattern is a gradient that covers ``box``, or has another ``matrix``."""
        self._paint = (box, matrix)
        try:
            yield
        finally:
            self._paint = (None, None)

    def add_pattern(self, *place: Any) -> "MarkedStream":
        """A pattern, in the place that ``painting`` says."""
        box, matrix = self._paint
        if box:
            place = (*box, *box[2:], place[-1])
        if matrix:
            place = (*place[:-1], matrix)
        pattern: MarkedStream = super().add_pattern(*place)
        pattern._covers = box
        return pattern

    def add_group(self, *box: float) -> Any:
        """A group; in a gradient, one that covers all of it."""
        group = super().add_group(*(self._covers or box))
        group._covers = self._covers
        return group

    def set_alpha_state(self, *box: Any) -> Any:
        """The transparency of a gradient, or of a mask, where that is painted."""
        return super().set_alpha_state(*(self._covers or box[:4]), *box[4:])

    def clone(self, **kwargs: Any) -> "MarkedStream":
        """A stream for a group on the same page, with marked content of its own."""
        own = {
            "fonts": self._fonts,
            "page_rectangle": self.page_rectangle,
            "resources": self._resources,
            "images": self._images,
            "tags": self._tags,
            "color_profiles": self._color_profiles,
            "output_intent": self._output_intent,
            "compress": self.compress,
        }
        inner = MarkedStream(self._walk, self._page, self._forms, **(own | kwargs))
        inner._inside = self._inside
        self._forms.append(inner)
        inner._form = len(self._forms)
        return inner

    @contextmanager
    def marked(self, box: Any, _tag: str) -> Iterator[None]:
        """Draw ``box`` as content of its run."""
        run = self._walk.runs[box]
        self._in_pixels = isinstance(box, boxes.TextBox)
        self._box = box
        is_reversed = self._in_pixels and not run.artifact and is_right_to_left(box)
        with self._sequence(run):
            spoken = self._walk.spoken.get(box)
            if is_reversed:
                self._reversed = ReversedText()
                yield
                self._reversed = None
            elif spoken is None or run.artifact:
                yield
            else:
                self.stream.append(_actual_text(spoken))
                yield
                self.stream.append(b"EMC")
                self._give_all_meanings()

    def _give_all_meanings(self) -> None:
        """Map the glyphs that are a part of a letter only: one that means nothing is an error."""
        for font in self._fonts.values():
            for glyph, meaning in font.to_unicode.items():
                font.to_unicode[glyph] = meaning or PART_OF_A_LETTER

    def _draw_letters(self, text: ReversedText, box: Any) -> None:
        """Draw the letters that were kept, in reading order."""
        pen, rise = 0.0, 0.0
        for letter in text.letters(box):
            if not letter.speaks_for_itself:
                self.stream.append(_actual_text(letter.text))
            for glyph in letter.glyphs:
                super().set_font_size(glyph.font.hash, glyph.size)
                if glyph.rise != rise:
                    super().set_text_rise(glyph.rise)
                    rise = glyph.rise
                distance = round((pen - glyph.x) * 1000 / glyph.size)
                self._show(f"{distance}<{glyph.code}>" if distance else f"<{glyph.code}>")
                pen += glyph.width - distance * glyph.size / 1000
                glyph.font.to_unicode[int(glyph.code, 16)] = (
                    glyph.font.to_unicode.get(int(glyph.code, 16)) or PART_OF_A_LETTER
                )
            if not letter.speaks_for_itself:
                self.stream.append(b"EMC")
        if rise:
            super().set_text_rise(0)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw what screen readers should skip."""
        self._in_pixels = self._form == 0
        with self._sequence(_LAYOUT):
            yield

    @contextmanager
    def _sequence(self, run: Run) -> Iterator[None]:
        if self._inside:
            yield
            return
        going_on = self._last is run and self.stream and self.stream[-1] == b"EMC"
        if going_on:
            self.stream.pop()
        else:
            self.stream.append(self._opening(run))
        opening = self.stream[-1]
        self._inside = True
        try:
            yield
        finally:
            self._inside = self._in_pixels = False
        if not going_on and self.stream[-1] is opening:
            self._take_back(run)
        else:
            self.stream.append(b"EMC")
            self._last = run

    def _opening(self, run: Run) -> bytes:
        if run.artifact:
            return f"/Artifact<<{run.artifact}>>BDC".encode()
        mcid = self._next_mcid
        self._next_mcid += 1
        run.contents.append(Content(self._page, mcid, self._form))
        return f"/Span<</MCID {mcid}>>BDC".encode()

    def _take_back(self, run: Run) -> None:
        """Remove the last sequence of ``run``, in which nothing was drawn (or white space only)."""
        self.stream.pop()
        if not run.artifact:
            self._next_mcid -= 1
            run.contents.pop()

    def set_font_size(self, font: Any, size: float) -> None:
        """Draw what follows in this font."""
        if self._reversed is None:
            super().set_font_size(font, size)
        else:
            self._reversed.use(self._next_font, size)

    def set_text_rise(self, height: float) -> None:
        """Draw what follows above the baseline."""
        if self._reversed is None:
            super().set_text_rise(height)
        else:
            self._reversed.rise(height)

    def show_text(self, text: str) -> None:
        """Show glyphs that WeasyPrint writes as hexadecimal digits, each with its kerning."""
        if self._reversed is None:
            self._show(text)
        else:
            self._reversed.show(text)

    def _show(self, text: str) -> None:
        """Show glyphs at once.

        To save space, kerning of zero is left out, and strings are literal: one byte for a byte.
        """
        text = text.replace(">0<", "")
        if text.endswith(">0"):
            text = text[:-1]
        glyphs, pieces = _HEX.subn(_literal, text.encode())
        alone = pieces == 1 and text.endswith(">") and text.startswith("<")
        self.stream.append(glyphs + b"Tj" if alone else b"[" + glyphs + b"]TJ")

    def begin_text(self) -> None:
        """Begin a text object, or continue the one that has just ended."""
        going_on = self.stream and self.stream[-1] == b"ET"
        super().begin_text()
        if not going_on:
            self._line = None

    def set_text_matrix(self, *matrix: float) -> None:
        """Place a line of text, relative to the one before if it can be."""
        if not self._in_pixels or matrix[:4] != (1, 0, 0, -1):
            super().set_text_matrix(*matrix)
            return
        x, y = self._rounded(matrix[4:])
        if self._line is None:
            super().set_text_matrix(1, 0, 0, -1, x, y)
        else:
            before_x, before_y = self._line
            super().move_text_to(round(x - before_x, 2), round(before_y - y, 2))
        self._line = (x, y)

    def set_alpha(self, alpha: float, stroke: bool = False, fill: bool | None = None) -> None:
        """Set the opacity of the next colour, unless everything has been opaque so far."""
        self._translucent = self._translucent or alpha != 1
        if self._translucent:
            super().set_alpha(alpha, stroke, fill)

    def set_color_rgb(self, red: float, green: float, blue: float, stroke: bool = False) -> None:
        """Set a colour, to three decimals: a screen shows 256 steps."""
        super().set_color_rgb(round(red, 3), round(green, 3), round(blue, 3), stroke)

    def rectangle(self, *place: float) -> None:
        """Draw a background or a border."""
        super().rectangle(*self._rounded(place))

    def move_to(self, *place: float) -> None:
        """Begin an edge."""
        super().move_to(*self._rounded(place))

    def line_to(self, *place: float) -> None:
        """Draw an edge."""
        super().line_to(*self._rounded(place))

    def _rounded(self, places: tuple[float, ...]) -> tuple[float, ...]:
        """Round to a hundredth of a page's pixel, but not in an image, which has its own scale."""
        return tuple(round(place, 2) for place in places) if self._in_pixels else places

    def end_text(self) -> None:
        """End a text object. The font stays: it belongs to the graphics state (9.3.1)."""
        if self._reversed is not None:
            self._draw_letters(self._reversed, self._box)
        super().end_text()
        self._current_font = self._old_font

    def add_font(self, pango_font: Any) -> Any:
        """The font, in which the hyphen glyph is mapped to a soft hyphen."""
        font, size = super().add_font(pango_font)
        if not font.to_unicode:
            typeface = uharfbuzz.Font(uharfbuzz.Face(font.file_content, font.index))
            glyph = typeface.get_nominal_glyph(ord(HYPHEN))
            if glyph and glyph != typeface.get_nominal_glyph(ord("-")):
                font.to_unicode[glyph] = SOFT_HYPHEN
        if self._reversed is not None:
            typeface = uharfbuzz.Font(uharfbuzz.Face(font.file_content, font.index))
            give_meanings(font, typeface, self._box, pango_font)
            self._next_font = font
        return font, size
