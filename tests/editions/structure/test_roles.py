"""Each HTML element becomes the structure element that a reader expects."""

from pathlib import Path

import pytest

from tests.editions.structure.laid import tree
from tests.shelf import DRAWING

IMAGES = {"kart.svg": DRAWING.encode()}

CASES = {
    "sections": (
        "<main><section><h1>A</h1></section><article><h2>B</h2></article></main>",
        """
        Part
          Sect
            H1 “A”
          Art
            H2 “B”
        """,
    ),
    "every level of heading": (
        "".join(f"<h{n}>{n}</h{n}>" for n in range(1, 7)),
        "\n".join(f"H{n} “{n}”" for n in range(1, 7)),
    ),
    "a heading by its role": (
        '<div role="heading" aria-level="3">C</div>',
        "H3 “C”",
    ),
    "an aside with text alone": (
        "<aside>Sagt til side</aside>",
        """
        Sect (Aside)
          P “Sagt til side”
        """,
    ),
    "text in divs, each its own paragraph": (
        "<div><div>ett</div><div>to <em>tre</em></div></div>",
        """
        P “ett”
        P
          “to ”
          Span (Em) “tre”
        """,
    ),
    "a tight list": (
        "<ul><li>ett</li></ul>",
        """
        L numbering=Disc
          LI
            Lbl “•”
            LBody “ett”
        """,
    ),
    "an item without text": (
        "<ol><li>ett</li><li></li></ol>",
        """
        L numbering=Decimal
          LI
            Lbl “1.”
            LBody “ett”
          LI
            Lbl “2.”
        """,
    ),
    "a loose item of two paragraphs": (
        "<ol><li><p>ett</p><p>to</p></li></ol>",
        """
        L numbering=Decimal
          LI
            Lbl “1.”
            LBody
              P “ett”
              P “to”
        """,
    ),
    "a list in a list": (
        "<ul><li>ett<ul><li>to</li></ul></li></ul>",
        """
        L numbering=Disc
          LI
            Lbl “•”
            LBody
              “ett”
              L numbering=Circle
                LI
                  Lbl “◦”
                  LBody “to”
        """,
    ),
    "letters for numbers": (
        '<ol style="list-style: lower-alpha"><li>ett</li></ol>',
        """
        L numbering=LowerAlpha
          LI
            Lbl “a.”
            LBody “ett”
        """,
    ),
    "bullets of the author's own": (
        """<ul style="list-style: '– '"><li>ett</li></ul>""",
        """
        L numbering=None
          LI
            Lbl “–”
            LBody “ett”
        """,
    ),
    "a list without labels": (
        '<ul style="list-style: none"><li>ett</li></ul>',
        """
        L numbering=None
          LI
            LBody “ett”
        """,
    ),
    "terms and definitions": (
        "<dl><dt>A</dt><dt>B</dt><dd>en</dd><dd>to</dd><dt>C</dt><dd><p>tre</p></dd></dl>",
        """
        L numbering=None
          LI
            Lbl “A”
            Lbl “B”
            LBody “en”
            LBody “to”
          LI
            Lbl “C”
            LBody
              P “tre”
        """,
    ),
    "quotes, code and emphasis": (
        "<blockquote><p>En <q>to</q> <code>tre</code> <strong>fire</strong></p></blockquote>",
        """
        BlockQuote
          P
            “En ”
            Quote ““to””
            Code “tre”
            Span (Strong) “fire”
        """,
    ),
    "preformatted text": (
        "<pre><code>a\nb</code></pre>",
        """
        P
          Code “a b”
        """,
    ),
    "languages": (
        '<p>Si <span lang="en">please</span></p><div lang="nn"><p>Ikkje</p></div>'
        '<p lang="se">Bures</p>',
        """
        P
          “Si ”
          Span lang=en “please”
        Div lang=nn
          P “Ikkje”
        P lang=se “Bures”
        """,
    ),
    "an abbreviation": (
        '<p><abbr title="Kommunesektorens organisasjon">KS</abbr>, <abbr>NHO</abbr></p>',
        """
        P
          Span expansion=“Kommunesektorens organisasjon” “KS”
          “, ”
          “NHO”
        """,
    ),
    "a span without meaning": (
        "<p>en <span>to <em>tre</em> fire <em>fem</em> seks</span> sju</p>",
        """
        P
          “en ”
          “to ”
          Span (Em) “tre”
          “ fire ”
          Span (Em) “fem”
          “ seks”
          “ sju”
        """,
    ),
    "images that lack their words": (
        '<p><img src="kart.svg"/></p><p><svg xmlns="http://www.w3.org/2000/svg" role="img"'
        ' viewBox="0 0 9 9" width="9" height="9"><path d="M0 0h9v9z"/></svg></p>',
        """
        P
          Figure “Tromsø”
        P
          Figure
        """,
    ),
    "decoration": (
        '<p>Før<span aria-hidden="true">•</span></p><hr/><img alt="" src="kart.svg"/>'
        '<div aria-hidden="true"><p>Pynt</p></div><div><img role="none" src="kart.svg"/></div>',
        "P “Før”",
    ),
    "a table that only lays out": (
        '<table role="presentation"><tr><td>a</td><td>b</td></tr></table>',
        """
        P “a”
        P “b”
        """,
    ),
    "a caption that stands below is still heard first": (
        '<table><caption style="caption-side: bottom">C</caption><tr><td>a</td></tr></table>',
        """
        Table
          Caption “C”
          TR
            TD “a”
        """,
    ),
    "a head without a body": (
        "<table><thead><tr><th>a</th></tr></thead></table>",
        """
        Table
          TR
            TH scope=Column “a”
        """,
    ),
    "rows without a group below a head": (
        "<table><thead><tr><th>a</th></tr></thead><tr><td>b</td></tr><tr><td>c</td></tr></table>",
        """
        Table
          THead
            TR
              TH scope=Column “a”
          TBody
            TR
              TD headers=“a” “b”
            TR
              TD headers=“a” “c”
        """,
    ),
    "a figure in another language": (
        '<figure><img lang="en" alt="Map" src="kart.svg"/><figcaption>Kart</figcaption></figure>',
        """
        Figure lang=en alt=“Map”
          “T”
          “r”
          “o”
          “m”
          “s”
          “ø”
          Caption lang=nb “Kart”
        """,
    ),
    "an empty cell": (
        "<table><tr><th>a</th><th></th></tr><tr><td></td><td>d</td></tr></table>",
        """
        Table
          TR
            TH scope=Column “a”
            TH scope=Column
          TR
            TD headers=“a”
            TD “d”
        """,
    ),
    "a contents list": (
        '<nav role="doc-toc"><ol><li><a href="#a">A</a><ol><li><a href="#b">B</a></li></ol></li>'
        '</ol></nav><h1 id="a">A</h1><h2 id="b">B</h2>',
        """
        Sect
          TOC
            TOCI
              Lbl “1.”
              Reference ref=H1 “A”
                Link → H1 “A” on page 1 “A”
              TOC
                TOCI
                  Lbl “1.”
                  Reference ref=H2 “B”
                    Link → H2 “B” on page 1 “B”
        H1 “A”
        H2 “B”
        """,
    ),
    "a heading without a level, and a type that nobody knows": (
        '<div role="heading">A</div><p data-structure="Poem">B</p>',
        """
        H2 “A”
        P “B”
        """,
    ),
    "a title": ('<p data-structure="Title">Boka</p>', "P (Title) “Boka”"),
}


