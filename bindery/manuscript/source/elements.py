"""What rules look at: the elements of a chapter as its author wrote them, each with its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Optional

from bindery.manuscript.source.attributes import NOTHING_SAID, Attributes
from bindery.vocabulary.findings import Location


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Element:
    """Anything in a chapter that has a place.

    ``div`` is the innermost fenced div around it, and ``nested`` whether a list, a quotation or a
    note stands between the two, or between it and the chapter.
    """

    location: Location
    attributes: Attributes = NOTHING_SAID
    div: Optional["Div"] = None
    nested: bool = False

    def has_class(self, name: str) -> bool:
        """Whether the author gave it the class ``name``."""
        return name in self.attributes.classes

    def divs(self) -> Iterator["Div"]:
        """The fenced divs around it, innermost first."""
        around = self.div
        while around is not None:
            yield around
            around = around.div


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Div(Element):
    """A fenced div. ``closed`` is whether its author closed it."""

    closed: bool


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Block(Element):
    """A list, a quotation, a rule: ``kind`` is markdown-it's name, such as ``bullet_list``."""

    kind: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Heading(Element):
    """A heading of ``level`` 1 to 6. ``name`` is what links point at, given or made of its text."""

    level: int
    text: str
    name: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Paragraph(Element):
    """A paragraph. ``text`` is what is printed of it, ``source`` what is written."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind in a piece of prose, from ``start`` in its text.

    ``language`` is what the author says of these words, or empty. ``is_code`` is set as code.
    ``place`` finds a character of the run, by its number, in the manuscript.
    """

    text: str
    start: int
    place: Callable[[int], Location]
    language: str = ""
    is_code: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Prose(Element):
    """The words of a heading, a paragraph, a term or a cell, as they are read.

    ``block`` is which: ``heading``, ``paragraph``, ``dt``, ``th`` or ``td``. Alternative texts are
    not among the words; a line's end is a space.
    """

    block: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)

    def at(self, index: int) -> Location:
        """Where the character at ``index`` of the text stands in the manuscript."""
        run = next(run for run in reversed(self.runs) if run.start <= index)
        return run.place(index - run.start)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. ``written`` is how many cells its author wrote, ``cells`` their text."""

    location: Location
    cells: tuple[str, ...]
    written: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Table(Element):
    """A pipe table: the header's row, then the others."""

    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Code(Element):
    """Code, in a line or in a block of its own."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RawHtml(Element):
    """HTML in the manuscript, which no edition renders. Comments are among it.

    A comment is ``about`` the block below it, or the rest of the one it stands in: these are the
    lines from it to the end of that.
    """

    text: str
    about: range


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Link(Element):
    """A link. ``text`` is what is read aloud: alternative texts of images in it as well.

    ``language`` is what the author says of these words, or empty.
    """

    text: str
    target: str
    language: str = ""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Image(Element):
    """An image. ``source`` is its address as written.

    ``language`` is what the author says of it or of the words around it, or empty.
    """

    alt: str
    source: str
    language: str = ""

    @property
    def is_decorative(self) -> bool:
        """Whether its author says that it adds nothing to the text."""
        return self.has_class("decorative")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Span(Element):
    """Words with attributes: ``[words]{lang=en}``."""

    text: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Attributed(Element):
    """Attributes on something that is not otherwise looked at, such as emphasis."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class NoteReference(Element):
    """``[^1]`` in the text."""

    label: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Note(Element):
    """``[^1]:`` and what the note says."""

    label: str
