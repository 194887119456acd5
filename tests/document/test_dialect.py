"""What each element of the dialect becomes in the Document."""

import re
from pathlib import Path

import pytest
from lxml import etree

from bindery.document.model import text_of
from tests.shelf import SETTINGS, document_of


def xhtml(folder: Path, markdown: str, settings: str = SETTINGS) -> str:
    """One chapter of the Document, without its stamps and line breaks."""
    body = document_of(folder, markdown, settings=settings).body
    for block in body.iter():
        block.attrib.pop("data-source", None)
    written = etree.tostring(body[0], encoding="unicode")
    return written.replace(">\n", ">").replace("\n<", "<")


def test_every_block_is_stamped_with_its_line(tmp_path: Path) -> None:
    """A block knows the line it was written on, also below front matter."""
    markdown = "---\nshort-title: Kort\n---\n# Tittel\n\nFørste.\n\nAndre\nlinje.\n\n- punkt\n"
    chapter = document_of(tmp_path, markdown).body[0]
    stamps = [(block.tag, block.get("data-source")) for block in chapter]
    assert stamps == [
        ("h1", "manuscript/chapters/01.md:4"),
        ("p", "manuscript/chapters/01.md:6"),
        ("p", "manuscript/chapters/01.md:8"),
        ("ul", "manuscript/chapters/01.md:11"),
    ]


def test_a_table_gets_its_caption_and_its_headers(tmp_path: Path) -> None:
    """Column headers have ``scope="col"``, the first column ``scope="row"`` when asked for."""
    written = xhtml(
        tmp_path,
        ":::: {.table .row-headers #byer}\n| By | Fylke |\n|---|--:|\n| Bodø | Nordland |\n\n"
        "Byer i *nord*\n::::\n",
    )
    assert '<table id="byer"><caption>Byer i <em>nord</em></caption>' in written
    assert '<th scope="col">By</th>' in written
    assert '<th scope="row">Bodø</th><td class="align-right">Nordland</td>' in written


def test_a_figure_has_caption_and_long_description(tmp_path: Path) -> None:
    """The caption is the figure's last child and the description is tied to the image."""
    written = xhtml(
        tmp_path,
        ":::: {.figure #kart}\n![Kart](../figures/kart.svg)\n\nTromsø.\n\n"
        "::: long-description\nEn by.\n:::\n::::\n",
    )
    assert 'alt="Kart" aria-details="kart-beskrivelse"/><figcaption>Tromsø.</figcaption>' in written
    assert (
        '</figure><div class="long-description" role="group" aria-labelledby="merke.1"' in written
    )
    assert '<p class="label" id="merke.1">Beskrivelse av figuren</p><p>En by.</p>' in written


@pytest.mark.parametrize("said", ["", " ", "&nbsp;"])
def test_an_image_without_words_is_not_called_decoration(tmp_path: Path, said: str) -> None:
    """An alternative text of nothing, or of spaces, is left out for readers and checkers to see."""
    assert "alt=" not in xhtml(tmp_path, f"![{said}](../figures/kart.svg)\n")


def test_a_link_block_without_address_leads_to_the_source_and_says_so(tmp_path: Path) -> None:
    """An address the author does not have is never invented."""
    written = xhtml(tmp_path, "::: {.link-block kind=video}\nSe opptaket\n:::\n")
    assert '<a href="https://example.org/kilden">Se opptaket</a>' in written
    assert "Lenken går til kildesiden hos Kildeforlaget." in written


def test_a_link_block_without_address_and_source_is_no_link(tmp_path: Path) -> None:
    """A publication without a source page has nowhere to send the reader."""
    start, end = SETTINGS.index("[publication.source]"), SETTINGS.index("[[publication")
    without = SETTINGS[:start] + SETTINGS[end:]
    written = xhtml(tmp_path, "::: {.link-block kind=report}\nRapport\n:::\n", without)
    assert "<a " not in written
    assert "Adressen er ikke oppgitt." in written


@pytest.mark.parametrize(("title", "named"), [("Funn", True), ("Noter", False), ("NOTER", False)])
def test_a_chapter_called_notes_has_one_region_of_that_name(
    tmp_path: Path, title: str, named: bool
) -> None:
    """The section of its notes has no name, as it would be the chapter's own."""
    written = xhtml(tmp_path, f"# {title}\n\nTekst.[^1]\n\n[^1]: En note.\n")
    assert ('aria-labelledby="noter-1"' in written) == named


