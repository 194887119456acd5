"""The table of editions: every fact about an edition is in its row, and nowhere else.

Nothing else is keyed by an edition's name. ``PAGES_BESIDE`` are rows of the same kind for what a
check or a release adds to the editions.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from bindery.vocabulary.text import Text, Unit

PDF_TYPE = "application/pdf"
EPUB_TYPE = "application/epub+zip"
HTML_TYPE = "text/html"
EBRAILLE_TYPE = "application/ebrl+zip"
PEF_TYPE = "application/x-pef+xml"
BRF_TYPE = "application/x-brf"
PNG_TYPE = "image/png"
XML_TYPE = "application/xml"

PDF_UA_1 = "PDF/UA-1"
PDF_UA_2 = "PDF/UA-2"
PDF_A_2A = "PDF/A-2a"
PDF_A_4 = "PDF/A-4"
WTPDF = "WTPDF 1.0 Accessibility"
MATTERHORN = "Matterhorn Protocol 1.1"
EPUB_33 = "EPUB 3.3"
EPUB_ACCESSIBILITY = "EPUB Accessibility 1.1"
WCAG_AA = "WCAG 2.2 AA"
HTML = "HTML"
REFLOW = "WCAG 2.2, 1.4.10"
TEXT_SPACING = "WCAG 2.2, 1.4.12"
EBRAILLE_1 = "eBraille 1.0"
PEF_1 = "PEF 1.0"
ONIX_3 = "ONIX 3.0"
READ_BACK = "bindery read-back"
RULES = "bindery rules"
"""The standards that checkers judge, by their names in evidence. The last two are bindery's own."""

_OWN = (READ_BACK, RULES)
_WEB = (WCAG_AA, HTML, REFLOW, TEXT_SPACING)
_PRINTED = (PDF_UA_1, PDF_A_2A, MATTERHORN, *_OWN)

ROMAN_FRONT_MATTER = "print/roman-front-matter.css"
RIGHT_TO_LEFT = "print/right-to-left.css"
"""The sheet that books in Arabic, Hebrew and the like get besides."""
CALLOUTS_IN_PRINT = "print/callouts.css"
CALLOUTS_ON_SCREEN = "callouts.css"
"""The sheets for callouts and for words that are heard and not seen; books without lack them."""
LABELS, DIALECT_ON_SCREEN, DIALECT_IN_PRINT = "labels.css", "dialect.css", "print/dialect.css"
CODE_COLOURS, DIALECT_IN_LARGE_PRINT = "epub/code-colours.css", "print/large-print-dialect.css"
ROMAN_CHAPTERS = "print/roman-chapters.css"
LOGO_ON_SCREEN, LOGO_IN_PRINT = "logo.css", "print/logo.css"
COMMENTS = "print/comments.css"
FOR_SOME_BOOKS = frozenset(
    {LABELS, DIALECT_ON_SCREEN, DIALECT_IN_PRINT, CODE_COLOURS, DIALECT_IN_LARGE_PRINT}
    | {COMMENTS, ROMAN_CHAPTERS, LOGO_ON_SCREEN, LOGO_IN_PRINT}
)
"""The sheets for what few books have; those without it lack them."""
_PRINT = (
    *("tokens.css", "print/print.css", LOGO_IN_PRINT),
    *(CALLOUTS_IN_PRINT, LABELS, DIALECT_IN_PRINT),
)
_SCREEN = ("tokens.css", "screen.css", CALLOUTS_ON_SCREEN)
_BOOK_ON_SCREEN = (*_SCREEN, LOGO_ON_SCREEN, LABELS, DIALECT_ON_SCREEN)

_PAGES = Unit(nb=("side", "sider"), en=("page", "pages"))


