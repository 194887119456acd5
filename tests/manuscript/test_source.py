"""What rules look at has its place, its attributes and its surroundings."""

from pathlib import Path
from typing import TypeVar

import pytest

from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.manuscript.source.attributes import BRACES, attributes_in
from bindery.manuscript.source.blocks import cells_in, divider_columns
from bindery.manuscript.source.elements import (
    Attributed,
    Code,
    Div,
    Element,
    Heading,
    Image,
    Link,
    Note,
    NoteReference,
    Paragraph,
    RawHtml,
    Span,
    Table,
)
from bindery.manuscript.source.from_tokens import read_elements
from bindery.vocabulary.publication import Chapter
from tests.shelf import write_book

Kind = TypeVar("Kind", bound=Element)


def _only(kind: type[Kind], text: str) -> list[Kind]:
    return [
        element for element in read_elements(Chapter("a.md", text)) if isinstance(element, kind)
    ]


def _places(kind: type[Element], text: str) -> list[str]:
    return [str(element.location).removeprefix("a.md:") for element in _only(kind, text)]


@pytest.mark.parametrize(
    ("braces", "name", "classes", "pairs"),
    [
        ("{#a}", "a", (), ()),
        ("{.b .c}", "", ("b", "c"), ()),
        ("{#a .b lang=en width=50%}", "a", ("b",), (("lang", "en"), ("width", "50%"))),
        ('{abbr="å & b } c"}', "", (), (("abbr", "å & b } c"),)),
        ('{abbr="&aring;&copy"}', "", (), (("abbr", "å&copy"),)),
        ("{#a}{.b}", "a", ("b",), ()),
        ("{#first #second}", "first", (), ()),
        ('{class="b c" id=a}', "a", ("b", "c"), ()),
    ],
)
def test_braces_are_read(
    braces: str, name: str, classes: tuple[str, ...], pairs: tuple[tuple[str, str], ...]
) -> None:
    """Names, classes and keys are what pandoc takes them to be."""
    assert BRACES.fullmatch(braces)
    said = attributes_in(braces)
    assert (said.name, said.classes, said.pairs) == (name, classes, pairs)


@pytest.mark.parametrize("braces", ["{}", "{a}", "{a b}", "{#}", "{.}", "{a=}", "{a='b'}", "{.a"])
def test_other_braces_are_text(braces: str) -> None:
    """What pandoc prints as text holds no attributes."""
    assert not BRACES.fullmatch(braces)


def test_inline_elements_know_line_and_column() -> None:
    """Line breaks inside words, code, addresses and HTML are all counted."""
    text = (
        "# T\n\nen [a](b) to\n`c\nd` tre [e\nf](<g>\n'h') ![i](j)\n\n> - fire [k](l)\n>   [m](n)\n"
    )
    assert _places(Link, text) == ["3:4", "5:8", "9:10", "10:5"]
    assert _places(Image, text) == ["7:6"]
    assert _places(Code, text) == ["4:1"]


def test_an_element_in_a_cell_knows_its_column() -> None:
    """Escaped bars and the space around a cell do not move it."""
    text = "| a | b |\n|---|---|\n|  x \\| [y](z)| [å](b) |\n"
    assert _places(Link, text) == ["3:9", "3:17"]


def test_tables_have_their_cells_and_lines() -> None:
    """Each row has its own line, the cells that count, and how many were written."""
    (table,) = _only(Table, "\n| *a* | `b|c` \\| |\n|--|--|--|\n| 1 |\n| 1 | 2 | 3 | 4 |\nb\n")
    assert table.header.cells == ("a", "`b", "c` |")
    assert [(row.cells, row.written, row.location.line) for row in table.rows] == [
        (("1", "", ""), 1, 4),
        (("1", "2", "3"), 4, 5),
    ]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", ["a", "b"]),
        ("a|b", ["a", "b"]),
        ("||", [""]),
        ("| a |  ", ["a"]),
        ("|  | b", ["", "b"]),
        ("a \\| b", []),
        ("tekst", []),
    ],
)
def test_a_line_is_split_into_cells(line: str, cells: list[str]) -> None:
    """Bars part cells, but for those with a backslash; those at the ends are no cells."""
    assert [cell for cell, _ in cells_in(line)] == cells


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("|---|:-:|", 2),
        ("--|--", 2),
        ("|-|", 1),
        ("---", 0),
        ("- | -", 0),
        ("|--||", 0),
        ("|a|", 0),
    ],
)
def test_a_line_of_dashes_makes_columns(line: str, columns: int) -> None:
    """A line of dashes that pandoc does not take for one makes no table."""
    assert divider_columns(line) == columns


def test_divs_nest_and_are_closed_innermost_first() -> None:
    """A line of colons closes the innermost div that has no more of them."""
    text = ":::: a\n::: b\n[x](1)\n::::\n[y](2)\n::::\n[z](3)\n"
    divs = _only(Div, text)
    assert [(div.attributes.classes, div.closed) for div in divs] == [
        (("a",), True),
        (("b",), True),
    ]
    x, y, z = _only(Link, text)
    assert [div.attributes.classes for div in x.divs()] == [("b",), ("a",)]
    assert [div.attributes.classes for div in y.divs()] == [("a",)]
    assert z.div is None


