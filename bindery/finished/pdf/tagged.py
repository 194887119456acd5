"""A tagged PDF as plain data: structure elements, words, bookmarks, pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """Text on one page, without soft hyphens, with white space as in the file.

    ``language`` is a BCP 47 tag; ``expansion`` is what an abbreviation stands for. ``points`` is
    the size of its letters as printed; 0 for words that stand for something that is drawn.
    """

    text: str
    language: str
    page: int
    expansion: str = ""
    points: float = 0.0


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link or a bookmark leads: an address, or a place in the book.

    ``element`` is the number of a structure element (``SD``) and ``page`` counts from 1 (``D``).
    Each is ``None`` where the file does not say.
    """

    uri: str | None = None
    element: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class AssociatedFile:
    """A file with the content of an element in another form, such as the MathML of a formula."""

    name: str
    media_type: str
    relationship: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Annotation:
    """A field of a form or a comment, as screen readers say it.

    ``kind`` is its subtype (``Widget``, ``Text``, ``FreeText``); a field has a ``field`` (``Tx``,
    ``Btn``, ``Ch``). ``name`` is what it is called, ``value`` what is filled in or written there.
    """

    kind: str
    name: str = ""
    value: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class PdfElement:
    """One structure element.

    ``role`` is the standard structure type after role mapping, ``tag`` the type as written and
    ``namespace`` the role's: ``pdf``, ``pdf2``, ``mathml`` or an address. ``number`` counts
    elements in reading order from 0. ``references`` are numbers of other elements (``Ref``),
    ``headers`` likewise, and ``lost_headers`` are names that are not in the IDTree.
    ``links`` are what its annotations lead to, ``contents`` their descriptions, and
    ``contents_languages`` the languages of these.
    ``annotations`` are its fields of forms and its comments.
    ``bbox`` is in points on ``page``.
    """

    number: int
    role: str
    tag: str
    namespace: str
    language: str
    content: tuple["PdfElement | Words", ...]
    page: int | None = None
    name: str = ""
    title: str = ""
    alternative: str | None = None
    expansion: str = ""
    replaced: bool = False
    links: tuple[Target, ...] = ()
    contents: tuple[str, ...] = ()
    contents_languages: tuple[str, ...] = ()
    references: tuple[int, ...] = ()
    headers: tuple[int, ...] = ()
    lost_headers: tuple[str, ...] = ()
    scope: str = ""
    row_span: int = 1
    column_span: int = 1
    numbering: str = ""
    bbox: tuple[float, ...] = ()
    files: tuple[AssociatedFile, ...] = ()
    annotations: tuple[Annotation, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Its standard role, and its type as written in the file."""
        return frozenset((self.role, self.tag))

    @property
    def children(self) -> tuple["PdfElement", ...]:
        """The structure elements in it."""
        return tuple(part for part in self.content if isinstance(part, PdfElement))

    def walk(self) -> Iterator["PdfElement"]:
        """Itself and every element in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def text(self) -> str:
        """All its words, with runs of ordinary white space as one space."""
        return spaced("".join(words.text for words in self.words()))

    def words(self) -> Iterator[Words]:
        """All its words, in reading order."""
        for part in self.content:
            if isinstance(part, Words):
                yield part
            else:
                yield from part.words()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One line of the outline. ``level`` counts from 1; ``element`` is its own (``SE``)."""

    title: str
    level: int
    target: Target
    element: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its label, and what is printed on it without being read aloud.

    ``furniture`` is the text of its artifacts: running heads, folios, repeated table heads.
    ``kinds`` is what each of these is said to be, such as ``Pagination/Header``.
    ``foot`` is what is printed below the text. ``comments`` are the words of annotations that are
    neither links nor fields: notes, stamps and marks that somebody has put there.
    ``tabs`` is the order in which the Tab key visits its links; ``S`` is that of the structure.
    """

    label: str
    furniture: tuple[str, ...]
    tabs: str
    foot: str = ""
    kinds: tuple[str, ...] = ()
    has_annotations: bool = False
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Untagged:
    """Something on a page that is neither tagged nor marked as decoration.

    ``text`` is empty for an image.
    """

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class FinishedPdf:
    """A whole PDF. ``version`` is ``1.7`` or ``2.0``; ``xmp`` is its metadata as written.

    ``subject`` is the file as findings name it. ``titles`` and ``languages`` are by the place where
    the file has them: ``Info``, ``XMP``, ``Lang``. ``identified`` is the part of PDF/UA that it
    claims to keep, empty where it claims none; a ``draft`` is labelled as one. ``types``,
    ``keys`` and ``names`` are those of all its objects, ``fonts`` the names of its fonts.
    ``painted`` are the pages where something is drawn, other than letters and images, that is
    neither tagged nor marked as decoration.
    """

    version: str
    title: str
    language: str
    is_marked: bool
    shows_title: bool
    roots: tuple[PdfElement, ...]
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    untagged: tuple[Untagged, ...]
    xmp: bytes
    subject: str
    titles: dict[str, str]
    languages: dict[str, str]
    identified: str
    draft: bool
    types: frozenset[str] = field(repr=False)
    keys: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    fonts: frozenset[str] = field(repr=False)
    elements: tuple[PdfElement, ...] = field(repr=False)
    painted: tuple[int, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The label of each page."""
        return tuple(page.label for page in self.pages)

    def header_texts(self, cell: PdfElement) -> tuple[str, ...]:
        """Return the text of the headers that ``cell`` itself names."""
        return tuple(self.elements[number].text for number in cell.headers)


def spaced(text: str) -> str:
    """Return ``text`` with runs of ordinary white space as one space, and none around it.

    Non-breaking and thin spaces are the author's characters, and stay.
    """
    return " ".join(part for part in text.translate(_ORDINARY).split(" ") if part)


_ORDINARY = dict.fromkeys(map(ord, "\t\n\r\f\v"), " ")
