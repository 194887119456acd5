"""The words of a chapter, block by block: as its author wrote them, and as the Document has them.

Only letters and digits are compared, because typography changes punctuation and spaces.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bindery.document.link_words import TARGET_TITLE
from bindery.document.model import MATHML, SOURCE, WRITTEN, Element, has_class
from bindery.manuscript.source import ChapterSource
from bindery.manuscript.source.comments import COMMENT
from bindery.manuscript.source.elements import Code, Note, NoteReference, Prose, RawHtml
from bindery.manuscript.source.notes import references
from bindery.vocabulary.findings import Location

_NO_LETTERS = re.compile(r"[\W_]+")
_INLINE = frozenset(
    {"a", "abbr", "br", "code", "del", "dfn", "em", "img", "kbd", "mark", "q", "span", "strong"}
    | {"sub", "sup", "u"}
)
_ADDED_CLASSES = frozenset(
    {"label", "kind", "no-address", "absent-picture", "untitled", "heard", "set-number", "example"}
    | {"code-language", "number", "index-entries", TARGET_TITLE}
)
_ADDED_ROLES = frozenset({"doc-noteref", "doc-backlink", "doc-bibliography"})
_MOVED = frozenset({"caption", "figcaption", "h1"})
_MOVED_CLASSES = frozenset({"notes", "long-description"})


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one block, and their place in the manuscript.

    ``is_free`` is what the Document may have in another place than it is written: the title,
    captions, long descriptions and notes.
    """

    text: str
    location: Location
    is_free: bool = False

    @property
    def letters(self) -> str:
        """The letters and digits, which typography leaves alone."""
        return letters_of(self.text)


def letters_of(text: str, without: tuple[str, ...] = ()) -> str:
    """Return the letters and digits of ``text``, after removing each string in ``without``."""
    for each in without:
        text = text.replace(each, " ")
    return _NO_LETTERS.sub("", text)


def written(source: ChapterSource) -> Iterator[Piece]:
    """Yield what the author wrote, except notes that are not referred to or are written twice."""
    named = Counter(note.label for note in source.every(Note))
    referred = {reference.label for reference in references(source.elements)}
    unread = False
    for element in source.elements:
        if isinstance(element, Note):
            unread = element.label not in referred or named[element.label] > 1
            continue
        unread = unread and element.nested
        if unread:
            continue
        if isinstance(element, Prose) or (
            isinstance(element, Code) and element.text.endswith("\n")
        ):
            yield Piece(element.text, element.location)


def in_document(section: Element, source: ChapterSource) -> Iterator[Piece]:
    """Yield what the Document has of a chapter, without what bindery adds."""
    for text, location, is_free in _Walk(Location(source.path)).pieces(section):
        yield Piece(" ".join(text.split()), location, is_free)


def as_it_stands(source: ChapterSource) -> tuple[str, ...]:
    """Return what is printed but is not prose, longest first: HTML, references that are text."""
    known = {note.label for note in source.every(Note)}
    labels = {one.label for one in source.every(NoteReference)} - known
    raw = {" ".join(COMMENT.sub("", one.text).split()) for one in source.every(RawHtml)} - {""}
    return tuple(sorted({*raw, *(f"[^{label}]" for label in labels)}, key=lambda one: -len(one)))


class _Walk:
    """A walk through a chapter that ends a piece wherever a block begins or ends."""

    def __init__(self, location: Location) -> None:
        self._words: list[str] = []
        self._location = location
        self._is_free = False

    def pieces(self, element: Element) -> Iterator[tuple[str, Location, bool]]:
        """The words of ``element`` and of the blocks in it, in order."""
        classes = set((element.get("class") or "").split())
        if (written_instead := element.get(WRITTEN)) is not None:
            self._words.append(written_instead)
            if has_class(element, "citation"):
                return
        if classes & _ADDED_CLASSES or element.get("role") in _ADDED_ROLES or _is_added(element):
            return
        if element.tag == f"{MATHML}math":
            self._words.append(element.findtext(f".//{MATHML}annotation") or "")
            return
        if element.tag in _INLINE or "verse" in classes:
            yield from self._inside(element)
            return
        yield from self._ended()
        around = self._location, self._is_free
        self._location = Location.stamped(element.get(SOURCE) or "") or self._location
        self._is_free |= element.tag in _MOVED or bool(classes & _MOVED_CLASSES)
        yield from self._inside(element)
        yield from self._ended()
        self._location, self._is_free = around

    def _inside(self, element: Element) -> Iterator[tuple[str, Location, bool]]:
        self._words.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                yield from self.pieces(child)
            self._words.append(child.tail or "")

    def _ended(self) -> Iterator[tuple[str, Location, bool]]:
        text = "".join(self._words)
        self._words.clear()
        if text.strip():
            yield text, self._location, self._is_free


def _is_added(element: Element) -> bool:
    """Whether it is the heading of the notes."""
    parent = element.getparent()
    return element.tag == "h2" and parent is not None and parent.get("role") == "doc-endnotes"
