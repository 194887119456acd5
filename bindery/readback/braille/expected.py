"""What a braille edition must say, word for word, taken from the Document by a walk of its own.

Words that are not in print stand between ``⟨`` and ``⟩``, as the readers of cells give them.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from types import MappingProxyType

from bindery.document.book_index import place_links
from bindery.document.braille.codes import Code
from bindery.document.contents import colophon
from bindery.document.draft import draft_words
from bindery.document.model import MATHML, SOURCE, Document, Element, has_class
from bindery.locales import Locale, locale_of
from bindery.readback.tables_and_lists import items, numbering

OPENS, CLOSES = "⟨", "⟩"
LISTED, SIDE_BY_SIDE = "list", "table"
"""How a table is set on paper."""

_INLINE = frozenset(
    {"a", "abbr", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small"}
    | {"span", "strong", "b", "sub", "sup", "u", "var", "cite", "bdi", "bdo", "br", "img"}
    | {f"{MATHML}math"}
)
_SETS_OFF = {
    **dict.fromkeys(("em", "i", "cite", "u"), "emphasis"),
    **dict.fromkeys(("strong", "b"), "strong"),
}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one block. ``level`` is that of a heading; ``source`` its place."""

    text: str
    source: str = ""
    level: int = 0


@dataclass(slots=True)
class Expected:
    """The lines of a part of the edition in order, and the words that are set off in them."""

    lines: list[Line] = field(default_factory=list)
    set_off: dict[str, list[str]] = field(default_factory=dict)


