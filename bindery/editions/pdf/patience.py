"""How long a layout may take."""

from bindery.editions.pdf.book_files import BookFiles

PATIENCE = 60.0
"""Seconds of the processor for a layout, and one more for each thousand letters of its XHTML and
each 100 kB of its images. A book of 600 pages takes a fifth of what it may."""


def patience(page: bytes, files: BookFiles) -> float:
    """Seconds of the processor that the layout of ``page`` may take."""
    return PATIENCE + len(page) / 1000 + sum(map(len, files.images.values())) / 100_000
