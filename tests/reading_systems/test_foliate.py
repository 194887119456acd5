"""The whole book in a real reading system: every page is turned, every link is followed.

The engine is the one in Foliate, which many Linux desktops read EPUBs with.
"""

import unicodedata
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from playwright.sync_api import Browser

from bindery.locales import locale_of
from bindery.tools import locate
from bindery.tools.run import run
from tests.built import Built
from tests.checkers.samples import write_epub
from tests.reading_systems.foliate import Reader, Shown, opened
from tests.reading_systems.navigation import Link, links

pytestmark = pytest.mark.slow

A_FEW_WORDS = 25
"""Letters, enough to know a place again."""

TOP_OF_PAGE = 200
"""Letters that a running header may have before the page's own begin."""


@pytest.fixture
def reader(browser: Browser, built: Built) -> Iterator[Reader]:
    """The book, open."""
    with opened(browser, built.editions["epub"]) as reader:
        yield reader


def letters(words: str) -> str:
    """Only the letters, ligatures undone: what is the same in all editions."""
    return "".join(char for char in unicodedata.normalize("NFKC", words) if char.isalpha())


def test_no_word_of_the_book_is_left_out(reader: Reader) -> None:
    """From the first page to the last, each content document comes, and each of its letters."""
    pages = list(reader.pages())
    whole = {page.document: letters(page.whole) for page in pages}
    assert list(whole) == reader.documents()
    assert [words for page in pages for words in page.cut] == []
    assert {name: read(pages, name) for name in whole} == whole
    assert reader.complaints == []


def test_every_link_of_the_navigation_is_followed(built: Built, reader: Reader) -> None:
    """Contents, landmarks, figures and tables: each link's target comes on the screen.

    Those of the pages are followed by the next test.
    """
    followed = [link for link in links(built.editions["epub"]) if link.kind != "page-list"]
    assert {"toc", "landmarks"} <= {link.kind for link in followed}
    assert unreached(reader, followed) == []
    assert reader.complaints == []


def test_each_page_of_the_list_shows_the_words_of_the_printed_page(
    built: Built, reader: Reader
) -> None:
    """Who is told to turn to page 38 gets the words that the printed page 38 begins with."""
    pages = [link for link in links(built.editions["epub"]) if link.kind == "page-list"]
    assert [link.label for link in pages] == folios(built.editions["pdf"])
    found = elsewhere(reader, pages, built.editions["pdf"])
    # Lists of figures and tables are on paper alone: the e-book has them in its navigation.
    on_paper_alone = ("FigurerFigur", "TabellerTabell")
    assert [one for one in found if not one[2].startswith(on_paper_alone)] == []
    assert reader.complaints == []


def read(pages: list[Shown], document: str) -> str:
    """The letters that were on the screens of a content document."""
    return letters("".join(page.words for page in pages if page.document == document))


def unreached(reader: Reader, followed: list[Link]) -> list[Link]:
    """The links whose target does not come on the screen."""
    return [link for link in followed if not reader.follow(link.address).displayed]


def _ends() -> list[str]:
    """The words that end a box, in Norwegian, the longest first."""
    word = locale_of("nb").word
    kinds = ["note", "tip", "important", "warning", "caution", "details", "editor-note"]
    kinds += ["key-message", "long-description"]
    return sorted((word(f"ends.{kind}").text for kind in kinds), key=len, reverse=True)


ONLY_HEARD = [letters(words) for words in _ends()]
"""What ends a box for listeners: on paper it is the alternative of a line."""

PAGE_OF_REFERENCE = "påside"
"""What a reference says in print alone."""


def elsewhere(reader: Reader, pages: list[Link], pdf: Path) -> list[tuple[str, str, str]]:
    """The pages that begin with other words in the e-book than on paper, and both.

    One whose beginning does not come on the screen is among them.
    """
    program = locate.pdftotext()
    assert program
    wrong = []
    for number, link in enumerate(pages, start=1):
        only = ("-f", str(number), "-l", str(number))
        printed = letters(run([program, *only, pdf, "-"]).stdout).replace(PAGE_OF_REFERENCE, "")
        printed = printed[: TOP_OF_PAGE + A_FEW_WORDS]
        shown = reader.follow(link.address)
        words = letters(shown.next)
        for heard in ONLY_HEARD:
            words = words.replace(heard, "")
        begins = words[:A_FEW_WORDS]
        there = shown.displayed and (begins or shown.images)
        if begins not in printed or not there:
            wrong.append((link.label, begins, printed))
    return wrong


