"""Links, notes, bookmarks and languages that lead a reader astray."""

from pikepdf import Dictionary, OutlineItem, Pdf, String

from tests.seeded.defect import PdfDefect
from tests.seeded.in_manuscript.book import ONE, SETTINGS, TWO
from tests.seeded.in_pdf.changes import bookmarks, catalogue, drop, lead, link_uri, put, title
from tests.seeded.in_pdf.rules import (
    AGREE,
    LANGUAGE,
    LINKS,
    NAME_THEIR_PAGE,
    NOTES,
    PRESENTED,
    WAYS_IN,
)


def _misname(marks: list[OutlineItem]) -> None:
    marks[1].children[0].title = "section-1"


def _lose(marks: list[OutlineItem]) -> None:
    del marks[2]


def _turn(marks: list[OutlineItem]) -> None:
    first, second, *rest = marks[2].children
    marks[2].children[:] = [second, first, *rest]


def _relabel(pdf: Pdf) -> None:
    pdf.Root.PageLabels.Nums[1]["/St"] = 3


def _retitle(pdf: Pdf) -> None:
    pdf.trailer.Info["/Title"] = String("havna.pdf")


WAYS = (
    PdfDefect("Bookmarks in the wrong order", bookmarks(_turn), WAYS_IN, "## Skip og", TWO),
    PdfDefect(
        "A link that leads elsewhere",
        link_uri("https://havna.example/aarsmelding", "https://havna.example/"),
        LINKS,
        "Kaia koster",
        ONE,
    ),
    PdfDefect(
        "A link whose address is misspelt",
        link_uri("https://havna.example/film", "https://havna.exampel/film"),
        LINKS,
        "::: {.link-block",
        ONE,
    ),
    PdfDefect(
        "A note that leads back to another note’s sentence",
        lead(8, 13),
        NOTES,
        "Byen har hatt",
        ONE,
        also=(NAME_THEIR_PAGE, AGREE),
    ),
    PdfDefect(
        "A link within the book to another place",
        lead(14, 15),
        LINKS,
        "Se også [kartet",
        TWO,
        also=(NAME_THEIR_PAGE,),
    ),
    PdfDefect(
        "A table of contents that leads elsewhere",
        lead(1, 2),
        WAYS_IN,
        also=(NAME_THEIR_PAGE, AGREE),
    ),
    PdfDefect(
        "A passage in the wrong language", drop("Span", 1, "/Lang"), LANGUAGE, "Det er [NGU]", ONE
    ),
    PdfDefect(
        "A paragraph in another language",
        put("Div", 3, "/Lang", String("de")),
        LANGUAGE,
        "The harbour master",
        TWO,
    ),
    PdfDefect("A bookmark with the engine’s name", bookmarks(_misname), WAYS_IN),
    PdfDefect("A chapter without a bookmark", bookmarks(_lose), WAYS_IN, "# Trafikken øker", TWO),
    PdfDefect(
        "The file’s name in the window’s title",
        catalogue("/ViewerPreferences", Dictionary(DisplayDocTitle=False)),
        PRESENTED,
        where=SETTINGS,
    ),
    PdfDefect("Another title in the file", title("havna.pdf"), PRESENTED, where=SETTINGS),
    PdfDefect(
        "Tags that are not announced", catalogue("/MarkInfo", None), PRESENTED, where=SETTINGS
    ),
    PdfDefect(
        "Other page numbers than the printed",
        _relabel,
        "pdf-pages-are-called-as-printed",
        also=(WAYS_IN,),
    ),
    PdfDefect("Another title in the old place", _retitle, "pdf-metadata-agree"),
)
