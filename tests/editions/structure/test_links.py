"""Links, bookmarks and page labels."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from bindery.editions.pdf.structure.annotations import labels
from bindery.editions.pdf.structure.annotations import printed as as_printed
from bindery.editions.pdf.structure.standards import PDF_17, PDF_20
from tests.editions.structure.laid import LOREM, heard, printed, tree
from tests.editions.structure.test_roles import IMAGES

HOST = "https://example.org/"


def annotations(folder: Path, body: str, css: str = "") -> list[Any]:
    """Every annotation, in the order of pages, as plain data."""
    with pikepdf.open(BytesIO(printed(folder, body, css).content)) as pdf:
        return [
            {str(key): str(value) for key, value in annotation.items()}
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
        ]


@pytest.mark.parametrize(
    "inside",
    [
        "tekst",
        "<em>tekst</em>",
        "en <code>to</code> <strong>tre <em>fire</em></strong>",
        '<img alt="Kart" src="kart.svg"/>',
    ],
)
def test_one_link_whatever_is_in_it(tmp_path: Path, inside: str) -> None:
    """One element and one annotation."""
    pdf = heard(tmp_path, f'<p>Se <a href="{HOST}">{inside}</a>.</p>', images=IMAGES)
    links = [element for element in pdf.elements if element.role == "Link"]
    assert [len(link.links) for link in links] == [1]
    assert links[0].links[0].uri == HOST
    said = "Kart" if inside.startswith("<img") else "(example.org)"
    assert said in links[0].contents[0]


def test_a_link_over_lines_is_one_with_an_area_for_each_line(tmp_path: Path) -> None:
    """One stop for the Tab key, and every line can be touched."""
    (only,) = annotations(tmp_path, f'<p>Se <a href="{HOST}">{LOREM * 2}</a>.</p>')
    assert len(only["/QuadPoints"].split(",")) % 8 == 0
    assert len(only["/QuadPoints"].split(",")) > 8


def test_a_link_over_pages_is_one_with_an_annotation_on_each(tmp_path: Path) -> None:
    """The element is one; each page has its own active area."""
    pdf = heard(tmp_path, f'<p>Se <a href="{HOST}">{LOREM * 16}</a>.</p>')
    links = [element for element in pdf.elements if element.role == "Link"]
    assert len(links) == 1
    assert len(links[0].links) == len(pdf.pages) > 1


CHAPTERS = (
    '<p><a href="#k2">fram</a> <a href="#h">til</a> <a href="#t">tabellen</a> <a href="#p">dit</a>'
    '</p><section data-chapter-number="1" id="k1"><h1>En</h1></section>'
    '<section data-chapter-number="2" id="k2" style="break-before: page"><h1>To</h1>'
    '<h2 id="h">Tre</h2>'
    '<table id="t"><caption>Tall</caption><tr><td>1</td></tr></table><p id="p">Fire</p></section>'
)


def test_a_link_says_where_it_leads(tmp_path: Path) -> None:
    """In the document's language: a listener decides before following it."""
    said = [one["/Contents"] for one in annotations(tmp_path, CHAPTERS)]
    assert said == ["Kapittel 2, side 2", "Tre, side 2", "Tall, side 2", "Side 2"]


@pytest.mark.parametrize("standards", [PDF_17, PDF_20], ids=["1.7", "2.0"])
def test_links_and_bookmarks_lead_to_page_and_element(tmp_path: Path, standards: Any) -> None:
    """``D`` for software of today, ``SD`` for that which knows structure (ISO 14289-2, 8.8)."""
    made = printed(tmp_path, CHAPTERS, standards=(standards,))
    with pikepdf.open(BytesIO(made.content)) as pdf:
        actions = [one.A for one in pdf.pages[0].Annots]
        outlines: Any = pdf.Root.Outlines
        actions += [outlines.First.A, outlines.Last.A]
        assert outlines.First.SE.S == "/H1"
        for action in actions:
            assert action.D[0].Type == "/Page"
            assert "/S" in action.SD[0]


def test_bookmarks_follow_the_headings(tmp_path: Path) -> None:
    """Each under the heading it belongs to, at its place."""
    pdf = heard(tmp_path, CHAPTERS)
    assert [(mark.title, mark.level, mark.target.page) for mark in pdf.bookmarks] == [
        ("En", 1, 1),
        ("To", 1, 2),
        ("Tre", 2, 2),
    ]


FOLIOS = """
@page { @bottom-right { content: counter(page) } }
@page front { @bottom-right { content: counter(page, lower-roman) } }
@page cover { @bottom-right { content: none } }
@page :nth(1 of main) { counter-reset: page 1 }
"""


def test_page_labels_equal_the_printed_folios(tmp_path: Path) -> None:
    """A cover without a number counts with the pages after it."""
    body = (
        "<div style='page: cover'>omslag</div><div style='page: front'>forord</div>"
        f"<div style='page: main'><p>{LOREM * 12}</p></div>"
    )
    pdf = heard(tmp_path, body, FOLIOS)
    assert [page.label for page in pdf.pages][:3] == ["i", "ii", "1"]
    assert [page.furniture for page in pdf.pages][:3] == [(), ("ii",), ("1",)]


