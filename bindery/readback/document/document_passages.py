"""Walk through the Document and compose its passages."""

from collections.abc import Iterator
from dataclasses import replace

from bindery.document.model import MATHML, SAYS_PAGE, SOURCE, Element, has_class, text_of
from bindery.manuscript.addresses import ascii_address
from bindery.readback.align import plain
from bindery.readback.document.index_in_document import is_entries
from bindery.readback.document.own_words import own_language
from bindery.readback.passages import Composer, Span
from bindery.readback.tables_and_lists import Cell, cells_of, items, numbering
from bindery.vocabulary.text import without_soft_hyphens

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOXES = {
    **{"blockquote": "quotation", "aside": "aside", "caption": "caption"},
    "figcaption": "caption",
}
_MARKED = {"em": "emphasis", "strong": "strong", "code": "code", "kbd": "code"}
_INLINE = frozenset(
    {"a", "span", "img", "q", "abbr", "sub", "sup", "del", "dfn", "mark", "u", *_MARKED}
)
_BLOCKS = frozenset({"div", "section", "tbody", "thead", "tfoot", "figure", "dd"})


class DocumentPassages:
    """Walks a tree and gives a composer its text, boxes and spans."""

    def __init__(self, composer: Composer, *, notes_apart: bool, in_print: bool = False) -> None:
        self.composer = composer
        self.notes: list[Element] = []
        self._notes_apart = notes_apart
        self._in_print = in_print
        self._tables: dict[Element, Cell] = {}

    def tell(self, element: Element, language: str) -> None:
        """Add an element and its content. ``language`` is the one in force around it."""
        language = own_language(element, language) or element.get("lang") or language
        around = self.composer.source
        self.composer.source = element.get(SOURCE) or around
        self._tell(element, language)
        self.composer.source = around

    def _tell(self, element: Element, language: str) -> None:
        composer = self.composer
        if self._notes_apart and element.get("role") == "doc-endnotes":
            self._set_apart(element, language)
            return
        if self._notes_apart and has_class(element, "backlink"):
            return
        tag = str(element.tag)
        if name := element.get("id"):
            composer.name(name, inline=tag in _INLINE)
        if level := _HEADINGS.get(tag):
            self._leaf("heading", element, language, level)
        elif tag in ("p", "pre", "dt"):
            self._leaf("term" if tag == "dt" else "paragraph", element, language)
        elif is_entries(element):
            composer.end()
        elif tag in ("ul", "ol", "dl"):
            self._list(element, language)
        elif tag == "table":
            self._table(element, language)
        elif box := _box_of(element):
            unlisted = {"unlisted": True} if _is_of_a_part(element) else {}
            self._box(box, element, language, **unlisted)
        elif tag in _BLOCKS:
            composer.end()
            self.inside(element, language)
            composer.end()
        elif tag in ("tr", "th", "td"):
            self._part_of_table(element, language)
        else:
            self._inline(tag, element, language)

    def inside(self, element: Element, language: str) -> None:
        """Add the content of an element."""
        self._words(element.text, language)
        for child in element:
            if isinstance(child.tag, str):
                self.tell(child, language)
            self._words(child.tail, language)

    def _words(self, text: str | None, language: str) -> None:
        if text:
            self.composer.text(without_soft_hyphens(text), language)

    def _leaf(self, kind: str, element: Element, language: str, level: int = 0) -> None:
        self.composer.begin(kind, level)
        if self._in_print and has_class(element, "heard"):
            self.composer.put("figure", text_of(element), language)
        else:
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
            # An empty alternative marks decoration; a missing one is a figure without words.
            if (alternative := element.get("alt")) != "":
                composer.put("figure", alternative or "", language)
        elif tag == f"{MATHML}math":
            composer.put("formula", element.get("alttext") or "", language)
        elif span := _span(tag, element):
            says_page = self._in_print and SAYS_PAGE in element.attrib
            composer.enter(replace(span, says_page=says_page))
            self.inside(element, language)
            composer.leave()
        else:
            self.inside(element, language)

    def _list(self, element: Element, language: str) -> None:
        self.composer.open("list", numbering=numbering(element))
        if element.tag == "dl":
            self._definitions(element, language)
        else:
            for item, label in items(element):
                if item.get(SOURCE):
                    self.composer.source = item.get(SOURCE) or ""
                self.composer.open("item", label=label)
                if name := item.get("id"):
                    self.composer.name(name)
                self.inside(item, item.get("lang") or language)
                self.composer.close()
        self.composer.close()

    def _definitions(self, element: Element, language: str) -> None:
        """Add each group of terms and descriptions as one item (HTML 4.4.9)."""
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
            headers=frozenset(_header_words(header) for header in cell.headers),
            rows=cell.rows,
            columns=cell.columns,
        )

    def _set_apart(self, notes: Element, language: str) -> None:
        """Collect the notes. An edition has their heading only if it leaves notes below it."""
        self.notes += notes.findall("ol/li")
        heading = notes.find("h2")
        if heading is not None:
            self.composer.end()
            self.composer.name(heading.get("id"))
            language = own_language(heading, language) or language
            self.composer.add("heading", 2, text_of(heading), language)


def _box_of(element: Element) -> str | None:
    """The kind of box that ``element`` is, if it is one."""
    return (
        "aside"
        if element.get("role") in ("doc-notice", "doc-tip")
        else _BOXES.get(str(element.tag))
    )


def _is_of_a_part(caption: Element) -> bool:
    """Whether it is the caption of code, or of one of several images in a figure."""
    figure = caption.getparent()
    around = None if figure is None else figure.getparent()
    if figure is None or around is None or caption.tag != "figcaption":
        return False
    return around.tag == "figure" or figure.find("pre") is not None


def _header_words(header: Element) -> str:
    """The words of a header, without its formulas and terms, with a space between blocks."""
    return plain(" ".join(without_soft_hyphens("".join(_words_in(header))).split()))


def _words_in(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in (f"{MATHML}math", "dt"):
            edge = "" if child.tag in _INLINE else " "
            yield edge
            yield from _words_in(child)
            yield edge
        yield child.tail or ""


def _span(tag: str, element: Element) -> Span | None:
    if tag == "a" and (address := element.get("href")):
        if address.startswith("#"):
            return Span("link", "", target=address[1:])
        return Span("link", "", value=ascii_address(address))
    if tag == "abbr" and element.get("title"):
        return Span("abbreviation", "", value=element.get("title") or "")
    return Span(_MARKED[tag], "") if tag in _MARKED else None
