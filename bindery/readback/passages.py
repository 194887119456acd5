"""Passages of a text, with boxes and spans, composed in the order of a walk."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field, replace

OBJECT = "\ufffc"
"""Stands for a figure or a formula in a line of text."""

Place = tuple[int, int]
"""A passage: the number of the note it is in, or ``MAIN``, and its own number there."""

MAIN = -1


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a passage that have a meaning or a target of their own.

    ``kind`` is ``link``, ``abbreviation``, ``figure``, ``formula``, ``emphasis``, ``strong`` or
    ``code``. ``value`` is the address, the expansion or the alternative. ``target`` names what a
    link within the book leads to, and ``page`` the page it opens, from 1. ``says_page`` is whether
    a reference says in print which page that is; the words for it are in no text.
    """

    kind: str
    text: str
    value: str = ""
    target: Hashable = None
    page: int | None = None
    says_page: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """What a passage is in, with the facts that a screen reader announces on entering it.

    ``kind`` is ``list``, ``item``, ``table``, ``row``, ``cell``, ``caption``, ``quotation`` or
    ``aside``.
    """

    kind: str
    facts: tuple[tuple[str, object], ...] = ()

    def fact(self, name: str) -> object:
        """One of its facts, or ``None``."""
        return dict(self.facts).get(name)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, term, figure or formula.

    ``inside`` are the boxes around it from the outermost; the last ``opened`` of them begin here.
    ``languages`` are its words by language. ``source`` is its place in the manuscript, ``page``
    in a PDF, else 0. ``added`` is what an edition adds to the manuscript.
    """

    kind: str
    text: str
    level: int = 0
    inside: tuple[Box, ...] = ()
    opened: int = 0
    spans: tuple[Span, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    source: str = ""
    page: int = 0
    added: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number as it is written, what it says, and where its number leads back to.

    ``back_language`` is the language of the words that lead back, where there are words. ``again``
    are the ways back to the other places that refer to it.
    """

    label: str
    passages: tuple[Passage, ...]
    back: Span | None = None
    back_language: str = ""
    again: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """All passages, in order. ``places`` finds what links lead to, by name or number.

    ``unlisted`` are chapters' titles that need not be in the contents.
    """

    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]
    places: dict[Hashable, Place]
    unlisted: frozenset[Place] = frozenset()


_SPACES = re.compile(r"[ \t\n\r\f\v]+")
"""White space in HTML's sense: other kinds of space are the author's characters."""


_EDGES = " \u00a0"
"""What is no word at the ends of a passage: WeasyPrint 70 draws no text of spaces alone, such as
the indentation of a line of verse."""


@dataclass(slots=True)
class _Open:
    box: Box
    fresh: bool = True
    empty: bool = True


@dataclass(slots=True)
class _Leaf:
    kind: str
    level: int
    source: str
    pieces: list[tuple[str, str, tuple[int, ...]]] = field(default_factory=list)
    page: int = 0


