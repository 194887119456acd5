"""A book that is laid out in parts is the same book as in one piece."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from subprocess import run
from typing import Any, cast
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image, ImageChops

from bindery.checkers.verapdf import VERAPDF
from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.editions.making import Made, Maker, Workshop
from bindery.editions.pdf import MAKES_LARGE_PRINT, MAKES_PDF, layout
from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.drawn import packed, unpacked
from bindery.editions.pdf.orders import ApartError, Order, Styled
from bindery.editions.pdf.parts import page_numbers, parts_of
from bindery.editions.pdf.styles_apart import restarting_pages
from bindery.manuscript.load import load
from bindery.manuscript.templates import DEFAULT, Templates
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import LARGE_PRINT, PDF, PDF20, RIGHT_TO_LEFT
from tests.editions.test_constructs import book_of_all
from tests.shelf import HOUSE, SHOWN, workshop_for, write_book

BOOKS = HOUSE / "tests/books"
MOST = 16
"""Steps of 256 by which a colour may differ. Where a page has no transparency, none is computed."""


class Counting:
    """A process like this one, that counts what was laid out."""

    at_once = 1

    def __init__(self) -> None:
        self.parts = 0
        self.wholes = 0

    def run(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do the work."""
        self.parts += work.__name__ == "_draw_part"
        self.wholes += work.__name__ == "_bind_whole"
        return work(*args, **kwargs)


def made(document: Document, folder: Path, maker: Maker, place: Counting, long: int) -> Made:
    """The edition, in parts if the book is as ``long``."""
    workshop: Workshop = replace(workshop_for(document, folder), beside=place)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(layout, "LONG", long)
        result: Made = maker.make(document, workshop, {})
    return result


def both(document: Document, folder: Path, maker: Maker = MAKES_PDF) -> tuple[Made, Made]:
    """The edition in one piece, and in parts."""
    together, apart = Counting(), Counting()
    one = made(document, folder, maker, together, 10**9)
    other = made(document, folder, maker, apart, 0)
    assert (together.parts, together.wholes) == (0, 1)
    assert apart.parts > 3
    assert apart.wholes == 0
    return one, other


def links(pdf: pikepdf.Pdf) -> Iterator[object]:
    """Each link's page and area, what it says, and where on which page it leads."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    for number, page in enumerate(pdf.pages):
        for link in page.get("/Annots", []):
            action = link.A
            to: object = str(action.get("/URI", ""))
            if "/D" in action:
                to = pages[action.D[0].objgen], [str(one) for one in action.D[1:]]
            area = [str(one) for one in (*link.Rect, *link.get("/QuadPoints", []))]
            yield number, area, str(link.Contents), to


def bookmarks(pdf: pikepdf.Pdf) -> Iterator[object]:
    """Each bookmark's words and page, in order."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    waiting = [pdf.Root.Outlines.First] if "/Outlines" in pdf.Root else []
    while waiting:
        one = waiting.pop()
        yield str(one.Title), pages[one.A.D[0].objgen], [str(step) for step in one.A.D[1:]]
        waiting += [one[key] for key in ("/Next", "/First") if key in one]


