"""What a rule's page is too short to show."""

from pathlib import Path

import pytest

from bindery.document import dialect
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.rules.manuscript import (
    RULES,
    alt_text_says_what_is_shown,
    characters_have_glyphs,
    drawing_loses_nothing,
    fenced_div_is_known,
    image_has_alt_text,
    image_is_in_the_manuscript,
    image_is_readable,
    language_is_known,
    link_text_says_where,
    no_active_content,
    no_control_characters,
    table_is_whole,
)
from bindery.vocabulary.findings import Finding
from tests.rules.books import manuscript_of
from tests.shelf import DRAWING, SETTINGS, write_book

CHAPTER = "chapters/01.md"


def _found(folder: Path, text: str, **files: str) -> list[Finding]:
    manuscript = manuscript_of(folder, {CHAPTER: f"# T\n\n{text}\n", **files})
    return [finding for rule in RULES for finding in rule.find(manuscript)]


def _names(folder: Path, text: str, **files: str) -> list[str]:
    return [finding.rule for finding in _found(folder, text, **files)]


def test_a_link_in_the_file_system_leads_out_of_the_manuscript(tmp_path: Path) -> None:
    """An image whose bytes are elsewhere is not in the manuscript, whatever its path says."""
    book = write_book(tmp_path / "bok", "# T\n\n![Alta fra fjorden](../figures/ute.svg)\n")
    (tmp_path / "ute.svg").write_text(DRAWING, encoding="utf-8")
    (book / "manuscript/figures").mkdir()
    (book / "manuscript/figures/ute.svg").symlink_to(tmp_path / "ute.svg")
    loaded = load(book)
    assert loaded.publication is not None
    manuscript = read_source(loaded.publication)
    found = [finding.rule for rule in RULES for finding in rule.find(manuscript)]
    assert found == [image_is_in_the_manuscript.RULE.name]


@pytest.mark.parametrize("source", ["file:///tmp/a.svg", "C:/bilder/a.svg", "/tmp/a.svg"])
def test_a_path_on_one_machine_is_outside(tmp_path: Path, source: str) -> None:
    """A file address and a drive are no web addresses."""
    assert _names(tmp_path, f"![Alta fra fjorden]({source})") == ["image-is-in-the-manuscript"]


def test_findings_have_columns(tmp_path: Path) -> None:
    """An editor can put the cursor on the image itself."""
    (finding,) = image_has_alt_text.find(
        manuscript_of(tmp_path, {CHAPTER: "# T\n\nEt bilde ![](../figures/kart.svg) her.\n"})
    )
    assert (finding.location.line, finding.location.column) == (3, 10)


@pytest.mark.parametrize(
    "alt",
    ["kart", "foto-17", "DSC_0042", "skjermbilde 3", "Illustrasjon.", "a photo", "norge.SVG"],
)
def test_these_say_nothing_of_an_image(tmp_path: Path, alt: str) -> None:
    """File names, numbers of cameras and kinds of images."""
    manuscript = manuscript_of(
        tmp_path,
        {CHAPTER: f"# T\n\n![{alt}](../figures/foto-17.svg)\n", "figures/foto-17.svg": DRAWING},
    )
    assert [*alt_text_says_what_is_shown.find(manuscript)]


@pytest.mark.parametrize(
    "alt", ["Kart over Norge", "Logoen til KS", "Tromsø 2019", "Foto-17 i bruk"]
)
def test_these_say_something(tmp_path: Path, alt: str) -> None:
    """A kind of image may be the first word of a text that goes on."""
    assert _names(tmp_path, f"![{alt}](../figures/kart.svg)") == []


@pytest.mark.parametrize(
    "text", ["her", "HER", "»Les mer«", "Klikk her!", "les meir", "Read more …"]
)
def test_these_lead_anywhere(tmp_path: Path, text: str) -> None:
    """Capitals, marks and arrows around them make no difference."""
    manuscript = manuscript_of(tmp_path, {CHAPTER: f"# T\n\n[{text}](https://example.org)\n"})
    assert [*link_text_says_where.find(manuscript)]


