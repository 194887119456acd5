"""What the manuscript says should be heard, read from the Document."""

from collections.abc import Hashable, Iterator

from bindery.document.colophon import colophon
from bindery.document.model import MATHML, SOURCE, Document, Element, text_of
from bindery.readback.catalogue import written
from bindery.readback.headers import Cell, cells_of
from bindery.readback.passages import MAIN, Book, Composer, Note, Place, Span
from bindery.vocabulary import words

_SOFT_HYPHEN = "\u00ad"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOXES = {"blockquote": "quotation", "aside": "aside", "caption": "caption"}
_MARKED = {"em": "emphasis", "strong": "strong", "code": "code"}
_INLINE = frozenset({"a", "span", "img", "q", "abbr", "sub", "sup", "del", *_MARKED})
_BLOCKS = frozenset({"div", "section", "tbody", "thead", "tfoot", "figure", "dd"})


def said(document: Document, *, notes_apart: bool) -> Book:
    """All that a listener to the printed edition should get.

    With ``notes_apart`` each note is by itself, as at the foot of a page; otherwise the notes
    are lists at the ends of chapters, as in the Document.
    """
    places: dict[Hashable, Place] = {}
    language = document.publication.metadata.language
    teller = _Teller(Composer(MAIN, places), notes_apart=notes_apart)
    _add_front(teller.composer, document)
    for part in document.chapters:
        chapter = document.chapter(part)
        label = words.CHAPTER.said_in(language).format(number=part.number)
        heading = chapter.find("h1")
        if heading is not None:
            teller.composer.source = heading.get(SOURCE) or ""
            _add(teller.composer, "paragraph", 0, label, language)
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
        _add(composer, "paragraph", 0, text, metadata.language)
    _add(composer, "heading", 1, words.CONTENTS.said_in(metadata.language), metadata.language)


def _add_back(teller: "_Teller", document: Document, language: str) -> None:
    heading = words.COLOPHON.said_in(language)
    teller.composer.source = ""
    _add(teller.composer, "heading", 1, heading, language)
    teller.composer.added = True
    teller.tell(colophon(document.publication.metadata), language)
    teller.composer.end()
    teller.composer.added = False


def _add(composer: Composer, kind: str, level: int, text: str, language: str) -> None:
    """Say what the edition says besides the manuscript."""
    composer.end()
    composer.added = True
    composer.begin(kind, level)
    composer.text(text, language)
    composer.end()
    composer.added = False


def _note(
    number: int,
    item: Element,
    places: dict[Hashable, Place],
    document: Document,
    sources: dict[Hashable, str],
) -> Note:
    teller = _Teller(Composer(number, places), notes_apart=True)
    back = next(link for link in item.iter("a") if link.get("role") == "doc-backlink")
    language = next(
        (around.get("lang") for around in item.iterancestors() if around.get("lang")),
        document.publication.metadata.language,
    )
    # pandoc does not say where a note stands, so it is found by the sentence that refers to it.
    reference = (back.get("href") or "").removeprefix("#")
    teller.composer.source = sources.get(reference, "")
    teller.composer.name(item.get("id"))
    teller.inside(item, str(language))
    teller.composer.end()
    label = str(1 + sum(1 for _ in item.itersiblings("li", preceding=True)))
    return Note(label, tuple(teller.composer.passages), Span("link", label, target=reference))


