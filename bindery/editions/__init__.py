"""The makers of editions, in the order of their rows: a later one may use an earlier one."""

from bindery.editions.braille.makers import MAKES_BRF, MAKES_EBRAILLE, MAKES_PEF
from bindery.editions.epub import MAKES_EPUB
from bindery.editions.making import Maker
from bindery.editions.pdf import MAKES_LARGE_PRINT, MAKES_PDF, MAKES_PDF20
from bindery.editions.pdf.pictures import MAKES_PICTURE
from bindery.editions.summary import MAKES_SUMMARY
from bindery.vocabulary.publication import Publication

MAKERS: tuple[Maker, ...] = (
    MAKES_PDF,
    MAKES_PDF20,
    MAKES_LARGE_PRINT,
    MAKES_EPUB,
    MAKES_PICTURE,
    MAKES_EBRAILLE,
    MAKES_PEF,
    MAKES_BRF,
    MAKES_SUMMARY,
)


def makers_of(publication: Publication) -> tuple[Maker, ...]:
    """The makers of the editions of ``publication``: those always made, and those it asks for."""
    return tuple(maker for maker in MAKERS if maker.wanted(publication))