def folios(pdf: Path) -> list[str]:
    """The page labels, which are what is printed on the pages."""
    with pikepdf.open(pdf) as document:
        return [page.label for page in document.pages]


def broken(epub: Path, folder: Path, name: str, old: bytes, new: bytes) -> Path:
    """A twin of ``epub`` in which ``name`` says ``new`` for ``old``."""
    twin = folder / "tvilling.epub"
    with ZipFile(epub) as before, ZipFile(twin, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == name:
                assert old in content
                content = content.replace(old, new)
            after.writestr(entry, content)
    return twin


def test_a_line_at_a_page_turn_is_read_once(browser: Browser, tmp_path: Path) -> None:
    """Wherever the turn comes in a verse, each of its lines is on one screen."""
    lines = [f"Vers {one}{other}" for one, other in product("abcdefghi", repeat=2)]
    verse = "<br/>\n".join(lines)
    epub = write_epub(tmp_path / "bok.epub", more=f"<p>{verse}</p>")
    with opened(browser, epub) as reader:
        pages = list(reader.pages())
        assert len(pages) > 2
        assert read(pages, pages[0].document) == letters(pages[0].whole)
    assert letters("".join(lines)) in letters(pages[0].whole)


def test_what_a_page_turn_loses_or_repeats_is_seen(browser: Browser, tmp_path: Path) -> None:
    """A screen that is passed over is missed, and one that is shown again is read twice."""
    epub = write_epub(tmp_path / "bok.epub", more="<p>En linje til.</p>" * 60)
    with opened(browser, epub) as reader:
        first, second, *others = reader.pages()
        whole = letters(first.whole)
        assert read([first, second, *others], first.document) == whole
        assert len(read([first, *others], first.document)) < len(whole)
    with opened(browser, epub) as reader:
        reader.page.evaluate("turn()")
        again = [first, *reader.pages(), second]
        assert len(read(again, first.document)) > len(whole)


def test_a_link_that_leads_nowhere_is_seen(browser: Browser, tmp_path: Path) -> None:
    """A link to a place that is not in the book leaves its reader where the document begins."""
    sound = write_epub(tmp_path / "bok.epub", more='<p id="her">Her.</p>')
    for place, found in ((b"her", True), (b"borte", False)):
        new = b"kapittel.xhtml#" + place
        twin = broken(sound, tmp_path, "EPUB/nav.xhtml", b"kapittel.xhtml", new)
        with opened(browser, twin) as reader:
            (link,) = links(twin)
            assert (unreached(reader, [link]) == []) is found


def test_what_the_screen_cuts_off_is_seen(browser: Browser, tmp_path: Path) -> None:
    """Words in a box that may not be parted go over the foot of the screen, and are missed."""
    more = "<div class='box'>" + "<p>En linje til.</p>" * 60 + "</div>"
    epub = write_epub(tmp_path / "bok.epub", more=more, css=".box { overflow-x: auto }")
    with opened(browser, epub) as reader:
        assert any(page.cut for page in reader.pages())


def test_what_the_book_asks_for_and_does_not_have_is_seen(browser: Browser, tmp_path: Path) -> None:
    """A book that asks the network for a picture is complained of."""
    picture = '<p><img src="https://example.org/bilde.png" alt="Et bilde"/></p>'
    with opened(browser, write_epub(tmp_path / "bok.epub", more=picture)) as reader:
        assert list(reader.pages())
        assert reader.complaints


def test_a_page_list_that_is_one_page_off_is_seen(built: Built, reader: Reader) -> None:
    """Pages that begin where others do are told of."""
    pages = [link for link in links(built.editions["epub"]) if link.kind == "page-list"]
    late = pages[1:9]
    assert len(elsewhere(reader, late, built.editions["pdf"])) > len(late) / 2
