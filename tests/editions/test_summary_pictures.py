"""Pictures in the summary: seen by all, within what the page may weigh."""

import re
from base64 import b64decode
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bindery.document.read import read_document
from bindery.editions.summary import MAKES_SUMMARY
from bindery.editions.summary.self_contained import LIMIT
from bindery.manuscript.load import load
from bindery.manuscript.templates import policy_digest
from tests.shelf import workshop_for, write_book

pytestmark = pytest.mark.slow

SHOWN = re.compile(r'<img [^>]*?src="data:image/([a-z]+);base64,([^"]+)"')

INKSCAPE = b"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><style>.a { fill: #00ff00 }</style>
<path class="a" d="M0 0h9v9z" style="stroke:#ff0000;fill-opacity:1"/>
<path d="M0 0h9v9z" style="stroke:#ff0000;fill-opacity:1"/>
<path d="M0 0h9v8z" style="stroke:#ff0000;fill-opacity:1"/></svg>"""


@cache
def photo(width: int, height: int, kind: str = "JPEG") -> bytes:
    """A picture that compresses as badly as a photo of foliage does."""
    written = BytesIO()
    noise = Image.effect_noise((width, height), 90).convert("RGB")
    noise.save(written, kind, quality=95)
    return written.getvalue()


def page(folder: Path, markdown: str, **files: bytes) -> str:
    """The summary of a book whose one chapter has ``markdown`` in its summary."""
    named = {f"figures/{name.replace('_', '.')}": data for name, data in files.items()}
    chapter = f"# A\n\n::: in-summary\n{markdown}\n:::\n"
    publication = load(write_book(folder, chapter, files=named)).publication
    assert publication is not None
    document = read_document(publication)
    return MAKES_SUMMARY.make(document, workshop_for(document, folder), {}).content.decode()


def shown(html: str) -> list[Image.Image]:
    """The pictures that a reader sees."""
    return [Image.open(BytesIO(b64decode(data))) for _, data in SHOWN.findall(html)]


def test_large_photos_are_made_to_fit(tmp_path: Path) -> None:
    """Three large photos leave the page within its limit, and are still seen."""
    photos = {f"{name}_jpg": photo(800, 600) for name in "abc"}
    assert all(len(data) > 2 * LIMIT for data in photos.values())
    html = page(tmp_path, "\n\n".join(f"![Foto](../figures/{n}.jpg)" for n in "abc"), **photos)
    assert len(html.encode()) <= LIMIT
    pictures = shown(html)
    assert [picture.format for picture in pictures] == ["WEBP"] * 3
    assert all(picture.width >= 112 for picture in pictures)


def test_one_photo_stays_large_enough_to_see(tmp_path: Path) -> None:
    """What room there is, is used: a lone photo keeps its detail and its proportions."""
    html = page(tmp_path, "![Foto](../figures/a.jpg)", a_jpg=photo(800, 600))
    (picture,) = shown(html)
    assert picture.width >= 168
    assert picture.width / picture.height == pytest.approx(4 / 3, abs=0.02)


def test_a_small_picture_is_left_alone(tmp_path: Path) -> None:
    """What fits as it is keeps every pixel its author gave it."""
    small = photo(20, 20, "PNG")
    html = page(tmp_path, "![Ikon](../figures/a.png)", a_png=small)
    assert [b64decode(data) for _, data in SHOWN.findall(html)] == [small]


def test_a_picture_stands_upright_and_lets_through(tmp_path: Path) -> None:
    """A photo that the camera lay on its side for is turned, and what is clear stays clear."""
    turned, clear = BytesIO(), BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.effect_noise((400, 300), 90).save(turned, "JPEG", exif=exif, quality=95)
    see_through = Image.effect_noise((300, 225), 90).convert("RGBA")
    see_through.putalpha(Image.effect_noise((300, 225), 90))
    see_through.save(clear, "PNG")
    markdown = "![Foto](../figures/a.jpg)\n\n![Ark](../figures/b.png)"
    html = page(tmp_path, markdown, a_jpg=turned.getvalue(), b_png=clear.getvalue())
    upright, transparent = shown(html)
    assert upright.height > upright.width
    assert transparent.has_transparency_data


def test_the_same_picture_is_the_same_bytes(tmp_path: Path) -> None:
    """The same manuscript gives the same summary."""
    data = photo(800, 600)
    once, again = (
        page(tmp_path / name, "![Foto](../figures/a.jpg)", a_jpg=data) for name in ("a", "b")
    )
    assert once == again


def test_a_width_is_kept_without_an_inline_style(tmp_path: Path) -> None:
    """What the author says of a picture's width is a rule in the one sheet the policy allows."""
    html = page(tmp_path, "![Foto](../figures/a.png){width=50%}", a_png=photo(20, 20, "PNG"))
    assert "style=" not in html
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style and policy_digest(style[1]) in html
    name = re.search(r'<img [^>]*class="(stil-\d+)"', html)
    assert name and f".{name[1]}.{name[1]} {{ width:50.0% }}" in style[1]


def test_a_drawing_keeps_its_colours(tmp_path: Path) -> None:
    """Styles that a drawing program writes into SVG go the same way, each said once."""
    html = page(tmp_path, "![Trekant](../figures/a.svg)", a_svg=INKSCAPE)
    assert "style=" not in html and html.count("<style>") == 1
    assert "{ fill:#00ff00;stroke:#ff0000;fill-opacity:1 }" in html
    assert html.count("{ stroke:#ff0000;fill-opacity:1 }") == 1
    assert len(re.findall(r'<path [^>]*class="[^"]*stil-2"', html)) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"stroke:#ff0000;fill-opacity:1", b"fill:red} body{display:none"),
        (b"stroke:#ff0000;fill-opacity:1", b"fill:red;&lt;/style>&lt;b>"),
        (b"fill: #00ff00", b"&lt;/style>&lt;b>"),
    ],
)
def test_a_style_cannot_break_out(tmp_path: Path, old: bytes, new: bytes) -> None:
    """What is written on one shape changes nothing else, and a drawing's sheet ends no element."""
    drawing = INKSCAPE.replace(old, new)
    html = page(tmp_path, "![Trekant](../figures/a.svg)", a_svg=drawing)
    assert "display:none" not in html and "<b>" not in html
