"""What the summary should say: parts of the manuscript, and the ways to more."""

from collections.abc import Hashable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace

from bindery.claims.accessibility import accessibility_of
from bindery.claims.display_guide import display_statement
from bindery.document.contents import contact_link
from bindery.document.logo import logo_of
from bindery.document.model import IN_SUMMARY, LEADS, ChapterPart, Document, Element, language_at
from bindery.locales import locale_of
from bindery.readback.document.document_passages import DocumentPassages
from bindery.readback.document.own_words import particulars
from bindery.readback.passages import MAIN, Book, Composer, Passage, Place, Span

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MAIN_PART = ("", "main")


@dataclass(frozen=True, slots=True)
class Offers:
    """What this summary has besides the manuscript.

    ``contents``: a list of its parts. ``downloads``: links to other editions. ``statement``: how
    accessible the e-book is; ``paged``: the e-book has the numbers of printed pages.
    """

    contents: bool
    downloads: bool
    statement: bool
    paged: bool


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A chapter's title, its key messages, and the blocks its author wants in the summary."""

    part: ChapterPart
    title: Element
    messages: tuple[Element, ...]
    blocks: tuple[Element, ...]


def expected_in_summary(document: Document, offers: Offers) -> Book:
    """Return all that the summary should say; links to what it leaves out are plain words."""
    expecting = _Expected(document)
    expecting.front(offers)
    chosen = tuple(_chosen(document))
    expecting.messages(chosen)
    part = 0
    for chapter in chosen:
        if chapter.blocks and chapter.part.part > part:
            part = chapter.part.part
            expecting.part(chapter.part)
        expecting.blocks(chapter)
    if not chosen:
        expecting.titles()
    expecting.back(offers)
    return expecting.book()


def blocks_in_summary(document: Document) -> list[Element]:
    """Return the key messages and the blocks that the author wants in the summary."""
    return [block for one in _chosen(document) for block in (*one.messages, *one.blocks)]


def _chosen(document: Document) -> Iterator[_Chosen]:
    for part in document.chapters:
        section = deepcopy(document.chapter(part))
        outermost: list[Element] = []
        for element in section.iter():
            wanted = IN_SUMMARY in element.attrib or _is_message(element)
            inside = not {*element.iterancestors()}.isdisjoint(outermost)
            if wanted and element.tag != "h1" and not inside:
                outermost.append(element)
        title = section.find("h1")
        for block in outermost:
            if block.get(IN_SUMMARY) == LEADS:
                _cut_items(block)
        if outermost and title is not None:
            messages = tuple(one for one in outermost if _is_message(one))
            blocks = tuple(one for one in outermost if not _is_message(one))
            yield _Chosen(part, title, messages, blocks)


def _cut_items(block: Element) -> None:
    """Leave of each item only the bold words it begins with, if it begins with such."""
    for item in list(block.iter("li")):
        first = next((one for one in item.iterdescendants() if one.tag != "p"), None)
        before = (one.text for one in (item, *item.iterfind("p[1]")))
        if first is not None and first.tag == "strong" and not any(map(_says, before)):
            first.tag, first.tail = "span", None
            item.text, item[:] = None, [first]


def _says(text: str | None) -> bool:
    return bool(text and text.strip())


def _is_message(element: Element) -> bool:
    return element.tag == "div" and "key-message" in (element.get("class") or "").split()


class _SummaryPassages(DocumentPassages):
    """Adds blocks with their headings at other ``levels`` and without references to notes."""

    def __init__(self, composer: Composer) -> None:
        super().__init__(composer, notes_apart=True)
        self.levels: dict[Element, int] = {}

    def tell(self, element: Element, language: str) -> None:
        if element.get("role") != "doc-noteref":
            super().tell(element, language)

    def _leaf(self, kind: str, element: Element, language: str, level: int = 0) -> None:
        super()._leaf(kind, element, language, self.levels.get(element, level))


