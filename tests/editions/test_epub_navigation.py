"""Ways into the e-book: contents, page list, landmarks, lists of figures and of tables."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from lxml import etree
from PIL import Image

from bindery.document.contents import PageStart
from bindery.editions.epub import MAKES_EPUB
from tests.editions.pages_of import spine
from tests.editions.test_epub import PRINTED, opened
from tests.shelf import SETTINGS, document_of, workshop_for

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
BOOK = (
    "# Første\n\n## Kart\n\n:::: {.figure}\n![Kart](../figures/kart.svg)\n\nKart over byen.[^1]\n"
    "::::\n\n[^1]: En note.\n",
    "# Andre\n\n:::: {.table #byer}\n| By | Fylke |\n|---|---|\n| Bodø | Nordland |\n\n"
    "Byer\n::::\n",
)


def navs(epub: zipfile.ZipFile) -> dict[str, list[tuple[str, str]]]:
    """The links of each ``nav``, by its type: text and address."""
    tree = etree.fromstring(epub.read("EPUB/navigasjon.xhtml"))
    return {
        nav.get(EPUB_TYPE) or "": [
            ("".join(link.itertext()), link.get("href") or "") for link in nav.iter("{*}a")
        ]
        for nav in tree.iter("{*}nav")
    }


def test_each_list_is_there_where_it_has_entries(tmp_path: Path) -> None:
    """Contents with sections, landmarks, figures and tables; no list is empty."""
    found = navs(opened(tmp_path / "a", *BOOK))
    assert found["toc"] == [
        ("Første", "kapittel-1.xhtml#kapittel-1"),
        ("Kart", "kapittel-1.xhtml#kart"),
        ("Andre", "kapittel-2.xhtml#kapittel-2"),
        ("Om denne utgaven", "kolofon.xhtml#bok-kolofon"),
    ]
    assert [text for text, _ in found["landmarks"]] == [
        "Tittelside",
        "Innhold",
        "Start på teksten",
        "Om denne utgaven",
    ]
    assert found["loi"] == [("Kart over byen.", "kapittel-1.xhtml#kapittel-1-figure-1")]
    assert found["lot"] == [("Byer", "kapittel-2.xhtml#byer")]
    assert set(navs(opened(tmp_path / "b", "# A\n"))) == {"toc", "landmarks"}


def test_formulas_and_images_are_words_in_the_contents(tmp_path: Path) -> None:
    """A reading system that shows entries as plain text shows each formula once, in words."""
    drawing = "![En stjerne](../figures/kart.svg)"
    found = navs(opened(tmp_path, f"# Om $x^2$\n\n## {drawing} og $y$\n\nTekst.\n"))
    assert [text for text, _ in found["toc"][:2]] == ["Om x i andre", "En stjerne og y"]


def test_every_link_leads_somewhere(tmp_path: Path) -> None:
    """Whatever links to a place in the book, the file and the place are there."""
    epub = opened(tmp_path, *BOOK)
    assert list(lost(epub)) == []


def lost(epub: zipfile.ZipFile) -> Iterator[str]:
    """The links that lead nowhere."""
    names = [*spine(epub), "navigasjon.xhtml"]
    trees = {name: etree.fromstring(epub.read(f"EPUB/{name}")) for name in names}
    ids = {f"{name}#{one.get('id')}" for name, tree in trees.items() for one in tree.iter()}
    for name, tree in trees.items():
        for link in tree.iter("{*}a"):
            file, _, fragment = unquote(link.get("href") or "").partition("#")
            if not file.startswith(("http", "mailto:")) and f"{file or name}#{fragment}" not in ids:
                yield f"{name}: {link.get('href')}"


def test_a_document_is_called_what_its_heading_says(tmp_path: Path) -> None:
    """Nordic guidelines 2025-1: each document's title is its heading; the cover has none."""
    epub = opened(tmp_path, *BOOK)
    for name in (*spine(epub), "navigasjon.xhtml"):
        tree = etree.fromstring(epub.read(f"EPUB/{name}"))
        (title,), (heading,) = tree.iter("{*}title"), tree.iter("{*}h1")
        assert title.text == "".join(heading.itertext())


def test_the_cover_has_an_alternative(tmp_path: Path) -> None:
    """The picture is the printed cover, the shelf's picture, and is said in words."""
    document = document_of(tmp_path, "# A\n")
    Image.new("RGB", (12, 17)).save(picture := BytesIO(), "PNG")
    printed = replace(PRINTED, cover=picture.getvalue(), pagination=(PageStart("1"),))
    made = MAKES_EPUB.make(document, workshop_for(document, tmp_path), {"pdf": printed})
    path = tmp_path / "a.epub"
    path.write_bytes(made.content)
    with zipfile.ZipFile(path) as epub:
        page = epub.read("EPUB/omslag.xhtml").decode()
        package = epub.read("EPUB/content.opf").decode()
        assert navs(epub)["landmarks"][0] == ("Omslag", "omslag.xhtml#bok-omslag")
        assert navs(epub)["page-list"] == [("1", "omslag.xhtml#side-1")]
    assert 'alt="Omslaget til «Prøvebok». Prøveforlaget."' in page
    assert 'role="doc-cover"' in page
    assert 'properties="cover-image"' in package


def test_no_ncx_unless_it_is_asked_for(tmp_path: Path) -> None:
    """Reading systems of this century have no use for one."""
    settings = SETTINGS + "\n[editions.epub]\nncx = true\n"
    with_ncx = opened(tmp_path / "b", *BOOK, settings=settings)
    assert "EPUB/toc.ncx" not in opened(tmp_path / "a", *BOOK).namelist()
    ncx = etree.fromstring(with_ncx.read("EPUB/toc.ncx"))
    assert [text.text for text in ncx.iterfind(".//{*}navLabel/{*}text")] == [
        text for text, _ in navs(with_ncx)["toc"]
    ]
    assert b'toc="' in with_ncx.read("EPUB/content.opf")