def _lines(wanted: str) -> list[str]:
    lines = [line for line in wanted.splitlines() if line.strip()]
    margin = len(lines[0]) - len(lines[0].lstrip())
    return [line[margin:] for line in lines]


@pytest.mark.parametrize("case", CASES)
def test_it_is_heard_as_what_it_is(tmp_path: Path, case: str) -> None:
    """The structure tree of one construct, line by line."""
    body, wanted = CASES[case]
    assert tree(tmp_path, body, images=IMAGES).splitlines() == _lines(wanted)


@pytest.mark.parametrize("caption", ["first", "last"])
def test_a_figure_is_one_element_with_its_caption(tmp_path: Path, caption: str) -> None:
    """Alternative and extent are the figure's; the caption is its first or last child."""
    image, words = '<img src="kart.svg" alt="Kart"/>', "<figcaption>Tromsø</figcaption>"
    body = f"<figure>{words + image if caption == 'first' else image + words}</figure>"
    lines = tree(tmp_path, body, images=IMAGES).splitlines()
    assert lines[0] == "Figure alt=“Kart”"
    assert lines[1 if caption == "first" else -1] == "  Caption “Tromsø”"


def test_a_caption_of_a_table_in_a_figure_is_the_tables(tmp_path: Path) -> None:
    """A figure that shows a table is a table."""
    body = "<figure><table><tr><td>a</td></tr></table><figcaption>C</figcaption></figure>"
    assert "Table\n    Caption “C”" in tree(tmp_path, body)


def test_a_note_is_heard_after_its_paragraph(tmp_path: Path) -> None:
    """Not in the middle of the sentence, and tied to its reference both ways."""
    body = (
        '<p>Før<a href="#n" id="r" role="doc-noteref">1</a><aside id="n" role="doc-footnote" '
        'style="float: footnote"><span data-structure="Lbl"><a role="doc-backlink" href="#r">1</a>'
        "</span><p>Noten.</p></aside> og <em>så</em> etter.</p>"
    )
    css = "::footnote-call, ::footnote-marker { content: none }"
    assert tree(tmp_path, body, css).splitlines() == _lines(
        """
        P
          “Før”
          Reference ref=Note “1Noten.”
            Link → Note “1Noten.” on page 1 “1”
          “ og ”
          Span (Em) “så”
          “ etter.”
        Note (FENote) ref=Reference “1”
          Lbl
            Link → Reference “1” on page 1 “1”
          P “Noten.”
        """
    )
