"""The pages of the PDF, as pictures."""

from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from threading import Lock
from typing import Any

from bindery.document.contents import Pagination

WIDTH = 1000
"""Pixels of a page's picture: sharp where it is half as wide on a screen with fine dots."""

_one_at_a_time = Lock()
"""PDFium must not be used in two threads at once."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A PDF, and where its pages begin. ``number`` tells it from earlier ones."""

    number: int
    pdf: bytes = field(repr=False)
    pagination: Pagination

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.pagination)

    def picture(self, page: int) -> bytes:
        """The ``page``, from 1, as a PNG."""
        return _drawn(self, page)


@lru_cache(maxsize=4)
def _drawn(pages: Pages, page: int) -> bytes:
    import pypdfium2  # noqa: PLC0415 - only where somebody looks at a page

    with _one_at_a_time, pypdfium2.PdfDocument(pages.pdf) as document:
        drawn: Any = document[page - 1]
        picture = drawn.render(scale=WIDTH / drawn.get_width()).to_pil().convert("RGB")
    written = BytesIO()
    # It goes no further than this machine: to pack it well would only take time.
    picture.save(written, "PNG", compress_level=1)
    return written.getvalue()