class Expecting:
    """Walks the Document.

    ``forms`` says how each table is set; without it, as a table. ``folios`` are the printed pages
    of places that the index leads to.
    """

    def __init__(
        self,
        document: Document,
        code: Code,
        forms: Callable[[], str] | None = None,
        folios: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.made = Expected()
        self._document = document
        self._metadata = document.publication.metadata
        self._locale: Locale = locale_of(self._metadata.language)
        self._code = code
        self._forms = forms
        self._folios = folios
        self._source = ""
        self._label = ""
        self._words: list[str] = []
        self._level = 0
        self._kinds: list[str] = []

    def title_page(self) -> None:
        """Add the title page, without the volume."""
        draft = draft_words(self._document)
        people = (one for one in self._metadata.contributors if one.affiliation)
        self._say(self._metadata.title, 1)
        for text in (
            draft.text if draft else "",
            self._metadata.subtitle,
            *(f"{one.name}, {one.affiliation}" for one in people),
            self._metadata.publisher,
        ):
            self._say(text)

    def note(self) -> None:
        """Add what the transcriber says first."""
        said = self._document.publication.settings.editions.braille.proofread
        if said is not None and said.version == self._metadata.version:
            read = self._locale.word("braille.proofread", name=said.by, date=said.on).text
        else:
            read = self._word("not-proofread")
        self._say(self._word("note"), 1)
        for text in (read, self._word("code"), self._word("print-pages")):
            self._say(text)
        self._say(f"{self._word('signs')} {OPENS} – {CLOSES}.")

    def chapters(self) -> None:
        """Add all parts and chapters. The index says the printed pages."""
        body = deepcopy(self._document.body)
        for link in list(place_links(body)):
            folio = self._folios.get((link.get("href") or "")[1:], "")
            link.text = self._locale.word("ways.on-page", page=folio).text if folio else ""
            before, item = link.getprevious(), link.getparent()
            same = before is not None and before.tag == "a" and before.text == link.text
            if same and before is not None and item is not None:
                before.tail = link.tail
                item.remove(link)
        self._inside(body)
        self._end()

    def colophon(self) -> None:
        """Add the colophon."""
        self._source = ""
        self._say(self._locale.word("parts.colophon").text, 1)
        self._tell(colophon(self._metadata))
        self._end()

    def title(self, element: Element) -> str:
        """The words of ``element`` alone, as one line."""
        mark = len(self.made.lines)
        self._inside(element)
        self._end()
        lines = [line.text for line in self.made.lines[mark:]]
        del self.made.lines[mark:]
        return " ".join(lines)

    def _word(self, name: str) -> str:
        return self._locale.word(f"braille.{name}").text

    def _say(self, text: str, level: int = 0) -> None:
        self._end()
        self._words.append(text)
        self._level = level
        self._end()

    def _end(self) -> None:
        text = " ".join("".join(self._words).split(" "))
        if text.strip():
            self.made.lines.append(Line(self._without_signs(text), self._source, self._level))
        self._words, self._level = [], 0

    def _without_signs(self, text: str) -> str:
        """Say in words the signs that the code does not have."""
        for sign in self._code.unsigned:
            key = f"braille-signs.{sign}"
            if sign in text and key in self._locale:
                text = text.replace(sign, f" {OPENS}{self._locale.word(key).text}{CLOSES} ")
        return text

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self._label and text.strip():
            self._words.append(f"{self._label} ")
            self._label, text = "", text.lstrip()
        self._words.append(text)
        for kind in dict.fromkeys(self._kinds):
            self._set_off(kind, text)

    def _set_off(self, kind: str, text: str) -> None:
        pieces = self.made.set_off.setdefault(kind, [""])
        pieces[-1] += text
        if text == " ":
            pieces[-1] = self._without_signs(pieces[-1])
            pieces.append("")

    def _inside(self, element: Element) -> None:
        self._add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._tell(child)
            self._add(child.tail)

    def _tell(self, element: Element) -> None:
        tag = str(element.tag)
        if tag in _INLINE:
            self._inline(element, tag)
            return
        self._end()
        around = self._source
        self._source = element.get(SOURCE) or around
        if tag in ("ul", "ol"):
            self._list(element)
        elif tag == "table" and self._forms is not None:
            self._table(element, self._forms())
        elif tag == "pre":
            self._code_block(element)
        elif tag != "hr" and not has_class(element, "ways-back"):
            if tag in _HEADINGS:
                self._level = int(tag[1])
            self._inside(element)
        self._end()
        self._source = around

    def _inline(self, element: Element, tag: str) -> None:
        if element.get("role") == "doc-backlink":
            return
        if tag == "img":
            self._image(element)
        elif tag == f"{MATHML}math":
            words = " ".join((element.get("alttext") or "").split())
            self._add(f"{OPENS}{self._locale.word('blocks.formula').text}: {words}{CLOSES}")
        elif tag == "br":
            self._add(" ")
        elif tag in ("sub", "sup") or element.get("role") == "doc-noteref":
            self._add((element.text or "").translate(_LOWERED if tag == "sub" else _RAISED))
            for child in element:
                self._tell(child)
                self._add(child.tail)
        else:
            kind = _SETS_OFF.get(tag, "")
            if kind:
                self._kinds.append(kind)
            self._inside(element)
            if kind:
                self._kinds.pop()
                self._set_off(kind, " ")

    def _image(self, image: Element) -> None:
        alternative = image.get("alt")
        if alternative == "":
            return
        words = " ".join((alternative or "").split())
        said = f"{self._word('image')}: {words}" if words else self._word("image")
        self._add(f"{OPENS}{said}{CLOSES}")

    def _list(self, element: Element) -> None:
        unmarked = numbering(element) == "unmarked"
        for item, label in items(element):
            self._end()
            shown = (label if label.endswith(")") else f"{label}.") if label else "•"
            self._label = "" if unmarked else shown
            around = self._source
            self._source = item.get(SOURCE) or around
            self._inside(item)
            self._end()
            self._source, self._label = around, ""

    def _code_block(self, element: Element) -> None:
        for line in "".join(element.itertext()).split("\n"):
            self._end()
            self._add(line)
        self._end()

    def _table(self, table: Element, form: str) -> None:
        for caption in table.iterchildren("caption"):
            self._tell(caption)
        rows = [[cell for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
        rows = [row for row in rows if row]
        if form == LISTED:
            self._listed_table(rows)
        else:
            self._say(f"{OPENS}{self._word('table')}{CLOSES}")
            for row in rows:
                for cell in row:
                    self._tell(cell)
        self._say(f"{OPENS}{self._word('table-ends')}{CLOSES}")

    def _listed_table(self, rows: list[list[Element]]) -> None:
        self._say(f"{OPENS}{self._word('table-as-list')}{CLOSES}")
        heads = next((row for row in rows if all(cell.tag == "th" for cell in row)), None)
        named = heads is not None and heads is rows[0]
        columns: list[str] = []
        if heads is not None and named:
            said = [self._cell(cell) for cell in heads]
            columns = [
                words
                for cell, words in zip(heads, said, strict=True)
                for _ in range(int(cell.get("colspan") or 1))
            ]
            listed = ", ".join(filter(None, said))
            self._say(f"{OPENS}{self._word('columns')}: {listed}{CLOSES}")
        for row in rows:
            if row is heads:
                continue
            at = 0
            for number, cell in enumerate(row):
                words = self._cell(cell) or f"{OPENS}{self._word('empty')}{CLOSES}"
                head = columns[at] if number and at < len(columns) else ""
                self._say(f"{head}: {words}" if head else words)
                at += int(cell.get("colspan") or 1)

    def _cell(self, cell: Element) -> str:
        """The words of a cell with all its blocks, as one line."""
        mark = len(self.made.lines)
        self._end()
        self._tell(cell)
        self._end()
        lines = self.made.lines[mark:]
        del self.made.lines[mark:]
        return " ".join(" ".join(line.text for line in lines).split())