class _Teller:
    """Walks a tree and tells a composer what it says."""

    def __init__(self, composer: Composer, *, notes_apart: bool) -> None:
        self.composer = composer
        self.notes: list[Element] = []
        self._notes_apart = notes_apart
        self._tables: dict[Element, Cell] = {}

    def tell(self, element: Element, language: str) -> None:
        """Say an element and all in it. ``language`` is the one in force around it."""
        language = element.get("lang") or language
        around = self.composer.source
        self.composer.source = element.get(SOURCE) or around
        self._tell(element, language)
        self.composer.source = around

    def _tell(self, element: Element, language: str) -> None:
        composer = self.composer
        if self._notes_apart and element.get("role") == "doc-endnotes":
            self._set_apart(element, language)
            return
        if self._notes_apart and element.get("role") == "doc-backlink":
            return
        tag = str(element.tag)
        if name := element.get("id"):
            composer.name(name, inline=tag in _INLINE)
        if level := _HEADINGS.get(tag):
            self._leaf("heading", element, language, level)
        elif tag in ("p", "pre", "dt"):
            self._leaf("term" if tag == "dt" else "paragraph", element, language)
        elif tag in ("ul", "ol", "dl"):
            self._list(element, language)
        elif tag == "table":
            self._table(element, language)
        elif tag in _BOXES or tag == "figcaption":
            self._box(_BOXES.get(tag, "caption"), element, language)
        elif tag in _BLOCKS:
            composer.end()
            self.inside(element, language)
            composer.end()
        elif tag in ("tr", "th", "td"):
            self._part_of_table(element, language)
        else:
            self._inline(tag, element, language)

    def inside(self, element: Element, language: str) -> None:
        """Say what is in an element."""
        self._words(element.text, language)
        for child in element:
            if isinstance(child.tag, str):
                self.tell(child, language)
            self._words(child.tail, language)

    def _words(self, text: str | None, language: str) -> None:
        if text:
            self.composer.text(text.replace(_SOFT_HYPHEN, ""), language)

    def _leaf(self, kind: str, element: Element, language: str, level: int = 0) -> None:
        self.composer.begin(kind, level)
        self.inside(element, language)
        self.composer.end()

    def _box(self, kind: str, element: Element, language: str, **facts: object) -> None:
        self.composer.open(kind, **facts)
        self.inside(element, language)
        self.composer.close()

    def _inline(self, tag: str, element: Element, language: str) -> None:
        composer = self.composer
        if tag == "br":
            self._words(" ", language)
        elif tag == "img":
            if alternative := element.get("alt"):
                composer.put("figure", alternative.replace(_SOFT_HYPHEN, ""), language)
        elif tag == f"{MATHML}math":
            composer.put("formula", element.get("alttext") or "", language)
        elif span := _span(tag, element):
            composer.enter(span)
            self.inside(element, language)
            composer.leave()
        else:
            self.inside(element, language)

    def _list(self, element: Element, language: str) -> None:
        self.composer.open("list", numbering=_numbering(element))
        if element.tag == "dl":
            self._definitions(element, language)
        else:
            for item, label in _items(element):
                if item.get(SOURCE):
                    self.composer.source = item.get(SOURCE) or ""
                self.composer.open("item", label=label)
                if name := item.get("id"):
                    self.composer.name(name)
                self.inside(item, item.get("lang") or language)
                self.composer.close()
        self.composer.close()

    def _definitions(self, element: Element, language: str) -> None:
        """A group of terms and what they mean is one item (HTML 4.4.9)."""
        before = ""
        for child in element:
            if child.tag == "dt" and before != "dt":
                if before:
                    self.composer.close()
                self.composer.open("item", label="")
            self.tell(child, language)
            before = str(child.tag)
        if before:
            self.composer.close()

    def _table(self, element: Element, language: str) -> None:
        self._tables.update(cells_of(element))
        self._box("table", element, language)

    def _part_of_table(self, element: Element, language: str) -> None:
        if element.tag == "tr":
            self._box("row", element, language)
            return
        cell = self._tables[element]
        self._box(
            "cell",
            element,
            language,
            is_header=element.tag == "th",
            headers=frozenset(text_of(header) for header in cell.headers),
            rows=cell.rows,
            columns=cell.columns,
        )

    def _set_apart(self, notes: Element, language: str) -> None:
        """The heading of the notes is said only where some of them are left below it."""
        self.notes += notes.findall("ol/li")
        heading = notes.find("h2")
        if heading is not None:
            self.composer.end()
            self.composer.name(heading.get("id"))
            _add(self.composer, "heading", 2, text_of(heading), language)


def _span(tag: str, element: Element) -> Span | None:
    if tag == "a" and (address := element.get("href")):
        if address.startswith("#"):
            return Span("link", "", target=address[1:])
        return Span("link", "", value=address)
    if tag == "abbr" and element.get("title"):
        return Span("abbreviation", "", value=element.get("title") or "")
    return Span(_MARKED[tag], "") if tag in _MARKED else None


def _numbering(element: Element) -> str:
    if element.tag == "dl":
        return "description"
    if element.tag == "ul":
        return "bullets"
    kinds = {"a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
    return kinds.get(element.get("type") or "1", "Decimal")


def _items(element: Element) -> Iterator[tuple[Element, str]]:
    """Each item with its number as it is written; nothing for a bullet."""
    style = {"1": "D", "i": "r", "I": "R"}.get(kind := element.get("type") or "1", kind)
    number = int(element.get("start") or 1)
    for item in element.iterfind("li"):
        number = int(item.get("value") or number)
        yield item, written(number, style) if element.tag == "ol" else ""
        number += 1