def structure(pdf: pikepdf.Pdf) -> Iterator[object]:
    """Each structure element with its properties, and what belongs to it on which page."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    waiting: list[tuple[Any, int | None]] = [(pdf.Root.StructTreeRoot.K, None)]
    while waiting:
        one, page = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += [(kid, page) for kid in reversed(list(one))]
        elif not isinstance(one, pikepdf.Dictionary):
            yield page, int(one)
        else:
            page = pages[one.Pg.objgen] if "/Pg" in one else page
            plain = {key: str(one[key]) for key in _PROPERTIES if key in one}
            yield page, plain, "/Stm" in one
            if "/K" in one:
                waiting.append((one.K, page))


_PROPERTIES = ("/Type", "/S", "/Alt", "/ID", "/Lang", "/E", "/MCID", "/A")


def told(content: bytes, path: Path) -> list[object]:
    """What two files have in common that show and say the same."""
    path.write_bytes(content)
    text = run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout
    with pikepdf.open(path) as pdf:
        sizes = [str(page.MediaBox) + str(page.TrimBox) for page in pdf.pages]
        numbers = pdf.Root.PageLabels.unparse()
        return [[*structure(pdf)], [*links(pdf)], [*bookmarks(pdf)], numbers, sizes, text]


def most_different(one: bytes, other: bytes, folder: Path, *, every: int) -> dict[int, int]:
    """The pages that look different, and by how much, of every so many."""
    pictures = []
    for name, content in (("one", one), ("other", other)):
        place = folder / name
        place.mkdir()
        with pikepdf.open(BytesIO(content)) as pdf:
            for number in range(len(pdf.pages), 0, -1):
                if number % every:
                    del pdf.pages[number - 1]
            pdf.save(place / "book.pdf")
        run(["pdftoppm", "-r", "40", "-png", "book.pdf", "page"], cwd=place, check=True)
        pictures.append(sorted(place.glob("*.png")))
    found = {}
    for number, (left, right) in enumerate(zip(*pictures, strict=True), start=1):
        difference = ImageChops.difference(Image.open(left), Image.open(right))
        most = max(one[1] for one in cast(Any, difference.convert("RGB").getextrema()))
        if most > MOST:
            found[number * every] = most
    return found


def require_same(one: Made, other: Made, folder: Path, every: int = 1) -> None:
    """Structure, links, bookmarks, page labels, text and pictures are the same."""
    for first, second in zip((one.content, *one.also), (other.content, *other.also), strict=True):
        kept, joined = told(first, folder / "one.pdf"), told(second, folder / "other.pdf")
        for number, (left, right) in enumerate(zip(kept, joined, strict=True)):
            assert left == right, number
    assert one.pagination == other.pagination
    assert one.remarks == other.remarks
    assert most_different(one.content, other.content, folder, every=every) == {}


def document_in(book: Path) -> Document:
    """The Document of the book in a folder."""
    publication = load(book).publication
    assert publication is not None
    return read_document(publication)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("book", "maker"),
    [
        (HOUSE, MAKES_PDF),
        (HOUSE, MAKES_LARGE_PRINT),
        (BOOKS / "two-parts", MAKES_PDF),
        (BOOKS / "arabic", MAKES_PDF),
    ],
)
def test_a_book_in_parts_is_the_same(book: Path, maker: Maker, tmp_path: Path) -> None:
    """Our own publication, one in two parts with Roman numbers, and one from right to left."""
    require_same(*both(document_in(book), tmp_path, maker), tmp_path)


@pytest.mark.slow
@pytest.mark.long
def test_the_torture_book_in_parts_is_the_same(tmp_path: Path) -> None:
    """Its notes, tables over pages, drawings and wide pages, too."""
    require_same(*both(document_in(BOOKS / "torture"), tmp_path), tmp_path, every=4)


@pytest.mark.slow
@pytest.mark.long
def test_a_book_of_all_constructs_in_parts_is_the_same(tmp_path: Path) -> None:
    """Each construct is a chapter, on A5; veraPDF finds nothing wrong with any of them.

    A table with page numbers in it has other columns: in one piece WeasyPrint 70 measures them
    before it knows the numbers.
    """
    one, other = both(document_in(book_of_all(tmp_path)), tmp_path)
    same = told(one.content, tmp_path / "one.pdf"), told(other.content, tmp_path / "other.pdf")
    assert same[0] == same[1]
    assert one.pagination == other.pagination
    assert len(most_different(one.content, other.content, tmp_path, every=4)) <= 1
    assert faults_of(other, tmp_path) == {}


def faults_of(joined: Made, folder: Path) -> dict[str, list[str]]:
    """What veraPDF finds wrong in a PDF and in its PDF 2.0, by standard."""
    assert VERAPDF.missing() is None
    subjects = []
    for edition, content in zip((PDF, PDF20), (joined.content, *joined.also), strict=True):
        (folder / f"bok{edition.suffix}").write_bytes(content)
        subjects.append(Subject(edition, folder, folder / f"bok{edition.suffix}", folder))
    evidence = VERAPDF.check(tuple(subjects))
    assert {one.standard for one in evidence} == {
        *VERAPDF.judged_of(PDF),
        *VERAPDF.judged_of(PDF20),
    }
    assert all(one.examined for one in evidence)
    return {
        one.standard: [finding.message.en for finding in one.findings]
        for one in evidence
        if one.findings
    }


def of_house(sheet: str, *more: str) -> str:
    """A default style sheet, and more styles."""
    return "\n".join((DEFAULT.text(f"print/{sheet}.css"), *more))


TREE = ElementTree.fromstring(
    '<html><head/><body><section class="cover"><p>A</p></section><nav class="contents"/>'
    '<main><section class="chapter"><h1>En</h1><ul><li>A</li></ul></section>'
    '<section role="doc-part"><h1>Del</h1><section class="chapter"><h1>To</h1></section></section>'
    '</main><section class="colophon"/></body></html>'
)


@pytest.mark.parametrize(
    "styles",
    [
        "h2 { counter-increment: avsnitt }",
        "h2::before { content: counter(avsnitt) }",
        "h1 { counter-reset: figur }",
        "p::after { content: counters(a, '.') }",
        "p::after { content: counter(page) }",
        "p::after { content: counter(pages) }",
        "p::after { content: target-counter(attr(href), figur) }",
        "p::after { content: target-text(attr(href)) }",
        "@page { @bottom-left { content: counter(pages) } }",
        "@page { @bottom-left { content: element(head) } }",
        "@page { @top-left { content: string(tittel, start) } }",
        "@page :first { margin: 0 }",
        "@page :left { margin-left: 3cm }",
        "@page text:right { margin-left: 3cm }",
        "@page :nth(2n) { background: red }",
        "@page :nth(1 of text) { margin: 0 }",
        "@page :nth(1 of text) { counter-reset: page 1 } .x { page: text } main { page: text }",
        "@page { counter-increment: page 2 }",
        "@page text { counter-reset: page 7 }",
        ".stamp { position: fixed }",
        ".head { position: running(head) }",
        ".chapter { break-before: right }",
        ".chapter { page-break-after: verso }",
        ".footnote::footnote-call { content: counter(footnote) }",
        "::footnote-marker { content: '*' }",
        ".chapter:nth-child(2) p { color: red }",
        ".chapter:first-child { color: red }",
        "section:last-of-type h1 { color: red }",
        ".chapter + .chapter { color: red }",
        "nav ~ main p { color: red }",
        "body > :only-child { color: red }",
        "body > * > :first-child { color: red }",
        "main:has(ul) { color: red }",
        ".chapter:not(:first-child) h1 { color: red }",
        ":is(.chapter, .x) + section { color: red }",
        "@media print { .chapter:last-child { color: red } }",
        "@import url(other.css);",
        "main { & .chapter + .chapter { color: red } }",
        "p:??? + q { color: red }",
    ],
)
def test_styles_that_look_over_an_edge_are_seen(styles: str) -> None:
    """A book with them is laid out in one piece."""
    with pytest.raises(ApartError):
        restarting_pages(of_house("print", styles), TREE)


@pytest.mark.parametrize(
    "styles",
    [
        "li:first-child, li + li, td > :last-child { color: red }",
        "ul li:not(.a):nth-child(2n) { color: red }",
        ".chapter h2 + p { color: red }",
        "ol { counter-reset: list-item 3 } li { counter-increment: list-item }",
        "li::marker { content: counter(list-item) }",
        ".x::after { content: target-counter(attr(href), page, lower-roman) }",
        "@page wide { @top-left { content: string(tittel, first-except) counter(page) } }",
        "@media print { p { color: red } } @counter-style a { system: extends decimal }",
        ".chapter { break-before: page } p { position: relative }",
    ],
)
def test_styles_within_a_part_are_none_of_its_matter(styles: str) -> None:
    """They look the same in parts."""
    assert restarting_pages(of_house("print", styles), TREE) == frozenset()


def test_the_default_styles_allow_parts() -> None:
    """All of them, with the first page of the text numbered 1 where that is asked for."""
    sheets = {*PDF.sheets, *LARGE_PRINT.sheets, RIGHT_TO_LEFT, "print/draft.css"}
    styles = "\n".join(map(DEFAULT.text, sorted(sheets)))
    assert restarting_pages(styles, TREE) == frozenset({"text"})


@pytest.mark.slow
def test_a_book_with_such_styles_is_laid_out_in_one_piece(tmp_path: Path) -> None:
    """Headings that are numbered through the book are right."""
    write_book(tmp_path, "# A\n\n## Aa\n", "# B\n\n## Ba\n")
    sheet = tmp_path / "templates/print/print.css"
    sheet.parent.mkdir(parents=True)
    numbers = "h2 { counter-increment: s } h2::before { content: counter(s) '. del. ' }"
    sheet.write_text(of_house("print", "body { counter-reset: s }", numbers), encoding="utf-8")
    place = Counting()
    result = made(document_in(tmp_path), tmp_path, MAKES_PDF, place, 0)
    assert (place.parts, place.wholes) == (0, 1)
    (tmp_path / "book.pdf").write_bytes(result.content)
    text = run(["pdftotext", tmp_path / "book.pdf", "-"], capture_output=True, check=True).stdout
    assert "2. del. Ba" in text.decode()


@pytest.mark.parametrize(
    "styles",
    ["@page { @top-left { background: url(cover.svg) } }", ".chapter { break-before: auto }"],
)
@pytest.mark.slow
def test_parts_that_cannot_be_joined_are_laid_out_in_one_piece(styles: str, tmp_path: Path) -> None:
    """A picture in the margins, and chapters that follow each other on a page."""
    write_book(tmp_path, "# A\n\nA.\n", "# B\n\nB.\n")
    sheet = tmp_path / "templates/print/print.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(of_house("print", styles), encoding="utf-8")
    place = Counting()
    result = made(document_in(tmp_path), tmp_path, MAKES_PDF, place, 0)
    assert place.wholes == 1
    assert result.count >= 4


def test_parts_say_where_they_are_in_the_book() -> None:
    """Each begins at an element of the whole tree, and the parts are all of it."""
    parts = parts_of(TREE)
    elements = list(TREE.iter())
    names = [
        (elements[part.first].tag, [elements[one].tag for one in part.around]) for part in parts
    ]
    assert names == [
        ("section", ["html", "body"]),
        ("nav", ["html", "body"]),
        ("section", ["html", "body", "main"]),
        ("h1", ["html", "body", "main", "section"]),
        ("section", ["html", "body", "main", "section"]),
        ("section", ["html", "body"]),
    ]
    shown = sum(len(list(ElementTree.fromstring(part.page).iter())) for part in parts)
    around = sum(len(part.around) + 1 for part in parts)  # with the empty head
    assert shown - around == len(elements) - len(["html", "head", "body", "main", "section"])


def test_text_between_parts_is_not_lost() -> None:
    """A page of a book's own with words outside of its sections is not divided."""
    with pytest.raises(ApartError):
        parts_of(ElementTree.fromstring("<html><body>Ord<section/></body></html>"))


def test_pages_are_numbered_through_the_book() -> None:
    """And again from 1 on the first page of a kind that starts again, once."""
    kinds = ["cover", "contents", "text", "wide", "text", "colophon"]
    assert page_numbers(kinds, frozenset()) == [1, 2, 3, 4, 5, 6]
    assert page_numbers(kinds, frozenset({"text"})) == [1, 2, 1, 2, 3, 4]


@pytest.mark.slow
@pytest.mark.layout_complains
def test_a_part_is_kept_as_data(tmp_path: Path) -> None:
    """What was drawn is the same after it has been packed, to the last number."""
    from bindery.editions.pdf import typeset

    body = f"<h1 id='a'>A</h1><p>Åå <b>fett</b> ロ</p><img src='{SHOWN[3:]}' alt=''/>"
    page = f"<html lang='nb'><head/><body><section>{body}</section></body></html>".encode()
    drawing_of = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    files = BookFiles({SHOWN[3:]: drawing_of}, Templates(tmp_path))
    styled = Styled(of_house("print"), files, tmp_path)
    part = typeset.draw(Order(page, styled, 2, {})).part
    assert part.pages
    assert part.fonts[0].missing or part.fonts[1].missing
    assert unpacked(packed(part)) == part
