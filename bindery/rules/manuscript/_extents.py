"""What rules examine, and how much of it there is in a manuscript.

A rule with word lists examines only text in the languages of these lists.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import (
    Block,
    Code,
    Div,
    Element,
    Formula,
    Heading,
    Image,
    Link,
    Note,
    Paragraph,
    Prose,
    Reference,
    Span,
    Table,
)
from bindery.prose.readings import WORD, Reading, Worded, primary, readings, with_languages
from bindery.rules.manuscript._images import shown_images
from bindery.rules.manuscript._numbered import numbered
from bindery.vocabulary.bibliography import CITED
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.text import Unit

Looked = TypeVar("Looked")


def prose_in(
    known: Iterable[str],
    of: Callable[[Manuscript], Iterator[Reading]] = readings,
    unit: Unit | None = None,
) -> Extent[Manuscript]:
    """The pieces of text that a rule with words of these languages examines."""
    return Extent.in_languages(
        unit or PROSE.unit,
        lambda manuscript: (reading.languages for reading in of(manuscript)),
        known,
    )


def links_in(known: Iterable[str]) -> Extent[Manuscript]:
    """The links whose words such a rule examines."""
    return Extent.in_languages(LINKS.unit, _spoken(Link, lambda link: link.text), known)


def alternatives_in(known: Iterable[str]) -> Extent[Manuscript]:
    """The alternative texts that such a rule examines."""
    return Extent.in_languages(ALTERNATIVES, _spoken(Image, lambda image: image.alt), known)


def _spoken(
    kind: type[Worded], words: Callable[[Worded], str]
) -> Callable[[Manuscript], Iterator[frozenset[str]]]:
    def spoken(manuscript: Manuscript) -> Iterator[frozenset[str]]:
        for chapter in manuscript.chapters:
            for element, language in with_languages(kind, chapter, manuscript):
                yield frozenset({primary(language)} if WORD.search(words(element)) else ())

    return spoken


def _every(*kinds: type[Element]) -> Callable[[Manuscript], int]:
    return lambda manuscript: sum(1 for kind in kinds for _ in manuscript.every(kind))


ALTERNATIVES = Unit(
    nb=("alternativ tekst", "alternative tekster"), en=("alternative text", "alternative texts")
)
_IMAGE = Unit(nb=("bilde", "bilder"), en=("image", "images"))
IMAGES = Extent(_IMAGE, _every(Image))
SHOWN_IMAGES: Extent[Manuscript] = Extent(
    _IMAGE, lambda manuscript: sum(1 for _ in shown_images(manuscript))
)
IMAGE_FILES: Extent[Manuscript] = Extent(
    Unit(nb=("bildefil", "bildefiler"), en=("image file", "image files")),
    lambda manuscript: len(manuscript.publication.images),
)
DRAWINGS: Extent[Manuscript] = Extent(
    Unit(nb=("tegning", "tegninger"), en=("drawing", "drawings")),
    lambda manuscript: sum(
        image.source.lower().endswith(".svg") for image in manuscript.every(Image)
    ),
)
HEADINGS = Extent(
    Unit(nb=("overskrift", "overskrifter"), en=("heading", "headings")), _every(Heading)
)
LINKS = Extent(Unit(nb=("lenke", "lenker"), en=("link", "links")), _every(Link))
REFERENCES = Extent(
    Unit(nb=("henvisning", "henvisninger"), en=("reference", "references")), _every(Reference)
)
CAPTIONS: Extent[Manuscript] = Extent(
    Unit(
        nb=("bildetekst eller tabelltekst", "bildetekster og tabelltekster"),
        en=("caption", "captions"),
    ),
    lambda manuscript: sum(1 for thing in numbered(manuscript) if thing.caption is not None),
)
FORMULAS = Extent(Unit(nb=("formel", "formler"), en=("formula", "formulas")), _every(Formula))
TABLES = Extent(Unit(nb=("tabell", "tabeller"), en=("table", "tables")), _every(Table))
NOTE_TEXTS = Extent(
    Unit(nb=("notetekst", "notetekster"), en=("note's text", "notes' texts")), _every(Note)
)
BLOCKS = Extent(Unit(nb=("blokk", "blokker"), en=("block", "blocks")), _every(Div))
SPANS = Extent(
    Unit(nb=("merket ord", "merkede ord"), en=("marked word", "marked words")), _every(Span)
)


def is_block_of_code(code: Code) -> bool:
    """Whether ``code`` is in a block of its own."""
    return code.text.endswith("\n")


CODE_BLOCKS: Extent[Manuscript] = Extent(
    Unit(nb=("kodeblokk", "kodeblokker"), en=("block of code", "blocks of code")),
    lambda manuscript: sum(map(is_block_of_code, manuscript.every(Code))),
)
CITATIONS: Extent[Manuscript] = Extent(
    Unit(nb=("kildehenvisning", "kildehenvisninger"), en=("citation", "citations")),
    lambda manuscript: sum(code.has_class(CITED) for code in manuscript.every(Code)),
)
SOURCE_FILES: Extent[Manuscript] = Extent(
    Unit(nb=("kildefil", "kildefiler"), en=("file of sources", "files of sources")),
    lambda manuscript: (
        len(manuscript.publication.bibliography.files)
        + len(manuscript.publication.bibliography.unused)
        + bool(manuscript.publication.bibliography.style)
    ),
)
ITEM_KINDS = frozenset({"list_item", "dd"})
ITEMS: Extent[Manuscript] = Extent(
    Unit(nb=("punkt", "punkter"), en=("item", "items")),
    lambda manuscript: sum(block.kind in ITEM_KINDS for block in manuscript.every(Block)),
)
ELEMENTS = Extent(Unit(nb=("element", "elementer"), en=("element", "elements")), _every(Element))
PARAGRAPHS = Extent(
    Unit(nb=("avsnitt", "avsnitt"), en=("paragraph", "paragraphs")), _every(Paragraph)
)
PROSE = Extent(
    Unit(nb=("tekststykke", "tekststykker"), en=("piece of text", "pieces of text")), _every(Prose)
)
CHAPTERS: Extent[Manuscript] = Extent(
    Unit(nb=("kapittel", "kapitler"), en=("chapter", "chapters")),
    lambda manuscript: len(manuscript.chapters),
)
