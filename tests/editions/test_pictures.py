"""Pictures of the printed cover, for the e-book's shelf and for where a link is shared."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bindery.editions import makers_of
from bindery.editions.making import Made
from bindery.editions.pdf import MAKES_PDF
from bindery.editions.pdf.pictures import COVER_WIDTH, MAKES_PICTURE, SHARED, cover_picture
from bindery.tools.run import run
from bindery.vocabulary.editions import LARGE_PRINT, PDF, Edition
from tests.shelf import SETTINGS, document_of, maker_of, workshop_for

pytestmark = pytest.mark.slow

LONG = "Om kommunenes arbeid med klima, natur, beredskap og folkehelse i en tid med mindre penger"


def printed(folder: Path, title: str = "Prøvebok") -> Made:
    """A printed book of that title."""
    document = document_of(folder, "# A\n", settings=SETTINGS.replace("Prøvebok", title, 1))
    return MAKES_PDF.make(document, workshop_for(document, folder), {})


def shown(picture: bytes) -> Image.Image:
    """A PNG as one sees it."""
    with Image.open(BytesIO(picture)) as opened:
        assert opened.format == "PNG"
        return opened.convert("RGB")


def test_the_cover_is_the_first_page(tmp_path: Path) -> None:
    """It has the page's proportions, and the colour and the words of the printed cover."""
    cover = shown(printed(tmp_path).cover)
    assert cover.width == COVER_WIDTH
    assert cover.height == pytest.approx(COVER_WIDTH * 297 / 210, abs=2)
    assert cover.getpixel((5, 5)) == pytest.approx((0x06, 0x34, 0x3A), abs=3)
    assert words_in(cover)


@pytest.mark.parametrize("title", ["Prøvebok", LONG])
def test_all_words_of_the_cover_are_shared(title: str, tmp_path: Path) -> None:
    """However long the title is, the shared picture has all of it, with air above and below."""
    made = MAKES_PICTURE.make(None, None, {"pdf": printed(tmp_path, title)})  # type: ignore[arg-type]
    picture = shown(made.content)
    assert picture.size == SHARED
    left, top, right, bottom = words_in(picture)
    assert (left, top) > (20, 20)
    assert right < SHARED[0] - 20
    assert bottom < SHARED[1] - 20


@pytest.mark.parametrize("edition", [PDF, LARGE_PRINT], ids=lambda edition: edition.name)
def test_a_crowded_cover_has_no_wave_below_its_words(tmp_path: Path, edition: Edition) -> None:
    """What is too much for the room above it stands on one colour, and no word is broken."""
    title = f"Næringsutviklingssamarbeidsavtaler og tilgjengelighetserklæringer. {LONG}"
    settings = SETTINGS.replace("Prøvebok", title, 1).replace("Om å prøve", LONG, 1)
    document = document_of(tmp_path, "# A\n", settings=settings)
    made = maker_of(edition).make(document, workshop_for(document, tmp_path), {})
    cover = shown(cover_picture(made.content))
    below = words_in(cover)[3] + 5
    assert below < cover.height - 20
    assert len(cover.crop((0, below, *cover.size)).getcolors() or ()) == 1
    path = tmp_path / "cover.pdf"
    path.write_bytes(made.content)
    words = run(["pdftotext", "-l", "1", path, "-"]).stdout.replace("\u00ad\n", "").split()
    assert words == ["Prøveforlaget", *title.split(), *LONG.split(), "2026"]


def words_in(picture: Image.Image) -> tuple[int, int, int, int]:
    """Where there are letters: what is nearly white on the dark cover."""
    found = picture.convert("L").point(lambda level: 255 if level > 200 else 0).getbbox()
    assert found is not None
    return found


def test_a_picture_is_made_for_those_who_have_an_address(tmp_path: Path) -> None:
    """Nobody can share what is published nowhere."""
    address = 'address = "https://example.org/bok/"\nslug ='
    with_one = document_of(tmp_path / "a", "# A\n", settings=SETTINGS.replace("slug =", address))
    without = document_of(tmp_path / "b", "# A\n")
    assert MAKES_PICTURE in makers_of(with_one.publication)
    assert MAKES_PICTURE not in makers_of(without.publication)


@pytest.mark.parametrize(("photograph", "few"), [(True, False), (False, True)])
def test_a_photograph_keeps_its_colours(*, photograph: bool, few: bool) -> None:
    """A cover of words is made smaller by having few colours, one with a photograph is not."""
    size = (64, 90)
    gradient = Image.merge("RGB", [Image.linear_gradient("L").rotate(90 * n) for n in range(3)])
    page = gradient.resize(size) if photograph else Image.new("RGB", size, "teal")
    written = BytesIO()
    page.save(written, "PDF")
    colours = shown(cover_picture(written.getvalue())).getcolors(1 << 24)
    assert (len(colours or ()) <= 128) is few