def test_a_link_block_with_address_leads_there(tmp_path: Path) -> None:
    """The author's address is the link's."""
    markdown = '::: {.link-block kind=report href="https://example.org/r"}\nRapport\n:::\n'
    written = xhtml(tmp_path, markdown)
    assert '<a href="https://example.org/r">Rapport</a>' in written
    assert "no-address" not in written


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("\"Hei 'du' der\"", "«Hei ‘du’ der»"),
        ('Se ["how to" do]{lang=en} det', 'Se <span lang="en">“how to” do</span> det'),
        ('::: {lang=en}\n"Hello"\n:::', "“Hello”"),
        ("tre -- fire ...", "tre – fire …"),
        ('[KS]{abbr="Kommunesektorens organisasjon"}', "<abbr title="),
        ("H~2~O og x^2^", "H<sub>2</sub>O og x<sup>2</sup>"),
        ("$x^2$", 'display="inline" alttext="x i andre">'),
        ("Box<T> og <b>fet</b>", "Box&lt;T&gt; og <strong>fet</strong>"),
        ("a<b>(b)</b>c", "a<strong>(b)</strong>c"),
        ("Før <!-- skjult --> etter", "Før  etter"),
        (
            "::: editor-note\nMerk.\n:::",
            'role="note" aria-labelledby="merke.1"><p class="label" id="merke.1">'
            "Redaksjonell merknad</p><p>Merk.</p>",
        ),
        (
            "::: key-message\nHusk.\n:::",
            'role="group" aria-labelledby="merke.1"><p class="label" id="merke.1">'
            "Kort sagt</p><p>Husk.</p>",
        ),
        ("Ord\n: Første\n\n  Andre", "<dd><p>Første</p><p>Andre</p></dd>"),
        (
            "::: editor-note\n### Merk {#merk}\n\nDette.\n:::",
            '<p class="label" id="merke.1">Redaksjonell merknad</p>'
            '<h3 id="merk">Merk</h3><p>Dette.</p>'
            '<p class="heard">Slutt på redaksjonell merknad.</p></aside>',
        ),
        ("Ord\n: En *forklaring*", "<dd>En <em>forklaring</em></dd>"),
        ("En\n*To*\n: Felles", "<dt>En</dt><dt><em>To</em></dt><dd>Felles</dd>"),
        ("# ★\n\nTekst", '<h1 id="overskrift-1">★</h1>'),
        ("|  | A |\n|--|--|\n| b | 1 |", '<tr><td/><th scope="col">A</th></tr>'),
        ("[\"a 'b'\" 'c']{lang=sms}", "\"a 'b'\" 'c'</span>"),
        ('Koster $5 i *$17* og "$6"', "Koster $5 i <em>$17</em> og «$6»"),
        ("<!-- a --> *Tekst* <!-- b -->", "<p><em>Tekst</em> </p>"),
    ],
)
def test_inline_and_block_elements(tmp_path: Path, markdown: str, expected: str) -> None:
    """Each construct of the dialect becomes the XHTML a reader depends on."""
    assert expected in xhtml(tmp_path, markdown)


def test_notes_are_worded_both_ways(tmp_path: Path) -> None:
    """A note has a heading above it, a number, and a way back that says where it goes."""
    written = xhtml(tmp_path, "Tekst.[^a]\n\n[^a]: Noten.\n")
    assert (
        '<a href="#note-1-1" id="noteref-1-1" role="doc-noteref" class="noteref">1</a>' in written
    )
    assert '<h2 id="noter-1">Noter</h2>' in written
    assert ">Tilbake til notereferansen 1</a>" in written


def test_names_are_unique_in_the_book_and_links_find_them(tmp_path: Path) -> None:
    """Two chapters may use the same heading; each link still goes where its author meant."""
    first = "# Start\n\n## Funn\n\n[her nede](#funn) [der borte](02.md#funn)\n"
    second = "# Slutt\n\n## Funn\n\n[min](#funn) [første](01.md#funn) [kapittelet](01.md)\n"
    document = document_of(tmp_path, first, second)
    links = [(text_of(link), link.get("href")) for link in document.body.iter("a")]
    assert links == [
        ("her nede", "#funn"),
        ("der borte", "#funn-2"),
        ("min", "#funn-2"),
        ("første", "#funn"),
        ("kapittelet", "#kapittel-1"),
    ]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "//x.no", "x.md", "java\tscript:a"]
)
def test_a_link_that_is_not_safe_leads_nowhere(tmp_path: Path, target: str) -> None:
    """No edition carries such a link. Its words are there, and their language."""
    document = document_of(tmp_path, f"Se [her](<{target}>) og [there](<{target}>){{lang=en}}.\n")
    assert [*document.body.iter("a")] == []
    assert [text_of(one) for one in document.body.iter("p")] == ["Se her og there."]
    assert [(one.text, one.get("lang")) for one in document.body.iter("span")] == [("there", "en")]


@pytest.mark.parametrize("target", ["#nei", "#", "", "01.md#nei", "nei.md"])
def test_a_link_that_leads_nowhere_is_words(tmp_path: Path, target: str) -> None:
    """Readers are not sent to a place that is not there."""
    document = document_of(tmp_path, f"Se [her](<{target}>).\n")
    assert [*document.body.iter("a")] == []
    assert [text_of(one) for one in document.body.iter("p")] == ["Se her."]


