"""What the process that lays out pages is asked for, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bindery.document.contents import Pagination
from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.structure.standards import Standards

PATIENCE = 60.0
"""Seconds of the processor for a layout, and one more for each thousand letters of its XHTML and
each 100 kB of its images. A book of 600 pages takes a fifth of what it may."""


class ApartError(Exception):
    """A book whose parts cannot be laid out apart: its styles count across them."""


@dataclass(frozen=True, slots=True)
class Styled:
    """What a layout is made with besides the text: its styles, its files and their typefaces.

    ``work`` is a folder for the cache of fonts. ``both_directions`` is whether the book has text
    of both.
    """

    css: str
    files: BookFiles
    work: Path
    both_directions: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be drawn: a part of the book in the elements that are around it, as XHTML.

    ``depth`` is how many elements are around it, 0 for the whole book. ``numbers`` are the page
    numbers of the targets that it names; ``None`` only lays it out, to count its pages.
    """

    page: bytes
    styled: Styled
    depth: int = 0
    numbers: Mapping[str, int] | None = None

    @property
    def patience(self) -> float:
        """Seconds of the processor that a layout of it may take."""
        images = self.styled.files.images.values()
        return PATIENCE + len(self.page) / 1000 + sum(map(len, images)) / 100_000


@dataclass(frozen=True, slots=True)
class Book:
    """The whole print tree as XHTML, and its parts as they were drawn, packed.

    ``places`` has the number of each part's first element in the tree, and of those around it;
    ``numbers`` are those of the pages.
    """

    page: bytes
    styled: Styled
    parts: tuple[bytes, ...]
    places: tuple[tuple[int, tuple[int, ...]], ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file for each of ``standards``. ``identifier`` is 32 hexadecimal digits."""

    standards: tuple[Standards, ...]
    identifier: str


class Written(NamedTuple):
    """The finished files, where their pages start, and what WeasyPrint complained about."""

    files: tuple[bytes, ...]
    pagination: Pagination
    remarks: tuple[str, ...]
