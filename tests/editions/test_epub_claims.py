"""What an e-book claims of its accessibility is held against its finished files."""

from dataclasses import replace
from datetime import UTC, datetime
from inspect import isfunction
from io import BytesIO

import pytest
from PIL import Image

from bindery.editions.epub.metadata import require_claims
from bindery.editions.epub.package import Package, Property, Resource, write
from bindery.finished import claims, lacking
from bindery.finished.claims import CLAIMS, NEEDS, Unborne
from bindery.finished.epub import read_epub
from bindery.vocabulary.errors import PipelineError

PAGE = """\
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="nb">
<head><title>{title}</title><link rel="stylesheet" href="stil.css"/></head>
<body>{body}</body>
</html>
"""
CHAPTER = PAGE.format(
    title="Byen",
    body="""\
<section role="doc-chapter">
<h1 id="byen">Byen</h1>
<p class="lead">Tekst.<span id="side-1" role="doc-pagebreak" aria-label="1"/></p>
<h2>Havna</h2>
<p>Mer.<span id="side-2" role="doc-pagebreak" aria-label="2"/></p>
<figure><img src="a.png" alt="Kart" aria-details="mer"/></figure>
<div id="mer">Byen ligger i nord.</div>
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Fjell"><rect/></svg>
<img class="decorative" src="a.png" alt=""/>
<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x"><mi>x</mi></math>
</section>""",
)
COVER = PAGE.format(title="Omslag", body='<section><img src="a.png" alt="Omslaget"/></section>')
NAVIGATION = PAGE.format(
    title="Innhold",
    body="""\
<nav epub:type="toc"><h1>Innhold</h1><ol><li><a href="a.xhtml#byen">Byen</a></li></ol></nav>
<nav epub:type="page-list"><h2>Sider</h2><ol>
<li><a href="a.xhtml#side-1">1</a></li>
<li><a href="a.xhtml#side-2">2</a></li>
</ol></nav>""",
)
STYLES = """\
:root { --tint: #e6f0ee; }
p { line-height: 1.6; margin: 0 0 1em; color: var(--tint); }
.nowhere { position: absolute; font-size: 12px; animation: blink 1s; }
@media print { p { font-size: 12pt; } }
@media (min-width: 40em) { p { border: 1px solid; } }
"""


def picture(frames: int) -> bytes:
    """A PNG of so many frames."""
    pictures = [Image.new("RGB", (4, 4), (40 * number, 0, 0)) for number in range(frames)]
    file = BytesIO()
    pictures[0].save(file, "PNG", save_all=frames > 1, append_images=pictures[1:])
    return file.getvalue()


EVERY_CLAIM: tuple[Property, ...] = tuple(
    (name, value, {}) for name, values in CLAIMS.items() for value in values
)
WHOLE = Package(
    language="nb",
    modified=datetime(2026, 11, 23, tzinfo=UTC),
    dublin_core=(),
    properties=(
        *EVERY_CLAIM,
        ("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", {"id": "a"}),
        ("a11y:certifiedBy", "Byrået", {"refines": "#a", "id": "b"}),
        ("dcterms:date", "2026-11-20", {"refines": "#b"}),
        ("pageBreakSource", "bok.pdf", {}),
        ("title-type", "main", {"refines": "#tittel"}),
    ),
    resources=(
        Resource("omslag.xhtml", "application/xhtml+xml", COVER.encode(), (), in_spine=True),
        Resource("a.xhtml", "application/xhtml+xml", CHAPTER.encode(), (), in_spine=True),
        Resource("nav.xhtml", "application/xhtml+xml", NAVIGATION.encode(), ("nav",)),
        Resource("stil.css", "text/css", STYLES.encode()),
        Resource("a.png", "image/png", picture(1)),
    ),
)


def twin(file: str, old: str, new: str) -> Package:
    """The whole book with ``old`` in one file become ``new``."""
    (changed,) = (one for one in WHOLE.resources if one.name == file)
    text = changed.content.decode()
    assert old in text
    broken = replace(changed, content=text.replace(old, new).encode())
    resources = (broken if one is changed else one for one in WHOLE.resources)
    return replace(WHOLE, resources=tuple(resources))


def unborne(package: Package) -> tuple[Unborne, ...]:
    """Every claim in ``package`` as it is written that its files do not bear out."""
    return claims.unborne(read_epub(write(package)))


def broken(package: Package) -> set[tuple[str, str]]:
    """The claims that are not borne out, and in which file."""
    return {(one.value, one.file.partition(": ")[0]) for one in unborne(package)}


def test_what_a_claim_needs_is_told_of_each_that_is_looked_for() -> None:
    """Of every function that finds what lacks something, and of no other."""
    looks = {name for name, one in vars(lacking).items() if isfunction(one) and name[0] != "_"}
    assert set(NEEDS) == {one for one in looks if vars(lacking)[one].__module__ == lacking.__name__}


