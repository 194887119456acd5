"""The e-book's package, navigation and documents."""

import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree

from bindery.editions.epub import MAKES_EPUB
from bindery.editions.making import Made
from tests.shelf import SETTINGS, document_of, workshop_for

PRINTED = Made(b"", 1)
"""A PDF of which nothing is known, neither its pages nor its cover."""

OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}


def opened(folder: Path, *chapters: str, settings: str = SETTINGS) -> zipfile.ZipFile:
    """The EPUB of a book of ``chapters``."""
    document = document_of(folder, *chapters, settings=settings)
    made = MAKES_EPUB.make(document, workshop_for(document, folder), {"pdf": PRINTED})
    return zipfile.ZipFile(BytesIO(made.content))


def meta(epub: zipfile.ZipFile, name: str) -> list[str]:
    """What the package document says of one property."""
    package = etree.fromstring(epub.read("EPUB/content.opf"))
    found = package.findall(f".//opf:meta[@property='{name}']", OPF)
    return [element.text or "" for element in found]


def test_the_mimetype_comes_first_and_is_stored(tmp_path: Path) -> None:
    """OCF 3.3, 4.2.2: a reading system finds the type at a fixed place."""
    first = opened(tmp_path, "# A\n").infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_the_package_has_its_language_and_no_toc_attribute(tmp_path: Path) -> None:
    """EbookLib leaves the first out and writes the second for an NCX that is not there."""
    package = etree.fromstring(opened(tmp_path, "# A\n").read("EPUB/content.opf"))
    assert package.get("{http://www.w3.org/XML/1998/namespace}lang") == "nb"
    spine = package.find("opf:spine", OPF)
    assert spine is not None
    assert "toc" not in spine.attrib


def test_each_document_is_called_what_its_heading_says(tmp_path: Path) -> None:
    """Nordic guidelines 2025-1: the title of a document is its main heading."""
    page = opened(tmp_path, "# Først *og* sist\n").read("EPUB/kapittel-1.xhtml").decode()
    assert "<title>Først og sist</title>" in page


def test_features_are_counted_never_assumed(tmp_path: Path) -> None:
    """A book without images claims no alternative text; with a formula it claims MathML."""
    plain = meta(opened(tmp_path / "a", "# A\n"), "schema:accessibilityFeature")
    formula = meta(opened(tmp_path / "b", "# A\n\n$x$\n"), "schema:accessibilityFeature")
    assert "alternativeText" not in plain
    assert "MathML" not in plain
    assert "MathML" in formula


def test_an_image_without_alternative_is_not_sufficient_as_text(tmp_path: Path) -> None:
    """Text alone is said to be sufficient only where every image has words."""
    named = "# A\n\n![Kart](../figures/kart.svg)\n"
    nameless = "# A\n\n![](../figures/kart.svg)\n"
    assert "textual" in meta(opened(tmp_path / "a", named), "schema:accessModeSufficient")
    assert "textual" not in meta(opened(tmp_path / "b", nameless), "schema:accessModeSufficient")


def test_a_drawing_is_on_the_page_with_its_alternative(tmp_path: Path) -> None:
    """Only an SVG in the page gets the book's typeface; its words are still its alternative."""
    epub = opened(tmp_path, "# A\n\n![Kart](../figures/kart.svg)\n")
    page = epub.read("EPUB/kapittel-1.xhtml").decode()
    assert 'role="img" aria-label="Kart"' in page
    assert "font-family" not in page
    assert 'id="tegning-1-by"' in page


def test_fonts_are_subsets_of_what_is_used(tmp_path: Path) -> None:
    """No face the book does not use, and few letters of those it does."""
    fonts = [n for n in opened(tmp_path, "# A\n\nb\n").namelist() if n.endswith(".woff2")]
    assert fonts == ["EPUB/fonts/Andika-Regular.woff2", "EPUB/fonts/Andika-Bold.woff2"]


def test_links_between_chapters_lead_to_their_files(tmp_path: Path) -> None:
    """A link to another chapter's heading names the file it is in."""
    epub = opened(tmp_path, "# A\n\n[b](02.md#der)\n", "# B\n\n## Der {#der}\n")
    assert 'href="kapittel-2.xhtml#der"' in epub.read("EPUB/kapittel-1.xhtml").decode()
