"""Defects put one at a time into finished braille: all are seen, and the clean files are silent."""

import random
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from bindery.finished.braille_pages import BLANK, BraillePages, Page, in_cells, read_brf, read_pef
from bindery.finished.epub import read_epub
from bindery.readback.braille.brf_tables import TABLES
from bindery.readback.braille.compare_ebraille import compared_ebraille
from bindery.readback.braille.compare_pages import compared_pages, same_pages
from bindery.vocabulary.editions import BRF, EBRAILLE, EPUB, PEF
from bindery.vocabulary.findings import Finding
from tests.editions.braille.made import made

pytestmark = pytest.mark.slow

ROWS = 20
"""How many rows each kind of defect is put into."""


def pages_told(pages: BraillePages) -> tuple[Finding, ...]:
    """What is said of pages."""
    document, editions = made()
    e_book = read_epub(editions[EPUB.name].content)
    _, findings = compared_pages(pages, document, PEF.called, e_book)
    return findings


def ebraille_told(content: bytes) -> tuple[Finding, ...]:
    """What is said of an eBraille."""
    document, editions = made()
    e_book = read_epub(editions[EPUB.name].content)
    return compared_ebraille(read_epub(content, "x.ebrl"), document, e_book)[1]


def clean_pages() -> BraillePages:
    """The pages as they are made."""
    return read_pef(made()[1][PEF.name].content)


def test_clean_files_are_silent() -> None:
    """Every word is read back from all three files, and nothing is told."""
    _, editions = made()
    assert pages_told(clean_pages()) == ()
    assert ebraille_told(editions[EBRAILLE.name].content) == ()
    brf = in_cells(read_brf(editions[BRF.name].content), TABLES["north-american"])
    assert brf.pages == clean_pages().pages
    assert pages_told(brf) == ()


def with_rows(change: Callable[[list[list[str]]], None]) -> BraillePages:
    """The pages after ``change``."""
    pages = clean_pages()
    rows = [list(page) for page in pages.pages]
    change(rows)
    return replace(pages, pages=tuple(tuple(page) for page in rows))


def text_rows(seed: int) -> list[tuple[int, int]]:
    """Some rows of text, by page and number: not a foot line, and not empty."""
    pages = clean_pages().pages
    rows = [
        (at, number)
        for at, page in enumerate(pages)
        for number, row in enumerate(page[:-1])
        if len(row.strip(BLANK)) > 4 and (BLANK in row.strip(BLANK))
    ]
    return random.Random(seed).sample(rows, ROWS)


def swapped(row: str) -> str:
    """The first two words, each in the other's place."""
    margin, content = row[: len(row) - len(row.lstrip(BLANK))], row.lstrip(BLANK)
    first, second, *others = content.split(BLANK)
    return margin + BLANK.join((second, first, *others))


def one_dot_more(row: str) -> str:
    """The last letter with another dot."""
    return row[:-1] + chr(ord(row[-1]) ^ 1)


def first_word_twice(row: str) -> str:
    """The first word doubled, with nothing at the end of the row left."""
    margin, content = row[: len(row) - len(row.lstrip(BLANK))], row.lstrip(BLANK)
    return margin + content.split(BLANK)[0] + BLANK + content


@pytest.mark.parametrize("change", [swapped, one_dot_more, first_word_twice])
def test_a_changed_row_is_seen(change: Callable[[str], str]) -> None:
    """Words in another order, a dot that is wrong, a word that is there twice: in any row."""
    unseen = []
    for page, number in text_rows(1):

        def sow(rows: list[list[str]], page: int = page, number: int = number) -> None:
            rows[page][number] = change(rows[page][number])

        changed = with_rows(sow)
        row = clean_pages().pages[page][number]
        if changed.pages != clean_pages().pages and not pages_told(changed):
            unseen.append(row)
    assert unseen == []


