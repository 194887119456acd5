"""The e-book's pages are the printed ones: at the very word, in every kind of block."""

import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from lxml.builder import E

from bindery.document.contents import PLACE, PageStart
from bindery.document.model import Element
from bindery.editions.page_breaks import mark_pages
from bindery.editions.pdf import MAKES_PDF
from tests.built import BOOKS, built_book
from tests.editions.pages_of import Marked, astray, marked_pages, printed_pages, spine
from tests.once import Once
from tests.shelf import document_of, workshop_for

NAV = "{http://www.w3.org/1999/xhtml}nav"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


@pytest.fixture(params=sorted(BOOKS))
def printed(request: pytest.FixtureRequest, once: Once) -> dict[str, Path]:
    """A printed book and its e-book."""
    return built_book(once, request.param).editions


def read(editions: dict[str, Path]) -> tuple[list[Marked], list[str]]:
    """The pages by the e-book's markers, and those of the PDF."""
    before, *pages = marked_pages(editions["epub"].read_bytes())
    assert "".join(before.pieces).strip() == ""
    return pages, printed_pages(editions["pdf"].read_bytes())


@pytest.mark.slow
def test_what_is_between_two_markers_is_on_that_page(printed: dict[str, Path]) -> None:
    """All text from one marker to the next is on the printed page of that number."""
    pages, paper = read(printed)
    assert [page.folio for page in pages] == [str(n) for n in range(1, len(paper) + 1)]
    assert astray(pages, paper) == []


@pytest.mark.slow
def test_a_marker_one_word_off_is_seen(printed: dict[str, Path]) -> None:
    """The test above sees a marker in the middle of a text moved by a word, either way."""
    pages, paper = read(printed)
    broken = [(here, there) for here, there in pairwise(pages) if here.broken]
    assert broken
    for here, there in broken:
        first, last = there.pieces[0].split()[0], here.pieces[-1].split()[-1]
        late = replace(here, pieces=[f"{here.pieces[-1]} {first}"], broken=False)
        early = replace(there, pieces=[f"{last} {there.pieces[0]}"])
        assert astray([late], [paper[pages.index(here)]])
        assert astray([early], [paper[pages.index(there)]])


@pytest.mark.slow
def test_every_page_is_in_the_page_list_and_in_the_metadata(printed: dict[str, Path]) -> None:
    """The list leads to every marker by its folio, and the package says which pages they are."""
    with zipfile.ZipFile(printed["epub"]) as epub:
        nav = etree.fromstring(epub.read("EPUB/navigasjon.xhtml"))
        listed = next(one for one in nav.iter(NAV) if one.get(EPUB_TYPE) == "page-list")
        markers = {
            f"{name}#{marker.get('id')}": marker.get("aria-label")
            for name in spine(epub)
            for marker in etree.fromstring(epub.read(f"EPUB/{name}")).iter("{*}span")
            if marker.get("role") == "doc-pagebreak"
        }
        links = {a.get("href") or "": a.text for a in listed.iter("{*}a")}
        package = epub.read("EPUB/content.opf").decode()
    assert list(links.items()) == list(markers.items())
    assert re.search(r'<meta property="pageBreakSource">[\w-]+\.pdf, versjon 1\.0\.0', package)
    for feature in ("pageBreakMarkers", "pageNavigation"):
        assert f">{feature}<" in package


def marked(tree: str, *starts: tuple[str, int | None]) -> str:
    """``tree`` with its markers as ``[1]``. An element's id is its place."""
    root = etree.fromstring(tree)
    for element in root.iter():
        if name := element.attrib.pop("id", None):
            element.set(PLACE, name)
    pagination = tuple(PageStart(str(n), *start) for n, start in enumerate(starts, start=1))
    mark_pages([root], pagination)
    for element in root.iter():
        element.attrib.pop(PLACE, None)
    return re.sub(r'<span [^>]*aria-label="(\d+)"[^>]*/>', r"[\1]", written(root))


def written(tree: Element) -> str:
    """``tree`` as text."""
    return etree.tostring(tree, encoding="unicode")


