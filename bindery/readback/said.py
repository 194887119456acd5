"""What the manuscript says should be heard, read from the Document."""

from collections.abc import Hashable

from bindery.document.colophon import colophon
from bindery.document.model import SOURCE, Document, Element, language_at
from bindery.readback.composer import Composer
from bindery.readback.passages import MAIN, Book, Note, Place, Span
from bindery.readback.teller import Teller
from bindery.vocabulary import words


def said(document: Document, *, notes_apart: bool) -> Book:
    """All that a listener to the printed edition should get.

    With ``notes_apart`` each note is by itself, as at the foot of a page; otherwise the notes
    are lists at the ends of chapters, as in the Document.
    """
    places: dict[Hashable, Place] = {}
    language = document.publication.metadata.language
    teller = Teller(Composer(MAIN, places), notes_apart=notes_apart)
    _add_front(teller.composer, document)
    for part in document.chapters:
        chapter = document.chapter(part)
        label = words.CHAPTER.said_in(language).format(number=part.number)
        heading = chapter.find("h1")
        if heading is not None:
            teller.composer.source = heading.get(SOURCE) or ""
            teller.composer.add("paragraph", 0, label, language)
        teller.tell(chapter, language)
    _add_back(teller, document, language)
    teller.composer.end()
    sources = {name: teller.composer.passages[at].source for name, (_, at) in places.items()}
    notes = tuple(
        _note(number, note, places, document, sources) for number, note in enumerate(teller.notes)
    )
    return Book(tuple(teller.composer.passages), notes, places)


def _add_front(composer: Composer, document: Document) -> None:
    metadata = document.publication.metadata
    for text in (metadata.publisher, metadata.title, metadata.subtitle):
        composer.add("paragraph", 0, text, metadata.language)
    composer.add("heading", 1, words.CONTENTS.said_in(metadata.language), metadata.language)


def _add_back(teller: Teller, document: Document, language: str) -> None:
    heading = words.COLOPHON.said_in(language)
    teller.composer.source = ""
    teller.composer.add("heading", 1, heading, language)
    teller.composer.added = True
    teller.tell(colophon(document.publication.metadata), language)
    teller.composer.end()
    teller.composer.added = False


def _note(
    number: int,
    item: Element,
    places: dict[Hashable, Place],
    document: Document,
    sources: dict[Hashable, str],
) -> Note:
    teller = Teller(Composer(number, places), notes_apart=True)
    back = next((link for link in item.iter("a") if link.get("role") == "doc-backlink"), None)
    language = language_at(item, document.publication.metadata.language)
    # pandoc does not say where a note stands, so it is found by the sentence that refers to it.
    # An empty note has no way back of its own.
    named = (item.get("id") or "").replace("note-", "noteref-", 1)
    reference = (back.get("href") or "").removeprefix("#") if back is not None else named
    teller.composer.source = sources.get(reference, "")
    teller.composer.name(item.get("id"))
    teller.inside(item, language)
    teller.composer.end()
    label = str(1 + sum(1 for _ in item.itersiblings("li", preceding=True)))
    return Note(label, tuple(teller.composer.passages), Span("link", label, target=reference))