def test_a_lost_row_is_seen() -> None:
    """A row that an embosser skips."""
    for page, number in text_rows(2):

        def sow(rows: list[list[str]], page: int = page, number: int = number) -> None:
            rows[page][number] = ""

        assert pages_told(with_rows(sow)), clean_pages().pages[page][number]


def test_two_rows_in_the_other_order_are_seen() -> None:
    """A row that comes before the one that it follows."""
    for page, number in text_rows(3):

        def sow(rows: list[list[str]], page: int = page, number: int = number) -> None:
            one = rows[page]
            one[number], one[number + 1] = one[number + 1], one[number]

        changed = with_rows(sow)
        before, after = clean_pages().pages[page][number : number + 2]
        if before != after and after.strip(BLANK):
            assert pages_told(changed), (before, after)


def test_a_lost_capital_is_seen() -> None:
    """A word that is no longer a name."""
    pages = clean_pages().pages
    places = [
        (at, number)
        for at, page in enumerate(pages)
        for number, row in enumerate(page)
        if "⠠" in row
    ]
    for page, number in random.Random(4).sample(places, ROWS):

        def sow(rows: list[list[str]], page: int = page, number: int = number) -> None:
            rows[page][number] = rows[page][number].replace("⠠", "", 1)

        assert pages_told(with_rows(sow)), pages[page][number]


def _foot(old: str, new: str, page: int) -> Callable[[list[list[str]]], None]:
    def change(rows: list[list[str]]) -> None:
        assert old in rows[page][-1]
        rows[page][-1] = rows[page][-1].replace(old, new, 1)

    return change


def _row(page: int, find: str, change: Callable[[str], str]) -> Callable[[list[list[str]]], None]:
    def changed(rows: list[list[str]]) -> None:
        at = next(number for number, row in enumerate(rows[page]) if find in row)
        rows[page][at] = change(rows[page][at])

    return changed


def _moved_start(rows: list[list[str]]) -> None:
    """The mark of a printed page stands two rows lower."""
    page, at = next(
        (page, at)
        for page in (*range(4, len(rows)),)
        for at, row in enumerate(rows[page])
        if row.startswith("⠿")
    )
    rows[page][at] = BLANK + rows[page][at][1:]
    rows[page][at + 2] = "⠿" + rows[page][at + 2][1:]


