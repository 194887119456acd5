"""The publication as its author wrote it: frozen, plain data, complete before anything is made.

The shape of ``publication.toml`` is the shape of :class:`Settings`: each field is a key, each
nested class a table, underscores written as hyphens.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from bindery.vocabulary.bibliography import NO_SOURCES, Bibliography, CitationSettings
from bindery.vocabulary.braille import BrailleSettings
from bindery.vocabulary.brand import NO_BRAND, BrandFace, BrandSettings
from bindery.vocabulary.counting import STRICT, Lists, Numbering
from bindery.vocabulary.findings import Location
from bindery.vocabulary.judgements import NOTHING_JUDGED, Judgements, WcagConformance
from bindery.vocabulary.places import Places
from bindery.vocabulary.reading_order import IN_BODY, Place, ReadingOrder

ContributorRole = Literal["author", "editor", "translator", "illustrator", "commissioner"]
PageSize = Literal["A4", "A5", "B5"]


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person or organisation that contributed to the publication.

    ``affiliation`` is where a person works.
    """

    __pydantic_config__ = STRICT

    name: str
    role: ContributorRole
    kind: Literal["person", "organisation"] = "person"
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The source that the publication is based on, with its address."""

    __pydantic_config__ = STRICT

    title: str
    publisher: str
    url: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """The publication's metadata for catalogues, reading systems and title pages.

    ``language`` is a BCP 47 tag, ``identifier`` a URN or ISBN, ``slug`` the stem of every
    output's file name, ``accessibility_contact`` an e-mail address or a web address. ``address`` is
    the web address of the folder where it is published, with a slash at its end.
    """

    __pydantic_config__ = STRICT

    title: str
    language: str
    publisher: str
    rights: str
    version: str
    date: date
    identifier: str
    slug: str
    accessibility_contact: str
    description: str
    subtitle: str = ""
    address: str = ""
    contributors: tuple[Contributor, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class PdfSettings:
    """The look of the printed edition.

    With ``roman_front_matter`` the pages before the first chapter are i, ii, iii, and the chapter
    begins on page 1; without it, the cover is page 1. ``cover`` is an earlier name of the
    ``cover`` of the brand.
    """

    __pydantic_config__ = STRICT

    page_size: PageSize = "A4"
    cover: str = ""
    roman_front_matter: bool = False


@dataclass(frozen=True, slots=True)
class EpubSettings:
    """How the e-book is packaged. ``ncx`` adds a table of contents in the format of EPUB 2."""

    __pydantic_config__ = STRICT

    ncx: bool = False


@dataclass(frozen=True, slots=True)
class OptionalEdition:
    """An edition that is made only if the publication asks for it."""

    __pydantic_config__ = STRICT

    enabled: bool = False


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """The settings of each edition."""

    __pydantic_config__ = STRICT

    pdf: PdfSettings = field(default_factory=PdfSettings)
    large_print: OptionalEdition = field(default_factory=OptionalEdition)
    epub: EpubSettings = field(default_factory=EpubSettings)
    pdf20: OptionalEdition = field(default_factory=OptionalEdition)
    braille: BrailleSettings = field(default_factory=BrailleSettings)


WrittenFor = Literal[
    "commonmark",
    "github",
    "mdbook",
    "hugo",
    "jekyll",
    "docusaurus",
    "mkdocs",
    "myst",
    "pandoc",
    "quarto",
    "bookdown",
]


@dataclass(frozen=True, slots=True)
class ManuscriptSettings:
    """What the manuscript was ``written_for``: it decides what tools read differently."""

    __pydantic_config__ = STRICT

    written_for: WrittenFor = "commonmark"


@dataclass(frozen=True, slots=True)
class CalloutSettings:
    """How callouts and other boxes are heard.

    With ``end_is_said``, a box of two blocks or more ends with words that are heard and not seen.
    """

    __pydantic_config__ = STRICT

    end_is_said: bool = True


@dataclass(frozen=True, slots=True)
class CodeSettings:
    """How blocks of code are shown.

    With ``colours`` keywords, comments, strings and numbers look different. ``language_is_said``
    writes the language of a block above it.
    """

    __pydantic_config__ = STRICT

    colours: bool = False
    language_is_said: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """All of ``publication.toml``."""

    __pydantic_config__ = STRICT

    publication: Metadata
    reading_order: ReadingOrder
    manuscript: ManuscriptSettings = ManuscriptSettings()
    editions: EditionSettings = field(default_factory=EditionSettings)
    callouts: CalloutSettings = field(default_factory=CalloutSettings)
    numbering: Numbering = field(default_factory=Numbering)
    lists: Lists = field(default_factory=Lists)
    citations: CitationSettings = field(default_factory=CitationSettings)
    code: CodeSettings = field(default_factory=CodeSettings)
    brand: BrandSettings = NO_BRAND


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All of ``evaluation.toml``: who evaluated the publication's accessibility, when and how.

    ``document`` is the SHA-256 of the Document that was evaluated, in hexadecimal, or empty if it
    is not recorded yet. ``report`` is a web address; ``credential`` is the evaluator's
    qualification.
    """

    __pydantic_config__ = STRICT

    evaluator: str
    kind: Literal["person", "organisation"]
    date: date
    method: str
    standard: WcagConformance
    document: str = ""
    report: str = ""
    credential: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What is said above a chapter's text.

    ``short_title`` is for running heads. ``authors`` are ``author_names`` with their affiliations.
    ``bibliography`` are files, ``nocite`` the sources that are listed though nobody cites them.
    ``kind`` is what the chapter is in the book, such as ``foreword``. ``addresses`` are those that
    the chapter had on a web site.
    """

    short_title: str = ""
    language: str = ""
    title: str = ""
    subtitle: str = ""
    abstract: str = ""
    kind: str = ""
    authors: tuple[str, ...] = ()
    author_names: tuple[str, ...] = ()
    bibliography: tuple[str, ...] = ()
    nocite: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in a chapter and was read as something else, or could not be read.

    ``rule`` is the rule that tells it. ``kind`` says what it is, ``words`` are the author's own.
    """

    rule: str
    location: Location
    kind: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One Markdown file.

    ``path`` is relative to the book's folder (``manuscript/chapters/01-x.md``), with its letters
    composed. ``text`` is the chapter in the plain dialect that all readers read alike; ``written``
    is what its author wrote, or empty if that is the same: ``places`` find the one in the other.
    ``sources`` are the file and the number of each of its lines, if some are of other files.
    ``marks`` are what was read as something else. ``in_book`` is where in the book it is.
    """

    path: str
    text: str
    front_matter: FrontMatter = FrontMatter()
    written: str = ""
    places: Places | None = None
    sources: tuple[tuple[str, int], ...] = ()
    marks: tuple[Mark, ...] = ()
    in_book: Place = IN_BODY

    def at(self, line: int, column: int | None = None) -> Location:
        """The place in what is written of a ``line`` of the text, or of a character in it."""
        if self.places is None:
            return Location(self.path, line, column)
        return self.places.at(line, column)

    @property
    def lines(self) -> list[str]:
        """The lines of what is written."""
        return (self.written or self.text).split("\n")

    def in_file(self, place: Location) -> Location:
        """The ``place`` in what is written, in the file that its line was read from."""
        if place.line is None or not 0 < place.line <= len(self.sources):
            return place
        path, line = self.sources[place.line - 1]
        return Location(path, line, place.column)


@dataclass(frozen=True, slots=True)
class Publication:
    """A manuscript that was read completely.

    ``images`` are bytes by path below the book's folder, with the letters of the path composed.
    ``words`` are those of the book's word list. ``judgements`` are what people have found; an
    ``evaluation`` is the older record of that. ``faces`` are its own
    typefaces.
    """

    book: Path
    settings: Settings
    chapters: tuple[Chapter, ...]
    images: dict[str, bytes]
    evaluation: Evaluation | None = None
    words: frozenset[str] = frozenset()
    bibliography: Bibliography = NO_SOURCES
    judgements: Judgements = NOTHING_JUDGED
    faces: tuple[BrandFace, ...] = ()

    @property
    def metadata(self) -> Metadata:
        """The publication's metadata, from its settings."""
        return self.settings.publication

    @property
    def slug(self) -> str:
        """The stem of every output's file name."""
        return self.settings.publication.slug


_ISBN = re.compile(r"(?:urn:isbn:|isbn)?[\s:]*(97[89][\d\- ]{10,14})", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def isbn13(identifier: str) -> str:
    """The 13 digits of an ISBN with a correct check digit, or an empty string."""
    found = _ISBN.fullmatch(identifier.strip())
    digits = re.sub(r"\D", "", found[1]) if found else ""
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return digits if len(digits) == 13 and total % 10 == 0 else ""


def is_what_it_says(identifier: str) -> bool:
    """Whether an ``identifier`` that claims to be an ISBN or a UUID is one; others always pass."""
    scheme, _, value = identifier.lower().removeprefix("urn:").partition(":")
    if scheme == "isbn":
        return bool(isbn13(value))
    return scheme != "uuid" or bool(_UUID.fullmatch(value))