class Composer:
    """Composes passages from text, boxes and spans in the order they are added."""

    def __init__(self, number: int, places: dict[Hashable, Place], *, added: bool = False) -> None:
        self.passages: list[Passage] = []
        self.added = added
        self._number = number
        self._places = places
        self._boxes: list[_Open] = []
        self._leaf: _Leaf | None = None
        self._spans: list[Span] = []
        self._active: list[int] = []
        self._names: list[Hashable] = []
        self.source = ""

    def name(self, name: Hashable, *, inline: bool = False) -> None:
        """Give ``name`` to the next passage or, if ``inline``, to the current one."""
        if not inline:
            self.end()
        self._names.append(name)

    def open(self, kind: str, **facts: object) -> None:
        """Begin a box."""
        self.end()
        self._boxes.append(_Open(Box(kind, tuple(sorted(facts.items())))))

    def close(self) -> None:
        """End the innermost box. An empty cell gives an empty passage."""
        self.end()
        if self._boxes[-1].empty and self._boxes[-1].box.kind == "cell":
            self._say(Passage("paragraph", "", source=self.source))
        self._boxes.pop()

    def begin(self, kind: str, level: int = 0) -> None:
        """Begin a passage."""
        self.end()
        self._leaf = _Leaf(kind, level, source=self.source)

    def text(self, text: str, language: str, page: int = 0) -> None:
        """Add ``text``. Outside a passage it begins a paragraph."""
        if self._leaf is None:
            if not text.strip(" \t\r\n\f"):
                return
            self._leaf = _Leaf("paragraph", 0, source=self.source)
        if page and not self._leaf.page:
            self._leaf.page = page
        self._leaf.pieces.append((text, language, tuple(self._active)))

    def enter(self, span: Span) -> None:
        """Begin a span."""
        self._spans.append(span)
        self._active.append(len(self._spans) - 1)

    def leave(self) -> None:
        """End the innermost span."""
        self._active.pop()

    def put(self, kind: str, alternative: str, language: str, page: int = 0) -> None:
        """Add a figure or a formula to the line, separated from the words around it."""
        self.text(" ", language)
        self.enter(Span(kind, "", " ".join(alternative.split())))
        self.text(OBJECT, language, page)
        self.leave()
        self.text(" ", language)

    def end(self) -> None:
        """End the current passage, if there is one."""
        leaf, self._leaf = self._leaf, None
        if leaf is None:
            return
        text, spans, languages = _joined(leaf.pieces, self._spans)
        said = Passage(
            leaf.kind,
            text,
            level=leaf.level,
            spans=spans,
            languages=languages,
            source=leaf.source,
            page=leaf.page,
        )
        if text:
            self._say(_as_object(said) if (text, leaf.kind) == (OBJECT, "paragraph") else said)
        if not self._active:
            self._spans.clear()

    def add(self, kind: str, level: int, text: str, language: str) -> None:
        """Add a passage that the edition adds to the manuscript."""
        self.end()
        self.added = True
        self.begin(kind, level)
        self.text(text, language)
        self.end()
        self.added = False

    def _say(self, passage: Passage) -> None:
        opened = sum(one.fresh for one in self._boxes)
        for one in self._boxes:
            one.fresh = one.empty = False
        for name in self._names:
            self._places.setdefault(name, (self._number, len(self.passages)))
        self._names.clear()
        inside = tuple(one.box for one in self._boxes)
        self.passages.append(replace(passage, inside=inside, opened=opened, added=self.added))


def _as_object(paragraph: Passage) -> Passage:
    """Turn a paragraph of nothing but a figure or a formula into that."""
    shown = next(span for span in paragraph.spans if span.kind in ("figure", "formula"))
    return replace(
        paragraph,
        kind=shown.kind,
        text=shown.value,
        spans=tuple(span for span in paragraph.spans if span is not shown),
        languages=tuple((language, shown.value) for language, _ in paragraph.languages),
    )


def _joined(
    pieces: Iterable[tuple[str, str, tuple[int, ...]]], spans: list[Span]
) -> tuple[str, tuple[Span, ...], tuple[tuple[str, str], ...]]:
    """Return one text of all pieces, with white space collapsed, and its spans and languages."""
    said: list[str] = []
    of_span: dict[int, list[str]] = {}
    languages: list[tuple[str, list[str]]] = []
    last = " "
    for text, language, active in pieces:
        words = _one_space(text, last)
        if not words:
            continue
        last = words[-1]
        said.append(words)
        for number in active:
            of_span.setdefault(number, []).append(words)
        if not words.strip():
            if languages:
                languages[-1][1].append(words)
        elif languages and languages[-1][0] == language:
            languages[-1][1].append(words)
        else:
            languages.append((language, [words]))
    return (
        "".join(said).strip(_EDGES),
        tuple(_worded(spans[number], of_span[number]) for number in sorted(of_span)),
        tuple((language, "".join(words).strip(_EDGES)) for language, words in languages),
    )


def _worded(span: Span, words: list[str]) -> Span:
    text = "".join(words).strip(_EDGES)
    return replace(span, text=text)


def _one_space(text: str, before: str) -> str:
    """Return ``text`` with each run of white space as one space, counting that in ``before``."""
    words = _SPACES.sub(" ", text)
    return words.removeprefix(" ") if before == " " else words