@pytest.mark.parametrize(
    "text",
    [
        '[NHO](https://example.org){abbr="Organisasjonen"}',
        "![Alta by](../figures/foto.png){kind=video}",
        "::: {.key-message width=50%}\na\n:::",
    ],
)
def test_a_key_is_known_where_it_means_something(tmp_path: Path, text: str) -> None:
    """What one element takes is lost on another."""
    assert _names(tmp_path, text) == ["attributes-are-known"]


def test_a_table_in_a_list_is_not_the_table_of_its_block(tmp_path: Path) -> None:
    """A caption goes to a table that stands directly in the block."""
    text = "::: table\n- | a | b |\n  |---|---|\n  | 1 | 2 |\n\nTeksten.\n:::"
    assert _names(tmp_path, text) == ["table-is-whole"]


@pytest.mark.parametrize("target", ["java&Tab;script:b", "JavaScript:b", "vbscript:b", "data:a,b"])
def test_a_scheme_is_read_as_browsers_read_it(tmp_path: Path, target: str) -> None:
    """White space inside it and capitals make no difference."""
    assert _names(tmp_path, f"[Opptaket fra møtet]({target})") == ["link-is-safe"]


@pytest.mark.parametrize("tag", ["", "x", "Norsk", "en_GB", "engelsk", "dk", "eng", "en-", "qq1"])
def test_these_are_no_languages(tmp_path: Path, tag: str) -> None:
    """Tags that are malformed, countries, or longer than the registered code."""
    manuscript = manuscript_of(tmp_path, {CHAPTER: f'# T\n\n[a]{{lang="{tag}"}}\n'})
    assert [*language_is_known.find(manuscript)]


@pytest.mark.parametrize(
    "tag", ["nb", "nn-NO", "en-GB-oxendict", "se", "sma", "zh-Hant-TW", "x-ab"]
)
def test_private_tags_alone_are_not_languages_and_the_rest_are(tmp_path: Path, tag: str) -> None:
    """Regions, scripts and variants are well-formed; a private tag tells no voice anything."""
    manuscript = manuscript_of(tmp_path, {CHAPTER: f"# T\n\n[a]{{lang={tag}}}\n"})
    assert bool([*language_is_known.find(manuscript)]) == tag.startswith("x-")


@pytest.mark.parametrize(
    "line", ["|x| er absoluttverdien av x", "enten | eller", "`|---|`", "$|a| + |b|$"]
)
def test_a_bar_makes_no_table(tmp_path: Path, line: str) -> None:
    """Bars are in mathematics and in prose, too."""
    assert [*table_is_whole.find(manuscript_of(tmp_path, {CHAPTER: f"# T\n\n{line}\n"}))] == []


@pytest.mark.parametrize(
    "drawing",
    [
        '<g onload="a()"/>',
        "<foreignObject/>",
        "<style>rect { background: image-set('a.png' 1x) }</style>",
        r"<style>rect { fill: u\72l(//a.no/b#c) }</style>",
        '<rect fill="src(&quot;//a.no/b&quot;)"/>',
        '<image href="data:text/html,a"/>',
        '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="b.svg#c"/>',
        '<rect style="fill:url(https://example.org/a.svg#b)"/>',
        "<style>rect { background: url('a.png') }</style>",
        '<a href="java&#10;script:a()"/>',
    ],
)
def test_these_run_or_fetch_in_a_drawing(tmp_path: Path, drawing: str) -> None:
    """One finding, in the drawing, at the line where it stands."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">\n{drawing}\n</svg>'
    manuscript = manuscript_of(tmp_path, {CHAPTER: "# T\n", "figures/a.svg": svg})
    (finding,) = no_active_content.find(manuscript)
    assert str(finding.location) == "manuscript/figures/a.svg:2"


@pytest.mark.parametrize(
    "drawing",
    [
        '<a href="https://example.org"><text>a</text></a>',
        "<switch><foreignObject/><text>a</text></switch>",
        '<image href="data:image/png;base64,AA"/>',
        "<style>@namespace url(http://www.w3.org/2000/svg); rect { fill: url('#a') }</style>",
        "<style>@font-face { src: url(https://example.org/a.woff2) }</style>",
        '<g data-url="url(a.png)" xmlns:i="i" i:href="a.png"/>',
    ],
)
def test_these_run_and_fetch_nothing_in_a_drawing(tmp_path: Path, drawing: str) -> None:
    """A link waits for its reader, and what is in the file is not fetched."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">\n{drawing}\n</svg>'
    manuscript = manuscript_of(tmp_path, {CHAPTER: "# T\n", "figures/a.svg": svg})
    assert [*no_active_content.find(manuscript)] == []


