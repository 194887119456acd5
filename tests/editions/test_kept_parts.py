"""A part of a book is laid out again when anything that it is made from has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bindery.editions.making import Made
from bindery.editions.pdf import apart, layout
from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.layout import lay_out
from bindery.manuscript.brand.sheets import NO_LOOK, BrandLook
from bindery.manuscript.templates import HOUSE, Templates
from bindery.tools import elsewhere
from bindery.tools.elsewhere import Elsewhere, Place
from bindery.tools.workers import workers
from bindery.vocabulary.brand import BrandFace
from tests.editions.structure.laid import LOREM, PAPER
from tests.editions.test_apart import Counting
from tests.kept_in_memory import Shelf

CSS = f"""{PAPER}
section, nav {{ break-before: page }}
nav a::after {{ content: " " target-counter(attr(href), page) }}
h1 {{ string-set: head content() }}
@page {{ @bottom-left {{ content: counter(page) }} @top-left {{ content: string(head) }} }}
"""
IMAGE = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v%dz"/></svg>'


class Book:
    """A small book: its chapters, its styles and its images."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.chapters = [f"<h1 id='k{n}'>Kapittel {n}</h1><p>{LOREM * 9}</p>" for n in range(3)]
        self.chapters[1] += "<img src='a.svg' alt='A'/>"
        self.css = CSS
        self.images = {"a.svg": IMAGE % 3}
        self.language = "nb"
        self.look = NO_LOOK

    def made(self, shelf: Shelf, beside: Place | None = None) -> tuple[Made, int]:
        """The book, and how many parts were laid out for it, if not ``beside``."""
        contents = "".join(f"<li><a href='#k{n}'>{n}</a></li>" for n in range(3))
        chapters = "".join(f"<section>{one}</section>" for one in self.chapters)
        body = f"<nav role='doc-toc'><ol>{contents}</ol></nav><main>{chapters}</main>"
        page = (
            f"<html lang='{self.language}'><head><title>A</title></head><body>{body}</body></html>"
        )
        files, place = BookFiles(self.images, Templates(self.folder, self.look)), Counting()
        fonts = self.folder / "fonts"
        made = lay_out(page.encode(), self.css, files, fonts, beside=beside or place, keeper=shelf)
        assert place.wholes == 0
        return made, place.parts


def longer(book: Book) -> None:
    """More than a page of text in the first chapter."""
    book.chapters[0] += f"<p>{LOREM * 14}</p>"


def other_order(book: Book) -> None:
    """The last chapter first."""
    book.chapters.insert(0, book.chapters.pop())


def other_style(book: Book) -> None:
    """Another colour."""
    book.css += "h1 { color: red }"


def other_image(book: Book) -> None:
    """Another drawing of the same name."""
    book.images = {"a.svg": IMAGE % 9}


def other_language(book: Book) -> None:
    """Around all of it."""
    book.language = "en"


def other_direction(book: Book) -> None:
    """One word from right to left somewhere, for which all lines are looked at."""
    book.chapters[2] += "<p>שלום</p>"


def other_typeface(book: Book) -> None:
    """A font in the book's own folder."""
    folder = book.folder / "templates/fonts"
    folder.mkdir(parents=True)
    (folder / "a.ttf").write_bytes((HOUSE / "fonts/NotoSans-Regular.ttf").read_bytes())


def own_typeface(book: Book) -> None:
    """A typeface of the publication's own, though no style here asks for it."""
    path = book.folder / "own.ttf"
    path.write_bytes((HOUSE / "fonts/NotoSans-Regular.ttf").read_bytes())
    face = BrandFace("body", path, "Own", 400, italic=False, digest="1")
    book.look = BrandLook(faces=(face,))


def nothing(_book: Book) -> None:
    """As it was."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "again"),
    [
        (nothing, 0),
        (longer, 2),
        (other_order, 1),
        (other_style, 5),
        (other_image, 1),
        (other_language, 5),
        (other_direction, 5),
        (other_typeface, 5),
        (own_typeface, 5),
    ],
)
def test_what_has_changed_is_laid_out_again(
    change: Callable[[Book], None], again: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no other part; the file is the one of a layout from scratch, byte for byte."""
    monkeypatch.setattr(layout, "LONG", 0)
    book, shelf = Book(tmp_path), Shelf()
    first, _ = book.made(shelf)
    change(book)
    made, drawn = book.made(shelf)
    afresh, all_drawn = book.made(Shelf())
    assert made.content == afresh.content
    assert made.pagination == afresh.pagination
    assert (made.content == first.content) == (change in (nothing, other_typeface, own_typeface))
    assert drawn == again
    assert all_drawn >= 4


@pytest.mark.slow
def test_another_version_of_what_lays_out_is_another_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An upgrade of Pango, which no lock file tells of, and all parts are laid out again."""
    monkeypatch.setattr(layout, "LONG", 0)
    book, shelf = Book(tmp_path), Shelf()
    _, drawn = book.made(shelf)
    monkeypatch.setattr(apart, "_engine", lambda: "Pango 2")
    assert book.made(shelf)[1] == drawn


@pytest.mark.slow
@pytest.mark.long
def test_the_bytes_do_not_depend_on_how_many_lay_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process, two, or three, whichever is done first."""
    monkeypatch.setattr(layout, "LONG", 0)
    monkeypatch.setattr(elsewhere, "Elsewhere", Elsewhere)
    monkeypatch.setattr("bindery.tools.workers.most_processes", lambda: 3)
    book = Book(tmp_path)
    longer(book)
    alone, _ = book.made(Shelf())
    with workers(preload="weasyprint") as beside:
        for at_once in (1, 2, 3):
            beside.expect(at_once)
            assert beside.at_once == at_once
            assert book.made(Shelf(), beside)[0] == alone
