"""The elements of a chapter as its author wrote them, each with its place, for rules."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Optional

from bindery.manuscript.source.attributes import NOTHING_SAID, Attributes
from bindery.vocabulary.findings import Location


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Element:
    """Anything in a chapter that has a place.

    ``div`` is the innermost fenced div around it. ``nested`` is whether a list, a quotation or a
    note is between the two or, without a div, around it.
    """

    location: Location
    attributes: Attributes = NOTHING_SAID
    div: Optional["Div"] = None
    nested: bool = False

    def has_class(self, name: str) -> bool:
        """Whether it has the class ``name``."""
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

    @property
    def is_figure(self) -> bool:
        """Whether it is written as a figure, by its class or its name."""
        described = self.has_class("long-description")
        return self.has_class("figure") or (
            self.attributes.name.startswith("fig-") and not described
        )

    @property
    def is_table(self) -> bool:
        """Whether it is written around a table, by its class or its name."""
        return self.has_class("table") or self.attributes.name.startswith("tbl-")

    @property
    def is_listing(self) -> bool:
        """Whether it is written around code with a caption."""
        return self.has_class("listing") or self.attributes.name.startswith("lst-")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Block(Element):
    """A list, a quotation, a rule: ``kind`` is markdown-it's name, such as ``bullet_list``.

    ``is_empty`` is whether nothing is in it but comments.
    """

    kind: str
    is_empty: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Heading(Element):
    """A heading of ``level`` 1 to 6. ``name`` is its ``id``, given or made of its text."""

    level: int
    text: str
    name: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Paragraph(Element):
    """A paragraph. ``text`` is what is printed, ``source`` what is written."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind in a piece of prose, from ``start`` in its text.

    ``language`` is their marked language, or empty. ``is_code`` is whether they are set as code.
    ``place`` locates a character of the run, by its index, in the manuscript.
    """

    text: str
    start: int
    place: Callable[[int], Location]
    language: str = ""
    is_code: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Prose(Element):
    """The words of a heading, a paragraph, a term or a cell, as they are read.

    ``block`` is one of ``heading``, ``paragraph``, ``dt``, ``th`` and ``td``. Alternative texts are
    left out; one that is made into prose has ``alt``. A line's end is a space.
    """

    block: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)

    def at(self, index: int) -> Location:
        """The place in the manuscript of the character at ``index`` of the text."""
        run = next(run for run in reversed(self.runs) if run.start <= index)
        return run.place(index - run.start)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. ``written`` is how many cells its author wrote; ``cells`` are texts.

    A cell over several columns or rows has its text in each of them. ``merged`` are the columns
    whose cell covers others, too.
    """

    location: Location
    cells: tuple[str, ...]
    written: int
    merged: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Table(Element):
    """A table: its header row and the others.

    ``header`` has the words of all header rows over each column, empty ones if there are none.
    ``head`` are these rows. ``last`` is its last line. ``rows_are_headed`` is whether the first
    cell of each row is its header.
    """

    header: Row
    rows: tuple[Row, ...]
    head: tuple[Row, ...]
    last: Location
    rows_are_headed: bool

    @property
    def has_headers(self) -> bool:
        """Whether any column has a header."""
        return any(self.header.cells)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Code(Element):
    """Code, in a line or in a block of its own."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Formula(Element):
    """A formula. ``text`` is its TeX."""

    text: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RawHtml(Element):
    """HTML in the manuscript, comments included. No edition renders it.

    ``about`` are the lines that a comment applies to: from it to the end of the block below, or of
    the block that it is in.
    """

    text: str
    about: range


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Link(Element):
    """A link. ``text`` is what is read aloud, with alternative texts of images in it.

    ``language`` is the marked language of these words, or empty.
    """

    text: str
    target: str
    language: str = ""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Reference(Element):
    """A link whose words are made: ``[](#fig-kart){.ref}``.

    ``target`` is its address, ``text`` the author's own words in it, ``written`` what stands in the
    manuscript; empty in a reference that is joined to the one before it.
    """

    target: str
    text: str
    written: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Image(Element):
    """An image. ``source`` is its address as written.

    ``language`` is the language marked on it or around it, or empty.
    """

    alt: str
    source: str
    language: str = ""

    @property
    def is_decorative(self) -> bool:
        """Whether it is marked as adding nothing to the text."""
        return self.has_class("decorative")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Span(Element):
    """Words with attributes: ``[words]{lang=en}``."""

    text: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Attributed(Element):
    """Attributes on something that is no other element here, such as emphasis."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class NoteReference(Element):
    """``[^1]`` in the text."""

    label: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Note(Element):
    """``[^1]:`` and the text of the note."""

    label: str
