"""Two readers that are not ours find in the torture book's PDF what its Document holds.

Poppler is what Linux desktops read PDFs with, pdf.js is what Firefox does. What they must find is
counted in the book as it goes to print, by a table of this test's own.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree

from bindery.document.model import MATHML, Document, Element, text_of
from bindery.document.svg.parse import SVG
from bindery.editions.pdf.print_tree import print_tree
from tests.built import built_book
from tests.editions.outside_readers import Found, pdfjs_elements, poppler_roles, repeated
from tests.editions.torture import torture_document
from tests.once import Once
from tests.shelf import workshop_for

pytestmark = pytest.mark.slow

HEADINGS = {f"h{level}": f"H{level}" for level in range(1, 7)}
ROLES = {
    **HEADINGS,
    "p": "P",
    "pre": "P",
    "blockquote": "BlockQuote",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
    "figcaption": "Caption",
    "a": "Link",
    "code": "Code",
}
"""The standard role of each HTML element that has one wherever it stands."""

IN_CONTENTS = {"L": "TOC", "LI": "TOCI"}
MORE_ROLES = {"TOC", "TOCI", "Figure", "Formula", "Note"}
SAME_IN_PRINT = (
    *("h1", "h3", "h4", "h5", "h6", "table", "tr", "th", "td", "caption", "figcaption"),
    *("pre", "blockquote", "dl", "dt", "dd", "em", "strong", "code", "abbr"),
)


@pytest.fixture(scope="module")
def document() -> Document:
    """The torture book."""
    return torture_document()


@pytest.fixture(scope="module")
def page(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Element:
    """The torture book as HTML, as it goes to print."""
    tree = print_tree(document, workshop_for(document, tmp_path_factory.mktemp("page")))
    return etree.fromstring(ElementTree.tostring(tree))


@pytest.fixture(scope="module")
def printed(once: Once) -> Path:
    """The torture book's PDF."""
    return built_book(once, "torture").editions["pdf"]


@pytest.fixture(scope="module")
def by_pdfjs(printed: Path) -> list[Found]:
    """What pdf.js finds in the torture book's PDF."""
    return pdfjs_elements(printed)


def roles_in(page: Element) -> Iterator[str]:
    """The standard roles that a reader of the PDF must find, once for each element."""
    for element in page.iter(etree.Element):
        role = ROLES.get(str(element.tag))
        if element.tag == "img" and element.get("alt"):
            yield "Formula" if "formula" in (element.get("class") or "") else "Figure"
        elif element.tag == f"{SVG}svg" and element.get("role") == "img":
            yield "Figure"
        elif element.tag == "dt" and previous_tag(element) != "dt":
            yield "LI"
        elif element.get("role") == "doc-footnote" or is_endnote(element):
            yield "Note"
        if role and says_something(element):
            in_contents = next(element.iterancestors("nav"), None) is not None
            yield IN_CONTENTS.get(role, role) if in_contents else role
        if element.tag == "li":
            yield from ("P" for block in element[:-1] if ends_paragraphs(block))


def previous_tag(element: Element) -> str:
    """The tag of the element before ``element`` in the same parent."""
    previous = element.getprevious()
    return "" if previous is None else str(previous.tag)


def is_endnote(element: Element) -> bool:
    """Whether ``element`` is a note in a chapter's list of notes."""
    numbered = element.getparent()
    around = None if numbered is None else numbered.getparent()
    return element.tag == "li" and around is not None and around.get("role") == "doc-endnotes"


def says_something(element: Element) -> bool:
    """Whether ``element`` is more than a frame around decoration. A cell is one though empty."""
    if element.tag in ("td", "th"):
        return True
    return bool(text_of(element)) or any(image.get("alt") for image in element.iter("img"))


def ends_paragraphs(block: Element) -> bool:
    """Whether words that are in no paragraph follow ``block``, and so are one of their own."""
    following = block.getnext()
    return block.tag in ("ul", "ol", "dl", "table", "pre", "blockquote") and (
        bool((block.tail or "").strip()) or (following is not None and following.tag == "a")
    )


def test_it_holds_every_construct(page: Element) -> None:
    """Nothing that is compared below is there only once."""
    counted = Counter(roles_in(page))
    assert set(counted) == {*ROLES.values(), *MORE_ROLES}
    assert min(counted.values()) > 1


def test_it_goes_to_print_whole(document: Document, page: Element) -> None:
    """Print moves notes and adds pages of its own, and loses nothing of the Document."""
    body, main = document.body, page.find("body/main")
    assert main is not None
    for tag in SAME_IN_PRINT:
        assert len(list(body.iter(tag))) == len(list(main.iter(tag))) > 0, tag
    pictures = len(list(body.iter("img", f"{MATHML}math")))
    assert len(list(main.iter("img"))) == pictures
    notes = [element for element in body.iter("li") if is_endnote(element)]
    assert Counter(roles_in(main))["Note"] == len(notes)
    links = [tree.xpath("count(.//a[@href][not(@role)])") for tree in (body, main)]
    assert links[0] == links[1]


@pytest.mark.slow
def test_poppler_finds_each_element_once(page: Element, printed: Path) -> None:
    """Paragraphs, lists, tables and their cells, figures, formulas, links, notes: none cut up."""
    expected = Counter(roles_in(page))
    found = poppler_roles(printed)
    assert {role: found[role] for role in expected} == dict(expected)


@pytest.mark.slow
def test_pdfjs_finds_each_element_once(page: Element, printed: Path, by_pdfjs: list[Found]) -> None:
    """As Poppler does, but for cells without content, which pdf.js does not tell of."""
    expected = Counter(roles_in(page))
    expected["TD"] -= sum(1 for cell in page.iter("td") if not text_of(cell) and not len(cell))
    found = Counter(element.role for element in by_pdfjs) - repeated(printed)
    assert {role: found[role] for role in expected} == dict(expected)


@pytest.mark.slow
def test_pdfjs_finds_every_heading(page: Element, by_pdfjs: list[Found]) -> None:
    """Word for word, at its level, in order."""
    found = [(one.role, one.words) for one in by_pdfjs if one.role in HEADINGS.values()]
    assert found == [(HEADINGS[str(h.tag)], text_of(h)) for h in page.iter(*HEADINGS)]