@pytest.mark.parametrize(
    ("folios", "wanted"),
    [
        (["", "2", "3"], "1 2 3"),
        (["", "ii", "1", "", "3"], "i ii 1 2 3"),
        (["", "1", "2"], "1 1 2"),
        (["IX", "X", ""], "IX X XI"),
        (["", ""], "1 2"),
    ],
)
def test_a_page_without_a_folio_counts_with_its_neighbours(folios: list[str], wanted: str) -> None:
    """Before the first printed number one counts down, after the last one up."""
    assert " ".join(as_printed(label) for label in labels(folios)) == wanted


def test_an_image_alone_in_a_link_is_what_the_link_says(tmp_path: Path) -> None:
    """Its alternative is the link's text."""
    assert "Figure alt=“Kart”" in tree(
        tmp_path, f'<p><a href="{HOST}"><img alt="Kart" src="kart.svg"/></a></p>', images=IMAGES
    )


def test_a_link_to_a_note_opens_the_page_where_the_note_is(tmp_path: Path) -> None:
    """Not the page that calls it, when the note had to wait for the next."""
    css = "::footnote-call, ::footnote-marker { content: none }"
    body = f"<p>{LOREM * 2}Her{_note(1)} står{_note(2)}. {LOREM * 2}</p>"
    pdf = heard(tmp_path, body, css)
    links = [element for element in pdf.elements if element.role == "Link"]
    notes = [element for element in pdf.elements if element.role == "Note"]
    stands = [next(word.page for word in note.words()) for note in notes]
    assert stands == [1, 2]
    assert [link.links[0].page for link in links] == stands


def _note(number: int) -> str:
    return (
        f'<a href="#n{number}" role="doc-noteref">{number}</a><aside id="n{number}" '
        f'role="doc-footnote" style="float: footnote">{LOREM}</aside>'
    )


def test_a_link_to_what_is_empty_leads_to_what_is_around_it(tmp_path: Path) -> None:
    """A chapter without a word still has a place."""
    body = '<p><a href="#k">fram</a></p><main><section id="k"></section></main>'
    assert "Link" in tree(tmp_path, body)


def test_a_link_without_line_height_can_be_touched(tmp_path: Path) -> None:
    """A note's number takes no room between lines, and is as high as its digits."""
    body = f'<p>Se<a href="{HOST}" style="line-height: 0; font-size: 8pt">1</a>.</p>'
    (only,) = annotations(tmp_path, body)
    _, bottom, _, top = (float(value) for value in re.findall(r"\d+", only["/Rect"]))
    assert top - bottom > 8


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://lillevik.no/måling", "https://lillevik.no/m%C3%A5ling"),
        ("https://øy.no/č?q=å#ø", "https://xn--y-4ga.no/%C4%8D?q=%C3%A5#%C3%B8"),
        ("https://example.org/a%20b(c)", "https://example.org/a%20b(c)"),
        pytest.param(
            "https://[abc", "https://[abc", marks=pytest.mark.layout_complains, id="no address"
        ),
        ("mailto:påske@example.org", "mailto:p%C3%A5ske@example.org"),
    ],
)
def test_an_address_with_letters_beyond_ascii_leads_somewhere(
    tmp_path: Path, address: str, wanted: str
) -> None:
    """An author writes it as the browser shows it; a URI holds it as the network sends it."""
    pdf = heard(tmp_path, f'<p>Se <a href="{address}">saken</a></p>')
    (link,) = (element for element in pdf.elements if element.role == "Link")
    assert link.links[0].uri == wanted


@pytest.mark.parametrize(
    "target",
    [
        '<figure><img id="x" alt="Kart" src="kart.svg"/></figure>',
        '<dl><dt><p id="x">a</p></dt><dd>b</dd></dl>',
        '<p><span id="x"></span>a</p>',
        '<table><tr id="x"><td>a</td></tr></table>',
    ],
)
def test_a_link_to_what_is_part_of_another_element_leads_to_that(
    tmp_path: Path, target: str
) -> None:
    """An image is its figure, a term its label."""
    pdf = heard(tmp_path, f'<p><a href="#x">dit</a></p>{target}', images=IMAGES)
    (link,) = (element for element in pdf.elements if element.role == "Link")
    where = link.links[0].element
    assert where is not None
    assert pdf.elements[where].role in ("Figure", "Lbl", "P", "TR", "Document")
    assert (pdf.elements[where].role == "Document") is (target.startswith("<table"))


def test_two_links_in_one_place_are_two(tmp_path: Path) -> None:
    """Like areas on two pages are not one annotation."""
    page = '<p style="break-after: page">Se <a href="{}">her</a></p>'
    body = page.format(f"{HOST}a") + page.format(f"{HOST}b")
    pdf = heard(tmp_path, body)
    links = [element for element in pdf.elements if element.role == "Link"]
    assert [link.links[0].uri for link in links] == [f"{HOST}a", f"{HOST}b"]