def test_a_book_that_has_all_it_claims_is_whole() -> None:
    """Every claim there is can be borne out at once, and is."""
    assert unborne(WHOLE) == ()
    require_claims(write(WHOLE))


WORDS = {("textual", "a.xhtml"), ("alternativeText", "a.xhtml")}
MOVES = {(value, "a.xhtml") for value in ("none", "noFlashingHazard", "noMotionSimulationHazard")}
SOUNDS = {(value, "a.xhtml") for value in ("textual,visual", "textual", "none", "noSoundHazard")}


@pytest.mark.parametrize(
    ("old", "new", "unproven"),
    [
        (' alt="Kart"', "", WORDS),
        (' alt="Kart"', ' alt=" "', WORDS),
        (' alt="Kart"', ' alt=""', WORDS),
        (' aria-label="Fjell"', "", WORDS),
        (' aria-label="Fjell"', ' aria-labelledby="borte"', WORDS),
        (' alttext="x"', "", WORDS),
        ("<p>Mer.", '<p><canvas id="c"/>Mer.', WORDS | MOVES),
        ('id="mer"', 'id="mor"', {("longDescription", "a.xhtml")}),
        (">Byen ligger i nord.", ">", {("longDescription", "a.xhtml")}),
        (' aria-details="mer"', "", {("longDescription", "content.opf")}),
        ("http://www.w3.org/1998/Math/MathML", "urn:x", {("MathML", "content.opf")}),
        ("h2>", "h3>", {("structuralNavigation", "a.xhtml")}),
        ("h2>", "h1>", {("structuralNavigation", "a.xhtml")}),
        ('<h1 id="byen">Byen</h1>', '<h2 id="byen">B</h2>', {("structuralNavigation", "a.xhtml")}),
        ('id="byen"', 'id="bygd"', {("tableOfContents", "nav.xhtml")}),
        ('aria-label="2"', "", {("pageBreakMarkers", "a.xhtml")}),
        (
            'id="side-2"',
            "",
            {("pageBreakMarkers", "a.xhtml"), ("pageNavigation", "nav.xhtml")},
        ),
        ('id="side-2"', 'id="side-3"', {("pageNavigation", "nav.xhtml")}),
        ("<rect/>", '<rect><animate attributeName="x"/></rect>', MOVES),
        ("<p>Mer.", "<p><script/>Mer.", MOVES),
        ("<rect/>", "<style>rect { animation: blink 1s }</style><rect/>", MOVES),
        ("<p>Mer.", '<p style="animation: blink 1s">Mer.', MOVES),
        ("<p>Mer.", '<p><audio src="a.mp3"/>Mer.', SOUNDS),
        ("<p>Mer.", '<p><video src="a.mp4"/>Mer.', SOUNDS),
        ("<p>Mer.", '<p style="font-size: 9px">Mer.', {("displayTransformability", "a.xhtml")}),
        ("<p>Mer.", '<p style="position: absolute">Mer.', {("readingOrder", "a.xhtml")}),
    ],
)
def test_a_document_that_lacks_what_is_claimed_is_told(
    old: str, new: str, unproven: set[tuple[str, str]]
) -> None:
    """Each defect unproves the claims that rest on it, and no other."""
    assert broken(twin("a.xhtml", old, new)) == unproven


@pytest.mark.parametrize(
    ("old", "new", "value"),
    [
        (' epub:type="toc"', "", "tableOfContents"),
        ("a.xhtml#byen", "b.xhtml#byen", "tableOfContents"),
        (' epub:type="page-list"', "", "pageNavigation"),
        ('<li><a href="a.xhtml#side-2">2</a></li>', "", "pageNavigation"),
        ("a.xhtml#side-2", "a.xhtml#byen", "pageNavigation"),
        ("#side-1", "#side-9", "pageNavigation"),
    ],
)
def test_navigation_leads_to_what_it_names(old: str, new: str, value: str) -> None:
    """A list that is not there, not whole or leads nowhere is no way through the book."""
    assert broken(twin("nav.xhtml", old, new)) == {(value, "nav.xhtml")}


@pytest.mark.parametrize(
    ("style", "value"),
    [
        ("p { font-size: 12px }", "displayTransformability"),
        ("p { font: 12pt serif }", "displayTransformability"),
        ("p { line-height: 18PX }", "displayTransformability"),
        (":root { --size: 12px } p { font-size: var(--size, 1em) }", "displayTransformability"),
        ("p { color: black !important }", "displayTransformability"),
        ("p { text-align: justify !important }", "displayTransformability"),
        ("@media (min-width: 40em) { p { letter-spacing: 1px } }", "displayTransformability"),
        ("section { & p { word-spacing: 1px } }", "displayTransformability"),
        (".lead { position: absolute }", "readingOrder"),
        ("section { p { position: fixed } }", "readingOrder"),
        ("section { flex-direction: column-reverse }", "readingOrder"),
        ("p { order: 2 }", "readingOrder"),
        ("p { grid-row: 1 }", "readingOrder"),
        ("p::unheard-of(x) { position: absolute }", "readingOrder"),
    ],
)
def test_a_style_that_takes_something_from_readers_is_told(style: str, value: str) -> None:
    """Only where it meets an element: a rule for nothing does nothing."""
    assert broken(twin("stil.css", ":root", f"{style}\n:root")) == {(value, "stil.css")}