def test_a_div_that_is_closed_takes_unclosed_ones_with_it() -> None:
    """A longer fence inside, never closed, ends where the div around it does."""
    text = "::: a\n::: b\n:::: c\nx\n:::\n[y](1)\n:::\n[z](2)\n"
    assert [div.closed for div in _only(Div, text)] == [True, True, False]
    assert [len(list(link.divs())) for link in _only(Link, text)] == [1, 0]


def test_a_div_that_is_not_closed_says_so() -> None:
    """It goes on to the end of what it stands in."""
    outer, inner = _only(Div, "::: a\n:::: b\nx\n:::\n\ny\n")
    assert (outer.closed, inner.closed) == (True, False)


def test_a_div_that_opens_on_the_last_line_is_read() -> None:
    """An author who has just typed it gets an answer, too."""
    (div,) = _only(Div, "a\n\n::: b")
    assert not div.closed


def test_colons_in_code_open_no_div() -> None:
    """Code that shows the dialect is code."""
    assert _only(Div, "```\n::: a\n:::\n```\n\n    ::: b\n") == []


def test_attributes_stand_where_their_author_put_them() -> None:
    """On headings, above blocks, after inline elements, and on nothing in particular."""
    text = (
        "# En {#en}\n\n{#to lang=en}\n## To {.tre}\n\n"
        '[a](b){#fire} [c]{abbr="d"} `e`{#fem} *f*{#seks}\n\n``` {.python #syv}\n```\n'
    )
    named = [(type(e).__name__, e.attributes.name) for e in read_elements(Chapter("a.md", text))]
    assert [one for one in named if one[1]] == [
        ("Heading", "en"),
        ("Heading", "to"),
        ("Link", "fire"),
        ("Code", "fem"),
        ("Attributed", "seks"),
        ("Code", "syv"),
    ]
    assert _only(Heading, text)[1].attributes.classes == ("tre",)
    assert _only(Span, text)[0].attributes.get("abbr") == "d"
    assert _places(Attributed, text) == ["6:42"]


def test_headings_get_the_names_pandoc_gives() -> None:
    """A heading without a name is named by its words, and numbered when it is not the first."""
    text = "# Æ og Å: 2 % -- `x`!\n\n## Funn\n\n## Funn\n\n## Funn {#funn-her}\n"
    names = [heading.name for heading in _only(Heading, text)]
    assert names == ["æ-og-å-2---x", "funn", "funn-1", "funn-her"]


def test_notes_and_their_references_are_apart() -> None:
    """A reference without a note is a reference all the same."""
    text = "En[^a] og to[^b].\n\n[^a]: Noten med [lenke](c).\n"
    assert [r.label for r in _only(NoteReference, text)] == [
        "a",
        "b",
    ]
    assert [note.label for note in _only(Note, text)] == ["a"]
    assert _places(Link, text) == ["3:17"]
    assert [link.nested for link in _only(Link, text)] == [True]


def test_what_runs_is_seen_wherever_it_stands() -> None:
    """Addresses a Markdown reader would refuse are there for rules to judge."""
    text = (
        "[a](javascript:b) ^[c](file:///d)^ ![e](data:f) <script>g</script>\n\n<div>\nh\n</div>\n"
    )
    targets = [link.target for link in _only(Link, text)]
    assert targets == ["javascript:b", "file:///d"]
    assert [image.source for image in _only(Image, text)] == ["data:f"]
    assert _places(RawHtml, text) == ["1:49", "1:58", "3"]


def test_a_paragraph_says_what_is_printed() -> None:
    """Alternative texts and comments are not printed; a link's text says both."""
    text = "[a ![b](c) d](e) <!-- f --> *g*[^h]\n\n[^h]: i\n"
    assert _only(Paragraph, text)[0].text == "a  d  g"
    assert [link.text for link in _only(Link, text)] == ["a b d"]


def test_deep_nesting_ends(tmp_path: Path) -> None:
    """A chapter that is nothing but marks is read, too."""
    for text in (">" * 3000, "- " * 2000, "[" * 3000, "*" * 5000, "::: a\n" * 400, "`" * 3001):
        loaded = load(write_book(tmp_path, text))
        assert loaded.publication is not None
        assert read_source(loaded.publication).chapters


def test_front_matter_does_not_move_lines(tmp_path: Path) -> None:
    """A place is a line of the file, not of what is left of it."""
    loaded = load(write_book(tmp_path, "---\nshort-title: T\n---\n\n# Tittel\n"))
    assert loaded.publication is not None
    (heading,) = read_source(loaded.publication).every(Heading)
    assert str(heading.location) == "manuscript/chapters/01.md:5"


def test_what_is_inside_a_div_is_found_through_it(tmp_path: Path) -> None:
    """Elements belong to the innermost div around them, list or no list."""
    loaded = load(write_book(tmp_path, "# T\n\n:::: a\nb\n\n- c\n\n::: d\ne\n:::\n::::\n"))
    assert loaded.publication is not None
    manuscript = read_source(loaded.publication)
    outer, inner = manuscript.every(Div)
    inside = [(one.text, one.nested) for one in manuscript.inside(outer, Paragraph)]
    assert inside == [("b", False), ("c", True)]
    assert [one.text for one in manuscript.inside(inner, Paragraph)] == ["e"]
