"""Where a line is: which document, which block, which page of the PDF; and which line changed."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml.builder import E

from bindery.document.contents import PLACE, PageStart
from bindery.document.model import SOURCE
from bindery.pipeline.watch.blocks import AT, Block, first_change, mark_blocks, page_of
from bindery.vocabulary.findings import Location
from bindery.vocabulary.publication import Chapter, Publication
from tests.shelf import document_of

ONE = "manuscript/chapters/01.md"


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """A publication of one chapter."""
    return document_of(tmp_path, "# En\n\nFørst.\n\nSå.\n").publication


def edited(publication: Publication, text: str) -> Location | None:
    """The first change that is seen when the chapter has become ``text``."""
    chapter = replace(publication.chapters[0], text=text, written="")
    return first_change(publication, replace(publication, chapters=(chapter,)))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# En\n\nFørst.\n\nSå.\n", None),
        ("# En\n\nFørst.\n\nSå videre.\n", 5),
        ("# En\n\nFørst.\n\nSå.\n\nNytt.\n", 7),
        ("# En\n\nNytt.\n\nFørst.\n\nSå.\n", 3),
        ("# En\n\nFørst.\n", 4),
        ("# En\n", 2),
    ],
)
def test_the_first_line_that_differs(publication: Publication, text: str, line: int | None) -> None:
    """An empty line belongs to the block after it; removed lines are where they were."""
    found = edited(publication, text)
    assert found == (line and Location(ONE, line))


def test_a_new_chapter_is_a_change(publication: Publication) -> None:
    """A chapter that was not there before has changed from its beginning."""
    new = Chapter("manuscript/chapters/02.md", "# To\n")
    more = replace(publication, chapters=(*publication.chapters, new))
    assert first_change(publication, more) == Location("manuscript/chapters/02.md", 1)
    assert first_change(None, publication) is None


def test_a_line_is_in_the_block_that_begins_before_it(publication: Publication) -> None:
    """A block is marked with its line, and found by each line up to the next block."""
    first = E.p("Først.", {SOURCE: f"{ONE}:3", PLACE: "chapters-2"})
    second = E.ul(E.li("Så."), {SOURCE: f"{ONE}:5", PLACE: "chapters-3"})
    places = mark_blocks({"kapittel-1.xhtml": E.section(first, second)}, publication)
    assert first.get(AT) == f"{ONE}:3"
    assert second.get(AT) == f"{ONE}:5"
    found = [places.of(Location(ONE, line)) for line in (1, 3, 4, 5, 99)]
    assert [block and block.at for block in found] == [f"{ONE}:{line}" for line in (3, 3, 3, 5, 5)]
    assert places.of(Location("manuscript/publication.toml", 1)) is None


@pytest.mark.parametrize(
    ("first", "page"), [(0, 1), (4, 3), (5, 3), (6, 4), (7, 4), (8, 4), (9, 5), (30, 5)]
)
def test_the_page_that_a_block_begins_on(first: int, page: int) -> None:
    """A block that goes on to a page has begun on the one before it."""
    pagination = (
        PageStart("i"),
        PageStart("ii", "contents-2", 0),
        PageStart("1", "chapters-2", 0),
        PageStart("2", "chapters-5", 46),
        PageStart("3", "chapters-9", None),
    )
    assert page_of(Block("kapittel-1.xhtml", "", first), pagination) == page
