"""Walk through finished documents and compose their passages, each element by its role."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from bindery.document.model import MATHML, Element
from bindery.finished.documents import SVG, TYPE_ATTRIBUTE, Finished
from bindery.readback.html.elements import (
    HEADINGS,
    INLINE,
    LEAVES,
    MARKED,
    NO_ROLE,
    SAYS_NOTHING,
    TOC,
    Name,
    alternative,
    box_of,
    definition_parts,
    header_words,
    level_of,
    misnamed,
    roles_around,
    said_by,
    says_back,
    says_back_again,
)
from bindery.readback.html.opened import Opened, language_around, language_of, link_span
from bindery.readback.index_lines import IndexLine, line_of
from bindery.readback.passages import MAIN, Book, Composer, Note, Place, Span
from bindery.readback.tables_and_lists import Cell, cells_of, items, numbering
from bindery.readback.ways_in import Entry
from bindery.vocabulary.text import without_soft_hyphens


class HtmlPassages:
    """Reads documents, one after the other, as one book.

    ``lists`` are the entries of its navigation, each list with its kind; ``index`` are those of its
    index. ``misnamed`` are the parts whose names are wrong.
    """

    def __init__(self, finished: Finished) -> None:
        self.lists: list[tuple[str, list[Entry]]] = []
        self.misnamed: list[Name] = []
        self.index: list[IndexLine] = []
        self._finished = finished
        self._places: dict[object, Place] = {}
        self._notes: list[Note] = []
        self._tables: dict[Element, Cell] = {}
        self._composer = self._main = Composer(MAIN, self._places)
        self._number = MAIN

    @property
    def book(self) -> Book:
        """All that has been read."""
        self._main.end()
        return Book(tuple(self._main.passages), tuple(self._notes), self._places)

    @property
    def contents(self) -> list[list[Entry]]:
        """The entries of each list of contents."""
        return [entries for kind, entries in self.lists if kind == TOC]

    def read(self, document: Opened) -> None:
        """Read a whole document."""
        self._document = document
        self._main.name((document.name, ""))
        self._tell(document.body, language_of(document.root) or "")
        self._main.end()

    def _tell(self, element: Element, language: str) -> None:
        tag = str(element.tag)
        if tag in SAYS_NOTHING or self._document.silence.covers(element):
            return
        language = language_of(element) or language
        roles = (element.get("role") or "").split()
        if NO_ROLE.intersection(roles):
            tag = "span" if tag in INLINE else "div"
        if tag == "li" and "doc-endnotes" in roles_around(element):
            self._note(element, language)
            return
        self._name(element, tag)
        if tag == "nav":
            self._navigation(element, language)
        elif "heading" in roles or tag in HEADINGS:
            self._leaf("heading", element, language, level_of(element, tag))
        elif tag in LEAVES:
            self._leaf(LEAVES[tag], element, language)
        elif tag in ("ul", "ol", "dl", "menu"):
            self._list(element, language)
        elif tag == "table":
            self._tables.update(cells_of(element))
            self._box("table", element, language)
        elif tag in ("th", "td") and element in self._tables:
            self._cell(element, language)
        elif box := box_of(tag, roles):
            self._box(box, element, language)
        elif tag in INLINE or tag.startswith("{"):
            self._inline(tag, element, language)
        else:
            self._composer.end()
            self._inside(element, language)
            self._composer.end()

    def _name(self, element: Element, tag: str) -> None:
        inline = tag in INLINE or tag.startswith("{")
        if name := element.get("id"):
            self._composer.name((self._document.name, name), inline=inline)
        if wrong := misnamed(element, self._document.by_id):
            place = (self._number, len(self._composer.passages))
            self.misnamed.append(replace(wrong, place=place))

    def _inside(self, element: Element, language: str) -> None:
        added = self._document.silence.added
        self._words(added.get((element, "before")), language)
        self._words(element.text, language)
        for child in element:
            if isinstance(child.tag, str):
                self._tell(child, language)
            self._words(child.tail, language)
        self._words(added.get((element, "after")), language)

    def _words(self, text: str | None, language: str) -> None:
        if text:
            self._composer.text(without_soft_hyphens(text), language)

    def _leaf(self, kind: str, element: Element, language: str, level: int = 0) -> None:
        self._composer.begin(kind, level)
        self._inside(element, language)
        self._composer.end()

    def _box(self, kind: str, element: Element, language: str, **facts: object) -> None:
        self._composer.open(kind, **facts)
        self._inside(element, language)
        self._composer.close()

    def _inline(self, tag: str, element: Element, language: str) -> None:
        composer = self._composer
        if tag == "br":
            self._words(" ", language)
        elif tag in ("img", f"{SVG}svg") and (tag == "img" or element.get("role") == "img"):
            # An empty alternative marks decoration; a missing one is a figure without words.
            if element.get("alt") != "":
                composer.put("figure", alternative(element), language)
        elif tag == f"{MATHML}math":
            composer.put("formula", alternative(element), language)
        elif span := self._span(tag, element):
            composer.enter(span)
            self._inside(element, language)
            composer.leave()
        else:
            self._inside(element, language)

    def _span(self, tag: str, element: Element) -> Span | None:
        if tag == "a" and "href" in element.attrib:
            return link_span(self._finished, self._document.name, element.get("href") or "")
        if tag == "abbr" and element.get("title"):
            return Span("abbreviation", "", value=element.get("title") or "")
        return Span(MARKED[tag], "") if tag in MARKED else None

    def _list(self, element: Element, language: str) -> None:
        if "doc-endnotes" in roles_around(element):
            self._inside(element, language)
            return
        if "index-entries" in (element.get("class") or "").split():
            self._composer.end()
            covers = self._document.silence.covers
            heard = (item for item in element.iter("li") if not covers(item))
            self.index += map(self._index_line, heard)
            return
        self._composer.open("list", numbering=numbering(element))
        if element.tag == "dl":
            self._definitions(list(definition_parts(element)), language)
        else:
            labels = dict(items(element))
            for child in element.iterchildren(tag="*"):
                if child in labels:
                    self._item(child, labels[child], language_of(child) or language)
                else:
                    self._tell(child, language)
        self._composer.close()

    def _item(self, item: Element, label: str, language: str) -> None:
        if self._document.silence.covers(item):
            return
        self._composer.open("item", label=label)
        self._name(item, "li")
        self._inside(item, language)
        self._composer.close()

    def _definitions(self, parts: list[Element], language: str) -> None:
        """Add each group of terms and descriptions as one item (HTML 4.4.9)."""
        before = ""
        for child in parts:
            if child.tag == "dt" and before != "dt":
                if before:
                    self._composer.close()
                self._composer.open("item", label="")
            self._tell(child, language)
            before = str(child.tag) if before or child.tag == "dt" else ""
        if before:
            self._composer.close()

    def _cell(self, element: Element, language: str) -> None:
        cell = self._tables[element]
        self._box(
            "cell",
            element,
            language,
            is_header=element.tag == "th",
            headers=frozenset(header_words(header) for header in cell.headers),
            rows=cell.rows,
            columns=cell.columns,
        )

    def _navigation(self, element: Element, language: str) -> None:
        """Read the lists in a ``nav`` apart, entry by entry; anything else in it is text."""
        entries: list[Entry] = []
        for child in element.iterchildren(tag="*"):
            if child.tag in ("ol", "ul"):
                entries += self._entries(child, language)
            else:
                self._tell(child, language)
        self.lists.append((element.get(TYPE_ATTRIBUTE) or TOC, entries))

    def _index_line(self, item: Element) -> IndexLine:
        def parts() -> Iterator[str | Span]:
            yield item.text or ""
            for child in item.iterchildren(tag="*"):
                if child.tag == "a":
                    leads = self._span("a", child) or Span("link", "")
                    yield replace(leads, text=said_by(child))
                elif child.tag != "ul":
                    yield said_by(child)
                yield child.tail or ""

        return line_of(parts(), [(self._document.name, item.get("id"))])

    def _entries(self, listed: Element, language: str) -> Iterator[Entry]:
        """Yield the entries of a list, nested ones too. What is not in an item is read as text."""
        for item in listed.iterchildren(tag=etree.Element):
            if item.tag != "li":
                self._tell(item, language)
                continue
            if self._document.silence.covers(item):
                continue
            below = [child for child in item.iterchildren(tag="*") if child.tag in ("ol", "ul")]
            links = [one for one in item.iter("a") if not set(one.iterancestors()) & set(below)]
            leads = [self._span("a", link) for link in links]
            inside = " ".join(said_by(one) for one in below)
            text = said_by(item).removesuffix(inside).strip()
            yield text, (leads[0] or Span("link", "")) if len(leads) == 1 else Span("link", "")
            for one in below:
                yield from self._entries(one, language)

    def _note(self, item: Element, language: str) -> None:
        """Read a note apart, with its backlink."""
        label = dict(items(listed))[item] if (listed := item.getparent()) is not None else ""
        number = len(self._notes)
        self._notes.append(Note(label, ()))
        ways = [one for one in item.iter("a") if one.get("role") == "doc-backlink"]
        back = ways[0] if ways else None
        composer, self._composer = self._composer, Composer(number, self._places)
        self._number, before = number, self._number
        self._name(item, "li")
        span, spoken = None, ""
        if back is not None and says_back(back, label, language_around(back)):
            if leads := self._span("a", back):
                span = replace(leads, text=said_by(back))
            spoken = language_of(back) or language_around(back)
            _silence(back)
        again = []
        for place, way in enumerate(ways[1:], start=2):
            if says_back_again(way, label, place, language_around(way)):
                if leads := self._span("a", way):
                    again.append(replace(leads, text=said_by(way)))
                _silence(way)
        self._inside(item, language)
        self._composer.end()
        passages = tuple(self._composer.passages)
        self._notes[number] = Note(label, passages, span, spoken, tuple(again))
        self._composer, self._number = composer, before


def _silence(link: Element) -> None:
    """Make nothing of a link that has been read."""
    tail = link.tail
    link.clear(keep_tail=True)
    link.tag = "span"
    link.tail = tail