DEFECTS = {
    "a line of 29 cells": _row(3, "⠠⠅⠕⠍⠍⠥⠝⠑⠝", lambda row: row.ljust(29, "⠁")),
    "a page of 30 lines": lambda rows: rows[3].insert(0, ""),
    "a cell of eight dots": _row(3, "⠠⠅⠕⠍⠍⠥⠝⠑⠝", lambda row: row[:-1] + "\u28ff"),
    "a page number off by one": _foot("⠼⠃", "⠼⠉", 4),
    "a page number lost": _foot("⠼⠃", BLANK * 2, 4),
    "a printed page off by one": _foot("⠼⠙", "⠼⠑", 4),
    "a printed page lost": _foot("⠼⠙", "", 4),
    "a start of a printed page moved": _moved_start,
    "an entry of the contents with another page": _row(2, "⠠⠞⠊⠙⠑⠧⠁⠝⠝", lambda row: row[:-1] + "⠉"),
    "an entry of the contents lost": _row(2, "⠠⠞⠊⠙⠑⠧⠁⠝⠝", lambda _: ""),
    "the note lost": lambda rows: rows.pop(1),
    "another number of volumes": _row(0, "⠠⠓⠑⠋⠞⠑", lambda row: row[:-1] + "⠃"),
    "emphasis lost": _row(3, "⠆", lambda row: row.replace("⠆", "", 1)),
    "strong emphasis on other words": _row(3, "⠠⠄⠁⠧⠞⠁⠇⠞⠠⠄", lambda row: row.replace("⠠⠄", "")),
    "a note's sign never closed": _row(4, "⠠⠆", lambda row: row.replace("⠠⠆", "")),
    "a table's heading said of another column": _row(
        4, "⠠⠍⠑⠗⠅⠝⠁⠙⠒", lambda row: row.replace("⠠⠍⠑⠗⠅⠝⠁⠙⠒", "⠠⠃⠡⠞⠒")
    ),
    "a page lost": lambda rows: rows.pop(8),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_defect_of_the_pages_is_seen(defect: str) -> None:
    """What an embosser, a hand or another version of the layout can do to pages."""
    assert pages_told(with_rows(DEFECTS[defect]))


def test_a_brf_that_differs_from_the_pef_is_seen() -> None:
    """One cell in one row of one page."""
    pages = clean_pages()
    other: tuple[Page, ...] = with_rows(_row(3, "⠠⠅⠕⠍⠍⠥⠝⠑⠝", one_dot_more)).pages
    assert list(same_pages(pages, pages.pages, BRF.called)) == []
    assert len(list(same_pages(pages, other, BRF.called))) == 1


IN_FILES = {
    "a word of the text lost": ("kapittel-1.xhtml", "⠠⠓⠁⠧⠝⠑", "⠠⠓⠁⠧"),
    "a word twice": ("kapittel-2.xhtml", "⠅⠕⠍⠍⠥⠝⠑⠝", "⠅⠕⠍⠍⠥⠝⠑⠝ ⠅⠕⠍⠍⠥⠝⠑⠝"),
    "a heading of another level": ("kapittel-1.xhtml", "<h2", "<h3"),
    "a heading that is none": ("kapittel-2.xhtml", "h1", "p"),
    "a number that is letters": ("kapittel-1.xhtml", "⠼⠁⠃⠂⠑", "⠁⠃⠂⠑"),
    "a word no longer emphasised": ("kapittel-1.xhtml", "⠆", ""),
    "a page that starts nowhere": ("kapittel-2.xhtml", 'role="doc-pagebreak"', ""),
    "a page with another number": ("kapittel-2.xhtml", 'aria-label="5"', 'aria-label="7"'),
    "a picture without its words": ("kapittel-1.xhtml", "⠠⠃⠊⠇⠙⠑⠒", ""),
    "a label of the list": ("kapittel-1.xhtml", "⠼⠃⠄", "⠼⠉⠄"),
    "a cell of the table": ("kapittel-1.xhtml", "⠠⠃⠪", "⠠⠃⠕"),
    "a note’s words": ("kapittel-1.xhtml", "⠠⠍⠡⠇⠞", "⠠⠍⠡⠇"),
    "who has read it": ("merknad.xhtml", "⠠⠊⠝⠛⠑⠝", "⠠⠅⠁⠗⠊"),
    "print letters": ("kapittel-2.xhtml", "⠅⠕⠍⠍⠥⠝⠑⠝", "kommunen"),
}


def changed_files(name: str, old: str, new: str) -> bytes:
    """The eBraille with the first ``old`` in one file replaced; soft hyphens are no matter."""
    written = BytesIO()
    with (
        ZipFile(BytesIO(made()[1][EBRAILLE.name].content)) as before,
        ZipFile(written, "w") as after,
    ):
        for entry in before.namelist():
            content = before.read(entry)
            if entry.endswith(name):
                text = content.decode().replace("\u00ad", "")
                assert old in text, name
                text = text.replace(old, new, 2 if old == "h1" else 1)
                content = text.replace("</h1>", "</p>").encode() if old == "h1" else text.encode()
                if old in ("<h2",):
                    content = content.replace(b"</h2>", b"</h3>", 1)
            after.writestr(entry, content)
    return written.getvalue()


@pytest.mark.parametrize("defect", IN_FILES)
def test_a_defect_of_the_ebraille_is_seen(defect: str) -> None:
    """What a hand can do to the files."""
    name, old, new = IN_FILES[defect]
    content = changed_files(name, old, new)
    assert ebraille_told(content)
