"""What the PDF and the e-book should say, taken from the Document."""

from collections.abc import Hashable

from bindery.document.logo import logo_of
from bindery.document.model import SOURCE, Document, Element, language_at, text_of
from bindery.locales import locale_of
from bindery.readback.document.document_passages import DocumentPassages
from bindery.readback.document.own_words import own_language, particulars
from bindery.readback.passages import MAIN, Book, Composer, Note, Place, Span
from bindery.vocabulary.publication import Metadata


def expected_in_print(document: Document, *, notes_apart: bool) -> Book:
    """Return all that the printed edition should say.

    With ``notes_apart`` each note is by itself, as at the foot of a page; otherwise the notes
    are lists at the ends of chapters, as in the Document.
    """
    expecting = _Expected(document, notes_apart=notes_apart, in_print=True)
    metadata = document.publication.metadata
    year = str(metadata.date.year)
    expecting.draft()
    expecting.logo()
    for text in (
        metadata.publisher,
        metadata.title,
        metadata.subtitle,
        *_with_affiliations(metadata),
        year,
    ):
        expecting.add("paragraph", 0, text)
    expecting.say("heading", 1, "parts.contents")
    for kind in listed_in_print(document):
        expecting.say("heading", 1, {"loi": "parts.figures", "lot": "parts.tables"}[kind])
    expecting.chapters(numbered=document.publication.settings.numbering.chapters)
    expecting.colophon()
    return expecting.book()


def listed_in_print(document: Document) -> tuple[str, ...]:
    """The lists that a printed edition has after the contents: ``loi`` of figures, ``lot``."""
    lists, body = document.publication.settings.lists, document.body
    figures = (one.getparent() for one in body.iter("figcaption"))
    has_figures = any(one is not None and one.find("pre") is None for one in figures)
    has_tables = next(body.iter("caption"), None) is not None
    asked = (("loi", lists.figures and has_figures), ("lot", lists.tables and has_tables))
    return tuple(kind for kind, wanted in asked if wanted)


def expected_in_e_book(document: Document, *, cover: bool) -> Book:
    """Return all that the e-book should say. Its notes are apart."""
    expecting = _Expected(document, notes_apart=True, in_print=False)
    metadata = document.publication.metadata
    if cover:
        expecting.draft()
        expecting.cover()
    expecting.draft()
    expecting.add("heading", 1, metadata.title)
    for text in (metadata.subtitle, *_with_affiliations(metadata), metadata.publisher):
        expecting.add("paragraph", 0, text)
    expecting.logo()
    expecting.say("heading", 1, "parts.contents")
    expecting.chapters(numbered=False)
    expecting.colophon()
    return expecting.book()


def _with_affiliations(metadata: Metadata) -> list[str]:
    named = (one for one in metadata.contributors if one.affiliation)
    return [f"{one.name}, {one.affiliation}" for one in named]


