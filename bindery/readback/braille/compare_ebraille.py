"""Compare an eBraille with the Document: words, headings, emphasis and printed pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from bindery.document.braille.codes import code_of
from bindery.document.model import MATHML, Document, Element, text_of
from bindery.finished.documents import SVG, XHTML, UnreadableError
from bindery.finished.epub import FinishedEpub
from bindery.readback.braille.code_readers import CodeReader, reader_of
from bindery.readback.braille.expected import Expecting, Line
from bindery.readback.braille.words import Word, set_off_told, told, unread_told
from bindery.readback.messages import STRUCTURE, Compared, Near, fewer
from bindery.readback.passages import OBJECT
from bindery.vocabulary.editions import EBRAILLE
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

_NAMES = (
    *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd"),
    *("mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var"),
)
_INLINE = frozenset(f"{XHTML}{name}" for name in _NAMES)
_HEADING = {f"{XHTML}h{level}": level for level in range(1, 7)}
_AS_SPACE = {0x2800: " ", 0xAD: None}
_PAGEBREAK = "doc-pagebreak"
_AFTER_A_START = 6
"""The e-book's first word of a page is among so many words here: a label may come before it."""

_OTHER_HEADINGS = Text(
    nb="I {edition} er overskriftene andre enn i manuset: «{heard}», ikke «{said}».",
    en="{first} has other headings than the manuscript: “{heard}”, not “{said}”.",
)
_OTHER_PAGES = Text(
    nb="I {edition} er sidene {heard}. I e-boka er de {said}.",
    en="{first} has the pages {heard}. The e-book has {said}.",
)
_PAGE_ELSEWHERE = Text(
    nb="I {edition} begynner side {page} med «{heard}». I e-boka begynner den med «{said}».",
    en="In {edition} page {page} starts with “{heard}”. In the e-book it starts with “{said}”.",
)


