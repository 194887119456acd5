"""An e-book that says what its manuscript says is silent; each broken twin is told of, no more."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bindery.document.model import Document
from bindery.finished.epub import read_epub
from bindery.readback.html.compare_html import compared_e_book
from tests.readback.twin import LINE, SPOKEN_FORMULA, manuscript
from tests.readback.web import Change, e_book, in_e_book
from tests.shelf import document_of

SUBJECT = "build/proevebok.epub"
CHAPTER = "kapittel-1.xhtml"

SAYS = "edition-says-what-the-manuscript-says"
STRUCTURE = "edition-keeps-the-structure"
HEADERS = "edition-cells-have-their-headers"
DESCRIBED = "edition-describes-its-figures"
LINKS = "edition-links-lead-where-they-say"
NOTES = "edition-notes-are-tied-both-ways"
LANGUAGE = "edition-speaks-the-language"
WAYS_IN = "edition-headings-can-be-found"
PRESENTED = "edition-presents-itself"

TITLE, FIRST, SECOND = LINE["# Havn"], LINE["Den *f"], LINE["Se [ha"]
NUMBERED, POINTS, TERM = LINE["1. Ett"], LINE["- Ei b"], LINE["Méd"]
QUOTE, TABLE, FIGURE = LINE["> Ro, "], LINE["| By |"], LINE["![Et k"]
FORMULA, CODE = LINE["Formel"], LINE["## Kod"]

BACK = '<a href="#noteref-1-1" role="doc-backlink"'

BROKEN: dict[str, tuple[list[Change], str | None, int]] = {
    "a word is dropped": ([("på porten", "porten")], SAYS, LINE["Tast `"]),
    "a word is said twice": ([("Ro, ro til", "Ro, ro, ro til")], SAYS, QUOTE),
    "a letter is garbled": ([("Ett skjær", "Ett skjÃ¦r")], SAYS, NUMBERED),
    "words run together": ([("To merker på", "To merkerpå")], SAYS, TERM),
    "a space that does not break is an ordinary one": (
        [("10\u00a0kaier", "10 kaier")],
        SAYS,
        FIRST,
    ),
    "a paragraph is said twice": (
        [("<p>Se <a", "<p>Tast <code>1843</code> på porten.</p><p>Se <a")],
        SAYS,
        FIRST,
    ),
    "a paragraph is not heard": ([("<p>Se <a", "<p hidden=''>Se <a")], SAYS, SECOND),
    "a word is not heard": ([("<em>", "<em aria-hidden='true'>")], None, FIRST),
    "a heading is lost": (
        [('<h2 id="kode">', '<p id="kode">'), ("på kaia</h2>", "på kaia</p>")],
        STRUCTURE,
        CODE,
    ),
    "a heading has another level": (
        [('<h2 id="kode">', '<h3 id="kode">'), ("på kaia</h2>", "på kaia</h3>")],
        STRUCTURE,
        CODE,
    ),
    "a heading is one for listeners no more": (
        [('<h2 id="kode">', '<h2 id="kode" role="presentation">')],
        STRUCTURE,
        CODE,
    ),
    "a heading is called something else": (
        [('<h2 id="kode">', '<h2 id="kode" aria-label="Koder på kaia">')],
        SAYS,
        CODE,
    ),
    "a quotation is none": (
        [("<blockquote>", "<div>"), ("</blockquote>", "</div>")],
        STRUCTURE,
        QUOTE,
    ),
    "emphasis is lost": ([("<em>", "<span>"), ("</em>", "</span>")], STRUCTURE, FIRST),
    "a list is paragraphs": (
        [
            ("<ul>", "<div>"),
            ("</ul>", "</div>"),
            ("<li>Ei bøye</li>", "<p>Ei bøye</p>"),
            ("<li>En stake</li>", "<p>En stake</p>"),
        ],
        STRUCTURE,
        POINTS,
    ),
    "a list is none for listeners": ([("<ul>", '<ul role="none">')], STRUCTURE, POINTS),
    "a list begins with another number": (
        [('<ol type="1">\n<li>Ett', '<ol type="1" start="3">\n<li>Ett')],
        STRUCTURE,
        NUMBERED,
    ),
    "two items are one": ([("Ett skjær</li>\n<li>", "Ett skjær<br/>")], None, NUMBERED),
    "a header is one of its row": (
        [('<th scope="col">Fylke', '<th scope="row">Fylke')],
        HEADERS,
        TABLE,
    ),
    "a header is none": (
        [('<th scope="row">Bodø</th>', "<td>Bodø</td>")],
        HEADERS,
        TABLE,
    ),
    "a cell covers two columns": (
        [('<th scope="col">By', '<th colspan="2" scope="col">By')],
        None,
        TABLE,
    ),
    "an alternative is garbled": ([("Et kart over leia", "Et kart over RÃ¸d")], DESCRIBED, FIGURE),
    "an alternative is gone": ([(' aria-label="Et kart over leia"', "")], DESCRIBED, FIGURE),
    "a formula is another": ([(f'alttext="{SPOKEN_FORMULA}"', 'alttext="x"')], DESCRIBED, FORMULA),
    "a formula has other parts": ([("<mn>2</mn>", "<mn>3</mn>")], DESCRIBED, FORMULA),
    "a language is lost": ([(' lang="se" xml:lang="se"', "")], LANGUAGE, FIRST),
    "an abbreviation is not expanded": (
        [(' title="Leia havnevesen"', "")],
        "edition-expands-abbreviations",
        FIRST,
    ),
    "a link leads to another address": (
        [("https://example.org/", "https://example.org/annet")],
        LINKS,
        SECOND,
    ),
    "a link leads to another place": ([('<a href="#havna"', '<a href="#kode"')], LINKS, SECOND),
    "a link leads nowhere": ([('<a href="#havna"', '<a href="#borte"')], LINKS, SECOND),
    "a link leads to another document": (
        [('<a href="#havna"', '<a href="kolofon.xhtml#havna"')],
        LINKS,
        SECOND,
    ),
    "a link is none": ([('<a href="#havna">havna</a>', "havna")], LINKS, SECOND),
    "a link is called something else": (
        [('<a href="#havna">', '<a href="#havna" aria-label="kaia">')],
        SAYS,
        SECOND,
    ),
    "a reference leads to no note": ([('href="#note-1-1"', 'href="#kode"')], NOTES, FIRST),
    "a note leads to another place": (
        [('href="#noteref-1-1"', 'href="#kode"')],
        NOTES,
        FIRST,
    ),
    "a note is lost": ([("<p>Noten om HV.", "<p>")], None, FIRST),
    "a note says something else": ([("Noten om HV.", "Noten om VH.")], SAYS, FIRST),
    "a region is called something no one has written": (
        [("<blockquote>", '<blockquote aria-label="Viktig">')],
        SAYS,
        QUOTE,
    ),
}
"""What is changed, and the rule and the line of the finding; without a rule, of any rule."""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The manuscript, read."""
    return manuscript(tmp_path_factory.mktemp("bok"))