@dataclass(frozen=True, slots=True)
class Product:
    """What ONIX calls a file: lists 175 (form, layout), 220 (version) and 21 (edition type)."""

    form: str
    layout: str
    version: str
    edition_type: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One kind of output.

    Its file is named after the publication, with ``suffix``; its length is counted in ``unit``.
    ``standards`` are those that every file of it must conform to, each judged by the checkers that
    can. ``sheets`` are its style sheets below ``templates/``; the last one overrides the others.
    ``title`` is its name, and ``called`` the same inside a sentence. An edition for readers has its
    ``place`` in the summary, from 1, and its words in the language files; one that catalogues list
    is a ``product``. ``is_summary`` is true if it presents the others and has only a part of the
    text, ``is_braille`` if its text is cells.
    """

    name: str
    suffix: str
    media_type: str
    title: Text
    called: Text
    unit: Unit = _PAGES
    standards: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    place: int = 0
    product: Product | None = None
    is_summary: bool = False
    is_braille: bool = False

    @property
    def is_paged(self) -> bool:
        """Whether it has pages, as on paper."""
        return self.media_type == PDF_TYPE


PDF = Edition(
    "pdf",
    ".pdf",
    PDF_TYPE,
    title=Text(nb="PDF", en="PDF"),
    called=Text(nb="PDF-en", en="the PDF"),
    standards=_PRINTED,
    sheets=(*_PRINT, COMMENTS, ROMAN_FRONT_MATTER, ROMAN_CHAPTERS),
    place=2,
    product=Product("E107", "E201", "107G"),
)
PDF20 = Edition(
    "pdf20",
    "-pdf20.pdf",
    PDF_TYPE,
    title=Text(nb="PDF 2.0", en="PDF 2.0"),
    called=Text(nb="PDF-en", en="the PDF"),
    standards=(PDF_UA_2, PDF_A_4, WTPDF, *_OWN),
    sheets=PDF.sheets,
    place=4,
    product=Product("E107", "E201", "107J"),
)
LARGE_PRINT = Edition(
    "large-print",
    "-large-print.pdf",
    PDF_TYPE,
    title=Text(nb="PDF med stor skrift", en="PDF in large print"),
    called=Text(nb="PDF-en", en="the PDF"),
    standards=_PRINTED,
    sheets=(
        *_PRINT,
        "print/large-print.css",
        DIALECT_IN_LARGE_PRINT,
        ROMAN_FRONT_MATTER,
        ROMAN_CHAPTERS,
    ),
    place=3,
    product=Product("E107", "E201", "107G", "LTE"),
)
EPUB = Edition(
    "epub",
    ".epub",
    EPUB_TYPE,
    title=Text(nb="E-bok (EPUB)", en="E-book (EPUB)"),
    called=Text(nb="e-boka", en="the e-book"),
    unit=Unit(nb=("dokument", "dokumenter"), en=("document", "documents")),
    standards=(EPUB_33, EPUB_ACCESSIBILITY, *_WEB, *_OWN),
    sheets=(*_BOOK_ON_SCREEN, "epub/epub.css", CODE_COLOURS),
    place=1,
    product=Product("E101", "E200", "101F"),
)
PICTURE = Edition(
    "picture",
    ".png",
    PNG_TYPE,
    title=Text(nb="Bilde av omslaget", en="Picture of the cover"),
    called=Text(nb="bildet av omslaget", en="the picture of the cover"),
    unit=Unit(nb=("bilde", "bilder"), en=("picture", "pictures")),
)
EBRAILLE = Edition(
    "ebraille",
    ".ebrl",
    EBRAILLE_TYPE,
    title=Text(nb="Punktskrift for leselist (eBraille)", en="Braille for displays (eBraille)"),
    called=Text(nb="punktskriften (eBraille)", en="the braille (eBraille)"),
    unit=Unit(nb=("dokument", "dokumenter"), en=("document", "documents")),
    standards=(EBRAILLE_1, *_OWN),
    place=5,
    product=Product("E151", "E200", "", "BRL"),
    is_braille=True,
)
PEF = Edition(
    "pef",
    ".pef",
    PEF_TYPE,
    title=Text(nb="Punktskrift for utskrift (PEF)", en="Braille for embossing (PEF)"),
    called=Text(nb="punktskriften (PEF)", en="the braille (PEF)"),
    standards=(PEF_1, *_OWN),
    place=6,
    is_braille=True,
)
BRF = Edition(
    "brf",
    ".brf",
    BRF_TYPE,
    title=Text(nb="Punktskrift for utskrift (BRF)", en="Braille for embossing (BRF)"),
    called=Text(nb="punktskriften (BRF)", en="the braille (BRF)"),
    standards=_OWN,
    place=7,
    product=Product("E146", "E201", "", "BRL"),
    is_braille=True,
)
SUMMARY = Edition(
    "html",
    ".html",
    HTML_TYPE,
    title=Text(nb="Sammendrag (HTML)", en="Summary (HTML)"),
    called=Text(nb="sammendraget", en="the summary"),
    unit=Unit(nb=("kapittel", "kapitler"), en=("chapter", "chapters")),
    standards=(*_WEB, *_OWN),
    sheets=(*_BOOK_ON_SCREEN, "summary/summary.css"),
    is_summary=True,
)

EDITIONS: tuple[Edition, ...] = (
    *(PDF, PDF20, LARGE_PRINT, EPUB, PICTURE),
    *(EBRAILLE, PEF, BRF),
    SUMMARY,
)
"""In the order they are made and listed: a later one may mention an earlier."""

EVIDENCE_PAGE = Edition(
    "evidence",
    ".html",
    HTML_TYPE,
    title=Text(nb="Kontroll av utgavene", en="How the editions were checked"),
    called=Text(nb="kontrollrapporten", en="the evidence page"),
    sheets=(*_SCREEN, "evidence/evidence.css"),
)
STATEMENT = Edition(
    "statement",
    ".html",
    HTML_TYPE,
    title=Text(
        nb="Grunnlag for tilgjengelighetserklæring", en="Basis for an accessibility statement"
    ),
    called=Text(nb="grunnlaget for erklæringen", en="the basis for the statement"),
    sheets=(*_SCREEN, "statement/statement.css"),
)
ONIX_RECORD = Edition(
    "onix",
    ".xml",
    XML_TYPE,
    title=Text(nb="ONIX-post", en="ONIX record"),
    called=Text(nb="ONIX-posten", en="the ONIX record"),
    standards=(ONIX_3,),
)

PAGES_BESIDE: tuple[Edition, ...] = (EVIDENCE_PAGE, STATEMENT, ONIX_RECORD)
"""Pages that a check or a release adds to the editions. Their text is not the book's."""


def edition_named(name: str) -> Edition:
    """The row called ``name``; ``KeyError`` where there is none."""
    return {row.name: row for row in (*EDITIONS, *PAGES_BESIDE)}[name]


_COPY = re.compile(r" ?\(\d+\)(?=\.\w+$)")
"""The number that a browser adds to the name of a file that it fetches again: ``book (1).epub``."""


def edition_of(name: str) -> Edition | None:
    """The edition of a file called ``name``, by the longest suffix that fits, in any case."""
    plain = _COPY.sub("", name.lower())
    known = sorted(EDITIONS, key=lambda row: -len(row.suffix))
    return next((row for row in known if plain.endswith(row.suffix)), None)


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: ``count`` of ``unit`` (pages, documents; page of one) in ``size`` bytes."""

    edition: Edition
    path: Path
    size: int
    count: int
    unit: Text
    seconds: float
