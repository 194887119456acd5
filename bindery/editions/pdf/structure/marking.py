"""Marking what WeasyPrint draws, while it draws it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uharfbuzz
from weasyprint.pdf.stream import Stream

from bindery.editions.pdf.structure.marks import Content, Run
from bindery.editions.pdf.structure.walk import HYPHEN, SOFT_HYPHEN, Walk

_LAYOUT = Run(-1, artifact="/Type/Layout")
"""Backgrounds, borders and rules."""


class MarkedStream(Stream):  # type: ignore[misc]
    """A page's content stream, or a form XObject's, in which everything is marked or an artifact.

    What goes on with the run that was drawn last goes into the same marked-content sequence.
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
        with self._sequence(run):
            spoken = self._walk.spoken.get(box)
            if spoken is None or run.artifact:
                yield
            else:
                text = (b"\xfe\xff" + spoken.encode("utf-16-be")).hex()
                self.stream.append(f"/Span<</ActualText<{text}>>>BDC".encode())
                yield
                self.stream.append(b"EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw what nobody should hear."""
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
            self._inside = False
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
        return f"/{'Span'}<</MCID {mcid}>>BDC".encode()

    def _take_back(self, run: Run) -> None:
        """Nothing was drawn: invisible text, or white space only."""
        self.stream.pop()
        if not run.artifact:
            self._next_mcid -= 1
            run.contents.pop()

    def add_font(self, pango_font: Any) -> Any:
        """The font, whose hyphen's own glyph is read as the soft hyphen it stands for."""
        font, size = super().add_font(pango_font)
        if not font.to_unicode:
            typeface = uharfbuzz.Font(uharfbuzz.Face(font.file_content, font.index))
            glyph = typeface.get_nominal_glyph(ord(HYPHEN))
            if glyph and glyph != typeface.get_nominal_glyph(ord("-")):
                font.to_unicode[glyph] = SOFT_HYPHEN
        return font, size