def test_an_address_that_is_not_whole_is_no_traceback(tmp_path: Path) -> None:
    """A bracket too many in a web address leaves the words of the link."""
    document = document_of(tmp_path, "[her](<http://[x>)\n")
    assert [text_of(one) for one in document.body.iter("p", "a")] == ["her"]


def test_a_title_has_no_note_numbers(tmp_path: Path) -> None:
    """Contents, running heads and the summary name the chapter, and not its note."""
    document = document_of(tmp_path, "# Først[^1] og *fremst*\n\n[^1]: Noten.\n")
    assert document.chapters[0].title == "Først og fremst"


def test_boxes_in_notes_have_names_of_their_own(tmp_path: Path) -> None:
    """Each is named by its own label, also where no line is known."""
    note = "[^{0}]: ::: editor-note\n    {0}.\n    :::\n\n"
    written = xhtml(tmp_path, "En[^a] og to.[^b]\n\n" + note.format("a") + note.format("b"))
    names = re.findall(r'aria-labelledby="(merke[^"]*)"><p class="label" id="([^"]*)"', written)
    assert names == [("merke.1", "merke.1"), ("merke.2", "merke.2")]


def test_no_heading_has_the_name_of_a_label(tmp_path: Path) -> None:
    """A box is named by its own label, and a heading with that name keeps it."""
    written = xhtml(tmp_path, "# A\n\n::: editor-note\nEn.\n:::\n\n## Ny {#merke.1}\n")
    names = re.findall(r'aria-labelledby="(merke[^"]*)"><p class="label" id="([^"]*)"', written)
    assert names == [("merke.2", "merke.2")]
    assert '<h2 id="merke.1">Ny</h2>' in written


@pytest.mark.parametrize("address", ["../figures/a.mp4", "https://a.no/b.mp3", "c.WEBM"])
def test_sound_and_film_are_boxes(tmp_path: Path, address: str) -> None:
    """Nothing is embedded or played: the words and the address are there."""
    made = xhtml(tmp_path, f"![Opptaket *her*]({address})")
    assert "<video" not in made
    assert "<audio" not in made
    assert "Opptaket her" in made
    assert address in made


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ("[]{#funn}\n\n## Funn", '<h2 id="funn"'),
        ("[]{#annet}\n\n## Funn", '<h2 id="funn"><span id="annet"/>Funn</h2>'),
        ("[]{#a} []{#b}\n\nTekst.", '<p id="a"><span id="b"/>Tekst.</p>'),
        ("[]{#liste}\n\n- a", '<ul id="liste">'),
        ("Ord []{#a}\n\nTekst.", '<p>Ord <span id="a"/></p>'),
    ],
)
def test_an_anchor_alone_names_what_follows(tmp_path: Path, markdown: str, wanted: str) -> None:
    """It is in no paragraph of its own, and a heading keeps its name."""
    made = xhtml(tmp_path, markdown)
    assert wanted in made
    assert "<p/>" not in made
    assert "funn-2" not in made


@pytest.mark.parametrize("name", ["example", "heard", "kind", "number", "label", "chapter", "x"])
def test_the_editions_own_classes_are_no_authors(name: str, tmp_path: Path) -> None:
    """A block, words or a heading that are called as the editions' own parts are not taken for one.

    bookdown's ``::: {.example}`` was once left out of what is read back.
    """
    written = xhtml(
        tmp_path, f"# T {{.{name}}}\n\n::: {{.{name} lang=en}}\n[A]{{.{name} lang=nn}} b\n:::\n"
    )
    assert '<div lang="en">' in written
    assert '<p><span lang="nn">A</span> b</p>' in written
    assert "<h1" in written
    assert f'class="{name}"' not in written.partition(">")[2]


def test_the_title_is_above_all_else(tmp_path: Path) -> None:
    """What is written above it comes below; a rule tells its author."""
    section = document_of(tmp_path, "Ingress.\n\n- a\n\n# Tittel\n\nTekst.\n").body[0]
    assert [block.tag for block in section] == ["h1", "p", "ul", "p"]


def test_a_link_without_words_has_the_title_of_what_it_leads_to(tmp_path: Path) -> None:
    """That of a chapter or a part, in its language. Out of the book it has its address."""
    first = "# Start\n\n[](02.md), [](02.md#ut), [](https://x.no) og [](nei.md).\n"
    second = "---\nlang: en\n---\n# Method *and* $x$[^1]\n\n## Choice {#ut}\n\n[^1]: N.\n"
    section = document_of(tmp_path, first, second).body[0]
    said = [(text_of(link), link[0].get("lang")) for link in section.iter("a") if len(link)]
    assert said == [("Method and x", "en"), ("Choice", "en"), ("https://x.no", None)]
