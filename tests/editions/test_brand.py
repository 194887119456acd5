"""A brand is the same in the PDF, large print, the e-book and the summary."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from bindery.claims.units import units_for
from bindery.document.read import read_document
from bindery.editions.making import Made
from bindery.finished.opened import opened
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.readback.read_back import read_back
from bindery.reports.matterhorn.font_licences import fonts_may_be_embedded
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import EPUB, LARGE_PRINT, PDF, PDF20, SUMMARY
from tests.own_typefaces import files_named_in
from tests.shelf import DRAWING, SETTINGS, document_of, maker_of, workshop_for, write_book

HEADING, LINK, LINE, BOX, COVER = "#7a1f5c", "#0b3d91", "#806080", "#f9e8f2", "#4a1038"
BRAND = f"""
[editions.pdf20]
enabled = true

[brand.colours]
heading = "{HEADING}"
link = "{LINK}"
line = "{LINE}"
box = "{BOX}"
cover = "{COVER}"

[brand.colours-in-dark]
link = "#9db8ff"

[brand.logo]
file = "brand/logo.svg"
alternative = "Prøveforlaget, et fjell"

[brand.typefaces]
body = ["brand/Latin-Regular.ttf", "brand/Latin-Bold.ttf"]
headings = ["brand/Heavy.ttf"]
"""
CHAPTER = """# Havna

::: key-message
Vi **bygger** mer. Se [planen](https://havna.example/plan) for mer.
:::

::: table
| År | Skip |
|----|-----:|
| 2026 | 12 |

Skip i havna
:::

Ŋ er ikke i skriften.
"""
DEFAULT = ("#0b4a4f", "#06343a", "#e6f0ee", "#7d8a8b")
"""The colours of the default templates that the brand replaces."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """The editions of a book with a brand."""
    folder = tmp_path_factory.mktemp("brand")
    settings = SETTINGS + BRAND
    files = {**files_named_in(settings), "brand/logo.svg": DRAWING.encode()}
    publication = load(write_book(folder, CHAPTER, settings=settings, files=files)).publication
    assert publication is not None
    document = read_document(publication)
    reader = read_back(document, read_source(publication))
    workshop = workshop_for(document, folder)
    editions: dict[str, Made] = {}
    for edition in (PDF, PDF20, LARGE_PRINT, EPUB, SUMMARY):
        editions[edition.name] = maker_of(edition).make(document, workshop, editions)
    for edition in (PDF, LARGE_PRINT, EPUB, SUMMARY):
        path = folder / f"proevebok{edition.suffix}"
        path.write_bytes(editions[edition.name].content)
        (told,) = reader.check((Subject(edition, folder, path, folder),))
        assert told.examined >= 5
        assert [one.message.en for one in told.findings] == []
    return editions


def painted(content: bytes) -> set[str]:
    """The colours of all that a PDF draws, forms too, as six digits after a ``#``."""
    found = set()
    with pikepdf.open(BytesIO(content)) as pdf:
        for one in pdf.objects:
            if not isinstance(one, pikepdf.Stream) or one.get("/Subtype") == "/Image":
                continue
            if one.get("/Type") in ("/XRef", "/ObjStm", "/Metadata"):
                continue
            text = one.read_bytes()
            for values in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|scn?|SCN?)\b", text):
                found.add("#" + "".join(f"{round(float(value) * 255):02x}" for value in values))
    return found


def fonts_in(content: bytes) -> set[str]:
    """The names of the typefaces in a PDF."""
    with pikepdf.open(BytesIO(content)) as pdf:
        fonts = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary))
        return {str(one["/FontName"])[8:] for one in fonts if "/FontFile2" in one}


@pytest.mark.slow
@pytest.mark.parametrize("edition", [PDF, PDF20, LARGE_PRINT], ids=lambda one: one.name)
def test_print_is_drawn_in_the_colours_and_typefaces_of_the_brand(
    made: dict[str, Made], edition: object
) -> None:
    """Headings, links, lines, boxes and the cover; none of the default ones is left."""
    content = made[edition.name].content  # type: ignore[attr-defined]
    assert {HEADING, LINK, LINE, BOX, COVER} <= painted(content)
    assert not {*DEFAULT} & painted(content)
    fonts = fonts_in(content)
    assert any("Brand-Text" in name for name in fonts)
    assert any("Brand-Headings" in name for name in fonts)
    assert any("Andika" in name for name in fonts), "Ŋ is in no other typeface"


def style_of(made: dict[str, Made], edition: str) -> str:
    """The styles of the e-book or of the summary."""
    if edition == SUMMARY.name:
        (style,) = re.findall("<style>(.*?)</style>", made[edition].content.decode(), re.DOTALL)
        return str(style)
    with ZipFile(BytesIO(made[edition].content)) as book:
        return book.read("EPUB/stil.css").decode()


@pytest.mark.slow
@pytest.mark.parametrize("edition", [EPUB.name, SUMMARY.name])
def test_pages_are_styled_in_the_brand_in_light_and_dark(
    made: dict[str, Made], edition: str
) -> None:
    """What the setting says is there, and in dark what is said or derived."""
    style = style_of(made, edition)
    for colour in (HEADING, LINK, LINE, BOX, "#9db8ff"):
        assert colour in style
    for family in ("Brand Text", "Brand Headings"):
        assert re.search(rf'@font-face {{ font-family: "{family}"', style)
    if edition == EPUB.name:
        # Custom properties are replaced by their values there: the last one is the one that counts.
        assert not any(colour in style for colour in DEFAULT)


@pytest.mark.slow
def test_the_logo_is_heard_on_cover_title_page_and_summary(made: dict[str, Made]) -> None:
    """By its alternative text."""
    said = "Prøveforlaget, et fjell"
    for edition in (PDF, PDF20, LARGE_PRINT):
        with pikepdf.open(BytesIO(made[edition.name].content)) as pdf:
            dictionaries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
            figures = [one for one in dictionaries if one.get("/S") == "/Figure"]
            assert said in [str(one["/Alt"]) for one in figures]
    with ZipFile(BytesIO(made[EPUB.name].content)) as book:
        assert said in book.read("EPUB/tittelside.xhtml").decode()
    assert said in made[SUMMARY.name].content.decode()


def test_what_was_judged_of_another_look_is_judged_again(tmp_path: Path) -> None:
    """A verdict on colours is of the look that was seen."""
    looks = []
    for colour in ("", HEADING, LINK):
        brand = f'\n[brand.colours]\nheading = "{colour}"\n' if colour else ""
        document = document_of(tmp_path / (colour or "none"), "# A\n", settings=SETTINGS + brand)
        looks.append({unit.digest for unit in units_for("1.4.3", document)})
    assert not looks[0] & looks[1]
    assert not looks[1] & looks[2]


@pytest.mark.slow
def test_the_brands_own_typefaces_may_be_embedded(made: dict[str, Made], tmp_path: Path) -> None:
    """Their files say so, and have their licence beside them."""
    settings = SETTINGS + BRAND
    files = {**files_named_in(settings), "brand/logo.svg": DRAWING.encode()}
    publication = load(write_book(tmp_path, CHAPTER, settings=settings, files=files)).publication
    assert publication is not None
    document = read_document(publication)
    path = tmp_path / "a.pdf"
    path.write_bytes(made[PDF.name].content)
    pdf = opened(path, PDF.media_type)
    assert fonts_may_be_embedded(pdf, document)
    assert not fonts_may_be_embedded(
        pdf, replace(document, publication=replace(publication, faces=()))
    )