@pytest.mark.parametrize(
    ("tree", "start", "expected"),
    [
        # In the middle of a paragraph, before the word.
        ('<s><p id="a">en to tre</p></s>', ("a", 4), "<s><p>en to [1]tre</p></s>"),
        # After an element inside it, in its own text.
        (
            '<s><p id="a">en <em id="b">to</em> tre</p></s>',
            ("a", 2),
            "<s><p>en <em>to</em> [1]tre</p></s>",
        ),
        # In the element inside it.
        (
            '<s><p id="a">en <em id="b">to tre</em></p></s>',
            ("b", 2),
            "<s><p>en <em>to [1]tre</em></p></s>",
        ),
        # At its start, it stands before it, and before all around that begin there.
        ('<s><p id="x">a</p><h2 id="a">B</h2></s>', ("a", 0), "<s><p>a</p>[1]<h2>B</h2></s>"),
        (
            '<s><p id="x">a</p><div id="d"><ul id="u"><li id="a">B</li></ul></div></s>',
            ("a", 0),
            "<s><p>a</p>[1]<div><ul><li>B</li></ul></div></s>",
        ),
        # A second item cannot stand outside its list.
        (
            '<s><ul id="u"><li id="a">A</li><li id="b">B</li></ul></s>',
            ("b", None),
            "<s><ul><li>A</li><li>[1]B</li></ul></s>",
        ),
        # A word that is broken belongs to the page it begins on.
        ('<s><p id="a">en kommunes plan</p></s>', ("a", 5), "<s><p>en kommunes [1]plan</p></s>"),
        ('<s><p id="a">一二三四</p></s>', ("a", 2), "<s><p>一二[1]三四</p></s>"),
        # A page starts after a hyphen of the author's.
        ('<s><p id="a">Møre-Romsdal her</p></s>', ("a", 5), "<s><p>Møre-[1]Romsdal her</p></s>"),
        # No page number is heard in a link's name, nor in a heading's.
        (
            '<s><p id="a">se <a id="b" href="#x">to tre</a> nå</p></s>',
            ("b", 2),
            '<s><p>se <a href="#x" aria-label="to tre">to [1]tre</a> nå</p></s>',
        ),
        (
            '<s><h2 id="a">en to</h2></s>',
            ("a", 2),
            '<s><h2 aria-label="en to">en [1]to</h2></s>',
        ),
        # Nor in a header cell's, which is said again with each cell.
        (
            '<s><table id="t"><tr id="r"><th id="a">A</th><td id="b">1</td></tr>'
            '<tr id="q"><th id="c">B</th><td id="d">2</td></tr></table></s>',
            ("c", 0),
            "<s><table><tr><th>A</th><td>1[1]</td></tr><tr><th>B</th><td>2</td></tr></table></s>",
        ),
        # An image is on the page that starts with it.
        (
            '<s><p id="x">a</p><figure id="f"><img id="a"/></figure></s>',
            ("a", None),
            "<s><p>a</p>[1]<figure><img/></figure></s>",
        ),
        # The e-book's own heading of a part has no place, and is on the page.
        (
            '<s><h1>Innhold</h1><ol id="o"><li id="a">A</li></ol></s>',
            ("a", 0),
            "<s>[1]<h1>Innhold</h1><ol><li>A</li></ol></s>",
        ),
    ],
)  # fmt: skip
def test_where_a_marker_stands(tree: str, start: tuple[str, int | None], expected: str) -> None:
    """A marker is at the word its page starts with, and never inside a word or a name."""
    assert marked(tree, start) == expected


def test_pages_without_text_start_where_the_next_does(tmp_path: Path) -> None:
    """The cover is where the book begins, an empty page before the next, one at the end last."""
    tree = '<s><p id="a">en to</p><p id="b">tre</p></s>'
    found = marked(tree, ("", None), ("a", 0), ("", None), ("b", 0), ("", None))
    assert found == "<s>[1][2]<p>en to</p>[3][4]<p>tre</p>[5]</s>"


@pytest.mark.slow
@pytest.mark.parametrize("line", ["אבג", "\u202e#"])
def test_the_pages_of_code_are_in_order(line: str, tmp_path: Path) -> None:
    """A line that turns the direction within a code block does not restart the count of letters."""
    document = document_of(tmp_path, "# A\n\n```\n" + ("Et ord\n" * 60 + f"{line}\n") * 3 + "```\n")
    made = MAKES_PDF.make(document, workshop_for(document, tmp_path), {})
    letters = [one.letters for one in made.pagination if one.letters]
    assert len(letters) > 3
    assert letters == sorted(letters)


def test_a_marker_gets_an_id_of_its_own() -> None:
    """A heading in the book may already have the name a marker would get."""
    root = E.section(E.p("a", {PLACE: "a"}), id="side-1")
    (page_break,) = mark_pages([root], (PageStart("1", "a", 0),))
    assert page_break.id == "side-1-"
