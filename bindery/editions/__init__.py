"""The editions, in the order they are made: a later one may tell of an earlier."""

from bindery.editions.epub import EPUB
from bindery.editions.making import Edition
from bindery.editions.pdf import LARGE_PRINT, PDF, PDF20, PICTURE
from bindery.editions.summary import SUMMARY
from bindery.vocabulary.publication import Publication

EDITIONS: tuple[Edition, ...] = (PDF, PDF20, LARGE_PRINT, EPUB, PICTURE, SUMMARY)


def editions_of(publication: Publication) -> tuple[Edition, ...]:
    """The editions that ``publication`` is made in: those it has to have and those it asks for."""
    return tuple(edition for edition in EDITIONS if edition.wanted(publication))
