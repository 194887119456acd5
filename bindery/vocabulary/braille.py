"""What a publication says of its braille editions."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bindery.vocabulary.counting import STRICT


@dataclass(frozen=True, slots=True)
class Proofread:
    """Who has read the braille of which ``version`` of the publication, and when."""

    __pydantic_config__ = STRICT

    by: str
    on: date
    version: str


@dataclass(frozen=True, slots=True)
class BrailleSettings:
    """The braille editions, made only if they are ``enabled``.

    ``paper`` is the cells of a line and the lines of a page, ``sheets`` the most sheets in a
    volume. A full cell marks where a printed page starts, in the ``margin``, or nowhere: then its
    number is in the ``foot`` line only. ``brf_table`` is the ASCII of the BRF. Without
    ``proofread``, or with that of another version, the editions say that nobody has read them.
    """

    __pydantic_config__ = STRICT

    enabled: bool = False
    paper: Literal["28x29", "32x29", "38x29", "40x25"] = "28x29"
    sheets: Literal[20, 25, 30, 35, 40, 50] = 35
    print_pages: Literal["margin", "foot"] = "margin"
    brf_table: Literal["north-american", "norwegian"] = "north-american"
    proofread: Proofread | None = None

    @property
    def cells(self) -> int:
        """The cells of a line."""
        return int(self.paper.partition("x")[0])

    @property
    def lines(self) -> int:
        """The lines of a page."""
        return int(self.paper.partition("x")[2])