@pytest.mark.parametrize(
    ("drawing", "told"),
    [
        ('<a href="https://example.org"><text>a</text></a>', True),
        ('<a href="#a"><text>a</text></a>', False),
        ('<rect filter="url(#f)"/><filter id="f"><feGaussianBlur/></filter>', True),
        ('<rect filter="url(#f)"/><filter id="f"><feOffset dx="1"/></filter>', False),
        ('<rect style="clip-path: circle(1px)"/>', True),
        ('<rect style="mix-blend-mode: multiply"/>', True),
        ('<g mask="url(#m)"/><mask id="m"><rect fill="gray" width="9" height="9"/></mask>', True),
        ('<g mask="url(#m)"/><mask id="m"><rect fill="#fff" width="9" height="9"/></mask>', False),
        ("<style>@media (min-width: 9em) { rect { fill: red } }</style>", True),
        ("<style>@media screen { rect { fill: red } }</style>", False),
    ],
)
def test_what_a_drawing_loses_is_told(tmp_path: Path, drawing: str, told: bool) -> None:
    """Links in every edition, and in print what WeasyPrint does not draw."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n{drawing}\n</svg>'
    text = "# T\n\n![a](../figures/a.svg)\n"
    manuscript = manuscript_of(tmp_path, {CHAPTER: text, "figures/a.svg": svg})
    assert bool([*drawing_loses_nothing.find(manuscript)]) is told


def test_a_style_sheet_of_a_drawing_is_fetched(tmp_path: Path) -> None:
    """It stands before the root element, where a walk of the tree does not come."""
    svg = '<?xml-stylesheet href="a.css"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'
    manuscript = manuscript_of(tmp_path, {CHAPTER: "# T\n", "figures/a.svg": svg})
    assert [finding.location.line for finding in no_active_content.find(manuscript)] == [1]


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<IFRAME src=a>", "html-is-whole"),
        ("<script>a()", "html-is-whole"),
        ("<form>", "html-is-whole"),
        ("<script>a()</script>", "script-is-left-out"),
        ("<img src=a onerror=b>", "html-is-known"),
        ("<form action=a>b</form>", "html-is-known"),
        ("<a href='java&#115;cript:b'>c</a>", "link-is-safe"),
        ('<a href="java\tscript:b">c</a>', "link-is-safe"),
        ('<iframe title="a" src="javascript:b"></iframe>', "link-is-safe"),
    ],
)
def test_html_that_runs_does_not_run(tmp_path: Path, html: str, rule: str) -> None:
    """It is left out or printed as text, which is said; an address goes through the same rules."""
    assert rule in _names(tmp_path, f"En {html} her.")


def test_a_photograph_cut_short_is_not_whole(tmp_path: Path) -> None:
    """A download that broke off is found before a reader finds it."""
    whole = manuscript_of(tmp_path / "a", {CHAPTER: "# T\n\n![Alta by](../figures/foto.png)\n"})
    assert [*image_is_readable.find(whole)] == []
    photograph = whole.publication.images["manuscript/figures/foto.png"]
    book = write_book(
        tmp_path / "b",
        "# T\n\n![Alta by](../figures/foto.png)\n",
        files={"figures/foto.png": photograph[:-20]},
    )
    loaded = load(book)
    assert loaded.publication is not None
    assert [*image_is_readable.find(read_source(loaded.publication))]


def test_a_note_beside_the_image_of_a_figure_would_be_lost(tmp_path: Path) -> None:
    """Neither caption nor image, it has no place in the figure."""
    figure = "::: figure\n![Alta by](../figures/foto.png)[^1]\n:::\n\n[^1]: Noten."
    assert _names(tmp_path, figure) == ["figure-has-one-image"]


def test_control_characters_are_found_where_they_stand(tmp_path: Path) -> None:
    """Typed in a chapter, or escaped in the settings."""
    settings = SETTINGS.replace("Om å prøve", "Om å\\u0007 prøve")
    loaded = load(write_book(tmp_path, "# T\n\nEt\x0bord.\n", settings=settings))
    assert loaded.publication is not None
    found = no_control_characters.find(read_source(loaded.publication))
    assert [str(finding.location) for finding in found] == [
        "manuscript/publication.toml:3",
        "manuscript/chapters/01.md:3:3",
    ]


def test_a_title_needs_glyphs_too(tmp_path: Path) -> None:
    """The title page is printed as the chapters are."""
    settings = SETTINGS.replace("Om å prøve", "Om 東")
    loaded = load(write_book(tmp_path, "# T\n", settings=settings))
    assert loaded.publication is not None
    (finding,) = characters_have_glyphs.find(read_source(loaded.publication))
    assert str(finding.location) == "manuscript/publication.toml:3"


def test_a_script_is_reported_once(tmp_path: Path) -> None:
    """At its first line, with how many lines it is on; a sign that no script owns, once too."""
    text = "# T\n\nこんにちは、⌘ 你好\n\nไทย ⌘ ⌥ こ\n\n你\n"
    found = [*characters_have_glyphs.find(manuscript_of(tmp_path, {"chapters/01.md": text}))]
    told = [
        (one.location.line, one.location.column, one.message.en.partition(". They")[0])
        for one in found
    ]
    assert told == [
        (3, 7, "The typeface has no ⌘ (U+2318). Readers get an empty box."),
        (5, 7, "The typeface has no ⌥ (U+2325). Readers get an empty box."),
        (3, 1, "The typefaces do not have the letters “こんにちは” (Hiragana)"),
        (3, 9, "The typefaces do not have the letters “你好” (Han)"),
        (5, 1, "The typefaces do not have the letters “ไทย” (Thai)"),
    ]
    assert found[2].message.en.endswith("They are used on 2 lines, and readers get empty boxes.")


def test_what_is_never_drawn_needs_no_glyph(tmp_path: Path) -> None:
    """Soft hyphens, joiners and variation selectors are seen by nobody."""
    assert (
        _names(tmp_path, "Nærings\u00adutvikling a\u200db c\ufe0f d\u2060e f\ufe05 g\u180eh.") == []
    )


def test_every_kind_of_block_that_the_document_knows_is_known() -> None:
    """A block that gets its label in an edition is not reported as unknown."""
    known = {*fenced_div_is_known.KINDS, *fenced_div_is_known.CARRIERS}
    assert set(dialect._DIVS) <= known


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org){href=b}",
        "![Alta by](../figures/kart.svg){src=b}",
        "[a]{:b=c}",
        "[a]{b:c=d}",
        "::: {.link-block}\n- a\n:::",
        "a\ufffeb",
    ],
)
def test_what_no_document_shows_as_it_is_meant_makes_a_draft(tmp_path: Path, text: str) -> None:
    """Each of these once ended in a traceback."""
    drafting = {rule.name for rule in RULES if rule.makes_draft}
    assert drafting.intersection(_names(tmp_path, text))
