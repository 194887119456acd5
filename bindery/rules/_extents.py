"""What rules look at, and how much of it there is in a manuscript."""

from collections.abc import Callable

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import (
    Div,
    Element,
    Heading,
    Image,
    Link,
    Note,
    NoteReference,
    Paragraph,
    Prose,
    Span,
    Table,
)
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.text import Text


def _every(*kinds: type[Element]) -> Callable[[Manuscript], int]:
    return lambda manuscript: sum(1 for kind in kinds for _ in manuscript.every(kind))


IMAGES = Extent(Text(nb="bilder", en="images"), _every(Image))
IMAGE_FILES: Extent[Manuscript] = Extent(
    Text(nb="bildefiler", en="image files"), lambda manuscript: len(manuscript.publication.images)
)
HEADINGS = Extent(Text(nb="overskrifter", en="headings"), _every(Heading))
LINKS = Extent(Text(nb="lenker", en="links"), _every(Link))
TABLES = Extent(Text(nb="tabeller", en="tables"), _every(Table))
NOTES = Extent(Text(nb="noter", en="notes"), _every(NoteReference))
NOTE_TEXTS = Extent(Text(nb="notetekster", en="notes' texts"), _every(Note))
BLOCKS = Extent(Text(nb="blokker", en="blocks"), _every(Div))
SPANS = Extent(Text(nb="merkede ord", en="marked words"), _every(Span))
ELEMENTS = Extent(Text(nb="elementer", en="elements"), _every(Element))
PARAGRAPHS = Extent(Text(nb="avsnitt", en="paragraphs"), _every(Paragraph))
PROSE = Extent(Text(nb="tekststykker", en="pieces of text"), _every(Prose))
CHAPTERS: Extent[Manuscript] = Extent(
    Text(nb="kapitler", en="chapters"), lambda manuscript: len(manuscript.chapters)
)