@pytest.fixture(scope="module")
def clean(document: Document, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The e-book as the house makes it."""
    return e_book(document, tmp_path_factory.mktemp("e-bok"))


def found(document: Document, content: bytes) -> list[tuple[str, str, int | None]]:
    """The rule and the place of each finding in an e-book of the manuscript."""
    examined, findings = compared_e_book(read_epub(content, SUBJECT), document)
    assert examined == 42
    return [(one.rule, one.location.path, one.location.line) for one in findings]


def test_the_clean_e_book_is_silent(document: Document, clean: bytes) -> None:
    """Every word, heading, list, cell, figure, note, link and language is where it should be."""
    assert found(document, clean) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_twin_is_told_of(name: str, document: Document, clean: bytes) -> None:
    """At its manuscript line, by its rule, and nothing else is reported."""
    changes, rule, line = BROKEN[name]
    seen = set(found(document, in_e_book(clean, CHAPTER, *changes)))
    places = {(path, at) for _, path, at in seen}
    assert places == {("manuscript/chapters/01.md", line)}, seen
    assert rule is None or {one for one, _, _ in seen} == {rule}


def test_paragraphs_that_are_swapped_are_told_of(document: Document, clean: bytes) -> None:
    """The order in the file is the order in which they are heard."""
    first = "<blockquote>\n<p>Ro, ro til fiskeskjær.</p>\n</blockquote>"
    second = "<p>Se <a"
    twin = in_e_book(clean, CHAPTER, (first, ""), (second, first + second))
    assert found(document, twin) == [(SAYS, "manuscript/chapters/01.md", QUOTE)]


def test_cells_that_are_moved_are_told_of(document: Document, clean: bytes) -> None:
    """A county that stands in another town's row is a wrong answer."""
    twin = in_e_book(
        clean,
        CHAPTER,
        ("<td>Nordland</td>", "<td/>"),
        ("Alta</th>\n<td/>", "Alta</th>\n<td>Nordland</td>"),
    )
    seen = set(found(document, twin))
    assert {(path, line) for _, path, line in seen} == {("manuscript/chapters/01.md", TABLE)}, seen
    assert SAYS in {rule for rule, _, _ in seen}


ELSEWHERE: dict[str, tuple[str, list[Change], str]] = {
    "the contents page calls a chapter something else": (
        "innhold.xhtml",
        [(">Havna ved byen<", ">Havna<")],
        WAYS_IN,
    ),
    "the menu leads to another place": (
        "navigasjon.xhtml",
        [('kapittel-1.xhtml#kapittel-1">Havna', 'kolofon.xhtml#bok-kolofon">Havna')],
        WAYS_IN,
    ),
    "the menu lacks a chapter": (
        "navigasjon.xhtml",
        [('<li><a href="kapittel-1.xhtml#kapittel-1">Havna ved byen</a>', "<li>")],
        WAYS_IN,
    ),
    "the list of figures calls one something else": (
        "navigasjon.xhtml",
        [(">Kartet er gammelt.<", ">Kartet er nytt.<")],
        WAYS_IN,
    ),
    "the list of tables leads to another place": (
        "navigasjon.xhtml",
        [("#kapittel-1-table-1", "#kode")],
        WAYS_IN,
    ),
    "the list of tables is gone": ("navigasjon.xhtml", [('epub:type="lot"', "")], WAYS_IN),
    "the title is another": ("content.opf", [(">Prøvebok<", ">Prøveboka<")], PRESENTED),
    "the title page says another title": (
        "tittelside.xhtml",
        [(">Prøvebok</h1>", ">Prøveboka</h1>")],
        SAYS,
    ),
    "the colophon lacks the publisher": (
        "kolofon.xhtml",
        [("<dd>Prøveforlaget</dd>", "<dd/>")],
        SAYS,
    ),
    "the style hides quotations": (
        "stil.css",
        [("\nblockquote {", "\nblockquote { display: none }\nblockquote {")],
        SAYS,
    ),
    "the style hides quotations on narrow screens": (
        "stil.css",
        [
            (
                "\nblockquote {",
                "\n@media (max-width: 30em) { p { visibility: hidden } }\nblockquote {",
            )
        ],
        SAYS,
    ),
    "the style adds words": (
        "stil.css",
        [("\nblockquote {", '\nblockquote::before { content: "Sitat: " }\nblockquote {')],
        SAYS,
    ),
}
"""Which other file is changed, how, and a rule that sees it."""


@pytest.mark.parametrize("name", ELSEWHERE)
def test_other_files_are_looked_at(name: str, document: Document, clean: bytes) -> None:
    """What leads into the book, what it says of itself and how it looks can say it wrongly, too."""
    file, changes, rule = ELSEWHERE[name]
    assert rule in {one for one, _, _ in found(document, in_e_book(clean, file, *changes))}


def test_print_styles_hide_nothing_from_listeners(document: Document, clean: bytes) -> None:
    """What is left out on paper is heard all the same."""
    hidden = "\n@media print { blockquote { display: none } }\nblockquote {"
    assert found(document, in_e_book(clean, "stil.css", ("\nblockquote {", hidden))) == []


def test_a_chapter_outside_the_spine_is_told_of(document: Document, clean: bytes) -> None:
    """A reader who turns the pages never comes to it."""
    with ZipFile(BytesIO(clean)) as book:
        package = book.read("EPUB/content.opf").decode()
    items = dict(re.findall(r'<item href="([^"]+)" id="([^"]+)"', package))
    spine = f'<itemref idref="{items[CHAPTER]}"/>'
    seen = found(document, in_e_book(clean, "content.opf", (spine, "")))
    assert len([rule for rule, _, _ in seen if rule == SAYS]) > 10


def test_an_image_leads_to_its_long_description(tmp_path: Path) -> None:
    """Who hears the short words can go on to the long ones."""
    described = "::: long-description\nFra sør til nord.\n:::"
    chapter = f"# Kart\n\n:::: figure\n![Leia](../figures/kart.svg)\n\n{described}\n::::\n"
    document = document_of(tmp_path, chapter)
    clean = e_book(document, tmp_path)
    assert compared_e_book(read_epub(clean, SUBJECT), document)[1] == ()
    twin = in_e_book(clean, CHAPTER, ('aria-details="', 'data-details="'))
    _, findings = compared_e_book(read_epub(twin, SUBJECT), document)
    assert [(one.rule, one.location.line) for one in findings] == [(DESCRIBED, 4)]
