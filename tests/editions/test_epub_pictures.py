"""The pictures in the e-book: found whatever they are called, and not too large."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image

from bindery.document.read import read_document
from bindery.editions.epub import MAKES_EPUB
from bindery.editions.epub.pictures import MOST_PIXELS
from bindery.editions.pdf.print_tree import print_tree
from bindery.manuscript.load import load
from tests.document.pictures.samples import HEIC, saved, two_colours
from tests.editions.test_epub import PRINTED
from tests.shelf import workshop_for, write_book

NAMES = (
    "a#b.png",
    "100 %.png",
    "blåbær&co.png",
    "hva?.png",
    "[1] (2).png",
    "a%20b.png",
    "Kari.heic",
)


@pytest.fixture(scope="module")
def epub(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """An e-book with pictures of many names, and a large one."""
    folder = tmp_path_factory.mktemp("bok")
    files = {f"figures/{name}": saved(two_colours(), "PNG") for name in NAMES[:-1]}
    files["figures/Kari.heic"] = HEIC
    files["figures/stort.png"] = saved(Image.new("1", (4000, 2000)), "PNG")
    shown = [f"![Bilde {n}](<../figures/{name}>)" for n, name in enumerate((*NAMES, "stort.png"))]
    shown.append("![Det første igjen](../figures/a%23b.png)")
    publication = load(write_book(folder, "# T\n\n" + "\n\n".join(shown), files=files)).publication
    assert publication is not None
    document = read_document(publication)
    made = MAKES_EPUB.make(document, workshop_for(document, folder), {"pdf": PRINTED})
    return ZipFile(BytesIO(made.content))


def test_pictures_have_names_of_our_own(epub: ZipFile) -> None:
    """Each is in the package and on the page by a number, once, whatever its author calls it."""
    names = [f"bilder/bilde-{n}.png" for n in range(1, len(NAMES))]
    names += [f"bilder/bilde-{len(NAMES)}.jpg", f"bilder/bilde-{len(NAMES) + 1}.png"]
    packed = [one.removeprefix("EPUB/") for one in epub.namelist() if "/bilder/" in one]
    page = etree.fromstring(epub.read("EPUB/kapittel-1.xhtml"))
    shown = [image.get("src") for image in page.iter("{*}img")]
    package = etree.fromstring(epub.read("EPUB/content.opf"))
    listed = {item.get("href"): item.get("media-type") for item in package.iter("{*}item")}
    assert (packed, shown) == (names, [*names, names[0]])
    assert {listed[name] for name in names} == {"image/png", "image/jpeg"}


def test_a_large_picture_is_made_smaller(epub: ZipFile) -> None:
    """It has no more pixels than a reading system takes, and its shape."""
    packed = epub.read(f"EPUB/bilder/bilde-{len(NAMES) + 1}.png")
    image = Image.open(BytesIO(packed))
    assert image.width * image.height <= MOST_PIXELS
    assert round(image.width / image.height, 2) == 2


def test_print_finds_pictures_by_their_addresses(tmp_path: Path) -> None:
    """WeasyPrint reads ``#`` and ``%`` as parts of an address."""
    files = {"figures/a#b 100%.png": saved(two_colours(), "PNG")}
    book = write_book(tmp_path, "# T\n\n![A](<../figures/a#b 100%.png>)\n", files=files)
    publication = load(book).publication
    assert publication is not None
    document = read_document(publication)
    tree = print_tree(document, workshop_for(document, tmp_path))
    shown = [image.get("src") for image in tree.iterfind(".//{*}img")]
    assert shown == ["manuscript/figures/a%23b%20100%25.png"]