@dataclass(slots=True)
class Heard:
    """What an eBraille says: its words, headings, what is set off, and where pages start."""

    words: list[Word] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    set_off: dict[str, list[str]] = field(default_factory=dict)
    starts: list[tuple[str, int]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def compared_ebraille(
    book: FinishedEpub, document: Document, e_book: FinishedEpub | None
) -> Compared:
    """How many words were looked for, and every difference. ``e_book`` has the printed pages."""
    code = code_of(document.publication.metadata.language)
    if code is None:
        raise UnreadableError(document.publication.metadata.language)
    reader = reader_of(code)
    file = Near(Location(book.subject), EBRAILLE.called)
    heard = _heard(book, reader)
    expecting = Expecting(document, code, folios=places_of(e_book))
    for part in (expecting.title_page, expecting.note, expecting.chapters, expecting.colophon):
        part()
    said = words_of(expecting.made.lines, reader)

    def findings() -> Iterator[Finding]:
        yield from unread_told(heard.unread, file)
        yield from told(said, heard.words, file)
        yield from _headings(expecting.made.lines, heard, reader, file)
        for kind in ("emphasis", "strong"):
            ours = set_off_words(expecting.made.set_off.get(kind, []), reader)
            theirs = [Word(one) for one in heard.set_off.get(kind, [])]
            yield from set_off_told(ours, theirs, file)
        if e_book is not None:
            yield from _pages(heard, e_book, reader, file)

    return len(said), fewer(findings())


def words_of(lines: list[Line], reader: CodeReader) -> list[Word]:
    """The words of ``lines``, written as they are read."""
    return [Word(word, line.source) for line in lines for word in reader.as_read(line.text).split()]


def set_off_words(texts: list[str], reader: CodeReader) -> list[str]:
    """Words that are set off, without the signs around them, as they are read."""
    return [
        bare for text in texts for word in reader.as_read(text).split() if (bare := _bare(word))
    ]


def _bare(word: str) -> str:
    return "".join(letter for letter in word if letter.isalnum())


def _heard(book: FinishedEpub, reader: CodeReader) -> Heard:
    heard = Heard()
    for name in book.spine:
        root = book.documents.get(name)
        body = None if root is None else root.find(f"{XHTML}body")
        if body is not None:
            walk = _Walk(heard, reader)
            walk.inside(body)
            walk.end()
    return heard


class _Walk:
    """Reads the blocks of one document."""

    def __init__(self, heard: Heard, reader: CodeReader) -> None:
        self._heard = heard
        self._reader = reader
        self._cells: list[str] = []
        self._waiting: list[tuple[str, int]] = []
        self._level = 0

    def inside(self, element: Element) -> None:
        """Read the content of ``element``."""
        self._cells.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                self._tell(child)
            self._cells.append(child.tail or "")

    def _tell(self, element: Element) -> None:
        if element.get("role") == _PAGEBREAK:
            before = "".join(self._cells).translate(_AS_SPACE).split()
            self._waiting.append((element.get("aria-label") or "", len(before)))
        elif element.tag == f"{XHTML}br":
            self._cells.append(" ")
        elif element.tag in _INLINE:
            self.inside(element)
        else:
            self.end()
            self._level = _HEADING.get(str(element.tag), 0)
            self.inside(element)
            self.end()

    def end(self) -> None:
        """Read the block that ends here."""
        cells = " ".join("".join(self._cells).translate(_AS_SPACE).split())
        first = len(self._heard.words)
        if cells:
            self._read(cells)
        waiting = self._waiting
        for folio, before in waiting:
            self._heard.starts.append((folio, first + before))
        self._cells, self._waiting, self._level = [], [], 0

    def _read(self, cells: str) -> None:
        read = self._reader.read(cells)
        self._heard.unread += read.unread
        self._heard.words += (Word(word) for word in read.text.split())
        if self._level:
            self._heard.headings.append((self._level, " ".join(read.text.split())))
        for one in read.sets:
            words = (bare for word in one.text.split() if (bare := _bare(word)))
            self._heard.set_off.setdefault(one.kind, []).extend(words)


def _headings(lines: list[Line], heard: Heard, reader: CodeReader, file: Near) -> Iterator[Finding]:
    said = [
        (line.level, " ".join(reader.as_read(line.text).split())) for line in lines if line.level
    ]
    if said == heard.headings:
        return
    pairs = zip([*said, (0, "–")], [*heard.headings, (0, "–")], strict=False)
    ours, theirs = next((pair for pair in pairs if pair[0] != pair[1]), ((0, "–"), (0, "–")))
    message = _OTHER_HEADINGS.filled(
        heard=_with_level(theirs), said=_with_level(ours), edition=file.edition, first=file.first
    )
    yield STRUCTURE.broken(file, message)


def _with_level(heading: tuple[int, str]) -> str:
    return f"h{heading[0]}: {heading[1]}"


def places_of(e_book: FinishedEpub | None) -> dict[str, str]:
    """The printed page that each named place of the e-book is on."""
    places: dict[str, str] = {}
    folio = ""
    for name in e_book.spine if e_book is not None else ():
        root = e_book.documents.get(name) if e_book is not None else None
        for element in () if root is None else root.iter(etree.Element):
            if element.get("role") == _PAGEBREAK:
                folio = element.get("aria-label") or ""
            elif identity := element.get("id"):
                places[identity] = folio
    return places


def folios_of(e_book: FinishedEpub) -> list[str]:
    """The printed pages, as the page list of the e-book has them."""
    return [text_of(link) for link in e_book.navigation_entries("page-list")]


def _pages(heard: Heard, e_book: FinishedEpub, reader: CodeReader, file: Near) -> Iterator[Finding]:
    """The pages must be those of the e-book, each at the word where it starts there."""
    said, folios = folios_of(e_book), [folio for folio, _ in heard.starts]
    known = {"edition": file.edition, "first": file.first}
    if said != folios:
        listed = {"heard": ", ".join(folios) or "–", "said": ", ".join(said) or "–"}
        yield STRUCTURE.broken(file, _OTHER_PAGES.filled(**listed, **known))
        return
    at_starts = dict(first_words(e_book))
    for folio, at in heard.starts:
        word = at_starts.get(folio, "")
        ours = [one.text for one in heard.words[at : at + _AFTER_A_START]]
        wanted = reader.as_read(word).split()
        if wanted and wanted[0] not in ours and not any(one.endswith(wanted[0]) for one in ours):
            message = _PAGE_ELSEWHERE.filled(
                page=folio, heard=" ".join(ours[:3]) or "–", said=word, **known
            )
            yield STRUCTURE.broken(file, message)


def first_words(e_book: FinishedEpub) -> Iterator[tuple[str, str]]:
    """The first word of each printed page in the chapters of the e-book."""
    for name in e_book.spine:
        root = e_book.documents.get(name)
        if root is None or next(root.iter(f"{XHTML}nav"), None) is not None:
            continue
        texts = list(_texts(root))
        for (folio, words), (_, _after) in pairwise([*texts, ("", "")]):
            if folio and words.split() and OBJECT not in (first := words.split()[0]):
                yield folio, first


_SHOWN = (f"{XHTML}img", f"{SVG}svg", f"{MATHML}math")


def _own_text(element: Element) -> str:
    shown = next(element.iterancestors(*_SHOWN), None) is not None
    return "" if shown else element.text or ""


def _texts(root: Element) -> Iterator[tuple[str, str]]:
    """The text after each page's start, up to the next one."""
    folio, words = "", ""
    body = root.find(f"{XHTML}body")
    for event, element in etree.iterwalk(body if body is not None else root, ("start", "end")):
        if event == "start":
            if element.get("role") == _PAGEBREAK:
                yield folio, words
                folio, words = element.get("aria-label") or "", ""
            words += OBJECT if element.tag in _SHOWN else _own_text(element)
        else:
            words += ("" if element.tag in _INLINE else " ") + (element.tail or "")
    yield folio, words