class _Expected:
    """Composes the passages of one edition, part by part."""

    def __init__(self, document: Document, *, notes_apart: bool, in_print: bool) -> None:
        self._document = document
        self._in_print = in_print
        self._metadata = document.publication.metadata
        self._language = self._metadata.language
        self._locale = locale_of(self._language)
        self._places: dict[Hashable, Place] = {}
        self._composer = Composer(MAIN, self._places)
        self._walk = DocumentPassages(self._composer, notes_apart=notes_apart, in_print=in_print)

    def add(self, kind: str, level: int, text: str) -> None:
        """Add what the author says on the title page."""
        self._composer.add(kind, level, text, self._language)

    def say(self, kind: str, level: int, key: str, **values: object) -> None:
        """Add a word of bindery's own."""
        word = self._locale.word(key, **values)
        self._composer.add(kind, level, word.text, word.language)

    def draft(self) -> None:
        """Add that it is a draft, if it is one."""
        if self._document.draft:
            self.say("paragraph", 0, "parts.draft")

    def logo(self) -> None:
        """Add the publisher's logo, if there is one."""
        if (logo := logo_of(self._document.publication)) is not None:
            self._composer.source = ""
            self._walk.tell(logo, self._language)

    def cover(self) -> None:
        """Add the cover by its alternative text."""
        metadata = self._metadata
        alternative = self._locale.word(
            "parts.cover-of", title=metadata.title, publisher=metadata.publisher
        )
        self._composer.added = True
        self._composer.begin("heading", 1)
        self._composer.put("figure", alternative.text, alternative.language)
        self._composer.end()
        self._composer.added = False

    def chapters(self, *, numbered: bool) -> None:
        """Add the chapters, each after its number if they are ``numbered``."""
        part_of_book = 0
        for part in self._document.chapters:
            chapter = self._document.chapter(part)
            if part.part > part_of_book:
                part_of_book = part.part
                self._part(chapter)
            heading = chapter.find("h1")
            if numbered and heading is not None and part.number and part.matter == "body":
                self._composer.source = heading.get(SOURCE) or ""
                self.say("paragraph", 0, "parts.chapter", number=part.number)
            self._walk.tell(chapter, self._language)

    def _part(self, first: Element) -> None:
        """Add the title of the part of the book whose ``first`` chapter this is."""
        section = first.getparent()
        assert section is not None
        title = next(section.iterchildren("h1"))
        self._composer.source = ""
        self._composer.name(section.get("id"))
        self._walk.tell(title, self._language)

    def colophon(self) -> None:
        """Add the colophon."""
        self._composer.source = ""
        self.say("heading", 1, "parts.colophon")
        self._composer.added = True
        self._walk.tell(particulars(self._metadata), self._language)
        self._composer.end()
        self._composer.added = False

    def book(self) -> Book:
        """Return all that was added, with the notes."""
        self._composer.end()
        passages = self._composer.passages
        sources = {name: passages[at].source for name, (_, at) in self._places.items()}
        notes = tuple(
            _note(self._walk_of(number), note, self._document, sources)
            for number, note in enumerate(self._walk.notes)
        )
        return Book(tuple(passages), notes, self._places, self._unlisted())

    def _unlisted(self) -> frozenset[Place]:
        """The titles that their author wants left out of the contents."""
        titles = (
            self._document.chapter(part).find("h1")
            for part in self._document.chapters
            if not part.listed
        )
        names = (title.get("id") for title in titles if title is not None)
        return frozenset(self._places[name] for name in names if name in self._places)

    def _walk_of(self, number: int) -> DocumentPassages:
        composer = Composer(number, self._places)
        return DocumentPassages(composer, notes_apart=True, in_print=self._in_print)


def _note(
    walk: DocumentPassages,
    item: Element,
    document: Document,
    sources: dict[Hashable, str],
) -> Note:
    ways = [link for link in item.iter("a") if link.get("role") == "doc-backlink"]
    back = ways[0] if ways else None
    language = language_at(item, document.publication.metadata.language)
    # pandoc gives no source line for a note, so it gets that of the sentence that refers to it.
    # An empty note has no backlink.
    named = (item.get("id") or "").replace("note-", "noteref-", 1)
    reference = (back.get("href") or "").removeprefix("#") if back is not None else named
    walk.composer.source = sources.get(reference, "")
    walk.composer.name(item.get("id"))
    walk.inside(item, language)
    walk.composer.end()
    label = str(1 + sum(1 for _ in item.itersiblings("li", preceding=True)))
    leads = Span("link", label, target=reference)
    return Note(
        label,
        tuple(walk.composer.passages),
        leads,
        _language_back(back, language),
        tuple(_way(link) for link in ways[1:]),
    )


def _way(link: Element) -> Span:
    return Span("link", text_of(link), target=(link.get("href") or "").removeprefix("#"))


def _language_back(link: Element | None, language: str) -> str:
    parent = None if link is None else link.getparent()
    if link is None or parent is None:
        return ""
    return own_language(link, language_at(parent, language)) or language