def test_words_on_a_drawing_may_be_fixed() -> None:
    """They are part of a picture; what is written around it is not."""
    drawn = "svg, svg * { font-family: serif !important }\n:root"
    assert unborne(twin("stil.css", ":root", drawn)) == ()
    assert unborne(twin("stil.css", ":root", drawn.replace("svg *", "p")))


def test_a_style_that_animates_is_told() -> None:
    """Movement may come from a style as well as from a picture."""
    package = twin("stil.css", ":root", "p { animation: blink 1s infinite }\n:root")
    assert broken(package) == {(value, "stil.css") for value, _ in MOVES}


def test_a_picture_of_several_frames_is_told() -> None:
    """An animated PNG looks like any other from outside."""
    moving = Resource("b.png", "image/png", picture(3))
    package = replace(WHOLE, resources=(*WHOLE.resources, moving))
    assert broken(package) == {(value, "b.png") for value, _ in MOVES}


def test_a_lock_is_told() -> None:
    """A book with rights management is not unlocked."""
    lock = Resource("META-INF/encryption.xml", "application/xml", b"<encryption/>")
    package = replace(WHOLE, resources=(*WHOLE.resources, lock))
    assert broken(package) == {("unlocked", "META-INF/encryption.xml")}


def without(name: str) -> Package:
    """The whole book without one property of its package."""
    kept = tuple(one for one in WHOLE.properties if one[0] != name)
    assert kept != WHOLE.properties
    return replace(WHOLE, properties=kept)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("a11y:certifiedBy", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"),
        ("dcterms:date", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"),
        ("pageBreakSource", "pageNavigation"),
    ],
)
def test_a_claim_names_what_it_rests_on(name: str, value: str) -> None:
    """Nobody conforms by themselves, and pages are of something."""
    assert broken(without(name)) == {(value, "content.opf")}


def test_an_empty_book_bears_out_nothing_it_would_have_to_show() -> None:
    """No text, images, roles, formulas, markers or lists: each claim of them is told."""
    empty = PAGE.format(title="Tom", body="")
    page = Resource("a.xhtml", "application/xhtml+xml", empty.encode(), (), in_spine=True)
    package = replace(WHOLE, resources=(page,))
    package = replace(
        package, resources=(replace(page, content=empty.replace("Tom", "").encode()),)
    )
    assert {value for value, file in broken(package) if file == "content.opf"} == {
        "textual",
        "visual",
        "tableOfContents",
        "ARIA",
        "alternativeText",
        "longDescription",
        "MathML",
        "pageBreakMarkers",
        "pageNavigation",
    }


def test_a_fixed_layout_cannot_be_changed() -> None:
    """EPUB's pre-paginated layout keeps every reader to one size."""
    layout: Property = ("rendition:layout", "pre-paginated", {})
    package = replace(WHOLE, properties=(*WHOLE.properties, layout))
    assert broken(package) == {("displayTransformability", "content.opf")}


def test_a_claim_nobody_can_look_for_is_not_made() -> None:
    """A feature without a way to see it would only be asserted."""
    asserted: Property = ("schema:accessibilityFeature", "signLanguage", {})
    package = replace(WHOLE, properties=(*WHOLE.properties, asserted))
    assert broken(package) == {("signLanguage", "content.opf")}


def test_a_book_that_does_not_claim_is_not_asked() -> None:
    """Without the claim, the defect is other checks' affair."""
    package = twin("a.xhtml", ' alt="Kart"', "")
    unclaimed = tuple(one for one in package.properties if "access" not in one[0])
    assert unborne(replace(package, properties=unclaimed)) == ()


def test_the_build_stops_with_a_sentence() -> None:
    """It says which claim, which file, what it takes, and where to mend it."""
    with pytest.raises(PipelineError) as stopped:
        require_claims(write(twin("stil.css", ":root", "p { font-size: 12px }\n:root")))
    said = stopped.value.what.nb
    assert "accessibilityFeature: displayTransformability" in said
    assert "stil.css: p { font-size }" in said
    assert "faste mål" in said
    assert "templates/" in stopped.value.next.nb


def test_a_document_that_is_not_xml_stops_the_build_too() -> None:
    """A template of the book's own that leaves an element open gives no traceback."""
    with pytest.raises(PipelineError, match=r"a\.xhtml"):
        require_claims(write(twin("a.xhtml", "</section>", "")))
