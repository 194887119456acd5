"""Where a line of the manuscript is in the editions, as the reports tell it."""

from pathlib import Path

import pytest

from bindery.reports.whereabouts import Place, Whereabouts
from bindery.vocabulary.findings import Location
from tests.reports.finished import Finish, finished

CHAPTER = """\
# En

Første avsnitt,
over to linjer.

![Kart](../figures/kart.svg)

[Hello there]{lang=en} er engelsk.

Likt.

Likt.
"""
E_BOOK = """
<h1 id="en">En</h1>
<p>Første avsnitt,
over to linjer.</p>
<span id="side-8" role="doc-pagebreak" aria-label="8"/>
<figure id="kart"><svg role="img" aria-label="Kart"><text>Oslo</text></svg></figure>
<p><span lang="en">Hello there</span> er eng\u00adelsk.</p>
<p>Likt.</p>
<p><span id="side-9" role="doc-pagebreak" aria-label="9"/>Likt.</p>
"""
PATH = "manuscript/chapters/01.md"


def places_of(folder: Path, epub: str = E_BOOK) -> Whereabouts:
    """The places of a small book whose e-book has ``epub`` in it."""
    document, files = finished(folder, Finish((CHAPTER,), epub=epub))
    return Whereabouts(document, files)


@pytest.mark.parametrize(
    ("line", "words", "page", "anchor"),
    [
        (1, "En", "", "en"),
        (3, "Første avsnitt, over to linjer.", "", "en"),
        (6, "Kart", "8", "kart"),
        (8, "Hello there er engelsk.", "8", "kart"),
        (10, "Likt.", "8", "kart"),
        (12, "Likt.", "9", "kart"),
    ],
)
def test_a_block_is_found_by_its_words(
    tmp_path: Path, line: int, words: str, page: str, anchor: str
) -> None:
    """Its words, page, file and anchor; a page that begins at the first word is the block's own."""
    place = places_of(tmp_path).at(f"{PATH}:{line}")
    assert place == Place(f"{PATH}:{line}", words, "nb", page, "en.xhtml", anchor)


def test_an_image_without_words_is_found_by_its_caption(tmp_path: Path) -> None:
    """Whoever must describe it can see which one it is."""
    chapter = "# En\n\n::: figure\n![](../figures/kart.svg)\n\nKart over byen\n:::\n"
    figure = '<figure id="kart"><svg/><figcaption>Kart over byen</figcaption></figure>'
    document, files = finished(tmp_path, Finish((chapter,), epub=figure))
    place = Whereabouts(document, files).of(Location(PATH, 4, 1))
    assert place == Place(f"{PATH}:4:1", "Kart over byen", "nb", "", "en.xhtml", "kart")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (3, "Første avsnitt, over to linjer."),
        (4, "Første avsnitt, over to linjer."),
        (5, ""),
        (99, ""),
    ],
)
def test_a_finding_is_in_the_block_around_its_line(tmp_path: Path, line: int, words: str) -> None:
    """A line of a paragraph has its words. One that is in no block has only its number."""
    place = places_of(tmp_path).of(Location(PATH, line, 2))
    assert (place.source, place.words) == (f"{PATH}:{line}:2", words)


def test_what_is_not_in_the_e_book_is_not_guessed(tmp_path: Path) -> None:
    """Other words are another place: no page is told that may be wrong."""
    places = places_of(tmp_path, "<h1>Noe annet</h1>")
    assert places.at(f"{PATH}:3") == Place(f"{PATH}:3", "Første avsnitt, over to linjer.", "nb")
    assert places.at("manuscript/chapters/02.md:1") == Place("manuscript/chapters/02.md:1")
    assert places.of(Location("build/bok.pdf")) == Place("build/bok.pdf")


def test_an_e_book_that_cannot_be_read_gives_no_places(tmp_path: Path) -> None:
    """The line is told, whatever became of the file."""
    document, files = finished(tmp_path, Finish((CHAPTER,), epub=E_BOOK))
    files[1].write_bytes(b"no EPUB")
    assert Whereabouts(document, files).at(f"{PATH}:6") == Place(f"{PATH}:6", "Kart", "nb")