class _Expected:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._metadata = document.publication.metadata
        self._language = self._metadata.language
        self._locale = locale_of(self._language)
        self._places: dict[Hashable, Place] = {}
        self._composer = Composer(MAIN, self._places)
        self._walk = _SummaryPassages(self._composer)

    def front(self, offers: Offers) -> None:
        """Add what is above the text."""
        self._composer.enter(Span("link", "", target=_MAIN_PART))
        self._say("paragraph", "summary.skip-to-content")
        self._composer.leave()
        if self._document.draft:
            self._say("paragraph", "parts.draft")
        if (logo := logo_of(self._document.publication)) is not None:
            self._walk.tell(logo, self._language)
        self._composer.add("paragraph", 0, self._metadata.publisher, self._language)
        self._composer.add("heading", 1, self._metadata.title, self._language)
        for text in (self._metadata.subtitle, self._metadata.description):
            self._composer.add("paragraph", 0, text, self._language)
        if offers.contents:
            self._say("heading", "parts.contents")
        self._composer.name(_MAIN_PART)

    def messages(self, chosen: tuple[_Chosen, ...]) -> None:
        """Add the key messages, each below its chapter's title."""
        with_messages = [chapter for chapter in chosen if chapter.messages]
        if not with_messages:
            return
        self._say("heading", "blocks.key-message")
        self._composer.open("list", numbering="description")
        for chapter in with_messages:
            self._walk.levels.update(_fitted(chapter))
            self._composer.open("item", label="")
            self._walk.tell(_as_term(chapter.title), self._language_around(chapter.title))
            for message in chapter.messages:
                self._message(message)
            self._composer.close()
        self._composer.close()

    def _message(self, message: Element) -> None:
        if name := message.get("id"):
            self._composer.name(name)
        language = language_at(message, self._language)
        for block in message:
            if block.get("class") not in ("label", "heard"):
                self._walk.tell(block, language)
        self._composer.end()

    def blocks(self, chapter: _Chosen) -> None:
        """Add the blocks that the author marked in a chapter."""
        if not chapter.blocks:
            return
        self._walk.levels.update(_fitted(chapter))
        self._composer.name(chapter.part.id)
        self._walk.tell(chapter.title, self._language_around(chapter.title))
        for block in chapter.blocks:
            self._walk.tell(block, self._language_around(block))
            self._composer.end()

    def part(self, chapter: ChapterPart) -> None:
        """Add the title of the part of the book that a chapter is in."""
        section = self._document.chapter(chapter).getparent()
        assert section is not None
        self._walk.tell(_as_paragraph(section[0]), self._language)

    def titles(self) -> None:
        """Add the titles of all chapters, of which nothing else is in the summary."""
        self._say("heading", "summary.chapters")
        self._composer.open("list", numbering="bullets")
        around = 0
        for part in self._document.chapters:
            section = self._document.chapter(part)
            if section.get("role") == "doc-index":
                continue
            if part.part != around:
                if around:
                    self._composer.close()
                    self._composer.close()
                around = part.part
                if around:
                    self._composer.open("item", label="")
                    self.part(part)
                    self._composer.open("list", numbering="bullets")
            self._composer.open("item", label="")
            title = section.find("h1")
            if title is None:
                self._composer.add("paragraph", 0, part.title, language_at(section, self._language))
            else:
                self._walk.tell(_as_paragraph(title), language_at(section, self._language))
            self._composer.close()
        if around:
            self._composer.close()
            self._composer.close()
        self._composer.close()

    def back(self, offers: Offers) -> None:
        """Add what is below the text, except the details of each file, which are unknown here."""
        self._composer.source = ""
        if offers.downloads:
            self._say("heading", "summary.read-the-publication")
        self._say("heading", "summary.problems")
        self._composer.added = True
        self._composer.begin("paragraph")
        get_in_touch = self._locale.word("summary.get-in-touch")
        self._composer.text(get_in_touch.text, get_in_touch.language)
        self._composer.text(": ", self._language)
        self._walk.tell(contact_link(self._metadata.accessibility_contact), self._language)
        self._composer.end()
        self._say("paragraph", "summary.tell-what-is-wrong")
        if offers.statement:
            self._statement(paged=offers.paged)
        self._say("heading", "parts.colophon")
        self._composer.added = True
        self._walk.tell(particulars(self._metadata, contact=False), self._language)
        self._composer.end()
        self._composer.added = False

    def _statement(self, *, paged: bool) -> None:
        self._say("heading", "summary.accessibility-of-epub")
        accessibility = accessibility_of(self._document, paged=paged)
        for part in display_statement(accessibility, self._language):
            self._composer.add("heading", 3, part.heading.text, part.heading.language)
            several = len(part.statements) > 1
            if several:
                self._composer.open("list", numbering="bullets")
            for statement in part.statements:
                if several:
                    self._composer.open("item", label="")
                if statement.address:
                    self._composer.enter(Span("link", "", value=statement.address))
                said = statement.text
                self._composer.add("paragraph", 0, said.text, said.language)
                if statement.address:
                    self._composer.leave()
                if several:
                    self._composer.close()
            if several:
                self._composer.close()

    def _say(self, kind: str, key: str) -> None:
        level = 2 if kind == "heading" else 0
        word = self._locale.word(key)
        self._composer.add(kind, level, word.text, word.language)

    def _language_around(self, element: Element) -> str:
        parent = element.getparent()
        return self._language if parent is None else language_at(parent, self._language)

    def book(self) -> Book:
        """Return all that was added. A link whose target is not in the summary is plain words."""
        self._composer.end()
        passages = tuple(self._linked(passage) for passage in self._composer.passages)
        return Book(passages, (), self._places)

    def _linked(self, passage: Passage) -> Passage:
        kept = tuple(
            span for span in passage.spans if span.target is None or span.target in self._places
        )
        return replace(passage, spans=kept)


def _as_term(title: Element) -> Element:
    """Copy the chapter's title as a term, without ids and links."""
    return _as(title, "dt")


def _as_paragraph(title: Element) -> Element:
    return _as(title, "p")


def _as(title: Element, tag: str) -> Element:
    term = deepcopy(title)
    term.tag, term.tail = tag, None
    for element in term.iter():
        element.attrib.pop("id", None)
        if element.get("role") != "doc-noteref":
            element.attrib.pop("href", None)
    return term


def _fitted(chapter: _Chosen) -> dict[Element, int]:
    """Return the levels of the headings in the summary: below the chapter's, none skipped."""
    levels = {chapter.title: 2}
    chosen = {*chapter.messages, *chapter.blocks}
    section = chapter.title.getparent()
    assert section is not None
    deeper: list[str] = []
    for heading in section.iter(*_HEADINGS):
        if not chosen.isdisjoint((heading, *heading.iterancestors())):
            deeper = [tag for tag in deeper if tag < str(heading.tag)]
            levels[heading] = min(3 + len(deeper), 6)
            deeper.append(str(heading.tag))
    return levels
